import { describe, expect, test } from '@jest/globals';
import type { Complaint, ComplaintEvent, Opened } from '#complaint';
import type { HeldLink, Proposal } from '#store';
import { asTold, reopen, tellsNewMarks } from '../../libs/sync/src/take.ts';
import {
  AFTER,
  AT,
  BEFORE,
  batchOf,
  CHANNEL,
  complaint,
  disposed,
  done,
  followedUp,
  HOME,
  link,
  opened,
  PROVINCE,
  replied,
  status,
  told,
  WORKS,
} from './taking.ts';

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
    expect(numberAt('2025-12-31T16:59:59.999Z')).toBe('SA-2025-000002');
    expect(numberAt('2025-12-31T17:00:00Z')).toBe('SA-2026-000002');
  });

  test('keeps no seal of a reporter who told nothing', () => {
    const nobody = { name: undefined, phone: null } as unknown as Opened['reporter'];
    expect(told(HOME, opened({ reporter: nobody })).complaints).toMatchObject([{ reporter: null, phoneHash: null }]);
    expect(told(HOME, opened({ reporter: { name: 'Pelapor' } })).complaints[0]?.reporter).not.toBeNull();
  });

  test('under a number that is none of ours begins like any other', () => {
    expect(told(PROVINCE, opened({ reference: 'SA-2019-000009' }))).toMatchObject({
      isNews: true,
      complaints: [{ complaint: { number: 'SA-2026-000002' } }],
    });
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
