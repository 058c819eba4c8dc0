import type { ComplaintEvent, Opened } from '#complaint';
import type { Db, Proposal } from '#store';
import { Batch } from '../batch.ts';
import { type Hub, instanceOf } from '../hub.ts';
import { take } from '../take.ts';

/** Where an event of a conversation comes from. */
export interface Source {
  instance: string;
  conversationId: string;
  inboxId: string;
  traceId: string;
}

/** Where it was said; the page of a complaint that began below a post is linked there for all to read. */
export const privacyOf = ({ kind }: { kind: 'direct' | 'comment' }): { private?: true } =>
  kind === 'direct' ? { private: true } : {};

/** Takes an event that a conversation made, as if the platform had told it as a case. */
export async function takeSpoken(tx: Db, hub: Hub, source: Source, event: ComplaintEvent): Promise<void> {
  const instance = instanceOf(hub, source.instance);
  const batch = await Batch.forEvents(tx, hub, instance, [event]);
  take(batch, instance, event, { id: source.inboxId, traceId: source.traceId });
  await batch.flush();
}

/** Opens a complaint whose answers go back to the conversation; its id. The person hears its number. */
export async function openSpoken(
  tx: Db,
  hub: Hub,
  source: Source,
  event: Opened,
  proposal: Proposal | null,
): Promise<string> {
  const instance = instanceOf(hub, source.instance);
  const { inboxId: id, traceId, conversationId } = source;
  const batch = await Batch.forEvents(tx, hub, instance, [event]);
  take(batch, instance, event, { id, traceId }, { conversationId, proposal });
  const held = batch.byExternalId(event.externalId);
  if (!held) throw new TypeError('A complaint was opened and is not there');
  const complaintId = held.complaint.id;
  const conversation = { id: conversationId, instance: source.instance };
  batch.say({ conversation, complaintId, saying: { say: 'registered' }, traceId });
  await batch.flush();
  return complaintId;
}
