import { insertAccount, type Sealer, transaction } from '#store';
import type { Pool } from 'pg';
import { makeInvitation } from './invitations.ts';

/** Any number that the hub's processes agree on and nobody else uses. */
const FIRST_ADMIN_LOCK = 7_301_966;

/** The link by which the first admin sets a password; `null` where there is any account already. */
export function inviteFirstAdmin(pool: Pool, sealer: Sealer, email: string, publicUrl: string): Promise<string | null> {
  return transaction(pool, async (tx) => {
    await tx.query('select pg_advisory_xact_lock($1)', [FIRST_ADMIN_LOCK]);
    const { rowCount } = await tx.query('select from account limit 1');
    if (rowCount) return null;
    const admin = { email, name: 'Admin utama', role: 'admin_utama', opd: null, kecamatan: null } as const;
    const id = await insertAccount(tx, admin);
    return (await makeInvitation(tx, sealer, id, publicUrl)).url;
  });
}
