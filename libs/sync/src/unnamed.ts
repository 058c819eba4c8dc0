import type { ChannelEvent, Person, Reporter } from '#complaint';
import {
  type Connection,
  ConnectorError,
  decodeJson,
  isRecord,
  type Parsed,
  type Received,
  scalarsOf,
} from '#connector';
import { withoutPerson } from './without-person.ts';

/** Stands where the reporter's would: no expression of a profile can bring a person's data into a trial. */
export const SOMEBODY: Required<Reporter> = {
  name: 'Nama Pelapor',
  phone: '+6280000000000',
  email: 'pelapor@contoh.example',
  account: 'akun-pelapor',
};

/**
 * A kept message in which nobody can be recognised, whatever another profile reads out of it.
 *
 * The profile that rules says who complains: their values are replaced wherever they stand, and of the part of the
 * message that holds one, only what that profile shows of it anyway is left. Where it finds nobody, that goes for all of
 * the message: its fields may only have moved.
 *
 * @param said what may be seen besides: the text of the profile that rules.
 */
export async function unnamed(connection: Connection, received: Received, said: string): Promise<Received> {
  const body = readable(received.body);
  if (body === undefined) return received;
  const { events, said: heard = [], problems } = await parsed(connection, received);
  const persons = new Map<string, string>();
  for (const reporter of [...events.flatMap(reportersOf), ...heard.flatMap(speakersOf)]) {
    for (const [field, value] of Object.entries(reporter)) {
      if (value) persons.set(keyOf(value), SOMEBODY[field as keyof Reporter]);
    }
  }
  const shown = scalarsOf([events.map((event) => withoutPerson(event).event), problems]);
  const veil = new Veil(persons, [said, ...shown].join('\n'));
  return { ...received, body: Buffer.from(JSON.stringify(veil.over(body, persons.size === 0))) };
}

class Veil {
  private readonly open: string;

  constructor(
    private readonly persons: ReadonlyMap<string, string>,
    open: string,
  ) {
    this.open = this.withoutNames(open);
  }

  over(value: unknown, isGuarded: boolean): unknown {
    if (Array.isArray(value)) return value.map((each) => this.over(each, isGuarded));
    if (isRecord(value)) {
      const guards = isGuarded || Object.values(value).some((each) => this.isPersons(each));
      return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, this.over(each, guards)]));
    }
    if (typeof value === 'number') return this.isLeft(String(value), isGuarded) ? value : 0;
    if (typeof value !== 'string') return value;
    const stand = this.persons.get(keyOf(value));
    if (stand !== undefined) return stand;
    const text = this.withoutNames(value);
    return this.isLeft(text, isGuarded) ? text : '***';
  }

  private isPersons = (value: unknown): boolean =>
    (typeof value === 'string' || typeof value === 'number') && this.persons.has(keyOf(String(value)));

  private isLeft(text: string, isGuarded: boolean): boolean {
    if (this.open.includes(text)) return true;
    return isGuarded ? MOMENT.test(text) || SHORT_NUMBER.test(text) : !NAMES_SOMEBODY.test(text);
  }

  private withoutNames(text: string): string {
    let left = text;
    for (const [key, stand] of this.persons) {
      if (key.length >= SHORTEST_CHARS) left = left.replace(new RegExp(RegExp.escape(key), 'giu'), () => stand);
    }
    return left;
  }
}

/** Shorter, it stands in too many words. */
const SHORTEST_CHARS = 4;
const MOMENT = /^\d{4}-\d\d-\d\d[ T]\d\d:\d\d/;
const SHORT_NUMBER = /^-?\d{0,8}(\.\d*)?$/;
/** Nothing but a telephone number, a number of a person's papers or an address of e-mail. */
const NAMES_SOMEBODY = /^(\+?\d[\d .()-]{7,}|[^\s@]+@[^\s@]+)$/;
const PHONE = /^\+?[\d .()-]{8,}$/;
const LAST_DIGITS = 8;

/** The same for a telephone number however it is written. */
function keyOf(value: string): string {
  const text = value.trim();
  return PHONE.test(text) ? text.replace(/\D/g, '').slice(-LAST_DIGITS) : text.toLowerCase();
}

const reportersOf = (event: object): Reporter[] => {
  const { reporter, author } = event as { reporter?: Reporter; author?: { role: string; name?: string } };
  return [
    ...(reporter ? [reporter] : []),
    ...(author?.role === 'citizen' && author.name ? [{ name: author.name }] : []),
  ];
};

function speakersOf(event: ChannelEvent): Reporter[] {
  const { person } = event as { person?: Person | null };
  if (!person) return [];
  const { ids, name, username, phone } = person;
  return [...[...ids, username].map((account) => ({ account })), { name, phone }];
}

async function parsed(connection: Connection, received: Received): Promise<Parsed> {
  try {
    return await connection.parse(received);
  } catch (error) {
    if (!(error instanceof ConnectorError)) throw error;
    return { events: [], problems: [] };
  }
}

function readable(body: Buffer): unknown {
  try {
    return decodeJson(body);
  } catch {
    return undefined;
  }
}
