import { describe, expect, test } from '@jest/globals';
import type { Complaint, ComplaintEvent, EventOf } from '#complaint';
import type { HeldLink } from '#store';
import { take } from '../../libs/sync/src/take.ts';
import {
  AFTER,
  AT,
  BEFORE,
  batchOf,
  CHANNEL,
  done,
  followedUp,
  HOME,
  link,
  opened,
  platform,
  PROVINCE,
  replied,
  reopened,
  returned,
  status,
  told,
  WORKS,
} from './taking.ts';

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
      changedLinks: new Map(),
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
    expect(after.heading).toEqual(['provinsi followed_up', 'dinas status_changed']);
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
    expect(after.heading).toEqual(['provinsi followed_up']);
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
    expect(after.links[1]).toMatchObject({ label: 'Selesai', labelAt: AFTER, factsAt: null, stated: null });
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

  test('open and of the very second of the end was overtaken by it, unless it stands so; a second later it opens again', () => {
    const links = () => [link('1', HOME, { label: 'Selesai' }), link('2', PROVINCE, { label: 'Selesai' })];
    const step = { label: 'Progress', status: 'in_progress', at: AT } as const;
    const at = (given: Partial<EventOf<'status_changed'>>, state: Partial<Complaint> = done) =>
      told(PROVINCE, status({ ...step, ...given }), { links: links(), complaint: state }).effects;
    expect(at({})).toEqual(['s1 stale']);
    expect(at({ at: AFTER })).toEqual(['s1 applied']);
    expect(at({ snapshot: true })).toEqual(['s1 applied']);
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
    expect(effects(reopened({ externalId: 'provinsi-2' }))).toEqual(['o1 kept']);
  });

  test('is heard as long as it is open itself, whatever else is linked', () => {
    const links = [link('2', PROVINCE), link('3', PROVINCE)];
    expect(told(PROVINCE, status(), { links }).effects).toEqual(['s1 applied']);
  });

  test('is another than the one that is told of by its own number', () => {
    const links = [link('2', PROVINCE, { state: 'returned' }), link('3', PROVINCE)];
    const after = told(PROVINCE, status({ externalId: 'provinsi-3' }), { links });
    expect(after.effects).toEqual(['s1 applied']);
    expect(after.links.map(({ label }) => label)).toEqual(['Progress', 'Selesai']);
  });
});
