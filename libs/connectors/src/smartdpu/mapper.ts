import {
  type Complaint,
  type ComplaintEvent,
  decodeJson,
  evaluate,
  type Fields,
  type OutgoingFollowedUp,
  type OutgoingOpened,
  type OutgoingReplied,
  type Parsed,
  type Problem,
  type Received,
  WireReader,
} from '#connector';
import type { SmartdpuSettings } from './settings.ts';

/** What the profile's `comment` may use. */
export interface Comment {
  text: string;
  sender: string;
}

interface FeedComment {
  eventId: string;
  externalId: string;
  sender: string;
  text: string;
}

/** SMARTDPU's messages in our words, by the profile's shapes and tables. */
export class SmartdpuMapper {
  readonly #reader: WireReader;

  constructor(private readonly settings: SmartdpuSettings) {
    this.#reader = new WireReader(settings);
  }

  async toEvents({ kind, body }: Received): Promise<Parsed> {
    const problems: Problem[] = [];
    const value = decodeJson(body);
    const events = kind === 'case' ? await this.#fromReport(value, problems) : await this.#fromChange(value, problems);
    return { events, problems };
  }

  /** What the profile's `create` may use. The reporter is not among it: SMARTDPU has no field that would hide one. */
  toReport({ reference, complaint, trackingUrl }: OutgoingOpened): object {
    const { title, text, location, openedAt } = complaint;
    return { reference, title, text, category: this.#categoryWord(complaint), location, openedAt, trackingUrl };
  }

  toComment(outgoing: OutgoingReplied | OutgoingFollowedUp): Comment {
    return { text: outgoing.text, sender: this.settings.senders[outgoing.kind === 'replied' ? 'office' : 'citizen'] };
  }

  report(value: unknown): Promise<Fields> {
    return this.#reader.read('report', value);
  }

  /** `null` where it can't be told: such a change is kept all the same, and moves no cursor. */
  async idOfChange(value: unknown): Promise<number | null> {
    const where = this.settings.read['change']?.['id'];
    const id = typeof where === 'string' ? Number(await evaluate(where, value)) : Number.NaN;
    return Number.isSafeInteger(id) ? id : null;
  }

  /** `null` where the change is no comment, or none that can be read. */
  async commentOf(value: unknown): Promise<FeedComment | null> {
    const change = await this.#reader.read('change', value, []).catch(() => null);
    if (change?.text('kind') !== this.settings.feed.kinds.comment) return null;
    const externalId = change.needId('report');
    const eventId = eventIdOf(externalId, change.needId('id'));
    return { eventId, externalId, sender: change.text('sender') ?? '', text: change.text('text') ?? '' };
  }

  /** The report as it stands, and whose it is: told again and again, so its ids are made of what it states. */
  async #fromReport(value: unknown, problems: Problem[]): Promise<ComplaintEvent[]> {
    const report = await this.#reader.read('report', value, problems);
    const externalId = report.needId('id');
    const at = report.needTime('at');
    const label = report.needText('label');
    const events: ComplaintEvent[] = [];
    const reference = report.text('reference');
    if (reference) events.push(opened(externalId, at, reference, report.text('text') ?? ''));
    const base = { id: `${externalId}/status/${label}/${at}`, externalId, at, label, snapshot: true };
    const meaning = this.#reader.labels.meaningOf(label);
    if (!meaning) problems.push(this.#reader.unknownLabel(label, externalId));
    else if (meaning.status) events.push({ ...base, type: 'status_changed', ...meaning });
    else if (meaning.event) events.push({ ...base, type: meaning.event });
    return events;
  }

  async #fromChange(value: unknown, problems: Problem[]): Promise<ComplaintEvent[]> {
    const change = await this.#reader.read('change', value, problems);
    const { kinds } = this.settings.feed;
    const kind = change.needText('kind');
    if (kind === kinds.status) return this.#status(change, problems);
    if (kind === kinds.comment) return [this.#reply(change)];
    const message = `Jenis perubahan ${this.settings.title} tidak dikenal: "${kind}"`;
    problems.push({ code: 'unknown_type', message, label: kind });
    return [];
  }

  #status(change: Fields, problems: Problem[]): ComplaintEvent[] {
    const label = change.needText('label');
    const note = change.text('text');
    const meaning = this.#reader.labels.meaningOf(label);
    if (!meaning) {
      problems.push(this.#reader.unknownLabel(label, change.needId('report')));
      return [];
    }
    if (meaning.status) {
      const { status, outcome, rejection } = meaning;
      const attachments = this.#photos(change);
      return [{ ...base(change), type: 'status_changed', label, status, outcome, rejection, note, attachments }];
    }
    const told: ComplaintEvent =
      meaning.event === 'returned'
        ? { ...base(change), type: 'returned', label, reason: note }
        : { ...base(change), type: 'accepted', label, note };
    // Such an event carries no file, so a photo comes beside it as a reply of the same officer.
    return this.#photos(change).length === 0 ? [told] : [told, { ...this.#reply(change), id: `${told.id}/foto` }];
  }

  #reply(change: Fields): Extract<ComplaintEvent, { type: 'replied' }> {
    const sender = change.text('sender');
    const attachments = this.#photos(change);
    return {
      ...base(change),
      ...(this.isOurs(sender) ? { own: true } : {}),
      type: 'replied',
      author: { role: 'office', name: sender },
      text: change.text('text') ?? (attachments.length > 0 ? '(foto)' : change.needText('text')),
      public: true,
      attachments,
    };
  }

  isOurs(sender: string | undefined): boolean {
    return sender !== undefined && Object.values(this.settings.senders).some((own) => plain(own) === plain(sender));
  }

  #photos(change: Fields): { id: string; url: string }[] {
    const photo = change.text('photo');
    if (!photo) return [];
    const url = URL.canParse(photo, this.settings.base_url) ? new URL(photo, this.settings.base_url).href : photo;
    return [{ id: `perubahan/${change.needId('id')}`, url }];
  }

  #categoryWord({ category }: Complaint): string | null {
    return this.#reader.labels.categoryWord(category);
  }
}

export const eventIdOf = (externalId: string, changeId: string): string => `${externalId}/perubahan/${changeId}`;

/** Whether the platform's text is what we wrote: white space, escaped signs and a cut end do not tell them apart. */
export function isSameText(theirs: string, ours: string): boolean {
  const [shown, wrote] = [plain(theirs), plain(ours)];
  const head = shown.replace(/(…|\.\.\.)$/, '').trimEnd();
  return shown === wrote || (head !== shown && head.length >= 200 && wrote.startsWith(head));
}

const SIGNS: Record<string, string> = {
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
  '&#039;': "'",
  '&amp;': '&',
};
const plain = (text: string): string =>
  text
    .normalize('NFC')
    .replace(/&(lt|gt|quot|#0?39|amp);/g, (sign) => SIGNS[sign] ?? sign)
    .replace(/\s+/g, ' ')
    .trim();

const base = (change: Fields): { id: string; externalId: string; at: string } => {
  const externalId = change.needId('report');
  return { id: eventIdOf(externalId, change.needId('id')), externalId, at: change.needTime('at') };
};

/** Only ever one of ours: it says which complaint the report was made from, where its creation went unheard. */
const opened = (externalId: string, at: string, reference: string, text: string): ComplaintEvent => ({
  type: 'opened',
  id: `${externalId}/laporan`,
  externalId,
  at,
  own: true,
  reference,
  text,
  channel: 'smartdpu',
  facts: {},
  reporter: {},
  marks: { anonim: false, rahasia: false },
  attachments: [],
});
