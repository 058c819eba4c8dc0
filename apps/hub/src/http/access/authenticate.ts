import { timingSafeEqual } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import {
  apiKeyByHash,
  audit,
  type Db,
  type HeldSession,
  isApiKeyValid,
  liveAccount,
  noteRefusal,
  sessionByToken,
} from '#store';
import type { Request } from 'express';
import type { Runtime } from '../../runtime.ts';
import { ProblemError } from '../problems/problem.ts';
import type { Caller } from './caller.ts';
import { sessionToken } from './cookie.ts';
import { csrfOf } from './csrf.ts';
import { limitsOf } from './limits.ts';
import { PERMISSIONS, SCOPES } from './permissions.ts';
import { EVERYTHING, scopeOf } from './scope.ts';

const BEARER = /^Bearer +(\S+) *$/i;
const FINGERPRINT_CHARS = 6;

/** Who asks: the holder of a key where one is sent, else the person whose session it is. */
export async function authenticate(runtime: Runtime, request: Request, traceId: string): Promise<Caller> {
  const { authorization } = request.headers;
  if (authorization !== undefined) return byKey(runtime, BEARER.exec(authorization)?.[1]);
  const token = sessionToken(request, runtime.hub.publicUrl);
  if (token === undefined) throw new ProblemError(401, { detail: 'Belum masuk.' });
  return bySession(runtime, token, traceId);
}

/** Hashes are compared, HUB_API_KEY's in constant time, so a wrong key learns nothing. */
async function byKey({ hub, apiKeyHash }: Runtime, key: string | undefined): Promise<Caller> {
  if (key === undefined) throw new ProblemError(401, { detail: 'Kunci API tidak disertakan.' });
  const hash = hub.sealer.hash(key);
  if (hash.length === apiKeyHash.length && timingSafeEqual(hash, apiKeyHash)) {
    const actor = `kunci-api:${apiKeyHash.toString('hex').slice(0, FINGERPRINT_CHARS)}`;
    return { actor, person: null, keyId: null, permissions: 'all', scope: EVERYTHING };
  }
  const known = await apiKeyByHash(hub.pool, hash);
  if (!known) throw new ProblemError(401, { detail: 'Kunci API salah.' });
  const permissions = new Set(SCOPES.filter((each) => known.scopes.includes(each)));
  return { actor: `kunci:${known.name}`, person: null, keyId: known.id, permissions, scope: EVERYTHING };
}

async function bySession({ hub, env }: Runtime, token: string, traceId: string): Promise<Caller> {
  const { pool, sealer } = hub;
  const session = await sessionByToken(pool, sealer.hash(token), limitsOf(env));
  if (!session?.isLive) {
    if (session && (await noteRefusal(pool, session.id))) await auditRefusal(pool, session, traceId);
    throw new ProblemError(401, { detail: 'Sesi sudah berakhir.', hint: 'Masuk lagi.' });
  }
  const { id, account } = session;
  return {
    actor: account.email,
    person: { ...account, sessionId: id, csrf: csrfOf(sealer, token) },
    keyId: null,
    permissions: new Set(PERMISSIONS[account.role]),
    scope: scopeOf(account),
  };
}

async function auditRefusal(db: Db, { account }: HeldSession, traceId: string): Promise<void> {
  const detail = 'Sesi yang sudah berakhir dipakai lagi';
  await audit(db, [{ hop: 'person', actor: account.email, outcome: 'denied', detail, traceId }]);
}

/**
 * Whether whoever asked may still do what they could when they did: for what goes on longer than a request.
 *
 * It is no use of the session or the key: it keeps none alive, and an ended one that is asked for here was not stolen.
 */
export async function isStill({ hub, env }: Runtime, { person, permissions, scope, keyId }: Caller): Promise<boolean> {
  if (!person) return keyId === null || isApiKeyValid(hub.pool, keyId);
  const account = await liveAccount(hub.pool, person.sessionId, limitsOf(env));
  if (!account) return false;
  const now = { permissions: new Set(PERMISSIONS[account.role]), scope: scopeOf(account) };
  return isDeepStrictEqual(now, { permissions, scope });
}
