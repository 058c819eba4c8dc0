import { setImmediate } from 'node:timers/promises';
import type { Unit } from '#connector';
import { keepUnits, type Message, type NewMessage, type Verdict } from '#store';
import type { Batch } from './batch.ts';
import type { Hub, Instance } from './hub.ts';
import { unitId } from './unit-id.ts';

/** Units sealed and kept at once: who knocks meanwhile is answered between two such groups. */
const GROUP = 100;

/**
 * Takes a webhook apart: each thing that it tells becomes a message of its own, heard once by its key.
 *
 * Done with the webhook's own verdict in one transaction, so that nothing is lost between the two. What is meant for
 * another connector goes there as a webhook; where none is configured the whole is parked, and the rest goes its way.
 */
export async function split(batch: Batch, instance: Instance, message: Message, units: Unit[]): Promise<Verdict> {
  const { hub } = batch;
  let kept = 0;
  let news = 0;
  for (let from = 0; from < units.length; from += GROUP) {
    const group = units.slice(from, from + GROUP).flatMap((unit) => asMessage(hub, instance, message, unit) ?? []);
    kept += group.length;
    news += await keepUnits(batch.tx, group);
    await setImmediate();
  }
  const row = { hop: 'ingest', direction: 'in', instance: instance.name, inboxId: message.id } as const;
  const detail = `${units.length} kabar, ${news} baru`;
  if (kept === units.length) {
    batch.audits.push({ ...row, eventType: 'webhook', outcome: 'ok', detail, traceId: message.traceId });
    return { id: message.id, state: 'done' };
  }
  const reason = `${units.length - kept} kabar untuk kanal yang tidak dipasang`;
  batch.audits.push({ ...row, outcome: 'parked', detail: reason, traceId: message.traceId });
  return { id: message.id, state: 'parked', code: 'no_instance', reason };
}

function asMessage(hub: Hub, own: Instance, { headers, traceId }: Message, unit: Unit): NewMessage | null {
  const isOurs = unit.connector === undefined || unit.connector === own.connector;
  const to = isOurs ? own : [...hub.instances.values()].find(({ connector }) => connector === unit.connector);
  if (!to) return null;
  const body = Buffer.from(JSON.stringify(unit.payload));
  return {
    instance: to.name,
    kind: isOurs ? 'unit' : 'webhook',
    deliveryId: unitId(hub.sealer, to.name, unit.key),
    headers,
    body: hub.sealer.seal(body),
    bodyHash: hub.sealer.hash(body),
    traceId,
  };
}
