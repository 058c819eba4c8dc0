import { randomBytes } from 'node:crypto';
import { hash, verify } from '@node-rs/argon2';
import { badField } from '../problems/problem.ts';
import { COMMON } from './common-passwords.ts';

const LEAST_CHARS = 12;
const FEWEST_DIFFERENT = 5;
/** As OWASP advises: argon2id (the library's own choice), 19 MiB, two passes. */
const ARGON2ID = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** Nobody's password: who has none is compared with it, so that the answer takes as long. */
const nobodys = hash(randomBytes(16), ARGON2ID);

export const hashPassword = (password: string): Promise<string> => hash(password.normalize('NFKC'), ARGON2ID);

export async function isPassword(password: string, stored: string | null | undefined): Promise<boolean> {
  const isRight = await verify(stored ?? (await nobodys), password.normalize('NFKC'));
  return isRight && typeof stored === 'string';
}

/** Refuses what is guessed first. */
export function checkPassword(password: string, { email, name }: { email: string; name: string }): void {
  const plain = simplified(password);
  const guesses = [email, email.split('@')[0] ?? '', name].map(simplified).filter((each) => each.length >= 4);
  if (password.length < LEAST_CHARS) throw badField('password', `paling sedikit ${LEAST_CHARS} huruf`);
  if (new Set(plain).size < FEWEST_DIFFERENT) throw badField('password', 'terlalu sedikit huruf yang berlainan');
  if (COMMON.some((each) => plain === each || plain === each + each)) throw badField('password', 'terlalu umum');
  if (guesses.some((each) => plain === each || plain.replace(/\d+$/, '') === each)) {
    throw badField('password', 'terlalu mirip nama atau surel sendiri');
  }
}

const simplified = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, '');
