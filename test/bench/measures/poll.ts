import { setTimeout as sleep } from 'node:timers/promises';
import { cpuOf } from '../facts.ts';
import { type Figure, atMost, median } from '../figures.ts';
import type { Sink } from '../ground.ts';
import type { BenchedHub } from '../hub.ts';
import type { Times } from '../options.ts';
import { ticketOf } from '../seed.ts';

const CHANGES = 100;
const LABEL = 'Progress';
const PATIENCE_MS = 20_000;
const AIM_RATIO = 1.2;

export interface Cycle {
  /** From the poll's first request until the last of its changes was ingested. */
  wallMs: number;
  /** Of that, from the first page kept on. */
  ingestMs: number;
  /** The hub's own processor time until all that came of it was delivered. */
  cpuMs: number;
}

/** Poll cycles in which so many of the linked complaints changed. Each takes others: what is known is no news. */
export async function pollCycles(hub: BenchedHub, sink: Sink, linked: number, times: Times): Promise<Cycle[]> {
  const cycles: Cycle[] = [];
  const perCycle = Math.floor(linked / (times.cycles + times.warmUpCycles));
  for (let at = 0; at < times.cycles + times.warmUpCycles; at += 1) {
    const step = Math.max(1, Math.floor(perCycle / CHANGES));
    const first = linked - (at + 1) * perCycle + 1;
    const tickets = Array.from({ length: CHANGES }, (_none, n) => ticketOf(first + n * step));
    const cycle = await pollOnce(hub, sink, tickets);
    if (at >= times.warmUpCycles) cycles.push(cycle);
  }
  return cycles;
}

async function pollOnce({ pool, pid, settle }: BenchedHub, sink: Sink, tickets: string[]): Promise<Cycle> {
  const { rows } = await pool.query<{ id: string }>('select coalesce(max(id), 0) as id from inbox');
  const before = rows[0]?.id ?? '0';
  const cpuBefore = cpuOf(pid);
  await sink.declareChanged(tickets, LABEL);
  const end = Date.now() + PATIENCE_MS;
  for (;;) {
    await sleep(50);
    const done = await ingestedAfter(pool, before);
    if (done.count >= tickets.length) {
      const askedAt = await sink.askedAt();
      if (askedAt === null) throw new Error('The hub ingested what nobody polled');
      await settle(PATIENCE_MS);
      return {
        wallMs: done.lastAt - wallClock(askedAt),
        ingestMs: done.lastAt - done.firstAt,
        cpuMs: cpuOf(pid) - cpuBefore,
      };
    }
    if (Date.now() > end) throw new Error(`Only ${done.count} of ${tickets.length} changes were ingested in time`);
  }
}

async function ingestedAfter(pool: BenchedHub['pool'], id: string) {
  const { rows } = await pool.query<{ count: number; first: Date; last: Date }>(
    `select count(*)::int as count, min(received_at) as first, max(done_at) as last from inbox
     where id > $1 and instance = 'laporgub' and kind = 'poll' and state = 'done'`,
    [id],
  );
  const [row] = rows;
  return { count: row?.count ?? 0, firstAt: row?.first?.getTime() ?? 0, lastAt: row?.last?.getTime() ?? 0 };
}

/** A moment of the shared monotonic clock in the database's, which is the machine's wall clock. */
const wallClock = (at: number): number => Date.now() - (Number(process.hrtime.bigint()) / 1e6 - at);

export function pollFigures(few: Cycle[], many: Cycle[], times: Times): Figure[] {
  const [fewText, manyText] = [times.fewLinked, times.manyLinked].map((n) => n.toLocaleString('en'));
  const of = (what: string, pick: (cycle: Cycle) => number, isAim: boolean): Figure => {
    const [small, large] = [median(few.map(pick)), median(many.map(pick))];
    return {
      name: `poll cycle, ${CHANGES} changes among ${manyText}, ${what}`,
      unit: 'ms',
      hub: large,
      floor: small,
      against: `among ${fewText}`,
      aim: isAim ? atMost(large / small, AIM_RATIO, `x among ${fewText}`) : undefined,
    };
  };
  return [
    of('until ingested', ({ wallMs }) => wallMs, true),
    of('of that ingesting', ({ ingestMs }) => ingestMs, false),
    of('processor time with what comes of it', ({ cpuMs }) => cpuMs, false),
  ];
}
