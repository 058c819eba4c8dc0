import { type Author, isOpen, type Marks, type Outcome, type Rejection, type Reporter, type Status } from '#complaint';
import type { Outgoing, OutgoingFile, PushKind } from '#connector';
import { type Attachment, attachmentsOfEvent, blob, type CaseDelivery, type Held, type HeldLink, look } from '#store';
import { type Hub, type Instance, instanceOf } from './hub.ts';
import { isPhoto } from './photo.ts';

/** Everything that one delivery needs, read at the moment of sending: marks set meanwhile count. */
export interface Prepared {
  held: Held;
  attachments: Attachment[];
  /** The events that the platform told of the complaint, and the echoes of our own writes. */
  told: ReadonlySet<string>;
  /** `null` where the delivery must not leave, with the reason. */
  outgoing: Outgoing | null;
  /** Why the case is no longer to be made; where it may have been made already, that is found out first. */
  overtaken: string | null;
  verdict: 'send' | 'wait' | 'hold' | 'pointless';
  reason: string;
}

/** What is kept apart from the complaint. */
interface Secrets {
  reporter: Reporter | null;
  token: string;
}

export async function prepare(hub: Hub, delivery: CaseDelivery): Promise<Prepared> {
  const instance = instanceOf(hub, delivery.instance);
  const { held, reporter, token, told, hasFiles } = await look(hub.pool, delivery);
  const attachments = hasFiles && delivery.eventId ? await attachmentsOfEvent(hub.pool, delivery.eventId) : [];
  const secrets = { reporter: reporter && (hub.sealer.openJson(reporter) as Reporter), token };
  const said = delivery.body as unknown as Said;
  const overtaken = delivery.kind === 'opened' ? overtakenBy(hub, held, delivery.instance, said.reference) : null;
  const refuse = (verdict: Prepared['verdict'], reason: string): Prepared => ({
    held,
    attachments,
    told,
    outgoing: null,
    overtaken,
    verdict,
    reason,
  });

  const { marks } = held.complaint;
  if (delivery.kind !== 'opened') {
    const link = held.links.findLast((each) => each.instance === delivery.instance);
    // What a new case is told stands behind its creation: this was for the one before, which the platform gave back.
    if (link?.state === 'pending') return refuse('pointless', 'Aduan belum dibuat di sana');
    if (link?.state !== 'open') return refuse('pointless', `${instance.title} tidak (lagi) memegang aduan ini`);
  }
  if (marks.rahasia && !instance.connection.expresses.includes('rahasia')) {
    return refuse('hold', `Aduan rahasia: ${instance.title} tidak mengenal tanda rahasia, admin harus memutuskan`);
  }
  if (attachments.some(({ state }) => state === 'pending') && delivery.kind !== 'attached') {
    return refuse('wait', 'Menunggu lampiran');
  }
  if (delivery.kind === 'attached' && attachments.some((each) => each.id === said.attachmentId && mayTell(each))) {
    return refuse('hold', TELLING);
  }
  const files = attachments
    .filter((each) => each.state === 'stored' && !mayTell(each))
    .map((each) => fileOf(hub, each));
  const outgoing = compose(hub, instance, delivery, held, files, secrets);
  return { held, attachments, told, outgoing, overtaken, verdict: 'send', reason: '' };
}

/** Why a handler's case is no longer to be made: meanwhile somebody decided otherwise, or the complaint ended. */
function overtakenBy(hub: Hub, { complaint, links }: Held, instance: string, reference: string): string | null {
  const link = links.find((each) => each.instance === instance && each.reference === reference);
  if (link?.role !== 'handler') return null;
  if (!isOpen(complaint.status)) return 'Aduan sudah berakhir sebelum sempat dikirim';
  const later = laterHandler(links, link);
  return later ? `Keputusan sudah berubah: aduan diteruskan ke ${instanceOf(hub, later.instance).title}` : null;
}

/** Where somebody decided to forward the complaint to after `link` was. */
export const laterHandler = (links: readonly HeldLink[], { id }: HeldLink): HeldLink | undefined =>
  links.findLast(
    (each) => each.role === 'handler' && each.id > id && (each.state === 'open' || each.state === 'pending'),
  );

/** A film or a paper tells where, when and by whom it was made; photos are drawn anew when they come. */
const mayTell = ({ isAnonymous, mime }: Attachment): boolean => isAnonymous && mime !== null && !isPhoto(mime);

const TELLING = 'Berkas dari pelapor anonim bisa memuat siapa pembuatnya: tidak diteruskan, admin harus memutuskan';

/** The identity goes only where it may be known: never of an anonymous reporter, never to a platform without marks. */
function reporterFor({ connection }: Instance, marks: Marks, reporter: Reporter | null): Reporter | null {
  return !marks.anonim && connection.expresses.includes('anonim') ? reporter : null;
}

function compose(
  hub: Hub,
  instance: Instance,
  { id, kind, body, createdAt }: CaseDelivery,
  { complaint, links }: Held,
  attachments: OutgoingFile[],
  { reporter, token }: Secrets,
): Outgoing {
  const said = body as unknown as Said;
  const origin = links.find(({ role }) => role === 'origin');
  const originExternalId = origin && origin.conversationId === null ? origin.externalId : null;
  const base = { deliveryId: id, at: createdAt.toISOString(), complaint };
  switch (kind as Exclude<PushKind, 'said'>) {
    case 'opened':
      return {
        ...base,
        kind: 'opened',
        reference: said.reference,
        reporter: reporterFor(instance, complaint.marks, reporter),
        attachments,
        trackingUrl: `${hub.publicUrl}/lacak/${token}`,
        originExternalId,
      };
    case 'replied':
      return { ...base, kind: 'replied', author: said.author, source: said.source, text: said.text, attachments };
    case 'followed_up':
      return { ...base, kind: 'followed_up', text: said.text, attachments };
    case 'status_changed': {
      const { status, outcome, rejection, note, source } = said;
      return { ...base, kind: 'status_changed', status, outcome, rejection, note, source };
    }
    case 'returned':
      return { ...base, kind: 'returned', reason: said.reason, source: said.source };
    case 'linked':
      return { ...base, kind: 'linked', instance: said.instance, externalId: said.externalId, url: said.url };
    case 'attached': {
      const file = attachments.find((each) => each.id === said.attachmentId);
      if (!file) throw new TypeError('The file to attach is missing');
      return { ...base, kind: 'attached', file };
    }
  }
}

/** What the outbox keeps of each kind of delivery. */
interface Said {
  reference: string;
  author: Author;
  text: string;
  source: string;
  status: Status;
  outcome: Outcome | null;
  rejection: Rejection | null;
  note: string | null;
  reason: string | null;
  instance: string;
  externalId: string;
  url: string | null;
  attachmentId: string;
}

export function fileOf(hub: Hub, { id, mime, size, sha256, token }: Attachment): OutgoingFile {
  if (!mime || size === null || !sha256) throw new TypeError('The file of an attachment is missing');
  return {
    id,
    name: `${id}.${mime.split('/')[1]?.replace('jpeg', 'jpg') ?? 'bin'}`,
    mime,
    size,
    sha256: sha256.toString('hex'),
    url: `${hub.publicUrl}/lampiran/${token}`,
    bytes: () => blob(hub.pool, sha256),
  };
}
