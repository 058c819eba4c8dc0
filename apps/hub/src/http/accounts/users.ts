import {
  type Account,
  type AccountRole,
  audit,
  type Db,
  endSessions,
  hasOtherAdmin,
  holdAccount,
  insertAccount,
  isUniqueViolation,
  removeSecondFactor,
  saveAccount,
  transaction,
} from '#store';
import type { Actor, Hub } from '#sync';
import { badField, ProblemError } from '../problems/problem.ts';
import type { NewUser, UserChanges } from './user.dto.ts';
import { checkedUser, noUser } from './user.queries.ts';

/** Who acts, and under which trace. */
export interface Act {
  actor: Actor;
  traceId: string;
}

/** Its id. It can log in once its invitation was used. */
export async function addUser({ pool }: Hub, user: NewUser, act: Act): Promise<string> {
  const { email, name, role } = user;
  const account = { email, name, role, ...officeOf(role, user) };
  try {
    return await transaction(pool, async (tx) => {
      const id = await insertAccount(tx, account);
      await note(tx, act, 'user_added', `pengguna baru ${email}, peran ${role}`);
      return id;
    });
  } catch (error) {
    if (isUniqueViolation(error)) throw new ProblemError(409, { detail: 'Surel itu sudah dipakai pengguna lain.' });
    throw error;
  }
}

/** A disabled person's sessions end in the same moment. Somebody who can manage the accounts always remains. */
export function changeUser({ pool }: Hub, id: string, changes: UserChanges, act: Act): Promise<void> {
  return transaction(pool, async (tx) => {
    const { password: _secret, ...before } = (await holdAccount(tx, checkedUser(id))) ?? fail(noUser());
    const role = changes.role ?? before.role;
    const after = {
      ...before,
      role,
      name: changes.name ?? before.name,
      disabled: changes.disabled ?? before.disabled,
      ...officeOf(role, { opd: changes.opd ?? before.opd, kecamatan: changes.kecamatan ?? before.kecamatan }),
    };
    const wasAdmin = before.role === 'admin_utama' && !before.disabled;
    const isAdmin = after.role === 'admin_utama' && !after.disabled;
    if (wasAdmin && !isAdmin && !(await hasOtherAdmin(tx, id))) {
      throw new ProblemError(409, { detail: 'Ini satu-satunya admin utama.', hint: 'Tunjuk yang lain lebih dulu.' });
    }
    await saveAccount(tx, after);
    if (after.disabled) await endSessions(tx, id);
    await note(tx, act, 'user_changed', `${before.email}: ${difference(before, after)}`);
    if (changes.totp === false && (await removeSecondFactor(tx, id))) {
      await note(tx, act, 'totp_removed', `Faktor kedua ${before.email} dilepas`);
    }
  });
}

const difference = (before: Account & { disabled: boolean }, after: Account & { disabled: boolean }): string =>
  (['name', 'role', 'opd', 'kecamatan', 'disabled'] as const)
    .filter((field) => before[field] !== after[field])
    .map((field) => `${field} ${before[field] ?? '-'} -> ${after[field] ?? '-'}`)
    .join(', ') || 'tidak ada yang berubah';

/** The office that a role sees alone: what the role has no use for is dropped, what it needs must be there. */
function officeOf(role: AccountRole, { opd, kecamatan }: Pick<NewUser, 'opd' | 'kecamatan'>) {
  const needsOpd = role === 'admin_opd' || role === 'admin_vertikal';
  const needsKecamatan = role === 'admin_kecamatan';
  if (needsOpd && !opd) throw badField('opd', `wajib bagi ${role}`);
  if (needsKecamatan && !kecamatan) throw badField('kecamatan', `wajib bagi ${role}`);
  return { opd: needsOpd ? (opd ?? null) : null, kecamatan: needsKecamatan ? (kecamatan ?? null) : null };
}

export async function note(tx: Db, { actor, traceId }: Act, outcome: string, detail: string): Promise<void> {
  await audit(tx, [{ hop: 'person', actor, outcome, detail, traceId }]);
}

function fail(error: Error): never {
  throw error;
}
