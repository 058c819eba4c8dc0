import { createHmac } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect } from '@jest/globals';
import type { Faults, GraphSimulator, PostsSimulator } from '#connector/testing';
import { eventually, startWorld, type World } from '../../setup/world.ts';
import { FaultProxy } from './proxy.ts';
import { copyConfig } from './settings.ts';

export const PATIENCE_MS = 20_000;
export const CHANNELS = ['whatsapp', 'instagram', 'facebook', 'tiktok'] as const;
export type Channel = (typeof CHANNELS)[number];
export const POSTS = ['instagram', 'facebook', 'tiktok'] as const;
export type Way = 'direct' | 'comment';

/** By which request each channel says something. */
const WRITES: Record<Channel, Partial<Record<Way, RegExp>>> = {
  whatsapp: { direct: /\/messages$/ },
  instagram: { comment: /\/replies$/, direct: /\/messages$/ },
  facebook: { comment: /\/comments$/, direct: /\/messages$/ },
  tiktok: { comment: /reply\/create\/$/, direct: /message\/send\/$/ },
};
export const WAYS = CHANNELS.flatMap((channel) =>
  (Object.keys(WRITES[channel]) as Way[]).map((way): [Channel, Way] => [channel, way]),
);

/** A citizen's complaint on a channel, which home knows and nothing is on its way of. */
export interface Talk {
  channel: Channel;
  /** The conversation, or the comment, at the platform. */
  caseId: string;
  number: string;
  /** The complaint at home. */
  nomor: string;
}
type Place = Pick<Talk, 'channel' | 'caseId'>;
type Complaint = Pick<Talk, 'channel' | 'number'>;

const isChannel = (name: string): name is Channel => CHANNELS.some((each) => each === name);

const LAMP = 'lampu jalan di desa Bokol Kemangkon mati';

/** The hub between home and the simulated channels, and what tests of their faults do and ask there. */
export class Talks {
  #people = 0;
  #said = 0;

  private constructor(
    readonly world: World,
    /** Between the hub and each channel. */
    readonly lines: Readonly<Record<Channel, FaultProxy>>,
    private readonly folder: string,
  ) {}

  static async open(): Promise<Talks> {
    const folder = mkdtempSync(join(tmpdir(), 'simpul-kanal-'));
    // A silent platform is given up after a second instead of fifteen.
    const HUB_CONFIG_DIR = copyConfig(folder, '1s');
    const lines: Partial<Record<Channel, FaultProxy>> = {};
    const world = await startWorld({ HUB_CONFIG_DIR, INTAKE_QUIET: '300ms', POLL_EVERY: '1s' }, undefined, {
      channels: true,
      through: async (name, url) => {
        if (!isChannel(name)) return url;
        const line = await new FaultProxy(() => Number(new URL(url).port)).listen();
        lines[name] = line;
        return line.url;
      },
    });
    return new Talks(world, lines as Record<Channel, FaultProxy>, folder);
  }

  async close(): Promise<void> {
    await this.world.stop();
    await Promise.all(Object.values(this.lines).map((line) => line.close()));
    rmSync(this.folder, { recursive: true, force: true });
  }

  calm(): void {
    for (const name of CHANNELS) {
      this.world.platform(name).faults.clear();
      this.lines[name].clear();
    }
  }

  /** As when the hub has waited for as long as it had to. */
  async forgive(): Promise<void> {
    await this.sql(`update instance set breaker_failures = 0, breaker_until = null, throttled_until = null`);
    await this.sql(`update outbox set run_at = now() where state = 'waiting'`);
  }

  graph = (channel: Channel) => this.world.platform(channel).simulator as GraphSimulator;
  posts = (channel: Channel) => this.world.platform(channel).simulator as PostsSimulator;

  async sql<Row extends object>(text: string, values: unknown[] = []): Promise<Row[]> {
    return (await this.world.pool.query<Row>(text, values)).rows;
  }

  /** The channel's faults, which then meet nothing but what we say there in that way. */
  faultsOn(channel: Channel, way: Way): Faults {
    const { faults } = this.world.platform(channel);
    faults.on = ({ method, path }) => method === 'POST' && WRITES[channel][way]?.test(path) === true;
    return faults;
  }

  /** Who spoke last. */
  person = (channel: Channel): string => `warga.${channel}.${this.#people}`;

  async speak(channel: Channel, way: Way, isi = LAMP): Promise<Place> {
    this.#people += 1;
    const person = { nama: this.person(channel), nomor: `62899100${1000 + this.#people}` };
    const play = way === 'comment' ? 'komentar' : 'kirim';
    return { channel, caseId: await this.world.platform(channel).play(play, null, { ...person, isi }) };
  }

  async begin(channel: Channel, way: Way, isi = LAMP): Promise<Talk> {
    const place = await this.speak(channel, way, isi);
    const number = await this.numberIn(place);
    const nomor = await eventually(async () => {
      const [row] = await this.sql<{ id: string }>(
        `select external_id as id from link join complaint on complaint.id = complaint_id
         where number = $1 and instance = 'lapor-masbup' and state = 'open'`,
        [number],
      );
      return row?.id ?? Promise.reject(new Error('not at home yet'));
    }, PATIENCE_MS);
    await eventually(async () => {
      const open = await this.sql(
        `select from outbox o join complaint c on c.id = complaint_id
         where number = $1 and o.state in ('waiting', 'sending')`,
        [number],
      );
      expect(open).toEqual([]);
    }, PATIENCE_MS);
    return { ...place, number, nomor };
  }

  numberIn(place: Place): Promise<string> {
    return eventually(() => {
      const number = /SA-\d{4}-\d{6}/.exec(this.ours(place).join('\n'))?.[0];
      if (!number) throw new Error('no number yet');
      return number;
    }, PATIENCE_MS);
  }

  /** What our account said there, as people see it. */
  ours({ channel, caseId }: Place): string[] {
    const found = this.world.platform(channel).cases.find(({ id }) => id === caseId);
    return found?.lines.filter((line) => / Kami( \(\w+\))?: /.test(line)) ?? [];
  }

  /** An officer answers at home; what is told of it is told on the channel. */
  async reply({ nomor }: Talk): Promise<string> {
    this.#said += 1;
    const isi = `Tim ${this.#said} menuju lokasi`;
    await this.world.home.play('tanggapan', nomor, { isi, nama: 'DINHUB', peran: 'admin_opd' });
    return isi;
  }

  /** How many of them stand there; below a comment, for all to read, an office's own words do not. */
  replies = (talk: Talk): number => this.ours(talk).filter((line) => /anggapan .*untuk aduan/.test(line)).length;

  stand = (talk: Talk, count: number) => eventually(() => expect(this.replies(talk)).toBe(count), PATIENCE_MS);

  said({ number, channel }: Complaint) {
    return this.sql<{ id: string; state: string; reason: string | null; attempts: number }>(
      `select o.id, o.state, o.reason, o.attempts from outbox o join complaint c on c.id = complaint_id
       where number = $1 and instance = $2 and kind = 'said' order by seq`,
      [number, channel],
    );
  }

  /** How each try of the hub to say something ended, and how long the platform took. */
  tries({ number, channel }: Complaint) {
    return this.sql<{ outcome: string; ms: number }>(
      `select audit.outcome, coalesce(audit.duration_ms, 0) as ms from audit join complaint c on c.id = complaint_id
       where number = $1 and instance = $2 and hop = 'deliver' order by audit.id`,
      [number, channel],
    );
  }

  outcomes = async (talk: Complaint): Promise<string[]> => (await this.tries(talk)).map(({ outcome }) => outcome);

  meets = (talk: Complaint, outcome: string) =>
    eventually(async () => expect(await this.outcomes(talk)).toContain(outcome), PATIENCE_MS);

  /** As if the minutes had gone by in which a receipt or a late write may show. Once for each: the hub has to get at it. */
  hurry = () =>
    this.sql(
      `update outbox set tried_at = tried_at - interval '2 minutes', run_at = now()
       where state = 'waiting' and unsettled and tried_at > now() - interval '1 minute'`,
    );

  /** The newest thing said comes to `state`. */
  becomes(talk: Complaint, state: string, { hurried = true } = {}) {
    return eventually(async () => {
      if (hurried) await this.hurry();
      const last = (await this.said(talk)).at(-1);
      expect(last?.state).toBe(state);
      return last?.id ?? '';
    }, PATIENCE_MS);
  }

  async isShownToAPerson(deliveryId: string): Promise<void> {
    const { body } = await this.world.api<{ data: { id: string }[] }>('/parked?limit=100');
    expect(body.data.map(({ id }) => id)).toContain(`d_${deliveryId}`);
  }

  async decide(deliveryId: string, act: 'retry' | 'skip'): Promise<void> {
    const body = act === 'skip' ? { reason: 'Sudah terlihat di sana' } : {};
    const { status } = await this.world.api(`/parked/d_${deliveryId}/${act}`, { method: 'POST', body });
    expect(status).toBe(200);
  }

  /** Waits until all that was told by now is taken in. Polls bring units all the time, so the world is never still. */
  async heardAll(): Promise<void> {
    await eventually(() => {
      for (const name of CHANNELS) expect(this.graph(name).webhooksPending()).toBe(0);
    }, PATIENCE_MS);
    // The slowest echo and receipt of a simulator.
    await sleep(700);
    const [newest] = await this.sql<{ id: string }>('select coalesce(max(id), 0)::text as id from inbox');
    await eventually(async () => {
      const pending = `select from inbox where id <= $1 and state in ('new', 'waiting')`;
      expect(await this.sql(pending, [newest?.id])).toEqual([]);
    }, PATIENCE_MS);
  }

  /** What the channel is held to have told of the complaint since it opened it. */
  heard({ number, channel }: Complaint) {
    return this.sql<{ type: string; text: string }>(
      `select type, e.body ->> 'text' as text from event e join complaint c on c.id = complaint_id
       where number = $1 and instance = $2 and type <> 'opened' and effect <> 'echo' order by e.received_at`,
      [number, channel],
    );
  }

  /** Signs as the platform does. */
  signed(channel: Channel, raw: string, { secret = this.graph(channel).secret, age = 0 } = {}): Record<string, string> {
    const hmac = (text: string) => createHmac('sha256', secret).update(text).digest('hex');
    const t = Math.floor(Date.now() / 1000) - age;
    return channel === 'tiktok'
      ? { 'tiktok-signature': `t=${t},s=${hmac(`${t}.${raw}`)}` }
      : { 'x-hub-signature-256': `sha256=${hmac(raw)}` };
  }

  async post(channel: Channel, raw: string, headers = this.signed(channel, raw)): Promise<number> {
    const response = await fetch(`${this.world.url}/webhooks/${channel}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: raw,
    });
    return response.status;
  }
}
