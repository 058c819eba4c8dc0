import {
  type AttachmentRef,
  type ComplaintEvent,
  ConnectorError,
  decodeJson,
  type EventOf,
  Fields,
  type Location,
  type OutgoingFollowedUp,
  type OutgoingOpened,
  type OutgoingReplied,
  type OutgoingStatusChanged,
  OUTCOME,
  readPhone,
  type Parsed,
  type Problem,
  type Received,
  STATUS,
  WireReader,
} from '#connector';
import type { LaporgubSettings } from './settings.ts';
import { textFor } from './text.ts';

interface Said {
  label: string;
  reason: string | undefined;
  snapshot: boolean;
}

/** LaporGub's messages in our words and ours in its, by the profile's shapes and tables. */
export class LaporgubMapper {
  readonly #reader: WireReader;

  constructor(private readonly settings: LaporgubSettings) {
    this.#reader = new WireReader(settings);
  }

  async toEvents({ kind, body }: Received): Promise<Parsed> {
    const problems: Problem[] = [];
    const value = decodeJson(body);
    const events = kind === 'webhook' ? await this.#message(value, problems) : await this.#complaint(value, problems);
    return { events, problems };
  }

  /** What the profile's `create` may use. Throws `rejected` where LaporGub would refuse what is known. */
  toAduan(outgoing: OutgoingOpened): object {
    const { complaint, reference, reporter, trackingUrl } = outgoing;
    const { location, marks, title, openedAt, category } = complaint;
    return {
      reference,
      title,
      text: textFor(outgoing, this.settings),
      category: this.#reader.labels.categoryWord(category),
      location,
      marks,
      reporter: marks.anonim ? null : reporter,
      openedAt,
      trackingUrl,
    };
  }

  toFollowUp(outgoing: OutgoingReplied | OutgoingFollowedUp, externalId: string): object {
    const author = outgoing.kind === 'replied' ? outgoing.author.name : undefined;
    return { externalId, deliveryId: outgoing.deliveryId, text: outgoing.text, author, at: outgoing.at };
  }

  /** `null` where LaporGub has no word for the status. */
  wordFor({ status, outcome, rejection }: OutgoingStatusChanged): string | null {
    return this.#reader.labels.wordFor(status, outcome ?? rejection);
  }

  toStatus(outgoing: OutgoingStatusChanged, externalId: string, label: string): object {
    const { deliveryId, status, outcome, note, at } = outgoing;
    const outcomeLabel = outcome ? OUTCOME[outcome] : undefined;
    return { externalId, deliveryId, label, statusLabel: STATUS[status].label, outcomeLabel, note, at };
  }

  async #message(value: unknown, problems: Problem[]): Promise<ComplaintEvent[]> {
    const kind = await this.#reader.kindOf(value, problems);
    if (kind === null) return [];
    const message = await this.#reader.read('message', value, problems);
    if (kind === 'opened') return this.#complaint(message.get('case'), problems);
    const externalId = message.needId('external_id');
    if (kind === 'reply') return this.#reply(externalId, message.get('reply'), problems);
    const said = { label: message.needText('label'), reason: message.text('reason'), snapshot: false };
    return this.#status(externalId, message.needTime('at'), said, problems);
  }

  /** The case as it began, what was said since, and where it stands now. */
  async #complaint(value: unknown, problems: Problem[]): Promise<ComplaintEvent[]> {
    const complaint = await this.#reader.read('complaint', value, problems);
    const externalId = complaint.needId('external_id');
    const said = { label: complaint.needText('label'), reason: complaint.text('reason'), snapshot: true };
    return [
      await this.#opened(externalId, complaint, problems),
      ...(await this.#saidSince(externalId, complaint, problems)),
      ...this.#status(externalId, complaint.needTime('changed_at'), said, problems),
    ];
  }

  async #opened(externalId: string, complaint: Fields, problems: Problem[]): Promise<EventOf<'opened'>> {
    // A mark that can't be read counts as set.
    const marks = { anonim: complaint.boolean('anonim') ?? true, rahasia: complaint.boolean('rahasia') ?? true };
    const unread = (['anonim', 'rahasia'] as const).filter((mark) => complaint.boolean(mark) === undefined);
    const reporter = complaint.fields('reporter');
    return {
      type: 'opened',
      id: externalId,
      externalId,
      at: complaint.needTime('opened_at'),
      text: complaint.needText('text'),
      channel: this.settings.connector,
      facts: { category: this.#category(complaint, problems), location: locationOf(complaint.fields('location')) },
      reporter: marks.anonim ? {} : { name: reporter.text('name'), phone: readPhone(reporter.text('phone')) },
      marks,
      unread: unread.length > 0 ? unread : undefined,
      attachments: await attachmentsOf(complaint, this.#reader, problems),
      reference: complaint.id('reference'),
      url: complaint.text('url'),
    };
  }

  async #saidSince(externalId: string, complaint: Fields, problems: Problem[]): Promise<ComplaintEvent[]> {
    const events: ComplaintEvent[] = [];
    for (const value of complaint.list('replies')) {
      // One that can't be read is shown, and holds back neither the others nor the status.
      events.push(...(await this.#reply(externalId, value, problems).catch((error) => noted(error, problems))));
    }
    return events;
  }

  async #reply(externalId: string, value: unknown, problems: Problem[]): Promise<ComplaintEvent[]> {
    const reply = await this.#reader.read('reply', value, problems);
    const kind = reply.needText('kind');
    const { follow_ups: voices, title } = this.settings;
    const voice = Object.hasOwn(voices, kind) ? voices[kind] : undefined;
    if (!voice) {
      problems.push({
        code: 'unknown_label',
        message: `Jenis tindak lanjut ${title} tidak dikenal: "${kind}"`,
        label: kind,
      });
      return [];
    }
    const own = reply.id('own');
    const shown = reply.boolean('public');
    if (shown === undefined && voice !== 'note') {
      const message = `Bidang public dari ${title} (reply) tidak terbaca: dianggap catatan internal`;
      problems.push({ code: 'invalid_field', message });
    }
    const isPublic = voice !== 'note' && shown === true;
    // Our own question is the citizen's, passed on by us; any other is an office's to the citizen.
    const isCitizen = voice === 'followed_up' || (voice === 'question' && own !== undefined);
    const author = { role: isCitizen ? ('citizen' as const) : ('office' as const), name: reply.text('by') };
    const base = {
      id: replyEventId(externalId, reply.needId('id')),
      externalId,
      at: reply.needTime('at'),
      own,
      author,
      text: reply.needText('text'),
      attachments: [],
    };
    if (isCitizen && isPublic) return [{ ...base, type: 'followed_up' }];
    const question = voice === 'question' && !isCitizen ? true : undefined;
    return [{ ...base, type: 'replied', public: isPublic, question }];
  }

  #status(externalId: string, at: string, { label, reason, snapshot }: Said, problems: Problem[]): ComplaintEvent[] {
    const meaning = this.#reader.labels.meaningOf(label);
    if (!meaning) {
      problems.push(this.#reader.unknownLabel(label, externalId));
      return [];
    }
    const base = { id: statusEventId(externalId, label, at), externalId, at, label, snapshot: snapshot || undefined };
    if (meaning.status) {
      const { status, outcome, rejection } = meaning;
      return [{ ...base, type: 'status_changed', status, outcome, rejection, note: reason }];
    }
    return meaning.event === 'returned'
      ? [{ ...base, type: 'returned', reason }]
      : [{ ...base, type: 'accepted', note: reason }];
  }

  #category(complaint: Fields, problems: Problem[]): EventOf<'opened'>['facts']['category'] {
    const word = complaint.text('category');
    if (word === undefined) return undefined;
    const category = this.#reader.labels.categoryOf(word);
    if (category === undefined) {
      const message = `Kategori ${this.settings.title} tidak dikenal: "${word}"`;
      problems.push({ code: 'unknown_label', message, label: word });
    }
    return category;
  }
}

export const replyEventId = (externalId: string, id: string): string => `${externalId}/reply/${id}`;

/** The same whether the platform writes the moment in WIB or in UTC. */
export const statusEventId = (externalId: string, label: string, at: string): string =>
  `${externalId}/status/${label}/${new Date(at).toISOString()}`;

/** For one thing of several: what can't be read of it becomes a problem of its own. */
function noted(error: unknown, problems: Problem[]): [] {
  if (!(error instanceof ConnectorError) || error.failure !== 'malformed') throw error;
  problems.push({ code: 'invalid_field', message: error.message });
  return [];
}

/** The files of an aduan. */
export async function attachmentsOf(aduan: Fields, reader: WireReader, problems: Problem[]): Promise<AttachmentRef[]> {
  const files: AttachmentRef[] = [];
  for (const value of aduan.list('attachments')) {
    const file = await reader.read('attachment', value, problems).catch((error) => noted(error, problems));
    if (file instanceof Fields)
      files.push({ id: file.needId('id'), url: file.needText('url'), mime: file.text('mime') });
  }
  return files;
}

function locationOf(place: Fields): Location | undefined {
  const location = {
    areaCode: place.id('area_code'),
    address: place.text('address'),
    lat: place.number('lat'),
    lon: place.number('lon'),
  };
  return Object.values(location).some((value) => value !== undefined) ? location : undefined;
}
