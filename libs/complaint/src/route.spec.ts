import { describe, expect, test } from '@jest/globals';
import { type Complaint, type ComplaintEvent, type EventOf, mirror, route, type Routing } from './index.ts';

const ROUTING: Routing = {
  home: 'rumah',
  rules: [
    { name: 'provinsi', when: { kewenangan: ['provinsi'] }, to: 'laporgub', why: 'kewenangan provinsi' },
    {
      name: 'jalan-provinsi',
      when: { kewenangan: ['unknown'], roadOwner: 'provinsi' },
      to: 'laporgub',
      why: 'register',
    },
    { name: 'sekolah', when: { kewenangan: ['unknown'], words: ['SMA', 'SLB'] }, to: 'laporgub', why: 'sekolah' },
    { name: 'infrastruktur', when: { kewenangan: ['kabupaten'], category: ['road'] }, to: 'smartdpu', why: 'jalan' },
    { name: 'rumah', when: {}, to: 'home', why: 'tetap' },
  ],
  roads: [
    {
      name: 'Purbalingga-Bobotsari',
      named: [['Purbalingga', 'Bobotsari']],
      owner: 'provinsi',
      validFrom: '2016-01-01',
      validTo: '2026-06-01',
      source: 'uji',
    },
  ],
};

const jalan: Complaint = {
  id: 'c1',
  number: 'SA-2026-000001',
  title: null,
  text: 'Jalan berlubang di depan pasar',
  channel: 'web',
  origin: 'rumah',
  handler: 'rumah',
  status: 'received',
  outcome: null,
  rejection: null,
  reason: null,
  category: null,
  kewenangan: null,
  opd: null,
  location: null,
  marks: { anonim: false, rahasia: false },
  returnedBy: [],
  openedAt: '2026-01-05T01:00:00Z',
};
const onRoad = (road: string, openedAt = jalan.openedAt) => ({ location: { road }, openedAt });

describe('route', () => {
  test.each<[string, Partial<Complaint>, string | null, string]>([
    ['a provincial matter goes to LaporGub', { kewenangan: 'provinsi' }, 'laporgub', 'provinsi'],
    [
      'a road of the provincial register goes to LaporGub',
      onRoad('Ruas Purbalingga - Bobotsari km 3'),
      'laporgub',
      'jalan-provinsi',
    ],
    ['half of a road name is not that road', onRoad('Jl. Bobotsari Lama'), null, 'rumah'],
    [
      'a road counts only while the register says so',
      onRoad('Purbalingga-Bobotsari', '2026-06-01T00:00:00Z'),
      null,
      'rumah',
    ],
    [
      'an admin who said kabupaten overrules the register',
      { ...onRoad('Purbalingga-Bobotsari'), kewenangan: 'kabupaten' },
      null,
      'rumah',
    ],
    ['a school that the province runs goes to LaporGub', { text: 'Pungutan di sma negeri' }, 'laporgub', 'sekolah'],
    ['a word inside another word is not that word', { text: 'asmara dan islbn' }, null, 'rumah'],
    [
      'a road of the kabupaten goes to SMARTDPU',
      { kewenangan: 'kabupaten', category: 'road' },
      'smartdpu',
      'infrastruktur',
    ],
    ['another matter of the kabupaten stays home', { kewenangan: 'kabupaten', category: 'social_aid' }, null, 'rumah'],
    [
      'a complaint is not sent back where it came from',
      { kewenangan: 'provinsi', origin: 'laporgub' },
      null,
      'provinsi',
    ],
    [
      'who gave it back does not get it again by rule',
      { kewenangan: 'provinsi', returnedBy: ['laporgub'] },
      null,
      'provinsi',
    ],
    ['a complaint that has ended is not forwarded', { kewenangan: 'provinsi', status: 'resolved' }, null, 'provinsi'],
  ])('%s', (_name, facts, to, rule) => {
    expect(route({ ...jalan, ...facts }, ROUTING)).toMatchObject({ to, rule });
  });

  test('a decision always says why', () => {
    expect(route({ ...jalan, kewenangan: 'provinsi', returnedBy: ['laporgub'] }, ROUTING).why).toContain(
      'dikembalikan',
    );
    expect(route(jalan, { ...ROUTING, rules: [] })).toEqual({
      to: null,
      rule: '-',
      why: 'tidak ada aturan yang cocok',
    });
  });
});

const LINKS = [
  { instance: 'rumah', role: 'home' },
  { instance: 'laporgub', role: 'origin' },
  { instance: 'smartdpu', role: 'handler' },
] as const;
const base = { id: 'e1', externalId: 'x', at: '2026-01-05T02:00:00Z' };
const reply: EventOf<'replied'> = {
  ...base,
  type: 'replied',
  author: { role: 'office' },
  text: 'Sudah dijadwalkan',
  public: true,
  attachments: [],
};
const status: ComplaintEvent = { ...base, type: 'status_changed', label: 'Dikerjakan', status: 'in_progress' };
const followUp: ComplaintEvent = {
  ...base,
  type: 'followed_up',
  author: { role: 'citizen' },
  text: 'Masih rusak',
  attachments: [],
};
const returned: ComplaintEvent = { ...base, type: 'returned', label: 'Ditolak' };
const accepted: ComplaintEvent = { ...base, type: 'accepted', label: 'Verifikasi' };

describe('mirror', () => {
  const handled = { ...jalan, origin: 'laporgub', handler: 'smartdpu' };
  test.each<[string, ComplaintEvent, string, string[]]>([
    ['a public reply reaches every other platform', reply, 'smartdpu', ['rumah', 'laporgub']],
    ['an internal note goes nowhere', { ...reply, public: false }, 'rumah', []],
    ['a follow-up reaches home and the handler, not the origin', followUp, 'laporgub', ['rumah', 'smartdpu']],
    ['the handler’s status reaches every other platform', status, 'smartdpu', ['rumah', 'laporgub']],
    ['another side’s status goes nowhere', status, 'laporgub', []],
    ['"not ours" goes home only', returned, 'smartdpu', ['rumah']],
    ['that the receiver took note goes nowhere', accepted, 'smartdpu', []],
  ])('%s', (_name, event, from, expected) => {
    expect(mirror(event, handled, from, LINKS, 'rumah')).toEqual(expected);
  });

  test('a platform that it is being forwarded to is not told the status', () => {
    expect(mirror(status, { ...handled, handler: 'rumah' }, 'rumah', LINKS, 'rumah')).toEqual(['laporgub']);
  });

  test('nobody hears back what it told', () => {
    for (const { instance } of LINKS) {
      expect(mirror(reply, handled, instance, LINKS, 'rumah')).not.toContain(instance);
    }
  });
});
