import { setTimeout as sleep } from 'node:timers/promises';
import { ConnectorError } from '#connector';
import { isTaken, listensSince, renewRun, type Run, throttleInstance } from '#store';
import { budget } from '../budget.ts';
import { type Hub, type Instance, instanceOf } from '../hub.ts';
import { RECENT_PAST_MS } from '../place.ts';
import { recording } from '../trace.ts';

/** Of the requests that a platform allows a minute, reconciliation takes half at the most. */
const SHARE = 0.5;
/** Where the profile says nothing: what the slowest platform allows. */
const DEFAULT_PER_MINUTE = 60;
const LOOK_AGAIN_MS = 250;
const RENEW_EVERY_MS = 5_000;
/** A longer wait is not sat out: the run is released and taken up again. */
const LONGEST_WAIT_MS = 60_000;

/** The process is going down: the run goes on elsewhere. */
export class StoppedError extends Error {
  override readonly name = 'StoppedError';
}

/** One process's turn with a run: keeps its lease, and asks the platform only when nobody else needs it. */
export class Turn {
  readonly instance: Instance;
  private readonly admit: () => Promise<void>;
  private readonly timer: NodeJS.Timeout;
  private lost: Error | null = null;
  private listensSince: Date | undefined;

  constructor(
    readonly hub: Hub,
    readonly run: Run,
    private readonly signal: AbortSignal,
    /** Called after something was put in the inbox. */
    readonly wake: (instance: string) => void,
  ) {
    this.instance = instanceOf(hub, run.instance);
    const { name, title, ratePerMinute = DEFAULT_PER_MINUTE } = this.instance;
    this.admit = budget(hub.pool, `reconcile.${name}`, title, ratePerMinute * SHARE);
    this.timer = setInterval(() => void this.renew(), RENEW_EVERY_MS);
  }

  end(): void {
    clearInterval(this.timer);
  }

  /** Cases from before this are none of ours: the hub did not listen yet. */
  async since(): Promise<Date> {
    this.listensSince ??= await listensSince(this.hub.pool, this.instance.name);
    return new Date(this.listensSince.getTime() - RECENT_PAST_MS);
  }

  /** Waits until live traffic leaves room: before each request and each step. */
  async mayGoOn(): Promise<void> {
    while (await isTaken(this.hub.pool, this.instance.name)) await this.wait(LOOK_AGAIN_MS);
    this.check();
  }

  /** One request to the platform, within the budget. */
  async ask<T>(request: () => Promise<T>): Promise<T> {
    for (;;) {
      await this.mayGoOn();
      try {
        return await recording(async (said) => {
          await this.admit();
          return request().catch(async (error: unknown) => {
            const isPlatforms = error instanceof ConnectorError && error.failure === 'throttled' && said.length > 0;
            if (isPlatforms && error.retryAt) await throttleInstance(this.hub.pool, this.instance.name, error.retryAt);
            throw error;
          });
        });
      } catch (error) {
        if (!(error instanceof ConnectorError) || error.failure !== 'throttled') throw error;
        const waitMs = (error.retryAt?.getTime() ?? 0) - Date.now();
        if (waitMs > LONGEST_WAIT_MS) throw error;
        await this.wait(Math.max(waitMs, LOOK_AGAIN_MS));
      }
    }
  }

  private async wait(ms: number): Promise<void> {
    this.check();
    await sleep(ms, undefined, { signal: this.signal }).catch(() => {});
    this.check();
  }

  private check(): void {
    if (this.signal.aborted) throw new StoppedError('The process is going down');
    if (this.lost) throw this.lost;
  }

  private async renew(): Promise<void> {
    await renewRun(this.hub.pool, this.run).catch((error: Error) => {
      if (error.name === 'FencedError') this.lost = error;
    });
  }
}
