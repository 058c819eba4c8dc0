import { v7 as uuidv7 } from 'uuid';
import type { AccountRole } from './account-role.ts';
import type { Db } from './db.ts';

/** A person, without anything that proves who it is. */
export interface Account {
  id: string;
  email: string;
  name: string;
  role: AccountRole;
  opd: string | null;
  kecamatan: string | null;
}

export interface KnownAccount extends Account {
  password: string | null;
  disabled: boolean;
}

const KNOWN = `select id, email, name, role, opd, kecamatan, password, disabled_at is not null as disabled from account`;

export async function accountByEmail(db: Db, email: string): Promise<KnownAccount | undefined> {
  return (await db.query<KnownAccount>(`${KNOWN} where email = lower($1)`, [email])).rows[0];
}

/** The account, its row locked for the transaction. */
export async function holdAccount(tx: Db, id: string): Promise<KnownAccount | undefined> {
  return (await tx.query<KnownAccount>(`${KNOWN} where id = $1 for update`, [id])).rows[0];
}

/** Its id. A second account of one email breaks the unique rule of the table. */
export async function insertAccount(
  tx: Db,
  { email, name, role, opd, kecamatan }: Omit<Account, 'id'>,
): Promise<string> {
  const id = uuidv7();
  await tx.query(`insert into account (id, email, name, role, opd, kecamatan) values ($1, lower($2), $3, $4, $5, $6)`, [
    id,
    email,
    name,
    role,
    opd,
    kecamatan,
  ]);
  return id;
}

export async function saveAccount(tx: Db, account: Account & { disabled: boolean }): Promise<void> {
  const { id, name, role, opd, kecamatan, disabled } = account;
  await tx.query(
    `update account set name = $2, role = $3, opd = $4, kecamatan = $5,
       disabled_at = case when $6 then coalesce(disabled_at, now()) end
     where id = $1`,
    [id, name, role, opd, kecamatan, disabled],
  );
}

export async function saveName(tx: Db, id: string, name: string): Promise<void> {
  await tx.query('update account set name = $2 where id = $1', [id, name]);
}

export async function savePassword(tx: Db, id: string, password: string): Promise<void> {
  await tx.query('update account set password = $2 where id = $1', [id, password]);
}

/** Whether somebody else can still manage the accounts; the rows that say so are locked for the transaction. */
export async function hasOtherAdmin(tx: Db, id: string): Promise<boolean> {
  const { rows } = await tx.query<{ id: string }>(
    `select id from account where role = 'admin_utama' and disabled_at is null order by id for update`,
  );
  return rows.some((row) => row.id !== id);
}

/** Takes the place of earlier links to the same account, which open nothing any more. */
export async function insertInvitation(
  tx: Db,
  invitation: { tokenHash: Buffer; accountId: string; expiresAt: Date },
): Promise<void> {
  const { tokenHash, accountId, expiresAt } = invitation;
  await tx.query('delete from invitation where account_id = $1 and used_at is null', [accountId]);
  await tx.query('insert into invitation (token_hash, account_id, expires_at) values ($1, $2, $3)', [
    tokenHash,
    accountId,
    expiresAt,
  ]);
}

const IS_OPEN = `token_hash = $1 and used_at is null and expires_at > now()
  and account_id in (select id from account where disabled_at is null)`;

/** The account that a link is for; nothing where it is unknown, used, late, or its account disabled. */
export async function invitedAccount(db: Db, tokenHash: Buffer): Promise<KnownAccount | undefined> {
  const { rows } = await db.query<KnownAccount>(
    `${KNOWN} where id = (select account_id from invitation where ${IS_OPEN})`,
    [tokenHash],
  );
  return rows[0];
}

/** Uses a link up: of two who do so at once, one is told false. */
export async function takeInvitation(tx: Db, tokenHash: Buffer): Promise<boolean> {
  const { rowCount } = await tx.query(`update invitation set used_at = now() where ${IS_OPEN}`, [tokenHash]);
  return rowCount === 1;
}
