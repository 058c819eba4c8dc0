import { type BeforeApplicationShutdown, Inject, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { Alerts } from '#sync';
import { RUNTIME, type Runtime } from '../runtime.ts';
import { Announcer } from './announcer.ts';

/** Evaluates the alerts in every process with workers; they take turns by a lock. */
@Injectable()
export class AlertsService implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<void> = Promise.resolve();
  private isRunning = false;

  constructor(@Inject(RUNTIME) private readonly runtime: Runtime) {}

  async onApplicationBootstrap(): Promise<void> {
    const { worker, hub, env } = this.runtime;
    if (!worker) return;
    const announcer = new Announcer(this.runtime);
    await announcer.install();
    await announcer.work();
    const alerts = new Alerts(hub, {
      waitingAfterMs: env.HUB_ALERT_WAITING_AFTER,
      announce: (tx, changes) => announcer.put(tx, changes),
    });
    this.timer = setInterval(() => this.evaluate(alerts), env.HUB_ALERT_EVERY);
  }

  async beforeApplicationShutdown(): Promise<void> {
    clearInterval(this.timer);
    await this.running;
  }

  private evaluate(alerts: Alerts): void {
    if (this.isRunning) return;
    this.isRunning = true;
    this.running = alerts
      .evaluate()
      .catch((error: unknown) => {
        this.runtime.hub.log.warn({ 'error.message': String(error) }, 'alert.evaluate_failed');
      })
      .finally(() => {
        this.isRunning = false;
      });
  }
}
