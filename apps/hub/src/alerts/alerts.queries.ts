import type { Db } from '#store';
import { pageOf, readCursor, UUID } from '../http/paging/cursor.ts';
import { Where } from '../http/paging/where.ts';
import type { AlertItem, AlertsPage, AlertsQuery } from './alert.dto.ts';

type Row = AlertItem & { moment: string };

const FORM_OF_FLAG = /^(true|false)$/;
const FORM_OF_TIME = /^\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}(\.\d+)?[+-]\d{2}(:\d{2})?$/;

/** Open ones first, then the newest. */
export async function alertsPage(db: Db, query: AlertsQuery): Promise<AlertsPage> {
  const [isOpen, moment, id] = readCursor(query.cursor, FORM_OF_FLAG, FORM_OF_TIME, UUID) ?? [];
  const where = new Where()
    .and('instance = ?', query.instance)
    .and('kind = ?', query.kind)
    .and('(closed_at is null) = ?', query.open)
    .and('(acknowledged_at is not null) = ?', query.acknowledged)
    .and('(closed_at is null, opened_at, id) < (?::boolean, ?::timestamptz, ?::uuid)', isOpen, moment, id);
  const limit = where.place(query.limit + 1);
  const { rows } = await db.query<Row>(
    `select id, kind, instance, message, count, opened_at, closed_at, acknowledged_by, acknowledged_at,
            opened_at::text as moment
     from alert ${where.sql}
     order by (closed_at is null) desc, opened_at desc, id desc limit ${limit}`,
    where.values,
  );
  return pageOf(
    rows,
    query.limit,
    (row) => [String(row.closed_at === null), row.moment, row.id],
    ({ moment: _moment, ...alert }) => alert,
  );
}
