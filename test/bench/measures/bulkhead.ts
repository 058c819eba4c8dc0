import { type Figure, percentile } from '../figures.ts';
import type { Ground } from '../ground.ts';
import type { BenchedHub } from '../hub.ts';
import type { Times } from '../options.ts';
import { seedLinked } from '../seed.ts';
import { passing, SPREAD_OVER } from './outbound.ts';

const SLOW_MS = 30_000;
/** Of the messages, so many are for the platform that becomes slow. */
const SLOW_EVERY = 5;
const AIM_RATIO = 1.1;
const FROM = { fast: 0, slow: 1_000_000 };

/** What a platform that takes 30 s to answer costs the others: the way from webhook to call, beside it and before. */
export async function bulkheadFigures({ sink }: Ground, { pool, port }: BenchedHub, times: Times): Promise<Figure[]> {
  await seedLinked(pool, 1, 2 * SPREAD_OVER);
  // The second thousand is SMARTDPU's.
  for (const [table, column] of [
    ['link', 'instance'],
    ['complaint', 'handler'],
  ] as const) {
    const id = table === 'link' ? 'complaint_id' : 'id';
    await pool.query(
      `update ${table} set ${column} = 'smartdpu' where ${column} = 'laporgub' and ${id} in
         (select md5('aduan' || n)::uuid from generate_series(${SPREAD_OVER + 1}, ${2 * SPREAD_OVER}) as n)`,
    );
  }
  const isBeside = (n: number) => n % SLOW_EVERY === 0;
  const aboutOf = (n: number) => (n % SPREAD_OVER) + 1 + (isBeside(n) ? SPREAD_OVER : 0);
  const longer = { warmUpMs: times.warmUpMs, steadyMs: 2 * times.steadyMs };
  const fast = await passing(port, sink, longer, { from: FROM.fast, aboutOf, isBeside });
  await sink.slowDown(SLOW_MS);
  const slow = await passing(port, sink, longer, { from: FROM.slow, aboutOf, isBeside });
  const { rows } = await pool.query<{ held: number }>(
    `select count(*)::int as held from outbox where instance = 'smartdpu' and state in ('waiting', 'sending')`,
  );
  const against = 'all answer at once';
  const of = (share: number, name: string) => ({
    name: `webhook to call beside a platform 30 s slow, ${name}`,
    unit: 'ms',
    hub: percentile(slow.latencies, share),
    floor: percentile(fast.latencies, share),
    against,
  });
  const last = of(0.99, 'p99');
  const met = last.hub <= AIM_RATIO * last.floor && slow.lost === 0;
  return [
    of(0.5, 'p50'),
    { ...last, aim: { text: `ratio <= ${AIM_RATIO}`, met } },
    { name: 'not arrived at the others', unit: '', hub: slow.lost, floor: fast.lost, against },
    { name: 'held for the slow one at the end', unit: '', hub: rows[0]?.held ?? 0 },
  ];
}
