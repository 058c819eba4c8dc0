import type { Db } from './db.ts';
import { HELD } from './instances.ts';
import { FencedError } from './outbox.ts';

/** A comparison under way, as the process that has its lease knows it. */
export interface Run {
  id: string;
  instance: string;
  phase: 'there' | 'here';
  acceptsFewer: boolean;
  /** Where the platform's list goes on; `null` at its start. */
  cursor: string | null;
  /** The list told single changes rather than cases. */
  tellsChanges: boolean;
  /** The external id of the last link that was looked at. */
  after: string;
  listed: number;
  fetched: number;
  failures: number;
  /** How often the list had to be read from its start again. */
  restarts: number;
  fence: string;
  traceId: string;
  startedAt: Date;
  askedBy: string;
}

const COLUMNS = `id, instance, phase, accepts_fewer as "acceptsFewer", cursor, tells_changes as "tellsChanges", after,
  listed, fetched, failures, restarts, fence, trace_id as "traceId", started_at as "startedAt", asked_by as "askedBy"`;

const LEASE = `interval '20 seconds'`;

/** The run that is now under way for the instance, and whether this call began it. */
export async function beginRun(
  db: Db,
  run: { id: string; instance: string; askedBy: string; acceptsFewer: boolean; traceId: string },
): Promise<{ id: string; isNew: boolean }> {
  const { rowCount } = await db.query(
    `insert into reconciliation (id, instance, asked_by, accepts_fewer, trace_id) values ($1, $2, $3, $4, $5)
     on conflict (instance) where state = 'running' do nothing`,
    [run.id, run.instance, run.askedBy, run.acceptsFewer, run.traceId],
  );
  if (rowCount === 1) return { id: run.id, isNew: true };
  const { rows } = await db.query<{ id: string }>(
    `select id from reconciliation where instance = $1 and state = 'running'`,
    [run.instance],
  );
  return rows[0] ? { id: rows[0].id, isNew: false } : beginRun(db, run);
}

/** Whether no run of the instance was begun since `due`. An instance that is newer than that is not due. */
export async function isRunDue(db: Db, instance: string, due: Date): Promise<boolean> {
  const { rows } = await db.query({
    name: 'is-run-due',
    text: `select from instance where name = $1 and created_at < $2
           and not exists (select from reconciliation where instance = $1 and (started_at >= $2 or state = 'running'))`,
    values: [instance, due],
  });
  return rows.length > 0;
}

/** Takes the instance's run for twenty seconds; one whose lease ran out goes on where its last commit left it. */
export async function claimRun(db: Db, instance: string): Promise<Run | undefined> {
  const { rows } = await db.query<Run>({
    name: 'claim-run',
    text: `update reconciliation set lease_until = clock_timestamp() + ${LEASE}, fence = fence + 1
           where instance = $1 and state = 'running' and run_at <= now() and coalesce(lease_until <= now(), true)
           returning ${COLUMNS}`,
    values: [instance],
  });
  return rows[0];
}

/** Throws {@link FencedError} where another process has the run now. */
export async function renewRun(db: Db, { id, fence }: Run): Promise<void> {
  const { rowCount } = await db.query({
    name: 'renew-run',
    text: `update reconciliation set lease_until = clock_timestamp() + ${LEASE} where id = $1 and fence = $2
           and state = 'running'`,
    values: [id, fence],
  });
  if (rowCount !== 1) throw new FencedError('The reconciliation was taken over');
}

/** Keeps how far the run has come, in the transaction of what it did. Throws where the lease was lost. */
export async function saveRun(tx: Db, run: Run): Promise<void> {
  const { rowCount } = await tx.query({
    name: 'save-run',
    text: `update reconciliation set phase = $3, cursor = $4, tells_changes = $5, after = $6, listed = $7, fetched = $8,
             failures = $9, restarts = $10, lease_until = clock_timestamp() + ${LEASE}
           where id = $1 and fence = $2 and state = 'running'`,
    values: [
      run.id,
      run.fence,
      run.phase,
      run.cursor,
      run.tellsChanges,
      run.after,
      run.listed,
      run.fetched,
      run.failures,
      run.restarts,
    ],
  });
  if (rowCount !== 1) throw new FencedError('The reconciliation was taken over');
}

/** Lets any process go on with the run from `runAt`. */
export async function releaseRun(db: Db, { id, fence, failures }: Run, runAt: Date): Promise<void> {
  await db.query(
    `update reconciliation set lease_until = null, run_at = $3, failures = $4 where id = $1 and fence = $2`,
    [id, fence, runAt, failures],
  );
}

export async function endRun(
  tx: Db,
  { id, fence }: Run,
  state: 'done' | 'halted' | 'failed',
  reason: string | null,
): Promise<void> {
  const { rowCount } = await tx.query(
    `update reconciliation set state = $3, reason = $4, lease_until = null, finished_at = clock_timestamp()
     where id = $1 and fence = $2 and state = 'running'`,
    [id, fence, state, reason],
  );
  if (rowCount !== 1) throw new FencedError('The reconciliation was taken over');
  await tx.query('delete from reconciliation_seen where run_id = $1', [id]);
}

/** How many cases the list is expected to hold: those of the last whole run, else what is linked there. */
export async function expectedCases(db: Db, instance: string): Promise<number> {
  const { rows } = await db.query<{ n: number }>(
    `select coalesce(
       (select listed from reconciliation where instance = $1 and state = 'done' order by started_at desc limit 1),
       (select count(*)::int from link where instance = $1 and state = 'open' and external_id is not null)) as n`,
    [instance],
  );
  return rows[0]?.n ?? 0;
}

/** Notes cases that the list holds; how many of them are new to this run. */
export async function noteSeen(tx: Db, runId: string, externalIds: string[]): Promise<number> {
  const { rowCount } = await tx.query({
    name: 'note-seen',
    text: `insert into reconciliation_seen (run_id, external_id) select $1, unnest($2::text[]) on conflict do nothing`,
    values: [runId, [...new Set(externalIds)]],
  });
  return rowCount ?? 0;
}

export interface SeenReply {
  externalId: string;
  replyId: string;
  digest: Buffer;
}

/** Notes replies of ours that were met among single changes, to be compared once all changes were read. */
export async function noteSeenReplies(tx: Db, runId: string, replies: SeenReply[]): Promise<void> {
  await tx.query({
    name: 'note-seen-replies',
    text: `insert into reconciliation_seen (run_id, external_id, reply_id, digest)
           select $1, * from unnest($2::text[], $3::text[], $4::bytea[]) on conflict do nothing`,
    values: [
      runId,
      replies.map(({ externalId }) => externalId),
      replies.map(({ replyId }) => replyId),
      replies.map(({ digest }) => digest),
    ],
  });
}

export async function seenReplies(db: Db, runId: string, externalIds: string[]): Promise<SeenReply[]> {
  const { rows } = await db.query<SeenReply>({
    name: 'seen-replies',
    text: `select external_id as "externalId", reply_id as "replyId", digest from reconciliation_seen
           where run_id = $1 and external_id = any($2::text[]) and digest is not null`,
    values: [runId, externalIds],
  });
  return rows;
}

export interface LinkedCase {
  complaintId: string;
  externalId: string;
  createdAt: Date;
  isSeen: boolean;
}

/** The open links of an instance, some at a time, in the order of their external ids. */
export async function linkedCases(db: Db, { id, instance, after }: Run, limit: number): Promise<LinkedCase[]> {
  const { rows } = await db.query<LinkedCase>({
    name: 'linked-cases',
    text: `select l.complaint_id as "complaintId", l.external_id as "externalId", l.created_at as "createdAt",
                  exists (select from reconciliation_seen s
                          where s.run_id = $4 and s.external_id = l.external_id and s.reply_id = '') as "isSeen"
           from link l
           where l.instance = $1 and l.external_id > $2 and l.state = 'open' order by l.external_id limit $3`,
    values: [instance, after, limit, id],
  });
  return rows;
}

/** Up to which change of the platform's clock each case was compared. */
export async function reconciledTo(db: Db, instance: string, externalIds: string[]): Promise<Map<string, Date>> {
  const { rows } = await db.query<{ external_id: string; reconciled_to: Date }>({
    name: 'reconciled-to',
    text: `select external_id, reconciled_to from link
           where instance = $1 and external_id = any($2::text[]) and reconciled_to is not null`,
    values: [instance, externalIds],
  });
  return new Map(rows.map((row) => [row.external_id, row.reconciled_to]));
}

export async function noteReconciled(tx: Db, instance: string, externalId: string, changedAt: Date): Promise<void> {
  await tx.query('update link set reconciled_to = $3 where instance = $1 and external_id = $2', [
    instance,
    externalId,
    changedAt,
  ]);
}

/** What was and is being delivered of one complaint to the instance. */
export interface LaneState {
  complaintId: string;
  /** Something is on its way or waits for a person. */
  isOpen: boolean;
  lastDoneAt: Date | null;
  /** `echoes`: by what the platform shows it. */
  replies: { id: string; text: string; kind: 'replied' | 'followed_up'; echoes: string[]; doneAt: Date }[];
}

export async function laneStates(db: Db, instance: string, complaintIds: string[]): Promise<LaneState[]> {
  const { rows } = await db.query<LaneState & { replies: { doneAt: string }[] | null }>({
    name: 'lane-states',
    text: `select complaint_id as "complaintId", bool_or(state not in ('done', 'skipped')) as "isOpen",
                  max(done_at) as "lastDoneAt",
                  coalesce(json_agg(json_build_object('id', id, 'text', body ->> 'text', 'kind', kind,
                                                              'echoes', coalesce(echoes, '{}'), 'doneAt', done_at)
                           order by seq) filter (where state = 'done' and kind in ('replied', 'followed_up')
                             -- What was said in an earlier case there is not missing in this one.
                             and done_at >= (select max(created_at) from link l
                                             where l.complaint_id = outbox.complaint_id and l.instance = $2)), '[]')
                    as replies
           from outbox
           where complaint_id = any($1::uuid[]) and instance = $2 and kind <> 'fetch' group by complaint_id`,
    values: [complaintIds, instance],
  });
  return rows.map((row) => ({
    ...row,
    replies: row.replies.map((reply) => ({ ...reply, doneAt: new Date(reply.doneAt) })),
  }));
}

/**
 * Whether live traffic has the instance: something waits to leave or to be read, or it may not be asked now.
 *
 * What waits behind another delivery of its lane can't leave: only a lane's head counts, and that when it is due. Each is
 * compared with its head, rather than asked for none before it, or all that was ever sent would be read in search of one.
 */
export async function isTaken(db: Db, instance: string): Promise<boolean> {
  const { rows } = await db.query<{ taken: boolean }>({
    name: 'is-taken',
    text: `select ${HELD}
             or coalesce((select true from inbox where instance = $1 and state = 'new' order by id + 0 limit 1), false)
             or exists (select from outbox o where o.instance = $1 and o.state in ('waiting', 'sending')
                          and o.run_at <= now()
                          and o.seq = (select min(head.seq) from outbox head
                                       where head.lane = o.lane and head.state not in ('done', 'skipped'))) as taken
           from instance where name = $1`,
    values: [instance],
  });
  return rows[0]?.taken ?? true;
}

/** Since when the hub listens to the instance. */
export async function listensSince(db: Db, instance: string): Promise<Date> {
  const { rows } = await db.query<{ created_at: Date }>('select created_at from instance where name = $1', [instance]);
  return rows[0]?.created_at ?? new Date();
}
