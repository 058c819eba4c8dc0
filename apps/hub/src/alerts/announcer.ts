import { type AlertChannel, alertChannel, alertChannels, type Changes, type Db, holdNotices, takeHeld } from '#store';
import { executorOf } from '#sync';
import { v7 as uuidv7 } from 'uuid';
import type { Runtime } from '../runtime.ts';
import { digestOf, idOf, type Notice, noticeOf, URGENT } from './notice.ts';
import { type Outlet, outletOf, type Parcel, parcelOf, send } from './outlet.ts';
import { isQuiet } from './quiet.ts';

const QUEUE = 'alert.webhook';
/** 2 s, 4 s, 8 s and so on with jitter, at most an hour apart: a receiver may be away for a night. */
const RETRIES = { retryLimit: 20, retryDelay: 2, retryBackoff: true, retryDelayMax: 3_600 };
const KEEP_S = 7 * 86_400;
/** The channel that HUB_ALERT_URL names. */
const BY_ENVIRONMENT = 'env';

interface Job extends Parcel {
  /** Earlier versions knew one channel, and named none. */
  channel?: string;
}

/**
 * Tells the channels of alerts that opened, grew and closed.
 *
 * What is to be told is written in the transaction that changed the alert. One alert's closing never arrives before its
 * opening: the queue is strict by channel and alert.
 */
export class Announcer {
  constructor(private readonly runtime: Runtime) {}

  async install(): Promise<void> {
    const { boss } = this.runtime;
    const options = {
      ...RETRIES,
      notify: true,
      expireInSeconds: 60,
      retentionSeconds: KEEP_S,
      deleteAfterSeconds: KEEP_S,
    };
    await boss.createQueue(QUEUE, { policy: 'key_strict_fifo', ...options });
    await boss.updateQueue(QUEUE, options);
  }

  async put(tx: Db, { opened, grown, closed }: Changes): Promise<void> {
    const { hub } = this.runtime;
    const titleOf = (instance: string) => hub.instances.get(instance)?.title ?? instance;
    const notices = [
      ...opened.map((alert) => noticeOf('alert.opened', alert, titleOf(alert.instance))),
      ...grown.map((alert) => noticeOf('alert.grown', alert, titleOf(alert.instance))),
      ...closed.map((alert) => noticeOf('alert.closed', alert, titleOf(alert.instance))),
    ];
    if (this.environment) await this.enqueue(tx, BY_ENVIRONMENT, notices);
    for (const channel of await alertChannels(tx)) {
      if (channel.enabled) await this.putInto(tx, channel, notices);
    }
  }

  private async putInto(tx: Db, channel: AlertChannel, all: Notice[]): Promise<void> {
    const notices = all.filter(({ data }) => channel.kinds.length === 0 || channel.kinds.includes(data.kind));
    if (isQuiet(channel, new Date())) {
      const passes = ({ data }: Notice) => channel.urgent_passes && URGENT.has(data.kind);
      const held = notices.filter((notice) => !passes(notice));
      if (held.length > 0) await holdNotices(tx, channel.id, held);
      return this.enqueue(tx, channel.id, notices.filter(passes));
    }
    const held = await takeHeld<Notice>(tx, channel.id);
    if (held.length > 0) await this.insert(tx, channel.id, [parcelOf(uuidv7(), digestOf(held))]);
    await this.enqueue(tx, channel.id, notices);
  }

  private enqueue(tx: Db, channel: string, notices: Notice[]): Promise<void> {
    return this.insert(
      tx,
      channel,
      notices.map((each) => parcelOf(idOf(each), [each])),
    );
  }

  private async insert(tx: Db, channel: string, parcels: Parcel[]): Promise<void> {
    if (parcels.length === 0) return;
    const jobs = parcels.map((parcel) => ({
      data: { channel, ...parcel } satisfies Job,
      singletonKey: `${channel}:${parcel.notices[0]?.data.id ?? parcel.id}`,
    }));
    await this.runtime.boss.insert(QUEUE, jobs, { db: executorOf(tx) });
  }

  async work(): Promise<void> {
    const { boss, hub } = this.runtime;
    const options = {
      batchSize: 10,
      burstWhenBatchFull: true,
      perJobResults: true,
      pollingIntervalSeconds: 2,
      // A retry rings no bell.
      notifyPollingIntervalSeconds: 2,
    } as const;
    await boss.work<Job, unknown, typeof options>(QUEUE, options, (jobs) =>
      Promise.all(
        jobs.map(async ({ id, data }) => {
          const fault = await this.deliver(data);
          if (fault === null) return { id, status: 'completed' } as const;
          hub.log.warn({ 'webhook.id': data.id, reason: fault }, 'alert.webhook_failed');
          return { id, status: 'failed', output: { reason: fault } } as const;
        }),
      ),
    );
  }

  /** A channel that was removed or switched off meanwhile wants nothing any more. */
  private async deliver({ channel = BY_ENVIRONMENT, ...parcel }: Job): Promise<string | null> {
    const outlet = channel === BY_ENVIRONMENT ? this.environment : await this.outletFor(channel);
    return outlet ? send(this.runtime, outlet, parcel) : null;
  }

  private async outletFor(id: string): Promise<Outlet | null> {
    const channel = await alertChannel(this.runtime.hub.pool, id);
    return channel?.enabled ? outletOf(this.runtime, channel) : null;
  }

  private get environment(): Outlet | null {
    const { HUB_ALERT_URL: target, HUB_ALERT_SECRET: secret } = this.runtime.env;
    return target && secret ? { kind: 'webhook', target, secret } : null;
  }
}
