import type { Hub } from '#sync';
import { notFound } from '../problems/problem.ts';
import type { ParkedDetail, ParkedItem } from './parked.dto.ts';
import type { ParkedId } from './parked-id.ts';
import { whatIs } from './what.ts';

type Row = Omit<ParkedItem, 'what'> & { trace_id: string };

/** One item that waits for a person, with what that person needs to decide. The raw message stays sealed. */
export async function parkedDetail(hub: Hub, { type, key }: ParkedId): Promise<ParkedDetail> {
  return type === 'delivery' ? delivery(hub, key) : message(hub, key);
}

async function delivery({ pool }: Hub, key: string): Promise<ParkedDetail> {
  const { rows } = await pool.query<Row & { body: object; rule: string | null }>(
    `select 'd_' || o.id as id, 'delivery' as type, o.instance, c.number as complaint, o.kind, o.state, o.reason,
            o.failure as code, coalesce(o.tried_at, o.created_at) as since, o.attempts, o.trace_id, o.body, o.rule,
            (select count(*)::int from outbox later
             where later.lane = o.lane and later.seq > o.seq and later.state not in ('done', 'skipped')) as behind
     from outbox o left join complaint c on c.id = o.complaint_id
     where o.id = $1 and o.state in ('parked', 'uncertain')`,
    [key],
  );
  return found(rows[0]);
}

async function message({ pool, sealer }: Hub, key: string): Promise<ParkedDetail> {
  const { rows } = await pool.query<Row & { headers: object; external_id: string | null; sealed: Buffer }>(
    `select 'm_' || m.id as id, 'message' as type, m.instance, c.number as complaint, m.kind, m.state, m.reason, m.code,
            m.received_at as since, m.attempts, m.trace_id, m.headers, m.case_key as external_id, m.body as sealed,
            0 as behind
     from inbox m
     left join link l on l.instance = m.instance and l.external_id = m.case_key
     left join complaint c on c.id = l.complaint_id
     where m.id = $1 and m.state = 'parked'`,
    [key],
  );
  const { sealed, ...row } = found(rows[0]);
  return { ...row, size: sizeOf(() => sealer.open(sealed)) };
}

function found<T extends Omit<ParkedItem, 'what'>>(row: T | undefined): T & { what: string } {
  if (!row) throw notFound('Kiriman atau pesan yang menunggu dengan nomor itu');
  return { ...row, what: whatIs(row.type, row.kind) };
}

/** Bytes sealed under another key can't be measured; that must not hide the rest. */
function sizeOf(open: () => Buffer): number | null {
  try {
    return open().length;
  } catch {
    return null;
  }
}
