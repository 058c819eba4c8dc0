import { type Complaint, type ComplaintEvent, open } from '#complaint';
import {
  audit,
  insertComplaints,
  insertEvents,
  insertLinks,
  laneOf,
  nextNumbers,
  putDeliveries,
  saveComplaints,
  touch,
} from '#store';
import { v7 as uuidv7 } from 'uuid';
import type { Api } from './api.ts';

export type Seeded = Complaint & { token: string };
type Role = 'origin' | 'home' | 'handler';

/** Makes a complaint that `kota` told, with its link and its first event. */
export async function seedComplaint(api: Api, changes: Partial<Complaint> = {}): Promise<Seeded> {
  const { pool, runtime } = api;
  const externalId = `K-${uuidv7().slice(-12)}`;
  const opened: Extract<ComplaintEvent, { type: 'opened' }> = {
    type: 'opened',
    id: `${externalId}:dibuat`,
    externalId,
    at: '2026-01-05T02:03:04.000Z',
    text: 'Jalan depan pasar berlubang',
    channel: 'whatsapp',
    facts: {},
    marks: { anonim: false, rahasia: false },
    reporter: { name: 'Siti Pelapor', phone: '+628123456789' },
    attachments: [],
  };
  const number = `SA-2026-${(await nextNumbers(pool, 1))[0]}`;
  const complaint: Complaint = { ...open(opened, { id: uuidv7(), number, origin: 'kota', home: 'kota' }), ...changes };
  await insertComplaints(pool, [{ complaint, reporter: runtime.hub.sealer.sealJson(opened.reporter) }]);
  await saveComplaints(pool, [complaint]);
  await seedLink(api, complaint, 'kota', 'origin', externalId);
  await seedEvent(api, complaint, { ...opened, text: complaint.text });
  const { rows } = await pool.query<{ token: string }>('select token from complaint where id = $1', [complaint.id]);
  return { ...complaint, token: rows[0]?.token ?? '' };
}

export async function seedLink(
  { pool }: Api,
  { id }: Complaint,
  instance: string,
  role: Role,
  externalId: string,
  url: string | null = null,
) {
  const state = 'open' as const;
  const known = { label: null, labelAt: null, factsAt: null, stated: null, conversationId: null };
  const link = { id: uuidv7(), instance, externalId, reference: null, role, state, url, ...known };
  await insertLinks(pool, [{ complaintId: id, link }]);
}

export async function seedEvent(
  { pool }: Api,
  { id }: Complaint,
  event: ComplaintEvent,
  effect: 'applied' | 'kept' | 'accepted' | 'conflict' | 'echo' | 'stale' = 'applied',
  instance = 'kota',
): Promise<void> {
  const { reporter: _identity, ...body } = event as ComplaintEvent & { reporter?: unknown };
  const shown = effect === 'echo' ? null : body;
  await insertEvents(pool, [{ id: uuidv7(), complaintId: id, instance, event, body: shown, effect, inboxId: null }]);
  await touch(pool, [id]);
}

interface DeliveryChanges {
  state: string;
  kind?: string;
  body?: object;
  reason?: string;
  failure?: string;
}

/** Puts something for `desa` into the outbox, in the state given; its id. */
export async function seedDelivery({ pool }: Api, { id }: Complaint, changes: DeliveryChanges): Promise<string> {
  const { state, kind = 'replied', body = { text: 'Sudah dicek' }, reason = null, failure = null } = changes;
  const traceId = `t${uuidv7().slice(-12)}`;
  const lane = laneOf(id, 'desa');
  await putDeliveries(pool, [{ lane, complaintId: id, instance: 'desa', kind, eventId: null, body, traceId }]);
  const { rows } = await pool.query<{ id: string }>(
    'update outbox set state = $2, reason = $3, failure = $4 where trace_id = $1 returning id',
    [traceId, state, reason, failure],
  );
  return rows[0]?.id ?? '';
}

export async function seedAudit({ pool }: Api, count: number, changes: Partial<Parameters<typeof audit>[1][0]> = {}) {
  const row = { hop: 'ingest' as const, instance: 'kota', outcome: 'ok', traceId: 't', ...changes };
  await audit(
    pool,
    Array.from({ length: count }, (_none, index) => ({ ...row, eventId: `e${index}` })),
  );
}
