import { v7 as uuidv7 } from 'uuid';
import type { Status } from '#complaint';
import type { Db } from '../db.ts';

/** What is said between us and one person, its row locked for the transaction. */
export interface ConversationRow {
  id: string;
  instance: string;
  kind: 'direct' | 'comment';
  /** Sealed. */
  address: Buffer;
  personId: string | null;
  /** The complaint that was raised here last, and where it stands. */
  complaintId: string | null;
  complaintStatus: Status | null;
  lastInboundAt: Date | null;
  collectingSince: Date | null;
  dueAt: Date | null;
  askedAt: Date | null;
  greetedAt: Date | null;
  warnedAt: Date | null;
}

const COLUMNS = `c.id, c.instance, c.kind, c.address, c.person_id as "personId", c.complaint_id as "complaintId",
  (select status from complaint where id = c.complaint_id) as "complaintStatus", c.last_inbound_at as "lastInboundAt",
  c.collecting_since as "collectingSince", c.due_at as "dueAt", c.asked_at as "askedAt", c.greeted_at as "greetedAt",
  c.warned_at as "warnedAt"`;

export interface NewConversation {
  instance: string;
  kind: 'direct' | 'comment';
  /** Keyed hash of the platform's id of it. */
  hash: Buffer;
  /** Sealed. */
  address: Buffer;
  personId: string | null;
}

/** Each in the words of the index that has it: in others, all that were ever had are read for each thing that is said. */
const WITH_PERSON = `select ${COLUMNS} from conversation c
  where c.instance = $1 and c.kind = 'direct' and c.person_id = $2 for update of c`;
const AT_PLACE = `select ${COLUMNS} from conversation c
  where c.instance = $1 and c.kind = $2 and c.person_id is not distinct from $3 and c.hash = $4
    and (c.kind = 'comment' or c.person_id is null) for update of c`;

/** The conversation, new where it was not known; a platform may call one between two people otherwise from now on. */
export async function conversationOf(tx: Db, wanted: NewConversation): Promise<ConversationRow> {
  const { instance, kind, hash, address, personId } = wanted;
  const isByPerson = kind === 'direct' && personId !== null;
  const find = async (): Promise<ConversationRow | undefined> => {
    const { rows } = await tx.query<ConversationRow>(
      isByPerson
        ? { name: 'conversation-with', text: WITH_PERSON, values: [instance, personId] }
        : { name: 'conversation-at', text: AT_PLACE, values: [instance, kind, personId, hash] },
    );
    return rows[0];
  };
  const known = await find();
  if (known) return known;
  await tx.query({
    name: 'insert-conversation',
    text: `insert into conversation (id, instance, kind, hash, address, person_id) values ($1, $2, $3, $4, $5, $6)
           on conflict do nothing`,
    values: [uuidv7(), instance, kind, hash, address, personId],
  });
  const made = await find();
  if (!made) throw new TypeError('A conversation was made and is not there');
  return made;
}

/** Locks it; nothing where another transaction is at it. */
export async function holdDue(tx: Db, id: string, now: Date): Promise<ConversationRow | undefined> {
  const { rows } = await tx.query<ConversationRow>(
    `select ${COLUMNS} from conversation c where c.id = $1 and c.due_at <= $2 for update of c skip locked`,
    [id, now],
  );
  return rows[0];
}

export async function conversationById(db: Db, id: string): Promise<ConversationRow> {
  const { rows } = await db.query<ConversationRow>({
    name: 'conversation-by-id',
    text: `select ${COLUMNS} from conversation c where c.id = $1`,
    values: [id],
  });
  if (!rows[0]) throw new Error(`No conversation ${id}`);
  return rows[0];
}

/** When the person said something last; until the transaction ends they are not heard to say more. */
export async function holdLastInbound(tx: Db, id: string): Promise<Date | null> {
  const { rows } = await tx.query<{ at: Date | null }>(
    'select last_inbound_at as at from conversation where id = $1 for share',
    [id],
  );
  return rows[0]?.at ?? null;
}

/** Conversations whose quiet window is over, the longest first. */
export async function dueConversations(db: Db, now: Date, limit: number): Promise<{ id: string; instance: string }[]> {
  const { rows } = await db.query<{ id: string; instance: string }>({
    name: 'due-conversations',
    text: 'select id, instance from conversation where due_at <= $1 order by due_at limit $2',
    values: [now, limit],
  });
  return rows;
}

export type ConversationChanges = Partial<
  Pick<
    ConversationRow,
    'address' | 'complaintId' | 'lastInboundAt' | 'collectingSince' | 'dueAt' | 'askedAt' | 'greetedAt' | 'warnedAt'
  >
>;

const COLUMN: Record<keyof ConversationChanges, string> = {
  address: 'address',
  complaintId: 'complaint_id',
  lastInboundAt: 'last_inbound_at',
  collectingSince: 'collecting_since',
  dueAt: 'due_at',
  askedAt: 'asked_at',
  greetedAt: 'greeted_at',
  warnedAt: 'warned_at',
};

/** Changes the row and the object alike. */
export async function changeConversation(
  tx: Db,
  conversation: ConversationRow,
  changes: ConversationChanges,
): Promise<void> {
  const entries = Object.entries(changes) as [keyof ConversationChanges, unknown][];
  const set = entries.map(([key], index) => `${COLUMN[key]} = $${index + 2}`);
  await tx.query(`update conversation set ${set.join(', ')} where id = $1`, [
    conversation.id,
    ...entries.map(([, value]) => value),
  ]);
  Object.assign(conversation, changes);
}

/** The ids of the conversation `$1` and of all others with its person; with `or`, no index would find them. */
export const WITH_SAME_PERSON = `select id from conversation where id = $1
  union select c.id from conversation mine
    join conversation c on c.instance = mine.instance and c.person_id = mine.person_id where mine.id = $1`;

/** How many complaints the conversation's person raised on the instance since `from`. */
export async function raisedSince(tx: Db, conversationId: string, from: Date): Promise<number> {
  const { rows } = await tx.query<{ n: number }>({
    name: 'complaints-since',
    text: `select count(*)::int as n from (${WITH_SAME_PERSON}) as c join link l on l.conversation_id = c.id
           where l.created_at >= $2`,
    values: [conversationId, from],
  });
  return rows[0]?.n ?? 0;
}

/** The complaint that a person asks about by its number, or its tracking code: their own, or one whose code they hold. */
export async function complaintAskedFor(tx: Db, conversationId: string, code: string): Promise<string | null> {
  const { rows } = await tx.query<{ id: string }>(
    `select k.id from complaint k where k.token = $2 and not k.rahasia
     union all
     select k.id from complaint k join link l on l.complaint_id = k.id join conversation c on c.id = l.conversation_id
       join conversation mine on mine.id = $1 and c.instance = mine.instance
         and (c.id = mine.id or c.person_id = mine.person_id)
     where k.number = upper($2) limit 1`,
    [conversationId, code],
  );
  return rows[0]?.id ?? null;
}

/** What the platform, as whose case the complaint was opened, calls it. */
export async function originCase(tx: Db, complaintId: string, instance: string): Promise<string> {
  const { rows } = await tx.query<{ externalId: string }>({
    name: 'origin-case',
    text: `select external_id as "externalId" from link
           where complaint_id = $1 and instance = $2 and conversation_id is not null`,
    values: [complaintId, instance],
  });
  if (!rows[0]) throw new TypeError('A complaint of a conversation has no case there');
  return rows[0].externalId;
}

/** The conversation with whoever raised a complaint below a comment. */
export async function raisedInThread(tx: Db, instance: string, hash: Buffer): Promise<ConversationRow | undefined> {
  const { rows } = await tx.query<ConversationRow>(
    `select ${COLUMNS} from conversation c
     where c.instance = $1 and c.kind = 'comment' and c.hash = $2 and c.complaint_id is not null
     order by c.id limit 1 for update of c`,
    [instance, hash],
  );
  return rows[0];
}
