import {
  type Alert,
  audit,
  type AuditRow,
  type Cause,
  causes,
  type Changes,
  type Db,
  lostWebhooks,
  mayEvaluate,
  replaceOpenAlerts,
  type Rhythm,
  rhythms,
  silentInstances,
  transaction,
} from '#store';
import { sentenceOf } from './alert-wording.ts';
import type { Hub } from './hub.ts';
import { newTraceId } from './trace.ts';

/** A silence must be this much longer than the usual gap, and never shorter than the floor, to be worth a word. */
const GAPS_OF_SILENCE = 3;
const SHORTEST_SILENCE_S = 30 * 60;
const LEARN_EVERY_MS = 600_000;

export interface AlertOptions {
  /** Work that has waited longer than this is worth an alert. */
  waitingAfterMs: number;
  /** Called in the transaction that changed the alerts. */
  announce: (tx: Db, changes: Changes) => Promise<void>;
}

/**
 * Opens alerts where the tables show a cause, tells those again that grow, and closes those whose cause is gone.
 *
 * Nothing is remembered in a process but the platforms' rhythm, which is learnt again every ten minutes; so it does not
 * matter which process evaluates.
 */
export class Alerts {
  private learnt: { at: number; rhythms: Rhythm[] } | null = null;

  constructor(
    private readonly hub: Pick<Hub, 'pool' | 'instances' | 'log'>,
    private readonly options: AlertOptions,
  ) {}

  /** Does nothing where another process evaluates just now. */
  async evaluate(): Promise<void> {
    const { hub, options } = this;
    const limits = await this.limits();
    const changes = await transaction(hub.pool, async (tx) => {
      if (!(await mayEvaluate(tx))) return null;
      const found = [...(await causes(tx, options.waitingAfterMs)), ...(await silences(tx, limits))];
      const worded = found.map((cause) => ({ ...cause, message: sentenceOf(cause, this.titleOf(cause.instance)) }));
      const changed = await replaceOpenAlerts(tx, worded);
      await audit(tx, [
        ...changed.opened.map(auditRow('alert_opened')),
        ...changed.grown.map(auditRow('alert_grown')),
        ...changed.closed.map(auditRow('alert_closed')),
      ]);
      await options.announce(tx, changed);
      return changed;
    });
    for (const alert of changes?.opened ?? []) hub.log.warn(fieldsOf(alert), 'alert.opened');
    for (const alert of changes?.grown ?? []) hub.log.warn(fieldsOf(alert), 'alert.grown');
    for (const alert of changes?.closed ?? []) hub.log.info(fieldsOf(alert), 'alert.closed');
  }

  /** What a page of the hub itself hears is no rhythm: citizens owe nobody news. */
  private isPlatform(instance: string): boolean {
    const connection = this.hub.instances.get(instance)?.connection;
    return connection === undefined || connection.verify !== undefined || connection.poll !== undefined;
  }

  private titleOf(instance: string): string {
    return this.hub.instances.get(instance)?.title ?? instance;
  }

  private async limits(): Promise<(Rhythm & { limitS: number })[]> {
    if (!this.learnt || Date.now() - this.learnt.at > LEARN_EVERY_MS) {
      this.learnt = { at: Date.now(), rhythms: await rhythms(this.hub.pool) };
    }
    return this.learnt.rhythms
      .filter(({ instance }) => this.isPlatform(instance))
      .map((rhythm) => ({
        ...rhythm,
        limitS: Math.max(SHORTEST_SILENCE_S, rhythm.usualGapS * GAPS_OF_SILENCE),
      }));
  }
}

async function silences(tx: Db, limits: (Rhythm & { limitS: number })[]): Promise<Cause[]> {
  const silent = await silentInstances(tx, limits);
  const lost = await lostWebhooks(tx);
  return [
    ...silent.map((instance): Cause => ({ kind: 'platform_silent', instance, subject: '', count: 1, detail: null })),
    ...lost.map((each): Cause => ({ kind: 'webhook_lost', ...each, subject: '', detail: null })),
  ];
}

const auditRow =
  (outcome: string) =>
  ({ instance, message, kind }: Alert): AuditRow => ({
    hop: 'system',
    instance,
    eventType: kind,
    outcome,
    detail: message,
    traceId: newTraceId(),
  });

const fieldsOf = ({ id, kind, instance, count, message }: Alert): object => ({
  'alert.id': id,
  'alert.kind': kind,
  'alert.count': count,
  'alert.message': message,
  instance,
});
