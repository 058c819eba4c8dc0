import type { ServerResponse } from 'node:http';

/** A number: the next N times. A rate: each time with this probability. Zero: off. */
export type Fault = number | { rate: number };

export type RequestFault = 'error500' | 'throttle' | 'reset' | 'commitThenReset' | 'html' | 'conflict';
export type WebhookFault = 'duplicate' | 'reorder' | 'drop';

/** The bad days of a platform, as switches. All are off at first; chance is the same for the same seed. */
export class Faults {
  /** 500 with an HTML page; nothing is done. */
  error500: Fault = 0;
  /** 429 with Retry-After; nothing is done. */
  throttle: Fault = 0;
  /** The connection is torn down; nothing is done. */
  reset: Fault = 0;
  /** A write is done, then the connection is torn down. Other requests do not use it up. */
  commitThenReset: Fault = 0;
  /** 200 with an HTML page; nothing is done. */
  html: Fault = 0;
  /** 412: the case is said to have changed meanwhile; nothing is done. */
  conflict: Fault = 0;
  /** Answers in place of the platform, which does nothing; stays on. */
  instead: ((response: ServerResponse) => void) | null = null;
  /** Milliseconds between what is done and its answer; stays on. */
  slow = 0;
  /** What `Retry-After` says while throttled. */
  retryAfter = '1';
  /** Which requests the faults meet. */
  on: (request: { method: string; path: string }) => boolean = () => true;
  readonly webhook: Record<WebhookFault, Fault> = { duplicate: 0, reorder: 0, drop: 0 };

  constructor(private readonly random: () => number) {}

  /** Whether the fault strikes now; a counted one is used up by it. */
  strikes(fault: RequestFault): boolean {
    const [hit, left] = this.#draw(this[fault]);
    this[fault] = left;
    return hit;
  }

  strikesWebhook(fault: WebhookFault): boolean {
    const [hit, left] = this.#draw(this.webhook[fault]);
    this.webhook[fault] = left;
    return hit;
  }

  clear(): void {
    Object.assign(this, {
      error500: 0,
      throttle: 0,
      reset: 0,
      commitThenReset: 0,
      html: 0,
      conflict: 0,
      instead: null,
      slow: 0,
      on: () => true,
    });
    Object.assign(this.webhook, { duplicate: 0, reorder: 0, drop: 0 });
  }

  #draw(fault: Fault): [boolean, Fault] {
    if (typeof fault === 'object') return [this.random() < fault.rate, fault];
    return fault > 0 ? [true, fault - 1] : [false, 0];
  }
}

/** Mulberry32: small, and the same numbers for the same seed. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
