import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { retryAt } from './retry.ts';

const HOUR_MS = 3_600_000;
const SCHEDULE = [
  5e3,
  30e3,
  120e3,
  600e3,
  1.8e6,
  HOUR_MS,
  2 * HOUR_MS,
  4 * HOUR_MS,
  8 * HOUR_MS,
  12 * HOUR_MS,
  24 * HOUR_MS,
  26 * HOUR_MS,
];
const NOW = new Date('2026-01-05T00:00:00Z');

describe('retryAt', () => {
  test('twelve tries span 76 hours at the least, whatever chance says', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 0, max: 0.999, noNaN: true }), { minLength: 12, maxLength: 12 }),
        (chances) => {
          let clock = NOW;
          for (const [index, chance] of chances.entries()) {
            const next = retryAt(SCHEDULE, index + 1, clock, undefined, () => chance);
            if (!next) throw new Error('a try is missing');
            clock = next;
          }
          expect(clock.getTime() - NOW.getTime()).toBeGreaterThanOrEqual(76 * HOUR_MS);
          expect(retryAt(SCHEDULE, 13, clock)).toBeNull();
        },
      ),
    );
  });

  test('those that failed together come back spread over the delay’s full width', () => {
    const times = [0, 0.25, 0.5, 0.75, 0.999].map(
      (chance) => retryAt(SCHEDULE, 3, NOW, undefined, () => chance)?.getTime() ?? 0,
    );
    expect((times.at(-1) ?? 0) - (times[0] ?? 0)).toBeGreaterThan(119e3);
  });

  test('a platform that asks for more time gets it, up to an hour', () => {
    const asked = (ms: number) => retryAt([1_000], 1, NOW, new Date(NOW.getTime() + ms), () => 0)?.getTime();
    expect(asked(60_000)).toBe(NOW.getTime() + 60_000);
    expect(asked(10 * 365 * 24 * HOUR_MS)).toBe(NOW.getTime() + HOUR_MS);
    expect(asked(-5_000)).toBe(NOW.getTime() + 1_000);
  });
});
