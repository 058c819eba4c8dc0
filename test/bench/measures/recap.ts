import type { Pool } from 'pg';
import { atMost, type Figure, median, now, percentile } from '../figures.ts';
import type { BenchedHub } from '../hub.ts';
import type { Times } from '../options.ts';

const LONGEST_MS = 1_000;
const YEAR = 'from=2025-01-01&to=2025-12-31';
const RECAPS = 15;
const UNMEASURED = 2;

/** How long a recap of a year takes over HTTP, beside counting everything anew from what was heard. */
export async function recapFigures({ pool, port }: BenchedHub, { recapped }: Times): Promise<Figure[]> {
  await seedYear(pool, recapped);
  const durations: number[] = [];
  for (let time = 0; time < RECAPS; time += 1) {
    const began = now();
    const answer = await fetch(`http://127.0.0.1:${port}/api/v1/recap?${YEAR}`, {
      headers: { authorization: 'Bearer kunci-untuk-bench' },
    });
    const { totals } = (await answer.json()) as { totals: { received: number } };
    if (totals.received !== recapped) throw new Error(`The recap counts ${totals.received} of ${recapped}`);
    if (time >= UNMEASURED) durations.push(now() - began);
  }
  const began = now();
  await pool.query('select count(*), avg(done_s), max(first_response_s), max(rating) from complaint_fact_recount');
  const anew = now() - began;
  const name = `recap of a year of ${recapped} complaints`;
  const against = 'counted anew';
  const aim = atMost(percentile(durations, 1), LONGEST_MS, 'ms');
  return [
    { name: `${name}, median`, unit: 'ms', hub: median(durations), floor: anew, against },
    { name: `${name}, slowest of ${durations.length}`, unit: 'ms', hub: percentile(durations, 1), aim },
  ];
}

/** A year's complaints with what was heard of each: filed, handed on, answered and, mostly, done. */
async function seedYear(pool: Pool, count: number): Promise<void> {
  for (const statement of STATEMENTS) {
    await pool.query(`with seeded as (
      select n, lpad(n::text, 8, '0') as digits, md5('rekap' || n)::uuid as id, hashint4(n) & 65535 as chance,
        timestamptz '2025-01-01 00:00+07' + n * interval '365 days' / ${count + 1} as at
      from generate_series(1, ${count}) as n
    ) ${statement}`);
  }
  await pool.query('insert into complaint_fact select * from complaint_fact_recount');
  await pool.query('vacuum (analyze)');
}

const oneOf = (words: readonly string[], divisor: number): string =>
  `(array['${words.join("', '")}'])[chance / ${divisor} % ${words.length} + 1]`;
const OFFICES = Array.from({ length: 30 }, (_none, index) => `OPD ${index + 1}`);
const CHANNELS = ['whatsapp', 'whatsapp', 'whatsapp', 'whatsapp', 'web', 'instagram', 'tiktok'];
const SUBJECTS = ['road', 'social_aid', 'street_light', 'education', 'health', 'pkh', 'bridge', 'other'];
const EVENT = 'insert into event (id, complaint_id, instance, event_id, type, at, body, effect)';

const event = (type: string, after: string, body: string): string =>
  `${EVENT} select md5('${type}' || n)::uuid, id, 'lapor-masbup', 'rekap-${type}-' || n, '${type}',
     at + chance * interval '${after}' / 65536, ${body}, 'applied' from seeded`;

const STATEMENTS = [
  `insert into complaint (id, number, token, title, text, channel, origin, handler, status, outcome, category, opd,
     kewenangan, location, anonim, rahasia, opened_at)
   select id, 'SA-REKAP-' || digits, 'rekap-' || digits, 'Aduan', repeat('Jalan berlubang di depan pasar. ', 8),
     ${oneOf(CHANNELS, 1)}, 'lapor-masbup', case when chance % 9 = 0 then 'smartdpu' else 'lapor-masbup' end,
     case when chance % 20 = 0 then 'in_progress' else 'resolved' end,
     case when chance % 20 > 0 then ${oneOf(['diperbaiki', 'dijadwalkan', 'dijelaskan'], 3)} end,
     ${oneOf(SUBJECTS, 5)}, nullif(${oneOf(['', ...OFFICES], 7)}, ''), nullif(${oneOf(['', 'kabupaten', 'desa'], 11)}, ''),
     jsonb_build_object('areaCode', '33.03.' || lpad((chance % 18 + 1)::text, 2, '0')), false, false, at from seeded`,
  event('opened', '0', `'{}'`),
  event('disposed', '2 days', `'{"facts": {"opd": "DPUPR"}}'`),
  event('replied', '3 days', `'{"public": true}'`),
  `${event('status_changed', '20 days', `'{"status": "resolved"}'`)} where chance % 20 > 0`,
  `insert into deadline (complaint_id, kind, start_at, warn_at, due_at, met_at, is_paused, source, verified)
   select id, 'first_response', at, at, at + interval '1 day', at + chance * interval '2 days' / 65536, false, 'bench', true
   from seeded`,
];
