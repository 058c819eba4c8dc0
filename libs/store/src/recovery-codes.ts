import type { Db } from './db.ts';

/** These and no others from now on. */
export async function replaceRecoveryCodes(tx: Db, accountId: string, hashes: readonly Buffer[]): Promise<void> {
  await tx.query('delete from recovery_code where account_id = $1', [accountId]);
  await tx.query('insert into recovery_code (account_id, hash) select $1, unnest($2::bytea[])', [accountId, hashes]);
}

/** False where there is no such code, or where it was used before: of two that come at once, one is too late. */
export async function useRecoveryCode(tx: Db, accountId: string, hash: Buffer): Promise<boolean> {
  const { rowCount } = await tx.query(
    'update recovery_code set used_at = now() where account_id = $1 and hash = $2 and used_at is null',
    [accountId, hash],
  );
  return rowCount === 1;
}

export async function recoveryCodesLeft(db: Db, accountId: string): Promise<number> {
  const { rows } = await db.query<{ left: number }>(
    'select count(*)::int as left from recovery_code where account_id = $1 and used_at is null',
    [accountId],
  );
  return rows[0]?.left ?? 0;
}
