/** So many of the newest rows of the audit are looked at. */
export const ROWS = 200;
const WINDOW_MS = 60_000;

/** What a row of the audit says of the way. */
interface Step {
  instance: string | null;
  at: string | Date;
  hop: string;
  outcome: string;
  event_type: string | null;
  duration_ms: number | null;
}

/** What moves one way in a minute. */
export interface Moving {
  all: number;
  /** Of them whole complaints; the rest is what is said of one: replies, statuses, follow-ups. */
  complaints: number;
}

export interface Movement {
  /** Heard from the platform and taken in. */
  heard: Moving;
  /** Sent to the platform and taken by it. */
  sent: Moving;
  /** Half of the sends took less, in milliseconds. */
  lag: number | null;
}

/** Where more rows fell into the minute than were read, those that were read stand for the rest. */
export function movementOf(rows: Step[], instance: string, now: number): Movement {
  const oldest = rows.at(-1) ? new Date(rows.at(-1)?.at ?? now).getTime() : now;
  const windowMs = rows.length < ROWS ? WINDOW_MS : Math.min(WINDOW_MS, Math.max(1_000, now - oldest));
  const own = rows.filter((row) => row.instance === instance && now - new Date(row.at).getTime() <= windowMs);
  const perMinute = (some: Step[]) => Math.round((some.length * WINDOW_MS) / windowMs);
  const moving = (some: Step[]): Moving => ({
    all: perMinute(some),
    complaints: perMinute(some.filter(({ event_type }) => event_type === 'opened')),
  });
  const sent = own.filter(({ hop, outcome }) => hop === 'deliver' && outcome === 'ok');
  const lags = sent.flatMap(({ duration_ms: ms }) => (ms === null ? [] : [ms])).toSorted((a, b) => a - b);
  return {
    heard: moving(own.filter(({ hop, outcome }) => hop === 'ingest' && outcome !== 'duplicate')),
    sent: moving(sent),
    lag: lags[Math.floor(lags.length / 2)] ?? null,
  };
}
