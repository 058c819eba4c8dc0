import { ConnectorError, type Exchange, type OutgoingSaid, type Receipt, type Target } from '#connector';
import {
  acceptSaid,
  audit,
  countSuccess,
  type Db,
  type Delivery,
  endClaim,
  failSaid,
  holdLastInbound,
  holdSaid,
  keepSaid,
  saidHashes,
  sayAnew,
  sayAsTemplate,
  type Talk,
  transaction,
  wakeWaiting,
} from '#store';
import { failed, heldBack, rowOf } from '../end.ts';
import { type Hub, instanceOf } from '../hub.ts';
import { ASK, postpone, SETTLE_AFTER_MS, settle, UNREACHABLE } from '../settle.ts';
import { exchangeColumns } from '../trace.ts';
import { messageHash } from './identity.ts';
import { toBeSaid } from './to-say.ts';
import type { Words } from './words.ts';

const WAIT_AGAIN_MS = 500;

/** Says one thing in a conversation. What may have been said is not said again: its receipt names it, or a person decides. */
export async function say(hub: Hub, delivery: Delivery, said: Exchange[]): Promise<void> {
  const { connection, title } = instanceOf(hub, delivery.instance);
  const { talk, ...made } = await toBeSaid(hub, delivery);
  if (made.outgoing === null) return postpone(hub, delivery, WAIT_AGAIN_MS);
  // A receipt that came before the answer, or instead of it, has settled what was uncertain.
  const isKnown = delivery.unsettled && ARRIVED.includes(talk.messageState);
  if (!isKnown) await remember(hub, talk, made.outgoing);
  try {
    const push = connection.push.said;
    if (!push) throw new ConnectorError('rejected', `${title} tidak dapat menjawab percakapan`);
    const receipt = isKnown
      ? NAMELESS
      : delivery.unsettled
        ? await settle(push, made.outgoing, await targetOf(hub, delivery, talk, made.outgoing), delivery)
        : await push.send(made.outgoing, await targetOf(hub, delivery, talk, made.outgoing));
    if (receipt === 'later') return await postpone(hub, delivery, SETTLE_AFTER_MS);
    const isInDoubt = receipt === 'ask' && (await heldBack(hub, delivery, IN_DOUBT, 'uncertain', hasArrived(talk)));
    if (isInDoubt) return;
    const taken = receipt === 'ask' ? NAMELESS : receipt;
    await arrived(hub, delivery, { talk, receipt: taken, outgoing: made.outgoing }, said);
  } catch (error) {
    if (!(error instanceof ConnectorError)) throw error;
    await refused(hub, delivery, talk, error, said);
  }
}

/** Before it is said: its echo may come before the answer, and nothing but the words tells whose echo that is. */
const remember = ({ pool, sealer }: Hub, { messageId }: Talk, outgoing: OutgoingSaid): Promise<void> =>
  keepSaid(pool, messageId, sealer.sealJson(wordsOfOurs('', outgoing)));

const wordsOfOurs = (id: string, { text }: OutgoingSaid): Words => ({ id, text, attachments: [] });

const ARRIVED: string[] = ['sent', 'delivered', 'read'];
/** What a receipt or an echo has named already. */
const NAMELESS: Receipt = { externalId: '' };
const IN_DOUBT = { verdict: 'hold', reason: ASK } as const;

/** Its echo may have come while this very try was under way, and found nothing to settle. */
const hasArrived =
  ({ messageId }: Talk) =>
  async (tx: Db): Promise<boolean> =>
    ARRIVED.includes(await holdSaid(tx, messageId));

async function targetOf(
  { pool, sealer }: Hub,
  delivery: Delivery,
  { conversation, messageId }: Talk,
  { conversation: { id } }: OutgoingSaid,
): Promise<Target> {
  const known = new Set((await saidHashes(pool, conversation.id, messageId)).map((hash) => hash.toString('hex')));
  const isKnown = (said: string): boolean => known.has(messageHash(sealer, delivery.instance, said).toString('hex'));
  return { externalId: id, label: null, since: delivery.since, isKnown };
}

async function arrived(
  hub: Hub,
  delivery: Delivery,
  { talk, receipt, outgoing }: { talk: Talk; receipt: Receipt; outgoing: OutgoingSaid },
  said: Exchange[],
): Promise<void> {
  const { sealer } = hub;
  const { instance } = delivery;
  const ids = receipt.eventIds ?? [];
  const words = wordsOfOurs(ids[0] ?? '', outgoing);
  await transaction(hub.pool, async (tx) => {
    await endClaim(tx, delivery, { state: 'done' });
    const hashes = ids.map((id) => messageHash(sealer, instance, id));
    await acceptSaid(tx, { id: talk.messageId, hashes, body: sealer.sealJson(words) });
    await countSuccess(tx, instance);
    await wakeWaiting(tx, instance, null);
    const detail = receipt.refused?.join('; ');
    await audit(tx, [{ ...rowOf(delivery), outcome: 'ok', detail, ...exchangeColumns(said) }]);
  });
  hub.log.info({ instance, kind: 'said', trace_id: delivery.traceId }, 'deliver.ok');
}

/** Who can't be reached at all is a person's to see; not where it stands below the comment for all to read anyway. */
async function refused(
  hub: Hub,
  delivery: Delivery,
  talk: Talk,
  error: ConnectorError,
  said: Exchange[],
): Promise<void> {
  const { why, message: reason } = error;
  if (why === 'window') return shutOut(hub, delivery, talk, reason, said);
  if (why === 'unreachable') {
    return transaction(hub.pool, async (tx) => {
      const state = talk.conversation.kind === 'comment' ? 'skipped' : 'parked';
      await failSaid(tx, talk.messageId, reason);
      await endClaim(tx, delivery, { state, reason: UNREACHABLE, failure: 'unreachable' });
      await audit(tx, [{ ...rowOf(delivery), outcome: 'unreachable', detail: reason, ...exchangeColumns(said) }]);
    });
  }
  return failed(hub, delivery, error, said);
}

const WHEN_THEY_WRITE = 'dikirim begitu orang itu menulis lagi';

/**
 * The window is closed: it is said as a template, and what none says ends here until the person writes again. Nobody could
 * say it sooner, and what comes behind it must not wait for that. Who wrote meanwhile has opened it.
 */
async function shutOut(
  hub: Hub,
  delivery: Delivery,
  { conversation, messageId }: Talk,
  why: string,
  said: Exchange[],
): Promise<void> {
  const { id, kind, lastInboundAt } = conversation;
  await transaction(hub.pool, async (tx) => {
    const hasWritten = (await holdLastInbound(tx, id))?.getTime() !== lastInboundAt?.getTime();
    const row = { ...rowOf(delivery), ...exchangeColumns(said) };
    if (hasWritten || (kind === 'direct' && delivery.body['again'] !== 'window')) {
      await (hasWritten ? sayAnew : sayAsTemplate)(tx, delivery.id);
      await endClaim(tx, delivery, { state: 'waiting', runAt: new Date() });
      return audit(tx, [{ ...row, outcome: 'window', detail: why }]);
    }
    const reason = `${why}; ${WHEN_THEY_WRITE}`;
    await failSaid(tx, messageId, reason);
    await endClaim(tx, delivery, { state: 'skipped', failure: 'window', reason });
    return audit(tx, [{ ...row, outcome: 'skipped', detail: reason }]);
  });
}
