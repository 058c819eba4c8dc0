import { v7 as uuidv7 } from 'uuid';
import { type AuditRow, INSERT_AUDIT, json } from './audit.ts';
import type { Db } from './db.ts';

/** What is put in the outbox: pure data about one event, without anybody's identity. */
export interface NewDelivery {
  /** Made where it is not given. */
  id?: string;
  lane: string;
  /** `null` for what is said to somebody whose complaint is none yet. */
  complaintId: string | null;
  instance: string;
  kind: string;
  eventId: string | null;
  body: object;
  rule?: string | undefined;
  traceId: string;
}

export interface Delivery extends Omit<NewDelivery, 'body'> {
  id: string;
  body: Record<string, unknown>;
  attempts: number;
  /** An earlier try may have arrived: settle that first. */
  unsettled: boolean;
  fence: string;
  since: string | null;
  triedAt: Date | null;
  /** How the last try ended, if there was one. */
  failure: string | null;
  createdAt: Date;
  /** At or over the breaker's limit: this one is the probe. */
  breakerFailures: number;
}

/** A delivery about a complaint: all but what is said to somebody whose complaint is none yet. */
export type CaseDelivery = Delivery & { complaintId: string };

/** Deliveries of one complaint to one instance leave strictly in this order. */
export const laneOf = (complaintId: string, instance: string): string => `${complaintId}:${instance}`;

export async function putDeliveries(tx: Db, deliveries: NewDelivery[]): Promise<void> {
  await tx.query({
    name: 'put-outbox',
    text: `insert into outbox (id, lane, complaint_id, instance, kind, event_id, body, rule, trace_id)
           select id, lane, "complaintId", instance, kind, "eventId", body, rule, "traceId"
           from rows from (jsonb_to_recordset($1) as (id uuid, lane text, "complaintId" uuid, instance text, kind text,
             "eventId" uuid, body jsonb, rule text, "traceId" text)) with ordinality as d
           order by ordinality`,
    values: [json(deliveries.map((delivery) => ({ id: uuidv7(), ...delivery })))],
  });
}

const LEASE = `interval '8 seconds'`;

const RETURNING = `o.id, o.lane, o.complaint_id as "complaintId", o.instance, o.kind, o.event_id as "eventId", o.body,
  o.attempts, o.unsettled, o.fence, o.since, o.failure, o.rule, o.trace_id as "traceId", o.created_at as "createdAt"`;

/**
 * Takes the next delivery of a lane for eight seconds, or nothing.
 *
 * Deliveries of a lane leave strictly in order: each waits for every earlier one, parked ones included, so a reply
 * can't overtake the complaint it belongs to. A lease that ran out means that its worker died: the delivery may have
 * arrived. The head is found first and locked then: to skip a locked head would be to overtake it. Nothing is taken while the instance is paused, throttled, or its breaker is open.
 */
export async function claimDelivery(db: Db, lane: string): Promise<Delivery | undefined> {
  const { rows } = await db.query<Delivery>({
    name: 'claim-outbox',
    text: `with head as (
             select id, unsettled or state = 'sending' as unsettled, tried_at from outbox
             where id = (select id from outbox where lane = $1 and state not in ('done', 'skipped') order by seq limit 1)
               and state not in ('done', 'skipped')
             for update skip locked
           )
           update outbox o set state = 'sending', lease_until = clock_timestamp() + ${LEASE}, fence = o.fence + 1,
             unsettled = head.unsettled, since = coalesce(o.since, i.cursor),
             tried_at = case when head.unsettled then o.tried_at else clock_timestamp() end
           from head, instance i
           where o.id = head.id and i.name = o.instance and i.state = 'active'
             and coalesce(i.breaker_until <= clock_timestamp(), true)
             and coalesce(i.throttled_until <= clock_timestamp(), true)
             and (o.state = 'waiting' and o.run_at <= clock_timestamp()
                  or o.state = 'sending' and o.lease_until < clock_timestamp())
           returning ${RETURNING}, head.tried_at as "triedAt", i.breaker_failures as "breakerFailures"`,
    values: [lane],
  });
  return rows[0];
}

/** Prolongs the leases of the deliveries that this process is working on. */
export async function renewLeases(db: Db, held: { id: string; fence: string }[]): Promise<void> {
  await db.query(
    `update outbox set lease_until = clock_timestamp() + ${LEASE}
     from unnest($1::uuid[], $2::bigint[]) as mine(id, fence)
     where outbox.id = mine.id and outbox.fence = mine.fence and state = 'sending'`,
    [held.map(({ id }) => id), held.map(({ fence }) => fence)],
  );
}

/** Somebody else took the delivery since: whatever this worker learnt comes too late. */
export class FencedError extends Error {
  override readonly name = 'FencedError';
}

export interface Ending {
  state: 'waiting' | 'parked' | 'uncertain' | 'done' | 'skipped';
  attempts?: number | undefined;
  unsettled?: boolean | undefined;
  runAt?: Date | undefined;
  failure?: string | undefined;
  reason?: string | undefined;
  /** By what the platform will show it. */
  echoes?: string[] | undefined;
  /** True where this try itself may have arrived: the time to settle counts from now. */
  triedJustNow?: boolean | undefined;
}

/** Ends a claim. Throws {@link FencedError} where the lease was lost meanwhile. */
export async function endClaim(tx: Db, { id, fence, attempts }: Delivery, ending: Ending): Promise<void> {
  const { rowCount } = await tx.query({
    name: 'end-claim',
    text: `update outbox set state = $3, attempts = $4, unsettled = $5, run_at = coalesce($6, run_at), failure = $7,
             reason = $8, lease_until = null, echoes = echoes || $10::text[],
             tried_at = case when $9 then clock_timestamp() else tried_at end,
             done_at = case when $3 in ('done', 'skipped') then clock_timestamp() end
           where id = $1 and fence = $2 and state = 'sending'`,
    values: [
      id,
      fence,
      ending.state,
      ending.attempts ?? attempts,
      ending.unsettled ?? false,
      ending.runAt ?? null,
      ending.failure ?? null,
      ending.reason ?? null,
      ending.triedJustNow ?? false,
      ending.echoes ?? null,
    ],
  });
  if (rowCount !== 1) throw new FencedError('The delivery was taken over');
}

export interface Arrival {
  /** The case on the platform. */
  externalId: string;
  /** By what the platform will tell us of our own write. */
  echoes: { id: string; type: string }[];
  audit: AuditRow;
}

/**
 * Messages of a case that wait for a receipt; those that another transaction is waking are left to it. To wake those of
 * other cases too would write all that waits anew for each receipt.
 */
const WAITS_FOR_RECEIPT = (instance: string, isOfCase: string): string =>
  `select id from inbox where instance = ${instance} and state = 'waiting' and code = 'in_flight' and ${isOfCase}
   order by id for update skip locked`;

/** What the platform told meanwhile of this case may have waited for this receipt; `null`: of no case. */
export async function wakeWaiting(tx: Db, instance: string, caseKey: string | null): Promise<void> {
  const isOfCase = caseKey === null ? 'case_key is null' : 'case_key = $2';
  await tx.query({
    name: caseKey === null ? 'wake-waiting' : 'wake-waiting-case',
    text: `update inbox set run_at = now() where id in (${WAITS_FOR_RECEIPT('$1', isOfCase)})`,
    values: caseKey === null ? [instance] : [instance, caseKey],
  });
}

/**
 * Ends a claim that arrived and changed nothing but that it arrived, in one statement and so in one commit: the
 * delivery, the ids of its echo, the breaker, whoever waited for this answer, the audit. The complaint is locked first,
 * as by everything that writes about it. Resolves with whether nothing is left in the lane.
 *
 * The commit does not wait for the disk: should a crash take it back, the claim, which did wait, is found with its lease
 * run out, and is settled like that of a worker that died.
 */
export async function endArrived(
  db: Db,
  delivery: CaseDelivery,
  { externalId, echoes, audit: row }: Arrival,
): Promise<boolean> {
  const { rows } = await db.query<{ ended: number; isLast: boolean }>({
    name: 'end-arrived',
    text: `with locked as materialized (
             select id from complaint where id = $3 for no key update
           ), ended as (
             update outbox set state = 'done', unsettled = false, failure = null, reason = null, lease_until = null,
               done_at = clock_timestamp(), echoes = echoes || $7::text[]
             from locked where outbox.id = $1 and fence = $2 and state = 'sending' returning outbox.id
           ), echo as (
             insert into event (id, complaint_id, instance, event_id, type, at, body, effect, inbox_id)
             select row_id, $3, $4, event_id, type, now(), null, 'echo', null
             from unnest($6::uuid[], $7::text[], $8::text[]) as e(row_id, event_id, type), ended
             on conflict (instance, event_id) do nothing
           ), healed as (
             update instance set breaker_failures = 0, breaker_until = null
             from ended where name = $4 and breaker_failures > 0
           ), woken as (
             update inbox set run_at = now() where id in (${WAITS_FOR_RECEIPT('$4', 'case_key = $10')})
               and exists (select from ended)
           ), audited as (
             ${INSERT_AUDIT('$9')}, ended
           )
           select (select count(*)::int from ended) as ended, set_config('synchronous_commit', 'off', true),
                  not exists (select from outbox where lane = $5 and state not in ('done', 'skipped') and id <> $1)
                    as "isLast"`,
    values: [
      delivery.id,
      delivery.fence,
      delivery.complaintId,
      delivery.instance,
      delivery.lane,
      echoes.map(() => uuidv7()),
      echoes.map(({ id }) => id),
      echoes.map(({ type }) => type),
      json([row]),
      externalId,
    ],
  });
  if (rows[0]?.ended !== 1) throw new FencedError('The delivery was taken over');
  return rows[0].isLast;
}

export interface Due {
  lane: string;
  instance: string;
}

/**
 * Lanes whose next delivery is due and that nobody rang for: retries, ended pauses, dead workers' work; the oldest
 * first. `isOld`: what is told there happened longer than `oldAfterMs` ago.
 */
export async function dueLanes(db: Db, limit: number, oldAfterMs: number): Promise<(Due & { isOld: boolean })[]> {
  const { rows } = await db.query<Due & { isOld: boolean }>({
    name: 'due-lanes',
    text: `select due.lane, i.name as instance, exists (
             select from event where id = due.event_id and at < now() - make_interval(secs => $2 / 1000.0)
           ) as "isOld"
           from instance i cross join lateral (
             select o.lane, o.event_id, o.run_at from outbox o
             where o.instance = i.name
               and (o.state = 'waiting' and o.run_at <= now() - interval '500 milliseconds'
                    or o.state = 'sending' and o.lease_until < now())
               and not exists (select from outbox earlier where earlier.lane = o.lane and earlier.seq < o.seq
                               and earlier.state not in ('done', 'skipped'))
             order by o.run_at limit $1
           ) as due
           where i.state = 'active' and coalesce(i.breaker_until <= now(), true)
             and coalesce(i.throttled_until <= now(), true)
           order by due.run_at`,
    values: [limit, oldAfterMs],
  });
  return rows;
}

export interface InFlight {
  complaintId: string;
  kind: string;
  state: string;
  text: string | null;
}

/** What an instance told before, what may be its echo, and what waits: read together, so that nothing slips between. */
export interface Known {
  /** Those of the events that the instance told before or that are echoes of our own writes. */
  events: Set<string>;
  /** Deliveries to the instance that may or may not have arrived. */
  flights: InFlight[];
  /** Messages that wait, by case: later messages of the same case wait behind them. */
  waiting: Map<string, Set<string>>;
}

export async function knownOf(tx: Db, instance: string, eventIds: string[], complaintIds: string[]): Promise<Known> {
  const { rows } = await tx.query<{
    events: string[];
    flights: InFlight[];
    waiting: Record<string, string[]>;
  }>({
    name: 'known-of',
    text: `select
             array(select event_id from event where instance = $1 and event_id = any($2::text[])) as events,
             (select coalesce(json_agg(json_build_object('complaintId', complaint_id, 'kind', kind, 'state', state,
                       'text', body ->> 'text')), '[]')
              from outbox where lane = any($3::text[]) and state not in ('done', 'skipped')
                and (state = 'sending' or unsettled)) as flights,
             (select coalesce(json_object_agg(case_key, ids), '{}') from (
                select case_key, array_agg(id::text) as ids from inbox
                where instance = $1 and state = 'waiting' and case_key is not null group by case_key
              ) as w) as waiting`,
    values: [instance, eventIds, complaintIds.map((id) => laneOf(id, instance))],
  });
  const [row] = rows;
  const waiting = Object.entries(row?.waiting ?? {}).map(([key, ids]): [string, Set<string>] => [key, new Set(ids)]);
  return {
    events: new Set(row?.events),
    flights: row?.flights ?? [],
    waiting: new Map(waiting),
  };
}

/** Whether a create to the instance is under way whose answer we don't have: an unknown case may be ours. */
export async function isCreating(tx: Db, instance: string): Promise<boolean> {
  const { rows } = await tx.query(
    `select from outbox where instance = $1 and kind = 'opened' and (state = 'sending' or unsettled)
     and state not in ('done', 'skipped') limit 1`,
    [instance],
  );
  return rows.length > 0;
}

/** Deliveries that waited for the files of an event can go now; the lanes to ring. */
export async function releaseEvent(tx: Db, eventId: string): Promise<Due[]> {
  const { rows } = await tx.query<Due>(
    `update outbox set run_at = now() where event_id = $1 and state = 'waiting' and kind <> 'fetch' and attempts = 0
     returning lane, instance`,
    [eventId],
  );
  return rows;
}

/** What waits behind a create that a person gave up can't arrive either. */
export async function skipLane(tx: Db, lane: string, reason: string): Promise<void> {
  await tx.query(
    `update outbox set state = 'skipped', reason = $2, done_at = clock_timestamp()
     where lane = $1 and state in ('waiting', 'parked', 'uncertain')`,
    [lane, reason],
  );
}
