import { createHash } from 'node:crypto';
import {
  ConnectorError,
  type Io,
  type Listing,
  type OutgoingFile,
  type Page,
  type WireAnswer,
  WireClient,
  WireReader,
} from '#connector';
import { attachmentsOf } from './mapper.ts';
import { type ListedCase, readPage } from './pages.ts';
import type { LaporgubSettings } from './settings.ts';

const EVER = '1970-01-01T00:00:00Z';

export interface CreatedCase {
  externalId: string;
  url?: string | undefined;
  label?: string | undefined;
  labelAt?: string | undefined;
}

/** The requests that LaporGub takes, each as the profile words it. */
export class LaporgubClient {
  readonly #wire: WireClient;
  readonly #reader: WireReader;

  constructor(
    private readonly settings: LaporgubSettings,
    private readonly io: Io,
  ) {
    this.#wire = new WireClient(settings, io);
    this.#reader = new WireReader(settings);
  }

  reply = (context: object): Promise<WireAnswer> => this.#wire.call('reply', context);
  followUp = (context: object): Promise<WireAnswer> => this.#wire.call('follow_up', context);
  status = (context: object): Promise<WireAnswer> => this.#wire.call('status', context);
  download = (url: string, maxBytes: number): Promise<Buffer> => this.#wire.download(url, maxBytes);

  /** `label` only where this very call made the case: what stands there later may be an officer's doing. */
  async create(context: object): Promise<CreatedCase> {
    const { answer, already } = await this.#wire.call('create', context);
    const externalId = answer.needId('external_id');
    if (!already) {
      return { externalId, url: answer.text('url'), label: answer.text('label'), labelAt: answer.time('label_at') };
    }
    const whole = await this.detail(externalId);
    const complaint = whole === null ? null : await this.#reader.read('complaint', whole, []);
    return { externalId, url: complaint?.text('url') };
  }

  /** The whole aduan, or `null` where LaporGub no longer has it. */
  async detail(externalId: string): Promise<unknown> {
    try {
      return (await this.#wire.call('detail', { externalId })).answer.get('case');
    } catch (error) {
      if (error instanceof ConnectorError && error.gone) return null;
      throw error;
    }
  }

  /** Resolves with why the file was refused, in plain words, or with `null` where it was taken. */
  async attach(externalId: string, file: OutgoingFile): Promise<string | null> {
    const { files } = this.settings.requests['attach'] ?? {};
    const name = (why: string): string => `${file.name}: ${why}`;
    if (files && !files.types.includes(file.mime)) return name(`jenis ${file.mime} tidak diterima`);
    if (files && file.size > files.max_bytes) return name(`lebih besar dari ${files.max_bytes} byte`);
    let status: number | null = null;
    const watched = new WireClient(this.settings, {
      ...this.io,
      onExchange: (exchange) => {
        status = exchange.status;
        this.io.onExchange?.(exchange);
      },
    });
    try {
      await watched.call('attach', { externalId, file: { name: file.name } }, { files: [file] });
      return null;
    } catch (error) {
      const why = status === null ? undefined : this.settings.refused_files[String(status)];
      if (why !== undefined && error instanceof ConnectorError) return name(why);
      throw error;
    }
  }

  /** Whether the case already has a file with these bytes. */
  async hasFile(externalId: string, { size, sha256 }: OutgoingFile): Promise<boolean> {
    const whole = await this.detail(externalId);
    if (whole === null) return false;
    const complaint = await this.#reader.read('complaint', whole, []);
    for (const { url } of await attachmentsOf(complaint, this.#reader, [])) {
      const bytes = await this.download(url, size).catch(noneIfRefused);
      if (bytes && createHash('sha256').update(bytes).digest('hex') === sha256) return true;
    }
    return false;
  }

  changes(cursor: string | null): Promise<Page> {
    const { pages, poll } = this.settings;
    return readPage(cursor, {
      list: (since, page) => this.#list(since, page),
      whole: (externalId) => this.detail(externalId),
      now: this.io.now,
      overlapMs: poll.overlapMs,
      recentMs: pages.recentMs,
      settledAfterMs: pages.settledAfterMs,
    });
  }

  /** All cases, newest change first. One that changes meanwhile moves to a page that was read: live traffic tells it. */
  async everything(cursor: string | null): Promise<Listing> {
    const page = Number(cursor ?? 1) || 1;
    const { cases, lastPage } = await this.#list(EVER, page);
    const isLast = lastPage === undefined ? cases.length === 0 : page >= lastPage;
    const tells = cases.every(({ isWhole }) => isWhole) ? 'case' : 'outline';
    return { payloads: cases.map(({ value }) => value), cursor: String(page + 1), more: !isLast, tells };
  }

  async ping(): Promise<string> {
    const since = `${this.io.now().toISOString().slice(0, 19)}Z`;
    await this.#list(since, 1);
    return `${this.settings.title} menjawab dan menerima kredensial kami`;
  }

  async #list(since: string, page: number): Promise<{ cases: ListedCase[]; lastPage: number | undefined }> {
    const { answer } = await this.#wire.call('list', { since, page });
    const cases = await Promise.all(answer.list('items').map((value) => this.#listed(value)));
    return { cases, lastPage: answer.number('last_page') };
  }

  /** What can't be read goes on as it is: `parse` says so where a person sees it. */
  async #listed(value: unknown): Promise<ListedCase> {
    const complaint = await this.#reader.read('complaint', value, []).catch(() => null);
    const externalId = complaint?.id('external_id');
    const changed = complaint?.time('changed_at') ?? '';
    const isWhole = externalId === undefined || complaint?.get('replies') !== undefined;
    const key = externalId ?? createHash('sha256').update(JSON.stringify(value)).digest('hex');
    return { externalId: key, changed, changedAt: Date.parse(changed), value, isWhole };
  }
}

/** A file that can't be had, or is larger than ours, is not ours. */
function noneIfRefused(error: unknown): null {
  if (error instanceof ConnectorError && error.failure === 'rejected') return null;
  throw error;
}
