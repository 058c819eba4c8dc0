import { ConnectorError, type Io, labelKey, type Listing, type Page, type Receipt, WireClient } from '#connector';
import { replyId, statusId } from './event-ids.ts';
import type { LaporMasbupMapper, StatusToSet } from './mapper.ts';
import { readPage } from './pages.ts';
import type { LaporMasbupSettings } from './settings.ts';

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

  /** `label` only where this very call made the complaint: what stands there later may be an officer's doing. */
  async create(complaint: object): Promise<Receipt> {
    const { answer, already } = await this.#wire.call('create', complaint);
    const externalId = answer.needId('external_id');
    const made = { externalId, url: answer.text('url'), eventIds: [externalId] };
    return already ? made : { ...made, label: answer.text('label'), labelAt: answer.time('label_at') };
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
    // Told with another time than ours, the echo is known by its label. Another label than ours is another's doing since.
    const stands = labelKey(label) === labelKey(word) ? { label, labelAt: answer.time('label_at') } : { label: word };
    return { externalId, eventIds: [statusId(externalId, word, at)], ...stands };
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

  changesSince(cursor: string | null): Promise<Page> {
    const { poll, list } = this.settings;
    return readPage(cursor, {
      list: async (since, page) => {
        const { payloads, next } = await this.listSince(since, list.page, page);
        return { payloads, next, changed: await this.mapper.changesOf(payloads) };
      },
      now: this.io.now,
      overlapMs: poll.overlapMs,
      firstMs: list.firstMs,
    });
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
}
