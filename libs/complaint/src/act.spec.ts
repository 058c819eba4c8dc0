import { type Act, decided } from './act.ts';
import type { Complaint } from './complaint.ts';

const complaint = (changes: Partial<Complaint> = {}): Complaint => ({
  id: 'c',
  number: 'SA-2026-000001',
  title: null,
  text: 'Jalan berlubang',
  channel: 'web',
  origin: 'kota',
  handler: 'kota',
  status: 'verifying',
  outcome: null,
  rejection: null,
  reason: null,
  category: 'road',
  kewenangan: null,
  opd: null,
  location: null,
  marks: { anonim: false, rahasia: true },
  returnedBy: ['provinsi'],
  openedAt: '2026-01-01T00:00:00Z',
  ...changes,
});
const STATUS = { kind: 'status', outcome: null, rejection: null, note: null } as const;

test.each<[string, Act, Partial<Complaint>, Partial<Complaint>]>([
  [
    'a disposition names the office and moves what was not assigned yet',
    { kind: 'disposition', opd: 'DPUPR', note: null },
    {},
    { opd: 'DPUPR', status: 'assigned' },
  ],
  [
    'a disposition leaves what is under way where it is',
    { kind: 'disposition', opd: 'DPUPR', note: null },
    { status: 'in_progress' },
    { status: 'in_progress' },
  ],
  [
    'an authority that was decided anew may be given back anew',
    { kind: 'authority', kewenangan: 'provinsi', category: null, reason: 'jalan provinsi' },
    {},
    { kewenangan: 'provinsi', category: 'road', returnedBy: [] },
  ],
  [
    'a forward lifts what the platform said before',
    { kind: 'forward', to: 'provinsi', reason: 'coba lagi' },
    {},
    { returnedBy: [] },
  ],
  [
    'a question makes the complaint wait for its reporter',
    { kind: 'needs_info', question: 'Di mana?', office: 'DPUPR' },
    {},
    { status: 'needs_info' },
  ],
  [
    'a reply changes nothing',
    { kind: 'reply', text: 'Ya', public: true, office: 'DPUPR' },
    {},
    { status: 'verifying' },
  ],
  [
    'resolved says how',
    { ...STATUS, status: 'resolved', outcome: 'diperbaiki' },
    {},
    { status: 'resolved', outcome: 'diperbaiki' },
  ],
  [
    'reopening forgets the outcome',
    { ...STATUS, status: 'in_progress', note: 'rusak lagi' },
    { status: 'resolved', outcome: 'diperbaiki' },
    { status: 'in_progress', outcome: null },
  ],
  [
    'a mark is tightened without a reason',
    { kind: 'marks', marks: { anonim: true }, reason: null },
    {},
    { marks: { anonim: true, rahasia: true } },
  ],
  [
    'a mark is loosened with one',
    { kind: 'marks', marks: { rahasia: false }, reason: 'diminta pelapor' },
    {},
    { marks: { anonim: false, rahasia: false } },
  ],
])('%s', (_name, act, before, expected) => {
  expect(decided(complaint(before), act)).toMatchObject(expected);
});

test.each<[string, Act, Partial<Complaint>]>([
  ['an ended complaint is not disposed', { kind: 'disposition', opd: 'DPUPR', note: null }, { status: 'closed' }],
  ['a complaint is not forwarded to where it came from', { kind: 'forward', to: 'kota', reason: 'salah' }, {}],
  ['a step back needs a word', { ...STATUS, status: 'received' }, {}],
  ['resolved needs an outcome', { ...STATUS, status: 'resolved' }, {}],
  ['an open complaint has no outcome', { ...STATUS, status: 'in_progress', outcome: 'diperbaiki', note: 'Belum' }, {}],
  ['rejected needs its kind', { ...STATUS, status: 'rejected' }, {}],
  ['loosening a mark needs a reason', { kind: 'marks', marks: { rahasia: false }, reason: null }, {}],
])('%s', (_name, act, before) => {
  expect(decided(complaint(before), act)).toEqual(expect.any(String));
});
