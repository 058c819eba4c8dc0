import { countOpenAlerts, type Db } from '#store';
import { adviceOn, HERE, type Hub } from '#sync';
import type { InstanceState } from '../instances/instance.dto.ts';
import { instanceStates } from '../instances/instance.queries.ts';
import type { FlowEdge, FlowNode, Moment, Need, Overview } from './overview.dto.ts';

const HOUR_S = 3_600;
const DAY_S = 86_400;
const MOST_HOURLY = 48;

/** How the hub does now, and did lately. */
export async function overview(hub: Hub, hours: number): Promise<Overview> {
  const { pool } = hub;
  const step = hours > MOST_HOURLY ? DAY_S : HOUR_S;
  const [states, rates, edges, needs, alerts, series] = await Promise.all([
    instanceStates(hub),
    ratesOf(pool),
    edgesOf(pool, hours),
    needsOf(pool),
    countOpenAlerts(pool),
    seriesOf(pool, hours, step),
  ]);
  const nodes = states.map((state) => nodeOf(state, rates.get(state.name), hub.routing.home));
  const alertsOpen = alerts.reduce((sum, { count }) => sum + count, 0);
  return { nodes, edges, needs, alerts_open: alertsOpen, step_seconds: step, series };
}

type Rates = Pick<FlowNode, 'in_per_minute' | 'out_per_minute' | 'lag_p50_ms' | 'lag_p95_ms'>;
const QUIET: Rates = { in_per_minute: 0, out_per_minute: 0, lag_p50_ms: null, lag_p95_ms: null };

function nodeOf(state: InstanceState, rates: Rates = QUIET, home: string): FlowNode {
  const { name: instance, title, connector, counts, heard_at } = state;
  const parked = counts.parked + counts.uncertain + counts.messages_parked;
  return {
    instance,
    title,
    connector,
    home: instance === home,
    ...healthOf(state, parked),
    ...rates,
    waiting: counts.waiting + counts.sending,
    parked,
    heard_at,
  };
}

function healthOf(state: InstanceState, parked: number): Pick<FlowNode, 'health' | 'reason'> {
  if (state.state === 'paused') return { health: 'paused', reason: state.paused_reason ?? 'Dijeda' };
  if (state.breaker.open) return { health: 'down', reason: 'Berkali-kali tidak menjawab; kiriman ditunda' };
  if (state.poll_error) return { health: 'warning', reason: state.poll_error };
  if (state.throttled_until) return { health: 'warning', reason: 'Platform meminta kita menunggu' };
  return parked > 0 ? { health: 'warning', reason: `${parked} menunggu keputusan` } : { health: 'ok', reason: '' };
}

const RECENT_MINUTES = 5;

async function ratesOf(db: Db): Promise<Map<string, Rates>> {
  const { rows } = await db.query<Rates & { instance: string }>({
    name: 'overview-rates',
    text: `select i.name as instance,
                  (select count(*) from inbox m where m.instance = i.name and m.received_at > now() - interval '${RECENT_MINUTES} min')::float
                    / ${RECENT_MINUTES} as in_per_minute,
                  count(o.*) filter (where o.done_at > now() - interval '${RECENT_MINUTES} min')::float / ${RECENT_MINUTES}
                    as out_per_minute,
                  ${percentile(0.5)} as lag_p50_ms, ${percentile(0.95)} as lag_p95_ms
           from instance i
           left join outbox o on o.instance = i.name and o.state = 'done' and o.created_at > now() - interval '1 hour'
           group by i.name`,
  });
  return new Map(rows.map(({ instance, ...rates }) => [instance, rates]));
}

/** From when something was to be said until the platform had it. */
function percentile(share: number): string {
  return `round(percentile_cont(${share}) within group (order by extract(epoch from o.done_at - o.created_at) * 1000)::numeric)::float`;
}

async function edgesOf(db: Db, hours: number): Promise<FlowEdge[]> {
  const { rows } = await db.query<FlowEdge>({
    name: 'overview-edges',
    text: `select coalesce(e.instance, $2) as "from", o.instance as "to", o.kind, count(*)::int as count
           from outbox o left join event e on e.id = o.event_id
           where o.state = 'done' and o.kind <> 'fetch' and o.created_at > now() - make_interval(hours => $1)
           group by 1, 2, 3 order by count desc`,
    values: [hours, HERE],
  });
  return rows;
}

async function needsOf(db: Db): Promise<Need[]> {
  const { rows } = await db.query<Omit<Need, 'advice'> & { code: string | null }>({
    name: 'overview-needs',
    text: `select 'delivery_' || state as kind, instance, count(*)::int as count,
                  min(coalesce(tried_at, created_at)) as oldest,
                  case when state = 'uncertain' then 'uncertain' else mode() within group (order by failure) end as code
           from outbox where state in ('parked', 'uncertain') group by state, instance
           union all
           select case when code = 'unknown_label' then 'label_unmapped' else 'message_parked' end, instance,
                  count(*)::int, min(received_at), mode() within group (order by code)
           from inbox where state = 'parked' group by 1, 2
           union all
           select 'instance_paused', name, 1, paused_at, 'unauthorized' from instance where state = 'paused'
           order by oldest`,
  });
  return rows.map(({ code, ...need }) => ({ ...need, advice: adviceOn(code) }));
}

async function seriesOf(db: Db, hours: number, step: number): Promise<Moment[]> {
  const { rows } = await db.query<Moment>({
    name: 'overview-series',
    text: `with steps as (
             select at from generate_series(
               date_bin(make_interval(secs => $2), now() - make_interval(hours => $1), ${MIDNIGHT}),
               now(), make_interval(secs => $2)) as at
           ), heard as (
             select date_bin(make_interval(secs => $2), received_at, ${MIDNIGHT}) as at, count(*) as received
             from inbox where received_at > now() - make_interval(hours => $1) group by 1
           ), begun as (
             select date_bin(make_interval(secs => $2), created_at, ${MIDNIGHT}) as at, count(*) as opened
             from complaint where created_at > now() - make_interval(hours => $1) group by 1
           ), said as (
             select date_bin(make_interval(secs => $2), o.created_at, ${MIDNIGHT}) as at,
                    count(*) filter (where o.state = 'done') as delivered,
                    count(*) filter (where o.state in ('parked', 'uncertain')) as parked,
                    ${percentile(0.5)} as lag_p50_ms, ${percentile(0.95)} as lag_p95_ms
             from outbox o where o.created_at > now() - make_interval(hours => $1) group by 1
           ), answered as (
             select date_bin(make_interval(secs => $2), received_at, ${MIDNIGHT}) as at, count(*) as count,
                    case when body ->> 'status' = 'rejected' then 'ditolak'
                         else coalesce(body ->> 'outcome', 'tanpa_hasil') end as ending
             from event
             where received_at > now() - make_interval(hours => $1) and type = 'status_changed' and effect = 'applied'
               and body ->> 'status' in ('resolved', 'rejected') group by 1, 3
           ), ended as (select at, jsonb_object_agg(ending, count) as endings from answered group by at)
           select steps.at, coalesce(received, 0)::int as received, coalesce(opened, 0)::int as opened,
                  coalesce(delivered, 0)::int as delivered, coalesce(parked, 0)::int as parked, lag_p50_ms, lag_p95_ms,
                  coalesce(endings, '{}') as endings
           from steps left join heard using (at) left join begun using (at) left join said using (at)
             left join ended using (at)
           order by steps.at`,
    values: [hours, step],
  });
  return rows;
}

/** Days begin at midnight in WIB. */
const MIDNIGHT = `timestamptz '2026-01-01 00:00+07'`;
