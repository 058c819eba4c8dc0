import { locale } from './words.ts';

const ZONE = 'Asia/Jakarta';
const STEPS: [Intl.RelativeTimeFormatUnit, number][] = [
  ['second', 60],
  ['minute', 60],
  ['hour', 24],
  ['day', 30],
  ['month', 12],
  ['year', Infinity],
];

type Moment = string | number | Date;

export const moment = (at: Moment): string =>
  new Intl.DateTimeFormat(locale(), { dateStyle: 'medium', timeStyle: 'medium', timeZone: ZONE }).format(new Date(at));

export const shortMoment = (at: Moment): string =>
  new Intl.DateTimeFormat(locale(), {
    day: '2-digit',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit',
    timeZone: ZONE,
  }).format(new Date(at));

export const preciseMoment = (at: Moment): string =>
  new Intl.DateTimeFormat(locale(), {
    day: '2-digit',
    month: 'short',
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

export const duration = (ms: number): string =>
  ms < 1_000
    ? `${count(Math.round(ms))} ms`
    : `${(ms / 1_000).toLocaleString(locale(), { maximumFractionDigits: 1 })} s`;
