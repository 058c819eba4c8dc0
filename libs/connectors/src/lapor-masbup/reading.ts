import {
  type AttachmentRef,
  type ComplaintEvent,
  ConnectorError,
  type EventOf,
  type Facts,
  type Fields,
  type Kewenangan,
  labelKey,
  type Location,
  type Marks,
  type Problem,
  type WireReader,
} from '#connector';
import { replyId, statusId, stated } from './event-ids.ts';
import type { LaporMasbupSettings } from './settings.ts';

const MARKS: readonly (keyof Marks)[] = ['anonim', 'rahasia'];

/** One message of Lapor MasBuP as it is read, and what could not be understood of it. */
export class Reading {
  readonly problems: Problem[] = [];

  constructor(
    private readonly settings: LaporMasbupSettings,
    private readonly reader: WireReader,
  ) {}

  async webhook(value: unknown): Promise<ComplaintEvent[]> {
    const kind = await this.reader.kindOf(value, this.problems);
    if (kind === null) return [];
    if (kind === 'complaint') return this.complaint((await this.#read('envelope', value)).get('complaint'));
    if (kind === 'reply') {
      const told = await this.#read('told_reply', value);
      return [await this.#reply(told.needId('external_id'), told.get('reply'))];
    }
    const told = await this.#read('told_status', value);
    return this.#status(told, told.needTime('at'));
  }

  /** A whole complaint becomes all the events it is evidence of, with the ids that webhooks give them. */
  async complaint(value: unknown): Promise<ComplaintEvent[]> {
    const complaint = await this.#read('complaint', value);
    const externalId = complaint.needId('external_id');
    const at = complaint.needTime('changed_at');
    // First, so that an unknown status is the first problem that a person sees.
    const status = this.#status(complaint, at, { snapshot: true });
    const facts = this.#facts(complaint);
    const marks = this.#marks(complaint);
    const base = { externalId, at, snapshot: true };
    const disposed = { type: 'disposed', id: stated(externalId, 'disposisi', at), ...base, facts, marks } as const;
    return [
      await this.#opened(complaint, facts, marks),
      ...(await this.#replies(externalId, complaint)),
      ...(facts.kewenangan || facts.opd || facts.category ? [disposed] : []),
      ...status,
    ];
  }

  async #opened(complaint: Fields, facts: Facts, told: Partial<Marks>): Promise<EventOf<'opened'>> {
    const marks = { anonim: true, rahasia: true, ...told };
    const unread = MARKS.filter((name) => told[name] === undefined);
    const externalId = complaint.needId('external_id');
    const said = complaint.fields('reporter');
    const identity = (field: string) => said.text(field, 200);
    return {
      type: 'opened',
      id: externalId,
      externalId,
      at: complaint.needTime('opened_at'),
      title: complaint.text('title'),
      text: complaint.needText('text'),
      channel: complaint.text('channel', 50) ?? this.settings.connector,
      facts,
      // Whom nobody may know need not be kept either.
      reporter: marks.anonim
        ? {}
        : {
            name: identity('name'),
            phone: identity('phone'),
            email: identity('email'),
            account: identity('account'),
          },
      marks,
      unread: unread.length > 0 ? unread : undefined,
      attachments: await this.#attachments(complaint),
      reference: complaint.id('reference'),
      url: complaint.text('url'),
    };
  }

  async #replies(externalId: string, complaint: Fields): Promise<ComplaintEvent[]> {
    const replies: ComplaintEvent[] = [];
    for (const value of complaint.list('replies')) {
      const reply = await this.#reply(externalId, value).catch((error: unknown) => this.#noted(error));
      if (reply) replies.push(reply);
    }
    return replies.toSorted((one, other) => Date.parse(one.at) - Date.parse(other.at));
  }

  async #reply(externalId: string, value: unknown): Promise<ComplaintEvent> {
    const reply = await this.#read('reply', value);
    const attachments = await this.#attachments(reply);
    const text = reply.text('text') ?? (attachments.length > 0 ? '(lampiran)' : reply.needText('text'));
    const base = { id: replyId(externalId, reply.needId('id')), externalId, at: reply.needTime('at') };
    // A citizen's name stays out of the history, even where the platform shows it.
    if (reply.boolean('by_citizen')) {
      return { type: 'followed_up', ...base, author: { role: 'citizen' }, text, attachments };
    }
    const isPublic = reply.boolean('public');
    if (isPublic === undefined) this.#invalid('public (reply)', 'dianggap catatan internal');
    const author = { role: 'office', name: reply.text('author', 200) } as const;
    return { type: 'replied', ...base, author, text, public: isPublic ?? false, attachments };
  }

  #status(told: Fields, at: string, snapshot: { snapshot?: true } = {}): ComplaintEvent[] {
    const externalId = told.needId('external_id');
    const label = told.needText('label');
    const meaning = this.reader.labels.meaningOf(label);
    if (!meaning) {
      this.problems.push(this.reader.unknownLabel(label, externalId));
      return [];
    }
    const note = told.text('note');
    const base = { id: statusId(externalId, label, at), externalId, at, label, ...snapshot };
    if (meaning.status) return [{ type: 'status_changed', ...base, ...meaning, note }];
    if (meaning.event === 'returned') return [{ type: 'returned', ...base, reason: note }];
    return [{ type: 'accepted', ...base, note }];
  }

  #facts(complaint: Fields): Facts {
    return {
      category: this.#known(complaint, 'category', (word) => this.reader.labels.categoryOf(word)),
      kewenangan: this.#known(complaint, 'kewenangan', (word) => this.#kewenangan(word)),
      opd: complaint.text('opd', 200),
      location: locationOf(complaint.fields('location')),
    };
  }

  /** A word that the profile's tables do not know is shown to a person and states nothing. */
  #known<T>(complaint: Fields, field: string, meaningOf: (word: string) => T | undefined): T | undefined {
    const label = complaint.text(field, 100);
    const meaning = label === undefined ? undefined : meaningOf(label);
    if (label !== undefined && meaning === undefined) {
      const message = `Kata ${this.settings.title} untuk ${field} tidak dikenal: "${label}"`;
      this.problems.push({ code: 'unknown_label', message, label });
    }
    return meaning;
  }

  #kewenangan(word: string): Kewenangan | undefined {
    const words = Object.entries(this.settings.kewenangan);
    return words.find(([theirs]) => labelKey(theirs) === labelKey(word))?.[1];
  }

  /** One that can't be read is left out: it counts as set where a complaint begins, and says nothing of a known one. */
  #marks(complaint: Fields): Partial<Marks> {
    const told: Partial<Marks> = {};
    for (const name of MARKS) {
      if (complaint.get(name) === undefined) this.#invalid(name, 'dianggap ada');
      const isSet = complaint.boolean(name);
      if (isSet !== undefined) told[name] = isSet;
    }
    return told;
  }

  async #attachments(owner: Fields): Promise<AttachmentRef[]> {
    const files: AttachmentRef[] = [];
    for (const value of owner.list('attachments')) {
      const file = await this.#read('attachment', value).catch((error: unknown) => this.#noted(error));
      if (file) files.push({ id: file.needId('id'), url: file.needText('url'), mime: file.text('mime', 100) });
    }
    return files;
  }

  #read(shape: string, value: unknown): Promise<Fields> {
    return this.reader.read(shape, value, this.problems);
  }

  /** One part that can't be read is shown, and holds back neither the others nor the status. */
  #noted(error: unknown): null {
    if (!(error instanceof ConnectorError)) throw error;
    this.problems.push({ code: 'invalid_field', message: error.message });
    return null;
  }

  #invalid(field: string, consequence: string): void {
    const message = `Bidang ${field} dari ${this.settings.title} tidak ada: ${consequence}`;
    this.problems.push({ code: 'invalid_field', message });
  }
}

function locationOf(place: Fields): Location | undefined {
  const location: Location = {
    address: place.text('address', 500),
    areaCode: place.text('areaCode', 20),
    kecamatan: place.text('kecamatan', 100),
    desa: place.text('desa', 100),
    lat: place.number('lat'),
    lon: place.number('lon'),
    road: place.text('road', 200),
  };
  const known = Object.entries(location).filter(([, value]) => value !== undefined);
  return known.length > 0 ? Object.fromEntries(known) : undefined;
}
