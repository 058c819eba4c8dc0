/** How many lanes of old news wait at the most; what is beyond is found again by the sweep. */
const MOST_OLD = 1_000;
/** The same for those that the sweep found. */
const MOST_OFFERED = 50;

interface Waiting {
  started: Promise<void>;
  start: () => void;
}

/**
 * Runs lanes side by side up to a limit, and each lane only once at a time.
 *
 * Where all places are taken, lanes that were rung and lanes that the sweep found (retries, what a process left that
 * ended) get the next one in turns: however much goes on, neither waits for ever.
 *
 * Lanes of old news (a backfill, what an outage held up) take what places today's news leave free, half of them at the
 * most, and begin no faster than `oldEveryMs`, so that they don't use up the platform's rate either.
 */
export class Lanes {
  private readonly running = new Map<string, { again: boolean }>();
  /** Lanes that wait for a place, in the order they came. */
  private readonly waiting = new Map<string, Waiting>();
  /** The same for those that the sweep found, the oldest first. */
  private readonly offered = new Set<string>();
  private isTurnOfOffered = false;
  private readonly old = new Set<string>();
  private oldRunning = 0;
  private nextOldAt = 0;
  private heldUntil = 0;
  private timer: NodeJS.Timeout | undefined;
  private whenIdle: (() => void)[] = [];

  constructor(
    private readonly limit: number,
    private readonly run: (lane: string) => Promise<void>,
    private readonly oldEveryMs = 0,
  ) {}

  /** Starts the lane, waiting for a place where all are taken. */
  enter(lane: string): Promise<void> {
    this.old.delete(lane);
    this.offered.delete(lane);
    if (this.isHeld()) return Promise.resolve();
    if (this.running.has(lane) || this.running.size < this.limit) {
      this.start(lane, false);
      return Promise.resolve();
    }
    const known = this.waiting.get(lane);
    if (known) return known.started;
    const { promise: started, resolve: start } = Promise.withResolvers<void>();
    this.waiting.set(lane, { started, start });
    return started;
  }

  /** Starts the lane, or remembers it where all places are taken and not too many are remembered. */
  offer(lane: string): void {
    if (this.old.has(lane) || this.waiting.has(lane) || this.isHeld()) return;
    if (this.running.has(lane) || this.running.size < this.limit) this.start(lane, false);
    else if (this.offered.size < MOST_OFFERED) this.offered.add(lane);
  }

  /** Starts the lane once nothing newer needs the place. */
  enterBehind(lane: string): void {
    if (this.isHeld()) return;
    if (this.running.has(lane)) return this.start(lane, true);
    if (this.old.size < MOST_OLD && !this.waiting.has(lane)) this.old.add(lane);
    this.startOld();
  }

  /**
   * Forgets what waits for a place, and starts nothing for so long: where nothing can be done, hundreds of lanes must not
   * all find that out one by one. The sweep offers them again.
   */
  hold(forMs: number): void {
    this.heldUntil = Date.now() + forMs;
    this.forget();
  }

  /** Forgets what waits for a place, and resolves once nothing runs. */
  async idle(): Promise<void> {
    this.forget();
    if (this.running.size > 0) await new Promise<void>((resolve) => this.whenIdle.push(resolve));
  }

  private isHeld(): boolean {
    return Date.now() < this.heldUntil;
  }

  private forget(): void {
    for (const { start } of this.waiting.values()) start();
    this.waiting.clear();
    this.offered.clear();
    this.old.clear();
    clearTimeout(this.timer);
    this.timer = undefined;
  }

  private start(lane: string, isOld: boolean): void {
    const known = this.running.get(lane);
    if (known) known.again = true;
    else void this.drain(lane, isOld);
  }

  private async drain(lane: string, isOld: boolean): Promise<void> {
    const entry = { again: false };
    this.running.set(lane, entry);
    if (isOld) this.oldRunning += 1;
    do {
      entry.again = false;
      await this.run(lane);
    } while (entry.again);
    if (isOld) this.oldRunning -= 1;
    this.running.delete(lane);
    this.next();
  }

  private next(): void {
    const [first] = this.waiting;
    const [offered] = this.offered;
    this.isTurnOfOffered = !this.isTurnOfOffered;
    if (offered !== undefined && (!first || this.isTurnOfOffered)) {
      this.offered.delete(offered);
      this.start(offered, false);
    } else if (first) {
      const [lane, { start }] = first;
      this.waiting.delete(lane);
      start();
      this.start(lane, false);
    } else {
      this.startOld();
      if (this.running.size === 0) for (const resolve of this.whenIdle.splice(0)) resolve();
    }
  }

  private startOld(): void {
    for (const lane of this.old) {
      if (!this.hasPlaceForOld()) return;
      const waitMs = this.nextOldAt - Date.now();
      if (waitMs > 0) return this.startOldIn(waitMs);
      this.old.delete(lane);
      this.nextOldAt = Date.now() + this.oldEveryMs;
      this.start(lane, true);
    }
  }

  private hasPlaceForOld(): boolean {
    return this.waiting.size === 0 && this.running.size < this.limit && this.oldRunning < Math.max(1, this.limit / 2);
  }

  private startOldIn(ms: number): void {
    this.timer ??= setTimeout(() => {
      this.timer = undefined;
      this.startOld();
    }, ms);
  }
}
