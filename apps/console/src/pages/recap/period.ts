import type { Period } from '../../api/recap.ts';

const WIB_MS = 7 * 3_600_000;

export const SPANS = ['this-month', 'last-month', 'this-half', 'last-half', 'this-year', 'last-year'] as const;
export type Span = (typeof SPANS)[number];

/** The months from one to another, both included, as whole days; months before January are those of the year before. */
function months(year: number, first: number, last: number): Period {
  const dayOf = (month: number, day: number) => new Date(Date.UTC(year, month, day)).toISOString().slice(0, 10);
  return { from: dayOf(first, 1), to: dayOf(last + 1, 0) };
}

/** A period as the meeting names it, by the calendar in WIB. */
export function periodOf(span: Span, now = Date.now()): Period {
  const here = new Date(now + WIB_MS);
  const [year, month] = [here.getUTCFullYear(), here.getUTCMonth()];
  const half = month < 6 ? 0 : 6;
  return {
    'this-month': () => months(year, month, month),
    'last-month': () => months(year, month - 1, month - 1),
    'this-half': () => months(year, half, half + 5),
    'last-half': () => months(year, half - 6, half - 1),
    'this-year': () => months(year, 0, 11),
    'last-year': () => months(year - 1, 0, 11),
  }[span]();
}

export const spanOf = ({ from, to }: Period, now = Date.now()): Span | undefined =>
  SPANS.find((span) => {
    const period = periodOf(span, now);
    return period.from === from && period.to === to;
  });
