import { expect, test } from '@jest/globals';
import { preciseMoment, shortMoment } from '../../apps/console/src/words/time.ts';

const NOW = '2026-11-30T08:00:00Z';

test('a moment of this year, as WIB has it, needs no year; one of another year says which', () => {
  expect(shortMoment('2026-01-02T03:04:05Z', NOW)).toBe('02 Jan, 10.04');
  expect(shortMoment('2025-12-31T18:00:00Z', NOW)).toBe('01 Jan, 01.00');
  expect(shortMoment('2025-10-31T10:39:00Z', NOW)).toBe('31 Okt 2025, 17.39');
  expect(preciseMoment('2026-11-30T08:47:46Z', NOW)).toBe('30 Nov, 15.47.46');
  expect(preciseMoment('2025-10-31T10:39:07Z', NOW)).toBe('31 Okt 2025, 17.39.07');
});
