import { v7 as uuidv7 } from 'uuid';
import type { Db } from './db.ts';
import type { DriftEntity, DriftKind, DriftState } from './entities/drift.entity.ts';
import type { Due } from './outbox.ts';

export const DRIFT_KINDS: DriftKind[] = ['missing_here', 'missing_there', 'other_status', 'missing_reply'];
export const DRIFT_STATES: DriftState[] = ['repaired', 'open', 'dismissed', 'settled'];

export interface NewDrift {
  runId: string;
  instance: string;
  kind: DriftKind;
  what: DriftEntity['what'];
  state: 'repaired' | 'open';
  complaintId: string | null;
  externalId: string;
  /** Tells one drift of a case from another one of its kind: a reply's id, the two labels. */
  subject: string;
  deliveryId: string | null;
  sentence: string;
}

/**
 * Keeps a drift once; the state that it has now, and whether it is new.
 *
 * What was offered to a person before stays that one row from run to run, and what a person dismissed stays dismissed
 * until it looks different.
 */
export async function putDrift(tx: Db, drift: NewDrift): Promise<{ state: DriftState; isNew: boolean }> {
  const values = [drift.runId, drift.instance, drift.kind, drift.externalId, drift.subject];
  const offered = await tx.query<{ state: DriftState }>(
    `update drift set run_id = case when state = 'open' then $1::uuid else run_id end
     where instance = $2 and kind = $3 and external_id = $4 and subject = $5 and state in ('open', 'dismissed')
     returning state`,
    values,
  );
  if (offered.rows[0]) return { state: offered.rows[0].state, isNew: false };
  const { rowCount } = await tx.query(
    `insert into drift (id, run_id, instance, kind, external_id, subject, what, state, complaint_id, delivery_id, sentence)
     values ($6, $1, $2, $3, $4, $5, $7, $8, $9, $10, $11) on conflict do nothing`,
    [...values, uuidv7(), drift.what, drift.state, drift.complaintId, drift.deliveryId, drift.sentence],
  );
  return { state: drift.state, isNew: rowCount === 1 };
}

/** Closes what was offered and is found equal now. */
export async function settleDrift(tx: Db, deliveryIds: string[]): Promise<void> {
  await tx.query({
    name: 'settle-drift',
    text: `update drift set state = 'settled', closed_at = clock_timestamp()
           where delivery_id = any($1::uuid[]) and state = 'open'`,
    values: [deliveryIds],
  });
}

/** A run that looked at every case did not meet these again. Replies are looked at only where a case changed. */
export async function settleUnmet(tx: Db, runId: string, instance: string): Promise<void> {
  await tx.query(
    `update drift set state = 'settled', closed_at = clock_timestamp()
     where instance = $2 and state = 'open' and run_id <> $1 and kind <> 'missing_reply' and what <> 'reply'`,
    [runId, instance],
  );
}

export interface Dismissed {
  instance: string;
  complaintId: string | null;
  externalId: string;
  sentence: string;
}

export async function dismissOpen(tx: Db, id: string, reason: string, by: string): Promise<Dismissed | undefined> {
  const { rows } = await tx.query<Dismissed>(
    `update drift set state = 'dismissed', reason = $2, closed_by = $3, closed_at = clock_timestamp()
     where id = $1 and state = 'open'
     returning instance, complaint_id as "complaintId", external_id as "externalId", sentence`,
    [id, reason, by],
  );
  return rows[0];
}

export async function driftExists(db: Db, id: string): Promise<boolean> {
  const { rows } = await db.query('select from drift where id = $1', [id]);
  return rows.length > 0;
}

/** Whether this delivery was found missing before: what was sent again once is not sent again by itself. */
export async function wasMissedBefore(db: Db, deliveryId: string, runId: string): Promise<boolean> {
  const { rows } = await db.query('select from drift where delivery_id = $1 and run_id <> $2 limit 1', [
    deliveryId,
    runId,
  ]);
  return rows.length > 0;
}

/** Whether the delivery's event brought files, which on some platforms follow in deliveries of their own. */
export async function hasFiles(db: Db, deliveryId: string): Promise<boolean> {
  const { rows } = await db.query(
    'select from outbox o join attachment a on a.event_id = o.event_id where o.id = $1 limit 1',
    [deliveryId],
  );
  return rows.length > 0;
}

/** Puts a delivery back as one that may or may not have arrived: it is settled before anything is sent. */
export async function sendAgain(tx: Db, deliveryId: string): Promise<Due[]> {
  const { rows } = await tx.query<Due>(
    `update outbox set state = 'waiting', run_at = now(), attempts = 0, unsettled = true, failure = null, reason = null,
       done_at = null
     where id = $1 and state = 'done' returning lane, instance`,
    [deliveryId],
  );
  return rows;
}

/** What became of a message that was kept before under the same id. */
export async function messageState(db: Db, instance: string, deliveryId: string): Promise<string | undefined> {
  const { rows } = await db.query<{ state: string }>(
    'select state from inbox where instance = $1 and delivery_id = $2',
    [instance, deliveryId],
  );
  return rows[0]?.state;
}
