import { Inject, Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { Interval, SchedulerRegistry } from '@nestjs/schedule';
import { INBOX_CHANNEL, Listener } from './listener.ts';
import { instanceOf } from '#sync';
import { RUNTIME, type Runtime } from './runtime.ts';

/** The turn to poll is looked for at least this often, so that a dead leader's turn is soon taken over. */
const LONGEST_TICK_MS = 1_000;
const SWEEP_EVERY_MS = 1_000;
const FORGET_EVERY_MS = 3_600_000;

/** The schedule of one process: polls of each instance, and the sweep that finds unannounced work. */
@Injectable()
export class SyncService implements OnApplicationBootstrap, OnApplicationShutdown {
  private listener: Listener | null = null;

  constructor(
    @Inject(RUNTIME) private readonly runtime: Runtime,
    private readonly scheduler: SchedulerRegistry,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    const { worker, hub, source } = this.runtime;
    if (!worker) return;
    await worker.start();
    this.listener = new Listener(source, INBOX_CHANNEL, worker.wake, hub.log);
    for (const name of hub.instances.keys()) this.schedule(name);
  }

  /** Works for an instance from now on, as its profile says now. */
  async adopt(name: string): Promise<void> {
    await this.runtime.worker?.add(name);
    this.schedule(name);
  }

  private schedule(name: string): void {
    const { worker, hub } = this.runtime;
    const { connection, pollEveryMs } = instanceOf(hub, name);
    const interval = `poll.${name}`;
    if (this.scheduler.doesExist('interval', interval)) this.scheduler.deleteInterval(interval);
    // What is not polled may still have to be watched.
    if (!worker || (!connection.poll && !connection.watch)) return;
    const tick = Math.min(pollEveryMs, LONGEST_TICK_MS);
    this.scheduler.addInterval(
      interval,
      setInterval(() => void worker.poll(name, pollEveryMs), tick),
    );
  }

  @Interval('sweep', SWEEP_EVERY_MS)
  async sweep(): Promise<void> {
    await this.runtime.worker?.sweep();
  }

  @Interval('forget', FORGET_EVERY_MS)
  async forget(): Promise<void> {
    await this.runtime.worker?.forget();
  }

  async onApplicationShutdown(): Promise<void> {
    for (const name of this.scheduler.getIntervals()) this.scheduler.deleteInterval(name);
    this.listener?.stop();
    await this.runtime.close();
  }
}
