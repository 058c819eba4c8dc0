import { expect, test } from '@jest/globals';
import { yearUnlessThis } from '../../apps/console/src/words/year.ts';

test('a date of this year, as WIB has it, needs no year; one of another year says which', () => {
  const now = '2026-11-30T08:00:00Z';
  expect(yearUnlessThis('2026-01-02T03:04:05Z', now)).toEqual({});
  expect(yearUnlessThis('2025-12-31T18:00:00Z', now)).toEqual({});
  expect(yearUnlessThis('2025-12-31T16:59:59Z', now)).toEqual({ year: 'numeric' });
  expect(yearUnlessThis('2026-12-31T17:00:00Z', now)).toEqual({ year: 'numeric' });
});
