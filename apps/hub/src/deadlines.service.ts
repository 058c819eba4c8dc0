import { createHash } from 'node:crypto';
import { type BeforeApplicationShutdown, Inject, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { deadlinesOf, momentsOf } from '#complaint';
import { announce, noteRules, saveDeadlines, takeStale, transaction } from '#store';
import { RUNTIME, type Runtime } from './runtime.ts';

const EVERY_MS = 1_000;
const BATCH = 200;

/** Works out the deadlines of complaints that something happened to, in every process with workers. */
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
      this.running ??= this.workOut().finally(() => {
        this.running = null;
      });
    }, EVERY_MS);
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.stopped = true;
    clearInterval(this.timer);
    await this.running;
  }

  private async workOut(): Promise<void> {
    const { hub } = this.runtime;
    try {
      while (!this.stopped && (await this.workOutSome()) === BATCH);
    } catch (error) {
      hub.log.warn({ 'error.message': String(error) }, 'deadline.failed');
    }
  }

  private workOutSome(): Promise<number> {
    const { hub, deadlines } = this.runtime;
    return transaction(hub.pool, async (tx) => {
      const histories = await takeStale(tx, BATCH);
      const now = new Date();
      const found = histories.map(({ id, openedAt, forwardedAt, happened }) => {
        const moments = momentsOf(openedAt.toISOString(), happened, forwardedAt?.toISOString() ?? null);
        return { complaintId: id, deadlines: deadlinesOf(moments, deadlines, now) };
      });
      await announce(tx, await saveDeadlines(tx, found));
      return histories.length;
    });
  }
}

const fingerprint = (rules: Runtime['deadlines']): string =>
  createHash('sha256')
    .update(JSON.stringify(rules, (_key, value: unknown) => (value instanceof Set ? [...value] : value)))
    .digest('hex');
