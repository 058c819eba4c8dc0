import { ConnectorError, type Io, type Listing, type Page, type Receipt, WireClient } from '#connector';
import { replyId, statusId } from './event-ids.ts';
import type { LaporMasbupMapper, StatusToSet } from './mapper.ts';
import type { LaporMasbupSettings } from './settings.ts';

/** Where a reading of the list stands. `page` is the platform's own cursor within it. */
interface Cursor {
  since: string;
  newest: string | null;
  page: string | null;
}

const EVER = '1970-01-01T00:00:00.000Z';

/** Lapor MasBuP's requests, as the profile describes them. */
export class LaporMasbupClient {
  readonly #wire: WireClient;

  constructor(
    private readonly settings: LaporMasbupSettings,
    private readonly mapper: LaporMasbupMapper,
    private readonly io: Io,
  ) {
    this.#wire = new WireClient(settings, io);
  }

  async create(complaint: object): Promise<Receipt> {
    const { answer } = await this.#wire.call('create', complaint);
    const externalId = answer.needId('external_id');
    const label = answer.text('label');
    return { externalId, url: answer.text('url'), eventIds: [externalId], label, labelAt: answer.time('label_at') };
  }

  async addReply(request: 'reply' | 'follow_up', externalId: string, reply: object): Promise<Receipt> {
    const { answer } = await this.#wire.call(request, { ...reply, externalId });
    return { externalId, eventIds: [replyId(externalId, answer.needId('id'))] };
  }

  async setStatus(externalId: string, status: StatusToSet): Promise<Receipt> {
    const { word, at, meant } = status;
    if (word === null) {
      return { externalId, refused: [`${this.settings.title} tidak punya kata untuk status ${meant}: tidak dikirim`] };
    }
    const { answer } = await this.#wire.call('status', { ...status, externalId });
    const label = answer.text('label') ?? word;
    // Told with another time than ours, the echo is known by its label.
    return { externalId, eventIds: [statusId(externalId, word, at)], label, labelAt: answer.time('label_at') };
  }

  async linkTo(externalId: string, link: object): Promise<Receipt> {
    await this.#wire.call('link', { ...link, externalId });
    return { externalId };
  }

  async complaint(externalId: string): Promise<unknown> {
    try {
      return (await this.#wire.call('detail', { externalId })).answer.get('complaint') ?? null;
    } catch (error) {
      if (error instanceof ConnectorError && error.gone) return null;
      throw error;
    }
  }

  /**
   * The next page of what changed.
   *
   * A reading begins an overlap before the newest change seen and follows the platform's own cursor to its end. Where
   * the platform no longer knows that cursor, the reading begins again at the newest change seen: the list is in order.
   */
  async changesSince(cursor: string | null): Promise<Page> {
    const at = positionOf(cursor) ?? { since: this.#recentPast(), newest: null, page: null };
    try {
      return await this.#page(at);
    } catch (error) {
      const isLost = error instanceof ConnectorError && error.failure === 'rejected' && at.page !== null;
      if (!isLost) throw error;
      return this.#page({ since: at.newest ?? at.since, newest: at.newest, page: null });
    }
  }

  async listSince(since: string, limit: number, page: string | null = null) {
    const { answer } = await this.#wire.call('list', { since: this.mapper.local(since), limit, page });
    return { payloads: answer.list('complaints'), next: answer.id('next') ?? null };
  }

  /** All complaints, oldest change first, each whole. */
  async everything(cursor: string | null): Promise<Listing> {
    const { payloads, next } = await this.listSince(EVER, this.settings.list.page, cursor);
    const more = next !== null && next !== cursor;
    return { payloads, cursor: next ?? cursor ?? '', more, tells: 'case' };
  }

  download(url: string, maxBytes: number): Promise<Buffer> {
    return this.#wire.download(url, maxBytes);
  }

  async #page({ since, newest, page }: Cursor): Promise<Page> {
    const { poll, list } = this.settings;
    const from = new Date(Date.parse(since) - poll.overlapMs).toISOString();
    const { payloads, next } = await this.listSince(from, list.page, page);
    const latest = await this.mapper.newestOf(payloads, newest);
    const more = next !== null && next !== page;
    const position: Cursor = more
      ? { since, newest: latest, page: next }
      : { since: latest ?? since, newest: null, page: null };
    return { payloads, cursor: JSON.stringify(position), more };
  }

  #recentPast(): string {
    return new Date(this.io.now().getTime() - this.settings.list.firstMs).toISOString();
  }
}

/** `null` where the cursor is none of ours, as after a change of connectors: the recent past is read then. */
function positionOf(cursor: string | null): Cursor | null {
  try {
    const { since, newest = null, page = null } = JSON.parse(cursor ?? '') as Partial<Cursor>;
    return since !== undefined && !Number.isNaN(Date.parse(since)) ? { since, newest, page } : null;
  } catch {
    return null;
  }
}
