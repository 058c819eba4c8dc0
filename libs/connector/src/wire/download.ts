import type { Io } from '../contract.ts';
import { ConnectorError } from '../errors.ts';
import type { ExchangeProfile } from '../profile/wire.ts';
import { exchange, type HttpAnswer } from './transport.ts';
import { retryAt } from './retry-after.ts';

type Credentials = (stale: string | null) => Promise<Record<string, string>>;

/** The bytes of a platform's file, at most `maxBytes`, from nowhere but the hosts that the profile names. */
export async function download(
  profile: ExchangeProfile,
  io: Io,
  address: string,
  maxBytes: number,
  credentials: Credentials,
): Promise<Buffer> {
  const { title, attachments, timeoutMs } = profile;
  const url = URL.canParse(address) ? new URL(address) : null;
  const home = new URL(profile.base_url);
  if (!url || !isAllowed(url, home, attachments.hosts)) {
    throw new ConnectorError(
      'rejected',
      `Lampiran ${title} berada di alamat yang tidak diizinkan: tambahkan hostnya ke attachments.hosts`,
    );
  }
  const isOurs = attachments.auth_hosts.includes(url.host) || (url.origin === home.origin && attachments.auth === true);
  const get = async (headers: Record<string, string>): Promise<HttpAnswer> => {
    await io.admit?.();
    const started = performance.now();
    let status: number | null = null;
    try {
      const answer = await exchange(io.http, title, { method: 'GET', url, headers, timeoutMs, maxBytes });
      status = answer.status;
      return answer;
    } catch (error) {
      if (error instanceof ConnectorError && String(error.cause).includes('maxContentLength'))
        throw tooLarge(title, maxBytes);
      throw error;
    } finally {
      // The query may be a signature that opens the file.
      io.onExchange?.({
        method: 'GET',
        path: url.pathname,
        request: undefined,
        status,
        answer: undefined,
        ms: Math.round(performance.now() - started),
      });
    }
  };
  const first = isOurs ? await credentials(null) : {};
  let answer = await get(first);
  if (answer.status === 401 && isOurs && profile.auth.scheme === 'oauth2_client_credentials') {
    answer = await get(await credentials(first['authorization']?.replace('Bearer ', '') ?? null));
  }
  if (answer.status === 200) {
    if (answer.body.length > maxBytes) throw tooLarge(title, maxBytes);
    return answer.body;
  }
  throw failure(answer, title, isOurs, io.now());
}

function isAllowed(url: URL, home: URL, hosts: readonly string[]): boolean {
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return false;
  if (url.username !== '' || url.password !== '') return false;
  return url.origin === home.origin || hosts.some((host) => isHost(host.toLowerCase(), url.host));
}

/** `*.cdn.example` means every host below it. */
const isHost = (allowed: string, host: string): boolean =>
  allowed.startsWith('*.') ? host.endsWith(allowed.slice(1)) : host === allowed;

/** A file that is missing says nothing of its case, and a refused one nothing of our credentials elsewhere. */
function failure({ status, headers }: HttpAnswer, title: string, isOurs: boolean, now: Date): ConnectorError {
  const header = headers['retry-after'];
  if (status === 429)
    return new ConnectorError('throttled', `${title} meminta jeda (HTTP 429)`, { retryAt: retryAt(header, now) });
  if (status === 401 && isOurs)
    return new ConnectorError('unauthorized', `${title} menolak kredensial untuk lampiran (HTTP 401)`);
  if (status >= 500 || status === 408) {
    return new ConnectorError('unavailable', `Lampiran ${title} tidak dapat diambil (HTTP ${status})`, {
      retryAt: header ? retryAt(header, now) : undefined,
    });
  }
  const gone = status === 404 || status === 410;
  return new ConnectorError('rejected', `Lampiran ${title} tidak dapat diambil (HTTP ${status})`, { gone });
}

function tooLarge(title: string, maxBytes: number): ConnectorError {
  return new ConnectorError('rejected', `Lampiran ${title} lebih besar dari ${maxBytes} byte`);
}
