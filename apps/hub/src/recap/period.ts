const DAY_MS = 86_400_000;
const WIB_MS = 7 * 3_600_000;

/** Days of Purbalingga's calendar, both included. */
export interface Period {
  from: string;
  to: string;
}

const timeOf = (day: string): number => Date.parse(`${day}T00:00Z`);
const dayOf = (time: number): string => new Date(time).toISOString().slice(0, 10);

/** True for a day that the calendar has. Nothing is older than 2000, and PostgreSQL's calendar has no year 0. */
export const isDay = (value: unknown): boolean =>
  typeof value === 'string' && /^[2-9]\d{3}-\d{2}-\d{2}$/.test(value) && dayOf(timeOf(value) || 0) === value;

export const daysIn = ({ from, to }: Period): number => Math.round((timeOf(to) - timeOf(from)) / DAY_MS) + 1;

/** The period just before, of the same length; of one that is not over, as long as it has been so far. */
export function before({ from, to }: Period, now: Date): Period {
  const today = dayOf(now.getTime() + WIB_MS);
  const days = daysIn({ from, to: from <= today && today < to ? today : to });
  return { from: dayOf(timeOf(from) - days * DAY_MS), to: dayOf(timeOf(from) - DAY_MS) };
}

/** The months from one to another (`2025-01`), both included. */
export function monthsThrough(first: string, last: string): string[] {
  const months: string[] = [];
  for (let month = first; month <= last; month = monthAfter(month)) months.push(month);
  return months;
}

function monthAfter(month: string): string {
  const next = new Date(timeOf(`${month}-01`));
  next.setUTCMonth(next.getUTCMonth() + 1);
  return next.toISOString().slice(0, 7);
}
