import type pg from 'pg';

/** The numbers and tickets of seeded complaint `n`, counted from 1. */
export const numberOf = (n: number): string => `LMB-BENCH-${digits(n)}`;
export const ticketOf = (n: number): string => `LGBN${digits(n)}`;
/** The token of its tracking link, as long as a real one. */
export const tokenOf = (n: number): string => `bench-${String(n).padStart(16, '0')}`;
const digits = (n: number): string => String(n).padStart(8, '0');

/**
 * Complaints `from` to `to` as they are a week after they were forwarded: known at home and at the province, with
 * what was heard, said and audited of each, so that a query that looks at too much finds much to look at.
 */
export async function seedLinked(pool: pg.Pool, from: number, to: number): Promise<void> {
  for (const statement of STATEMENTS) {
    await pool.query(`with seeded as (
      select n, lpad(n::text, 8, '0') as digits, md5('aduan' || n)::uuid as id from generate_series(${from}, ${to}) as n
    ) ${statement}`);
  }
  await pool.query('vacuum (analyze)');
}

const A_WEEK_AGO = `now() - interval '7 days'`;
const EVENT = `insert into event (id, complaint_id, instance, event_id, type, at, body, effect)`;
const INBOX = `insert into inbox (instance, kind, delivery_id, body, body_hash, state, case_key, trace_id, done_at)`;

const STATEMENTS = [
  `insert into complaint (id, number, token, title, text, channel, origin, handler, status, category, kewenangan,
     location, anonim, rahasia, opened_at)
   select id, 'SA-BENCH-' || digits, 'bench-' || lpad(n::text, 16, '0'), 'Aduan', repeat('Jalan berlubang di depan pasar. ', 8),
     'whatsapp', 'lapor-masbup', 'laporgub', 'assigned', 'road', 'provinsi', '{"areaCode": "33.03.09"}', false, false,
     ${A_WEEK_AGO} from seeded`,
  `insert into link (id, complaint_id, instance, external_id, reference, role, state, label, label_at)
   select md5('rumah' || n)::uuid, id, 'lapor-masbup', 'LMB-BENCH-' || digits, null, 'origin', 'open',
     'didisposisikan', ${A_WEEK_AGO} from seeded`,
  `insert into link (id, complaint_id, instance, external_id, reference, role, state, label, label_at)
   select md5('provinsi' || n)::uuid, id, 'laporgub', 'LGBN' || digits, 'SA-BENCH-' || digits, 'handler', 'open',
     'Disposisi', ${A_WEEK_AGO} from seeded`,
  `${EVENT} select md5('dibuat' || n)::uuid, id, 'lapor-masbup', 'LMB-BENCH-' || digits, 'opened', ${A_WEEK_AGO}, '{}',
     'applied' from seeded`,
  `${EVENT} select md5('gema' || n)::uuid, id, 'laporgub', 'LGBN' || digits, 'opened', ${A_WEEK_AGO}, null, 'echo'
   from seeded`,
  `${INBOX} select 'lapor-masbup', 'webhook', 'bench-' || digits, decode(repeat('00', 600), 'hex'), '\\x00', 'done',
     'LMB-BENCH-' || digits, 'bench', ${A_WEEK_AGO} from seeded`,
  `insert into outbox (id, lane, complaint_id, instance, kind, body, state, trace_id, done_at)
   select md5('kirim' || n)::uuid, id || ':laporgub', id, 'laporgub', 'opened', '{}', 'done', 'bench', ${A_WEEK_AGO}
   from seeded`,
  `insert into audit (hop, actor, instance, direction, complaint_id, outcome, trace_id)
   select hop, 'hub', 'laporgub', 'out', id, 'ok', 'bench' from seeded, unnest(array['receive', 'ingest', 'deliver']) hop`,
];
