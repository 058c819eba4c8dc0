import { isQuiet } from './quiet.ts';

const at = (wib: string) => new Date(`2026-03-02T${wib}:00+07:00`);
const night = { quiet_from: '21:00', quiet_to: '06:00' };
const noon = { quiet_from: '12:00', quiet_to: '13:00' };

test.each([
  ['late in the evening', night, '23:30', true],
  ['after midnight', night, '00:10', true],
  ['when the night begins', night, '21:00', true],
  ['when the night is over', night, '06:00', false],
  ['by day', night, '12:30', false],
  ['in a break at noon', noon, '12:59', true],
  ['before the break', noon, '11:59', false],
  ['where nothing is said', { quiet_from: null, quiet_to: null }, '03:00', false],
])('%s', (_when, times, now, expected) => expect(isQuiet(times, at(now))).toBe(expected));
