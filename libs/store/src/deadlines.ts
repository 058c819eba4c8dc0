import type { Deadline, Happened } from '#complaint';
import { json } from './audit.ts';
import type { Db } from './db.ts';
import { FACTS } from './recap.ts';

/** What a complaint's deadlines are worked out from. */
export interface History {
  id: string;
  openedAt: Date;
  forwardedAt: Date | null;
  happened: Happened[];
}

/**
 * Takes complaints that something happened to since they were worked out; the marks go with this transaction.
 *
 * Marks that others hold are left to them, or waited for where `waits` is set.
 */
export async function takeStale(tx: Db, limit: number, waits = false): Promise<History[]> {
  const { rows: taken } = await tx.query<{ id: string }>({
    name: waits ? 'wait-for-stale' : 'take-stale',
    text: `delete from stale_deadline where complaint_id in (
             select complaint_id from stale_deadline order by complaint_id limit $1 for update ${waits ? '' : 'skip locked'})
           returning complaint_id as id`,
    values: [limit],
  });
  if (taken.length === 0) return [];
  // A statement of its own: it has to see what was written until the mark was free.
  const { rows } = await tx.query<History>({
    name: 'stale-histories',
    text: `select c.id, c.opened_at as "openedAt",
             (select min(o.done_at) from outbox o join link l on l.complaint_id = o.complaint_id and l.instance = o.instance
              where o.complaint_id = c.id and o.kind = 'opened' and o.state = 'done' and l.role = 'handler') as "forwardedAt",
             coalesce((select json_agg(json_build_object('event', e.body, 'effect', e.effect) order by e.at, e.id)
              from event e where e.complaint_id = c.id and e.body is not null
                and e.effect in ('applied', 'kept', 'accepted')), '[]') as happened
           from complaint c where c.id = any($1::uuid[])`,
    values: [taken.map(({ id }) => id)],
  });
  return rows;
}

/** Writes the deadlines of complaints and what recaps count of them; those whose deadlines are others than before. */
export async function saveDeadlines(
  tx: Db,
  found: { complaintId: string; deadlines: Deadline[] }[],
): Promise<string[]> {
  if (found.length === 0) return [];
  const changed = await writeDeadlines(tx, found);
  await tx.query({
    name: 'count-facts',
    text: `insert into complaint_fact select * from complaint_fact_recount where complaint_id = any($1::uuid[])
           order by complaint_id
           on conflict (complaint_id) do update set ${FACTS.map((each) => `${each} = excluded.${each}`).join(', ')}`,
    values: [found.map(({ complaintId }) => complaintId)],
  });
  return changed;
}

async function writeDeadlines(tx: Db, found: { complaintId: string; deadlines: Deadline[] }[]): Promise<string[]> {
  const rows = found.flatMap(({ complaintId, deadlines }) => deadlines.map((each) => ({ complaintId, ...each })));
  const changed = await tx.query<{ id: string }>({
    name: 'save-deadlines',
    text: `with fresh as (
             select * from jsonb_to_recordset($1) as d("complaintId" uuid, kind text, "startAt" timestamptz,
               "warnAt" timestamptz, "dueAt" timestamptz, "metAt" timestamptz, "isPaused" boolean, source text, verified boolean)
           ), gone as (
             delete from deadline d where complaint_id = any($2::uuid[])
               and not exists (select from fresh f where f."complaintId" = d.complaint_id and f.kind = d.kind)
             returning complaint_id
           ), saved as (
             insert into deadline as d (complaint_id, kind, start_at, warn_at, due_at, met_at, is_paused, source, verified)
             select "complaintId", kind, "startAt", "warnAt", "dueAt", "metAt", "isPaused", source, verified from fresh
             on conflict (complaint_id, kind) do update set start_at = excluded.start_at, warn_at = excluded.warn_at,
               due_at = excluded.due_at, met_at = excluded.met_at, is_paused = excluded.is_paused,
               source = excluded.source, verified = excluded.verified
             where (d.start_at, d.warn_at, d.due_at, d.met_at, d.is_paused, d.source, d.verified) is distinct from
               (excluded.start_at, excluded.warn_at, excluded.due_at, excluded.met_at, excluded.is_paused, excluded.source, excluded.verified)
             returning complaint_id
           )
           select complaint_id as id from gone union select complaint_id from saved`,
    values: [json(rows), found.map(({ complaintId }) => complaintId)],
  });
  return changed.rows.map(({ id }) => id);
}

const RULES_LOCK = 7_301_966;

/**
 * Whether the rules that were noted last are these, or none were; they stay so until the transaction ends.
 *
 * While processes are restarted one after another some still have the older rules: what these worked out would stay.
 */
export async function holdRules(tx: Db, fingerprint: string): Promise<boolean> {
  await tx.query('select pg_advisory_xact_lock_shared($1)', [RULES_LOCK]);
  // A statement of its own: it has to see what was noted until the lock was had.
  const { rows } = await tx.query<{ known: boolean }>({
    name: 'hold-rules',
    text: `select value = $1 as known from setting where key = 'deadline_rules'`,
    values: [fingerprint],
  });
  return rows[0]?.known ?? true;
}

/** After the rules changed every deadline is worked out anew; nothing where they are the known ones. */
export async function noteRules(tx: Db, fingerprint: string): Promise<void> {
  await tx.query('select pg_advisory_xact_lock($1)', [RULES_LOCK]);
  const { rowCount } = await tx.query(
    `insert into setting (key, value) values ('deadline_rules', $1)
     on conflict (key) do update set value = excluded.value where setting.value <> excluded.value`,
    [fingerprint],
  );
  if (rowCount === 0) return;
  // A statement of its own: it has to see the complaints that the older rules were used on until the lock was had.
  await tx.query('insert into stale_deadline select id from complaint order by id on conflict do nothing');
}
