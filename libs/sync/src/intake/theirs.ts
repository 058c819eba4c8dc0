import { isOpen, type Message } from '#complaint';
import {
  type ConversationRow,
  changeConversation,
  complaintAskedFor,
  type Db,
  countHeardSince,
  hold,
  insertHeard,
  originCase,
  quotedComplaint,
  sayAfterAll,
  settleHeard,
} from '#store';
import { v7 as uuidv7 } from 'uuid';
import type { Hub } from '../hub.ts';
import { privacyOf, type Source, takeSpoken } from './event.ts';
import { identify, locate, messageHash } from './identity.ts';
import { decideBefore } from './open-due.ts';
import { type Placing, placing } from './placing.ts';
import { PER_HOUR_MS } from './rules.ts';
import { laneOfConversation, putSayings, type Saying, warn } from './saying.ts';
import { inWords, wordsOf } from './words.ts';

type Where = Omit<Source, 'conversationId'>;

/** Somebody said something: it is kept, and goes where it belongs. False where it was heard before. */
export async function heardTheirs(tx: Db, hub: Hub, where: Where, spoken: Message): Promise<boolean> {
  const { sealer, intake } = hub;
  const { instance } = where;
  const personId = spoken.person ? await identify(tx, sealer, instance, spoken.person) : null;
  const conversation = await locate(tx, sealer, instance, spoken.conversation, personId);
  const id = uuidv7();
  const isNew = await insertHeard(tx, {
    id,
    instance,
    conversationId: conversation.id,
    direction: 'in',
    hash: messageHash(sealer, instance, spoken.id),
    body: sealer.sealJson(wordsOf(spoken)),
    at: spoken.at,
    state: 'collected',
    inboxId: where.inboxId,
  });
  if (!isNew) return false;
  await noteInbound(tx, hub, conversation, spoken);

  const now = intake.now();
  const { complaintId, complaintStatus } = conversation;
  const quoted = spoken.quotes && messageHash(sealer, instance, spoken.quotes);
  const place = placing({
    text: spoken.text,
    button: spoken.button,
    hasContent: spoken.text.trim() !== '' || spoken.attachments.length > 0 || spoken.location !== undefined,
    isUnreadable: spoken.unreadable !== undefined,
    quoted: quoted ? await quotedComplaint(tx, conversation, quoted) : null,
    last: complaintId !== null && complaintStatus ? { id: complaintId, isOpen: isOpen(complaintStatus) } : null,
    heardLastHour: await countHeardSince(tx, conversation.id, new Date(now.getTime() - PER_HOUR_MS)),
    messagesPerHour: intake.rules.messagesPerHour,
  });
  await put(tx, hub, { ...where, conversationId: conversation.id }, { id, conversation, spoken }, place);
  return true;
}

interface Said {
  id: string;
  conversation: ConversationRow;
  spoken: Message;
}

async function put(
  tx: Db,
  hub: Hub,
  source: Source,
  { id, conversation, spoken }: Said,
  place: Placing,
): Promise<void> {
  const { traceId } = source;
  const answer = (saying: Saying, complaintId: string | null = null) =>
    putSayings(tx, hub, [{ conversation, complaintId, saying, traceId }]);
  switch (place.to) {
    case 'answer': {
      const { code } = place.command;
      const asked = code ? await complaintAskedFor(tx, conversation.id, code) : conversation.complaintId;
      await settleHeard(tx, [id], 'answered', { complaintId: asked });
      return asked ? answer({ say: 'state' }, asked) : answer({ say: 'unknown_code' });
    }
    case 'start': {
      await decideBefore(tx, hub, conversation, id);
      await changeConversation(tx, conversation, { complaintId: null, askedAt: null });
      if (place.rest !== '') return collect(tx, hub, conversation);
      await settleHeard(tx, [id], 'answered');
      return answer({ say: 'start' });
    }
    case 'follow_up':
    case 'not_done': {
      const { complaintId } = place;
      const reopens = place.to === 'not_done' && (await isResolved(tx, complaintId));
      const event = {
        id: `message:${id}`,
        externalId: await originCase(tx, complaintId, source.instance),
        at: spoken.at,
        author: { role: 'citizen' as const },
        attachments: spoken.attachments,
      };
      const text = inWords(wordsOf(spoken));
      const added = { ...event, type: 'followed_up' as const, text, ...privacyOf(conversation) };
      await takeSpoken(tx, hub, source, reopens ? { ...event, type: 'reopened', text: '' } : added);
      await settleHeard(tx, [id], 'taken', { complaintId });
      if (!reopens) return;
      // What they write next says what is not done.
      await changeConversation(tx, conversation, { complaintId });
      return answer({ say: 'reopened' }, complaintId);
    }
    case 'collect':
      return collect(tx, hub, conversation);
    case 'drop': {
      await settleHeard(tx, [id], 'dropped', { reason: place.reason });
      if (place.reason === 'unreadable') return answer({ say: 'unreadable' });
      if (place.reason === 'flood') return warn(tx, hub, conversation, 'flood', traceId);
    }
  }
}

const isResolved = async (tx: Db, complaintId: string): Promise<boolean> =>
  (await hold(tx, [complaintId])).get(complaintId)?.complaint.status === 'resolved';

/** The quiet window begins anew with everything that is said, within reason. */
async function collect(tx: Db, { intake }: Hub, conversation: ConversationRow): Promise<void> {
  const { quietMs, longestMs } = intake.rules;
  const now = intake.now();
  const since = conversation.askedAt ? now : (conversation.collectingSince ?? now);
  const dueAt = new Date(Math.min(now.getTime() + quietMs, since.getTime() + longestMs));
  await changeConversation(tx, conversation, { collectingSince: conversation.collectingSince ?? now, dueAt });
}

/**
 * Windows for answers are reckoned from the last thing that the person said, by the platform's clock; what could not be
 * said while theirs was closed comes before the answer to this.
 */
async function noteInbound(
  tx: Db,
  { sealer, bell }: Hub,
  conversation: ConversationRow,
  { at, ...said }: Message,
): Promise<void> {
  const { lastInboundAt } = conversation;
  const spokenAt = new Date(at);
  if (lastInboundAt !== null && lastInboundAt >= spokenAt) return;
  const address = sealer.sealJson(said.conversation);
  await changeConversation(tx, conversation, { lastInboundAt: spokenAt, address });
  await bell.ring(tx, await sayAfterAll(tx, laneOfConversation(conversation.id)));
}
