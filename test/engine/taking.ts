import type { Complaint, ComplaintEvent, EventOf, Opened, Routing } from '#complaint';
import type { PushKind } from '#connector';
import type {
  AuditRow,
  Held,
  HeldLink,
  InFlight,
  NewAttachment,
  NewComplaint,
  NewDelivery,
  NewEvent,
  NewProposal,
  Proposal,
} from '#store';
import { Batch } from '../../libs/sync/src/batch.ts';
import type { Hub, Instance } from '../../libs/sync/src/hub.ts';
import { take } from '../../libs/sync/src/take.ts';

/*
 * What one event leads to, all of it: no database stands behind the batch, which is looked at before it writes.
 */
export const AT = '2026-01-05T02:00:00Z';
export const BEFORE = '2026-01-05T01:59:59Z';
export const AFTER = '2026-01-05T02:00:01Z';
export const HOME = 'rumah';
export const PROVINCE = 'provinsi';
export const WORKS = 'dinas';
export const CHANNEL = 'obrolan';

const pushes: Partial<Record<PushKind, () => Promise<never>>> = Object.fromEntries(
  ['opened', 'replied', 'followed_up', 'returned', 'status_changed'].map((kind) => [kind, () => Promise.reject()]),
);
export const platform = (name: string, push = pushes) =>
  ({ name, title: name, connection: { push } }) as unknown as Instance;
const routing: Routing = {
  home: HOME,
  rules: [
    { name: 'jalan-provinsi', when: { kewenangan: ['provinsi'] }, to: PROVINCE, why: 'urusan provinsi' },
    { name: 'lainnya', when: {}, to: 'home', why: 'urusan kabupaten' },
  ],
  roads: [],
};
const hub = {
  routing,
  instances: new Map(
    [HOME, PROVINCE, WORKS, CHANNEL].map((name) => [name, platform(name, name === CHANNEL ? {} : pushes)]),
  ),
  sealer: {
    sealJson: (value: unknown) => Buffer.from(JSON.stringify(value)),
    hash: (text: string) => Buffer.from(`#${text}`),
  },
} as unknown as Hub;

/** The province has the case of home and works on it. */
export const complaint = (given: Partial<Complaint> = {}): Complaint => ({
  id: 'c1',
  number: 'SA-2026-000001',
  title: null,
  text: 'Jalan rekaan rusak',
  channel: 'web',
  origin: HOME,
  handler: PROVINCE,
  status: 'in_progress',
  outcome: null,
  rejection: null,
  reason: null,
  category: 'road',
  kewenangan: 'provinsi',
  opd: null,
  location: null,
  marks: { anonim: false, rahasia: false },
  returnedBy: [],
  openedAt: AT,
  ...given,
});
export const link = (id: string, instance: string, given: Partial<HeldLink> = {}): HeldLink => ({
  id,
  instance,
  externalId: `${instance}-${id}`,
  reference: null,
  role: instance === HOME ? 'origin' : 'handler',
  state: 'open',
  url: null,
  label: 'Progress',
  labelAt: AT,
  factsAt: null,
  stated: null,
  conversationId: null,
  ...given,
});

interface Given {
  complaint?: Partial<Complaint>;
  links?: HeldLink[];
  /** Events that were told before. */
  known?: string[];
  flights?: Pick<InFlight, 'text'>[];
  spoken?: { conversationId: string; proposal: Proposal | null } | null;
}
interface Written {
  events: NewEvent[];
  deliveries: NewDelivery[];
  links: { link: HeldLink }[];
  complaints: NewComplaint[];
  attachments: NewAttachment[];
  proposals: NewProposal[];
  decided: Map<string, string>;
  changed: Set<string>;
  changedLinks: Map<string, HeldLink>;
  sayings: object[];
  audits: AuditRow[];
}

export function batchOf(instance: string, { known = [], flights = [], ...given }: Given): { batch: Batch; held: Held } {
  const held: Held = {
    complaint: complaint(given.complaint),
    links: given.links ?? [link('1', HOME), link('2', PROVINCE)],
  };
  const keys = held.links
    .filter((each) => each.instance === instance)
    .map(({ externalId }) => [`id:${externalId}`, 'c1']);
  const inFlight = flights.map((each) => ({ complaintId: 'c1', kind: 'replied', state: 'sending', ...each }));
  const batch = Reflect.construct(Batch, [
    null,
    hub,
    new Map([['c1', held]]),
    new Map([...keys, ['ref:SA-2026-000001', 'c1']] as [string, string][]),
    { events: new Set(known), flights: [], waiting: new Map() },
    new Map([['c1', inFlight]]),
    ['000002'],
  ]) as Batch;
  return { batch, held };
}

/** What becomes of `event` as `instance` tells it. */
export function told(instance: string, event: ComplaintEvent, given: Given = {}) {
  const { batch, held } = batchOf(instance, given);
  const before = held.complaint;
  const isNews = take(batch, platform(instance), event, { id: '77', traceId: 'jejak' }, given.spoken);
  const written = batch as unknown as Written;
  return {
    ...written,
    isNews,
    links: held.links,
    newLinks: written.links.map((each) => each.link),
    changes: Object.fromEntries(
      Object.entries(held.complaint).filter(([key, value]) => value !== before[key as keyof Complaint]),
    ),
    effects: written.events.map(({ event: { id }, effect }) => `${id} ${effect}`),
    sent: written.deliveries.map(({ instance: to, kind, body }) => [to, kind, body]),
    heading: written.deliveries.map(({ instance: to, kind }) => `${to} ${kind}`),
    audit: written.audits.map(({ outcome, detail }) => `${outcome}: ${detail}`),
  };
}

export const replied = (given: Partial<EventOf<'replied'>> = {}): EventOf<'replied'> => ({
  type: 'replied',
  id: 'r1',
  externalId: 'provinsi-2',
  at: AFTER,
  author: { role: 'office', name: 'Dinas Rekaan' },
  text: 'Sedang dikerjakan',
  public: true,
  attachments: [],
  ...given,
});
export const followedUp = (given: Partial<EventOf<'followed_up'>> = {}): EventOf<'followed_up'> => ({
  type: 'followed_up',
  id: 'f1',
  externalId: 'rumah-1',
  at: AFTER,
  author: { role: 'citizen', name: 'Pelapor Rekaan' },
  text: 'Masih rusak',
  attachments: [],
  ...given,
});
export const status = (given: Partial<EventOf<'status_changed'>> = {}): EventOf<'status_changed'> => ({
  type: 'status_changed',
  id: 's1',
  externalId: 'provinsi-2',
  at: AFTER,
  label: 'Selesai',
  status: 'resolved',
  ...given,
});
export const returned = (given: Partial<EventOf<'returned'>> = {}): EventOf<'returned'> => ({
  type: 'returned',
  id: 'k1',
  externalId: 'provinsi-2',
  at: AFTER,
  label: 'Dikembalikan',
  reason: 'Bukan jalan provinsi',
  ...given,
});
export const disposed = (given: Partial<EventOf<'disposed'>> = {}): EventOf<'disposed'> => ({
  type: 'disposed',
  id: 'd1',
  externalId: 'rumah-1',
  at: AFTER,
  facts: { kewenangan: 'provinsi' },
  ...given,
});
export const reopened = (given: Partial<EventOf<'reopened'>> = {}): EventOf<'reopened'> => ({
  type: 'reopened',
  id: 'o1',
  externalId: 'rumah-1',
  at: AFTER,
  author: { role: 'citizen' },
  text: 'Belum beres',
  attachments: [],
  ...given,
});
export const opened = (given: Partial<Opened> = {}): Opened => ({
  type: 'opened',
  id: 'b1',
  externalId: 'baru-1',
  at: AT,
  text: 'Lampu rekaan padam',
  channel: 'web',
  facts: {},
  reporter: {},
  marks: { anonim: false, rahasia: false },
  attachments: [],
  ...given,
});
export const done = { status: 'resolved', outcome: 'diperbaiki' } as const;
