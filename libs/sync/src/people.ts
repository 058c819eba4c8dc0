import { audit, type Db, pauseInstance, resumeInstance, transaction } from '#store';
import { giveUpCase } from './end.ts';
import type { Hub } from './hub.ts';
import { newTraceId } from './trace.ts';

/** Who acts, for the audit: the name of a key or a person. */
export type Actor = string;

export type Done = 'done' | 'not_found' | 'not_waiting';

interface ParkedRow {
  lane: string;
  instance: string;
  /** `null` for what is said to somebody whose complaint is none yet. */
  complaintId: string | null;
  kind: string;
  state: string;
}

/** Sends a parked or uncertain delivery again; what may have arrived is settled first. What waits behind it follows. */
export function retryDelivery(hub: Hub, id: string, actor: Actor): Promise<Done> {
  return onParked(hub, id, async (tx, row, traceId) => {
    // A person who retries an uncertain delivery has looked: it is sent again as new. A window may be open since.
    await tx.query(
      `update outbox set state = 'waiting', run_at = now(), attempts = 0, failure = null, reason = null,
         unsettled = unsettled and state <> 'uncertain', body = body - 'again'
       where id = $1`,
      [id],
    );
    await hub.bell.ring(tx, [row]);
    const { instance, complaintId } = row;
    await audit(tx, [{ hop: 'person', actor, instance, complaintId, deliveryId: id, outcome: 'retry', traceId }]);
  });
}

/** Gives a delivery up, with a reason. A create that is given up takes what waits behind it along. */
export function skipDelivery(hub: Hub, id: string, reason: string, actor: Actor): Promise<Done> {
  return onParked(hub, id, async (tx, row, traceId) => {
    const { instance, complaintId, lane } = row;
    await tx.query(`update outbox set state = 'skipped', reason = $2, done_at = now() where id = $1`, [id, reason]);
    if (row.kind === 'opened' && complaintId !== null) {
      await giveUpCase(tx, hub, { complaintId, instance, lane });
    } else {
      await hub.bell.ring(tx, [row]);
    }
    const detail = reason;
    await audit(tx, [
      { hop: 'person', actor, instance, complaintId, deliveryId: id, outcome: 'skip', detail, traceId },
    ]);
  });
}

function onParked(
  hub: Hub,
  id: string,
  act: (tx: Db, row: ParkedRow, traceId: string) => Promise<void>,
): Promise<Done> {
  return transaction(hub.pool, async (tx) => {
    const { rows } = await tx.query<ParkedRow>(
      `select lane, instance, complaint_id as "complaintId", kind, state from outbox where id = $1 for update`,
      [id],
    );
    const row = rows[0];
    if (!row) return 'not_found';
    if (row.state !== 'parked' && row.state !== 'uncertain') return 'not_waiting';
    await act(tx, row, newTraceId());
    return 'done';
  });
}

/** Reads a parked message again, say after its mapping was mended. */
export function retryMessage(hub: Hub, id: string, actor: Actor): Promise<Done> {
  return onMessage(hub, id, 'retry', `state = 'new', attempts = 0, code = null, reason = null`, actor);
}

/** Puts a parked message aside for good; it stays kept. */
export function skipMessage(hub: Hub, id: string, reason: string, actor: Actor): Promise<Done> {
  return onMessage(hub, id, 'skip', `state = 'skipped', done_at = now()`, actor, reason);
}

function onMessage(hub: Hub, id: string, outcome: string, set: string, actor: Actor, detail?: string): Promise<Done> {
  return transaction(hub.pool, async (tx) => {
    const { rows } = await tx.query<{ instance: string; trace_id: string }>(
      `update inbox set ${set} where id = $1 and state = 'parked' returning instance, trace_id`,
      [id],
    );
    const row = rows[0];
    if (!row) {
      const { rowCount } = await tx.query('select from inbox where id = $1', [id]);
      return rowCount === 0 ? 'not_found' : 'not_waiting';
    }
    const { instance, trace_id: traceId } = row;
    await audit(tx, [{ hop: 'person', actor, instance, inboxId: id, outcome, detail, traceId }]);
    return 'done';
  });
}

/** Stops everything towards and polls from an instance; what it sends is still kept. Nothing is lost meanwhile. */
export function pause(hub: Hub, instance: string, reason: string, actor: Actor): Promise<Done> {
  return transaction(hub.pool, async (tx) => {
    if (!(await pauseInstance(tx, instance, reason, actor))) return 'not_waiting';
    await audit(tx, [{ hop: 'person', actor, instance, outcome: 'pause', detail: reason, traceId: newTraceId() }]);
    return 'done';
  });
}

/** Lets an instance work again; what waited leaves in its order. */
export function resume(hub: Hub, instance: string, actor: Actor): Promise<Done> {
  return transaction(hub.pool, async (tx) => {
    if (!(await resumeInstance(tx, instance))) return 'not_waiting';
    await audit(tx, [{ hop: 'person', actor, instance, outcome: 'resume', traceId: newTraceId() }]);
    return 'done';
  });
}
