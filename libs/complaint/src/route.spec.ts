import { describe, expect, test } from '@jest/globals';
import {
  type Complaint,
  type ComplaintEvent,
  type EventOf,
  mirror,
  type Road,
  roadNamed,
  route,
  type Routing,
} from './index.ts';

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

  test.each<[string, Partial<Complaint>, string]>([
    ['from its first day', onRoad('Purbalingga-Bobotsari', '2016-01-01T00:00:00Z'), 'jalan-provinsi'],
    ['not before it', onRoad('Purbalingga-Bobotsari', '2015-12-31T00:00:00Z'), 'rumah'],
    ['not where no road is named', { location: { desa: 'Purbalingga Bobotsari' } }, 'rumah'],
  ])('a road counts by the register %s', (_when, facts, rule) => {
    expect(route({ ...jalan, ...facts }, ROUTING).rule).toBe(rule);
  });

  test('a road of another owner, or of none known, meets no rule about the province’s roads', () => {
    const roads = ROUTING.roads.map((road) => ({ ...road, owner: 'kabupaten' as const }));
    expect(route({ ...jalan, ...onRoad('Purbalingga-Bobotsari') }, { ...ROUTING, roads }).rule).toBe('rumah');
  });

  test('a rule about subjects meets no complaint without one, and a rule about duty none of another', () => {
    const rules = [{ name: 'jalan', when: { category: ['road' as const] }, to: 'smartdpu', why: 'jalan' }];
    expect(route(jalan, { ...ROUTING, rules }).rule).toBe('-');
    expect(route({ ...jalan, category: 'road' }, { ...ROUTING, rules })).toMatchObject({ rule: 'jalan', why: 'jalan' });
    expect(route({ ...jalan, category: 'drainage' }, { ...ROUTING, rules }).rule).toBe('-');
  });

  test('home by its own name is home, with the rule’s reason alone', () => {
    const rules = [{ name: 'pulang', when: {}, to: 'rumah', why: 'tetap' }];
    expect(route({ ...jalan, origin: 'laporgub' }, { ...ROUTING, rules })).toEqual({
      to: null,
      rule: 'pulang',
      why: 'tetap',
    });
  });

  test.each<[Partial<Complaint>, string]>([
    [{ origin: 'laporgub' }, 'kewenangan provinsi; tidak dikirim balik ke asalnya'],
    [{ returnedBy: ['laporgub'] }, 'kewenangan provinsi; sudah dikembalikan oleh laporgub'],
    [{ status: 'closed' }, 'kewenangan provinsi; aduan sudah berakhir'],
    [{}, 'kewenangan provinsi'],
  ])('with %j, the reason tells what holds it back', (facts, why) => {
    expect(route({ ...jalan, kewenangan: 'provinsi', ...facts }, ROUTING).why).toBe(why);
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

test('without a day, a road is what the register holds now', () => {
  const [past] = ROUTING.roads as [Road];
  const now = { ...past, name: 'sekarang', validFrom: '2026-06-01', validTo: null };
  expect(roadNamed('Purbalingga - Bobotsari', [past, now], null)).toBe(now);
  expect(roadNamed('Purbalingga - Bobotsari', [past, now], '2026-05-31')).toBe(past);
  expect(roadNamed('Purbalingga - Bobotsari', [past, now], '2026-06-01')).toBe(now);
  expect(roadNamed('Purbalingga', [past, now], null)).toBeUndefined();
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
    [
      'the reporter’s agreement goes where details go',
      { ...followUp, type: 'confirmed' },
      'lacak',
      ['rumah', 'smartdpu'],
    ],
    ['and so does disagreement', { ...followUp, type: 'reopened' }, 'lacak', ['rumah', 'smartdpu']],
    ['the handler’s status reaches every other platform', status, 'smartdpu', ['rumah', 'laporgub']],
    ['another side’s status goes nowhere', status, 'laporgub', []],
    ['"not ours" goes home only', returned, 'smartdpu', ['rumah']],
    ['"not ours" of who does not handle it goes nowhere', returned, 'laporgub', []],
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
