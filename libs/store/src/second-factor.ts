import type { Db } from './db.ts';

export interface SecondFactor {
  /** Sealed. */
  secret: Buffer;
  isConfirmed: boolean;
}

export async function secondFactor(db: Db, accountId: string): Promise<SecondFactor | undefined> {
  const { rows } = await db.query<SecondFactor>(
    `select totp as secret, totp_confirmed_at is not null as "isConfirmed" from account
     where id = $1 and totp is not null`,
    [accountId],
  );
  return rows[0];
}

/** False where one is in use already: it is taken away first, which is audited. */
export async function proposeSecondFactor(tx: Db, accountId: string, secret: Buffer): Promise<boolean> {
  const { rowCount } = await tx.query(
    'update account set totp = $2, totp_step = 0 where id = $1 and totp_confirmed_at is null',
    [accountId, secret],
  );
  return rowCount === 1;
}

export async function confirmSecondFactor(tx: Db, accountId: string): Promise<void> {
  await tx.query('update account set totp_confirmed_at = now() where id = $1', [accountId]);
}

/** What stands in for it goes with it. */
export async function removeSecondFactor(tx: Db, accountId: string): Promise<boolean> {
  await tx.query('delete from recovery_code where account_id = $1', [accountId]);
  const { rowCount } = await tx.query(
    'update account set totp = null, totp_confirmed_at = null, totp_step = 0 where id = $1 and totp is not null',
    [accountId],
  );
  return rowCount === 1;
}

/** False where the code of this step, or of a later one, was used before. */
export async function useStep(tx: Db, accountId: string, step: number): Promise<boolean> {
  const { rowCount } = await tx.query('update account set totp_step = $2 where id = $1 and totp_step < $2', [
    accountId,
    step,
  ]);
  return rowCount === 1;
}
