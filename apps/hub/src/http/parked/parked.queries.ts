import type { Db } from '#store';
import { pageOf, readCursor } from '../paging/cursor.ts';
import { Where } from '../paging/where.ts';
import type { ParkedItem, ParkedPage, ParkedQuery } from './parked.dto.ts';
import { FORM } from './parked-id.ts';
import { whatIs } from './what.ts';

type ParkedRow = Omit<ParkedItem, 'what'> & { moment: string };

const DELIVERIES = `select 'd_' || o.id as id, 'delivery' as type, o.instance, o.complaint_id, o.kind, o.state, o.reason,
    o.failure as code, coalesce(o.tried_at, o.created_at) as since, o.attempts, o.lane, o.seq, null as case_key
  from outbox o where o.state in ('parked', 'uncertain')`;

const MESSAGES = `select 'm_' || m.id as id, 'message' as type, m.instance, null::uuid as complaint_id, m.kind, m.state,
    m.reason, m.code, m.received_at as since, m.attempts, null as lane, null::bigint as seq, m.case_key
  from inbox m where m.state = 'parked'`;

const FORM_OF_TIME = /^\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}(\.\d+)?[+-]\d{2}(:\d{2})?$/;

/** Newest first. What waits behind an item is counted for the page's rows alone. */
export async function parkedPage(db: Db, query: ParkedQuery): Promise<ParkedPage> {
  const [since, id] = readCursor(query.cursor, FORM_OF_TIME, FORM) ?? [];
  const where = new Where()
    .and('instance = ?', query.instance)
    .and('type = ?', query.kind)
    .and('reason = ?', query.reason)
    .and('(since, id) < (?::timestamptz, ?::text)', since, id);
  const limit = where.place(query.limit + 1);
  const { rows } = await db.query<ParkedRow>(
    `select p.id, p.type, p.instance, c.number as complaint, p.kind, p.state, p.reason, p.code, p.since, p.attempts,
            p.since::text as moment,
            (select count(*)::int from outbox o
             where o.lane = p.lane and o.seq > p.seq and o.state not in ('done', 'skipped')) as behind
     from (select * from (${DELIVERIES} union all ${MESSAGES}) as waiting ${where.sql}
           order by since desc, id desc limit ${limit}) as p
     left join link l on l.instance = p.instance and l.external_id = p.case_key
     left join complaint c on c.id = coalesce(p.complaint_id, l.complaint_id)
     order by p.since desc, p.id desc`,
    where.values,
  );
  return pageOf(rows, query.limit, (row) => [row.moment, row.id], shown);
}

function shown({ moment: _moment, ...row }: ParkedRow): ParkedItem {
  return { ...row, what: whatIs(row.type, row.kind) };
}
