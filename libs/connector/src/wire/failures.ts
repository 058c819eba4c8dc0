import { ConnectorError } from '../errors.ts';
import type { Meaning } from '../profile/request.ts';
import type { WireProfile } from '../profile/wire.ts';
import { evaluate } from './expression.ts';
import { maskText, scalarsOf } from './redact.ts';
import { retryAt } from './retry-after.ts';
import type { HttpAnswer } from './transport.ts';

export interface Asked {
  profile: WireProfile;
  now: Date;
  isWrite: boolean;
  /** Whether the request names a case: only then a 404 says that the case is gone, a 409 that it stands otherwise. */
  isOfCase: boolean;
  onStatus: Readonly<Record<string, Meaning>>;
  /** What we had sent, and secrets: masked wherever the platform repeats it. */
  sent: readonly string[];
}

/** What an answer means that is no success; `null` where it is one. `body` is `undefined` where it is no JSON. */
export async function failureOf(answer: HttpAnswer, body: unknown, asked: Asked): Promise<ConnectorError | null> {
  const { status } = answer;
  const isSuccess = status >= 200 && status < 300;
  const { errors } = asked.profile;
  if (isSuccess && !(errors?.when && body !== undefined && (await evaluate(errors.when, body)) === true)) return null;

  const code = errors?.code && body !== undefined ? await evaluate(errors.code, body) : undefined;
  const byCode =
    errors && typeof code === 'string' && Object.hasOwn(errors.codes, code) ? errors.codes[code] : undefined;
  const byStatus = Object.hasOwn(asked.onStatus, status) ? asked.onStatus[status] : undefined;
  const meaning = byStatus ?? byCode ?? (isSuccess ? 'rejected' : meaningOf(status, asked.isOfCase));
  const details = {
    cause: maskText(answer.body.toString('utf8').slice(0, 5000), asked.sent, 1000),
    // A platform that says in so many words what is wrong has not done it; one that breaks down may have.
    uncertain: asked.isWrite && status >= 500 && !byCode && !byStatus,
    retryAt: comesBack(meaning, answer, asked.now),
    gone: meaning === 'gone',
    conflict: meaning === 'conflict',
  };
  const said = await platformWords(body, asked);
  return new ConnectorError(
    meaning === 'gone' || meaning === 'conflict' ? 'rejected' : meaning,
    wording(meaning, status, asked.profile.title, said),
    details,
  );
}

function meaningOf(status: number, isOfCase: boolean): Meaning {
  if (status === 401 || status === 403) return 'unauthorized';
  if ((status === 404 || status === 410) && isOfCase) return 'gone';
  if ((status === 409 || status === 412) && isOfCase) return 'conflict';
  if (status === 429) return 'throttled';
  if (status >= 500 || status === 408) return 'unavailable';
  return 'rejected';
}

function comesBack(meaning: Meaning, { headers }: HttpAnswer, now: Date): Date | undefined {
  const header = headers['retry-after'];
  if (meaning === 'throttled' || (meaning === 'unavailable' && header)) return retryAt(header, now);
  return undefined;
}

async function platformWords(body: unknown, { profile: { errors }, sent }: Asked): Promise<string> {
  if (!errors || body === undefined) return '';
  const message = errors.message ? await evaluate(errors.message, body) : undefined;
  const fields = errors.fields ? await evaluate(errors.fields, body) : undefined;
  const parts = [typeof message === 'string' ? message : '', fieldWords(fields)].filter(Boolean);
  return maskText(parts.join('; '), sent);
}

function fieldWords(fields: unknown): string {
  if (typeof fields !== 'object' || fields === null) return typeof fields === 'string' ? fields : '';
  if (Array.isArray(fields)) return fields.map(fieldWords).filter(Boolean).join('; ');
  return Object.entries(fields)
    .map(([field, words]) => `${field}: ${scalarsOf(words).join(', ')}`)
    .join('; ');
}

function wording(meaning: Meaning, status: number, title: string, said: string): string {
  const tail = said ? `: ${said}` : '';
  if (meaning === 'unauthorized') return `${title} menolak kredensial (HTTP ${status})`;
  if (meaning === 'throttled') return `${title} meminta jeda (HTTP ${status})`;
  if (meaning === 'unavailable') return `${title} sedang bermasalah (HTTP ${status})${tail}`;
  if (meaning === 'gone') return `Aduan ini sudah tidak ada di ${title} (HTTP ${status})`;
  if (meaning === 'conflict') return `Aduan di ${title} sudah berubah (HTTP ${status})${tail}`;
  if (meaning === 'malformed') return `Jawaban ${title} tidak dikenal (HTTP ${status})${tail}`;
  if (status >= 300 && status < 400)
    return `${title} mengalihkan ke alamat lain (HTTP ${status}), tidak diikuti: periksa base_url`;
  if (status === 404) return `Alamat permintaan tidak ada di ${title} (HTTP 404): periksa path${tail}`;
  return `${title} menolak (HTTP ${status})${tail}`;
}
