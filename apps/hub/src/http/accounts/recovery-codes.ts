import { randomInt } from 'node:crypto';
import { type Db, replaceRecoveryCodes, secondFactor, type Sealer, useRecoveryCode } from '#store';
import { ProblemError } from '../problems/problem.ts';

const CODES = 10;
const HALF_CHARS = 5;
/** Without those that look like others when they are read from paper. */
const LETTERS = '23456789ABCDEFGHJKMNPQRSTVWXYZ';

const half = (): string => Array.from({ length: HALF_CHARS }, () => LETTERS[randomInt(LETTERS.length)]).join('');

/** New codes in place of all earlier ones. They are told here and never again. */
export async function makeRecoveryCodes(tx: Db, sealer: Sealer, accountId: string): Promise<string[]> {
  if (!(await secondFactor(tx, accountId))?.isConfirmed) {
    throw new ProblemError(409, { detail: 'Faktor kedua tidak dipasang.', hint: 'Pasang lebih dulu.' });
  }
  const codes = Array.from({ length: CODES }, () => `${half()}-${half()}`);
  await replaceRecoveryCodes(
    tx,
    accountId,
    codes.map((code) => hashOf(sealer, code)),
  );
  return codes;
}

export const isRecoveryCode = (code: string): boolean => plain(code).length === 2 * HALF_CHARS;

export const takeRecoveryCode = (tx: Db, sealer: Sealer, accountId: string, code: string): Promise<boolean> =>
  useRecoveryCode(tx, accountId, hashOf(sealer, code));

/** As it is typed from paper: small letters, without the dash or with spaces. */
const plain = (code: string): string => code.replaceAll(/[\s-]/g, '').toUpperCase();

const hashOf = (sealer: Sealer, code: string): Buffer => sealer.hash(plain(code));
