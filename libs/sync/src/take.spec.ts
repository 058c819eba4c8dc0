import { describe, expect, test } from '@jest/globals';
import type { Complaint, StatusChanged } from '#complaint';
import type { HeldLink } from '#store';
import { isBefore, isNoNews, isSnapshot, sameLabel } from './take.ts';

const AT = '2026-01-05T09:00:00+07:00';
const EARLIER = '2026-01-05T01:59:59Z';
const LATER = '2026-01-05T02:00:01Z';

const complaint: Complaint = {
  id: '1',
  number: 'SA-2026-000001',
  title: null,
  text: 'Jalan rekaan rusak',
  channel: 'web',
  origin: 'rumah',
  handler: 'rumah',
  status: 'assigned',
  outcome: null,
  rejection: null,
  reason: null,
  category: 'road',
  kewenangan: 'provinsi',
  opd: null,
  location: {},
  marks: { anonim: false, rahasia: false },
  returnedBy: [],
  openedAt: AT,
};
const link = (given: Partial<HeldLink> = {}): HeldLink => ({
  id: 'l',
  instance: 'rumah',
  externalId: 'K1',
  reference: null,
  role: 'origin',
  state: 'open',
  url: null,
  label: 'Progress',
  labelAt: AT,
  factsAt: AT,
  stated: null,
  conversationId: null,
  ...given,
});
const shows = (label: string, at: string): StatusChanged & { snapshot: true } => ({
  type: 'status_changed',
  id: `K1/${label}`,
  externalId: 'K1',
  at,
  label,
  status: 'in_progress',
  snapshot: true,
});

test.each<[string, string, string | null, boolean]>([
  ['an earlier moment', EARLIER, AT, true],
  ['the same moment in another zone', '2026-01-05T02:00:00Z', AT, false],
  ['a later moment', LATER, AT, false],
  ['any moment where nothing is known', EARLIER, null, false],
])('%s', (_name, at, other, expected) => expect(isBefore(at, other)).toBe(expected));

test.each<[string, string | null, string, boolean]>([
  ['with other spaces and capitals', ' dalam   TINDAKAN ', 'Dalam Tindakan', true],
  ['of another word', 'Progress', 'Selesai', false],
  ['where none is known', null, '', false],
])('the same label %s', (_name, one, other, expected) => expect(sameLabel(one, other)).toBe(expected));

describe('a snapshot of a status', () => {
  test.each<[string, ReturnType<typeof shows>, HeldLink, boolean]>([
    ['that is known is no news', shows('progress ', LATER), link(), true],
    ['that is older than what is known is no news', shows('Selesai', EARLIER), link(), true],
    ['that differs and is no older is news', shows('Selesai', AT), link(), false],
    ['is news where nothing is known', shows('Selesai', EARLIER), link({ label: null, labelAt: null }), false],
  ])('%s', (_name, event, known, expected) => expect(isNoNews(complaint, known, event)).toBe(expected));
});

describe('a snapshot of the facts', () => {
  const disposed = (kewenangan: 'provinsi' | 'kabupaten', at: string) =>
    ({ type: 'disposed', id: 'K1/d', externalId: 'K1', at, snapshot: true, facts: { kewenangan } }) as Parameters<
      typeof isNoNews
    >[2];
  test.each<[string, ReturnType<typeof disposed>, boolean]>([
    ['that says what is known is no news', disposed('provinsi', LATER), true],
    ['that says something else is news', disposed('kabupaten', LATER), false],
    ['that is older than what is known is no news', disposed('kabupaten', EARLIER), true],
  ])('%s', (_name, event, expected) => expect(isNoNews(complaint, link(), event)).toBe(expected));
});

test('a snapshot says so itself', () => {
  expect(isSnapshot(shows('Selesai', AT))).toBe(true);
  const { snapshot: _snapshot, ...told } = shows('Selesai', AT);
  expect(isSnapshot(told)).toBe(false);
  expect(isSnapshot({ ...told, snapshot: false })).toBe(false);
});
