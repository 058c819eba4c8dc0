import type { SaidFailure } from '#complaint';
import { ConnectorError, type Failure } from '../errors.ts';
import { durationMs } from '../profile/duration.ts';
import type { Meaning } from '../profile/request.ts';
import type { ExchangeProfile } from '../profile/wire.ts';
import { evaluate } from './expression.ts';
import { maskText, scalarsOf } from './redact.ts';
import { retryAt } from './retry-after.ts';
import type { HttpAnswer } from './transport.ts';

export interface Asked {
  profile: ExchangeProfile;
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
  const known = errors && codesOf(code).find((each) => Object.hasOwn(errors.codes, each));
  const byCode = known === undefined ? undefined : errors?.codes[known];
  const byStatus = Object.hasOwn(asked.onStatus, status) ? asked.onStatus[status] : undefined;
  const meaning = byStatus ?? byCode ?? (isSuccess ? 'rejected' : meaningOf(status, asked.isOfCase));
  const details = {
    cause: maskText(answer.body.toString('utf8').slice(0, 5000), asked.sent, 1000),
    // A platform that says in so many words what is wrong has not done it; one that breaks down may have.
    uncertain: asked.isWrite && status >= 500 && !byCode && !byStatus,
    retryAt: (await askedFor(meaning, known, answer, asked)) ?? comesBack(meaning, answer, asked.now),
    gone: meaning === 'gone',
    conflict: meaning === 'conflict',
    isNarrow: meaning === 'pair',
    why: meaning === 'window' || meaning === 'unreachable' ? meaning : undefined,
  };
  const said = await platformWords(body, asked);
  return new ConnectorError(failureFor(meaning), wording(meaning, status, asked.profile.title, said), details);
}

/** `10/2018278`, then `10`. */
const codesOf = (code: unknown): string[] =>
  typeof code === 'string' || typeof code === 'number' ? [String(code), String(code).replace(/\/.*$/, '')] : [];

function failureFor(meaning: Meaning): Failure {
  if (meaning === 'pair') return 'throttled';
  return meaning === 'gone' || meaning === 'conflict' || meaning === 'window' || meaning === 'unreachable'
    ? 'rejected'
    : meaning;
}

/** What can be done about a message of ours that the platform did not bring there, by the code that it names. */
export function whyOf(errors: ExchangeProfile['errors'], code: string): SaidFailure {
  const known = codesOf(code).find((each) => errors && Object.hasOwn(errors.codes, each));
  const meaning = known === undefined ? 'rejected' : (errors?.codes[known] ?? 'rejected');
  if (meaning === 'window' || meaning === 'unreachable') return meaning;
  return meaning === 'throttled' || meaning === 'pair' || meaning === 'unavailable' ? 'later' : 'refused';
}

/** What the platform says in a header of its own, or the profile for it. */
async function askedFor(
  meaning: Meaning,
  code: string | undefined,
  { headers }: HttpAnswer,
  { profile: { errors }, now }: Asked,
): Promise<Date | undefined> {
  if (meaning !== 'throttled' && meaning !== 'pair') return undefined;
  const later = (ms: number) => new Date(now.getTime() + Math.min(ms, LONGEST_WAIT_MS));
  const header = errors?.regain && headers[errors.regain.header.toLowerCase()];
  if (header !== undefined) {
    const minutes = await evaluate(errors?.regain?.minutes ?? '', parsed(header)).catch(() => undefined);
    if (typeof minutes === 'number' && minutes > 0) return later(minutes * 60_000);
  }
  const wait = code === undefined ? undefined : errors?.waits[code];
  return wait === undefined ? undefined : later(durationMs(wait));
}

const LONGEST_WAIT_MS = 24 * 3_600_000;

function parsed(header: string): unknown {
  try {
    return JSON.parse(header) as unknown;
  } catch {
    return undefined;
  }
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
  if (meaning === 'throttled' || meaning === 'pair' || (meaning === 'unavailable' && header))
    return retryAt(header, now);
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
  if (meaning === 'throttled' || meaning === 'pair') return `${title} meminta jeda (HTTP ${status})`;
  if (meaning === 'window') return `${title}: jendela percakapan sudah tertutup (HTTP ${status})`;
  if (meaning === 'unreachable') return `${title}: orang ini tidak dapat dihubungi di sana (HTTP ${status})`;
  if (meaning === 'unavailable') return `${title} sedang bermasalah (HTTP ${status})${tail}`;
  if (meaning === 'gone') return `Aduan ini sudah tidak ada di ${title} (HTTP ${status})`;
  if (meaning === 'conflict') return `Aduan di ${title} sudah berubah (HTTP ${status})${tail}`;
  if (meaning === 'malformed') return `Jawaban ${title} tidak dikenal (HTTP ${status})${tail}`;
  if (status >= 300 && status < 400)
    return `${title} mengalihkan ke alamat lain (HTTP ${status}), tidak diikuti: periksa base_url`;
  if (status === 404) return `Alamat permintaan tidak ada di ${title} (HTTP 404): periksa path${tail}`;
  return `${title} menolak (HTTP ${status})${tail}`;
}
