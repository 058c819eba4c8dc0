import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { apply, type Complaint, type ComplaintEvent, forwarded, open, STATUSES } from './index.ts';

const base = { id: 'e', externalId: 'x', at: '2026-01-05T02:00:00+07:00' };
const fresh: Complaint = open(
  {
    ...base,
    type: 'opened',
    text: 'Lampu jalan mati',
    channel: 'web',
    facts: { category: 'street_light' },
    reporter: { name: 'Pelapor Contoh' },
    marks: { anonim: false, rahasia: false },
    attachments: [],
  },
  { id: 'c', number: 'SA-2026-000001', origin: 'rumah', home: 'rumah' },
);
const at = (changes: Partial<Complaint>): Complaint => ({ ...fresh, ...changes });
const says = (status: (typeof STATUSES)[number], more: object = {}): ComplaintEvent => ({
  ...base,
  type: 'status_changed',
  label: status,
  status,
  ...more,
});
const question: ComplaintEvent = {
  ...base,
  type: 'replied',
  author: { role: 'office' },
  text: 'Di mana?',
  public: true,
  question: true,
  attachments: [],
};
const answer: ComplaintEvent = {
  ...base,
  type: 'followed_up',
  author: { role: 'citizen' },
  text: 'Depan pasar',
  attachments: [],
};
const returned: ComplaintEvent = { ...base, type: 'returned', label: 'Dikembalikan', reason: 'bukan wewenang kami' };

test('a new complaint is received, home decides, and the reporter is no part of it', () => {
  expect(fresh).toMatchObject({ status: 'received', handler: 'rumah', returnedBy: [] });
  expect(JSON.stringify(fresh)).not.toContain('Pelapor Contoh');
});

describe('status', () => {
  const lg = { handler: 'laporgub' };
  test.each<[string, Partial<Complaint>, ComplaintEvent, string, string, string]>([
    [
      'the handler moves it on',
      { status: 'assigned', ...lg },
      says('in_progress'),
      'laporgub',
      'applied',
      'in_progress',
    ],
    [
      'a step back at the receiver is its acceptance',
      { status: 'assigned', ...lg },
      says('verifying'),
      'laporgub',
      'accepted',
      'assigned',
    ],
    [
      'waiting at the receiver leaves it assigned',
      { status: 'assigned', ...lg },
      says('received'),
      'laporgub',
      'accepted',
      'assigned',
    ],
    [
      'the same status again is nothing',
      { status: 'assigned', ...lg },
      says('assigned'),
      'laporgub',
      'kept',
      'assigned',
    ],
    [
      'another side’s claim is a conflict',
      { status: 'assigned', ...lg },
      says('resolved'),
      'rumah',
      'conflict',
      'assigned',
    ],
    [
      'another side’s early steps are no conflict',
      { status: 'received' },
      says('assigned'),
      'laporgub',
      'kept',
      'received',
    ],
    [
      'a resolved one can be taken up again',
      { status: 'resolved', ...lg },
      says('in_progress'),
      'laporgub',
      'applied',
      'in_progress',
    ],
    ['a closed one stays closed', { status: 'closed', ...lg }, says('in_progress'), 'laporgub', 'conflict', 'closed'],
    [
      '"not ours" re-opens the decision',
      { status: 'in_progress', ...lg },
      returned,
      'laporgub',
      'applied',
      'verifying',
    ],
    [
      '"not ours" of somebody else is a conflict',
      { status: 'in_progress', ...lg },
      returned,
      'smartdpu',
      'conflict',
      'in_progress',
    ],
  ])('%s', (_name, before, event, from, effect, status) => {
    const result = apply(at(before), event, from, 'rumah');
    expect([result.effect, result.complaint.status]).toEqual([effect, status]);
  });

  test('Selesai keeps how: the outcome stands beside the status', () => {
    const done = apply(
      at({ status: 'in_progress', ...lg }),
      says('resolved', { outcome: 'dijadwalkan' }),
      'laporgub',
      'rumah',
    );
    expect(done.complaint).toMatchObject({ status: 'resolved', outcome: 'dijadwalkan' });
  });

  test('a rejection keeps its kind and its reason', () => {
    const event = says('rejected', { rejection: 'spam', note: 'iklan' });
    expect(apply(at(lg), event, 'laporgub', 'rumah').complaint).toMatchObject({ rejection: 'spam', reason: 'iklan' });
  });

  test('no event of the returning kind ever closes a complaint', () => {
    fc.assert(
      fc.property(fc.constantFrom(...STATUSES), fc.constantFrom('rumah', 'laporgub'), (status, from) => {
        const { complaint } = apply(at({ status, handler: from }), returned, from, 'rumah');
        expect(complaint.status).toBe('verifying');
      }),
    );
  });
});

test('"not ours" brings the complaint home with the reason, and remembers who said so', () => {
  const { complaint } = apply(at({ handler: 'laporgub' }), returned, 'laporgub', 'rumah');
  expect(complaint).toMatchObject({ handler: 'rumah', reason: 'bukan wewenang kami', returnedBy: ['laporgub'] });
});

describe('a disposition', () => {
  const disposed = (facts: object, marks?: object): ComplaintEvent => ({ ...base, type: 'disposed', facts, marks });

  test('a new decision about duty lifts an earlier "not ours"', () => {
    const before = at({ kewenangan: 'provinsi', returnedBy: ['laporgub'] });
    expect(apply(before, disposed({ kewenangan: 'kabupaten' }), 'rumah', 'rumah').complaint.returnedBy).toEqual([]);
  });

  test('naming an office is no new decision about duty', () => {
    const before = at({ kewenangan: 'provinsi', returnedBy: ['laporgub'] });
    expect(apply(before, disposed({ opd: 'DPUPR' }), 'rumah', 'rumah').complaint.returnedBy).toEqual(['laporgub']);
  });

  test('what is not said changes nothing', () => {
    const { complaint, effect } = apply(fresh, disposed({ category: null, kewenangan: undefined }), 'rumah', 'rumah');
    expect([complaint.category, effect]).toEqual(['street_light', 'kept']);
  });

  test('the same place told in another order of words is no news', () => {
    const before = at({ location: { address: 'Depan pasar', lat: -7.3 } });
    const event = disposed({ location: { lat: -7.3, address: 'Depan pasar', desa: undefined } });
    expect(apply(before, event, 'rumah', 'rumah').effect).toBe('kept');
  });

  test('only home decides', () => {
    expect(apply(fresh, disposed({ kewenangan: 'provinsi' }), 'laporgub', 'rumah').complaint.kewenangan).toBeNull();
  });

  test('a mark can be set this way and never be lifted', () => {
    const anonymous = apply(fresh, disposed({}, { anonim: true, rahasia: false }), 'rumah', 'rumah').complaint;
    expect(anonymous.marks).toEqual({ anonim: true, rahasia: false });
    const loosened = apply(anonymous, disposed({}, { anonim: false, rahasia: false }), 'rumah', 'rumah').complaint;
    expect(loosened.marks.anonim).toBe(true);
  });
});

test('a complaint opens with all that its first message knows, and nothing more', () => {
  const event = {
    ...base,
    type: 'opened' as const,
    title: 'Lampu padam',
    text: 'Lampu jalan mati',
    channel: 'web' as const,
    facts: { kewenangan: 'kabupaten' as const, opd: 'DINHUB', location: { desa: 'Bobotsari' } },
    reporter: {},
    marks: { anonim: true, rahasia: false },
    attachments: [],
  };
  expect(open(event, { id: 'c', number: 'SA-2026-000001', origin: 'laporgub', home: 'rumah' })).toEqual({
    id: 'c',
    number: 'SA-2026-000001',
    title: 'Lampu padam',
    text: 'Lampu jalan mati',
    channel: 'web',
    origin: 'laporgub',
    handler: 'rumah',
    status: 'received',
    outcome: null,
    rejection: null,
    reason: null,
    category: null,
    kewenangan: 'kabupaten',
    opd: 'DINHUB',
    location: { desa: 'Bobotsari' },
    marks: { anonim: true, rahasia: false },
    returnedBy: [],
    openedAt: base.at,
  });
  expect(fresh).toMatchObject({ title: null, category: 'street_light', kewenangan: null, opd: null, location: null });
});

describe('told to be opened again', () => {
  const again = (marks: Complaint['marks']): ComplaintEvent => ({
    ...base,
    type: 'opened',
    text: 'x',
    channel: 'web',
    facts: {},
    reporter: {},
    marks,
    attachments: [],
  });

  test.each([
    [{ anonim: true, rahasia: false }, 'applied'],
    [{ anonim: false, rahasia: true }, 'applied'],
    [{ anonim: false, rahasia: false }, 'kept'],
  ] as const)('with marks %j, only what is stricter counts', (marks, effect) => {
    const result = apply(fresh, again(marks), 'laporgub', 'rumah');
    expect([result.complaint, result.effect]).toEqual([{ ...fresh, marks }, effect]);
  });

  test('a mark that is set stays set', () => {
    const marked = at({ marks: { anonim: true, rahasia: true } });
    expect(apply(marked, again({ anonim: false, rahasia: false }), 'laporgub', 'rumah')).toEqual({
      complaint: marked,
      effect: 'kept',
    });
  });
});

describe('what a status takes along', () => {
  const lg = { handler: 'laporgub' };
  const told = (before: Partial<Complaint>, event: ComplaintEvent, from = 'laporgub') =>
    apply(at({ ...lg, ...before }), event, from, 'rumah');

  test('taken up again, it has no outcome any more; closed, it keeps the one it had', () => {
    const done = { status: 'resolved', outcome: 'diperbaiki' } as const;
    expect(told(done, says('in_progress')).complaint.outcome).toBeNull();
    expect(told(done, says('closed')).complaint.outcome).toBe('diperbaiki');
  });

  test('a note is the reason of a rejection, and of nothing else', () => {
    expect(told({ reason: 'lama' }, says('in_progress', { note: 'regu berangkat' })).complaint.reason).toBeNull();
    expect(told({}, says('rejected', { rejection: 'spam' })).complaint).toMatchObject({ reason: null });
    expect(told({ status: 'rejected', rejection: 'spam' }, says('resolved')).complaint.rejection).toBeNull();
  });

  test('a step of the same height is no step back', () => {
    expect(told({ status: 'assigned' }, says('needs_info'))).toMatchObject({
      effect: 'applied',
      complaint: { status: 'needs_info' },
    });
  });

  test('closed once more is nothing new', () => {
    expect(told({ status: 'closed' }, says('closed')).effect).toBe('kept');
  });

  test('another side that says what is so already is in no conflict, and from in_progress on it is', () => {
    expect(told({ status: 'resolved' }, says('resolved'), 'rumah').effect).toBe('kept');
    expect(told({ status: 'assigned' }, says('in_progress'), 'rumah').effect).toBe('conflict');
  });
});

describe('"not ours"', () => {
  const before = { handler: 'laporgub', outcome: 'dijelaskan', rejection: 'spam', returnedBy: ['laporgub'] } as const;

  test('said twice is remembered once, and leaves no outcome', () => {
    const { complaint } = apply(at({ ...before, returnedBy: ['laporgub'] }), returned, 'laporgub', 'rumah');
    expect(complaint).toMatchObject({ returnedBy: ['laporgub'], outcome: null, rejection: null });
  });

  test('said by home of what another handles changes nothing', () => {
    expect(apply(at({ handler: 'laporgub' }), returned, 'rumah', 'rumah')).toEqual({
      complaint: at({ handler: 'laporgub' }),
      effect: 'kept',
    });
  });

  test('said by home of what it handles itself is nobody’s refusal', () => {
    const { complaint } = apply(at({}), { ...base, type: 'returned', label: 'x' }, 'rumah', 'rumah');
    expect(complaint).toMatchObject({ status: 'verifying', handler: 'rumah', returnedBy: [], reason: null });
  });
});

test('a disposition counts as applied where only a mark, or only a fact, is new', () => {
  const disposed = { ...base, type: 'disposed', label: 'x' } as const;
  const marks = { anonim: false, rahasia: true };
  expect(apply(fresh, { ...disposed, facts: {}, marks }, 'rumah', 'rumah').effect).toBe('applied');
  expect(apply(fresh, { ...disposed, facts: { opd: 'DLH' } }, 'rumah', 'rumah').effect).toBe('applied');
  const before = at({ returnedBy: ['laporgub'] });
  const subject = { ...disposed, facts: { category: 'road' } } as ComplaintEvent;
  expect(apply(before, subject, 'rumah', 'rumah').complaint.returnedBy).toEqual([]);
});

test.each([
  ['an internal one', { public: false }, 'laporgub', 'in_progress'],
  ['one of another than the handler', {}, 'rumah', 'in_progress'],
  ['one about what has ended', {}, 'laporgub', 'resolved'],
  ['what is no question', { question: false }, 'laporgub', 'in_progress'],
] as const)('a question that asks nobody, %s, moves nothing', (_which, more, from, status) => {
  const before = at({ status, handler: 'laporgub' });
  expect(apply(before, { ...question, ...more }, from, 'rumah')).toEqual({
    complaint: before,
    effect: 'kept',
  });
});

test('details that nobody asked for move nothing', () => {
  expect(apply(at({ status: 'assigned' }), answer, 'rumah', 'rumah').effect).toBe('kept');
});

test('a question of the handler waits for the reporter, whose answer lets it go on', () => {
  const asked = apply(at({ status: 'in_progress', handler: 'laporgub' }), question, 'laporgub', 'rumah').complaint;
  expect(asked.status).toBe('needs_info');
  expect(apply(asked, answer, 'rumah', 'rumah').complaint.status).toBe('in_progress');
});

test('a platform that took a complaint handles it, and it is assigned', () => {
  expect(forwarded(fresh, 'laporgub')).toMatchObject({ handler: 'laporgub', status: 'assigned' });
  expect(forwarded(at({ status: 'verifying', reason: 'bukan kami' }), 'smartdpu')).toMatchObject({
    status: 'assigned',
    reason: null,
  });
  for (const status of ['needs_info', 'in_progress'] as const)
    expect(forwarded(at({ status }), 'smartdpu').status).toBe(status);
});

describe('the reporter judges an answer', () => {
  const said = { ...base, author: { role: 'citizen' as const }, text: 'Belum ditambal', attachments: [] };
  test.each([
    ['agreement closes an answered complaint', 'resolved', 'confirmed', 'closed'],
    ['disagreement opens it again', 'resolved', 'reopened', 'in_progress'],
    ['what is not answered can not be judged', 'in_progress', 'confirmed', 'in_progress'],
    ['what was closed stays closed', 'closed', 'reopened', 'closed'],
    ['what was rejected stays rejected', 'rejected', 'reopened', 'rejected'],
  ] as const)('%s', (_name, before, type, after) => {
    const answered = at({ status: before, outcome: 'dijadwalkan' });
    const { complaint } = apply(answered, { ...said, type }, 'lacak', 'rumah');
    expect(complaint.status).toBe(after);
    expect(complaint.outcome).toBe(after === 'in_progress' && before === 'resolved' ? null : 'dijadwalkan');
  });
});
