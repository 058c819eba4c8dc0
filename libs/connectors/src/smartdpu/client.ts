import {
  ConnectorError,
  type Io,
  type Listing,
  type OutgoingFile,
  type Page,
  type Receipt,
  type Target,
  WireClient,
} from '#connector';
import { readFeed } from './feed.ts';
import { type Comment, eventIdOf, isSameText, type SmartdpuMapper } from './mapper.ts';
import type { SmartdpuSettings } from './settings.ts';

/** SMARTDPU's requests, as the profile describes them. */
export class SmartdpuClient {
  readonly #wire: WireClient;

  constructor(
    private readonly settings: SmartdpuSettings,
    private readonly mapper: SmartdpuMapper,
    io: Io,
  ) {
    this.#wire = new WireClient(settings, io);
  }

  async createReport(report: object, files: readonly OutgoingFile[]): Promise<Receipt> {
    const { answer, refused } = await this.#wire.call('create', report, { files });
    return {
      externalId: answer.needId('external_id'),
      label: answer.text('label'),
      labelAt: answer.time('label_at'),
      refused,
    };
  }

  /**
   * Of several after a repeated create the first one: it is the one that the office meets first. Nothing of where it
   * stands by now: that may be an officer's doing, which the feed tells, and which would be no news then.
   */
  async findReport(reference: string): Promise<Receipt | null> {
    const { answer } = await this.#wire.call('find', { reference });
    const reports = await Promise.all(answer.list('reports').map((each) => this.mapper.report(each)));
    const [first] = reports.toSorted((a, b) => Number(a.needId('id')) - Number(b.needId('id')));
    return first ? { externalId: first.needId('id') } : null;
  }

  async report(externalId: string): Promise<unknown> {
    try {
      return (await this.#wire.call('detail', { externalId })).answer.get('report') ?? null;
    } catch (error) {
      if (error instanceof ConnectorError && error.gone) return null;
      throw error;
    }
  }

  async addComment(externalId: string, comment: Comment, files: readonly OutgoingFile[]): Promise<Receipt> {
    const { answer, refused } = await this.#wire.call('comment', { externalId, ...comment }, { files });
    const id = answer.id('id');
    return { externalId, eventIds: id === undefined ? [] : [eventIdOf(externalId, id)], refused };
  }

  /** Looks in the feed for a comment of ours that no other delivery has made. */
  async findComment({ text, sender }: Comment, to: Target): Promise<Receipt | null> {
    const { externalId, since } = to;
    let page: Page = { payloads: [], cursor: since ?? '0', more: true };
    while (page.more) {
      page = await this.changesAfter(page.cursor);
      for (const payload of page.payloads) {
        const found = await this.mapper.commentOf(payload);
        if (found?.externalId !== externalId || to.isKnown(found.eventId)) continue;
        if (isSameText(found.sender, sender) && isSameText(found.text, text)) {
          return { externalId, eventIds: [found.eventId] };
        }
      }
    }
    return null;
  }

  changesAfter(cursor: string | null): Promise<Page> {
    const { page, reread } = this.settings.feed;
    return readFeed(cursor, {
      changes: (after, limit) => this.changes(after, limit),
      idOf: (change) => this.mapper.idOfChange(change),
      page,
      reread,
    });
  }

  /** The feed from its first change: a page tells of many reports, where reading each by itself would take days. */
  async everything(cursor: string | null): Promise<Listing> {
    const { page } = this.settings.feed;
    const after = Number(cursor ?? 0) || 0;
    const payloads = await this.changes(after, page);
    const ids = await Promise.all(payloads.map((payload) => this.mapper.idOfChange(payload)));
    const last = Math.max(after, ...ids.filter((id) => id !== null));
    return { payloads, cursor: String(last), more: payloads.length >= page && last > after, tells: 'change' };
  }

  async changes(after: number, limit: number): Promise<unknown[]> {
    return (await this.#wire.call('changes', { after, limit })).answer.list('changes');
  }

  download(url: string, maxBytes: number): Promise<Buffer> {
    return this.#wire.download(url, maxBytes);
  }
}
