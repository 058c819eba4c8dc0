import { Inject, Injectable, type OnModuleDestroy } from '@nestjs/common';
import { Interval } from '@nestjs/schedule';
import { Reconciler } from '#sync';
import { lastDue } from '#config/daily';
import { RUNTIME, type Runtime } from './runtime.ts';

const TICK_MS = 1_000;

/**
 * The schedule of reconciliation in one process.
 *
 * A run is due where none was begun since the last time of day that RECONCILE_AT names: whichever process looks first
 * begins it, and a night that the hub slept through is made up for in the morning.
 */
@Injectable()
export class ReconcileService implements OnModuleDestroy {
  private readonly reconciler: Reconciler | null;
  private looking = false;

  constructor(@Inject(RUNTIME) private readonly runtime: Runtime) {
    const { hub, worker } = runtime;
    this.reconciler = worker && new Reconciler(hub, worker.wake);
  }

  @Interval('reconcile', TICK_MS)
  async tick(): Promise<void> {
    if (!this.reconciler || this.looking) return;
    this.looking = true;
    try {
      const due = lastDue(this.runtime.env.RECONCILE_AT, new Date());
      if (due) await this.reconciler.beginDue(due);
      this.reconciler.takeUp();
    } catch (error) {
      this.runtime.hub.log.warn({ 'error.message': String(error) }, 'reconcile.tick_failed');
    } finally {
      this.looking = false;
    }
  }

  /** Before the database is let go. */
  async onModuleDestroy(): Promise<void> {
    await this.reconciler?.stop();
  }
}
