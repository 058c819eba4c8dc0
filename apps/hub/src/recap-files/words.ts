import type { Period } from '../recap/period.ts';
import type { Kind } from './tables.ts';

const LOCALE = 'id-ID';
const MINUTE_S = 60;
const HOUR_S = 3_600;
const DAY_S = 86_400;
const NONE = '–';

/** A day of the calendar, whatever zone the machine is in. */
const day = (date: string, form: Intl.DateTimeFormatOptions): string =>
  new Intl.DateTimeFormat(LOCALE, { ...form, timeZone: 'UTC' }).format(new Date(`${date}T00:00Z`));

const DAY = { day: 'numeric', month: 'long', year: 'numeric' } as const;

export const periodInWords = ({ from, to }: Period): string => {
  if (isWholeMonth({ from, to })) return monthInWords(from.slice(0, 7));
  const isOneYear = from.slice(0, 4) === to.slice(0, 4);
  return `${day(from, isOneYear ? { day: 'numeric', month: 'long' } : DAY)} – ${day(to, DAY)}`;
};

const isWholeMonth = ({ from, to }: Period): boolean => {
  const [year = 0, month = 0] = from.split('-').map(Number);
  const last = new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10);
  return from.endsWith('-01') && to === last;
};

export const monthInWords = (month: string): string => day(`${month}-01`, { month: 'long', year: 'numeric' });
export const shortMonth = (month: string): string => day(`${month}-01`, { month: 'short', year: '2-digit' });

export const momentInWords = (at: Date): string =>
  `${new Intl.DateTimeFormat(LOCALE, { dateStyle: 'long', timeStyle: 'short', timeZone: 'Asia/Jakarta' }).format(at)} WIB`;

export const count = (value: number): string => value.toLocaleString(LOCALE);

export const share = (value: number | null): string =>
  value === null
    ? NONE
    : value.toLocaleString(LOCALE, { style: 'percent', minimumFractionDigits: 1, maximumFractionDigits: 2 });

export const score = (value: number | null): string =>
  value === null ? NONE : value.toLocaleString(LOCALE, { minimumFractionDigits: 2, maximumFractionDigits: 2 });

/** The two largest units that say something. */
export function lapse(seconds: number | null): string {
  if (seconds === null) return NONE;
  if (seconds < MINUTE_S) return '< 1 menit';
  const minutes = Math.floor(seconds / MINUTE_S);
  if (minutes < 60) return `${minutes} menit`;
  const hours = Math.floor(minutes / 60);
  if (hours < 48) return [`${hours} jam`, minutes % 60 && `${minutes % 60} menit`].filter(Boolean).join(' ');
  const days = Math.floor(seconds / DAY_S);
  const rest = Math.floor((seconds % DAY_S) / HOUR_S);
  return [`${days} hari`, rest && `${rest} jam`].filter(Boolean).join(' ');
}

/** How a figure moved since the period before: a share by points, a count by the share of what it was. */
export function change(now: number, before: number, kind: Kind): string {
  if (now === before) return 'sama';
  const direction = now > before ? 'naik' : 'turun';
  const moved = Math.abs(now - before);
  if (kind === 'share') return `${direction} ${tenths(moved * 100)} poin`;
  if (kind === 'score') return `${direction} ${tenths(moved)}`;
  return before === 0 ? 'baru' : `${direction} ${tenths((moved / before) * 100)}%`;
}

const tenths = (value: number): string => value.toLocaleString(LOCALE, { maximumFractionDigits: 1 });

export const fileName = ({ from, to }: Period, ending: string): string => `rekap-aduan-${from}-sd-${to}.${ending}`;
