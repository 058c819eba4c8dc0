import { type Complaint, type EventType, forwarded, hearStatus, isOpen } from '#complaint';
import { ConnectorError, type Exchange, FAILURES, type Receipt } from '#connector';
import {
  audit,
  type AuditRow,
  type CaseDelivery,
  claimEchoes,
  countFailure,
  countSuccess,
  type Db,
  type Delivery,
  endArrived,
  endClaim,
  type Held,
  type HeldLink,
  insertEvents,
  type NewEvent,
  pauseInstance,
  persistently,
  skipLane,
  throttleInstance,
  transaction,
  wakeWaiting,
} from '#store';
import { v7 as uuidv7 } from 'uuid';
import { Batch } from './batch.ts';
import { type Hub, instanceOf } from './hub.ts';
import { tellConversation } from './intake/tell.ts';
import { laterHandler, type Prepared } from './outgoing.ts';
import { retryAt } from './retry.ts';
import { exchangeColumns } from './trace.ts';

export const rowOf = (delivery: Delivery): Omit<AuditRow, 'outcome'> => ({
  hop: 'deliver',
  direction: 'out',
  instance: delivery.instance,
  complaintId: delivery.complaintId,
  deliveryId: delivery.id,
  eventType: delivery.kind,
  attempt: delivery.attempts + 1,
  rule: delivery.rule ?? undefined,
  traceId: delivery.traceId,
});

/** The platform took it: the link, the ids of its echo, what others are to hear, and the audit are one transaction. */
export async function arrived(
  hub: Hub,
  delivery: CaseDelivery,
  receipt: Receipt,
  said: Exchange[],
  { attachments }: Prepared,
): Promise<boolean> {
  const { kind, unsettled } = delivery;
  const changesNothing = kind !== 'opened' && !unsettled && !receipt.label && attachments.length === 0;
  const isLast = changesNothing
    ? await persistently(() =>
        endArrived(hub.pool, delivery, {
          externalId: receipt.externalId,
          echoes: echoesOf(delivery, receipt),
          audit: arrivedRow(delivery, receipt, said),
        }),
      )
    : (await arrivedWithChanges(hub, delivery, receipt, said), false);
  hub.log.info(
    {
      instance: delivery.instance,
      kind: delivery.kind,
      trace_id: delivery.traceId,
    },
    'deliver.ok',
  );
  return isLast;
}

const arrivedRow = (delivery: Delivery, receipt: Receipt, said: Exchange[]): AuditRow => ({
  ...rowOf(delivery),
  outcome: 'ok',
  detail: receipt.refused?.join('; ') ?? receipt.externalId,
  ...exchangeColumns(said),
});

async function arrivedWithChanges(hub: Hub, delivery: CaseDelivery, receipt: Receipt, said: Exchange[]): Promise<void> {
  await transaction(hub.pool, async (tx) => {
    const batch = await Batch.forComplaint(tx, hub, delivery.complaintId);
    await endClaim(tx, delivery, { state: 'done', echoes: receipt.eventIds });
    const held = batch.byId(delivery.complaintId);
    const link = held.links.findLast(({ instance }) => instance === delivery.instance);
    if (!link) throw new TypeError('A delivery arrived for a platform without a link');
    if (delivery.kind === 'opened') await created(batch, held, link, delivery, receipt);
    if (receipt.label) batch.changeLink(link, { label: receipt.label, labelAt: receipt.labelAt ?? link.labelAt });
    const at = new Date().toISOString();
    const echoes = echoesOf(delivery, receipt).map(({ id, type }): NewEvent => {
      const { complaintId, instance } = delivery;
      return {
        id: uuidv7(),
        complaintId,
        instance,
        event: { id, type, at },
        body: null,
        effect: 'echo',
        inboxId: null,
      };
    });
    await insertEvents(tx, echoes);
    if (delivery.unsettled) await claimEchoes(tx, delivery.instance, echoesOf(delivery, receipt));
    await attachFiles(batch, held, delivery);
    await countSuccess(tx, delivery.instance);
    batch.audits.push(arrivedRow(delivery, receipt, said));
    await batch.flush();
    await wakeWaiting(tx, delivery.instance, receipt.externalId);
  });
}

/** The case exists there now; a handler's status counts from here on, and home shows where else it lives. */
async function created(batch: Batch, held: Held, link: HeldLink, delivery: Delivery, receipt: Receipt): Promise<void> {
  const { traceId } = delivery;
  const { externalId } = receipt;
  batch.changeLink(link, { externalId, state: 'open', url: receipt.url ?? null });
  const before: Complaint = held.complaint;
  // It may have been made before somebody decided otherwise, and is known of only now.
  if (link.role !== 'handler' || laterHandler(held.links, link) || !isOpen(before.status)) return;
  batch.change(held, forwarded(before, link.instance));
  const { home } = batch.hub.routing;
  const others = held.links.filter(
    ({ instance, state }) => instance !== link.instance && (state === 'open' || state === 'pending'),
  );
  const tell = (target: string, kind: string, body: object) => {
    const push = batch.hub.instances.get(target)?.connection.push ?? {};
    if (Object.hasOwn(push, kind)) batch.deliverTo(held, target, { kind, eventId: null, body, traceId });
    else tellConversation(batch, held, target, { kind, eventId: null, body, traceId });
  };
  if (others.some(({ instance }) => instance === home)) {
    tell(home, 'linked', { instance: link.instance, externalId, url: receipt.url ?? null });
  }
  const { status, outcome, rejection } = held.complaint;
  if (status === before.status) return;
  const note = `Diteruskan ke ${instanceOf(batch.hub, link.instance).title}, nomor ${externalId}`;
  const body = { status, outcome, rejection, note, source: link.instance };
  for (const { instance } of hearStatus(others)) tell(instance, 'status_changed', body);
}

/** By what our own write is known again when the platform tells us of it. */
function echoesOf({ kind }: Delivery, receipt: Receipt): { id: string; type: EventType }[] {
  const type = kind === 'opened' ? 'opened' : kind === 'replied' || kind === 'followed_up' ? kind : 'status_changed';
  return (receipt.eventIds ?? []).map((id) => ({ id, type }));
}

/** For platforms that take files in calls of their own: those follow, in order, behind what they belong to. */
async function attachFiles(batch: Batch, held: Held, { kind, eventId, instance, traceId }: Delivery): Promise<void> {
  const carriesFiles = kind === 'opened' || kind === 'replied' || kind === 'followed_up';
  const takesFiles = batch.hub.instances.get(instance)?.connection.push.attached !== undefined;
  if (!carriesFiles || !takesFiles || eventId === null) return;
  const { rows } = await batch.tx.query<{ id: string }>(
    `select id from attachment where event_id = $1 and state = 'stored' order by id`,
    [eventId],
  );
  for (const { id } of rows) {
    batch.deliverTo(held, instance, { kind: 'attached', eventId, body: { attachmentId: id }, traceId });
  }
}

/** The failure table: who can act decides what becomes of the delivery. */
export async function failed(hub: Hub, delivery: Delivery, error: ConnectorError, said: Exchange[]): Promise<void> {
  const { instance } = delivery;
  const { failure, message: reason } = error;
  const unsettled = delivery.unsettled || error.uncertain;
  const { retry, pause } = FAILURES[failure];
  const attempts = pause || failure === 'throttled' ? delivery.attempts : delivery.attempts + 1;
  const now = new Date();
  const again =
    failure === 'throttled' || pause
      ? (error.retryAt ?? now)
      : retry
        ? retryAt(hub.retry, attempts, now, error.retryAt)
        : null;

  await transaction(hub.pool, async (tx) => {
    const state = again === null ? 'parked' : 'waiting';
    await endClaim(tx, delivery, {
      state,
      attempts,
      unsettled,
      failure,
      reason,
      runAt: again ?? undefined,
      triedJustNow: error.uncertain,
    });
    if (pause) await pauseInstance(tx, instance, reason, 'hub');
    if (failure === 'throttled' && !error.isNarrow) await throttleInstance(tx, instance, error.retryAt ?? now);
    if (failure === 'unavailable') {
      const breaker = await countFailure(tx, instance);
      if (breaker.opened) await audit(tx, [breakerRow(instance, reason, delivery.traceId)]);
    }
    const row = { ...rowOf(delivery), outcome: state === 'parked' ? 'parked' : failure, detail: reason };
    if (!isOwnThrottle(failure, said)) await audit(tx, [{ ...row, ...exchangeColumns(said) }]);
  });
  const fields = { instance, failure, reason, trace_id: delivery.traceId, 'delivery.id': delivery.id };
  hub.log.warn(fields, again === null ? 'deliver.parked' : 'deliver.failed');
  if (pause) hub.log.error({ instance, reason }, 'instance.paused');
}

/** Long enough for what the case shows to be ingested. */
const CONFLICT_AGAIN_MS = 2_000;

/** The case had changed there: the delivery comes again once the change was taken in. */
export async function conflicted(hub: Hub, delivery: Delivery, reason: string, said: Exchange[]): Promise<void> {
  const { unsettled } = delivery;
  const attempts = delivery.attempts + 1;
  const runAt = new Date(Date.now() + CONFLICT_AGAIN_MS);
  await transaction(hub.pool, async (tx) => {
    await endClaim(tx, delivery, { state: 'waiting', attempts, unsettled, failure: 'conflict', reason, runAt });
    await audit(tx, [{ ...rowOf(delivery), outcome: 'conflict', detail: reason, ...exchangeColumns(said) }]);
  });
}

/** Our own rate budget said "later" before anything left: no hop happened. */
const isOwnThrottle = (failure: string, said: Exchange[]): boolean => failure === 'throttled' && said.length === 0;

const breakerRow = (instance: string, detail: string, traceId: string): AuditRow => ({
  hop: 'system',
  instance,
  outcome: 'breaker_open',
  detail,
  traceId,
});

/** The case is no longer there: nothing more is sent about it, and where it was handled there, home decides again. */
export async function buried(hub: Hub, delivery: CaseDelivery, externalId: string): Promise<void> {
  const { home } = hub.routing;
  const reason = `Kasus ${externalId} sudah tidak ada di ${instanceOf(hub, delivery.instance).title}`;
  await transaction(hub.pool, async (tx) => {
    const batch = await Batch.forComplaint(tx, hub, delivery.complaintId);
    await endClaim(tx, delivery, { state: 'skipped', reason, failure: 'gone' });
    const held = batch.byId(delivery.complaintId);
    const link = held.links.findLast(({ instance }) => instance === delivery.instance);
    if (link) batch.changeLink(link, { state: 'gone' });
    if (held.complaint.handler === delivery.instance) batch.change(held, { ...held.complaint, handler: home });
    batch.audits.push({ ...rowOf(delivery), outcome: 'gone', detail: reason });
    await batch.flush();
  });
}

/**
 * What must not leave waits for a person, or ends where it has become pointless. `isMoot` is asked in the transaction:
 * where it says so nothing happens, and the answer is false.
 */
export async function heldBack(
  hub: Hub,
  delivery: Delivery,
  { verdict, reason }: Pick<Prepared, 'verdict' | 'reason'>,
  state: 'parked' | 'uncertain' | 'skipped' = verdict === 'pointless' ? 'skipped' : 'parked',
  isMoot: (tx: Db) => Promise<boolean> = () => Promise.resolve(false),
): Promise<boolean> {
  const { unsettled } = delivery;
  return transaction(hub.pool, async (tx) => {
    if (await isMoot(tx)) return false;
    await endClaim(tx, delivery, { state, reason, failure: verdict, unsettled });
    const { complaintId, instance, lane } = delivery;
    if (delivery.kind === 'opened' && state === 'skipped' && complaintId !== null) {
      await giveUpCase(tx, hub, { complaintId, instance, lane });
    }
    await audit(tx, [{ ...rowOf(delivery), outcome: state, detail: reason }]);
    return true;
  });
}

/** The case is not made there after all, and nobody waits for it: what stands behind it is given up too. */
export async function giveUpCase(
  tx: Db,
  hub: Hub,
  { complaintId, instance, lane }: { complaintId: string; instance: string; lane: string },
): Promise<void> {
  const batch = await Batch.forComplaint(tx, hub, complaintId);
  const link = batch.byId(complaintId).links.find((each) => each.instance === instance && each.state === 'pending');
  if (link) batch.changeLink(link, { state: 'refused' });
  await batch.flush();
  await skipLane(tx, lane, 'Aduan tidak jadi dibuat di sana');
}
