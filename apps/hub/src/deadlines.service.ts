import { type BeforeApplicationShutdown, Inject, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { noteRules, transaction } from '#store';
import { RUNTIME, type Runtime } from './runtime.ts';
import { fingerprintOf, STALE_BATCH, workOut } from './work-out.ts';

const EVERY_MS = 1_000;

/** Works out deadlines, and what recaps count, of complaints that something happened to; in every process with workers. */
@Injectable()
export class DeadlinesService implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<void> | null = null;
  private stopped = false;
  private isOutdated = false;

  constructor(@Inject(RUNTIME) private readonly runtime: Runtime) {}

  async onApplicationBootstrap(): Promise<void> {
    const { worker, deadlines, hub } = this.runtime;
    if (!worker) return;
    await transaction(hub.pool, (tx) => noteRules(tx, fingerprintOf(deadlines)));
    this.timer = setInterval(() => {
      this.running ??= this.workOutAll().finally(() => {
        this.running = null;
      });
    }, EVERY_MS);
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.stopped = true;
    clearInterval(this.timer);
    await this.running;
  }

  private async workOutAll(): Promise<void> {
    try {
      let taken: number | null = STALE_BATCH;
      while (!this.stopped && taken === STALE_BATCH) taken = await workOut(this.runtime);
      if (taken === null && !this.isOutdated) this.runtime.hub.log.warn({}, 'deadline.rules_outdated');
      this.isOutdated = taken === null;
    } catch (error) {
      this.runtime.hub.log.warn({ 'error.message': String(error) }, 'deadline.failed');
    }
  }
}
