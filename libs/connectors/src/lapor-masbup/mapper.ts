import {
  decodeJson,
  OUTCOME,
  type OutgoingFile,
  type OutgoingFollowedUp,
  type OutgoingLinked,
  type OutgoingOpened,
  type OutgoingReplied,
  type OutgoingReturned,
  type OutgoingStatusChanged,
  type Parsed,
  type Received,
  REJECTION,
  STATUS,
  WireReader,
} from '#connector';
import { localTime } from './local-time.ts';
import { Reading } from './reading.ts';
import type { LaporMasbupSettings } from './settings.ts';

/** What the profile's `status` may use. */
export interface StatusToSet {
  deliveryId: string;
  /** `null` where the platform has no word for it: then it is not sent. */
  word: string | null;
  /** Our own label, for people. */
  meant: string;
  note: string | null;
  /** How it ended, in words, for where nobody wrote a note. */
  reason: string | undefined;
  source: string;
  at: string;
}

/** Lapor MasBuP's messages in our words and ours in its, by the profile's shapes and tables. */
export class LaporMasbupMapper {
  readonly #reader: WireReader;

  constructor(private readonly settings: LaporMasbupSettings) {
    this.#reader = new WireReader(settings);
  }

  async toEvents({ kind, body }: Received): Promise<Parsed> {
    const reading = new Reading(this.settings, this.#reader);
    const value = decodeJson(body);
    const events = kind === 'webhook' ? await reading.webhook(value) : await reading.complaint(value);
    return { events, problems: reading.problems };
  }

  /** What the profile's `create` may use. */
  toComplaint(outgoing: OutgoingOpened) {
    const { deliveryId, reference, originExternalId, reporter, trackingUrl, complaint } = outgoing;
    const { title, text, channel, location, marks, openedAt } = complaint;
    return {
      deliveryId,
      reference,
      originExternalId,
      trackingUrl,
      title,
      text,
      channel,
      location,
      marks,
      openedAt: this.local(openedAt),
      category: this.#reader.labels.categoryWord(complaint.category),
      reporter: marks.anonim ? null : reporter,
      attachments: outgoing.attachments.map(asLink),
    };
  }

  toReply(outgoing: OutgoingReplied | OutgoingFollowedUp) {
    const { deliveryId, text, at } = outgoing;
    const office = outgoing.kind === 'replied' ? { author: outgoing.author.name, source: outgoing.source } : {};
    return { deliveryId, text, at: this.local(at), ...office, attachments: outgoing.attachments.map(asLink) };
  }

  toStatus({ deliveryId, status, outcome, rejection, note, source, at }: OutgoingStatusChanged): StatusToSet {
    const word = this.#reader.labels.wordFor(status, outcome ?? rejection);
    const reason = outcome ? OUTCOME[outcome] : rejection ? REJECTION[rejection] : undefined;
    return { deliveryId, word, meant: STATUS[status].label, note, reason, source, at: this.local(at) };
  }

  toReturn({ deliveryId, reason, source, at }: OutgoingReturned): StatusToSet {
    const word = this.#reader.labels.wordFor('returned');
    return { deliveryId, word, meant: 'Dikembalikan', note: reason, reason: undefined, source, at: this.local(at) };
  }

  toLink({ deliveryId, instance, externalId, url }: OutgoingLinked) {
    return { deliveryId, platform: instance, number: externalId, url };
  }

  local(at: string): string {
    return localTime(at, this.settings.times.offset);
  }

  /** When the last of these complaints changed, or `otherwise`; one that can't be read moves nothing. */
  async changesOf(values: readonly unknown[]): Promise<string[]> {
    const times: string[] = [];
    for (const value of values) {
      const change = await this.#reader.read('change', value, []).catch(() => undefined);
      const at = change?.time('at');
      if (at) times.push(at);
    }
    return times;
  }
}

/** Lapor MasBuP takes files by their address. */
const asLink = ({ id, url, mime, size }: OutgoingFile) => ({ id, url, mime, size });
