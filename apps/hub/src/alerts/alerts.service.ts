import { type BeforeApplicationShutdown, Inject, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { Alerts } from '#sync';
import { RUNTIME, type Runtime } from '../runtime.ts';
import { WebhookOut } from './webhook-out.ts';

/** Evaluates the alerts in every process with workers; they take turns by a lock. */
@Injectable()
export class AlertsService implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<void> = Promise.resolve();
  private isRunning = false;

  constructor(@Inject(RUNTIME) private readonly runtime: Runtime) {}

  async onApplicationBootstrap(): Promise<void> {
    const { worker, hub, boss, env } = this.runtime;
    if (!worker) return;
    const { HUB_ALERT_URL: url, HUB_ALERT_SECRET: secret } = env;
    const out = url && secret ? new WebhookOut(boss, { url, secret }, hub.log) : null;
    await out?.install();
    await out?.work();
    const titleOf = (instance: string) => hub.instances.get(instance)?.title ?? instance;
    const alerts = new Alerts(hub, {
      waitingAfterMs: env.HUB_ALERT_WAITING_AFTER,
      announce: async (tx, changes) => out?.put(tx, changes, titleOf),
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
