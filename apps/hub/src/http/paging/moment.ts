const FORM = /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[ +-]\d{2}:\d{2})?)?$/;
const WIB = '+07:00';
const DAY_MS = 86_400_000;

/** A date, or a time; what names no zone is meant as people here mean it, in WIB. */
export function isMoment(value: unknown): boolean {
  return typeof value === 'string' && FORM.test(value) && startOf(value) !== undefined;
}

/** Where a range that starts at `value` begins; the first moment of a bare date. */
export function startOf(value: string): Date | undefined;
export function startOf(value: string | undefined): Date | undefined;
export function startOf(value: string | undefined): Date | undefined {
  if (value === undefined) return undefined;
  // A plus sign in a query string arrives as a space.
  const text = value.replace(' ', '+');
  const [date = '', time] = text.split('T');
  const zoned = time === undefined ? `${date}T00:00${WIB}` : /(Z|[+-]\d{2}:\d{2})$/.test(time) ? text : `${text}${WIB}`;
  const moment = new Date(zoned);
  const isReal = !Number.isNaN(moment.getTime()) && new Date(`${date}T00:00Z`).toISOString().startsWith(date);
  return isReal ? moment : undefined;
}

/** Where a range that goes to `value` ends, not included; a bare date is included whole. */
export function endOf(value: string | undefined): Date | undefined {
  const start = startOf(value);
  return start && value && !value.includes('T') ? new Date(start.getTime() + DAY_MS) : start;
}
