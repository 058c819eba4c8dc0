import { type Figure, percentile } from '../figures.ts';
import type { Sink } from '../ground.ts';
import type { BenchedHub } from '../hub.ts';
import type { Times } from '../options.ts';
import { seedLinked } from '../seed.ts';
import { passing, SPREAD_OVER } from './outbound.ts';

/** Of the messages, so many are for the platform that is slow. */
const SLOW_EVERY = 5;
const ROUNDS = 4;
const AIM_RATIO = 1.1;

const isForSlow = (n: number): boolean => n % SLOW_EVERY === 0;
/** The second thousand of the seeded complaints is the slow platform's. */
const aboutOf = (n: number): number => (n % SPREAD_OVER) + 1 + (isForSlow(n) ? SPREAD_OVER : 0);

/**
 * What a platform that takes 30 s to answer costs the others: the way from webhook to call at a hub that has one, and at
 * one that has none. They take turns, so that what else the machine does meets both.
 */
export async function bulkheadFigures(sink: Sink, hubs: Record<'sound' | 'hampered', BenchedHub>, times: Times) {
  const latencies = { sound: [] as number[], hampered: [] as number[] };
  const lost = { sound: 0, hampered: 0 };
  const names = ['sound', 'hampered'] as const;
  for (const name of names) await seed(hubs[name]);
  let from = 0;
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const name of names) {
      const passed = await passing(hubs[name].port, sink, times, { from, aboutOf, isBeside: isForSlow });
      latencies[name].push(...passed.latencies);
      lost[name] += passed.lost;
    }
    from += 1_000_000;
  }
  const { rows } = await hubs.hampered.pool.query<{ held: number }>(
    `select count(*)::int as held from outbox where instance = 'smartdpu' and state in ('waiting', 'sending')`,
  );
  const against = 'none is slow';
  const of = (share: number, name: string) => ({
    name: `webhook to call beside a platform 30 s slow, ${name}`,
    unit: 'ms',
    hub: percentile(latencies.hampered, share),
    floor: percentile(latencies.sound, share),
    against,
  });
  const last = of(0.99, 'p99');
  const met = last.hub <= AIM_RATIO * last.floor && lost.hampered === 0;
  const figures: Figure[] = [
    of(0.5, 'p50'),
    { ...last, aim: { text: `ratio <= ${AIM_RATIO}`, met } },
    { name: 'not arrived at the others', unit: '', hub: lost.hampered, floor: lost.sound, against },
    { name: 'held for the slow one at the end', unit: '', hub: rows[0]?.held ?? 0 },
  ];
  return figures;
}

async function seed({ pool }: BenchedHub): Promise<void> {
  await seedLinked(pool, 1, 2 * SPREAD_OVER);
  const ids = `select md5('aduan' || n)::uuid from generate_series(${SPREAD_OVER + 1}, ${2 * SPREAD_OVER}) as n`;
  await pool.query(`update link set instance = 'smartdpu' where instance = 'laporgub' and complaint_id in (${ids})`);
  await pool.query(`update complaint set handler = 'smartdpu' where id in (${ids})`);
}
