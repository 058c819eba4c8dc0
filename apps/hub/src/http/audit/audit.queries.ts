import type { Db } from '#store';
import { BIGINT, pageOf, readCursor } from '../paging/cursor.ts';
import { endOf, startOf } from '../paging/moment.ts';
import { Where } from '../paging/where.ts';
import type { AuditEntry, AuditFilter, AuditPage, AuditQuery } from './audit.dto.ts';

export const COLUMNS = `id at hop actor instance direction complaint event_id event_type delivery_id inbox_id outcome
  attempt rule detail request answer duration_ms trace_id`.split(/\s+/);

const EXPORT_BATCH = 2_000;

/** Newest first. Rows are only ever added, above: a page that was read once reads the same again. */
export async function auditPage(db: Db, query: AuditQuery): Promise<AuditPage> {
  const [before] = readCursor(query.cursor, BIGINT) ?? [];
  const rows = await read(db, query, before, query.limit + 1);
  return pageOf(
    rows,
    query.limit,
    ({ id }) => [id],
    (row) => row,
  );
}

/**
 * Every row, batch by batch, newest first.
 *
 * Each batch is a query of its own that goes on where the last one ended: however slowly the reader takes them, no
 * transaction stays open and no more than one batch is in memory.
 */
export async function* auditBatches(db: Db, query: AuditFilter): AsyncGenerator<AuditEntry[]> {
  let before: string | undefined;
  for (;;) {
    const rows = await read(db, query, before, EXPORT_BATCH);
    yield rows;
    before = rows.at(-1)?.id;
    if (rows.length < EXPORT_BATCH) return;
  }
}

/**
 * Ids and times rise together but for what was under way at once: with these bounds a page of long ago is read where
 * it lies, and not found by walking there from today.
 */
const UNDER_WAY = 10_000;
const FROM_ID = `a.id >= coalesce((select id from audit where at >= ? order by at limit 1), 9223372036854775807) - ${UNDER_WAY}`;
const TO_ID = `a.id <= coalesce((select id from audit where at < ? order by at desc limit 1), 0) + ${UNDER_WAY}`;

async function read(db: Db, query: AuditFilter, before: string | undefined, limit: number): Promise<AuditEntry[]> {
  const where = new Where()
    .and('a.hop = ?', query.hop)
    .and('a.instance = ?', query.instance)
    .and('a.direction = ?', query.direction)
    .and('a.outcome = ?', query.outcome)
    .and('a.actor = ?', query.actor)
    .and('a.complaint_id = (select id from complaint where number = ?)', query.complaint)
    .and('a.trace_id = ?', query.trace_id)
    .and('a.delivery_id = ?', query.delivery_id)
    .and('a.event_type = ?', query.event_type)
    .and('a.rule = ?', query.rule)
    .and(`a.at >= ? and ${FROM_ID}`, startOf(query.from), startOf(query.from))
    .and(`a.at < ? and ${TO_ID}`, endOf(query.to), endOf(query.to))
    .and('a.id < ?', before);
  const place = where.place(limit);
  const { rows } = await db.query<AuditEntry>(
    `select a.id, a.at, a.hop, a.actor, a.instance, a.direction, c.number as complaint, a.event_id, a.event_type,
            a.delivery_id, a.inbox_id, a.outcome, a.attempt, a.rule, a.detail, a.request, a.answer, a.duration_ms,
            a.trace_id
     from audit a left join complaint c on c.id = a.complaint_id
     ${where.sql} order by a.id desc limit ${place}`,
    where.values,
  );
  return rows;
}
