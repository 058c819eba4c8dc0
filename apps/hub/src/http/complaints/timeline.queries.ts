import type { Db } from '#store';
import { HERE, type Hub } from '#sync';
import { complaintIdOf } from './complaint.queries.ts';
import type { DeliveryEntry, EventEntry, Lane, Timeline } from './timeline.dto.ts';

/** All that was heard and sent about a complaint, in the order of its time, with a lane for each platform. */
export async function timeline({ pool, instances }: Hub, number: string): Promise<Timeline> {
  const id = await complaintIdOf(pool, number);
  const events = await pool.query<EventEntry>(EVENTS, [id]);
  const deliveries = await pool.query<DeliveryEntry>(DELIVERIES, [id]);
  const data = [...events.rows, ...deliveries.rows].toSorted((a, b) => a.at.getTime() - b.at.getTime());
  const titleOf = (name: string) => (name === HERE ? 'Simpul Aduan' : (instances.get(name)?.title ?? name));
  return { lanes: await lanes(pool, id, new Set(data.map(({ instance }) => instance)), titleOf), data };
}

async function lanes(db: Db, id: string, spoke: Set<string>, titleOf: (name: string) => string): Promise<Lane[]> {
  const { rows } = await db.query<Omit<Lane, 'title'>>(
    `select distinct on (instance) instance, role, external_id from link where complaint_id = $1
     order by instance, id desc`,
    [id],
  );
  const linked = rows.toSorted((one, other) => rank(one.role) - rank(other.role));
  const others = [...spoke].filter((instance) => !rows.some((row) => row.instance === instance));
  return [...linked, ...others.map((instance) => ({ instance, role: null, external_id: null }))].map((lane) => ({
    ...lane,
    title: titleOf(lane.instance),
  }));
}

const ROLES = ['origin', 'home', 'handler'];
const rank = (role: string | null): number => ROLES.indexOf(role ?? '');

/** A citizen's name stays out, wherever a platform put it. */
const EVENTS = `select 'event' as entry, id, at, instance, type, effect, body ->> 'label' as label,
    coalesce(body ->> 'text', body ->> 'note', body ->> 'reason') as text,
    case when body -> 'author' ->> 'role' = 'office' then body -> 'author' ->> 'name' end as author,
    case when type = 'replied' then (body ->> 'public')::boolean end as public, received_at, body ->> 'by' as act,
    array(select o.id::text from outbox o where o.complaint_id = event.complaint_id and o.event_id = event.id
          order by o.seq) as caused, inbox_id
  from event where complaint_id = $1 order by at, id`;

const DELIVERIES = `select 'delivery' as entry, created_at as at, id as delivery_id, instance, event_id as caused_by,
    kind, state, attempts, reason, rule, done_at, trace_id
  from outbox where complaint_id = $1 order by created_at, seq`;
