import { randomBytes } from 'node:crypto';
import { type Account, insertAccount, savePassword } from '#store';
import type { Pool } from 'pg';
import type { Page } from 'playwright-core';
import { hashPassword } from '../../apps/hub/src/http/accounts/password.ts';

export const PASSWORD = 'kambing hitam tujuh ekor';

/** The first admin's invitation was printed at start; a person of a test is written down at once. */
export async function seedPerson(pool: Pool, changes: Partial<Account> = {}): Promise<string> {
  const email = `orang-${randomBytes(4).toString('hex')}@contoh.test`;
  const account = { email, name: 'Siti', role: 'admin_utama', opd: null, kecamatan: null, ...changes } as const;
  const id = await insertAccount(pool, account);
  await savePassword(pool, id, await hashPassword(PASSWORD));
  return email;
}

/** As from another machine: browsers of one profile share their session. */
export async function comeAnew(page: Page, email: string): Promise<void> {
  await page.context().clearCookies();
  await page.reload();
  await tellPassword(page, email);
}

/** As in another tab of this browser: there is one session for all of them, and the one before is over. */
export async function signInElsewhere(page: Page, email: string): Promise<void> {
  const { request } = page.context();
  const answer = await request.post(new URL('/api/v1/session', page.url()).href, {
    data: { email, password: PASSWORD },
  });
  if (!answer.ok()) throw new Error(`Nobody is signed in: ${await answer.text()}`);
}

export async function tellPassword(page: Page, email: string): Promise<void> {
  await page.getByLabel('Surel').fill(email);
  await page.getByLabel('Kata sandi').fill(PASSWORD);
  await page.getByRole('button', { name: 'Masuk', exact: true }).click();
}

export const signedIn = (page: Page): Promise<void> =>
  page.getByRole('heading', { level: 1 }).filter({ hasNotText: 'Masuk' }).waitFor();

export const signOut = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: 'Keluar' }).click();
  await page.getByRole('heading', { level: 1, name: 'Masuk ke konsol' }).waitFor();
};
