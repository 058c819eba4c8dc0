import { v7 as uuidv7 } from 'uuid';
import { json } from './audit.ts';
import type { Db } from './db.ts';

export const ALERT_KINDS = [
  'deliveries_waiting',
  'messages_waiting',
  'instance_paused',
  'breaker_open',
  'label_unmapped',
  'delivery_parked',
  'delivery_uncertain',
  'message_parked',
  'platform_silent',
  'webhook_lost',
  'reading_hampered',
  'reconciliation_stalled',
  'deadline_soon',
  'deadline_overdue',
] as const;
export type AlertKind = (typeof ALERT_KINDS)[number];

/** A cause for an alert, as the tables show it now. */
export interface Cause {
  kind: AlertKind;
  instance: string;
  /** What tells two alerts of one kind and instance apart: the reason that things wait for. Else empty. */
  subject: string;
  count: number;
  /** Why a person or the hub paused the instance or a comparison ended early, or which failure parked what waits. */
  detail: string | null;
}

export interface Alert {
  id: string;
  kind: AlertKind;
  instance: string;
  message: string;
  count: number;
  openedAt: Date;
  /** When it was opened, or told again because it had grown. */
  toldAt: Date;
  closedAt: Date | null;
}

const ALERT_LOCK = 7_301_965;

/** True where nobody else evaluates the alerts; held until the transaction ends. */
export async function mayEvaluate(tx: Db): Promise<boolean> {
  const { rows } = await tx.query<{ mine: boolean }>('select pg_try_advisory_xact_lock($1) as mine', [ALERT_LOCK]);
  return rows[0]?.mine ?? false;
}

/**
 * Every cause but silence. A label counts by the cases that bear it, however often they say so. What waits behind something parked is not counted as waiting: the parked one is the cause.
 * A breaker that lets a probe through is still open.
 */
export async function causes(db: Db, waitingAfterMs: number): Promise<Cause[]> {
  const { rows } = await db.query<Cause>({
    name: 'alert-causes',
    text: `with held as (select distinct lane from outbox where state in ('parked', 'uncertain')),
           late as (select now() - make_interval(secs => $1 / 1000.0) as at)
           select 'deliveries_waiting' as kind, instance, '' as subject, count(*)::int as count, null as detail
           from outbox, late where state in ('waiting', 'sending') and created_at < late.at
             and lane not in (select lane from held) group by instance
           union all
           -- Each state by its own index: both at once would be looked for among all that was ever heard.
           select 'messages_waiting', instance, '', count(*)::int, null
           from (select instance, received_at from inbox where state = 'new'
                 union all select instance, received_at from inbox where state = 'waiting') as unread, late
           where received_at < late.at group by instance
           union all
           select 'instance_paused', name, '', 1, paused_reason from instance where state = 'paused'
           union all
           select 'breaker_open', name, '', breaker_failures, null from instance where breaker_until is not null
           union all
           -- What a breaker or a rate holds up ends by itself.
           select 'reading_hampered', name, '', 1, poll_error from instance
           where poll_error is not null and state = 'active' and breaker_failures = 0
             and coalesce(throttled_until < now() - interval '1 minute', true)
           union all
           -- A run takes minutes, and none is begun while one is under way. What holds up a paused one has its alert.
           select 'reconciliation_stalled', i.name, '', 1, run.reason
           from instance i cross join lateral (
             select state, reason, started_at from reconciliation where instance = i.name order by started_at desc limit 1
           ) as run
           where run.state in ('halted', 'failed')
             or run.state = 'running' and i.state = 'active' and run.started_at < now() - interval '1 day'
           union all
           select 'delivery_' || state, instance, left(coalesce(reason, ''), 500), count(*)::int, max(failure)
           from outbox where state in ('parked', 'uncertain') group by 1, 2, 3
           union all
           select 'label_unmapped', instance, left(coalesce(reason, ''), 500),
                  count(distinct coalesce(case_key, id::text))::int, max(code)
           from inbox where state = 'parked' and code = 'unknown_label' group by 1, 2, 3
           union all
           select 'message_parked', instance, left(coalesce(reason, ''), 500), count(*)::int, max(code)
           from inbox where state = 'parked' and code is distinct from 'unknown_label' group by 1, 2, 3
           union all
           select case when d.due_at <= now() then 'deadline_overdue' else 'deadline_soon' end, c.handler, d.kind,
                  count(*)::int, null
           from deadline d join complaint c on c.id = d.complaint_id
           where d.met_at is null and not d.is_paused and d.warn_at <= now() group by 1, 2, 3`,
    values: [waitingAfterMs],
  });
  return rows;
}

export interface Changes {
  opened: Alert[];
  /** Worth another word. */
  grown: Alert[];
  closed: Alert[];
}

const RETURNING = `id, kind, instance, message, count, opened_at as "openedAt", told_at as "toldAt", closed_at as "closedAt"`;

const TOLD_AGAIN_AFTER = `interval '4 hours'`;
/** Their count says how long one fault lasts, not how much waits for a person. */
const LASTING: readonly AlertKind[] = ['breaker_open', 'webhook_lost'];
const HAS_GROWN = `(excluded.count > alert.told_count and alert.told_at < now() - ${TOLD_AGAIN_AFTER}
  and alert.kind not in (${LASTING.map((kind) => `'${kind}'`).join(', ')}))`;

/**
 * Makes the open alerts those that have a cause; a cause that is gone closes its alert.
 *
 * One that comes to count more than was told of is told again, once in four hours at the most. What was settled meanwhile is
 * no longer counted as told, or as many new ones would hide behind it.
 */
export async function replaceOpenAlerts(tx: Db, found: (Cause & { message: string })[]): Promise<Changes> {
  const { rows } = await tx.query<Alert & { change: keyof Changes | 'changed' }>({
    name: 'replace-open-alerts',
    text: `with cause as (
             select * from jsonb_to_recordset($1)
               as c(id uuid, kind text, instance text, subject text, message text, count int)
           ), present as (
             insert into alert (id, kind, instance, subject, message, count, told_count)
             select id, kind, instance, subject, message, count, count from cause
             on conflict (kind, instance, md5(subject)) where closed_at is null
               do update set count = excluded.count, message = excluded.message,
                 told_count = case when ${HAS_GROWN} then excluded.count else least(alert.told_count, excluded.count) end,
                 told_at = case when ${HAS_GROWN} then now() else alert.told_at end
               where (alert.count, alert.message) is distinct from (excluded.count, excluded.message) or ${HAS_GROWN}
             returning case when xmax = 0 then 'opened' when told_at = now() then 'grown' else 'changed' end as change,
               ${RETURNING}
           ), gone as (
             update alert set closed_at = now()
             where closed_at is null and not exists (select from cause c where c.kind = alert.kind
               and c.instance = alert.instance and c.subject = alert.subject)
             returning 'closed' as change, ${RETURNING}
           )
           select * from present union all select * from gone`,
    values: [json(found.map((cause) => ({ id: uuidv7(), ...cause })))],
  });
  const only = (wanted: keyof Changes): Alert[] =>
    rows.filter(({ change }) => change === wanted).map(({ change: _change, ...alert }) => alert);
  return { opened: only('opened'), grown: only('grown'), closed: only('closed') };
}

/** How many alerts are open, for the metrics. */
export async function countOpenAlerts(db: Db): Promise<{ kind: AlertKind; instance: string; count: number }[]> {
  const { rows } = await db.query<{ kind: AlertKind; instance: string; count: number }>({
    name: 'count-open-alerts',
    text: 'select kind, instance, count(*)::int as count from alert where closed_at is null group by kind, instance',
  });
  return rows;
}
