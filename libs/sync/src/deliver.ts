import { type Connection, ConnectorError, type Outgoing, type Push, type Target } from '#connector';
import { type CaseDelivery, claimDelivery, type Delivery, endClaim, FencedError, mayProbe } from '#store';
import { isOurFault } from './fault.ts';
import { arrived, buried, failed, heldBack } from './end.ts';
import { fetchFile } from './fetch-file.ts';
import { type Hub, instanceOf } from './hub.ts';
import type { Leases } from './leases.ts';
import { prepare, type Prepared } from './outgoing.ts';
import { say } from './intake/say.ts';
import { reread } from './reread.ts';
import { ASK, postpone, settle, SETTLE_AFTER_MS } from './settle.ts';
import { recording } from './trace.ts';

const WAIT_AGAIN_MS = 500;

/** Hop 3: what waits in a lane becomes requests to a platform, one after the other, until nothing is due. */
export async function deliverLane(hub: Hub, leases: Leases, lane: string): Promise<number> {
  for (let count = 0; ; count += 1) {
    const delivery = await claimDelivery(hub.pool, lane);
    if (!delivery) return count;
    if (!(await mayProbe(hub.pool, delivery.instance, delivery.breakerFailures))) {
      await endClaim(hub.pool, delivery, { state: 'waiting', unsettled: delivery.unsettled });
      return count;
    }
    let isLast = false;
    await leases.during(delivery, async () => {
      isLast = (await deliverOne(hub, delivery)) === true;
    });
    if (isLast) return count + 1;
  }
}

/** True where nothing is left in the lane. */
async function deliverOne(hub: Hub, delivery: Delivery): Promise<boolean | void> {
  return recording(async (said) => {
    try {
      if (delivery.kind === 'fetch') return await fetchFile(hub, delivery, said);
      if (delivery.kind === 'said') return await say(hub, delivery, said);
      if (!isAboutComplaint(delivery)) throw new TypeError('A delivery is about no complaint');
      const prepared = await prepare(hub, delivery);
      if (prepared.verdict === 'wait') return await postpone(hub, delivery, WAIT_AGAIN_MS);
      const { overtaken } = prepared;
      if (overtaken !== null && !delivery.unsettled) return await callOff(hub, delivery, overtaken);
      if (prepared.outgoing === null) return void (await heldBack(hub, delivery, prepared));
      return await send(hub, delivery, prepared, said);
    } catch (error) {
      if (error instanceof FencedError) {
        hub.log.warn({ 'delivery.id': delivery.id, instance: delivery.instance }, 'deliver.fenced');
        return;
      }
      if (!isOurFault(error)) throw error;
      hub.log.error({ 'delivery.id': delivery.id, 'error.message': String(error) }, 'deliver.crashed');
      const inside = new ConnectorError('malformed', 'Galat dalam simpul saat mengirim', {
        cause: error,
        uncertain: true,
      });
      await failed(hub, delivery, inside, said);
    }
  });
}

/** All deliveries are, but for what is said in a conversation. */
export const isAboutComplaint = (delivery: Delivery): delivery is CaseDelivery =>
  delivery.complaintId !== null && delivery.kind !== 'said';

async function send(hub: Hub, delivery: CaseDelivery, prepared: Prepared, said: Parameters<typeof arrived>[3]) {
  const { connection, title } = instanceOf(hub, delivery.instance);
  const outgoing = prepared.outgoing as Outgoing;
  const push = connection.push[outgoing.kind] as Push<Outgoing> | undefined;
  let to: Target | null = null;
  try {
    if (!push) throw new ConnectorError('rejected', `${title} tidak menerima ${outgoing.kind}`);
    to = targetOf(delivery, prepared);
    const { overtaken } = prepared;
    const receipt = delivery.unsettled
      ? await settle(push, outgoing, to, delivery, overtaken !== null)
      : await push.send(outgoing, to);
    if (receipt === 'moot') return await callOff(hub, delivery, overtaken ?? '');
    if (receipt === 'later') return await postpone(hub, delivery, SETTLE_AFTER_MS);
    if (receipt === 'ask')
      return void (await heldBack(hub, delivery, { ...prepared, verdict: 'hold', reason: ASK }, 'uncertain'));
    return await arrived(hub, delivery, receipt, said, prepared);
  } catch (error) {
    if (!(error instanceof ConnectorError)) throw error;
    const { externalId } = to ?? {};
    if (error.gone && externalId && (await isGone(connection, externalId)))
      return await buried(hub, delivery, externalId);
    if (error.conflict && externalId) return await reread(hub, delivery, externalId, error, said);
    await failed(hub, delivery, error, said);
  }
}

async function callOff(hub: Hub, delivery: CaseDelivery, reason: string): Promise<void> {
  await heldBack(hub, delivery, { verdict: 'pointless', reason });
}

/** A 404 may also be a wrong path in the profile: the case is gone only where asking for it says so too. */
const isGone = async (connection: Connection, externalId: string): Promise<boolean> =>
  (await connection.fetch?.(externalId).catch(() => undefined)) === null;

export function targetOf({ instance, since, kind }: Delivery, { held, told }: Prepared): Target {
  const link = held.links.findLast((each) => each.instance === instance);
  const externalId = kind === 'opened' ? '' : (link?.externalId ?? '');
  return { externalId, label: link?.label ?? null, since, isKnown: (eventId) => told.has(eventId) };
}
