const WINDOW_MS = 60_000;

/** A platform's limit of requests over the last sixty seconds. */
export class RateLimit {
  #taken: number[] = [];

  constructor(
    private readonly perMinute: number,
    private readonly now: () => Date,
  ) {}

  /** Takes a place: 0 where there was one, else the whole seconds after which there will be. */
  take(): number {
    const at = this.now().getTime();
    this.#taken = this.#taken.filter((earlier) => earlier > at - WINDOW_MS);
    const oldest = this.#taken[0];
    if (oldest !== undefined && this.#taken.length >= this.perMinute) {
      return Math.max(1, Math.ceil((oldest + WINDOW_MS - at) / 1000));
    }
    this.#taken.push(at);
    return 0;
  }
}
