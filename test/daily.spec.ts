import { lastDue, parseDaily } from '../config/daily.ts';
import { readEnv } from '../config/env.ts';

test.each([
  ['in the night before two, yesterday’s time', '02:00', '2026-03-01T18:59:59Z', '2026-02-28T19:00:00Z'],
  ['at two sharp in WIB', '02:00', '2026-03-01T19:00:00Z', '2026-03-01T19:00:00Z'],
  ['by day, this night’s', '02:00', '2026-03-02T05:00:00Z', '2026-03-01T19:00:00Z'],
  ['of several the last one', '02:00, 14:00', '2026-03-02T08:00:00Z', '2026-03-02T07:00:00Z'],
])('the last moment that was due: %s', (_name, text, now, due) =>
  expect(lastDue(parseDaily(text) ?? [], new Date(now))?.toISOString()).toBe(new Date(due).toISOString()),
);

test('"off" is never due', () => expect(lastDue(parseDaily('off') ?? [1], new Date())).toBeNull());

test.each(['24:00', '2:00', '02.00', '02:00,', 'malam'])('"%s" is no time of day', (text) => {
  expect(parseDaily(text)).toBeNull();
  expect(() => readEnv({ RECONCILE_AT: text })).toThrow('RECONCILE_AT');
});

test('both sides are compared at two in the night, unless said otherwise', () => {
  expect(readEnv({}).RECONCILE_AT).toEqual([7_200_000]);
  expect(readEnv({ RECONCILE_AT: '00:30' }).RECONCILE_AT).toEqual([1_800_000]);
});
