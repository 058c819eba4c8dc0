import {
  confirmSecondFactor,
  type Db,
  proposeSecondFactor,
  removeSecondFactor,
  type Sealer,
  secondFactor,
  useStep,
} from '#store';
import { Secret, TOTP } from 'otpauth';
import { badField, ProblemError } from '../problems/problem.ts';

const ISSUER = 'Simpul Aduan';
const SECRET_BYTES = 20;
const PERIOD_S = 30;
/** A clock may be half a minute off. */
const STEPS_OFF = 1;

export interface Proposed {
  secret: string;
  uri: string;
}

const totpOf = (secret: Secret, label = ''): TOTP => new TOTP({ issuer: ISSUER, label, secret, period: PERIOD_S });

/** A new secret; it asks for nothing until its first code is confirmed. */
export async function propose(tx: Db, sealer: Sealer, account: { id: string; email: string }): Promise<Proposed> {
  const secret = new Secret({ size: SECRET_BYTES });
  if (!(await proposeSecondFactor(tx, account.id, sealer.seal(Buffer.from(secret.base32))))) {
    throw new ProblemError(409, { detail: 'Faktor kedua sudah dipasang.', hint: 'Lepaskan lebih dulu.' });
  }
  return { secret: secret.base32, uri: totpOf(secret, account.email).toString() };
}

export async function confirm(tx: Db, sealer: Sealer, accountId: string, code: string): Promise<void> {
  const factor = await secondFactor(tx, accountId);
  if (!factor || factor.isConfirmed) {
    throw new ProblemError(409, { detail: 'Tidak ada faktor kedua yang menunggu dipastikan.' });
  }
  if (!(await isCode(tx, sealer, accountId, factor.secret, code))) throw badField('totp', 'kode tidak cocok');
  await confirmSecondFactor(tx, accountId);
}

export async function remove(tx: Db, accountId: string): Promise<void> {
  if (!(await removeSecondFactor(tx, accountId)))
    throw new ProblemError(409, { detail: 'Faktor kedua tidak dipasang.' });
}

/** True where the account asks for none. */
export async function passes(tx: Db, sealer: Sealer, accountId: string, code: string | undefined): Promise<boolean> {
  const factor = await secondFactor(tx, accountId);
  if (!factor?.isConfirmed) return true;
  return code !== undefined && isCode(tx, sealer, accountId, factor.secret, code);
}

/** Each code is taken once: one that was watched while it was typed opens nothing. */
async function isCode(tx: Db, sealer: Sealer, accountId: string, sealed: Buffer, code: string): Promise<boolean> {
  const secret = Secret.fromBase32(sealer.open(sealed).toString());
  const off = totpOf(secret).validate({ token: code, window: STEPS_OFF });
  if (off === null) return false;
  return useStep(tx, accountId, Math.floor(Date.now() / 1000 / PERIOD_S) + off);
}
