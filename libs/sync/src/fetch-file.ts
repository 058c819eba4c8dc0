import { createHash } from 'node:crypto';
import { ConnectorError, type Exchange } from '#connector';
import {
  announce,
  attachmentById,
  audit,
  countSuccess,
  type Db,
  type Delivery,
  endClaim,
  refuseAttachment,
  releaseEvent,
  storeAttachment,
  transaction,
} from '#store';
import { Batch } from './batch.ts';
import { failed } from './end.ts';
import { type Hub, instanceOf } from './hub.ts';
import { isPhoto, photoOf, type Position } from './photo.ts';
import { MAX_FILE_BYTES, typeOfFile } from './taken-files.ts';
import { exchangeColumns } from './trace.ts';

/** A file that can't be had after this many tries is given up: the case must not wait for it. */
const MAX_TRIES = 5;

/** Fetches a file of a platform while its link still lives. What can't be had is recorded and holds up nothing. */
export async function fetchFile(hub: Hub, delivery: Delivery, said: Exchange[]): Promise<void> {
  const { connection } = instanceOf(hub, delivery.instance);
  const attachment = await attachmentById(hub.pool, String(delivery.body['attachmentId']));
  if (!attachment) throw new TypeError('The attachment to fetch is missing');
  try {
    if (!connection.download) throw new ConnectorError('rejected', 'Platform tidak menyediakan berkas');
    const bytes = await connection.download(attachment.url, MAX_FILE_BYTES);
    const { mime, isTaken } = await typeOfFile(bytes);
    if (!mime || !isTaken)
      throw new ConnectorError('rejected', `Jenis berkas tidak diterima: ${mime ?? 'tidak dikenal'}`);
    const { bytes: kept, position } = isPhoto(mime) ? await photoOf(bytes, mime) : { bytes, position: null };
    const sha256 = createHash('sha256').update(kept).digest();
    await end(hub, delivery, said, { bytes: kept, mime, sha256, position });
  } catch (error) {
    if (!(error instanceof ConnectorError)) throw error;
    const comesBack = error.failure === 'throttled' || error.failure === 'unauthorized';
    const triesLeft = error.failure === 'unavailable' && delivery.attempts + 1 < MAX_TRIES;
    if (comesBack || triesLeft) return failed(hub, delivery, error, said);
    await end(hub, delivery, said, error.message);
  }
}

type File = { bytes: Buffer; mime: string; sha256: Buffer; position: Position | null };

async function end(hub: Hub, delivery: Delivery, said: Exchange[], result: File | string): Promise<void> {
  const attachmentId = String(delivery.body['attachmentId']);
  await transaction(hub.pool, async (tx) => {
    await endClaim(tx, delivery, { state: 'done' });
    if (typeof result === 'string') await refuseAttachment(tx, attachmentId, result);
    else await storeAttachment(tx, attachmentId, result);
    if (typeof result !== 'string') await countSuccess(tx, delivery.instance);
    if (typeof result !== 'string' && result.position) await offerPosition(tx, hub, delivery, result.position);
    if (delivery.complaintId) await announce(tx, [delivery.complaintId]);
    if (delivery.eventId) await hub.bell.ring(tx, await releaseEvent(tx, delivery.eventId));
    await audit(tx, [
      {
        hop: 'deliver',
        direction: 'in',
        instance: delivery.instance,
        complaintId: delivery.complaintId,
        deliveryId: delivery.id,
        eventType: 'attachment',
        outcome: typeof result === 'string' ? 'refused' : 'ok',
        attempt: delivery.attempts + 1,
        detail: typeof result === 'string' ? result : `${result.mime}, ${result.bytes.length} bita`,
        traceId: delivery.traceId,
        ...exchangeColumns(said),
      },
    ]);
  });
}

/** Where a citizen's photo was taken is where the complaint is, unless somebody said where that is. */
async function offerPosition(
  tx: Db,
  hub: Hub,
  { complaintId, instance, traceId }: Delivery,
  at: Position,
): Promise<void> {
  if (complaintId === null || !hub.intake.isHere(at)) return;
  const batch = await Batch.forComplaint(tx, hub, complaintId);
  const held = batch.byId(complaintId);
  const { location } = held.complaint;
  const isCitizens = held.links.some((link) => link.instance === instance && link.conversationId !== null);
  if (!isCitizens || location?.lat !== undefined) return;
  batch.change(held, { ...held.complaint, location: { ...location, ...at } });
  const row = { hop: 'deliver', direction: 'in', instance, complaintId, traceId } as const;
  batch.audits.push({ ...row, eventType: 'attachment', outcome: 'position', detail: 'Posisi diambil dari foto' });
  await batch.flush();
}
