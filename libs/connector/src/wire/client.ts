import type { Io, OutgoingFile } from '../contract.ts';
import { ConnectorError } from '../errors.ts';
import { secretsOf } from '../profile/decorators.ts';
import type { RequestProfile, Tree } from '../profile/request.ts';
import { needsOf, type ExchangeProfile } from '../profile/wire.ts';
import { Fields } from '../reading/fields.ts';
import { decodeJson } from '../reading/json.ts';
import { tokenForm, tokenIn } from './authorize.ts';
import { download } from './download.ts';
import { type Encoded, encode, pairsOf, pathOf } from './encode.ts';
import { evaluate, ExpressionError } from './expression.ts';
import { type Asked, failureOf } from './failures.ts';
import { fill } from './fill.ts';
import { redact, scalarsOf } from './redact.ts';
import { accessOf, nextToken } from './refreshed.ts';
import { exchange, type HttpAnswer, type HttpRequest } from './transport.ts';

export interface WireAnswer {
  status: number;
  /** The fields of `answer`, or those of `already`. */
  answer: Fields;
  /** True where the platform says that it did this before. */
  already: boolean;
  /** The whole body; `undefined` where there is none. */
  raw: unknown;
  /** What the platform does not take of what was to be sent: for `Receipt.refused`. */
  refused: string[];
}

const NOTHING_VISIBLE: ReadonlySet<string> = new Set();

/** Makes the requests that a profile describes; every way one can fail becomes a ConnectorError. */
export class WireClient {
  readonly #visible: ReadonlySet<string>;
  readonly #secrets: readonly string[];
  readonly #base: string;

  constructor(
    private readonly profile: ExchangeProfile,
    private readonly io: Io,
  ) {
    this.#visible = new Set(profile.visible);
    this.#secrets = secretsOf(profile);
    this.#base = profile.base_url.replace(/\/+$/, '');
  }

  has(name: string): boolean {
    return Object.hasOwn(this.profile.requests, name);
  }

  async call(
    name: string,
    context: object,
    { files = [] }: { files?: readonly OutgoingFile[] } = {},
  ): Promise<WireAnswer> {
    const request = this.has(name) ? this.profile.requests[name] : undefined;
    if (!request) throw new ConnectorError('rejected', `Profil ${this.profile.title} tidak punya permintaan ${name}`);
    const url = new URL(this.#base + (await pathOf(request.path, context)));
    for (const [key, value] of pairsOf(await fill(request.query, context))) url.searchParams.append(key, value);
    const encoded = await encode(request, context, files);
    const answer = await this.#authorized(request, url, encoded);
    try {
      return await this.#read(name, request, encoded, answer);
    } catch (error) {
      if (!(error instanceof ExpressionError)) throw error;
      throw new ConnectorError(error.failure, error.message, {
        cause: error.cause,
        uncertain: request.method !== 'GET',
      });
    }
  }

  /** The bytes of a file at an address that the profile allows. */
  async download(url: string, maxBytes: number): Promise<Buffer> {
    const { auth, attachments } = this.profile;
    return download(this.profile, this.io, url, maxBytes, async (stale) => {
      if (auth.scheme === 'refreshed') {
        const kept = await this.#refreshed(stale);
        const { auth_header } = attachments;
        return auth_header ? { [auth_header.toLowerCase()]: accessOf(kept) } : this.#withToken(kept);
      }
      return auth.scheme === 'oauth2_client_credentials' ? bearer(await this.#token(stale)) : this.#keyed();
    });
  }

  async #authorized(request: RequestProfile, url: URL, { headers, bytes, told }: Encoded): Promise<HttpAnswer> {
    const { auth, timeoutMs } = this.profile;
    const send = (credentials: Record<string, string>) =>
      this.#send(
        {
          method: request.method,
          url,
          headers: { accept: 'application/json', ...headers, ...credentials },
          body: bytes,
          timeoutMs,
        },
        told,
        this.#visible,
      );
    if (auth.scheme === 'refreshed') {
      const kept = await this.#refreshed(null);
      const first = await send(this.#withToken(kept));
      return (await this.#isRefused(first)) ? send(this.#withToken(await this.#refreshed(kept))) : first;
    }
    if (auth.scheme !== 'oauth2_client_credentials') return send(this.#keyed());
    const token = await this.#token(null);
    const answer = await send(bearer(token));
    // Revoked before it expired: one fresh token, once.
    return answer.status === 401 ? send(bearer(await this.#token(token))) : answer;
  }

  #keyed(): Record<string, string> {
    const { auth } = this.profile;
    if (auth.scheme === 'bearer') return bearer(auth.token);
    return auth.scheme === 'header' ? { [auth.name.toLowerCase()]: auth.key } : {};
  }

  #withToken(kept: string): Record<string, string> {
    const { auth } = this.profile;
    return auth.scheme === 'refreshed' ? { [auth.header.toLowerCase()]: auth.prefix + accessOf(kept) } : {};
  }

  /** Some platforms refuse a token with HTTP 200 or 400 and a code. */
  async #isRefused(answer: HttpAnswer): Promise<boolean> {
    const failure = await failureOf(answer, jsonOf(answer), this.#asked(false, false, {}, []));
    return failure?.failure === 'unauthorized';
  }

  #refreshed(stale: string | null): Promise<string> {
    return this.io.token(stale, async (previous) => {
      const { auth, timeoutMs } = this.profile;
      if (auth.scheme !== 'refreshed') throw new ConnectorError('unauthorized', 'Profil ini tidak memperpanjang token');
      return nextToken(auth, this.#base, previous, this.io.now(), async (request) => {
        const answer = await this.#send({ ...request, timeoutMs }, undefined, NOTHING_VISIBLE);
        const body = jsonOf(answer);
        const failure = await failureOf(answer, body, this.#asked(false, false, {}, []));
        if (failure) throw failure;
        return body;
      });
    });
  }

  #token(stale: string | null): Promise<string> {
    const { auth, title, timeoutMs } = this.profile;
    if (auth.scheme !== 'oauth2_client_credentials')
      throw new ConnectorError('unauthorized', `${title} tidak memakai token`);
    return this.io.token(stale, async () => {
      const form = tokenForm(auth);
      const headers = { accept: 'application/json', 'content-type': 'application/x-www-form-urlencoded' };
      const url = new URL(this.#base + auth.token_path);
      const request = { method: 'POST', url, headers, body: Buffer.from(form.toString()), timeoutMs };
      const answer = await this.#send(request, Object.fromEntries(form), NOTHING_VISIBLE).catch((error: unknown) => {
        throw error instanceof ConnectorError ? certain(error) : error;
      });
      const refused = { 400: 'unauthorized', 404: 'rejected' } as const;
      const body = jsonOf(answer);
      const failure = await failureOf(answer, body, this.#asked(false, false, refused, scalarsOf([...form.values()])));
      if (failure) throw failure;
      if (body === undefined)
        throw new ConnectorError('unavailable', `Jawaban token ${title} bukan JSON (HTTP ${answer.status})`);
      return tokenIn(body, auth, title, this.io.now());
    });
  }

  async #send(request: HttpRequest, told: unknown, visible: ReadonlySet<string>): Promise<HttpAnswer> {
    await this.io.admit?.();
    const started = performance.now();
    let answer: HttpAnswer | null = null;
    try {
      return (answer = await exchange(this.io.http, this.profile.title, request));
    } finally {
      this.io.onExchange?.({
        method: request.method,
        path: request.url.pathname + shownQuery(request.url, visible),
        request: redact(told, visible),
        status: answer?.status ?? null,
        answer: answer ? redact(jsonOf(answer), visible) : undefined,
        ms: Math.round(performance.now() - started),
      });
    }
  }

  async #read(
    name: string,
    request: RequestProfile,
    { told, refused }: Encoded,
    answer: HttpAnswer,
  ): Promise<WireAnswer> {
    const isWrite = request.method !== 'GET';
    const { status } = answer;
    const body = jsonOf(answer);
    const sent = [...this.#secrets, ...scalarsOf(told, this.#visible)];
    const fieldsOf = async (tree: Record<string, Tree>) =>
      new Fields(((await fill(tree, body)) ?? {}) as Record<string, unknown>, {
        source: `${this.profile.title} (jawaban ${name})`,
        offset: this.profile.times.offset,
        unix: this.profile.times.unix,
        uncertain: isWrite,
      });

    const { status: doneStatus, when, ...doneFields } = request.already ?? { status: null };
    if (status === doneStatus && (when === undefined || (await evaluate(when, body)) === true)) {
      const tree = Object.keys(doneFields).length > 0 ? (doneFields as Record<string, Tree>) : (request.answer ?? {});
      return { status, answer: await fieldsOf(tree), already: true, raw: body, refused };
    }
    const failure = await failureOf(
      answer,
      body,
      this.#asked(isWrite, request.path.includes('{'), request.on_status, sent),
    );
    if (failure) throw failure;

    const isEmpty = answer.body.length === 0;
    if (body === undefined && !(isEmpty && (status === 204 || request.answer === undefined))) {
      const what = isEmpty ? 'kosong' : 'bukan JSON';
      throw new ConnectorError('unavailable', `Jawaban ${this.profile.title} ${what} (HTTP ${status})`, {
        uncertain: isWrite,
      });
    }
    const fields = await fieldsOf(request.answer ?? {});
    const { requests } = needsOf(this.profile);
    const lacking = (requests[name] ?? requests[`${name}?`] ?? []).filter(
      (field) => !field.endsWith('?') && fields.get(field) === undefined,
    );
    if (lacking.length === 0) return { status, answer: fields, already: false, raw: body, refused };
    throw new ConnectorError('malformed', `Jawaban ${this.profile.title} tidak berisi ${lacking.join(', ')}`, {
      uncertain: isWrite,
    });
  }

  #asked(isWrite: boolean, isOfCase: boolean, onStatus: Asked['onStatus'], sent: readonly string[]): Asked {
    return {
      profile: this.profile,
      now: this.io.now(),
      isWrite,
      isOfCase,
      onStatus,
      sent: [...this.#secrets, ...sent],
    };
  }
}

const bearer = (token: string) => ({ authorization: `Bearer ${token}` });

/** Asking for a token changes no case, however it ends. */
function certain({ failure, message, cause, retryAt }: ConnectorError): ConnectorError {
  return new ConnectorError(failure, message, { cause, retryAt });
}

function jsonOf({ body }: HttpAnswer): unknown {
  if (body.length === 0) return undefined;
  try {
    return decodeJson(body);
  } catch {
    return undefined;
  }
}

function shownQuery({ searchParams }: URL, visible: ReadonlySet<string>): string {
  const shown = [...searchParams].map(
    ([key, value]) => `${key}=${visible.has(key) ? encodeURIComponent(value) : '***'}`,
  );
  return shown.length > 0 ? `?${shown.join('&')}` : '';
}
