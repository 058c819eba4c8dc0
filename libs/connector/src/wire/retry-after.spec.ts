import { expect, test } from '@jest/globals';
import { retryAt } from './retry-after.ts';

const NOW = new Date('2026-01-05T02:00:00.000Z');

test.each<[string, string | undefined, number]>([
  ['seconds', '120', 120],
  ['seconds with a fraction', '1.5', 1.5],
  ['spaces around them', '  30 ', 30],
  ['an HTTP date', 'Mon, 05 Jan 2026 02:05:00 GMT', 300],
  ['an HTTP date that is past', 'Mon, 05 Jan 2026 01:00:00 GMT', 1],
  ['zero', '0', 1],
  ['half a second', '0.5', 1],
  ['a negative number', '-5', 1],
  ['an hour', '3600', 3_600],
  ['ten years', '315360000', 3_600],
  ['a date in ten years', 'Sat, 05 Jan 2036 02:00:00 GMT', 3_600],
  ['garbage', 'besok pagi', 60],
  ['a number with a unit', '30s', 60],
  ['nothing', '', 60],
  ['no header at all', undefined, 60],
])('%s: comes back in so many seconds', (_name, header, seconds) => {
  expect((retryAt(header, NOW).getTime() - NOW.getTime()) / 1_000).toBe(seconds);
});
