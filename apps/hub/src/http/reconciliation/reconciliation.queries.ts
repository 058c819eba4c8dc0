import type { Db } from '#store';
import { pageOf, readCursor, UUID } from '../paging/cursor.ts';
import { Where } from '../paging/where.ts';
import { notFound } from '../problems/problem.ts';
import type { DriftPage, DriftQuery, DriftView, Run, RunDetail, RunPage, RunQuery } from './reconciliation.dto.ts';

const RUN = `select r.id, r.instance, r.state, r.reason, r.asked_by, r.listed, r.fetched, r.started_at, r.finished_at,
    r.trace_id, d.open, json_build_object('missing_here', d.missing_here, 'missing_there', d.missing_there,
      'other_status', d.other_status, 'missing_reply', d.missing_reply) as drift_by_kind
  from reconciliation r cross join lateral (
    select count(*) filter (where kind = 'missing_here')::int as missing_here,
           count(*) filter (where kind = 'missing_there')::int as missing_there,
           count(*) filter (where kind = 'other_status')::int as other_status,
           count(*) filter (where kind = 'missing_reply')::int as missing_reply,
           count(*) filter (where state = 'open')::int as open
    from drift where run_id = r.id
  ) as d`;

/** Newest first. */
export async function runPage(db: Db, query: RunQuery): Promise<RunPage> {
  const [before] = readCursor(query.cursor, UUID) ?? [];
  const where = new Where()
    .and('r.instance = ?', query.instance)
    .and('r.state = ?', query.state)
    .and('r.id < ?::uuid', before);
  const limit = where.place(query.limit + 1);
  const { rows } = await db.query<Run>(`${RUN} ${where.sql} order by r.id desc limit ${limit}`, where.values);
  return pageOf(
    rows,
    query.limit,
    ({ id }) => [id],
    (row) => row,
  );
}

export async function runById(db: Db, id: string): Promise<Run> {
  const run = UUID.test(id) ? (await db.query<Run>(`${RUN} where r.id = $1`, [id])).rows[0] : undefined;
  if (!run) throw notFound('Pencocokan dengan nomor itu');
  return run;
}

export async function runDetail(db: Db, id: string, query: DriftQuery): Promise<RunDetail> {
  return Object.assign(await runById(db, id), { drift: await driftPage(db, query, id) });
}

/** Oldest first: what waits longest for a person stands on top. */
export async function driftPage(db: Db, query: DriftQuery, runId?: string): Promise<DriftPage> {
  const [after] = readCursor(query.cursor, UUID) ?? [];
  const where = new Where()
    .and('d.run_id = ?', runId)
    .and('d.instance = ?', query.instance)
    .and('d.kind = ?', query.kind)
    .and('d.state = ?', query.state)
    .and('d.id > ?::uuid', after);
  const limit = where.place(query.limit + 1);
  const { rows } = await db.query<DriftView>(
    `select d.id, d.run_id, d.instance, d.kind, d.what, d.state, c.number as complaint, d.external_id, d.sentence,
            d.found_at, d.reason
     from drift d left join complaint c on c.id = d.complaint_id
     ${where.sql} order by d.id limit ${limit}`,
    where.values,
  );
  return pageOf(
    rows,
    query.limit,
    ({ id }) => [id],
    (row) => row,
  );
}
