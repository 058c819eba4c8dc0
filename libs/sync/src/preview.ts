import { type Connection, ConnectorError, type Outgoing, type Push, type Target } from '#connector';
import { attachmentById, type Delivery } from '#store';
import { isAboutComplaint, targetOf } from './deliver.ts';
import { type DryRequest, type Hub, type Instance, instanceOf } from './hub.ts';
import { prepare } from './outgoing.ts';

/** What a retry would do, without doing it. */
export interface Preview {
  /** The first request; `null` where nothing would leave. */
  request: Omit<DryRequest, 'url' | 'bytes'> | null;
  /** Why nothing would leave, or what is worth knowing before; for a person. */
  note: string | null;
}

const FIRST_LOOKS =
  'Kiriman ini mungkin sudah sampai: lebih dulu dicari di platform, dan dikirim hanya bila tidak ada.';

const SAID = 'Balasan dalam percakapan; kata-katanya disusun saat dikirim.';

/**
 * The exact request that a delivery would make now, for `null` where no such delivery waits for a person.
 *
 * The platform's own code makes it, on a network that leads nowhere. Where one delivery takes several requests, this is
 * the first: the next depend on its answer.
 */
export async function preview(hub: Hub, deliveryId: string): Promise<Preview | null> {
  const delivery = await parkedDelivery(hub, deliveryId);
  if (!delivery) return null;
  const instance = instanceOf(hub, delivery.instance);
  if (delivery.kind === 'fetch') return fetchPreview(hub, instance, delivery);
  if (!isAboutComplaint(delivery)) return { request: null, note: SAID };
  const prepared = await prepare(hub, delivery);
  const { outgoing, reason } = prepared;
  if (outgoing === null) return { request: null, note: reason };
  const to = targetOf(delivery, prepared);
  const seen = shown(await sent(instance, outgoing, to), [delivery.id]);
  const looksFirst = delivery.unsettled && pushOf(instance.connection, outgoing)?.settle !== 'repeat';
  return looksFirst && seen.request ? { ...seen, note: FIRST_LOOKS } : seen;
}

/** The first request that sending would make, as it would leave. */
export function sent(instance: Instance, outgoing: Outgoing, to: Target): Promise<Heard> {
  return listen(instance, async (connection) => {
    const push = pushOf(connection, outgoing);
    if (!push) throw new ConnectorError('rejected', `${instance.title} tidak menerima ${outgoing.kind}`);
    const { refused } = await push.send(outgoing, to);
    return refused?.join('; ') ?? 'Tidak ada permintaan yang perlu dikirim.';
  });
}

export interface Heard {
  request: DryRequest | null;
  note: string | null;
}

const pushOf = ({ push }: Connection, { kind }: Outgoing): Push<Outgoing> | undefined =>
  push[kind] as Push<Outgoing> | undefined;

async function fetchPreview(hub: Hub, instance: Instance, { id, body }: Delivery): Promise<Preview> {
  const attachment = await attachmentById(hub.pool, String(body['attachmentId']));
  const heard = await listen(instance, async (connection) => {
    if (!connection.download || !attachment) throw new ConnectorError('rejected', 'Platform tidak menyediakan berkas');
    await connection.download(attachment.url, 1);
    return '';
  });
  return shown(heard, [id]);
}

/** `act` ends at its first request, with an error; one that it throws before tells why none would leave. */
async function listen(instance: Instance, act: (connection: Connection) => Promise<string>): Promise<Heard> {
  const requests: DryRequest[] = [];
  const connection = instance.dryConnection((request) => void requests.push(request));
  let note: string;
  try {
    note = await act(connection);
  } catch (error) {
    if (!(error instanceof ConnectorError)) throw error;
    note = error.message;
  }
  const [first] = requests;
  return first ? { request: first, note: null } : { request: null, note };
}

function shown({ request, note }: Heard, plain: string[]): Preview {
  if (!request) return { request, note };
  const { method, path, headers, body } = request;
  return { request: { method, path, headers: shownHeaders(headers, plain), body }, note };
}

const HARMLESS = new Set(['accept', 'content-type', 'content-length', 'user-agent']);

/** A header may be a credential whatever its name: only those that can't be one are shown. */
export const shownHeaders = (headers: Record<string, string>, plain: string[]): Record<string, string> =>
  Object.fromEntries(
    Object.entries(headers).map(([name, value]) => {
      const key = name.toLowerCase();
      return [key, HARMLESS.has(key) || plain.includes(value) ? value : '***'];
    }),
  );

async function parkedDelivery({ pool }: Hub, id: string): Promise<Delivery | undefined> {
  // A person who sends an uncertain one again has looked: it goes as new.
  const { rows } = await pool.query<Delivery>(
    `select id, lane, complaint_id as "complaintId", instance, kind, event_id as "eventId", body, attempts,
            unsettled and state <> 'uncertain' as unsettled, fence, since, failure, rule, trace_id as "traceId",
            created_at as "createdAt", tried_at as "triedAt", 0 as "breakerFailures"
     from outbox where id = $1 and state in ('parked', 'uncertain')`,
    [id],
  );
  return rows[0];
}
