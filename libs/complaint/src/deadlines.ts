import type { Milestone, Moments, Pause } from './milestones.ts';

/** What a complaint may wait for, and the milestone that ends the waiting. */
export const DEADLINE = {
  first_response: { label: 'Tanggapan pertama', until: 'responded' },
  forward: { label: 'Diteruskan kepada yang menangani', until: 'assigned' },
  answer: { label: 'Diselesaikan', until: 'resolved' },
  close: { label: 'Ditutup', until: 'closed' },
} as const satisfies Record<string, { label: string; until: Milestone }>;

export type DeadlineKind = keyof typeof DEADLINE;
export const DEADLINE_KINDS = Object.keys(DEADLINE) as DeadlineKind[];
export const UNITS = ['hours', 'calendar_days', 'working_days'] as const;
export type DeadlineUnit = (typeof UNITS)[number];

/** Which days are worked on. Days are `2026-11-24`, as calendars in Purbalingga show them. */
export interface Calendar {
  /** 0 is Sunday. */
  workingWeek: readonly number[];
  holidays: ReadonlySet<string>;
  /** Holidays that nobody has confirmed yet. */
  unsure: ReadonlySet<string>;
}

/** One row of config/deadlines.yaml. */
export interface DeadlineRule {
  kind: DeadlineKind;
  start: Milestone;
  length: number;
  unit: DeadlineUnit;
  /** How much of the length is left when it is time to warn. */
  warnBefore: number;
  calendar: Calendar;
  /** Whether the clock stands still while the reporter is asked for something. */
  pausesForInfo: boolean;
  source: string;
  validFrom: string;
  validTo: string | null;
  verified: boolean;
}

export interface Deadline {
  kind: DeadlineKind;
  startAt: string;
  warnAt: string;
  /** The first moment that is too late. */
  dueAt: string;
  metAt: string | null;
  /** The clock stands. It does not for a question that was asked when it was too late already. */
  isPaused: boolean;
  source: string;
  /** False where the rule, or a holiday that it counts on, is still to be confirmed. */
  verified: boolean;
}

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** WIB has no daylight saving: a day's number and its first moment are plain arithmetic. */
const WIB_MS = 7 * HOUR_MS;
const THURSDAY = 4;

const dayOf = (ms: number): number => Math.floor((ms + WIB_MS) / DAY_MS);
const beginningOf = (day: number): number => day * DAY_MS - WIB_MS;
const nameOf = (day: number): string => new Date(day * DAY_MS).toISOString().slice(0, 10);
const weekdayOf = (day: number): number => (((day + THURSDAY) % 7) + 7) % 7;

const isWorkingDay = (day: number, { workingWeek, holidays }: Calendar): boolean =>
  workingWeek.includes(weekdayOf(day)) && !holidays.has(nameOf(day));

/** The deadlines that a complaint has by the rules that held when each began. Pure; `now` ends a pause that goes on. */
export function deadlinesOf(moments: Moments, rules: readonly DeadlineRule[], now: Date): Deadline[] {
  return DEADLINE_KINDS.flatMap((kind) => {
    const rule = rules.find((each) => each.kind === kind && holds(each, moments));
    const start = rule && moments[rule.start];
    return rule && start ? [deadline(rule, start, moments, now)] : [];
  });
}

function holds({ start, validFrom, validTo }: DeadlineRule, moments: Moments): boolean {
  const at = moments[start];
  const day = at && nameOf(dayOf(Date.parse(at)));
  return day !== null && validFrom <= day && (validTo === null || day < validTo);
}

function deadline(rule: DeadlineRule, startAt: string, moments: Moments, now: Date): Deadline {
  const pauses = rule.pausesForInfo ? moments.pauses : [];
  const start = Date.parse(startAt);
  const metAt = moments[DEADLINE[rule.kind].until];
  const end = metAt ? new Date(metAt) : now;
  const due = endOf(start, rule.length, rule, pauses, end);
  const warn = endOf(start, rule.length - rule.warnBefore, rule, pauses, end);
  return {
    kind: rule.kind,
    startAt,
    warnAt: new Date(warn).toISOString(),
    dueAt: new Date(due).toISOString(),
    metAt,
    isPaused: metAt === null && pauses.some(({ from, to }) => to === null && Date.parse(from) <= due),
    source: rule.source,
    verified: rule.verified && (rule.unit !== 'working_days' || isSure(start, due, rule.calendar)),
  };
}

/**
 * When so much time from `start` has passed, with the clock standing still in the pauses.
 *
 * Days are whole: the day of the start does not count, and the last one ends at midnight. A day counts unless the clock
 * stands at its end.
 */
function endOf(
  start: number,
  length: number,
  { unit, calendar }: DeadlineRule,
  pauses: readonly Pause[],
  now: Date,
): number {
  const stops = pauses.map(({ from, to }) => ({
    from: Date.parse(from),
    to: to === null ? now.getTime() : Date.parse(to),
  }));
  if (unit === 'hours') return afterHours(start, length * HOUR_MS, stops);
  const stands = (at: number) => stops.some(({ from, to }) => from < at && at <= to);
  let day = dayOf(start);
  for (let left = length; left > 0; ) {
    day += 1;
    const isCounted = unit === 'calendar_days' || isWorkingDay(day, calendar);
    if (isCounted && !stands(beginningOf(day + 1))) left -= 1;
  }
  return beginningOf(day + 1);
}

function afterHours(start: number, length: number, stops: { from: number; to: number }[]): number {
  let at = start;
  let left = length;
  for (const { from, to } of stops.toSorted((a, b) => a.from - b.from)) {
    if (to <= at) continue;
    const running = Math.max(0, from - at);
    if (running >= left) break;
    left -= running;
    at = Math.max(at, to);
  }
  return at + left;
}

function isSure(start: number, due: number, { unsure }: Calendar): boolean {
  const [first, last] = [nameOf(dayOf(start)), nameOf(dayOf(due))];
  return ![...unsure].some((day) => first < day && day < last);
}

export type DeadlineState = 'running' | 'due_soon' | 'overdue' | 'paused' | 'met' | 'late';

export function deadlineState(
  { warnAt, dueAt, metAt, isPaused }: Pick<Deadline, 'warnAt' | 'dueAt' | 'metAt' | 'isPaused'>,
  now: Date,
): DeadlineState {
  const due = Date.parse(dueAt);
  if (metAt !== null) return Date.parse(metAt) < due ? 'met' : 'late';
  if (isPaused) return 'paused';
  if (now.getTime() >= due) return 'overdue';
  return now.getTime() >= Date.parse(warnAt) ? 'due_soon' : 'running';
}
