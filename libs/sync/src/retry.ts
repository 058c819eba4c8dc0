/** The longest that a platform may ask us to wait; what it asks beyond is not believed. */
const MAX_RETRY_AFTER_MS = 3_600_000;

/** Delays between tries, in milliseconds. After the last one a person is asked. */
export type RetrySchedule = readonly number[];

/**
 * When to try again after `attempts` failed tries, or `null` where the schedule is used up.
 *
 * Jitter of the delay's full width is added on top, so that the tries never span less than the schedule's sum and
 * many deliveries that failed together don't come back together. A time that the platform named counts where later.
 */
export function retryAt(
  schedule: RetrySchedule,
  attempts: number,
  now: Date,
  asked?: Date,
  random: () => number = Math.random,
): Date | null {
  const delay = schedule[attempts - 1];
  if (delay === undefined) return null;
  const ours = now.getTime() + delay * (1 + random());
  const theirs = Math.min(asked?.getTime() ?? 0, now.getTime() + MAX_RETRY_AFTER_MS);
  return new Date(Math.max(ours, theirs));
}
