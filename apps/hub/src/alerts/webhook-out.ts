import type { Alert, Changes, Db } from '#store';
import { executorOf, type Log } from '#sync';
import type { PgBoss } from 'pg-boss';
import { signedHeaders } from './signature.ts';

const QUEUE = 'alert.webhook';
const TIMEOUT_MS = 10_000;
/** 2 s, 4 s, 8 s and so on with jitter, at most an hour apart: a receiver may be away for a night. */
const RETRIES = { retryLimit: 20, retryDelay: 2, retryBackoff: true, retryDelayMax: 3_600 };
const KEEP_S = 7 * 86_400;

interface Job {
  /** The same on every try. */
  id: string;
  body: string;
}

/**
 * Tells a receiver of alerts that opened and closed.
 *
 * What is to be told is written in the transaction that changed the alert. One alert's closing never arrives before its
 * opening: the queue is strict by alert.
 */
export class WebhookOut {
  constructor(
    private readonly boss: PgBoss,
    private readonly to: { url: string; secret: string },
    private readonly log: Log,
  ) {}

  async install(): Promise<void> {
    const options = {
      ...RETRIES,
      notify: true,
      expireInSeconds: 60,
      retentionSeconds: KEEP_S,
      deleteAfterSeconds: KEEP_S,
    };
    await this.boss.createQueue(QUEUE, { policy: 'key_strict_fifo', ...options });
    await this.boss.updateQueue(QUEUE, options);
  }

  async put(tx: Db, { opened, closed }: Changes, titleOf: (instance: string) => string): Promise<void> {
    const jobs = [
      ...opened.map((alert) => jobOf('alert.opened', alert, titleOf(alert.instance))),
      ...closed.map((alert) => jobOf('alert.closed', alert, titleOf(alert.instance))),
    ];
    if (jobs.length > 0) await this.boss.insert(QUEUE, jobs, { db: executorOf(tx) });
  }

  async work(): Promise<void> {
    const options = {
      batchSize: 10,
      burstWhenBatchFull: true,
      perJobResults: true,
      pollingIntervalSeconds: 2,
      // A retry rings no bell.
      notifyPollingIntervalSeconds: 2,
    } as const;
    await this.boss.work<Job, unknown, typeof options>(QUEUE, options, (jobs) =>
      Promise.all(
        jobs.map(async ({ id, data }) => {
          const fault = await this.send(data);
          if (fault === null) return { id, status: 'completed' } as const;
          this.log.warn({ 'webhook.id': data.id, reason: fault }, 'alert.webhook_failed');
          return { id, status: 'failed', output: { reason: fault } } as const;
        }),
      ),
    );
  }

  /** What was wrong, or `null` where the receiver took it. A redirect is no answer: it could lead anywhere. */
  private async send({ id, body }: Job): Promise<string | null> {
    try {
      const response = await fetch(this.to.url, {
        method: 'POST',
        headers: signedHeaders(this.to.secret, id, body, new Date()),
        body,
        redirect: 'manual',
        signal: AbortSignal.timeout(TIMEOUT_MS),
      });
      await response.body?.cancel();
      return response.ok ? null : `HTTP ${response.status}`;
    } catch (error) {
      const { name, cause } = error as Error & { cause?: { code?: string } };
      return cause?.code ?? name;
    }
  }
}

function jobOf(type: 'alert.opened' | 'alert.closed', alert: Alert, title: string) {
  const { id, kind, instance, message, count, openedAt, closedAt } = alert;
  const data = { id, kind, instance, title, message, count, opened_at: openedAt, closed_at: closedAt };
  const body = JSON.stringify({ type, timestamp: closedAt ?? openedAt, data });
  return { data: { id: `${id}.${type.slice('alert.'.length)}`, body } satisfies Job, singletonKey: id };
}
