import type { Db } from '#store';
import { createTwoFilesPatch } from 'diff';
import { BIGINT, pageOf, readCursor } from '../paging/cursor.ts';
import { endOf, startOf } from '../paging/moment.ts';
import { Where } from '../paging/where.ts';
import { notFound } from '../problems/problem.ts';
import type { AuditDetail, AuditEntry, AuditFilter, AuditPage, AuditQuery } from './audit.dto.ts';

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
  return newest(db, where, limit);
}

async function newest(db: Db, where: Where, limit: number): Promise<AuditEntry[]> {
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

/** A row, and how things stood before it: the last try of the delivery, else the last step of the complaint or connection. */
export async function auditDetail(db: Db, id: string): Promise<AuditDetail> {
  const [entry] = await newest(db, new Where().and('a.id = ?', id), 1);
  if (!entry) throw notFound('Baris audit itu');
  const { delivery_id: delivery, complaint, instance, hop } = entry;
  const before = new Where().and('a.id < ?', id);
  if (delivery !== null) before.and('a.delivery_id = ?', delivery);
  else if (complaint !== null) before.and('a.complaint_id = (select id from complaint where number = ?)', complaint);
  else if (instance !== null) before.and('a.instance = ? and a.hop = ?', instance, hop);
  else return { entry, previous: null, difference: '' };
  const [previous = null] = await newest(db, before, 1);
  return { entry, previous, difference: previous ? patchOf(previous, entry) : '' };
}

function patchOf(before: AuditEntry, after: AuditEntry): string {
  const [one, other] = [before, after].map(stateOf) as [string, string];
  return one === other ? '' : createTwoFilesPatch(before.id, after.id, one, other, '', '', { context: 3 });
}

/** What a step says of how things stand; its number, time and length differ each time and say nothing of it. */
function stateOf({ hop, actor, instance, event_type, outcome, attempt, rule, detail, request, answer }: AuditEntry) {
  return JSON.stringify({ hop, actor, instance, event_type, outcome, attempt, rule, detail, request, answer }, null, 2);
}
