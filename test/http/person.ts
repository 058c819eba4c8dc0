import { randomBytes } from 'node:crypto';
import { type Account, insertAccount, insertSession, savePassword } from '#store';
import { csrfOf } from '../../apps/hub/src/http/access/csrf.ts';
import { hashPassword } from '../../apps/hub/src/http/accounts/password.ts';
import type { Api } from './api.ts';

export const PASSWORD = 'kambing hitam tujuh ekor';
const LIMITS = { idleMs: 3_600_000, longestMs: 86_400_000 };

/** Makes a person who may log in with {@link PASSWORD}. */
export async function seedPerson({ pool }: Pick<Api, 'pool'>, changes: Partial<Account> = {}): Promise<Account> {
  const email = `orang-${randomBytes(4).toString('hex')}@contoh.test`;
  const account = { email, name: 'Orang Contoh', role: 'admin_utama', opd: null, kecamatan: null, ...changes } as const;
  const id = await insertAccount(pool, account);
  await savePassword(pool, id, await hashPassword(PASSWORD));
  return { ...account, id };
}

export interface Browser {
  ask<T = Record<string, unknown>>(
    method: string,
    path: string,
    body?: unknown,
    headers?: Record<string, string>,
  ): Promise<{ status: number; headers: Headers; body: T; text: string }>;
}

/** A browser in which the person is logged in: cookie and X-CSRF-Token go along with each request. */
export async function loggedIn(api: Api, accountId: string): Promise<Browser> {
  const token = await tokenOf(api, accountId);
  return browserWith(api, token, csrfOf(api.runtime.hub.sealer, token));
}

/** Of a new session, as its cookie holds it. */
export async function tokenOf({ pool, runtime }: Api, accountId: string): Promise<string> {
  const token = randomBytes(32).toString('base64url');
  const tokenHash = runtime.hub.sealer.hash(token);
  await insertSession(pool, { accountId, tokenHash, address: null, agent: null }, LIMITS);
  return token;
}

export const browserWith = (api: Api, token: string, csrf: string): Browser => ({
  ask: (method, path, body, headers) =>
    api.get(path, {
      method,
      body: body === undefined ? null : JSON.stringify(body),
      headers: { cookie: `sesi=${token}`, 'x-csrf-token': csrf, 'content-type': 'application/json', ...headers },
    }),
});

/** What the audit says last of persons. */
export async function lastAct({ pool }: Api): Promise<{ actor: string; outcome: string; detail: string | null }> {
  const { rows } = await pool.query<{ actor: string; outcome: string; detail: string | null }>(
    `select actor, outcome, detail from audit where hop = 'person' order by id desc limit 1`,
  );
  return rows[0] ?? Promise.reject(new Error('Nothing is audited yet'));
}
