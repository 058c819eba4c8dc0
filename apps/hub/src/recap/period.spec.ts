import { expect, test } from '@jest/globals';
import { before } from './period.ts';

const NOVEMBER = { from: '2025-11-01', to: '2025-11-30' };

test.each([
  ['a month that is over, with as many days before it', '2025-12-01T00:00:00+07:00', ['2025-10-02', '2025-10-31']],
  ['a month on its last day, with all of them', '2025-11-30T23:59:59+07:00', ['2025-10-02', '2025-10-31']],
  ['a month on its tenth day, with the ten days before it', '2025-11-10T00:00:00+07:00', ['2025-10-22', '2025-10-31']],
  ['a month on its first day, with the day before it', '2025-11-01T00:00:00+07:00', ['2025-10-31', '2025-10-31']],
  ['a month to come, with as many days before it', '2025-10-31T23:59:59+07:00', ['2025-10-02', '2025-10-31']],
])('a period is compared with what is as long: %s', (_name, now, [from, to]) => {
  expect(before(NOVEMBER, new Date(now))).toEqual({ from, to });
});
