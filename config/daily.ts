const CLOCK = /^([01]\d|2[0-3]):([0-5]\d)$/;
const WIB_MS = 7 * 3_600_000;
const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;

/** Times of the day in WIB, as milliseconds after midnight. */
export type DailyTimes = readonly number[];

/** `02:00`, or several separated by commas, or `off`; `null` where it is none of them. */
export function parseDaily(text: string): DailyTimes | null {
  if (text.trim().toLowerCase() === 'off') return [];
  const times = text.split(',').map((each) => CLOCK.exec(each.trim()));
  if (times.includes(null)) return null;
  return times.map((match) => (Number(match?.[1]) * 60 + Number(match?.[2])) * MINUTE_MS);
}

/** The last moment at or before `now` that the times name; `null` where there is none. */
export function lastDue(times: DailyTimes, now: Date): Date | null {
  const wib = now.getTime() + WIB_MS;
  const midnight = wib - (wib % DAY_MS);
  const moments = times.flatMap((time) => [midnight - DAY_MS + time, midnight + time]).filter((each) => each <= wib);
  return moments.length > 0 ? new Date(Math.max(...moments) - WIB_MS) : null;
}
