import { randomBytes } from 'node:crypto';
import {
  type Account,
  type Db,
  endSessions,
  holdAccount,
  insertInvitation,
  invitedAccount,
  saveName,
  savePassword,
  type Sealer,
  takeInvitation,
  transaction,
} from '#store';
import type { Hub } from '#sync';
import { ProblemError } from '../problems/problem.ts';
import { checkPassword, hashPassword } from './password.ts';
import type { InvitationView } from './user.dto.ts';
import { checkedUser, noUser } from './user.queries.ts';
import { type Act, note } from './users.ts';

const TOKEN_BYTES = 32;
const VALID_MS = 72 * 3_600_000;

/** A link by which the person sets a password; the token is kept as its hash alone. */
export function invite(hub: Hub, id: string, act: Act): Promise<InvitationView> {
  return transaction(hub.pool, async (tx) => {
    const account = await holdAccount(tx, checkedUser(id));
    if (!account) throw noUser();
    if (account.disabled) throw new ProblemError(409, { detail: 'Pengguna ini dinonaktifkan.' });
    await note(tx, act, 'user_invited', account.email);
    return makeInvitation(tx, hub.sealer, id, hub.publicUrl);
  });
}

export async function makeInvitation(
  tx: Db,
  sealer: Sealer,
  accountId: string,
  publicUrl: string,
): Promise<InvitationView> {
  const token = randomBytes(TOKEN_BYTES).toString('base64url');
  const expiresAt = new Date(Date.now() + VALID_MS);
  await insertInvitation(tx, { tokenHash: sealer.hash(token), accountId, expiresAt });
  return { url: `${publicUrl}/masuk?undangan=${token}`, expires_at: expiresAt };
}

/** Sets the password of whoever holds the link, and ends what was logged in under an earlier one. */
export async function acceptInvitation(
  { pool, sealer }: Hub,
  token: string,
  { password, name }: { password: string; name?: string | undefined },
  traceId: string,
): Promise<Account> {
  const tokenHash = sealer.hash(token);
  const account = await invitedAccount(pool, tokenHash);
  if (!account) throw noInvitation();
  const known = { ...account, name: name ?? account.name };
  checkPassword(password, known);
  // Before the transaction: hashing takes longer than a row should be locked.
  const hashed = await hashPassword(password);
  return transaction(pool, async (tx) => {
    if (!(await takeInvitation(tx, tokenHash))) throw noInvitation();
    await saveName(tx, account.id, known.name);
    await savePassword(tx, account.id, hashed);
    await endSessions(tx, account.id);
    await note(tx, { actor: account.email, traceId }, 'invitation_accepted', 'Kata sandi dipasang lewat undangan');
    return known;
  });
}

const noInvitation = () =>
  new ProblemError(404, { detail: 'Undangan ini tidak berlaku.', hint: 'Mintalah yang baru.' });
