import type { Conversation, Person } from '#complaint';
import type { OutgoingSaid } from '#connector';
import { attachmentsOfEvent, type Delivery, lastHeardIn, type Talk, talkOf } from '#store';
import type { Hub } from '../hub.ts';
import { fileOf } from '../outgoing.ts';
import type { Again, Saying } from './saying.ts';
import { wordingOf } from './wording.ts';
import type { Words } from './words.ts';

/** What a delivery is going to say, or why it must not leave now. */
type ToBeSaid = { talk: Talk } & (
  | { outgoing: OutgoingSaid }
  | { outgoing: null; verdict: 'wait' | 'hold'; reason: string }
);

/** Made at the moment of saying: where the complaint stands then, and who may read it then. */
export async function toBeSaid(hub: Hub, delivery: Delivery): Promise<ToBeSaid> {
  const { sealer, publicUrl, instances, pool } = hub;
  const { conversationId, again, ...saying } = delivery.body as { conversationId: string; again?: Again } & Saying;
  const talk = await talkOf(pool, { ...delivery, conversationId });
  const { conversation, identity, complaint } = talk;
  const isRahasia = complaint?.rahasia === true;
  const isForOne = isRahasia || (saying.say === 'registered' && saying.privately === true);
  const visibility = conversation.kind === 'comment' && !isForOne ? 'public' : 'private';
  const files = delivery.eventId ? await attachmentsOfEvent(pool, delivery.eventId) : [];
  if (files.some(({ state }) => state === 'pending')) {
    return { talk, outgoing: null, verdict: 'wait', reason: 'Menunggu lampiran' };
  }
  const heard = conversation.kind === 'comment' ? await lastHeardIn(pool, conversation.id) : undefined;
  const worded = wordingOf(saying, {
    // Of a rahasia complaint the page shows nothing.
    complaint: complaint && {
      ...complaint,
      link: complaint.rahasia ? null : `${publicUrl}/lacak/${complaint.token}`,
    },
    isPublic: visibility === 'public',
    titleOf: (name) => instances.get(name)?.title ?? name,
  });
  const outgoing: OutgoingSaid = {
    kind: 'said',
    deliveryId: delivery.id,
    at: delivery.createdAt.toISOString(),
    conversation: sealer.openJson(conversation.address) as Conversation,
    person: identity && (sealer.openJson(identity) as Person),
    lastInboundAt: conversation.lastInboundAt?.toISOString() ?? null,
    answers: heard?.body ? { id: (sealer.openJson(heard.body) as Words).id, at: heard.at.toISOString() } : null,
    visibility,
    ...worded,
    attachments:
      visibility === 'private' && saying.say === 'reply'
        ? files.filter(({ state }) => state === 'stored').map((each) => fileOf(hub, each))
        : [],
    byHand: saying.say === 'reply',
    outsideWindow: again === 'window',
  };
  return { talk, outgoing };
}
