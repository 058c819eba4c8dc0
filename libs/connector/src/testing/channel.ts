import { createHmac } from 'node:crypto';
import { type Play, PlatformSimulator, type SimulatorOptions } from './platform.ts';

export const ADVANCE: Play = {
  name: 'maju',
  label: 'Majukan jam platform',
  onCase: false,
  fields: [{ name: 'jam', label: 'Berapa jam', required: true }],
};

const HOUR_MS = 3_600_000;

/** A platform where people talk: it has a clock that can be moved, and tells some things a moment later. */
export abstract class ChannelSimulator extends PlatformSimulator {
  readonly #clock: { ahead: number };
  readonly #later = new Set<NodeJS.Timeout>();

  constructor({ now = () => new Date(), ...options }: SimulatorOptions = {}) {
    const clock = { ahead: 0 };
    super({ ...options, now: () => new Date(now().getTime() + clock.ahead) });
    this.#clock = clock;
  }

  advance(ms: number): void {
    this.#clock.ahead += ms;
  }

  protected advanceBy(hours: string | undefined): void {
    const count = Number(hours);
    if (!Number.isFinite(count) || count <= 0 || count > 24 * 400) throw new Error('jam harus angka lebih dari 0');
    this.advance(count * HOUR_MS);
  }

  /** Unix seconds. */
  protected seconds(): number {
    return Math.floor(this.now().getTime() / 1000);
  }

  protected later(ms: number, work: () => void): void {
    const timer = setTimeout(() => {
      this.#later.delete(timer);
      work();
    }, ms);
    this.#later.add(timer.unref());
  }

  override async close(): Promise<void> {
    for (const timer of this.#later) clearTimeout(timer);
    this.#later.clear();
    await super.close();
  }
}

export interface GraphOptions extends SimulatorOptions {
  secret?: string | undefined;
  token?: string | undefined;
  verifyToken?: string | undefined;
  /** Milliseconds until a receipt or an echo leaves. */
  receiptsAfter?: number | undefined;
}

/** What the simulated products of the Graph API have in common: how they sign, introduce themselves and refuse. */
export abstract class GraphSimulator extends ChannelSimulator {
  readonly secret: string;
  token: string;
  protected readonly receiptsAfter: number;
  /** What the application is subscribed to. */
  readonly applicationFields: string[];
  /** What the account is subscribed to; empty where the application is not installed there. */
  accountFields: string[];
  /** When the token that was given out ends; `null`: never. */
  tokenEnds: Date | null = null;
  readonly #verifyToken: string;
  #hookUrl: string | undefined;

  constructor({ secret, token, verifyToken, receiptsAfter, ...options }: GraphOptions, fields: readonly string[]) {
    super(options);
    this.secret = secret ?? 'simulator-app-secret';
    this.token = token ?? 'token-simulator';
    this.#verifyToken = verifyToken ?? 'kata-simulator';
    this.receiptsAfter = receiptsAfter ?? 200;
    this.applicationFields = [...fields];
    this.accountFields = [...fields];
    this.#hookUrl = options.webhookUrl;
  }

  override setWebhookUrl(url: string): void {
    this.#hookUrl = url;
    super.setWebhookUrl(url);
  }

  /** Asks the receiver for the word, as the platform does before it takes an address; true where it was read back. */
  async introduce(token = this.#verifyToken): Promise<boolean> {
    const url = new URL(this.#hookUrl ?? '');
    url.search = new URLSearchParams({
      'hub.mode': 'subscribe',
      'hub.verify_token': token,
      'hub.challenge': '1158201444',
    }).toString();
    const answer = await fetch(url);
    return answer.status === 200 && (await answer.text()) === '1158201444';
  }

  /** Tells it where both sides are subscribed to the field; else it falls silent, without an error. */
  protected tell(field: string, payload: object): void {
    if (!this.applicationFields.includes(field) || !this.accountFields.includes(field)) return;
    this.notify(payload, (raw) => ({ 'x-hub-signature-256': `sha256=${this.sign(raw)}` }));
  }

  sign(raw: string): string {
    return createHmac('sha256', this.secret).update(raw).digest('hex');
  }

  /** Characters beyond ASCII leave escaped, and slashes too. */
  protected override written(payload: object): string {
    return JSON.stringify(payload)
      .replace(/[\u007f-\uffff]/g, (each) => `\\u${each.charCodeAt(0).toString(16).padStart(4, '0')}`)
      .replaceAll('/', '\\/');
  }

  /** What the platform tells the application of a token. */
  protected aboutToken(query: URLSearchParams, app: string) {
    if (query.get('access_token') !== `${app}|${this.secret}`) return this.unauthorized();
    const isOurs = query.get('input_token') === this.token;
    const ends = Math.floor((this.tokenEnds?.getTime() ?? 0) / 1000);
    return { status: 200, body: { data: { app_id: app, is_valid: isOurs, expires_at: isOurs ? ends : 1 } } };
  }

  protected refusal(status: number, code: number, message: string, more: object = {}) {
    const error = { message: `(#${code}) ${message}`, type: 'OAuthException', code, ...more, fbtrace_id: 'AsimTrace' };
    return { status, body: { error } };
  }

  protected unauthorized() {
    return this.refusal(401, 190, 'Error validating access token', { error_subcode: 463 });
  }
}

/** The smallest picture that is one. */
export const PICTURE = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
