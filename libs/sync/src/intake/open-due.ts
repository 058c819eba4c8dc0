import { isOpen, type Opened, type Person } from '#complaint';
import {
  audit,
  changeConversation,
  collectedIn,
  raisedSince,
  type ConversationRow,
  type Db,
  holdDue,
  type MessageRow,
  personById,
  type PersonRow,
  settleHeard,
  transaction,
} from '#store';
import type { Understanding } from '#text';
import { type Hub, instanceOf } from '../hub.ts';
import { newTraceId } from '../trace.ts';
import { type Burst, type DropReason, outcomeOf } from './burst.ts';
import { openSpoken, type Source } from './event.ts';
import { locate, reporterOf } from './identity.ts';
import { marksIn } from './marks.ts';
import { readingOf } from './reading.ts';
import { GREET_AGAIN_MS, PER_DAY_MS } from './rules.ts';
import { putSayings, type Saying, warn } from './saying.ts';
import { inWords, type Words } from './words.ts';

/** A gesture, not a picture of anything: photos come in other formats. */
const STICKER = 'image/webp';

/** What somebody said until they fell silent, read together. */
interface Heard {
  conversation: ConversationRow;
  messages: MessageRow[];
  said: Words[];
  burst: Burst;
  understood: Understanding;
  source: Source;
}

interface Commented {
  conversation: ConversationRow;
  complaintId: string;
  person: PersonRow;
  source: Source;
}

/**
 * Decides about a conversation whose quiet window is over: a complaint, a question for what is missing, or neither.
 *
 * Any process may find it due; the row's lock lets one decide, and who comes later finds it decided.
 */
export async function openDue(hub: Hub, id: string): Promise<void> {
  const now = hub.intake.now();
  await transaction(hub.pool, async (tx) => {
    const conversation = await holdDue(tx, id, now);
    if (!conversation) return;
    const messages = await collectedIn(tx, id);
    if (messages.length === 0) return close(tx, conversation);
    return decide(tx, hub, read(hub, conversation, messages));
  });
}

/** Who begins another complaint has said all about the one before: that is decided now, as where no answer comes. */
export async function decideBefore(tx: Db, hub: Hub, conversation: ConversationRow, begunBy: string): Promise<void> {
  const messages = (await collectedIn(tx, conversation.id)).filter(({ id }) => id !== begunBy);
  if (messages.length === 0) return;
  const heard = read(hub, conversation, messages);
  const asked = heard.burst.asked === 'no' ? 'unanswered' : heard.burst.asked;
  await decide(tx, hub, { ...heard, burst: { ...heard.burst, asked } });
}

async function decide(tx: Db, hub: Hub, heard: Heard): Promise<void> {
  const { conversation, burst, understood, source } = heard;
  const dayAgo = before(hub.intake.now(), PER_DAY_MS);
  if ((await raisedSince(tx, conversation.id, dayAgo)) >= hub.intake.rules.complaintsPerDay) {
    await drop(tx, heard, 'too_many');
    return warn(tx, hub, conversation, 'too_many', source.traceId);
  }
  const outcome = outcomeOf(burst, understood);
  switch (outcome.to) {
    case 'open':
      return open(tx, hub, heard);
    case 'ask':
      return ask(tx, hub, heard, { say: 'asked', missing: outcome.missing });
    case 'drop':
      await drop(tx, heard, outcome.reason);
      return outcome.greet ? greet(tx, hub, heard) : undefined;
  }
}

function read(hub: Hub, conversation: ConversationRow, messages: MessageRow[]): Heard {
  const said = messages.map(({ body }) => hub.sealer.openJson(body as Buffer) as Words);
  const text = said
    .map((words) => words.text.trim())
    .filter(Boolean)
    .join('\n');
  const [first] = messages as [MessageRow, ...MessageRow[]];
  const { askedAt } = conversation;
  const answered = askedAt !== null && messages.some(({ createdAt }) => createdAt > askedAt);
  return {
    conversation,
    messages,
    said,
    burst: {
      kind: conversation.kind,
      text,
      hasFiles: said.some(({ attachments }) => attachments.some(({ mime }) => mime !== STICKER)),
      hasPosition: said.some(({ location }) => location !== undefined),
      mentionsUs: said.some(({ mentionsUs }) => mentionsUs === true),
      asked: askedAt === null ? 'no' : answered ? 'answered' : 'unanswered',
    },
    understood: hub.intake.understand(text, first.at.toISOString().slice(0, 10)),
    source: {
      instance: conversation.instance,
      conversationId: conversation.id,
      inboxId: first.inboxId ?? '',
      traceId: newTraceId(),
    },
  };
}

async function open(
  tx: Db,
  hub: Hub,
  { conversation, messages, said, burst, understood, source }: Heard,
): Promise<void> {
  const [first] = messages as [MessageRow, ...MessageRow[]];
  const person = conversation.personId ? await personById(tx, conversation.personId) : undefined;
  const marks = marksIn(burst.text);
  const sent = said.findLast(({ location }) => location !== undefined)?.location ?? null;
  const { facts, proposal } = readingOf(understood, { sent, marks, applied: hub.intake.applied });
  const opened: Opened = {
    id: `opened:${first.id}`,
    type: 'opened',
    externalId: first.id,
    at: first.at.toISOString(),
    text: said.map(inWords).filter(Boolean).join('\n'),
    channel: instanceOf(hub, conversation.instance).connector,
    facts,
    reporter: person ? reporterOf(hub.sealer.openJson(person.identity) as Person) : {},
    marks,
    attachments: said.flatMap(({ attachments }) => attachments),
  };
  const complaintId = await openSpoken(tx, hub, source, opened, proposal);
  await settleHeard(tx, idsOf(messages), 'taken', { complaintId });
  await changeConversation(tx, conversation, { ...SETTLED, complaintId });
  if (person && !marks.rahasia) await answerPrivately(tx, hub, { conversation, complaintId, person, source });
}

/** Who complained below a post is also told in private, once, and may go on to speak there. */
async function answerPrivately(
  tx: Db,
  hub: Hub,
  { conversation, complaintId, person, source }: Commented,
): Promise<void> {
  const { connection } = instanceOf(hub, conversation.instance);
  if (conversation.kind !== 'comment' || !connection.answersPrivately) return;
  const [id = ''] = (hub.sealer.openJson(person.identity) as Person).ids;
  const direct = await locate(tx, hub.sealer, conversation.instance, { kind: 'direct', id }, person.id);
  if (direct.complaintStatus === null || !isOpen(direct.complaintStatus)) {
    await changeConversation(tx, direct, { complaintId });
  }
  const { traceId } = source;
  await putSayings(tx, hub, [{ conversation, complaintId, saying: { say: 'registered', privately: true }, traceId }]);
}

/** Asks once; what was said stays collected, and is taken as it is where no answer comes. */
async function ask(tx: Db, hub: Hub, { conversation, source }: Heard, saying: Saying): Promise<void> {
  const now = hub.intake.now();
  const { traceId } = source;
  await changeConversation(tx, conversation, {
    askedAt: now,
    dueAt: new Date(now.getTime() + hub.intake.rules.answerMs),
  });
  await putSayings(tx, hub, [{ conversation, complaintId: null, saying, traceId }]);
}

/** Dropped, and visible with the reason. */
async function drop(tx: Db, { conversation, messages, source }: Heard, reason: DropReason | 'too_many'): Promise<void> {
  await settleHeard(tx, idsOf(messages), 'dropped', { reason });
  await close(tx, conversation);
  const { instance, traceId, inboxId } = source;
  const row = { hop: 'ingest', direction: 'in', instance, inboxId, traceId } as const;
  await audit(tx, [{ ...row, eventType: 'message', outcome: 'dropped', detail: reason }]);
}

async function greet(tx: Db, hub: Hub, { conversation, source }: Heard): Promise<void> {
  const now = hub.intake.now();
  const { greetedAt } = conversation;
  if (greetedAt !== null && greetedAt > before(now, GREET_AGAIN_MS)) return;
  await changeConversation(tx, conversation, { greetedAt: now });
  const { traceId } = source;
  await putSayings(tx, hub, [{ conversation, complaintId: null, saying: { say: 'greeting' }, traceId }]);
}

const SETTLED = { collectingSince: null, dueAt: null, askedAt: null };
const close = (tx: Db, conversation: ConversationRow): Promise<void> => changeConversation(tx, conversation, SETTLED);
const idsOf = (messages: MessageRow[]): string[] => messages.map(({ id }) => id);
const before = (now: Date, ms: number): Date => new Date(now.getTime() - ms);
