import type { Connection } from '#connector';
import type { Hub, Instance } from '#sync';
import { notFound } from '../problems/problem.ts';
import type { InstanceCounts, InstanceState } from './instance.dto.ts';

interface Row {
  name: string;
  state: 'active' | 'paused';
  paused_reason: string | null;
  paused_by: string | null;
  paused_at: Date | null;
  has_cursor: boolean;
  polled_at: Date | null;
  poll_error: string | null;
  heard_at: Date | null;
  breaker_open: boolean;
  breaker_failures: number;
  breaker_until: Date | null;
  throttled_until: Date | null;
  counts: InstanceCounts;
}

/** The configured instances in their order, with what the processes share about each. */
export async function instanceStates(hub: Hub, names = [...hub.instances.keys()]): Promise<InstanceState[]> {
  const { rows } = await hub.pool.query<Row>({
    name: 'api-instances',
    text: `select i.name, i.state, i.paused_reason, i.paused_by, i.paused_at, i.cursor is not null as has_cursor,
                  i.polled_at, i.poll_error, i.heard_at, coalesce(i.breaker_until > now(), false) as breaker_open,
                  i.breaker_failures, i.breaker_until,
                  case when i.throttled_until > now() then i.throttled_until end as throttled_until,
                  json_build_object(
                    'waiting', coalesce(o.waiting, 0), 'sending', coalesce(o.sending, 0),
                    'parked', coalesce(o.parked, 0), 'uncertain', coalesce(o.uncertain, 0),
                    'messages_waiting',
                      (select count(*) from inbox where instance = i.name and state = 'new')
                      + (select count(*) from inbox where instance = i.name and state = 'waiting'),
                    'messages_parked', (select count(*) from inbox where instance = i.name and state = 'parked')
                  ) as counts
           from instance i
           left join (
             select instance, count(*) filter (where state = 'waiting') as waiting,
                    count(*) filter (where state = 'sending') as sending,
                    count(*) filter (where state = 'parked') as parked,
                    count(*) filter (where state = 'uncertain') as uncertain
             from outbox where state not in ('done', 'skipped') group by instance
           ) as o on o.instance = i.name
           where i.name = any($1::text[])`,
    values: [names],
  });
  const byName = new Map(rows.map((row) => [row.name, row]));
  return names.flatMap((name) => {
    const instance = hub.instances.get(name);
    const row = byName.get(name);
    return instance && row ? [shown(instance, row, hub.publicUrl)] : [];
  });
}

export async function instanceState(hub: Hub, name: string): Promise<InstanceState> {
  const [state] = await instanceStates(hub, [configured(hub, name).name]);
  if (!state) throw notFound('Keadaan koneksi ini');
  return state;
}

export function configured(hub: Hub, name: string): Instance {
  const instance = hub.instances.get(name);
  if (!instance) throw notFound('Koneksi dengan nama itu');
  return instance;
}

function shown({ name, title, connector, connection, pollEveryMs }: Instance, row: Row, url: string): InstanceState {
  const { breaker_open: open, breaker_failures: failures, breaker_until: until, ...rest } = row;
  const breaker = { open, failures, until: open ? until : null };
  return {
    ...rest,
    name,
    title,
    connector,
    poll_every_ms: pollEveryMs,
    breaker,
    webhook_url: connection.verify ? `${url}/webhooks/${name}` : null,
    capabilities: capabilitiesOf(connection),
  };
}

const READING = ['poll', 'verify', 'fetch', 'list', 'download'] as const;

const capabilitiesOf = (connection: Connection): string[] => [
  ...Object.keys(connection.push),
  ...READING.filter((each) => connection[each] !== undefined),
];
