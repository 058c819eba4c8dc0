const DAY_MS = 86_400_000;

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

/** The period just before, of the same length. */
export function before({ from, to }: Period): Period {
  const days = daysIn({ from, to });
  return { from: dayOf(timeOf(from) - days * DAY_MS), to: dayOf(timeOf(from) - DAY_MS) };
}
