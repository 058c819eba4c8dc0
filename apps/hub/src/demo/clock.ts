import { setTimeout as sleep } from 'node:timers/promises';

const DAY = 1440;
export const MORNING = 360;
const NIGHT = 1320;

/** Real milliseconds that a simulated minute takes: the first day and every night fly, later days stroll. */
const FAST_MS = 80;
const CALM_MS = 400;

const paceAt = (minute: number): { ms: number; until: number } => {
  const day = Math.floor(minute / DAY) * DAY;
  const ofDay = minute - day;
  if (ofDay < MORNING) return { ms: FAST_MS, until: day + MORNING };
  if (ofDay >= NIGHT) return { ms: FAST_MS, until: day + DAY };
  return { ms: day === 0 ? FAST_MS : CALM_MS, until: day + NIGHT };
};

/** How long it really takes from one simulated minute to another. */
export function realMs(from: number, to: number): number {
  let ms = 0;
  for (let at = from; at < to; ) {
    const pace = paceAt(at);
    const until = Math.min(to, pace.until);
    ms += (until - at) * pace.ms;
    at = until;
  }
  return ms;
}

/** The simulated clock, in minutes since the first midnight. It starts at six. */
export class DemoClock {
  #minute = MORNING;
  #since = performance.now();

  now(): number {
    for (;;) {
      const pace = paceAt(this.#minute);
      const minute = this.#minute + (performance.now() - this.#since) / pace.ms;
      if (minute <= pace.until) return minute;
      this.#since += (pace.until - this.#minute) * pace.ms;
      this.#minute = pace.until;
    }
  }

  /** Rejects where `signal` says that nobody waits any more. */
  async until(minute: number, signal: AbortSignal): Promise<void> {
    await sleep(Math.max(0, realMs(this.now(), minute)), undefined, { signal });
  }
}

const two = (value: number): string => String(value).padStart(2, '0');
export const dayOf = (minute: number): number => Math.floor(minute / DAY) + 1;
export const timeOf = (minute: number): string =>
  `${two(Math.floor((minute % DAY) / 60))}:${two(Math.floor(minute % 60))}`;
