import type { Receipted } from '#complaint';
import {
  type Db,
  failSaid,
  type MessageRow,
  messageByDelivery,
  messageByHash,
  nameSaid,
  parkSaid,
  raiseSaid,
  saidBody,
  settleSaid,
} from '#store';
import type { Hub } from '../hub.ts';
import { UNREACHABLE } from '../settle.ts';
import { identify, locate, messageHash } from './identity.ts';
import { type Again, putSayings, type Saying } from './saying.ts';

type Receipting = 'ok' | 'duplicate' | 'wait';

/**
 * What became of what we said. States only rise, whatever the order in which they are told.
 *
 * A receipt that names our delivery settles it where its answer was lost. What failed because the window had closed is
 * said once more as a template; what nobody but a person can mend waits for one.
 */
export async function receipted(
  tx: Db,
  hub: Hub,
  { instance, traceId }: { instance: string; traceId: string },
  receipt: Receipted,
): Promise<Receipting> {
  const said = await saidBy(tx, hub, instance, receipt);
  for (const { id, deliveryId } of said) {
    const [externalId] = receipt.messageIds;
    if (receipt.own !== undefined && externalId !== undefined) {
      await nameSaid(tx, id, messageHash(hub.sealer, instance, externalId));
    }
    if (deliveryId) await hub.bell.ring(tx, await settleSaid(tx, deliveryId));
  }
  if (receipt.state === 'failed') return failedLater(tx, hub, { instance, traceId }, receipt, said);

  const until = receipt.until && receipt.person ? await untilIn(tx, hub, instance, receipt) : undefined;
  if (said.length === 0 && !until) return 'wait';
  const raised = await raiseSaid(tx, { ids: said.map(({ id }) => id), until }, receipt.state);
  return raised > 0 ? 'ok' : 'duplicate';
}

async function saidBy(tx: Db, { sealer }: Hub, instance: string, receipt: Receipted): Promise<MessageRow[]> {
  const own = receipt.own === undefined ? undefined : await messageByDelivery(tx, receipt.own);
  if (own) return [own];
  const found: MessageRow[] = [];
  for (const id of receipt.messageIds) {
    const message = await messageByHash(tx, instance, messageHash(sealer, instance, id));
    if (message?.direction === 'out') found.push(message);
  }
  return found;
}

async function untilIn(tx: Db, { sealer }: Hub, instance: string, { person, until }: Receipted) {
  if (!person || !until) return undefined;
  const personId = await identify(tx, sealer, instance, person);
  const conversation = { kind: 'direct' as const, id: person.ids[0] ?? '' };
  const { id: conversationId } = await locate(tx, sealer, instance, conversation, personId);
  return { conversationId, at: until };
}

async function failedLater(
  tx: Db,
  hub: Hub,
  { instance, traceId }: { instance: string; traceId: string },
  { failure }: Receipted,
  said: MessageRow[],
): Promise<Receipting> {
  if (said.length === 0) return 'wait';
  let news = false;
  for (const { id, deliveryId, conversationId, complaintId } of said) {
    if (!(await failSaid(tx, id, failure?.message ?? 'gagal'))) continue;
    news = true;
    // A message of several: the first speaks for all.
    if (!deliveryId || (await messageByDelivery(tx, deliveryId))?.id !== id) continue;
    const { again, eventId, ...saying } = await saidBody(tx, deliveryId);
    const why = failure?.why ?? 'refused';
    if ((why === 'window' || why === 'later') && again === null) {
      const conversation = { id: conversationId, instance };
      const once = { saying: saying.body as Saying, again: why satisfies Again, eventId, traceId };
      await putSayings(tx, hub, [{ conversation, complaintId, ...once }]);
    } else {
      await parkSaid(
        tx,
        deliveryId,
        why === 'unreachable' ? UNREACHABLE : (failure?.message ?? 'Gagal menurut platform'),
      );
    }
  }
  return news ? 'ok' : 'duplicate';
}
