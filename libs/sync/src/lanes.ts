/** Runs lanes side by side up to a limit, and each lane only once at a time. */
export class Lanes {
  private readonly running = new Map<string, { again: boolean }>();
  /** Lanes that wait for a place, in the order they came. */
  private readonly waiting = new Map<string, Promise<void>>();
  private readonly starts = new Map<string, () => void>();
  private whenIdle: (() => void)[] = [];

  constructor(
    private readonly limit: number,
    private readonly run: (lane: string) => Promise<void>,
  ) {}

  /** How many lanes run or wait for a place. */
  get size(): number {
    return this.running.size + this.waiting.size;
  }

  /** Starts the lane, waiting for a place where all are taken. */
  enter(lane: string): Promise<void> {
    if (this.running.has(lane) || this.running.size < this.limit) {
      this.start(lane);
      return Promise.resolve();
    }
    const known = this.waiting.get(lane);
    if (known) return known;
    const started = new Promise<void>((resolve) => this.starts.set(lane, resolve));
    this.waiting.set(lane, started);
    return started;
  }

  /** Starts the lane only if there is a place now. */
  offer(lane: string): void {
    if (this.running.has(lane) || this.running.size < this.limit) this.start(lane);
  }

  /** Forgets what waits for a place, and resolves once nothing runs. */
  async idle(): Promise<void> {
    for (const start of this.starts.values()) start();
    this.waiting.clear();
    this.starts.clear();
    if (this.running.size > 0) await new Promise<void>((resolve) => this.whenIdle.push(resolve));
  }

  private start(lane: string): void {
    const known = this.running.get(lane);
    if (known) known.again = true;
    else void this.drain(lane);
  }

  private async drain(lane: string): Promise<void> {
    const entry = { again: false };
    this.running.set(lane, entry);
    do {
      entry.again = false;
      await this.run(lane);
    } while (entry.again);
    this.running.delete(lane);
    this.next();
  }

  private next(): void {
    const [lane] = this.waiting.keys();
    if (lane !== undefined) {
      this.waiting.delete(lane);
      this.starts.get(lane)?.();
      this.starts.delete(lane);
      this.start(lane);
    } else if (this.running.size === 0) {
      for (const resolve of this.whenIdle.splice(0)) resolve();
    }
  }
}
