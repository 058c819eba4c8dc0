import type { ChannelEvent, Complaint, Message, Person, Rule } from '#complaint';
import {
  type Connection,
  ConnectorError,
  type Outgoing,
  type OutgoingOpened,
  type OutgoingSaid,
  type Push,
  type Receipt,
} from '#connector';
import { dataSource, dueConversations, keepUnits, poolOf, registerInstances, Sealer } from '#store';
import { Bell, deliverLane, type Hub, ingest, INTAKE, type Instance, Leases, openDue } from '#sync';
import type { Understanding } from '#text';
import { PgBoss } from 'pg-boss';
import type { Pool } from 'pg';
import { createDatabase } from '../setup/database.ts';
import { migrated } from '../setup/migrated.ts';

const START = Date.parse('2026-11-24T01:00:00Z');
const QUIET_MS = 75_000;

const RULES: Rule[] = [
  { name: 'jalan', when: { category: ['road'], kewenangan: ['kabupaten'] }, to: 'dinas', why: 'jalan kabupaten' },
  { name: 'sisanya', when: {}, to: 'home', why: 'di rumah' },
];

/** What the hub said, and how the channel answers the next time it speaks. */
class Channel {
  readonly said: OutgoingSaid[] = [];
  /** Thrown instead of an answer. `lost`: after it was said all the same. */
  fault: { error: ConnectorError; lost?: boolean } | null = null;
  /** What happens between the next thing that is said and its answer. */
  during: ((said: OutgoingSaid) => Promise<void>) | null = null;
  /** Whom nothing may be said to, whatever the reason. */
  isClosed: (said: OutgoingSaid) => boolean = () => false;
  answersPrivately = false;
  settle: Push<OutgoingSaid>['settle'] = 'hear';

  get connection(): Connection {
    return {
      expresses: ['anonim', 'rahasia'],
      answersPrivately: this.answersPrivately,
      parse: async ({ body }) => {
        const said = [JSON.parse(body.toString()) as ChannelEvent];
        return { events: [], said, problems: [] };
      },
      push: {
        said: {
          settle: this.settle,
          send: async (outgoing) => {
            const { fault, during } = this;
            this.fault = null;
            this.during = null;
            const isClosed = this.isClosed(outgoing);
            if (!isClosed && (!fault || fault.lost)) this.said.push(outgoing);
            await during?.(outgoing);
            if (isClosed) throw new ConnectorError('rejected', 'Jendela sudah tertutup', { why: 'window' });
            if (fault) throw fault.error;
            return { externalId: outgoing.conversation.id, eventIds: [`kata-${outgoing.deliveryId}`] };
          },
        },
      },
      ping: async () => 'ada',
    };
  }

  get last(): OutgoingSaid {
    const last = this.said.at(-1);
    if (!last) throw new Error('Nothing was said');
    return last;
  }
}

/** Home of every complaint, which takes whatever it is told. */
class Home {
  readonly told: Outgoing[] = [];

  get connection(): Connection {
    const take = async (outgoing: Outgoing): Promise<Receipt> => {
      this.told.push(outgoing);
      return { externalId: outgoing.kind === 'opened' ? `R-${outgoing.reference}` : 'R' };
    };
    const push = { send: take, settle: 'repeat' as const };
    return {
      expresses: ['anonim', 'rahasia'],
      parse: async ({ body }) => ({ events: [JSON.parse(body.toString()) as never], problems: [] }),
      push: { opened: push, replied: push, followed_up: push, status_changed: push },
      ping: async () => 'ada',
    };
  }

  get opened(): OutgoingOpened[] {
    return this.told.filter((each) => each.kind === 'opened');
  }
}

/** The engine between a channel and a home, on a database of its own and a clock that the test moves. */
export class Rig {
  readonly channel = new Channel();
  readonly home = new Home();
  /** Where the roads of the regency go. */
  readonly office = new Home();
  readonly understood: Partial<Understanding> = {};
  now = START;
  private keys = 0;

  private constructor(
    readonly hub: Hub,
    readonly pool: Pool,
    private readonly leases: Leases,
    readonly stop: () => Promise<void>,
  ) {}

  static async start(rules: Partial<typeof INTAKE> = {}): Promise<Rig> {
    const database = await createDatabase(migrated);
    const source = await dataSource(database.url, 8).initialize();
    const pool = poolOf(source);
    const names = ['kanal', 'rumah', 'dinas'];
    await registerInstances(
      pool,
      names.map((name) => ({ name, connector: name === 'kanal' ? 'whatsapp' : 'uji' })),
    );
    const bell = new Bell(new PgBoss(database.url));
    bell.answerHere = () => {};
    const instances = new Map<string, Instance>();
    const quiet = { info: () => {}, warn: () => {}, error: (fields: object) => console.error(fields) };
    const leases = new Leases(pool);
    const hub: Hub = {
      pool,
      bell,
      sealer: new Sealer('kunci-rahasia-uji-coba'),
      instances,
      routing: { home: 'rumah', rules: RULES, roads: [] },
      retry: [1_000],
      publicUrl: 'https://aduan.example',
      log: quiet,
      intake: {
        rules: { ...INTAKE, quietMs: QUIET_MS, ...rules },
        applied: { area: true, road: true, category: true, kewenangan: true },
        isHere: () => true,
        now: () => new Date(rig.now),
        understand: (text) => rig.understand(text),
      },
    };
    const rig = new Rig(hub, pool, leases, async () => {
      leases.stop();
      await source.destroy();
      await database.drop();
    });
    for (const name of names) instances.set(name, rig.instance(name));
    return rig;
  }

  private instance(name: string): Instance {
    const { channel, home, office } = this;
    const side = { kanal: channel, dinas: office }[name] ?? home;
    return {
      name,
      connector: name === 'kanal' ? 'whatsapp' : 'uji',
      title: name === 'kanal' ? 'Kanal Uji' : 'Rumah Uji',
      get connection() {
        return side.connection;
      },
      dryConnection: () => home.connection,
      pollEveryMs: 1_000,
    };
  }

  /** Roads and lamps are complaints, a village is a place; everything else is what `understood` says. */
  private understand(text: string): Understanding {
    const isComplaint = /bolong|rusak|peteng|mati/i.test(text);
    const hasPlace = /bobotsari|desa/i.test(text);
    const chatter = /selamat pagi/i.test(text) ? 'greeting' : /mantap/i.test(text) ? 'praise' : null;
    return {
      isComplaint,
      chatter: isComplaint ? null : chatter,
      category: isComplaint ? 'road' : null,
      kewenangan: null,
      area: hasPlace ? { code: '33.03.09', kecamatan: 'Bobotsari', desa: null } : null,
      candidates: [],
      road: null,
      confidence: isComplaint ? 0.9 : 0.1,
      isSure: isComplaint,
      matched: [],
      why: [],
      missing: [...(isComplaint ? [] : (['what'] as const)), ...(hasPlace ? [] : (['where'] as const))],
      ...this.understood,
    };
  }

  /** Tells the hub what happened on the channel, and lets it do what follows from that. */
  async tell(...events: ChannelEvent[]): Promise<void> {
    await keepUnits(
      this.pool,
      events.map((event) => this.unit('kanal', event)),
    );
    await this.settle();
  }

  /** What home tells of one of its cases. */
  async tellAtHome(event: object): Promise<void> {
    await keepUnits(this.pool, [this.unit('rumah', event)]);
    await this.settle();
  }

  private unit(instance: string, payload: object) {
    const body = Buffer.from(JSON.stringify(payload));
    const { sealer } = this.hub;
    // A key of its own each time: that the same is heard once must not rest on the inbox alone.
    const deliveryId = `unit-${(this.keys += 1)}`;
    const kind = 'unit' as const;
    return {
      instance,
      kind,
      deliveryId,
      headers: {},
      body: sealer.seal(body),
      bodyHash: sealer.hash(body),
      traceId: 'uji',
    };
  }

  /** The clock goes on; whoever has been silent for long enough has said it all. */
  async pass(ms: number): Promise<void> {
    this.now += ms;
    await this.settle();
  }

  quiet = (): Promise<void> => this.pass(QUIET_MS);

  async settle(): Promise<void> {
    for (let busy = true; busy; ) {
      busy = false;
      for (const name of this.hub.instances.keys()) while ((await ingest(this.hub, name)) > 0) busy = true;
      for (const { id } of await dueConversations(this.pool, new Date(this.now), 50)) {
        await openDue(this.hub, id);
        busy = true;
      }
      const { rows } = await this.pool.query<{ lane: string }>(
        `select distinct lane from outbox where state = 'waiting' and run_at <= now()`,
      );
      for (const { lane } of rows) busy = (await deliverLane(this.hub, this.leases, lane)) > 0 || busy;
    }
  }

  async complaints(): Promise<(Complaint & { channel: string })[]> {
    const { rows } = await this.pool.query<Complaint>(
      `select id, number, text, channel, status, category, kewenangan, location, origin,
         json_build_object('anonim', anonim, 'rahasia', rahasia) as marks from complaint order by number`,
    );
    return rows;
  }

  async dropped(): Promise<string[]> {
    const { rows } = await this.pool.query<{ reason: string }>(
      `select reason from message where state = 'dropped' order by created_at, at`,
    );
    return rows.map(({ reason }) => reason);
  }

  async stateOf(deliveryId: string): Promise<string> {
    const { rows } = await this.pool.query<{ state: string }>(
      'select state from message where delivery_id = $1 order by id limit 1',
      [deliveryId],
    );
    return rows[0]?.state ?? '';
  }

  at = (): string => new Date(this.now).toISOString();
}

let count = 0;
export const somebody = (more: Partial<Person> = {}): Person => {
  count += 1;
  return {
    ids: [`orang-${count}`],
    name: 'Warga Contoh',
    phone: `+62899000${String(count).padStart(4, '0')}`,
    ...more,
  };
};

/** Something that `person` says to us alone. */
export function says(rig: Rig, person: Person, text: string, more: Partial<Message> = {}): Message {
  count += 1;
  return {
    type: 'message',
    id: `pesan-${count}`,
    at: rig.at(),
    conversation: { kind: 'direct', id: person.ids[0] ?? '' },
    person,
    text,
    attachments: [],
    ...more,
  };
}

/** What home tells of the complaint with that number. */
export const fromHome = (rig: Rig, number: string, event: object): Promise<void> => {
  count += 1;
  return rig.tellAtHome({ id: `kabar-${count}`, externalId: `R-${number}`, at: rig.at(), ...event });
};

/** Somebody complains to us alone; the number of what becomes of it. */
export async function complains(rig: Rig, person: Person): Promise<string> {
  await rig.tell(says(rig, person, 'jalan desa rusak'));
  await rig.quiet();
  return (await rig.complaints()).at(-1)?.number ?? '';
}
