import { setTimeout as sleep } from 'node:timers/promises';
import { Connections } from '../connections.ts';
import { type Figure, atMost, percentile } from '../figures.ts';
import type { Sink } from '../ground.ts';
import { arrive } from '../load.ts';
import { replied } from '../messages.ts';
import type { Times } from '../options.ts';
import { numberOf } from '../seed.ts';

const PER_SECOND = 100;
/** Replies go round so many complaints: none waits for an earlier one of its own complaint. */
export const SPREAD_OVER = 1_000;
const LATE_MS = 10_000;
const AIM_P50_MS = 25;
const AIM_P99_MS = 250;

export interface Passed {
  latencies: number[];
  lost: number;
}

interface Way {
  /** The number of the first message: no id comes twice in one database. */
  from?: number;
  /** The seeded complaint that message `n` is about. */
  aboutOf?: (n: number) => number;
  /** Messages that are not measured: they are there beside the others. */
  isBeside?: (n: number) => boolean;
}

/** From the moment a webhook is due until the other platform gets the request that comes of it. */
export async function passing(
  port: number,
  sink: Sink,
  times: Pick<Times, 'warmUpMs' | 'steadyMs'>,
  { from = 0, aboutOf = (n) => (n % SPREAD_OVER) + 1, isBeside = () => false }: Way = {},
): Promise<Passed> {
  await sink.taken();
  const connections = new Connections(port);
  const dues: number[] = [];
  const send = async (due: number) => {
    const n = from + dues.push(due) - 1;
    return (await connections.send(replied(n, numberOf(aboutOf(n))))) < 300;
  };
  const { warmUpMs, steadyMs: durationMs } = times;
  await arrive({ perSecond: PER_SECOND, warmUpMs, durationMs, send });
  connections.close();

  const arrived = new Map<number, number>();
  const end = Date.now() + LATE_MS;
  const since = (dues[0] ?? 0) + warmUpMs;
  const sent = dues.map((due, index) => ({ due, n: from + index })).filter(({ n }) => !isBeside(n));
  do {
    await sleep(200);
    // The first counts; a second one would be a fault that other tests look for.
    for (const [mark, at] of (await sink.taken()).arrivals) if (!arrived.has(mark)) arrived.set(mark, at);
  } while (sent.some(({ n }) => !arrived.has(n)) && Date.now() < end);

  const measured = sent.filter(({ due }) => due >= since).map(({ due, n }) => ({ due, at: arrived.get(n) }));
  return {
    latencies: measured.flatMap(({ due, at }) => (at === undefined ? [] : [at - due])),
    lost: measured.filter(({ at }) => at === undefined).length,
  };
}

export function passingFigures(hub: Passed, floor: Passed): Figure[] {
  const of = (share: number, name: string, aimMs: number): Figure => {
    const value = percentile(hub.latencies, share);
    const aim = atMost(value, aimMs, 'ms');
    return {
      name: `webhook to outbound call at ${PER_SECOND}/s, ${name}`,
      unit: 'ms',
      hub: value,
      floor: percentile(floor.latencies, share),
      // What never arrived has no latency, and no aim is met with it.
      aim: { ...aim, met: aim.met && hub.lost === 0 },
    };
  };
  const lost = { name: 'webhook to outbound call: not arrived', unit: '', hub: hub.lost, floor: floor.lost };
  return [of(0.5, 'p50', AIM_P50_MS), of(0.99, 'p99', AIM_P99_MS), lost];
}
