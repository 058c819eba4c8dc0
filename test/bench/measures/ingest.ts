import { Connections } from '../connections.ts';
import { type Figure, atLeast, both, percentile } from '../figures.ts';
import type { BenchedHub } from '../hub.ts';
import { saturate } from '../load.ts';
import { opened } from '../messages.ts';
import type { Times } from '../options.ts';

const CONNECTIONS = 64;
const OK = 300;
const PER_SECOND_AT_MOST = 4_000;
const AIM_PER_SECOND = 1_000;
const AIM_OF_FLOOR = 0.5;

export interface Accepted {
  perSecond: number;
  p99: number;
  failures: number;
}

/** How many webhooks a second are signed for, committed and acknowledged when as many come as get through. */
export async function acceptance(port: number, times: Times, firstId: number): Promise<Accepted> {
  // Signed beforehand: the generator shares the machine with what it measures.
  const ready = Math.ceil(((times.warmUpMs + times.saturateMs) / 1000) * PER_SECOND_AT_MOST);
  const messages = Array.from({ length: ready }, (_none, n) => opened(firstId + n));
  const connections = new Connections(port);
  let next = 0;
  const send = async () => {
    const bytes = messages[next] ?? opened(firstId + next);
    next += 1;
    return (await connections.send(bytes)) < OK;
  };
  const { warmUpMs, saturateMs: durationMs } = times;
  const load = await saturate({ connections: CONNECTIONS, warmUpMs, durationMs, send });
  connections.close();
  return { perSecond: load.perSecond, p99: percentile(load.latencies, 0.99), failures: load.failures };
}

export function acceptanceFigures(name: string, hub: Accepted, floor: Accepted, isAim: boolean): Figure[] {
  const fast = atLeast(hub.perSecond, AIM_PER_SECOND, '/s');
  const share = atLeast((hub.perSecond / floor.perSecond) * 100, AIM_OF_FLOOR * 100, '% of the floor');
  return [
    { name, unit: '/s', hub: hub.perSecond, floor: floor.perSecond, aim: isAim ? both(fast, share) : undefined },
    { name: `${name}: not accepted`, unit: '', hub: hub.failures, floor: floor.failures },
  ];
}

/** How fast what was accepted becomes complaints, while nothing more comes. */
export async function drained({ pool }: BenchedHub, times: Times): Promise<number> {
  const done = async () => {
    const { rows } = await pool.query<{ done: number; left: number }>(
      `select count(*) filter (where state = 'done')::int as done, count(*) filter (where state = 'new')::int as left
       from inbox`,
    );
    return { done: rows[0]?.done ?? 0, left: rows[0]?.left ?? 0, at: Date.now() };
  };
  const first = await done();
  let last = first;
  while (last.left > 0 && last.at - first.at < times.drainMs) {
    await new Promise((resolve) => setTimeout(resolve, 250));
    last = await done();
  }
  return ((last.done - first.done) * 1000) / Math.max(1, last.at - first.at);
}
