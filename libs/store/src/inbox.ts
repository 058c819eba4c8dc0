import type { Db } from './db.ts';
import { json } from './audit.ts';

type MessageKind = 'webhook' | 'poll' | 'case' | 'unit';

export interface NewMessage {
  instance: string;
  kind: MessageKind;
  deliveryId: string;
  headers: Record<string, string>;
  /** Sealed. */
  body: Buffer;
  /** Keyed hash of the plain body. */
  bodyHash: Buffer;
  traceId: string;
}

export interface Message {
  id: string;
  kind: MessageKind;
  deliveryId: string;
  headers: Record<string, string>;
  body: Buffer;
  attempts: number;
  state: 'new' | 'waiting';
  /** Why it waits. */
  code: string | null;
  traceId: string;
  receivedAt: Date;
}

export type Kept = 'new' | 'duplicate' | 'conflict';

/**
 * Keeps messages as they were received. A delivery id heard before is a duplicate; with another body it is a conflict,
 * which is kept too, parked. Answers in the order of `messages`.
 */
export async function keep(tx: Db, messages: NewMessage[]): Promise<Kept[]> {
  const inserted = await insert(tx, messages, 'new');
  const kept: Kept[] = messages.map((_message, index) => (inserted.has(index) ? 'new' : 'duplicate'));
  const repeated = messages.flatMap((message, index) => (inserted.has(index) ? [] : [{ message, index }]));
  if (repeated.length === 0) return kept;

  const hashes = await tx.query<{ instance: string; delivery_id: string; body_hash: Buffer }>(
    `select instance, delivery_id, body_hash from inbox
     where (instance, delivery_id) in (select * from unnest($1::text[], $2::text[]))`,
    [repeated.map(({ message }) => message.instance), repeated.map(({ message }) => message.deliveryId)],
  );
  const known = new Map(hashes.rows.map((row) => [`${row.instance} ${row.delivery_id}`, row.body_hash]));
  const conflicts = repeated.filter(
    ({ message }) => !known.get(`${message.instance} ${message.deliveryId}`)?.equals(message.bodyHash),
  );
  for (const { index } of conflicts) kept[index] = 'conflict';
  const renamed = conflicts.map(({ message }) => ({
    ...message,
    deliveryId: `${message.deliveryId}#${message.bodyHash.toString('hex').slice(0, 16)}`,
  }));
  if (renamed.length > 0) await insert(tx, renamed, 'parked');
  return kept;
}

/** Keeps units that were not told before, by their keys; how many those are. Whoever tells a fact first is heard. */
export async function keepUnits(tx: Db, units: NewMessage[]): Promise<number> {
  const once = [...new Map(units.toReversed().map((unit) => [`${unit.instance} ${unit.deliveryId}`, unit])).values()];
  return (await insert(tx, once.toReversed(), 'new')).size;
}

const INCOMING = `incoming as (
    select * from unnest($1::text[], $2::text[], $3::text[], $4::jsonb[], $5::bytea[], $6::bytea[], $7::text[])
      with ordinality as m(instance, kind, delivery_id, headers, body, body_hash, trace_id, n)
  ), kept as (
    insert into inbox (instance, kind, delivery_id, headers, body, body_hash, trace_id, state, reason, code)
    select instance, kind, delivery_id, headers, body, body_hash, trace_id, $8, $9,
           case when $9::text is null then null else 'conflict' end
    from incoming order by n
    on conflict (instance, delivery_id) do nothing
    returning instance, delivery_id, kind, trace_id
  )`;
const KEPT = 'select n from incoming join kept using (instance, delivery_id, trace_id)';

const valuesOf = (messages: NewMessage[], state: 'new' | 'parked') => [
  messages.map(({ instance }) => instance),
  messages.map(({ kind }) => kind),
  messages.map(({ deliveryId }) => deliveryId),
  messages.map(({ headers }) => json(headers)),
  messages.map(({ body }) => body),
  messages.map(({ bodyHash }) => bodyHash),
  messages.map(({ traceId }) => traceId),
  state,
  state === 'parked' ? 'Nomor kiriman yang sama datang dengan isi lain' : null,
];

async function insert(tx: Db, messages: NewMessage[], state: 'new' | 'parked'): Promise<Set<number>> {
  const { rows } = await tx.query<{ n: string }>({
    name: 'keep-inbox',
    text: `with ${INCOMING} ${KEPT}`,
    values: valuesOf(messages, state),
  });
  return new Set(rows.map(({ n }) => Number(n) - 1));
}

/**
 * Keeps those of the messages that are heard for the first time, with their audit rows, in one statement and so in one
 * commit. The places in `messages` of those that were.
 */
export async function keepNews(db: Db, messages: NewMessage[]): Promise<Set<number>> {
  const { rows } = await db.query<{ n: string }>({
    name: 'keep-news',
    text: `with ${INCOMING}, audited as (
             insert into audit (hop, actor, instance, direction, event_id, event_type, outcome, trace_id)
             select 'receive', 'hub', instance, 'in', delivery_id, kind, 'ok', trace_id from kept
           ), heard as (
             update instance set heard_at = now() where name in (select instance from kept)
               and coalesce(heard_at < now() - interval '5 seconds', true)
           ) ${KEPT}`,
    values: valuesOf(messages, 'new'),
  });
  return new Set(rows.map(({ n }) => Number(n) - 1));
}

/**
 * The next messages of an instance in the order they came, or none. The caller holds the instance's inbox lock, so
 * nobody else reads them. Messages that wait come first once they are due.
 */
export async function takeMessages(tx: Db, instance: string, limit: number): Promise<Message[]> {
  const { rows } = await tx.query<Message>({
    name: 'take-messages',
    // By an order that only the indexes of those messages have: by that of all ids, the whole history may be read for it.
    text: `select id, kind, delivery_id as "deliveryId", headers, body, attempts, state, code,
                  trace_id as "traceId", received_at as "receivedAt"
           from (
             (select * from inbox where instance = $1 and state = 'waiting' and run_at <= now() order by id + 0 limit $2)
             union all
             (select * from inbox where instance = $1 and state = 'new' order by id + 0 limit $2)
           ) as due
           order by id limit $2`,
    values: [instance, limit],
  });
  return rows;
}

/** Whether messages of the instance have not been looked at yet. */
export async function hasNew(db: Db, instance: string): Promise<boolean> {
  const { rowCount } = await db.query({
    name: 'has-new',
    text: `select from inbox where instance = $1 and state = 'new' order by id + 0 limit 1`,
    values: [instance],
  });
  return rowCount === 1;
}

/** Whether the case has a message parked for the same reason: one is enough for a person to mend the mapping. */
export async function isParkedAlready(tx: Db, instance: string, caseKey: string, reason: string) {
  const { rows } = await tx.query(
    `select from inbox where state = 'parked' and instance = $1 and case_key = $2 and reason = $3 limit 1`,
    [instance, caseKey, reason],
  );
  return rows.length > 0;
}

/** Whether the message has been read, whatever came of it. */
export async function isRead(db: Db, instance: string, deliveryId: string): Promise<boolean> {
  const { rows } = await db.query(
    `select from inbox where instance = $1 and delivery_id = $2 and state not in ('new', 'waiting')`,
    [instance, deliveryId],
  );
  return rows.length > 0;
}

/** Messages of a case wait for another reason now. */
export async function noteWaiting(db: Db, instance: string, caseKey: string, code: string): Promise<void> {
  await db.query(`update inbox set code = $3 where instance = $1 and state = 'waiting' and case_key = $2`, [
    instance,
    caseKey,
    code,
  ]);
}

export interface Verdict {
  id: string;
  state: 'done' | 'waiting' | 'parked';
  caseKey?: string | undefined;
  code?: string | undefined;
  reason?: string | undefined;
  /** For `waiting`: how long until it is looked at again. */
  delayMs?: number | undefined;
}

export async function settleMessages(tx: Db, verdicts: Verdict[]): Promise<void> {
  await tx.query({
    name: 'settle-messages',
    text: `update inbox set state = v.state, case_key = v."caseKey", code = v.code, reason = v.reason,
             attempts = attempts + case when v.state = 'waiting' then 1 else 0 end,
             run_at = now() + make_interval(secs => coalesce(v."delayMs", 0) / 1000.0),
             done_at = case when v.state = 'done' then clock_timestamp() end
           from jsonb_to_recordset($1) as v(id bigint, state text, "caseKey" text, code text, reason text, "delayMs" float)
           where inbox.id = v.id`,
    values: [json(verdicts)],
  });
}
