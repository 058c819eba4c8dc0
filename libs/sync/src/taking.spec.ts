import { describe, expect, test } from '@jest/globals';
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
import { Batch } from './batch.ts';
import type { Hub, Instance } from './hub.ts';
import { asTold, reopen, take, tellsNewMarks } from './take.ts';

/*
 * What one event leads to, all of it: no database stands behind the batch, which is looked at before it writes.
 */
const AT = '2026-01-05T02:00:00Z';
const BEFORE = '2026-01-05T01:59:59Z';
const AFTER = '2026-01-05T02:00:01Z';
const HOME = 'rumah';
const PROVINCE = 'provinsi';
const WORKS = 'dinas';
const CHANNEL = 'obrolan';

const pushes: Partial<Record<PushKind, () => Promise<never>>> = Object.fromEntries(
  ['opened', 'replied', 'followed_up', 'returned', 'status_changed'].map((kind) => [kind, () => Promise.reject()]),
);
const platform = (name: string, push = pushes) => ({ name, title: name, connection: { push } }) as unknown as Instance;
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
const complaint = (given: Partial<Complaint> = {}): Complaint => ({
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
const link = (id: string, instance: string, given: Partial<HeldLink> = {}): HeldLink => ({
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

function batchOf(instance: string, { known = [], flights = [], ...given }: Given): { batch: Batch; held: Held } {
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
function told(instance: string, event: ComplaintEvent, given: Given = {}) {
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
    audit: written.audits.map(({ outcome, detail }) => `${outcome}: ${detail}`),
  };
}

const replied = (given: Partial<EventOf<'replied'>> = {}): EventOf<'replied'> => ({
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
const followedUp = (given: Partial<EventOf<'followed_up'>> = {}): EventOf<'followed_up'> => ({
  type: 'followed_up',
  id: 'f1',
  externalId: 'rumah-1',
  at: AFTER,
  author: { role: 'citizen', name: 'Pelapor Rekaan' },
  text: 'Masih rusak',
  attachments: [],
  ...given,
});
const status = (given: Partial<EventOf<'status_changed'>> = {}): EventOf<'status_changed'> => ({
  type: 'status_changed',
  id: 's1',
  externalId: 'provinsi-2',
  at: AFTER,
  label: 'Selesai',
  status: 'resolved',
  ...given,
});
const returned = (given: Partial<EventOf<'returned'>> = {}): EventOf<'returned'> => ({
  type: 'returned',
  id: 'k1',
  externalId: 'provinsi-2',
  at: AFTER,
  label: 'Dikembalikan',
  reason: 'Bukan jalan provinsi',
  ...given,
});
const disposed = (given: Partial<EventOf<'disposed'>> = {}): EventOf<'disposed'> => ({
  type: 'disposed',
  id: 'd1',
  externalId: 'rumah-1',
  at: AFTER,
  facts: { kewenangan: 'provinsi' },
  ...given,
});
const reopened = (given: Partial<EventOf<'reopened'>> = {}): EventOf<'reopened'> => ({
  type: 'reopened',
  id: 'o1',
  externalId: 'rumah-1',
  at: AFTER,
  author: { role: 'citizen' },
  text: 'Belum beres',
  attachments: [],
  ...given,
});
const opened = (given: Partial<Opened> = {}): Opened => ({
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
const done = { status: 'resolved', outcome: 'diperbaiki' } as const;

describe('our own write that comes back', () => {
  test('is recorded without its words, moves nothing and goes to nobody', () => {
    const after = told(PROVINCE, replied({ own: 'd_9' }));
    expect(after).toMatchObject({
      isNews: true,
      effects: ['r1 echo'],
      sent: [],
      changes: {},
      audit: ['echo: Diproses'],
    });
    expect(after.events[0]).toMatchObject({ complaintId: 'c1', instance: PROVINCE, body: null, inboxId: '77' });
    expect(told(PROVINCE, status({ own: true }))).toMatchObject({ effects: ['s1 echo'], changes: {} });
    expect(told(PROVINCE, status({ own: true })).links[1]?.label).toBe('Progress');
  });

  test('is known by its text while it may or may not have arrived, whatever the spaces and capitals', () => {
    const flights = [{ text: null }, { text: 'Kata  lain' }, { text: ' sedang   DIKERJAKAN' }];
    expect(told(PROVINCE, replied(), { flights })).toMatchObject({ effects: ['r1 echo'], sent: [] });
    expect(told(HOME, followedUp({ text: 'kata lain' }), { flights }).effects).toEqual(['f1 echo']);
    expect(told(PROVINCE, replied(), { flights: flights.slice(0, 2) }).effects).toEqual(['r1 kept']);
  });

  test('of a case or a complaint opens none', () => {
    expect(told(PROVINCE, opened({ own: 'd_1' }))).toMatchObject({ isNews: false, complaints: [], audits: [] });
    expect(told(PROVINCE, opened({ reference: 'SA-2026-000001' }))).toMatchObject({ isNews: false, complaints: [] });
    expect(told(PROVINCE, replied({ externalId: 'asing' }))).toMatchObject({
      isNews: false,
      complaints: [],
      events: [],
    });
  });
});

describe('what was told before', () => {
  test('is no news', () => {
    expect(told(PROVINCE, replied(), { known: ['r1'] })).toMatchObject({
      isNews: false,
      events: [],
      sent: [],
      audits: [],
    });
  });

  test('is news as a state in which the case is once more, under a number of its own', () => {
    const again = status({ snapshot: true });
    expect(told(PROVINCE, again, { known: ['s1'] })).toMatchObject({ isNews: true, effects: ['s1#77 applied'] });
    expect(told(PROVINCE, again).effects).toEqual(['s1 applied']);
    expect(told(PROVINCE, status({ snapshot: true, label: 'progress' }))).toMatchObject({ isNews: false, events: [] });
    expect(told(PROVINCE, status({ snapshot: true, at: BEFORE }))).toMatchObject({ isNews: false, events: [] });
  });

  test('at a case that nobody linked is an error of ours, which loses nothing', () => {
    const { batch, held } = batchOf(PROVINCE, {});
    held.links.pop();
    expect(() => take(batch, platform(PROVINCE), replied(), { id: '7', traceId: 't' })).toThrow('has no link');
  });
});

describe('an answer', () => {
  test('of an office goes to all others, and names its office and platform', () => {
    const links = [link('1', HOME), link('2', PROVINCE), link('3', WORKS), link('4', 'lama', { state: 'returned' })];
    const after = told(PROVINCE, replied(), { links });
    const body = { author: { role: 'office', name: 'Dinas Rekaan' }, text: 'Sedang dikerjakan', source: PROVINCE };
    expect(after.sent).toEqual([
      [HOME, 'replied', body],
      [WORKS, 'replied', body],
    ]);
    expect(after).toMatchObject({
      isNews: true,
      effects: ['r1 kept'],
      audit: ['kept: Diproses; tujuan: rumah, dinas'],
    });
    expect(after.audits[0]).toEqual({
      hop: 'ingest',
      direction: 'in',
      instance: PROVINCE,
      complaintId: 'c1',
      eventId: 'r1',
      eventType: 'replied',
      inboxId: '77',
      outcome: 'kept',
      rule: undefined,
      detail: 'Diproses; tujuan: rumah, dinas',
      traceId: 'jejak',
    });
    expect(after.deliveries[0]).toMatchObject({ complaintId: 'c1', traceId: 'jejak', eventId: after.events[0]?.id });
    expect(after.events[0]?.body).toMatchObject({ text: 'Sedang dikerjakan' });
  });

  test('that is an internal note goes to nobody', () => {
    expect(told(PROVINCE, replied({ public: false }))).toMatchObject({ sent: [], audit: ['kept: Diproses'] });
  });

  test('that asks the reporter moves the status, which those hear who are told one', () => {
    const links = [link('1', HOME), link('2', PROVINCE), link('5', CHANNEL, { role: 'origin', conversationId: 'p1' })];
    const after = told(PROVINCE, replied({ question: true }), { links });
    expect(after.changes).toEqual({ status: 'needs_info' });
    const body = { status: 'needs_info', outcome: null, rejection: null, note: null, source: PROVINCE };
    expect(after.sent).toEqual([
      [HOME, 'replied', expect.anything()],
      [HOME, 'status_changed', body],
    ]);
    expect(after.sayings).toHaveLength(2);
  });

  test('brings its files, each to be fetched by itself', () => {
    const attachments = [
      { id: 'a1', url: 'http://127.0.0.1/a1' },
      { id: 'a2', url: 'http://127.0.0.1/a2' },
    ];
    const after = told(PROVINCE, replied({ attachments, public: false }));
    expect(after.attachments).toMatchObject([
      {
        complaintId: 'c1',
        instance: PROVINCE,
        externalId: 'a1',
        url: 'http://127.0.0.1/a1',
        eventId: after.events[0]?.id,
      },
      { externalId: 'a2' },
    ]);
    expect(after.sent).toEqual(after.attachments.map(({ id }) => [PROVINCE, 'fetch', { attachmentId: id }]));
    expect(new Set(after.deliveries.map(({ lane }) => lane)).size).toBe(2);
  });
});

describe('what the reporter says', () => {
  test('goes to home and to the handler, without the name, and to nobody else', () => {
    const links = [link('1', HOME), link('2', PROVINCE), link('3', WORKS, { role: 'origin' })];
    const after = told(WORKS, followedUp({ externalId: 'dinas-3' }), { links });
    expect(after.sent).toEqual([
      [HOME, 'followed_up', { text: 'Masih rusak' }],
      [PROVINCE, 'followed_up', { text: 'Masih rusak' }],
    ]);
    expect(JSON.stringify(after.events.map(({ body }) => body))).not.toContain('Pelapor Rekaan');
  });

  test('answers a question: the status goes on, and who told of it is not told', () => {
    const links = [link('1', HOME), link('2', PROVINCE), link('3', WORKS, { role: 'origin' })];
    const after = told(HOME, followedUp(), { links, complaint: { status: 'needs_info' } });
    expect(after.changes).toEqual({ status: 'in_progress' });
    expect(after.sent.map(([to, kind]) => `${to} ${kind}`)).toEqual(['provinsi followed_up', 'dinas status_changed']);
    expect(after.links[1]).toMatchObject({ label: 'Progress', labelAt: AT });
  });

  test('asks for secrecy, and the mark is set before the words go on', () => {
    const after = told(HOME, followedUp({ text: 'Tolong jangan sebut nama saya' }));
    expect(after.changes).toEqual({ marks: { anonim: true, rahasia: false } });
    expect(after.audits[0]).toMatchObject({
      hop: 'ingest',
      direction: 'in',
      instance: HOME,
      complaintId: 'c1',
      eventId: 'f1',
      eventType: 'followed_up',
      inboxId: '77',
      outcome: 'applied',
      traceId: 'jejak',
    });
    expect(after.audit).toEqual(['applied: Tanda anonim dipasang', 'kept: Diproses; tujuan: provinsi']);
    const office = told(PROVINCE, replied({ text: 'Tolong jangan sebut nama saya' }));
    expect(office.changes).toEqual({});
  });

  test('opens an answered complaint again, and the word of its end is old from then on', () => {
    const after = told(HOME, reopened(), { complaint: done });
    expect(after.changes).toEqual({ status: 'in_progress', outcome: null });
    expect(after.links[1]).toMatchObject({ label: 'Progress', labelAt: AFTER });
    expect(after.links[0]).toMatchObject({ labelAt: AT });
    expect(after.sent.map(([to, kind]) => `${to} ${kind}`)).toEqual(['provinsi followed_up']);
    const open = told(HOME, reopened());
    expect(open.effects).toEqual(['o1 kept']);
    expect(open.links[1]?.labelAt).toBe(AT);
  });
});

describe('a status', () => {
  test('of the handler moves the complaint, and who hears statuses is told all of it', () => {
    const after = told(PROVINCE, status({ outcome: 'dijelaskan', note: 'Sudah ditambal' }));
    expect(after).toMatchObject({
      isNews: true,
      effects: ['s1 applied'],
      changes: { status: 'resolved', outcome: 'dijelaskan' },
      audit: ['applied: Selesai; tujuan: rumah'],
    });
    const body = {
      status: 'resolved',
      outcome: 'dijelaskan',
      rejection: null,
      note: 'Sudah ditambal',
      source: PROVINCE,
    };
    expect(after.sent).toEqual([[HOME, 'status_changed', body]]);
    expect([...after.changed]).toEqual(['c1']);
    expect([...after.changedLinks.keys()]).toEqual(['2']);
    expect(after.links[1]).toMatchObject({ label: 'Selesai', labelAt: AFTER });
  });

  test('that moves nothing is told on where it has a note, and where the outcome alone is another', () => {
    const label = 'Sedang dikerjakan';
    const silent = told(PROVINCE, status({ label, status: 'in_progress' }));
    expect(silent).toMatchObject({ sent: [], effects: ['s1 kept'], changes: {} });
    expect([...silent.changed]).toEqual([]);
    const note = told(PROVINCE, status({ label, status: 'in_progress', note: 'Menunggu aspal' }));
    expect(note.sent).toEqual([[HOME, 'status_changed', expect.objectContaining({ note: 'Menunggu aspal' })]]);
    const scheduled = told(PROVINCE, status({ outcome: 'dijadwalkan' }), { complaint: done });
    expect(scheduled.sent).toEqual([
      [
        HOME,
        'status_changed',
        { status: 'resolved', outcome: 'dijadwalkan', rejection: null, note: null, source: PROVINCE },
      ],
    ]);
  });

  test('of another than the handler is a conflict that goes to nobody', () => {
    const after = told(HOME, status({ externalId: 'rumah-1' }));
    expect(after).toMatchObject({ effects: ['s1 conflict'], sent: [], changes: {} });
    expect(after.links[0]).toMatchObject({ label: 'Selesai' });
  });

  test('older than what is known is stale, and kept where it is the same word', () => {
    expect(told(PROVINCE, status({ at: BEFORE }))).toMatchObject({
      isNews: true,
      effects: ['s1 stale'],
      sent: [],
      changes: {},
      audit: ['stale: Diproses'],
    });
    expect(told(PROVINCE, status({ at: BEFORE, label: ' progress' })).effects).toEqual(['s1 kept']);
    expect(told(PROVINCE, status({ at: BEFORE })).links[1]).toMatchObject({ label: 'Progress', labelAt: AT });
  });

  test('of the known word is kept and its time stands', () => {
    const after = told(PROVINCE, status({ label: 'PROGRESS', status: 'in_progress' }));
    expect(after).toMatchObject({ effects: ['s1 kept'], sent: [] });
    expect(after.links[1]).toMatchObject({ label: 'Progress', labelAt: AT });
    const first = link('2', PROVINCE, { label: null, labelAt: null });
    expect(told(PROVINCE, status({ at: BEFORE }), { links: [link('1', HOME), first] }).effects).toEqual(['s1 applied']);
  });

  test('open and of the very second of the end was overtaken by it; a second later it opens again', () => {
    const links = () => [link('1', HOME, { label: 'Selesai' }), link('2', PROVINCE, { label: 'Selesai' })];
    const step = { label: 'Progress', status: 'in_progress', at: AT } as const;
    const at = (given: Partial<EventOf<'status_changed'>>, state: Partial<Complaint> = done) =>
      told(PROVINCE, status({ ...step, ...given }), { links: links(), complaint: state }).effects;
    expect(at({})).toEqual(['s1 stale']);
    expect(at({ at: AFTER })).toEqual(['s1 applied']);
    expect(at({ label: 'Verifikasi', status: 'verifying' }, {})).toEqual(['s1 accepted']);
    expect(at({ label: 'Ditolak', status: 'rejected' })).toEqual(['s1 applied']);
    expect(told(HOME, status({ ...step, externalId: 'rumah-1' }), { links: links(), complaint: done }).effects).toEqual(
      ['s1 conflict'],
    );
    expect(told(PROVINCE, returned({ at: AT }), { links: links(), complaint: done }).effects).toEqual(['k1 applied']);
    const accepted = { type: 'accepted', id: 'v1', externalId: 'provinsi-2', at: AT, label: 'Verifikasi' } as const;
    expect(told(PROVINCE, accepted, { links: links(), complaint: done }).effects).toEqual(['v1 accepted']);
  });

  test('that ends what had been opened again counts in the same word, from the handler alone', () => {
    const links = () => [link('1', HOME, { label: 'Selesai' }), link('2', PROVINCE, { label: 'Selesai' })];
    expect(told(PROVINCE, status(), { links: links() }).effects).toEqual(['s1 applied']);
    expect(told(PROVINCE, status(), { links: links(), complaint: done }).effects).toEqual(['s1 kept']);
    expect(told(HOME, status({ externalId: 'rumah-1' }), { links: links() }).effects).toEqual(['s1 kept']);
    expect(told(PROVINCE, status({ status: 'in_progress' }), { links: links() }).effects).toEqual(['s1 kept']);
    expect(told(PROVINCE, returned({ label: 'selesai' }), { links: links() }).effects).toEqual(['k1 kept']);
  });
});

describe('a case that is given back', () => {
  test('opens the decision at home again, and counts there no more', () => {
    const after = told(PROVINCE, returned());
    expect(after.changes).toEqual({
      status: 'verifying',
      handler: HOME,
      reason: 'Bukan jalan provinsi',
      returnedBy: [PROVINCE],
    });
    expect(after.links[1]).toMatchObject({ state: 'returned', label: 'Dikembalikan', labelAt: AFTER });
    expect(after.sent).toEqual([[HOME, 'returned', { reason: 'Bukan jalan provinsi', source: PROVINCE }]]);
    expect(told(PROVINCE, returned({ reason: undefined })).sent).toEqual([
      [HOME, 'returned', { reason: null, source: PROVINCE }],
    ]);
  });

  test('by home itself stays linked there', () => {
    const after = told(HOME, returned({ externalId: 'rumah-1' }), { complaint: { handler: HOME } });
    expect(after.effects).toEqual(['k1 applied']);
    expect(after.links[0]?.state).toBe('open');
  });

  test('and stands elsewhere by now moves nothing, though where is noted', () => {
    const links = [link('1', HOME), link('2', PROVINCE, { state: 'returned' })];
    const at = { complaint: { handler: HOME, status: 'verifying' as const }, links };
    const after = told(PROVINCE, status({ label: 'progress', status: 'in_progress' }), at);
    expect(after).toMatchObject({ effects: ['s1 kept'], changes: {} });
    expect(after.links[1]).toMatchObject({ label: 'progress', labelAt: AFTER, state: 'returned' });
  });

  test.each<[string, Partial<HeldLink>, string]>([
    ['open there', { id: '3' }, 'stale'],
    ['being made there', { id: '3', state: 'pending', externalId: null }, 'stale'],
    ['gone there', { id: '3', state: 'gone' }, 'applied'],
    ['older', { id: '1' }, 'applied'],
    ['at another platform', { id: '3', instance: WORKS }, 'applied'],
  ])('is not heard any more where one that is %s counts', (_name, other, effect) => {
    const effects = (event: ComplaintEvent) =>
      told(PROVINCE, event, { links: [link('2', PROVINCE, { state: 'returned' }), link('9', PROVINCE, other)] })
        .effects;
    expect(effects(status())).toEqual([`s1 ${effect}`]);
    expect(effects(status({ snapshot: true }))).toEqual([`s1 ${effect}`]);
    expect(effects(returned())).toEqual([`k1 ${effect}`]);
    expect(effects(replied({ public: false }))).toEqual(['r1 kept']);
  });

  test('is heard as long as it is open itself, whatever else is linked', () => {
    const links = [link('2', PROVINCE), link('3', PROVINCE)];
    expect(told(PROVINCE, status(), { links }).effects).toEqual(['s1 applied']);
  });
});

describe('a decision of home', () => {
  const undecided = { complaint: { handler: HOME, kewenangan: null, status: 'verifying' as const } };

  test('sends the complaint where the rules say, and says by which', () => {
    const after = told(HOME, disposed(), { ...undecided, links: [link('1', HOME)] });
    expect(after.changes).toEqual({ kewenangan: 'provinsi', returnedBy: [] });
    expect(after.newLinks).toMatchObject([{ instance: PROVINCE, state: 'pending', role: 'handler' }]);
    expect(after.sent).toEqual([[PROVINCE, 'opened', { reference: 'SA-2026-000001' }]]);
    expect([...after.decided]).toEqual([['c1', HOME]]);
    expect(after.audits).toMatchObject([
      { rule: 'jalan-provinsi', detail: 'Verifikasi; tujuan: provinsi; urusan provinsi', outcome: 'applied' },
    ]);
    expect(after.links[0]).toMatchObject({
      factsAt: AFTER,
      label: 'Progress',
      stated: { facts: { kewenangan: 'provinsi' }, marks: { anonim: false, rahasia: false } },
    });
  });

  test('that it merely goes on stating decides nothing, and is noted', () => {
    const after = told(HOME, disposed({ snapshot: true }), { links: [link('1', HOME)], complaint: { handler: HOME } });
    expect(after).toMatchObject({ isNews: false, events: [], sent: [] });
    expect(after.links[0]?.stated).toEqual({
      facts: { kewenangan: 'provinsi' },
      marks: { anonim: false, rahasia: false },
    });
    expect([...after.changedLinks.keys()]).toEqual(['1']);
    const again = told(HOME, disposed({ snapshot: true }), { links: after.links, complaint: { handler: HOME } });
    expect([...again.changedLinks.keys()]).toEqual([]);
    const old = [link('1', HOME, { factsAt: AFTER })];
    expect(told(HOME, disposed({ snapshot: true, at: AT }), { ...undecided, links: old })).toMatchObject({
      isNews: false,
    });
    expect(old[0]?.stated).toBeNull();
  });

  test('that changes nothing is asked of no rule', () => {
    const after = told(HOME, disposed(), { links: [link('1', HOME)], complaint: { handler: HOME } });
    expect(after).toMatchObject({ effects: ['d1 kept'], newLinks: [], sent: [], audit: ['kept: Diproses'] });
    expect([...after.decided]).toEqual([]);
  });
});

describe('a complaint that begins', () => {
  const reporter = { name: 'Pelapor Rekaan', phone: '+6281200000001' };

  test('elsewhere is made at home, and goes where it belongs', () => {
    const after = told(PROVINCE, opened({ url: 'http://127.0.0.1/baru-1', reporter, facts: { category: 'road' } }));
    expect(after.isNews).toBe(true);
    expect(after.complaints).toEqual([
      {
        complaint: expect.objectContaining({
          number: 'SA-2026-000002',
          origin: PROVINCE,
          handler: HOME,
          status: 'received',
        }),
        reporter: Buffer.from(JSON.stringify(reporter)),
        phoneHash: Buffer.from('#+6281200000001'),
      },
    ]);
    const [one] = after.complaints;
    expect(after.events).toMatchObject([{ complaintId: one?.complaint.id, effect: 'applied', instance: PROVINCE }]);
    expect(JSON.stringify(after.events.map(({ body }) => body))).not.toContain('Pelapor Rekaan');
    const [origin, home] = after.newLinks;
    expect(origin).toMatchObject({
      instance: PROVINCE,
      externalId: 'baru-1',
      role: 'origin',
      state: 'open',
      url: 'http://127.0.0.1/baru-1',
      reference: null,
      label: null,
      conversationId: null,
      stated: { facts: { category: 'road' }, marks: { anonim: false, rahasia: false } },
    });
    expect(home).toMatchObject({
      instance: HOME,
      reference: 'baru-1',
      role: 'home',
      state: 'pending',
      externalId: null,
    });
    expect(after.deliveries).toMatchObject([
      { instance: HOME, kind: 'opened', body: { reference: 'baru-1' }, rule: 'rumah', traceId: 'jejak' },
    ]);
    expect(after.audit).toEqual(['applied: Diterima; tujuan: rumah; urusan kabupaten']);
    expect(after.audits[0]).toMatchObject({ rule: 'lainnya', eventType: 'opened' });
  });

  test('at home stays there, and is sent to nobody else unless a rule says so', () => {
    const after = told(HOME, opened());
    expect(after).toMatchObject({ sent: [], audit: ['applied: Diterima; urusan kabupaten'] });
    expect(after.complaints).toMatchObject([{ reporter: null, phoneHash: null }]);
    expect(after.newLinks).toMatchObject([{ instance: HOME, role: 'origin', url: null }]);
    const provincial = told(HOME, opened({ facts: { kewenangan: 'provinsi' } }));
    expect(provincial.sent).toEqual([[PROVINCE, 'opened', { reference: 'SA-2026-000002' }]]);
    expect(provincial.audit).toEqual(['applied: Diterima; tujuan: provinsi; urusan provinsi']);
  });

  test('is numbered by the year that it is in Purbalingga', () => {
    const numberAt = (at: string) => told(HOME, opened({ at })).complaints[0]?.complaint.number;
    expect(numberAt('2025-12-31T16:59:59Z')).toBe('SA-2025-000002');
    expect(numberAt('2025-12-31T17:00:00Z')).toBe('SA-2026-000002');
  });

  test('keeps no seal of a reporter who told nothing', () => {
    const nobody = { name: undefined, phone: null } as unknown as Opened['reporter'];
    expect(told(HOME, opened({ reporter: nobody })).complaints).toMatchObject([{ reporter: null, phoneHash: null }]);
    expect(told(HOME, opened({ reporter: { name: 'Pelapor' } })).complaints[0]?.reporter).not.toBeNull();
  });

  test('brings its files', () => {
    const after = told(HOME, opened({ attachments: [{ id: 'a1', url: 'http://127.0.0.1/a1' }] }));
    expect(after.sent).toEqual([[HOME, 'fetch', { attachmentId: after.attachments[0]?.id }]]);
  });

  test('in a conversation is known at home by our number, and its words are answered there', () => {
    const after = told(CHANNEL, opened(), { spoken: { conversationId: 'p1', proposal: null } });
    expect(after.newLinks).toMatchObject([
      { instance: CHANNEL, conversationId: 'p1' },
      { instance: HOME, reference: 'SA-2026-000002' },
    ]);
    expect(after.sent).toEqual([[HOME, 'opened', { reference: 'SA-2026-000002' }]]);
    expect(after.proposals).toEqual([]);
    expect(after.audits[0]).toMatchObject({ rule: 'lainnya' });
  });

  test('in a conversation and of unsure meaning waits at home until a person said what it is about', () => {
    const proposal = { why: 'uji' } as unknown as Proposal;
    const after = told(CHANNEL, opened({ facts: { kewenangan: 'provinsi' } }), {
      spoken: { conversationId: 'p1', proposal },
    });
    expect(after.proposals).toMatchObject([{ proposal }]);
    expect(after.sent).toEqual([[HOME, 'opened', { reference: 'SA-2026-000002' }]]);
    expect(after.audits).toMatchObject([
      { rule: 'triase', detail: 'Diterima; tujuan: rumah; menunggu admin utama memastikan pokok aduan' },
    ]);
  });
});

describe('a mark', () => {
  const again = (marks: Opened['marks']) => opened({ externalId: 'provinsi-2', marks });

  test('that a platform sets later is set here too, though the beginning is known', () => {
    const after = told(PROVINCE, again({ anonim: true, rahasia: true }), { known: ['b1'] });
    expect(after).toMatchObject({ isNews: true, changes: { marks: { anonim: true, rahasia: true } }, events: [] });
    expect(after.audit).toEqual(['applied: Tanda anonim dan rahasia dipasang']);
    expect(after.audits).toMatchObject([{ hop: 'ingest', direction: 'in', instance: PROVINCE, eventType: 'opened' }]);
    expect([...after.changed]).toEqual(['c1']);
    expect(after.links[1]?.stated?.marks).toEqual({ anonim: true, rahasia: true });
  });

  test('that is set is named no second time', () => {
    const marked = { complaint: { marks: { anonim: true, rahasia: false } }, known: ['b1'] };
    expect(told(PROVINCE, again({ anonim: true, rahasia: false }), marked)).toMatchObject({
      isNews: false,
      audits: [],
    });
    expect(told(PROVINCE, again({ anonim: true, rahasia: true }), marked).audit).toEqual([
      'applied: Tanda rahasia dipasang',
    ]);
  });

  test('is news unless it is set here or was stated before', () => {
    const marks = { anonim: true, rahasia: false };
    expect(tellsNewMarks(complaint(), link('2', PROVINCE), again(marks))).toBe(true);
    expect(tellsNewMarks(complaint({ marks }), link('2', PROVINCE), again(marks))).toBe(false);
    const stated = { marks, facts: null };
    expect(tellsNewMarks(complaint(), link('2', PROVINCE, { stated }), again(marks))).toBe(false);
  });
});

describe('a complaint that is opened again here', () => {
  const at = (links: HeldLink[], moment = AFTER): (string | null)[] => {
    const { batch, held } = batchOf(HOME, { links });
    reopen(batch, held, moment);
    return held.links.map(({ labelAt }) => labelAt);
  };

  test('makes the word of its handler old, of the case that counts there', () => {
    expect(at([link('1', HOME), link('2', PROVINCE), link('3', WORKS)])).toEqual([AT, AFTER, AT]);
    expect(at([link('2', PROVINCE), link('3', PROVINCE)])).toEqual([AT, AFTER]);
    expect(at([link('2', PROVINCE), link('3', PROVINCE, { state: 'returned' })])).toEqual([AFTER, AT]);
    expect(at([link('1', HOME)])).toEqual([AT]);
  });

  test('makes no word older than it is', () => {
    expect(at([link('2', PROVINCE)], BEFORE)).toEqual([AT]);
    expect(at([link('2', PROVINCE)], AT)).toEqual([AT]);
  });
});

describe('an end in the word that is known, of a complaint that was opened again', () => {
  const ended = () => link('2', PROVINCE, { label: 'Selesai' });
  const seen = (answer: ComplaintEvent, state: Partial<Complaint> = {}, at = ended(), isKnown = false) =>
    asTold([answer, status({ snapshot: true })], { complaint: complaint(state), link: at, isKnown: () => isKnown }).map(
      (event) => 'snapshot' in event && event.snapshot === true,
    );

  test('counts as told anew where an answer comes with it', () => {
    expect(seen(replied())).toEqual([false, false]);
  });

  test.each<[string, Parameters<typeof seen>]>([
    ['an internal note', [replied({ public: false })]],
    ['a question', [replied({ question: true })]],
    ['our own words', [replied({ own: 'd_1' })]],
    ['an answer that was known', [replied(), {}, ended(), true]],
    ['an answer from before', [replied({ at: AT })]],
    ['words of the reporter', [followedUp({ externalId: 'provinsi-2' })]],
    ['an answer, and the complaint had ended anyway,', [replied(), done]],
    ['an answer, and another handles it,', [replied(), { handler: WORKS }]],
    ['an answer, and the word is another,', [replied(), {}, link('2', PROVINCE)]],
    ['an answer, and nothing was known,', [replied(), {}, link('2', PROVINCE, { label: 'Selesai', labelAt: null })]],
  ])('does not where %s comes with it', (_name, given) => expect(seen(...given)).toEqual([false, true]));
});
