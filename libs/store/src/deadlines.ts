import type { Deadline, Happened } from '#complaint';
import { json } from './audit.ts';
import type { Db } from './db.ts';

/** What a complaint's deadlines are worked out from. */
export interface History {
  id: string;
  openedAt: Date;
  forwardedAt: Date | null;
  happened: Happened[];
}

/** Takes complaints whose deadlines are out of date; they are gone from the list with this transaction. */
export async function takeStale(tx: Db, limit: number): Promise<History[]> {
  const { rows } = await tx.query<History>({
    name: 'take-stale-deadlines',
    text: `with taken as (
             delete from stale_deadline where complaint_id in (
               select complaint_id from stale_deadline order by complaint_id limit $1 for update skip locked)
             returning complaint_id
           )
           select c.id, c.opened_at as "openedAt",
             (select min(o.done_at) from outbox o join link l on l.complaint_id = o.complaint_id and l.instance = o.instance
              where o.complaint_id = c.id and o.kind = 'opened' and o.state = 'done' and l.role = 'handler') as "forwardedAt",
             coalesce((select json_agg(json_build_object('event', e.body, 'effect', e.effect) order by e.at, e.id)
              from event e where e.complaint_id = c.id and e.body is not null
                and e.effect in ('applied', 'kept', 'accepted')), '[]') as happened
           from taken join complaint c on c.id = taken.complaint_id`,
    values: [limit],
  });
  return rows;
}

/** The complaints whose deadlines are others than before; what recaps count of them is written with it. */
export async function saveDeadlines(
  tx: Db,
  found: { complaintId: string; deadlines: Deadline[] }[],
): Promise<string[]> {
  if (found.length === 0) return [];
  const changed = await writeDeadlines(tx, found);
  if (changed.length > 0) await countLateness(tx, changed);
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

/** After the rules changed every deadline is worked out anew; nothing where they are the known ones. */
export async function noteRules(db: Db, fingerprint: string): Promise<boolean> {
  const { rowCount } = await db.query(
    `with changed as (
       insert into setting (key, value) values ('deadline_rules', $1)
       on conflict (key) do update set value = excluded.value where setting.value <> excluded.value returning key
     )
     insert into stale_deadline select c.id from complaint c, changed on conflict do nothing`,
    [fingerprint],
  );
  return (rowCount ?? 0) > 0;
}

/** The rows are locked in the order in which `touch` takes them. */
async function countLateness(tx: Db, complaintIds: string[]): Promise<void> {
  await tx.query({
    name: 'count-lateness',
    text: `with held as (
             select complaint_id from complaint_fact where complaint_id = any($1::uuid[]) order by complaint_id for update
           )
           update complaint_fact f set late_at = r.late_at, is_waiting = r.is_waiting
           from held join complaint_fact_recount r using (complaint_id) where f.complaint_id = held.complaint_id`,
    values: [complaintIds],
  });
}
