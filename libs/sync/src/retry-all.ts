import { audit, type AuditRow, type Db, transaction } from '#store';
import type { Hub } from './hub.ts';
import type { Actor } from './people.ts';
import { newTraceId } from './trace.ts';

/** Which of what is parked; a filter that is not there lets all pass. */
export interface ParkedFilter {
  instance?: string | undefined;
  reason?: string | undefined;
  kind?: 'delivery' | 'message' | undefined;
  limit: number;
}

/**
 * Tries again what is parked and passes the filter, the oldest first; how many.
 *
 * What is uncertain is left alone: whoever sends that again must have looked at it, one by one.
 */
export function retryAll(hub: Hub, filter: ParkedFilter, actor: Actor): Promise<number> {
  return transaction(hub.pool, async (tx) => {
    const traceId = newTraceId();
    const deliveries = filter.kind === 'message' ? [] : await retryDeliveries(tx, filter);
    const rest = filter.limit - deliveries.length;
    const messages =
      filter.kind === 'delivery' || rest === 0 ? [] : await retryMessages(tx, { ...filter, limit: rest });
    await hub.bell.ring(tx, deliveries);
    const row = { hop: 'person', actor, outcome: 'retry' } as const;
    await audit(tx, [
      ...deliveries.map(
        ({ id: deliveryId, instance, complaintId }): AuditRow => ({
          ...row,
          instance,
          complaintId,
          deliveryId,
          traceId,
        }),
      ),
      ...messages.map(
        ({ id: inboxId, instance, traceId: heard }): AuditRow => ({ ...row, instance, inboxId, traceId: heard }),
      ),
    ]);
    return deliveries.length + messages.length;
  });
}

interface RetriedDelivery {
  id: string;
  seq: string;
  lane: string;
  instance: string;
  complaintId: string | null;
}

async function retryDeliveries(tx: Db, { instance, reason, limit }: ParkedFilter): Promise<RetriedDelivery[]> {
  const { rows } = await tx.query<RetriedDelivery>(
    `with chosen as (
       select id from outbox where state = 'parked' and coalesce(instance = $1, true) and coalesce(reason = $2, $2 is null)
       order by seq limit $3 for update skip locked
     )
     update outbox o set state = 'waiting', run_at = now(), attempts = 0, failure = null, reason = null,
       body = body - 'again'
     from chosen where o.id = chosen.id
     returning o.id, o.seq, o.lane, o.instance, o.complaint_id as "complaintId"`,
    [instance ?? null, reason ?? null, limit],
  );
  return rows.toSorted((one, other) => (BigInt(one.seq) < BigInt(other.seq) ? -1 : 1));
}

async function retryMessages(tx: Db, { instance, reason, limit }: ParkedFilter) {
  const { rows } = await tx.query<{ id: string; instance: string; traceId: string }>(
    `with chosen as (
       select id from inbox where state = 'parked' and coalesce(instance = $1, true) and coalesce(reason = $2, $2 is null)
       order by id limit $3 for update skip locked
     )
     update inbox m set state = 'new', attempts = 0, code = null, reason = null
     from chosen where m.id = chosen.id
     returning m.id, m.instance, m.trace_id as "traceId"`,
    [instance ?? null, reason ?? null, limit],
  );
  return rows.toSorted((one, other) => (BigInt(one.id) < BigInt(other.id) ? -1 : 1));
}
