import { describe, expect, test } from '@jest/globals';
import type { StatusChanged } from '#complaint';
import type { HeldLink } from '#store';
import { isBefore, isNoNews, isSnapshot, sameLabel } from '../../libs/sync/src/take.ts';
import { AFTER, AT, BEFORE, complaint, HOME, link } from './taking.ts';

const assigned = complaint({ handler: HOME, status: 'assigned' });
const known = (given: Partial<HeldLink> = {}) => link('1', HOME, { factsAt: AT, ...given });
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
  ['an earlier moment', BEFORE, AT, true],
  ['the same moment in another zone', '2026-01-05T09:00:00+07:00', AT, false],
  ['a later moment', AFTER, AT, false],
  ['any moment where nothing is known', BEFORE, null, false],
])('%s', (_name, at, other, expected) => expect(isBefore(at, other)).toBe(expected));

test.each<[string, string | null, string, boolean]>([
  ['with other spaces and capitals', ' dalam   TINDAKAN ', 'Dalam Tindakan', true],
  ['of another word', 'Progress', 'Selesai', false],
  ['where none is known', null, '', false],
])('the same label %s', (_name, one, other, expected) => expect(sameLabel(one, other)).toBe(expected));

describe('a snapshot of a status', () => {
  test.each<[string, ReturnType<typeof shows>, HeldLink, boolean]>([
    ['that is known is no news', shows('progress ', AFTER), known(), true],
    ['that is older than what is known is no news', shows('Selesai', BEFORE), known(), true],
    ['that differs and is no older is news', shows('Selesai', AT), known(), false],
    ['is news where nothing is known', shows('Selesai', BEFORE), known({ label: null, labelAt: null }), false],
  ])('%s', (_name, event, at, expected) => expect(isNoNews(assigned, at, event)).toBe(expected));
});

describe('a snapshot of the facts', () => {
  const disposed = (kewenangan: 'provinsi' | 'kabupaten', at: string) =>
    ({ type: 'disposed', id: 'K1/d', externalId: 'K1', at, snapshot: true, facts: { kewenangan } }) as Parameters<
      typeof isNoNews
    >[2];
  test.each<[string, ReturnType<typeof disposed>, boolean]>([
    ['that says what is known is no news', disposed('provinsi', AFTER), true],
    ['that says something else is news', disposed('kabupaten', AFTER), false],
    ['that is older than what is known is no news', disposed('kabupaten', BEFORE), true],
  ])('%s', (_name, event, expected) => expect(isNoNews(assigned, known(), event)).toBe(expected));
});

test('a snapshot says so itself', () => {
  expect(isSnapshot(shows('Selesai', AT))).toBe(true);
  const { snapshot: _snapshot, ...told } = shows('Selesai', AT);
  expect(isSnapshot(told)).toBe(false);
  expect(isSnapshot({ ...told, snapshot: false })).toBe(false);
});
