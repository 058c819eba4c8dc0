import type { Complaint, Reporter } from '#complaint';
import type { Outgoing, OutgoingFile, PushKind } from '#connector';
import { type CaseDelivery, type Db, laneOf, look } from '#store';
import { v7 as uuidv7 } from 'uuid';
import { targetOf } from './deliver.ts';
import type { Hub, Instance } from './hub.ts';
import { prepare } from './outgoing.ts';
import { type Heard, sent } from './preview.ts';
import { SOMEBODY } from './unnamed.ts';

/**
 * The request by which `instance` would tell its platform something of this kind about the complaint.
 *
 * The instance may be one that is not live. Marks count as they would, nothing leaves, and the reporter is nobody.
 */
export async function previewDraft(
  hub: Hub,
  instance: Instance,
  complaintId: string,
  kind: PushKind,
): Promise<Heard & { deliveryId: string }> {
  const drafted: Hub = { ...hub, instances: new Map([...hub.instances, [instance.name, instance]]) };
  const delivery = await deliveryOf(hub, instance.name, complaintId, kind);
  const deliveryId = delivery.id;
  if (kind === 'attached' && delivery.eventId === null) return { request: null, note: NO_FILE, deliveryId };
  const prepared = await prepare(drafted, delivery);
  const { outgoing, reason } = prepared;
  if (outgoing === null) return { request: null, note: reason, deliveryId };
  return { ...(await sent(instance, anonymous(outgoing), targetOf(delivery, prepared))), deliveryId };
}

const HIDDEN_FILE = 'https://contoh.example/lampiran/berkas';
const NO_FILE = 'Aduan ini tidak punya lampiran.';

/** Without who complains, and without the way to what that person attached: its address needs no log-in. */
function anonymous(given: Outgoing): Outgoing {
  const outgoing = withoutFiles(given);
  if (outgoing.kind !== 'opened' || !outgoing.reporter) return outgoing;
  const known = Object.entries(outgoing.reporter).filter(([, value]) => value !== undefined && value !== null);
  const reporter = Object.fromEntries(known.map(([field]) => [field, SOMEBODY[field as keyof Reporter]]));
  return { ...outgoing, reporter };
}

function withoutFiles(outgoing: Outgoing): Outgoing {
  const hidden = (file: OutgoingFile): OutgoingFile => ({ ...file, url: HIDDEN_FILE });
  if (outgoing.kind === 'attached') return { ...outgoing, file: hidden(outgoing.file) };
  return 'attachments' in outgoing ? { ...outgoing, attachments: outgoing.attachments.map(hidden) } : outgoing;
}

async function deliveryOf(hub: Hub, instance: string, complaintId: string, kind: PushKind): Promise<CaseDelivery> {
  const { held } = await look(hub.pool, { complaintId, instance, eventId: null });
  const { complaint, links } = held;
  const event = await lastEvent(hub.pool, complaintId, kind);
  const reference = links.findLast((link) => link.instance === instance)?.reference ?? complaint.number;
  const base = { reference, source: complaint.handler };
  return {
    id: uuidv7(),
    lane: laneOf(complaintId, instance),
    complaintId,
    instance,
    kind,
    eventId: event?.id ?? null,
    body: { ...base, ...saidOf(kind, complaint), ...event?.body, attachmentId: event?.attachmentId ?? '' },
    attempts: 0,
    unsettled: false,
    fence: '0',
    since: null,
    traceId: '-',
    createdAt: new Date(),
    triedAt: null,
    failure: null,
    breakerFailures: 0,
  };
}

/** What would be said where nothing of this kind has been said yet. */
function saidOf(kind: PushKind, { status, outcome, rejection, reason, handler, number }: Complaint): object {
  const author = { role: 'office', name: 'Dinas Contoh' };
  switch (kind) {
    case 'replied':
      return { author, text: 'Contoh tanggapan: laporan ini sedang kami tindak lanjuti.' };
    case 'followed_up':
      return { text: 'Contoh keterangan tambahan dari pelapor.' };
    case 'status_changed':
      return { status, outcome, rejection, note: null };
    case 'returned':
      return { reason: reason ?? 'Contoh alasan: bukan wewenang kami' };
    case 'linked':
      return { instance: handler, externalId: number, url: null };
    case 'opened':
    case 'attached':
    case 'said':
      return {};
  }
}

interface LastEvent {
  id: string;
  body: object;
  attachmentId: string | null;
}

async function lastEvent(db: Db, complaintId: string, kind: PushKind): Promise<LastEvent | undefined> {
  const { rows } = await db.query<LastEvent>(
    `select e.id, jsonb_strip_nulls(jsonb_build_object('author', e.body -> 'author', 'text', e.body -> 'text')) as body,
            a.id as "attachmentId"
     from event e left join attachment a on a.event_id = e.id and a.state = 'stored'
     where e.complaint_id = $1 and e.effect <> 'echo'
       and case $2::text when 'attached' then a.id is not null else e.type = $2 end
     order by e.at desc limit 1`,
    [complaintId, kind],
  );
  return rows[0];
}
