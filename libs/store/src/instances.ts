import type { Db } from './db.ts';

const BREAKER_OPENS_AFTER = 5;
const PROBE = `interval '10 seconds'`;

/** Makes sure that each configured instance has its row. */
export async function registerInstances(
  db: Db,
  instances: Iterable<{ name: string; connector: string }>,
): Promise<void> {
  for (const { name, connector } of instances) {
    await db.query(
      `insert into instance (name, connector) values ($1, $2)
       on conflict (name) do update set connector = excluded.connector`,
      [name, connector],
    );
  }
}

export async function pauseInstance(tx: Db, name: string, reason: string, by: string): Promise<boolean> {
  const { rowCount } = await tx.query(
    `update instance set state = 'paused', paused_reason = $2, paused_by = $3, paused_at = now()
     where name = $1 and state = 'active'`,
    [name, reason, by],
  );
  return rowCount === 1;
}

export async function resumeInstance(tx: Db, name: string): Promise<boolean> {
  const { rowCount } = await tx.query(
    `update instance set state = 'active', paused_reason = null, paused_by = null, paused_at = null,
       breaker_failures = 0, breaker_until = null, throttled_until = null
     where name = $1 and state = 'paused'`,
    [name],
  );
  return rowCount === 1;
}

/**
 * Counts a failure; the fifth in a row opens the breaker for ten seconds, after which one delivery at a time may try.
 * While it is open nothing counts: what failed together is one outage, not many.
 */
export async function countFailure(tx: Db, name: string): Promise<{ opened: boolean }> {
  const { rows } = await tx.query<{ opened: boolean }>(
    `with was as (select coalesce(breaker_until > now(), false) as open from instance where name = $1 for update)
     update instance set
       breaker_failures = breaker_failures + case when was.open then 0 else 1 end,
       breaker_until = case when was.open then breaker_until
                            when breaker_failures + 1 >= ${BREAKER_OPENS_AFTER} then now() + ${PROBE} end
     from was where name = $1
     returning not was.open and breaker_failures = ${BREAKER_OPENS_AFTER} as opened`,
    [name],
  );
  return { opened: rows[0]?.opened ?? false };
}

/** Who answers again can be read again: what stopped that is no news any more. */
export async function countSuccess(tx: Db, name: string): Promise<void> {
  await tx.query({
    name: 'count-success',
    text: `update instance set breaker_failures = 0, breaker_until = null, poll_error = null
           where name = $1 and breaker_failures > 0`,
    values: [name],
  });
}

/** In a query on `instance`: it takes nothing now, being paused or throttled, or its breaker is open. */
export const HELD = `(state <> 'active' or coalesce(breaker_until > now(), false) or coalesce(throttled_until > now(), false))`;

/** Whether the instance takes nothing now. */
export async function isHeld(db: Db, name: string): Promise<boolean> {
  const { rows } = await db.query<{ held: boolean }>({
    name: 'is-held',
    text: `select ${HELD} as held from instance where name = $1`,
    values: [name],
  });
  return rows[0]?.held ?? true;
}

/** After the breaker's time one delivery at a time may try; true for the one that may. */
export async function mayProbe(db: Db, name: string, failures: number): Promise<boolean> {
  if (failures < BREAKER_OPENS_AFTER) return true;
  const { rowCount } = await db.query(
    `update instance set breaker_until = now() + ${PROBE}
     where name = $1 and (breaker_failures < ${BREAKER_OPENS_AFTER} or coalesce(breaker_until <= now(), true))`,
    [name],
  );
  return rowCount === 1;
}

export async function throttleInstance(tx: Db, name: string, until: Date): Promise<void> {
  await tx.query(`update instance set throttled_until = greatest(coalesce(throttled_until, $2), $2) where name = $1`, [
    name,
    until,
  ]);
}

export interface PollTurn {
  cursor: string | null;
  fence: string;
}

const POLL_LEASE = `interval '8 seconds'`;

/** Takes the turn to poll an instance, which one process at a time has; nothing where it is not due. */
export async function takePollTurn(db: Db, name: string, everyMs: number): Promise<PollTurn | undefined> {
  const { rows } = await db.query<PollTurn>({
    name: 'poll-turn',
    text: `update instance set poll_lease_until = now() + ${POLL_LEASE}, poll_fence = poll_fence + 1
           where name = $1 and state = 'active'
             and coalesce(poll_lease_until <= now(), true)
             and coalesce(polled_at <= now() - make_interval(secs => $2 / 1000.0), true)
             and coalesce(breaker_until <= now(), true) and coalesce(throttled_until <= now(), true)
           returning cursor, poll_fence as fence`,
    values: [name, everyMs],
  });
  return rows[0];
}

/** Keeps the turn while the platform takes its time. */
export async function renewPollTurn(db: Db, name: string, fence: string): Promise<void> {
  await db.query(`update instance set poll_lease_until = now() + ${POLL_LEASE} where name = $1 and poll_fence = $2`, [
    name,
    fence,
  ]);
}

/** Moves the cursor in the transaction that kept the page; false where the turn was lost. */
export async function moveCursor(tx: Db, name: string, fence: string, cursor: string): Promise<boolean> {
  const { rowCount } = await tx.query({
    name: 'move-cursor',
    text: `update instance set cursor = $3, poll_lease_until = now() + ${POLL_LEASE}
           where name = $1 and poll_fence = $2`,
    values: [name, fence, cursor],
  });
  return rowCount === 1;
}

/** `error`: what is wrong there, `null` where nothing is; what stood there stays where it is not known. */
export async function endPollTurn(
  tx: Db,
  name: string,
  fence: string,
  error: string | null | undefined,
): Promise<void> {
  await tx.query({
    name: 'end-poll-turn',
    text: `update instance set polled_at = now(), poll_lease_until = null,
             poll_error = case when $4 then $3 else poll_error end
           where name = $1 and poll_fence = $2`,
    values: [name, fence, error ?? null, error !== undefined],
  });
}

export async function touchHeard(tx: Db, name: string): Promise<void> {
  await tx.query({
    name: 'touch-heard',
    text: `update instance set heard_at = now() where name = $1 and coalesce(heard_at < now() - interval '5 seconds', true)`,
    values: [name],
  });
}

export interface StoredToken {
  token: Buffer;
  expiresAt: Date;
}

/** Locks the instance's token row: whoever holds it is the only one who asks the platform for a new token. */
export async function holdToken(tx: Db, name: string): Promise<StoredToken | undefined> {
  await tx.query('select pg_advisory_xact_lock(hashtext($1), 2)', [name]);
  const { rows } = await tx.query<{ token: Buffer | null; expires: Date | null }>(
    'select token, token_expires_at as expires from instance where name = $1',
    [name],
  );
  const row = rows[0];
  return row?.token && row.expires ? { token: row.token, expiresAt: row.expires } : undefined;
}

export async function saveToken(tx: Db, name: string, { token, expiresAt }: StoredToken): Promise<void> {
  await tx.query('update instance set token = $2, token_expires_at = $3 where name = $1', [name, token, expiresAt]);
}
