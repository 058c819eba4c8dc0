import type { IssuedToken } from '../contract.ts';
import { ConnectorError } from '../errors.ts';
import type { RefreshedAuth } from '../profile/auth.ts';
import { pairsOf } from './encode.ts';
import { evaluate } from './expression.ts';
import { fill } from './fill.ts';

const DAY_MS = 86_400_000;

/** Both are kept as one, in one transaction: where the platform rotates them the old pair is worth nothing. */
interface Pair {
  access: string;
  refresh: string;
}

export const accessOf = (kept: string): string => pairOf(kept).access;
/** A dry run keeps nothing: its token is only a mark. */
const pairOf = (kept: string): Pair =>
  kept.startsWith('{') ? (JSON.parse(kept) as Pair) : { access: kept, refresh: kept };

interface RefreshRequest {
  method: 'GET' | 'POST';
  url: URL;
  headers: Record<string, string>;
  body?: Buffer | undefined;
}

type Ask = (request: RefreshRequest) => Promise<unknown>;

/** The next token, from what was kept or, where that is worth nothing any more, from what the operator gave. */
export async function nextToken(
  auth: RefreshedAuth,
  base: string,
  previous: string | null,
  now: Date,
  ask: Ask,
): Promise<IssuedToken> {
  const given = { access: auth.token ?? '', refresh: auth.refresh_token || (auth.token ?? '') };
  if (previous === null && given.access !== '') return kept(given, new Date(now.getTime() + DAY_MS));
  const pairs = previous === null ? [given] : [pairOf(previous), given];
  let refusal: unknown;
  for (const pair of pairs) {
    try {
      return await exchanged(auth, base, pair, now, ask);
    } catch (error) {
      if (!(error instanceof ConnectorError) || error.failure === 'unavailable' || error.failure === 'throttled')
        throw error;
      refusal ??= error;
    }
  }
  throw new ConnectorError('unauthorized', 'Token tidak dapat diperpanjang: sambungkan akun ini lagi', {
    cause: refusal,
  });
}

async function exchanged(auth: RefreshedAuth, base: string, pair: Pair, now: Date, ask: Ask): Promise<IssuedToken> {
  const { refresh, client_id, client_secret } = auth;
  const context = { refresh_token: pair.refresh, access_token: pair.access, client_id, client_secret };
  const url = new URL(base + refresh.path);
  for (const [key, value] of pairsOf(await fill(refresh.query, context))) url.searchParams.append(key, value);
  const body = refresh.body && Buffer.from(JSON.stringify(await fill(refresh.body, context)));
  const headers = { accept: 'application/json', ...(body && { 'content-type': 'application/json' }) };
  const answer = await ask({ method: refresh.method, url, headers, body });

  const access = await evaluate(refresh.token, answer);
  const next = refresh.refresh_token ? await evaluate(refresh.refresh_token, answer) : access;
  const seconds = Number(await evaluate(refresh.expires_in_s, answer));
  if (typeof access !== 'string' || typeof next !== 'string' || !(seconds > 0))
    throw new ConnectorError('malformed', 'Jawaban perpanjangan token tidak berisi token');
  const lives = Math.max(seconds * 1000 - auth.beforeMs, (seconds * 1000) / 2);
  return kept({ access, refresh: next }, new Date(now.getTime() + lives));
}

const kept = (pair: Pair, expiresAt: Date): IssuedToken => ({ token: JSON.stringify(pair), expiresAt });
