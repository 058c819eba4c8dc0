import type { Faults } from './faults.ts';

export interface SentWebhook {
  deliveryId: string;
  payload: object;
  /** What the receiver answered; `null` where no answer came. */
  status: number | null;
  at: string;
  /** When the attempt began and ended, among all beginnings and ends of this sender's. */
  began: number;
  ended: number;
}

interface Delivery {
  id: string;
  payload: object;
  headers: (raw: string, deliveryId: string) => Record<string, string>;
  /** What it is about: two about the same leave in their order. */
  subject: string;
  attempts: number;
  timer?: NodeJS.Timeout | undefined;
}

const FIRST_RETRY_MS = 200;
const SLOWEST_RETRY_MS = 5_000;
const MOST_ATTEMPTS = 50;
const TIMEOUT_MS = 5_000;
/** A delivery held back so that a later one overtakes it leaves by itself after this. */
const HELD_MS = 1_000;

/**
 * Sends webhooks at least once.
 *
 * First attempts leave in order, `places` at a time but one of a case; a retry waits on its own, so a later delivery may overtake it.
 */
export class WebhookQueue {
  readonly sent: SentWebhook[] = [];
  #open = new Set<Delivery>();
  #line: Delivery[] = [];
  readonly #flying = new Set<string>();
  #held: Delivery | null = null;
  #stopped = false;
  #moments = 0;

  constructor(
    private readonly url: () => string | undefined,
    private readonly faults: Faults,
    private readonly now: () => Date,
    private readonly newId: () => string,
    private readonly write: (payload: object) => string,
    private readonly places = 1,
  ) {}

  pending(): number {
    return this.#open.size;
  }

  add(payload: object, headers: Delivery['headers'], subject = ''): void {
    if (!this.url() || this.faults.strikesWebhook('drop')) return;
    const delivery: Delivery = { id: this.newId(), payload: structuredClone(payload), headers, subject, attempts: 0 };
    this.#open.add(delivery);
    if (!this.#held && this.faults.strikesWebhook('reorder')) {
      this.#held = delivery;
      this.#later(delivery, HELD_MS);
      return;
    }
    this.#enqueue(delivery);
    if (this.faults.strikesWebhook('duplicate')) this.#enqueue(delivery);
    if (this.#held) this.#enqueue(this.#held);
    this.#held = null;
  }

  /** Holds everything that is not delivered yet until `resume`. */
  stop(): void {
    this.#stopped = true;
    this.#line = [];
    for (const delivery of this.#open) clearTimeout(delivery.timer);
  }

  resume(): void {
    if (!this.#stopped) return;
    this.#stopped = false;
    for (const delivery of this.#open) this.#enqueue(delivery);
  }

  #enqueue(delivery: Delivery): void {
    clearTimeout(delivery.timer);
    this.#line.push(delivery);
    this.#next();
  }

  #next(): void {
    if (this.#flying.size >= this.places) return;
    const at = this.#line.findIndex(({ subject }) => !this.#flying.has(subject));
    const [delivery] = at < 0 ? [] : this.#line.splice(at, 1);
    if (!delivery) return;
    this.#flying.add(delivery.subject);
    void this.#attempt(delivery).finally(() => {
      this.#flying.delete(delivery.subject);
      this.#next();
    });
  }

  #later(delivery: Delivery, ms: number): void {
    delivery.timer = setTimeout(() => {
      if (this.#held === delivery) this.#held = null;
      void this.#attempt(delivery);
    }, ms);
    delivery.timer.unref();
  }

  async #attempt(delivery: Delivery): Promise<void> {
    const url = this.url();
    if (this.#stopped || !url) return;
    delivery.attempts += 1;
    this.#moments += 1;
    const began = this.#moments;
    const status = await this.#post(url, delivery);
    this.#moments += 1;
    const ended = this.#moments;
    const { id: deliveryId, payload } = delivery;
    this.sent.push({ deliveryId, payload, status, at: this.now().toISOString(), began, ended });
    if (status !== null && status >= 200 && status < 300) {
      this.#open.delete(delivery);
      clearTimeout(delivery.timer);
    } else if (delivery.attempts >= MOST_ATTEMPTS) this.#open.delete(delivery);
    else if (!this.#stopped && this.#open.has(delivery)) {
      clearTimeout(delivery.timer);
      this.#later(delivery, Math.min(FIRST_RETRY_MS * 2 ** (delivery.attempts - 1), SLOWEST_RETRY_MS));
    }
  }

  async #post(url: string, { id, payload, headers }: Delivery): Promise<number | null> {
    const raw = this.write(payload);
    try {
      const answer = await fetch(url, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers(raw, id) },
        body: raw,
        redirect: 'manual',
        signal: AbortSignal.timeout(TIMEOUT_MS),
      });
      await answer.arrayBuffer();
      return answer.status;
    } catch {
      return null;
    }
  }
}
