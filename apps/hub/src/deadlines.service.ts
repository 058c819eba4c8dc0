import { createHash } from 'node:crypto';
import { type BeforeApplicationShutdown, Inject, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { noteRules } from '#store';
import { RUNTIME, type Runtime } from './runtime.ts';
import { STALE_BATCH, workOut } from './work-out.ts';

const EVERY_MS = 1_000;

/** Works out deadlines, and what recaps count, of complaints that something happened to; in every process with workers. */
@Injectable()
export class DeadlinesService implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<void> | null = null;
  private stopped = false;

  constructor(@Inject(RUNTIME) private readonly runtime: Runtime) {}

  async onApplicationBootstrap(): Promise<void> {
    const { worker, deadlines, hub } = this.runtime;
    if (!worker) return;
    await noteRules(hub.pool, fingerprint(deadlines));
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
      while (!this.stopped && (await workOut(this.runtime)) === STALE_BATCH);
    } catch (error) {
      this.runtime.hub.log.warn({ 'error.message': String(error) }, 'deadline.failed');
    }
  }
}

const fingerprint = (rules: Runtime['deadlines']): string =>
  createHash('sha256')
    .update(JSON.stringify(rules, (_key, value: unknown) => (value instanceof Set ? [...value] : value)))
    .digest('hex');
