import type { Author, Outcome, Rejection, Status } from '#complaint';
import { changeConversation, type ConversationRow, type Db, insertSaid, type NewDelivery, putDeliveries } from '#store';
import type { Missing } from '#text';
import { v7 as uuidv7 } from 'uuid';
import type { Hub } from '../hub.ts';
import { WARN_AGAIN_MS } from './rules.ts';

/** What the outbox keeps of something that is to be said in a conversation: never the words, which are found as it leaves. */
export type Saying =
  | { say: 'registered'; privately?: true }
  | { say: 'status'; status: Status; outcome: Outcome | null; rejection: Rejection | null; note: string | null }
  | { say: 'reply'; author: Author; source: string; text: string }
  | { say: 'asked'; missing: Missing[] }
  | { say: 'state' | 'reopened' }
  | { say: 'greeting' | 'start' | 'unknown_code' | 'unreadable' | 'flood' | 'too_many' };

/** Why it is said a second time: the first did not arrive. `window`: as a template. */
export type Again = 'window' | 'later';

export interface ToSay {
  conversation: { id: string; instance: string };
  complaintId: string | null;
  saying: Saying;
  again?: Again | undefined;
  eventId?: string | null | undefined;
  traceId: string;
}

/** Whatever is said in one conversation leaves in this order, whichever complaint it is about. */
export const laneOfConversation = (id: string): string => `say:${id}`;

/** Puts what is to be said in the outbox, each with the message that it will be. */
export async function putSayings(tx: Db, hub: Hub, all: ToSay[]): Promise<void> {
  if (all.length === 0) return;
  const deliveries = all.map(({ conversation, complaintId, saying, again, eventId, traceId }) => ({
    id: uuidv7(),
    lane: laneOfConversation(conversation.id),
    complaintId,
    instance: conversation.instance,
    kind: 'said',
    eventId: eventId ?? null,
    body: { ...saying, conversationId: conversation.id, ...(again === undefined ? {} : { again }) },
    traceId,
  })) satisfies NewDelivery[];
  await putDeliveries(tx, deliveries);
  await insertSaid(
    tx,
    deliveries.map(({ id: deliveryId, instance, complaintId, body }) => ({
      id: uuidv7(),
      instance,
      conversationId: body.conversationId,
      complaintId,
      deliveryId,
    })),
  );
  await hub.bell.ring(tx, deliveries);
}

/** Says once in a while that it is too much: an answer to each would be a flood of our own. */
export async function warn(
  tx: Db,
  hub: Hub,
  conversation: ConversationRow,
  say: 'flood' | 'too_many',
  traceId: string,
): Promise<void> {
  const now = hub.intake.now();
  const { warnedAt } = conversation;
  if (warnedAt !== null && now.getTime() - warnedAt.getTime() < WARN_AGAIN_MS) return;
  await changeConversation(tx, conversation, { warnedAt: now });
  await putSayings(tx, hub, [{ conversation, complaintId: null, saying: { say }, traceId }]);
}

/** What a conversation hears of something that other platforms are told of; `null` where that is nothing for it. */
export function sayingOf(kind: string, body: object): Saying | null {
  if (kind === 'replied') return { say: 'reply', ...(body as { author: Author; source: string; text: string }) };
  if (kind !== 'status_changed') return null;
  const { status, outcome, rejection, note } = body as Extract<Saying, { say: 'status' }>;
  return status === 'received' ? null : { say: 'status', status, outcome, rejection, note };
}
