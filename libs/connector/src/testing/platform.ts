import { AsyncLocalStorage } from 'node:async_hooks';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { Faults, seeded } from './faults.ts';
import { requestOf, type SimulatedRequest } from './request.ts';
import { type SentWebhook, WebhookQueue } from './webhooks.ts';

/** `body`: text and bytes go out as they are, anything else as JSON. */
export interface SimulatedAnswer {
  status: number;
  headers?: Record<string, string> | undefined;
  body?: unknown;
}

/** One thing that an officer or a citizen can do on the platform. */
export interface Play {
  name: string;
  /** Indonesian. */
  label: string;
  fields: PlayField[];
  /** False where it makes a case of its own. */
  onCase: boolean;
}

export interface PlayField {
  name: string;
  label: string;
  options?: string[] | undefined;
  required?: boolean | undefined;
  long?: boolean | undefined;
}

export interface ShownCase {
  id: string;
  title: string;
  status: string;
  /** What happened, in plain words, oldest first. */
  lines: string[];
}

export interface SimulatorOptions {
  webhookUrl?: string | undefined;
  now?: (() => Date) | undefined;
  seed?: number | undefined;
  /** The platform's own limit where none is given. */
  ratePerMinute?: number | undefined;
  /** Webhooks that may be under way at once, of different cases; one after another where nothing is said. */
  webhooksAtOnce?: number | undefined;
}

/** A write that the platform committed through its API. `key`: the mark that the caller gave it. */
export interface CommittedWrite {
  at: string;
  kind: string;
  caseId: string;
  key: string | null;
}

const HTML_ERROR = '<!doctype html><html><body><h1>500 Internal Server Error</h1></body></html>';
const HTML_PAGE = '<!doctype html><html><body><h1>Situs sedang dalam pemeliharaan</h1></body></html>';

/** A platform that behaves as its contract says, bad days included. It keeps its cases while it is closed. */
export abstract class PlatformSimulator {
  abstract readonly name: string;
  abstract readonly plays: Play[];
  readonly faults: Faults;
  readonly writes: CommittedWrite[] = [];
  protected readonly now: () => Date;
  /** 0 to 1, the same for the same seed. */
  protected readonly random: () => number;
  readonly #webhooks: WebhookQueue;
  readonly #request = new AsyncLocalStorage<{ wrote: boolean }>();
  #webhookUrl: string | undefined;
  #server: Server | null = null;
  #url = '';

  constructor({ webhookUrl, now = () => new Date(), seed = 1, webhooksAtOnce }: SimulatorOptions = {}) {
    this.#webhookUrl = webhookUrl;
    this.now = now;
    this.random = seeded(seed);
    this.faults = new Faults(seeded(seed + 1));
    this.#webhooks = new WebhookQueue(
      () => this.#webhookUrl,
      this.faults,
      now,
      () => this.uuid(),
      (payload) => this.written(payload),
      webhooksAtOnce,
    );
  }

  /** The platform's API; the faults stand around it. */
  protected abstract answer(request: SimulatedRequest): Promise<SimulatedAnswer>;
  /** Newest first. */
  abstract cases(): ShownCase[];
  /** Resolves with the case's id; throws a sentence for the player where it cannot be done. */
  abstract play(name: string, caseId: string | null, input: Record<string, string>): Promise<string>;

  /** The address it listens on; empty before. */
  get url(): string {
    return this.#url;
  }

  setWebhookUrl(url: string): void {
    this.#webhookUrl = url;
  }

  webhooksPending(): number {
    return this.#webhooks.pending();
  }

  /** Every attempt, in order. */
  get webhooksSent(): readonly SentWebhook[] {
    return this.#webhooks.sent;
  }

  async listen(port = 0, host = '127.0.0.1'): Promise<string> {
    const server = createServer((request, response) => void this.#handle(request, response));
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject);
      server.listen(port, host, resolve);
    });
    this.#server = server;
    this.#url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    this.#webhooks.resume();
    return this.#url;
  }

  async close(): Promise<void> {
    this.#webhooks.stop();
    const server = this.#server;
    this.#server = null;
    if (!server) return;
    await new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  }

  /** `headers` is asked on each attempt; the delivery id stays the same. `caseId`: its webhooks leave in their order. */
  protected notify(
    payload: object,
    headers: (raw: string, deliveryId: string) => Record<string, string>,
    caseId?: string,
  ): void {
    this.#webhooks.add(payload, headers, caseId);
  }

  /** A webhook's body as the platform writes it; signatures are made over this. */
  protected written(payload: object): string {
    return JSON.stringify(payload);
  }

  protected committed(kind: string, caseId: string, key: string | null): void {
    this.writes.push({ at: this.now().toISOString(), kind, caseId, key });
    const request = this.#request.getStore();
    if (request) request.wrote = true;
  }

  protected uuid(): string {
    const hex = Array.from({ length: 32 }, () => Math.floor(this.random() * 16).toString(16));
    hex[12] = '4';
    hex[16] = 'a';
    return hex.join('').replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
  }

  async #handle(incoming: IncomingMessage, response: ServerResponse): Promise<void> {
    try {
      const request = await requestOf(incoming);
      const meets = this.faults.on(request);
      if (meets && this.faults.strikes('reset')) return void incoming.socket.resetAndDestroy();
      if (meets && this.faults.instead) return this.faults.instead(response);
      const refusal = meets ? this.#refusal() : null;
      const state = { wrote: false };
      const answer = refusal ?? (await this.#request.run(state, () => this.answer(request)));
      // Drawn before the wait: a fault that is switched on meanwhile is meant for others.
      const isCut = meets && state.wrote && this.faults.strikes('commitThenReset');
      if (meets && this.faults.slow > 0) await wait(this.faults.slow, undefined, { ref: false });
      if (isCut) return void incoming.socket.resetAndDestroy();
      send(response, answer);
    } catch (error) {
      // A client that goes away while it speaks ends here too; it hears nothing any more.
      send(response, {
        status: 500,
        headers: { 'content-type': 'text/html' },
        body: `${HTML_ERROR}<!-- ${String(error)} -->`,
      });
    }
  }

  #refusal(): SimulatedAnswer | null {
    const html = { 'content-type': 'text/html; charset=utf-8' };
    if (this.faults.strikes('throttle')) return { status: 429, headers: { 'retry-after': this.faults.retryAfter } };
    if (this.faults.strikes('error500')) return { status: 500, headers: html, body: HTML_ERROR };
    if (this.faults.strikes('conflict')) return { status: 412 };
    if (this.faults.strikes('html')) return { status: 200, headers: html, body: HTML_PAGE };
    return null;
  }
}

function send(response: ServerResponse, { status, headers = {}, body }: SimulatedAnswer): void {
  if (response.headersSent || response.destroyed) return;
  const isRaw = typeof body === 'string' || Buffer.isBuffer(body);
  response.writeHead(status, {
    ...(isRaw || body === undefined ? {} : { 'content-type': 'application/json' }),
    ...headers,
  });
  response.end(isRaw || body === undefined ? body : JSON.stringify(body));
}
