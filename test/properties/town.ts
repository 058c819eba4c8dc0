import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { HttpService } from '@nestjs/axios';
import axios from 'axios';
import type { PlatformSimulator, SentWebhook } from '#connector/testing';
import { LaporgubSimulator, LaporMasbupSimulator, SmartdpuSimulator } from '#connectors/simulators';
import { dataSource, poolOf, registerInstances, Sealer } from '#store';
import {
  type Act,
  actOn,
  Bell,
  deliverLane,
  type Hub,
  ingest,
  type Instance,
  Leases,
  noteExchange,
  poll,
  Receiver,
  retryAll,
  Tokens,
} from '#sync';
import type { Pool } from 'pg';
import { PgBoss } from 'pg-boss';
import { type DryRun, dryRun } from '../../libs/sync/src/dry-run.ts';
import { fetchCase } from '../../libs/sync/src/fetch-case.ts';
import { LaporMasbupAdapter } from '../../libs/connectors/src/lapor-masbup/adapter.ts';
import { LaporgubAdapter } from '../../libs/connectors/src/laporgub/adapter.ts';
import { SmartdpuAdapter } from '../../libs/connectors/src/smartdpu/adapter.ts';
import { check } from '../faults/kit/checker/check.ts';
import { inWords, withTrails } from '../faults/kit/checker/findings.ts';
import { collect } from '../faults/kit/checker/history.ts';
import { Diary, HOME, type PlatformName, PROVINCE, type Story, WORKS } from '../faults/kit/diary.ts';
import { copyConfig, hubEnv } from '../faults/kit/settings.ts';
import { type Configuration, readConfiguration } from '../setup/configuration.ts';
import { createDatabase, type TestDatabase } from '../setup/database.ts';
import { nobodySpeaks } from '../setup/intake.ts';
import { migrated } from '../setup/migrated.ts';
import { KilledError, Mortal } from './mortal.ts';

const UNLIMITED = 1_000_000_000;
const TRIES = 12;
const QUIET_LOG = { info: () => {}, warn: () => {}, error: () => {} };
/** Turns after the last fault until everything must be everywhere. */
const PATIENCE_TURNS = 12;

interface Webhook {
  platform: PlatformName;
  headers: IncomingMessage['headers'];
  body: Buffer;
  deliveryId: string;
}

/** How the network treats what is on its way. */
export interface Weather {
  /** What is sent anew from the front: so many messages change places with those behind. */
  rotate: number;
  twice: boolean;
  drops: boolean;
}

export const FAIR: Weather = { rotate: 0, twice: false, drops: false };

/**
 * Three platforms and the hub's own hops between them, on a real database, moved on turn by turn: no schedule and no
 * timer runs, so that the same history happens twice in the same order.
 */
export class Town {
  readonly diary: Diary;
  readonly stories: Story[] = [];
  awaits = 0;
  private readonly onItsWay: Webhook[] = [];
  private readonly sent = new Map<PlatformName, SentWebhook[]>();

  private constructor(
    private readonly database: TestDatabase,
    private readonly source: ReturnType<typeof dataSource>,
    private readonly folder: string,
    private readonly gate: Server,
    readonly simulators: Record<PlatformName, PlatformSimulator>,
    private readonly configuration: Configuration,
  ) {
    this.diary = new Diary(simulators);
    gate.on('request', (request, response) => {
      const pieces: Buffer[] = [];
      request.on('data', (piece: Buffer) => pieces.push(piece));
      request.on('end', () => {
        this.take(request.url ?? '', request.headers, Buffer.concat(pieces));
        response.writeHead(202).end();
      });
    });
  }

  static async build(): Promise<Town> {
    const database = await createDatabase(migrated);
    const source = await dataSource(database.url, 6).initialize();
    const folder = mkdtempSync(path.join(tmpdir(), 'simpul-aduan-town-'));
    copyConfig(folder, '15s');
    const gate = createServer();
    await new Promise<void>((resolve) => gate.listen(0, '127.0.0.1', resolve));
    const base = `http://127.0.0.1:${(gate.address() as AddressInfo).port}`;
    const of = (name: string) => ({ webhookUrl: `${base}/${name}`, ratePerMinute: UNLIMITED });
    const simulators = {
      [HOME]: new LaporMasbupSimulator(of(HOME)),
      [PROVINCE]: new LaporgubSimulator(of(PROVINCE)),
      [WORKS]: new SmartdpuSimulator(of(WORKS)),
    };
    const urls = {
      [HOME]: await simulators[HOME].listen(),
      [PROVINCE]: await simulators[PROVINCE].listen(),
      [WORKS]: await simulators[WORKS].listen(),
    };
    const adapters = [new LaporMasbupAdapter(), new LaporgubAdapter(), new SmartdpuAdapter()];
    const env = hubEnv(database.url, base, urls, folder);
    const configuration = readConfiguration(path.join(folder, 'config'), adapters, env);
    await registerInstances(
      poolOf(source),
      configuration.profiles.map(({ name, adapter }) => ({ name, connector: adapter.name })),
    );
    return new Town(database, source, folder, gate, simulators, configuration);
  }

  async demolish(): Promise<void> {
    await Promise.all(Object.values(this.simulators).map((simulator) => simulator.close()));
    this.gate.closeAllConnections();
    await new Promise((resolve) => this.gate.close(resolve));
    await this.source.destroy();
    await this.database.drop();
    rmSync(this.folder, { recursive: true, force: true });
  }

  async caseOn(story: Story, platform: PlatformName): Promise<string | null> {
    if (story.origin === platform) return story.caseId;
    const { rows } = await this.pool.query<{ id: string }>(
      `select there.external_id as id from link here join link there using (complaint_id)
       where here.instance = $1 and here.external_id = $2 and there.instance = $3 and there.external_id is not null`,
      [story.origin, story.caseId, platform],
    );
    return rows[0]?.id ?? null;
  }

  /** One process hears what is on its way, polls, ingests and delivers, and dies after so many awaits if it is told to. */
  async turn(weather: Weather, killAfter: number | null): Promise<void> {
    await this.webhooksOut();
    const mortal = new Mortal();
    if (killAfter !== null) mortal.killAfter(killAfter);
    try {
      await this.hops(mortal, weather);
    } catch (error) {
      if (!(error instanceof KilledError)) throw error;
    }
    this.awaits += mortal.passed;
    await this.timePasses(mortal.isDead);
  }

  /** A webhook that somebody made, as it stands. */
  send({ path: where, headers, body }: { path: string; headers: Record<string, string>; body: string }): void {
    this.take(where.replace('/webhooks', ''), headers, Buffer.from(body));
  }

  /** What a person of the regency decides at the hub about the case of a platform. */
  async decide(platform: PlatformName, caseId: string, act: Act): Promise<void> {
    const [row] = await this.sql<{ id: string }>(
      'select complaint_id as id from link where instance = $1 and external_id = $2',
      [platform, caseId],
    );
    await actOn(this.hub(new Mortal()), row?.id ?? '', act, 'petugas');
  }

  /** Asks a platform for a case that nobody knows here; `meanwhile` happens before its answer is looked at. */
  async fetch(platform: PlatformName, caseId: string, meanwhile: () => Promise<unknown>): Promise<void> {
    const hub = this.hub(new Mortal());
    const instance = hub.instances.get(platform) as Instance;
    const { connection } = instance;
    const fetch = async (id: string) => {
      const told = await connection.fetch?.(id);
      await meanwhile();
      return told;
    };
    await fetchCase(hub, { ...instance, connection: { ...connection, fetch } }, caseId);
  }

  /** What a platform's case, as it shows it, would become. */
  dryRun(platform: PlatformName, shown: unknown): Promise<DryRun> {
    const hub = this.hub(new Mortal());
    const body = Buffer.from(JSON.stringify(shown));
    return dryRun(hub, hub.instances.get(platform) as Instance, { kind: 'poll', headers: {}, body });
  }

  async sql<T extends object>(text: string, values: unknown[] = []): Promise<T[]> {
    return (await this.pool.query<T>(text, values)).rows;
  }

  /** What the history checker finds once all faults are over; empty where all is well. */
  async judge(): Promise<string> {
    for (const { faults } of Object.values(this.simulators)) faults.clear();
    for (let turns = 0, quiet = 0; ; turns += 1) {
      await this.turn(FAIR, null);
      await this.webhooksOut();
      const findings = check(await collect(this.diary.told, this.asSeen(), this.pool));
      quiet = findings.length === 0 && this.onItsWay.length === 0 ? quiet + 1 : 0;
      // What was written last comes back with the next look at a list that nobody tells of.
      if (quiet > 1) return '';
      if (quiet > 0) continue;
      await this.sendAgain();
      if (turns >= PATIENCE_TURNS) return inWords(await withTrails(this.pool, findings)) || 'webhooks never end';
    }
  }

  /**
   * What a conflict (409, 412) held up waits for a person, who sends it again: a case that could not be created, of which
   * there is nothing to read again, and a write whose second look was refused too.
   */
  private async sendAgain(): Promise<void> {
    const hub = this.hub(new Mortal());
    for (const { reason } of await this.sql<{ reason: string }>(
      `select distinct reason from outbox where state = 'parked' and reason ~ 'HTTP (409|412)'`,
    )) {
      await retryAll(hub, { kind: 'delivery', reason, limit: 100 }, 'petugas');
    }
  }

  get pool(): Pool {
    return poolOf(this.source);
  }

  private take(url: string, headers: IncomingMessage['headers'], body: Buffer): void {
    const platform = url.slice(1) as PlatformName;
    const deliveryId = String(headers['webhook-id'] ?? headers['x-laporgub-delivery']);
    this.onItsWay.push({ platform, headers, body, deliveryId });
  }

  /** The platforms have handed all their webhooks to the network. */
  private async webhooksOut(): Promise<void> {
    while (Object.values(this.simulators).some((simulator) => simulator.webhooksPending() > 0)) {
      await new Promise((resolve) => setTimeout(resolve, 1));
    }
  }

  private async hops(mortal: Mortal, weather: Weather): Promise<void> {
    const hub = this.hub(mortal);
    await this.hear(new Receiver(hub, () => {}), weather);
    for (const name of hub.instances.keys()) {
      await poll(hub, name, 0, () => {});
      while ((await ingest(hub, name)) > 0);
    }
    const leases = new Leases(hub.pool);
    leases.stop();
    const { rows } = await this.pool.query<{ lane: string }>(
      `select lane from outbox where state in ('waiting', 'sending') group by lane order by min(seq)`,
    );
    for (const { lane } of rows) await deliverLane(hub, leases, lane);
  }

  private async hear(receiver: Receiver, { rotate, twice, drops }: Weather): Promise<void> {
    const all = this.onItsWay.splice(0);
    const turned = [...all.slice(rotate % (all.length || 1)), ...all.slice(0, rotate % (all.length || 1))];
    while (turned.length > 0) {
      const webhook = turned[0] as Webhook;
      const request = { headers: webhook.headers as Record<string, string>, body: webhook.body };
      const times = drops ? 0 : twice ? 2 : 1;
      try {
        for (let time = 0; time < times; time += 1) {
          await receiver.receive(webhook.platform, request, webhook.deliveryId);
        }
      } catch (error) {
        // Not acknowledged: its sender comes again.
        this.note(webhook, null);
        this.onItsWay.push(...turned);
        throw error;
      }
      this.note(webhook, drops ? null : 202);
      turned.shift();
    }
  }

  private note({ platform, body, deliveryId }: Webhook, status: number | null): void {
    const known = this.sent.get(platform) ?? [];
    const began = 2 * known.length;
    const payload = JSON.parse(body.toString()) as object;
    known.push({ deliveryId, payload, status, at: '', began, ended: began + 1 });
    this.sent.set(platform, known);
  }

  /** The platforms as the checker looks at them: what became of their webhooks is the network's doing here. */
  private asSeen(): Record<PlatformName, PlatformSimulator> {
    const seen = Object.entries(this.simulators).map(([name, simulator]) => [
      name,
      {
        cases: () => simulator.cases(),
        writes: simulator.writes,
        webhooksSent: this.sent.get(name as PlatformName) ?? [],
      },
    ]);
    return Object.fromEntries(seen) as Record<PlatformName, PlatformSimulator>;
  }

  /** Waits are over, the lease of a process that died has run out, and what a platform had still to finish is done. */
  private async timePasses(isDead: boolean): Promise<void> {
    await this.pool.query(`update inbox set run_at = now() where state = 'waiting'`);
    await this.pool.query(
      `update outbox set run_at = least(run_at, now()), tried_at = tried_at - interval '20 seconds' where state = 'waiting'`,
    );
    if (isDead) {
      await this.pool.query(
        `update outbox set lease_until = now() - interval '1 second', tried_at = tried_at - interval '20 seconds'
         where state = 'sending'`,
      );
    }
    await this.pool.query(
      `update instance set polled_at = null, poll_lease_until = null, breaker_failures = 0, breaker_until = null,
         throttled_until = null`,
    );
  }

  private hub(mortal: Mortal): Hub {
    const pool = mortal.pool(this.pool);
    const sealer = new Sealer('kunci-rahasia-uji-sifat');
    const tokens = new Tokens(this.pool, sealer);
    const http = new HttpService(axios.create());
    const instances = this.configuration.profiles.map(({ name, adapter, settings }): [string, Instance] => {
      const real = adapter.connect(settings, {
        http,
        now: () => new Date(),
        token: (stale, issue) => tokens.get({ instance: name, mark: name }, stale, issue),
        onExchange: noteExchange,
      });
      const connection = mortal.connection(real);
      const dryConnection = () => connection;
      return [
        name,
        { name, connector: adapter.name, title: settings.title, connection, dryConnection, pollEveryMs: 0 },
      ];
    });
    const bell = new Bell(new PgBoss(this.database.url));
    // Nobody is rung: each turn looks for itself.
    bell.answerHere = () => {};
    return {
      pool,
      bell,
      sealer,
      instances: new Map(instances),
      routing: this.configuration.routing,
      retry: Array.from({ length: TRIES }, () => 0),
      publicUrl: 'http://127.0.0.1',
      log: QUIET_LOG,
      intake: nobodySpeaks,
    };
  }
}
