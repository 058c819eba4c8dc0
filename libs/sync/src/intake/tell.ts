import type { Held } from '#store';
import type { Batch } from '../batch.ts';
import { sayingOf } from './saying.ts';

interface News {
  kind: string;
  eventId: string | null;
  body: object;
  traceId: string;
}

/** Says in the conversation where the complaint was raised what other platforms are told. False where it is no news there. */
export function tellConversation(
  batch: Batch,
  held: Held,
  target: string,
  { kind, body, eventId, traceId }: News,
): boolean {
  const link = held.links.findLast(({ instance, conversationId }) => instance === target && conversationId !== null);
  const saying = sayingOf(kind, body);
  if (!link?.conversationId || !saying) return false;
  const conversation = { id: link.conversationId, instance: target };
  batch.say({ conversation, complaintId: held.complaint.id, saying, eventId, traceId });
  return true;
}
