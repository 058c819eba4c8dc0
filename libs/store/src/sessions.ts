import { v7 as uuidv7 } from 'uuid';
import type { Account } from './accounts.ts';
import type { Db } from './db.ts';

/** How long a session lives: unused, and at all. */
export interface SessionLimits {
  idleMs: number;
  longestMs: number;
}

export interface HeldSession {
  id: string;
  account: Account;
  /** False once it was ended, ran out, or its account was disabled. */
  isLive: boolean;
}

const TOUCH_EVERY = `interval '1 minute'`;
/** Ended sessions are kept this long past their time, so that the use of a stolen one is still told apart. */
const KEPT = `interval '30 days'`;

const IS_LIVE = `s.ended_at is null and a.disabled_at is null
  and s.seen_at > now() - $2 * interval '1 ms' and s.created_at > now() - $3 * interval '1 ms'`;

export async function insertSession(
  tx: Db,
  session: { accountId: string; tokenHash: Buffer; address: string | null; agent: string | null },
  { longestMs }: SessionLimits,
): Promise<string> {
  const id = uuidv7();
  const { accountId, tokenHash, address, agent } = session;
  await tx.query(`delete from session where created_at < now() - $1 * interval '1 ms' - ${KEPT}`, [longestMs]);
  await tx.query(`insert into session (id, account_id, token_hash, address, agent) values ($1, $2, $3, $4, $5)`, [
    id,
    accountId,
    tokenHash,
    address,
    agent,
  ]);
  return id;
}

/** Whose session it is, read anew for each request: a changed role or a disabled account counts at once. */
export async function sessionByToken(
  db: Db,
  tokenHash: Buffer,
  { idleMs, longestMs }: SessionLimits,
): Promise<HeldSession | undefined> {
  const { rows } = await db.query<{ sessionId: string; isLive: boolean; isStale: boolean } & Account>({
    name: 'session-by-token',
    text: `select s.id as "sessionId", ${IS_LIVE} as "isLive", s.seen_at < now() - ${TOUCH_EVERY} as "isStale",
             a.id, a.email, a.name, a.role, a.opd, a.kecamatan
           from session s join account a on a.id = s.account_id where s.token_hash = $1`,
    values: [tokenHash, idleMs, longestMs],
  });
  const [row] = rows;
  if (!row) return undefined;
  const { sessionId, isLive, isStale, ...account } = row;
  // Not at each request: that would be a write for every read.
  if (isLive && isStale) await db.query('update session set seen_at = now() where id = $1', [sessionId]);
  return { id: sessionId, account, isLive };
}

/** Whose session it is as long as it lives; asking does not keep it alive. */
export async function liveAccount(
  db: Db,
  sessionId: string,
  { idleMs, longestMs }: SessionLimits,
): Promise<Account | undefined> {
  const { rows } = await db.query<Account>({
    name: 'live-account',
    text: `select a.id, a.email, a.name, a.role, a.opd, a.kecamatan
           from session s join account a on a.id = s.account_id where s.id = $1 and ${IS_LIVE}`,
    values: [sessionId, idleMs, longestMs],
  });
  return rows[0];
}

/** True the first time that a session which is over is used in vain. */
export async function noteRefusal(db: Db, id: string): Promise<boolean> {
  const noted = await db.query('update session set refused_at = now() where id = $1 and refused_at is null', [id]);
  return noted.rowCount === 1;
}

export async function endSession(tx: Db, id: string): Promise<boolean> {
  const { rowCount } = await tx.query('update session set ended_at = now() where id = $1 and ended_at is null', [id]);
  return rowCount === 1;
}

export interface OpenSession {
  id: string;
  address: string | null;
  agent: string | null;
  created_at: Date;
  seen_at: Date;
}

/** The live sessions of an account, the one used last first. */
export async function openSessions(
  db: Db,
  accountId: string,
  { idleMs, longestMs }: SessionLimits,
): Promise<OpenSession[]> {
  const { rows } = await db.query<OpenSession>(
    `select s.id, s.address, s.agent, s.created_at, s.seen_at from session s join account a on a.id = s.account_id
     where a.id = $1 and ${IS_LIVE} order by s.seen_at desc, s.id desc`,
    [accountId, idleMs, longestMs],
  );
  return rows;
}

export async function sessionOwner(db: Db, id: string): Promise<{ id: string; email: string } | undefined> {
  const { rows } = await db.query<{ id: string; email: string }>(
    'select a.id, a.email from session s join account a on a.id = s.account_id where s.id = $1',
    [id],
  );
  return rows[0];
}

/** How many ended; `except` goes on. */
export async function endSessions(tx: Db, accountId: string, except: string | null = null): Promise<number> {
  const { rowCount } = await tx.query(
    `update session set ended_at = now()
     where account_id = $1 and ended_at is null and id is distinct from $2::uuid`,
    [accountId, except],
  );
  return rowCount ?? 0;
}
