import { v7 as uuidv7 } from 'uuid';
import type { Status } from '#complaint';
import type { Db } from '../db.ts';
import { type ConversationRow, conversationById, WITH_SAME_PERSON } from './conversations.ts';

/** What came in: waiting to become a complaint, part of one, a command that was answered, an office's own words. */
export type HeardState = 'collected' | 'taken' | 'answered' | 'dropped' | 'imported' | 'withdrawn';
/** What we said: each state implies those before it, `failed` none. */
export type SaidState = 'queued' | 'accepted' | 'sent' | 'delivered' | 'read' | 'failed';

export interface MessageRow {
  id: string;
  conversationId: string;
  direction: 'in' | 'out';
  /** Sealed; `null` once its content had to go. */
  body: Buffer | null;
  at: Date;
  state: HeardState | SaidState;
  complaintId: string | null;
  deliveryId: string | null;
  inboxId: string | null;
  createdAt: Date;
}

const COLUMNS = `m.id, m.conversation_id as "conversationId", m.direction, m.body, m.at, m.state,
  m.complaint_id as "complaintId", m.delivery_id as "deliveryId", m.inbox_id as "inboxId", m.created_at as "createdAt"`;

export interface NewHeard {
  id: string;
  instance: string;
  conversationId: string;
  direction: 'in' | 'out';
  /** Keyed hash of the platform's id of it. */
  hash: Buffer;
  body: Buffer;
  at: string;
  state: HeardState;
  inboxId: string;
}

/** Keeps what was said. False where it was heard before, whoever told of it. */
export async function insertHeard(tx: Db, row: NewHeard): Promise<boolean> {
  const { id, instance, conversationId, direction, hash, body, at, state, inboxId } = row;
  const { rowCount } = await tx.query({
    name: 'insert-heard',
    text: `insert into message (id, instance, conversation_id, direction, hash, body, at, state, inbox_id)
           values ($1, $2, $3, $4, $5, $6, $7, $8, $9) on conflict (instance, hash) do nothing`,
    values: [id, instance, conversationId, direction, hash, body, at, state, inboxId],
  });
  return rowCount === 1;
}

export interface NewSaid {
  id: string;
  instance: string;
  conversationId: string;
  complaintId: string | null;
  deliveryId: string;
}

/** What we are going to say; its words are known when it leaves. */
export async function insertSaid(tx: Db, rows: NewSaid[]): Promise<void> {
  if (rows.length === 0) return;
  await tx.query({
    name: 'insert-said',
    text: `insert into message (id, instance, conversation_id, direction, at, state, complaint_id, delivery_id)
           select id, "instance", "conversationId", 'out', now(), 'queued', "complaintId", "deliveryId"
           from jsonb_to_recordset($1) as m(id uuid, instance text, "conversationId" uuid, "complaintId" uuid,
             "deliveryId" uuid)`,
    values: [JSON.stringify(rows)],
  });
}

export async function messageByHash(db: Db, instance: string, hash: Buffer): Promise<MessageRow | undefined> {
  const { rows } = await db.query<MessageRow>({
    name: 'message-by-hash',
    text: `select ${COLUMNS} from message m where m.instance = $1 and m.hash = $2`,
    values: [instance, hash],
  });
  return rows[0];
}

/** The first of what a delivery said: a platform may make several messages of it. */
export async function messageByDelivery(db: Db, deliveryId: string): Promise<MessageRow | undefined> {
  const { rows } = await db.query<MessageRow>({
    name: 'message-by-delivery',
    text: `select ${COLUMNS} from message m where m.delivery_id = $1 order by m.id limit 1`,
    values: [deliveryId],
  });
  return rows[0];
}

/** What a person said that is not a complaint yet, in the order it was said; locked, so that none is taken back meanwhile. */
export async function collectedIn(tx: Db, conversationId: string): Promise<MessageRow[]> {
  const { rows } = await tx.query<MessageRow>({
    name: 'collected-in',
    text: `select ${COLUMNS} from message m where m.conversation_id = $1 and m.state = 'collected' order by m.at, m.id
           for update of m`,
    values: [conversationId],
  });
  return rows;
}

/** The last thing that the person said: what a first answer answers. */
export async function lastHeardIn(db: Db, conversationId: string): Promise<MessageRow | undefined> {
  const { rows } = await db.query<MessageRow>({
    name: 'last-heard-in',
    text: `select ${COLUMNS} from message m where m.conversation_id = $1 and m.direction = 'in' and m.body is not null
           order by m.at desc limit 1`,
    values: [conversationId],
  });
  return rows[0];
}

export async function settleHeard(
  tx: Db,
  ids: string[],
  state: HeardState,
  { complaintId = null, reason = null }: { complaintId?: string | null; reason?: string | null } = {},
): Promise<void> {
  await tx.query({
    name: 'settle-heard',
    text: `update message set state = $2, complaint_id = coalesce($3, complaint_id), reason = $4, state_at = now()
           where id = any($1::uuid[])`,
    values: [ids, state, complaintId, reason],
  });
}

export async function changeBody(tx: Db, id: string, body: Buffer | null): Promise<void> {
  await tx.query(
    `update message set body = $2, state = case when $2::bytea is null and direction = 'in' then 'withdrawn' else state end
     where id = $1`,
    [id, body],
  );
}

/** How much the conversation's person said since `from`. */
export async function countHeardSince(tx: Db, conversationId: string, from: Date): Promise<number> {
  const { rows } = await tx.query<{ n: number }>({
    name: 'heard-since',
    text: `select count(*)::int as n from message
           where conversation_id = $1 and direction = 'in' and created_at >= $2`,
    values: [conversationId, from],
  });
  return rows[0]?.n ?? 0;
}

const RANK = `array_position(array['queued', 'accepted', 'sent', 'delivered', 'read'], state)`;

/** Raises what we said to a state; what is behind, or failed for good, stays. Those that were raised. */
export async function raiseSaid(
  tx: Db,
  { ids, until }: { ids: string[]; until?: { conversationId: string; at: string } | undefined },
  to: Exclude<SaidState, 'queued' | 'failed'>,
): Promise<number> {
  const { rowCount } = await tx.query({
    name: 'raise-said',
    text: `update message set state = $2, state_at = now()
           where (id = any($1::uuid[]) or conversation_id = $3 and direction = 'out' and at <= $4 and state <> 'queued')
             and direction = 'out' and state <> 'failed'
             and ${RANK} < array_position(array['queued', 'accepted', 'sent', 'delivered', 'read'], $2)`,
    values: [ids, to, until?.conversationId ?? null, until?.at ?? null],
  });
  return rowCount ?? 0;
}

/** A message of ours failed, unless it is known to have arrived. */
export async function failSaid(tx: Db, id: string, reason: string): Promise<boolean> {
  const { rowCount } = await tx.query(
    `update message set state = 'failed', reason = $2, state_at = now()
     where id = $1 and direction = 'out' and state in ('queued', 'accepted', 'sent')`,
    [id, reason],
  );
  return rowCount === 1;
}

/** By what the platform calls what we said: its receipts and its echo name it. A name that is taken stays where it is. */
export async function nameSaid(tx: Db, id: string, hash: Buffer): Promise<void> {
  await tx.query({
    name: 'name-said',
    text: `update message m set hash = $2 where id = $1 and hash is null
             and not exists (select from message other where other.instance = m.instance and other.hash = $2)`,
    values: [id, hash],
  });
}

/** The platform took it: the words it was said in, and the names of every message that it made of them. */
export async function acceptSaid(
  tx: Db,
  { id, hashes, body }: { id: string; hashes: Buffer[]; body: Buffer },
): Promise<void> {
  await tx.query({
    name: 'accept-said',
    text: `update message set body = $2, state_at = now(), at = case when state = 'queued' then now() else at end,
             state = case when state in ('queued', 'failed') then 'accepted' else state end where id = $1`,
    values: [id, body],
  });
  const [first, ...others] = hashes;
  if (first) await nameSaid(tx, id, first);
  for (const hash of others) {
    await tx.query({
      name: 'insert-part',
      text: `insert into message (id, instance, conversation_id, direction, hash, at, state, complaint_id, delivery_id)
             select $2, instance, conversation_id, 'out', $3, now(), 'accepted', complaint_id, delivery_id
             from message where id = $1 on conflict (instance, hash) do nothing`,
      values: [id, uuidv7(), hash],
    });
  }
}

/** By what the platform calls all else that we said in the conversation; what was held to be a person's may be ours. */
export async function saidHashes(db: Db, conversationId: string, exceptId: string): Promise<Buffer[]> {
  const { rows } = await db.query<{ hash: Buffer }>(
    `select hash from message
     where conversation_id = $1 and direction = 'out' and state <> 'imported' and hash is not null and id <> $2`,
    [conversationId, exceptId],
  );
  return rows.map(({ hash }) => hash);
}

/**
 * The complaint that a quoted message of the same person belongs to, where it is theirs: who holds another's tracking code
 * may ask how far it is, and speaks for nobody by quoting the answer.
 */
export async function quotedComplaint(
  tx: Db,
  conversation: { id: string; instance: string },
  hash: Buffer,
): Promise<string | null> {
  const { rows } = await tx.query<{ complaintId: string | null }>({
    name: 'quoted-complaint',
    text: `select m.complaint_id as "complaintId" from message m join conversation c on c.id = m.conversation_id
           join conversation mine on mine.id = $3 and (c.id = mine.id or c.person_id = mine.person_id)
           join link l on l.complaint_id = m.complaint_id and l.instance = $1
           join conversation raised on raised.id = l.conversation_id
             and (raised.id = mine.id or raised.person_id = mine.person_id)
           where m.instance = $1 and m.hash = $2`,
    values: [conversation.instance, hash, conversation.id],
  });
  return rows[0]?.complaintId ?? null;
}

/** What a delivery was to say, and whether it said so again. */
export async function saidBody(
  tx: Db,
  deliveryId: string,
): Promise<{ body: object; again: string | null; eventId: string | null }> {
  const { rows } = await tx.query<{ body: object; again: string | null; eventId: string | null }>(
    `select body - 'again' as body, body ->> 'again' as again, event_id as "eventId" from outbox where id = $1`,
    [deliveryId],
  );
  if (!rows[0]) throw new TypeError('Something was said without a delivery');
  return rows[0];
}

/** The platform named our delivery: where its answer was lost, it is settled now, and what waits behind it can go. */
export async function settleSaid(tx: Db, deliveryId: string): Promise<{ lane: string; instance: string }[]> {
  const { rows } = await tx.query<{ lane: string; instance: string }>(
    `update outbox set state = 'done', unsettled = false, failure = null, reason = null, done_at = clock_timestamp()
     where id = $1 and (state = 'uncertain' or state = 'waiting' and unsettled) returning lane, instance`,
    [deliveryId],
  );
  return rows;
}

/** What a platform took and did not bring waits for a person after all. */
export async function parkSaid(tx: Db, deliveryId: string, reason: string): Promise<void> {
  await tx.query(
    `update outbox set state = 'parked', failure = 'rejected', reason = $2, done_at = null
     where id = $1 and state = 'done'`,
    [deliveryId, reason],
  );
}

/** What we said to the conversation's person, or below the same comment, and what the platform calls it is not known yet. */
const UNNAMED = `from (
    ${WITH_SAME_PERSON}
    union select c.id from conversation mine
      join conversation c on c.instance = mine.instance and c.kind = 'comment' and c.hash = mine.hash
      where mine.id = $1 and mine.kind = 'comment'
  ) as c join message m on m.conversation_id = c.id join outbox o on o.id = m.delivery_id
  where m.direction = 'out' and m.hash is null`;

/**
 * Whether something that we said to the conversation's person may be under way: what looks like another's may be its echo.
 * A private answer to a comment comes back as a direct message.
 */
export async function isSaying(tx: Db, conversationId: string): Promise<boolean> {
  const { rows } = await tx.query(`select ${UNNAMED} and (o.state = 'sending' or o.unsettled) limit 1`, [
    conversationId,
  ]);
  return rows.length > 0;
}

/** What may have been said there, its answer being late or lost, with the words it was said in; the oldest first. */
export async function lostSayings(tx: Db, conversationId: string): Promise<(MessageRow & { body: Buffer })[]> {
  const { rows } = await tx.query<MessageRow & { body: Buffer }>(
    `select ${COLUMNS} ${UNNAMED} and (o.state = 'sending' or o.unsettled) and m.body is not null order by o.seq`,
    [conversationId],
  );
  return rows;
}

/** How far what we said has come; the row stays locked, so that nobody hears of it meanwhile. */
export async function holdSaid(tx: Db, id: string): Promise<SaidState> {
  const { rows } = await tx.query<{ state: SaidState }>('select state from message where id = $1 for update', [id]);
  return rows[0]?.state ?? 'queued';
}

/** The words of what is about to be said: by them its echo is known. */
export async function keepSaid(tx: Db, id: string, body: Buffer): Promise<void> {
  await tx.query('update message set body = $2 where id = $1 and hash is null', [id, body]);
}

/** What was dropped stays readable for so long; then its words go. */
export async function forgetDropped(db: Db, before: Date): Promise<number> {
  const { rowCount } = await db.query(
    `update message set body = null where state = 'dropped' and state_at < $1 and body is not null`,
    [before],
  );
  return rowCount ?? 0;
}

/** What is said again as a template, because the platform says that its window is closed. */
export async function sayAsTemplate(tx: Db, deliveryId: string): Promise<void> {
  await tx.query(`update outbox set body = body || '{"again": "window"}' where id = $1`, [deliveryId]);
}

/** What is said again as if for the first time. */
export async function sayAnew(tx: Db, deliveryId: string): Promise<void> {
  await tx.query(`update outbox set body = body - 'again' where id = $1`, [deliveryId]);
}

/** What a lane could not say while the window was closed leaves after all, unless it is no news any more; whom to ring. */
export async function sayAfterAll(tx: Db, lane: string): Promise<{ lane: string; instance: string }[]> {
  const { rows } = await tx.query<{ lane: string; instance: string }>({
    name: 'say-after-all',
    text: `with woken as (
             update outbox set state = 'waiting', run_at = now(), attempts = 0, failure = null, reason = null,
               done_at = null, body = body - 'again'
             where lane = $1 and state = 'skipped' and failure = 'window' and done_at > now() - interval '30 days'
             returning id, lane, instance
           ), queued as (
             update message set state = 'queued', reason = null, state_at = now()
             from woken where delivery_id = woken.id and message.state = 'failed'
           )
           select distinct lane, instance from woken`,
    values: [lane],
  });
  return rows;
}

/** Who is spoken to, what was said last, and what an answer says of the complaint. */
export interface Talk {
  messageId: string;
  messageState: SaidState;
  conversation: ConversationRow;
  /** Sealed. */
  identity: Buffer | null;
  complaint: { number: string; token: string; status: Status; rahasia: boolean } | null;
}

/** What one thing that is to be said needs, read at the moment of saying: marks set meanwhile count. */
export async function talkOf(
  db: Db,
  { id, complaintId, conversationId }: { id: string; complaintId: string | null; conversationId: string },
): Promise<Talk> {
  const conversation = await conversationById(db, conversationId);
  const { rows } = await db.query<Omit<Talk, 'conversation'>>({
    name: 'talk-of',
    text: `select m.id as "messageId", m.state as "messageState", p.identity,
             (select json_build_object('number', number, 'token', token, 'status', status, 'rahasia', rahasia)
              from complaint where id = $2) as complaint
           from message m left join person p on p.id = $3 where m.delivery_id = $1 order by m.id limit 1`,
    values: [id, complaintId, conversation.personId],
  });
  if (!rows[0]) throw new TypeError('Something is to be said without a message');
  return { ...rows[0], conversation };
}
