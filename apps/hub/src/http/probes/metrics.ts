import { Inject, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { countOpenAlerts } from '#store';
import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import { RUNTIME, type Runtime } from '../../runtime.ts';
import { AuditTail } from './audit-tail.ts';
import { readGauges, type InstanceGauges } from './gauges.ts';
import { counter, gauge } from './series.ts';

const CACHE_MS = 5_000;
const READ_WITHIN_MS = 3_000;
const ACK_BUCKETS_S = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5];

/** What /metrics tells: this process, what it acknowledged, and the state of the whole hub as the database has it. */
@Injectable()
export class Metrics implements OnApplicationBootstrap {
  private readonly registry = new Registry();
  private readonly ack: Histogram;
  private readonly up: Gauge;
  private readonly alerts: Gauge<'kind' | 'instance'>;
  private readonly gauges = GAUGES.map(([name, help, read]) => ({ read, gauge: gauge(this.registry, name, help) }));
  private readonly received = counter(this.registry, 'simpul_messages_received_total', RECEIVED);
  private readonly delivered = counter(this.registry, 'simpul_deliveries_total', DELIVERED);
  private readonly tail: AuditTail;
  private readAt = 0;

  constructor(@Inject(RUNTIME) private readonly runtime: Runtime) {
    const registers = [this.registry];
    collectDefaultMetrics({ register: this.registry });
    const ack = { name: 'simpul_webhook_ack_seconds', help: 'From the first byte of a webhook to its answer' };
    this.ack = new Histogram({ ...ack, labelNames: ['instance', 'status'], buckets: ACK_BUCKETS_S, registers });
    this.up = new Gauge({ name: 'simpul_database_up', help: '1 where the database answered this scrape', registers });
    this.alerts = new Gauge({ ...ALERTS, labelNames: ['kind', 'instance'], registers });
    this.tail = new AuditTail(runtime.hub.pool);
  }

  /** Counting begins here; a database that is away now makes it begin with the first scrape that finds it. */
  async onApplicationBootstrap(): Promise<void> {
    await this.tail.read().catch(() => {});
  }

  get contentType(): string {
    return this.registry.contentType;
  }

  acknowledged(instance: string, status: number, since: bigint): void {
    this.ack.labels(instance, String(status)).observe(Number(process.hrtime.bigint() - since) / 1e9);
  }

  async text(): Promise<string> {
    if (Date.now() - this.readAt > CACHE_MS) {
      this.readAt = Date.now();
      await within(READ_WITHIN_MS, this.read()).then(
        () => this.up.set(1),
        () => this.forget(),
      );
    }
    return this.registry.metrics();
  }

  private async read(): Promise<void> {
    const rows = await readGauges(this.runtime.hub.pool);
    for (const { gauge: series, read } of this.gauges) {
      for (const row of rows) {
        const value = read(row);
        if (value !== null) series.labels(row.instance).set(value);
      }
    }
    const open = await countOpenAlerts(this.runtime.hub.pool);
    this.alerts.reset();
    for (const { kind, instance, count } of open) this.alerts.labels(kind, instance).set(count);
    for (const { hop, instance, outcome, count } of await this.tail.read()) {
      const series = hop === 'receive' ? this.received : this.delivered;
      series.advance({ instance, outcome }, count);
    }
  }

  /** A gauge that can't be read is absent: an old value would look like a calm one. */
  private forget(): void {
    this.readAt = 0;
    this.up.set(0);
    this.alerts.reset();
    for (const { gauge: series } of this.gauges) series.reset();
  }
}

const ALERTS = { name: 'simpul_alerts_open', help: 'Alerts that are open; a kind and instance without one is absent' };
const RECEIVED = 'Messages kept since this process started, webhooks and polls of all processes';
const DELIVERED = 'Tries of deliveries since this process started, of all processes, by how they ended';

const GAUGES: [name: string, help: string, read: (row: InstanceGauges) => number | null][] = [
  ['simpul_deliveries_waiting', 'Deliveries that wait or are under way', ({ waiting }) => waiting],
  ['simpul_deliveries_parked', 'Deliveries that wait for a person', ({ parked }) => parked],
  [
    'simpul_deliveries_uncertain',
    'Deliveries that may have arrived and wait for a person',
    ({ uncertain }) => uncertain,
  ],
  ['simpul_delivery_oldest_waiting_seconds', 'Age of the oldest delivery that waits', ({ oldest }) => oldest],
  ['simpul_messages_waiting', 'Received messages that are not ingested yet', ({ unread }) => unread],
  ['simpul_messages_parked', 'Received messages that wait for a person', ({ parkedMessages }) => parkedMessages],
  ['simpul_instance_paused', '1 where the instance is paused', ({ paused }) => Number(paused)],
  ['simpul_instance_breaker_open', '1 where the circuit breaker is open', ({ breakerOpen }) => Number(breakerOpen)],
  ['simpul_instance_heard_seconds', 'Time since the instance was heard last', ({ heardAgo }) => heardAgo],
];

function within<T>(ms: number, work: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('Too slow')), ms);
    work.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}
