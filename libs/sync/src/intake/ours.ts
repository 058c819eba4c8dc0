import { v7 as uuidv7 } from 'uuid';
import type { Message, Person } from '#complaint';
import {
  type ConversationRow,
  type Db,
  insertHeard,
  isSaying,
  lostSayings,
  type MessageRow,
  messageByDelivery,
  messageByHash,
  nameSaid,
  originCase,
  personById,
  quotedComplaint,
  raisedInThread,
  raiseSaid,
  settleHeard,
  settleSaid,
} from '#store';
import type { Hub } from '../hub.ts';
import { type Source, takeSpoken } from './event.ts';
import { conversationHash, identify, locate, messageHash } from './identity.ts';
import { inWords, withoutName, type Words, wordsOf } from './words.ts';

type HeardOurs = 'ok' | 'duplicate' | 'wait';

/**
 * Our account said something: the hub did, and this is its echo, or a person of an office did in the app.
 *
 * Where the platform does not tell which, its words do while the receipt is under way or was lost. Else it may be an echo
 * while anything of ours is under way there; once there is a receipt, that names it.
 */
export async function heardOurs(
  tx: Db,
  hub: Hub,
  where: Omit<Source, 'conversationId'>,
  spoken: Message,
  isLate: boolean,
): Promise<HeardOurs> {
  const { sealer } = hub;
  const { instance } = where;
  const hash = messageHash(sealer, instance, spoken.id);
  const own = spoken.own === undefined ? undefined : await messageByDelivery(tx, spoken.own);
  const known = own ?? (await messageByHash(tx, instance, hash));
  if (known) return heardEcho(tx, hub, known, hash);
  const conversation = await conversationIn(tx, hub, instance, spoken);
  if (!conversation) return 'ok';
  if (spoken.byUs !== 'by_hand') {
    const lost = (await lostSayings(tx, conversation.id)).find(({ body }) => isEchoOf(sealer.openJson(body), spoken));
    if (lost) return heardEcho(tx, hub, lost, hash);
    if (!isLate && (await isSaying(tx, conversation.id))) return 'wait';
    if (spoken.byUs === 'echo') return 'ok';
  }
  return importByHand(tx, hub, { ...where, conversationId: conversation.id }, { conversation, spoken, hash });
}

/** What was lost has arrived: its echo says so, and what waits behind it can leave. */
async function heardEcho(tx: Db, hub: Hub, { id, deliveryId }: MessageRow, hash: Buffer): Promise<HeardOurs> {
  await nameSaid(tx, id, hash);
  const raised = await raiseSaid(tx, { ids: [id] }, 'sent');
  if (deliveryId) await hub.bell.ring(tx, await settleSaid(tx, deliveryId));
  return raised > 0 ? 'ok' : 'duplicate';
}

/** No answer of ours fits another's beginning; its end may be cut, or hold the buttons as words. */
const TELLING_CHARS = 100;

function isEchoOf(ours: unknown, { text }: Message): boolean {
  const beginning = (words: string) => words.normalize('NFC').replace(/\s+/g, ' ').trim().slice(0, TELLING_CHARS);
  const start = beginning((ours as Words).text);
  return start !== '' && beginning(text).startsWith(start);
}

async function importByHand(
  tx: Db,
  hub: Hub,
  source: Source,
  { conversation, spoken, hash }: { conversation: ConversationRow; spoken: Message; hash: Buffer },
): Promise<HeardOurs> {
  const { sealer } = hub;
  const { instance, inboxId } = source;
  const id = uuidv7();
  const words = wordsOf(spoken);
  const isNew = await insertHeard(tx, {
    id,
    instance,
    conversationId: conversation.id,
    direction: 'out',
    hash,
    body: sealer.sealJson(words),
    at: spoken.at,
    state: 'imported',
    inboxId,
  });
  if (!isNew) return 'duplicate';
  const quotes = spoken.quotes && messageHash(sealer, instance, spoken.quotes);
  const quoted = quotes ? await quotedComplaint(tx, conversation, quotes) : null;
  const complaintId = quoted ?? conversation.complaintId;
  if (complaintId === null) return 'ok';
  await takeSpoken(tx, hub, source, {
    id: `message:${id}`,
    type: 'replied',
    externalId: await originCase(tx, complaintId, instance),
    at: spoken.at,
    author: { role: 'office' },
    text: inWords({ ...words, text: withoutName(words.text, await personOf(tx, hub, conversation)) }),
    // What was written to one person alone is not told to everybody.
    public: spoken.conversation.kind === 'comment',
    attachments: spoken.attachments,
  });
  await settleHeard(tx, [id], 'imported', { complaintId });
  return 'ok';
}

async function personOf(tx: Db, { sealer }: Hub, { personId }: ConversationRow): Promise<Person | null> {
  const person = personId === null ? undefined : await personById(tx, personId);
  return person ? (sealer.openJson(person.identity) as Person) : null;
}

/** Below a comment we speak to whoever raised a complaint there. */
async function conversationIn(
  tx: Db,
  { sealer }: Hub,
  instance: string,
  { conversation, person }: Message,
): Promise<ConversationRow | undefined> {
  if (conversation.kind === 'comment') {
    const raised = await raisedInThread(tx, instance, conversationHash(sealer, instance, conversation));
    if (raised || !person) return raised;
  }
  if (!person) return undefined;
  const personId = await identify(tx, sealer, instance, person);
  return locate(tx, sealer, instance, conversation, personId);
}
