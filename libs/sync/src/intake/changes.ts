import type { MessageEdited, MessageMoved, PersonChanged } from '#complaint';
import { changeBody, conversationById, type Db, messageByHash, originCase } from '#store';
import type { Hub } from '../hub.ts';
import { CORRECTED } from '../reporter-words.ts';
import { privacyOf, takeSpoken, type Source } from './event.ts';
import { messageHash, rename } from './identity.ts';
import type { Words } from './words.ts';

type Where = Omit<Source, 'conversationId'>;
type Changing = 'ok' | 'duplicate' | 'wait';

/** Says it otherwise: what is collected changes, and who has a complaint already hears of it. */
export async function edited(tx: Db, hub: Hub, where: Where, edit: MessageEdited): Promise<Changing> {
  const { sealer } = hub;
  const message = await messageByHash(tx, where.instance, messageHash(sealer, where.instance, edit.messageId));
  if (!message) return 'wait';
  if (message.body === null || message.direction === 'out') return 'duplicate';
  const words = sealer.openJson(message.body) as Words;
  const isOld = words.editedAt !== undefined && Date.parse(edit.at) < Date.parse(words.editedAt);
  if (isOld || words.text === edit.text) return 'duplicate';
  await changeBody(tx, message.id, sealer.sealJson({ ...words, text: edit.text, editedAt: edit.at } satisfies Words));
  if (message.state !== 'taken' || message.complaintId === null) return 'ok';
  const source = { ...where, conversationId: message.conversationId };
  await takeSpoken(tx, hub, source, {
    // Told twice with the same words it is the same event.
    id: `edited:${message.id}:${sealer.hash(edit.text).toString('hex').slice(0, 16)}`,
    type: 'followed_up',
    externalId: await originCase(tx, message.complaintId, where.instance),
    at: edit.at,
    author: { role: 'citizen' },
    text: `${CORRECTED}${edit.text}`,
    ...privacyOf(await conversationById(tx, message.conversationId)),
    attachments: [],
  });
  return 'ok';
}

/** Taken back by its author: its content goes. What is merely hidden or shown again stays. */
export async function moved(tx: Db, { sealer }: Hub, { instance }: Where, move: MessageMoved): Promise<Changing> {
  if (move.to !== 'withdrawn') return 'ok';
  const message = await messageByHash(tx, instance, messageHash(sealer, instance, move.messageId));
  if (!message) return 'wait';
  if (message.body === null) return 'duplicate';
  await changeBody(tx, message.id, null);
  return 'ok';
}

/** A new number, or another id for the same person. */
export async function renamed(tx: Db, { sealer }: Hub, { instance }: Where, change: PersonChanged): Promise<Changing> {
  await rename(tx, sealer, instance, change);
  return 'ok';
}
