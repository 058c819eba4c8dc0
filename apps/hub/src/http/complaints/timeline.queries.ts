import type { Db } from '#store';
import { notFound } from '../problems/problem.ts';
import { checked } from './complaint.queries.ts';
import type { DeliveryEntry, EventEntry } from './timeline.dto.ts';

/** All that was heard and sent about a complaint, in the order of its time. */
export async function timeline(db: Db, number: string): Promise<(EventEntry | DeliveryEntry)[]> {
  const found = await db.query<{ id: string }>('select id from complaint where number = $1', [checked(number)]);
  const id = found.rows[0]?.id;
  if (id === undefined) throw notFound('Aduan dengan nomor itu');
  const events = await db.query<EventEntry>(EVENTS, [id]);
  const deliveries = await db.query<DeliveryEntry>(DELIVERIES, [id]);
  return [...events.rows, ...deliveries.rows].toSorted((a, b) => a.at.getTime() - b.at.getTime());
}

/** A citizen's name stays out, wherever a platform put it. */
const EVENTS = `select 'event' as entry, at, instance, type, effect, body ->> 'label' as label,
    coalesce(body ->> 'text', body ->> 'note', body ->> 'reason') as text,
    case when body -> 'author' ->> 'role' = 'office' then body -> 'author' ->> 'name' end as author,
    case when type = 'replied' then (body ->> 'public')::boolean end as public, received_at
  from event where complaint_id = $1 order by at, id`;

const DELIVERIES = `select 'delivery' as entry, created_at as at, id as delivery_id, instance, kind, state, attempts,
    reason, rule, done_at
  from outbox where complaint_id = $1 order by created_at, seq`;
