import type { AttachmentRef, ChannelEvent, Conversation, Location, Message, Person } from '#complaint';
import type { Parsed, Problem, Received } from '../contract.ts';
import { ConnectorError } from '../errors.ts';
import { isRecord } from '../profile/decorators.ts';
import type { Fields } from '../reading/fields.ts';
import { decodeJson } from '../reading/json.ts';
import { readPhone } from '../reading/phone.ts';
import { ShapeReader } from '../reading/reader.ts';
import { cleanText } from '../reading/text.ts';
import { evaluate } from '../wire/expression.ts';
import { whyOf } from '../wire/failures.ts';
import type { ChannelProfile } from './profile.ts';
import { shapeOf } from './units.ts';

/** What each kind of shape reads. A connector's needs name the shapes it has, with these. */
export const MESSAGE = [
  'id',
  'at',
  'conversation?',
  'kind?',
  'post?',
  'person?',
  'name?',
  'username?',
  'phone?',
  'text?',
  'files?',
  'location?',
  'quotes?',
  'button?',
  'mentions_us?',
  'forwarded?',
  'unreadable?',
  'by_us?',
  'own?',
] as const;
export const EDITED = ['id', 'at', 'message', 'text'] as const;
export const MOVED = ['id', 'at', 'message', 'to'] as const;
export const RECEIPT = ['id', 'at', 'state', 'messages?', 'until?', 'person?', 'own?', 'code?', 'words?'] as const;
export const CHANGED = ['id', 'at', 'before', 'person', 'name?', 'phone?'] as const;
export const NOTED = ['id', 'at?', 'what', 'alarming?'] as const;

/** Where a platform names a file by its id alone: the adapter asks for the address when it fetches it. */
export const BY_ID = 'media:';

const BY_US = ['echo', 'by_hand', 'unclear'] as const;

/** Turns units into what was said, by the profile's shapes. */
export class ChannelReader {
  readonly #shapes: ShapeReader;

  constructor(
    private readonly profile: ChannelProfile,
    private readonly now: () => Date,
  ) {
    this.#shapes = new ShapeReader(profile);
  }

  async parse({ body }: Pick<Received, 'body'>): Promise<Parsed> {
    const { title, account, units } = this.profile;
    const unit = decodeJson(body);
    if (!isRecord(unit)) throw new ConnectorError('malformed', `Kabar dari ${title} bukan objek`);
    const input = { ...unit, us: account };
    const problems: Problem[] = [];
    const of = units.account === undefined ? undefined : await evaluate(units.account, input);
    const shape = shapeOf(this.profile, unit['type']);
    if (typeof of === 'string' && !Object.values(account).includes(of)) {
      return { events: [], said: [this.#noted(`Kabar untuk akun lain di ${title}`)], problems };
    }
    if (shape === 'unknown') return { events: [], problems: [this.#unknown(unit['type'])] };
    const fields = await this.#shapes.read(shape, input, problems);
    return { events: [], said: [this.#event(shape.replace(/_.*$/, ''), fields)], problems };
  }

  #event(kind: string, fields: Fields): ChannelEvent {
    const base = () => ({ id: fields.needId('id'), at: fields.needTime('at') });
    switch (kind) {
      case 'message':
        return this.#message(fields);
      case 'edited':
        return {
          type: 'message_edited',
          ...base(),
          messageId: fields.needId('message'),
          text: fields.needText('text'),
        };
      case 'moved': {
        const to = fields.needText('to') as 'withdrawn' | 'hidden' | 'shown';
        return { type: 'message_moved', ...base(), messageId: fields.needId('message'), to };
      }
      case 'receipt':
        return this.#receipt(fields);
      case 'changed':
        return {
          type: 'person_changed',
          ...base(),
          before: idsOf(fields, 'before'),
          person: personOf(fields) ?? this.#nobody(),
        };
      case 'noted': {
        const at = fields.time('at') ?? this.now().toISOString();
        const alarming = fields.boolean('alarming') ? { alarming: true } : {};
        return { type: 'noted', id: fields.needId('id'), at, what: fields.needText('what'), ...alarming };
      }
      default:
        throw new ConnectorError('malformed', `Profil ${this.profile.title}: bentuk ${kind} tidak dikenal`);
    }
  }

  #message(fields: Fields): Message {
    const person = personOf(fields);
    const id = fields.needId('id');
    const kind = fields.text('kind') === 'comment' ? 'comment' : 'direct';
    const conversation: Conversation = {
      kind,
      id: fields.id('conversation') ?? (kind === 'comment' ? id : (person?.ids[0] ?? this.#nobody())),
      post: fields.id('post'),
    };
    const byUs = fields.text('by_us');
    return {
      type: 'message',
      id,
      at: fields.needTime('at'),
      conversation,
      person,
      text: fields.text('text') ?? '',
      attachments: filesOf(fields),
      location: locationOf(fields),
      quotes: fields.id('quotes'),
      button: fields.text('button'),
      mentionsUs: fields.boolean('mentions_us') || undefined,
      forwarded: fields.boolean('forwarded') || undefined,
      unreadable: fields.text('unreadable', 100),
      byUs: BY_US.find((word) => word === byUs),
      own: fields.id('own'),
    };
  }

  #receipt(fields: Fields): ChannelEvent {
    const { receipts, title, errors } = this.profile;
    const word = fields.needText('state');
    const state = Object.hasOwn(receipts, word) ? receipts[word] : undefined;
    if (!state) throw new ConnectorError('malformed', `Keadaan pesan ${title} tidak dikenal: "${cleanText(word, 60)}"`);
    const code = fields.id('code');
    const failure =
      state === 'failed'
        ? {
            code: code ?? '',
            why: code === undefined ? ('refused' as const) : whyOf(errors, code),
            message: `${title} tidak menyampaikan pesan (${code ?? 'tanpa kode'})`,
          }
        : undefined;
    return {
      type: 'receipt',
      id: fields.needId('id'),
      at: fields.needTime('at'),
      state,
      messageIds: idsOf(fields, 'messages'),
      until: fields.time('until'),
      person: personOf(fields) ?? undefined,
      own: fields.id('own'),
      failure,
    };
  }

  #noted(what: string): ChannelEvent {
    return { type: 'noted', id: '-', at: this.now().toISOString(), what };
  }

  #unknown(word: unknown): Problem {
    const label = typeof word === 'string' ? cleanText(word, 100) : '';
    return { code: 'unknown_type', message: `Jenis kabar ${this.profile.title} tidak dikenal: "${label}"`, label };
  }

  #nobody(): never {
    throw new ConnectorError('malformed', `Kabar dari ${this.profile.title} tidak menyebut siapa pengirimnya`);
  }
}

const idsOf = (fields: Fields, name: string): string[] =>
  fields.list(name).flatMap((id) => (typeof id === 'string' || typeof id === 'number' ? String(id) : []));

function personOf(fields: Fields): Person | null {
  const ids = idsOf(fields, 'person');
  if (ids.length === 0) return null;
  return {
    ids,
    name: fields.text('name', 200),
    username: fields.text('username', 100)?.replace(/^@/, ''),
    phone: readPhone(fields.text('phone')?.replace(/^\d/, '+$&')),
  };
}

function filesOf(fields: Fields): AttachmentRef[] {
  return fields.list('files').flatMap((file) => {
    const { id, url, mime } = Object(file) as Record<string, unknown>;
    const name = typeof id === 'string' ? id : undefined;
    const address = typeof url === 'string' ? url : name && `${BY_ID}${name}`;
    if (address === undefined) return [];
    return [{ id: name ?? address, url: address, mime: typeof mime === 'string' ? mime.split(';')[0] : undefined }];
  });
}

function locationOf(fields: Fields): Location | undefined {
  const place = fields.fields('location');
  const lat = place.number('lat');
  const lon = place.number('lon');
  if (lat === undefined || lon === undefined) return undefined;
  return { lat, lon, address: place.text('address', 500) };
}
