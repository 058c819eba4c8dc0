import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  type Calendar,
  type DeadlineRule,
  deadlinesOf,
  deadlineState,
  type Moments,
  type DeadlineUnit,
} from './index.ts';

const CALENDAR: Calendar = {
  workingWeek: [1, 2, 3, 4, 5],
  holidays: new Set(['2026-03-19', '2026-03-20', '2026-03-23', '2026-03-24', '2026-12-25']),
  unsure: new Set(['2026-12-25']),
};
const rule = (length: number, unit: DeadlineUnit, more: Partial<DeadlineRule> = {}): DeadlineRule => ({
  kind: 'answer',
  start: 'opened',
  length,
  unit,
  warnBefore: 1,
  calendar: CALENDAR,
  pausesForInfo: true,
  source: 'uji',
  validFrom: '2020-01-01',
  validTo: null,
  verified: true,
  ...more,
});
const opened = (at: string, more: Partial<Moments> = {}): Moments => ({
  opened: at,
  responded: null,
  assigned: null,
  resolved: null,
  closed: null,
  pauses: [],
  ...more,
});
const NOW = new Date('2026-11-24T03:00:00Z');
const due = (moments: Moments, how: DeadlineRule, now = NOW): string =>
  deadlinesOf(moments, [how], now)[0]?.dueAt ?? '';
/** As clocks in Purbalingga show it. */
const wib = (at: string): string =>
  new Date(Date.parse(at) + 7 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ');

test.each([
  [
    '24 hours are 24 hours, over midnight and a Sunday too',
    '2026-11-21T23:30:00+07:00',
    rule(24, 'hours'),
    '2026-11-22 23:30',
  ],
  ['a day that has begun does not count', '2026-11-24T00:00:00+07:00', rule(1, 'calendar_days'), '2026-11-26 00:00'],
  [
    'one minute before midnight belongs to the old day',
    '2026-11-23T23:59:00+07:00',
    rule(1, 'calendar_days'),
    '2026-11-25 00:00',
  ],
  [
    'the day is the one in Purbalingga, not in Greenwich',
    '2026-11-23T17:00:00Z',
    rule(1, 'calendar_days'),
    '2026-11-26 00:00',
  ],
  ['a weekend is not worked', '2026-11-20T10:00:00+07:00', rule(1, 'working_days'), '2026-11-24 00:00'],
  [
    'what comes on a Saturday waits for Monday',
    '2026-11-21T10:00:00+07:00',
    rule(1, 'working_days'),
    '2026-11-24 00:00',
  ],
  ['holidays and the weekend between them', '2026-03-18T10:00:00+07:00', rule(2, 'working_days'), '2026-03-27 00:00'],
])('%s', (_name, at, how, expected) => expect(wib(due(opened(at), how))).toBe(expected));

describe('while the reporter is asked, the clock stands', () => {
  const at = '2026-11-23T08:00:00+07:00';
  const pause = (from: string, to: string | null) => opened(at, { pauses: [{ from, to }] });
  test.each([
    ['hours', pause('2026-11-23T10:00:00+07:00', '2026-11-23T13:00:00+07:00'), rule(24, 'hours'), '2026-11-24 11:00'],
    [
      'days at whose end it stands',
      pause('2026-11-24T09:00:00+07:00', '2026-11-26T09:00:00+07:00'),
      rule(3, 'working_days'),
      '2026-12-01 00:00',
    ],
    [
      'the day whose midnight ends it too',
      pause('2026-11-24T09:00:00+07:00', '2026-11-25T00:00:00+07:00'),
      rule(3, 'working_days'),
      '2026-11-28 00:00',
    ],
    [
      'nothing within one day',
      pause('2026-11-24T09:00:00+07:00', '2026-11-24T15:00:00+07:00'),
      rule(3, 'working_days'),
      '2026-11-27 00:00',
    ],
  ])('%s', (_name, moments, how, expected) => expect(wib(due(moments, how))).toBe(expected));

  test('and a question that is still open says paused, and nothing is overdue', () => {
    const [found] = deadlinesOf(pause('2026-11-23T10:00:00+07:00', null), [rule(2, 'hours')], NOW);
    expect(found && deadlineState(found, new Date('2027-01-01T00:00:00Z'))).toBe('paused');
  });

  test.each([
    ['hours', rule(2, 'hours'), '2026-11-23T10:00:00.001+07:00', 'overdue'],
    ['hours', rule(2, 'hours'), '2026-11-23T10:00:00.000+07:00', 'paused'],
    ['days', rule(1, 'working_days'), '2026-11-25T00:00:00.001+07:00', 'overdue'],
    ['days', rule(1, 'working_days'), '2026-11-25T00:00:00.000+07:00', 'paused'],
  ])('but no question stops a clock that has run out: %s (%#)', (_unit, how, asked, state) => {
    const now = new Date('2026-12-01T03:00:00Z');
    const [found] = deadlinesOf(pause(asked, null), [how], now);
    expect(found && deadlineState(found, now)).toBe(state);
  });

  test('unless the rule knows no pause', () => {
    const moments = pause('2026-11-23T10:00:00+07:00', '2026-11-23T13:00:00+07:00');
    expect(wib(due(moments, rule(24, 'hours', { pausesForInfo: false })))).toBe('2026-11-24 08:00');
  });
});

test('the rule that held when it began decides', () => {
  const rules = [
    rule(1, 'hours', { validFrom: '2026-01-01', validTo: '2026-06-01' }),
    rule(2, 'hours', { validFrom: '2026-06-01' }),
  ];
  const at = (day: string) => deadlinesOf(opened(`${day}T00:00:00+07:00`), rules, NOW)[0]?.dueAt;
  expect(wib(at('2026-05-31') ?? '')).toBe('2026-05-31 01:00');
  expect(wib(at('2026-06-01') ?? '')).toBe('2026-06-01 02:00');
  expect(at('2025-12-31')).toBeUndefined();
});

test('what counts on a holiday that nobody confirmed is to be verified', () => {
  const sure = (at: string) => deadlinesOf(opened(at), [rule(3, 'working_days')], NOW)[0]?.verified;
  expect([sure('2026-12-24T10:00:00+07:00'), sure('2026-12-14T10:00:00+07:00')]).toEqual([false, true]);
});

test.each([
  ['running', '2026-11-24T00:00:00Z', null],
  ['due_soon', '2026-11-24T22:30:00Z', null],
  ['overdue', '2026-11-24T23:00:00Z', null],
  ['met', '2026-11-30T00:00:00Z', '2026-11-24T22:59:59Z'],
  ['late', '2026-11-30T00:00:00Z', '2026-11-24T23:00:00Z'],
])('it is %s', (state, now, metAt) => {
  const [found] = deadlinesOf(opened('2026-11-23T23:00:00Z', { resolved: metAt }), [rule(24, 'hours')], NOW);
  expect(found && deadlineState(found, new Date(now))).toBe(state);
});

describe('whatever the times', () => {
  const HOUR = 3_600_000;
  const moment = fc.integer({ min: Date.parse('2025-01-01'), max: Date.parse('2027-12-31') });
  const span = fc.integer({ min: 0, max: 30 * 24 * HOUR });
  const pauses = fc.array(fc.tuple(span, span), { maxLength: 4 }).map((pairs) => (start: number) => {
    let at = start;
    return pairs.map(([gap, length]) => {
      const from = at + gap;
      at = from + length;
      return { from: new Date(from).toISOString(), to: new Date(at).toISOString() };
    });
  });
  const length = fc.integer({ min: 1, max: 60 });
  const at = (start: number, pausesFrom: (start: number) => Moments['pauses'] = () => []): Moments =>
    opened(new Date(start).toISOString(), { pauses: pausesFrom(start) });
  const ms = (moments: Moments, how: DeadlineRule): number => Date.parse(due(moments, how, new Date('2030-01-01')));

  test('working days are never fewer than calendar days, and end at a midnight after a working day', () => {
    fc.assert(
      fc.property(moment, length, pauses, (start, days, stops) => {
        const working = ms(at(start, stops), rule(days, 'working_days'));
        expect(working).toBeGreaterThanOrEqual(ms(at(start, stops), rule(days, 'calendar_days')));
        expect(wib(new Date(working).toISOString()).slice(11)).toBe('00:00');
        const last = new Date(working + 7 * HOUR - 1);
        expect(CALENDAR.workingWeek).toContain(last.getUTCDay());
        expect(CALENDAR.holidays.has(last.toISOString().slice(0, 10))).toBe(false);
      }),
    );
  });

  test('a pause moves hours by just as much as the clock stood before they were over', () => {
    fc.assert(
      fc.property(moment, length, pauses, (start, hours, stops) => {
        const moments = at(start, stops);
        const end = ms(moments, rule(hours, 'hours'));
        const stood = moments.pauses.reduce(
          (sum, { from, to }) =>
            sum + Math.max(0, Math.min(end, Date.parse(to ?? '')) - Math.min(end, Date.parse(from))),
          0,
        );
        expect(end - start - stood).toBe(hours * HOUR);
      }),
    );
  });

  test('a pause never brings a deadline forward, and a longer one never ends earlier', () => {
    fc.assert(
      fc.property(
        moment,
        length,
        pauses,
        fc.constantFrom<DeadlineUnit>('hours', 'calendar_days', 'working_days'),
        (start, n, stops, unit) => {
          const paused = ms(at(start, stops), rule(n, unit));
          expect(paused).toBeGreaterThanOrEqual(ms(at(start), rule(n, unit)));
          expect(ms(at(start, stops), rule(n + 1, unit))).toBeGreaterThan(paused);
        },
      ),
    );
  });

  test('what begins later on the same day in Purbalingga is due on the same day', () => {
    fc.assert(
      fc.property(moment, length, (start, days) => {
        const midnight = start - ((start + 7 * HOUR) % (24 * HOUR));
        const [first, last] = [midnight, midnight + 24 * HOUR - 1].map((each) =>
          ms(at(each), rule(days, 'working_days')),
        );
        expect(first).toBe(last);
        expect(ms(at(midnight + 24 * HOUR), rule(days, 'working_days'))).toBeGreaterThanOrEqual(first ?? 0);
      }),
    );
  });
});
