export type Moment = string | number | Date;

export const ZONE = 'Asia/Jakarta';

/** A date of another year says which: else last year's and this one's look alike in one list. */
export function yearUnlessThis(at: Moment, now: Moment): { year?: 'numeric' } {
  const inZone = new Intl.DateTimeFormat('en', { year: 'numeric', timeZone: ZONE });
  return inZone.format(new Date(at)) === inZone.format(new Date(now)) ? {} : { year: 'numeric' };
}
