const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

/** How what is said becomes complaints; each installation may choose its own. */
export interface IntakeRules {
  /** Who has been silent for so long has said it all. */
  quietMs: number;
  /** Whoever goes on and on is not waited for longer than this. */
  longestMs: number;
  /** For how long an answer to our question is waited for. */
  answerMs: number;
  messagesPerHour: number;
  complaintsPerDay: number;
}

export const INTAKE: IntakeRules = {
  quietMs: 75_000,
  longestMs: 5 * MINUTE_MS,
  answerMs: 30 * MINUTE_MS,
  messagesPerHour: 60,
  complaintsPerDay: 10,
};

/** Somebody is greeted, or asked to slow down, once in so long. */
export const GREET_AGAIN_MS = DAY_MS;
export const WARN_AGAIN_MS = HOUR_MS;
export const PER_HOUR_MS = HOUR_MS;
export const PER_DAY_MS = DAY_MS;
/** What was dropped can be read by an admin for so long. */
export const DROPS_KEPT_MS = 30 * DAY_MS;
