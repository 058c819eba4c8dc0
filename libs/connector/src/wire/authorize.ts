import type { IssuedToken } from '../contract.ts';
import { ConnectorError } from '../errors.ts';
import type { OAuthAuth } from '../profile/auth.ts';
import { evaluate } from './expression.ts';

const DEFAULT_LIFE_S = 300;

/** The form that the token endpoint wants, in the platform's names. */
export function tokenForm({ client_id, client_secret, fields, extra }: OAuthAuth): URLSearchParams {
  return new URLSearchParams({
    ...extra,
    [fields.grant_type ?? 'grant_type']: 'client_credentials',
    [fields.client_id ?? 'client_id']: client_id,
    [fields.client_secret ?? 'client_secret']: client_secret,
  });
}

export async function tokenIn(body: unknown, auth: OAuthAuth, title: string, now: Date): Promise<IssuedToken> {
  const token = await evaluate(auth.read.token, body);
  const life = Number(await evaluate(auth.read.expires_in_s, body));
  if (typeof token !== 'string' || token === '')
    throw new ConnectorError('malformed', `Jawaban token ${title} tidak berisi token`);
  const seconds = Number.isFinite(life) && life > 0 ? life : DEFAULT_LIFE_S;
  return { token, expiresAt: new Date(now.getTime() + seconds * 1000) };
}
