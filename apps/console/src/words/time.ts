import { locale, say } from './words.ts';
import { type Moment, yearUnlessThis, ZONE } from './year.ts';

const STEPS: [Intl.RelativeTimeFormatUnit, number][] = [
  ['second', 60],
  ['minute', 60],
  ['hour', 24],
  ['day', 30],
  ['month', 12],
  ['year', Infinity],
];

export const moment = (at: Moment): string =>
  new Intl.DateTimeFormat(locale(), { dateStyle: 'medium', timeStyle: 'medium', timeZone: ZONE }).format(new Date(at));

export const shortMoment = (at: Moment): string =>
  new Intl.DateTimeFormat(locale(), {
    day: '2-digit',
    month: 'short',
    ...yearUnlessThis(at, Date.now()),
    hour: '2-digit',
    minute: '2-digit',
    timeZone: ZONE,
  }).format(new Date(at));

export const preciseMoment = (at: Moment): string =>
  new Intl.DateTimeFormat(locale(), {
    day: '2-digit',
    month: 'short',
    ...yearUnlessThis(at, Date.now()),
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    timeZone: ZONE,
  }).format(new Date(at));

export const clock = (at: Moment): string =>
  new Intl.DateTimeFormat(locale(), { timeStyle: 'medium', timeZone: ZONE }).format(new Date(at));

export const hourAndMinute = (at: Moment): string =>
  new Intl.DateTimeFormat(locale(), { hour: '2-digit', minute: '2-digit', timeZone: ZONE }).format(new Date(at));

export const day = (at: Moment): string =>
  new Intl.DateTimeFormat(locale(), {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: ZONE,
  }).format(new Date(at));

/** "3 menit yang lalu", in the largest unit that fits. */
export function ago(at: Moment, now = Date.now()): string {
  let amount = (new Date(at).getTime() - now) / 1000;
  const format = new Intl.RelativeTimeFormat(locale(), { numeric: 'auto' });
  for (const [unit, size] of STEPS) {
    if (Math.abs(amount) < size) return format.format(Math.trunc(amount), unit);
    amount /= size;
  }
  return moment(at);
}

export const count = (value: number): string => value.toLocaleString(locale());

/** A number never stands on another line than its unit. */
export const duration = (ms: number): string =>
  ms < 1_000
    ? `${count(Math.round(ms))}\u00a0ms`
    : `${(ms / 1_000).toLocaleString(locale(), { maximumFractionDigits: 1 })}\u00a0s`;

/** A share of one, as people say it. */
export const share = (value: number | null): string =>
  value === null
    ? '–'
    : value.toLocaleString(locale(), { style: 'percent', minimumFractionDigits: 0, maximumFractionDigits: 1 });

/** A day of the calendar, whatever zone the browser is in. */
export const dayOfCalendar = (date: string): string =>
  new Intl.DateTimeFormat(locale(), { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' }).format(
    new Date(`${date}T00:00Z`),
  );

export const monthOfCalendar = (month: string, style: 'short' | 'long' = 'short'): string =>
  new Intl.DateTimeFormat(locale(), {
    month: style,
    year: style === 'long' ? 'numeric' : '2-digit',
    timeZone: 'UTC',
  }).format(new Date(`${month}-01T00:00Z`));

const LAPSES = [
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
] as const;
const LEAST_DAYS = 2;

/** How long something took, in its two largest units: "2 hari 4 jam". */
export function lapse(seconds: number | null): string {
  if (seconds === null) return '–';
  if (seconds < 60) return say('lapse.least');
  const units = seconds < LEAST_DAYS * 86_400 ? LAPSES.slice(1) : LAPSES;
  const first = units.findIndex(([, size]) => seconds >= size);
  let left = seconds;
  return units
    .slice(first, first + 2)
    .flatMap(([unit, size]) => {
      const amount = Math.floor(left / size);
      left -= amount * size;
      return amount === 0 ? [] : say(`lapse.${unit}`, { count: amount });
    })
    .join(' ');
}
