import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { PlatformSimulator, ShownCase } from '#connector/testing';
import { channelVariables, SIMULATORS } from '#connectors/simulators';
import { freePort } from '#store/embedded';
import { type Logger, pino } from 'pino';
import type { Pool } from 'pg';
import { startHub } from '../../apps/hub/src/start.ts';
import { readEnv } from '../../config/env.ts';
import { createDatabase } from './database.ts';
import { migrated } from './migrated.ts';

const API_KEY = 'kunci-uji-coba';
const PATIENCE_MS = 15_000;

/** The three platforms and the hub between them, on a database of their own. */
export interface World {
  home: Platform;
  province: Platform;
  works: Platform;
  /** The simulated platform of any connector. */
  platform(name: string): Platform;
  /** Everybody's clock goes on: the hub's, where it reckons what people say, and the platforms'. */
  pass(ms: number): void;
  pool: Pool;
  databaseUrl: string;
  url: string;
  /** Where each platform's API is, by connector. */
  platformUrls: Readonly<Record<string, string>>;
  api<T>(path: string, init?: { method?: string; body?: unknown }): Promise<{ status: number; body: T }>;
  /** The hub's number of the complaint that a platform knows as `externalId`, once it has one. */
  numberOf(platform: Platform, externalId: string): Promise<string>;
  /** The open case that a complaint has on an instance, once it has one. */
  caseAt(number: string, instance: string): Promise<string>;
  /** Waits until nothing is on its way: every message ingested, every delivery done or waiting for a person. */
  settled(): Promise<void>;
  stop(): Promise<void>;
}

export class Platform {
  constructor(readonly simulator: PlatformSimulator) {}

  play(name: string, caseId: string | null, input: Record<string, string> = {}): Promise<string> {
    return this.simulator.play(name, caseId, input);
  }

  shown(caseId: string): ShownCase {
    const found = this.simulator.cases().find(({ id }) => id === caseId);
    if (!found) throw new Error(`${this.simulator.name} has no case ${caseId}`);
    return found;
  }

  get cases(): ShownCase[] {
    return this.simulator.cases();
  }

  /** How often the case's history speaks of `text`. */
  says(caseId: string, text: string): number {
    return this.shown(caseId).lines.filter((line) => line.includes(text)).length;
  }

  get writes() {
    return this.simulator.writes;
  }

  get faults() {
    return this.simulator.faults;
  }
}

interface WorldOptions {
  channels?: boolean;
  webhooksAtOnce?: number;
  /** Puts a line of its own between the hub and a platform. */
  through?: (name: string, url: string) => Promise<string>;
}

export async function startWorld(
  variables: Record<string, string> = {},
  log: Logger = pino({ level: 'silent' }),
  { channels = false, webhooksAtOnce, through }: WorldOptions = {},
): Promise<World> {
  const database = await createDatabase(migrated);
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  let ahead = 0;
  const now = () => new Date(Date.now() + ahead);
  const platforms = await startPlatforms(url, now, webhooksAtOnce, through);
  const dataDir = mkdtempSync(join(tmpdir(), 'simpul-'));
  const env = readEnv({
    DATABASE_URL: database.url,
    PORT: String(port),
    HOST: '127.0.0.1',
    HUB_API_KEY: API_KEY,
    HUB_SECRET_KEY: 'kunci-rahasia-uji-coba',
    HUB_PUBLIC_URL: url,
    HUB_DATA_DIR: dataDir,
    POLL_EVERY: '300ms',
    RETRY_SCHEDULE: '200ms,400ms,800ms,800ms,800ms,800ms,800ms,800ms,800ms,800ms,800ms,800ms',
    ...Object.fromEntries(Object.keys(SIMULATORS).map((name) => [rateOf(name), '100000'])),
    LAPOR_MASBUP_BASE_URL: platforms.urls['lapor-masbup'],
    LAPOR_MASBUP_TOKEN: 'token-simulator',
    LAPOR_MASBUP_WEBHOOK_SECRET: `whsec_${Buffer.from('rahasia-simulator-lapor-masbup').toString('base64')}`,
    LAPORGUB_BASE_URL: platforms.urls['laporgub'],
    LAPORGUB_CLIENT_ID: 'simpul-aduan',
    LAPORGUB_CLIENT_SECRET: 'rahasia-simulator',
    LAPORGUB_WEBHOOK_SECRET: 'rahasia-webhook-laporgub',
    SMARTDPU_BASE_URL: platforms.urls['smartdpu'],
    SMARTDPU_API_KEY: 'kunci-simulator',
    ...(channels ? channelVariables(platforms.urls) : {}),
    INTAKE_QUIET: '1s',
    ...variables,
  });
  const hub = await startHub(env, log, now);
  const { pool } = hub.runtime.hub;

  const api: World['api'] = async <T>(path: string, init: { method?: string; body?: unknown } = {}) => {
    const response = await fetch(`${url}/api/v1${path}`, {
      method: init.method ?? 'GET',
      headers: { authorization: `Bearer ${API_KEY}`, 'content-type': 'application/json' },
      ...(init.body === undefined ? {} : { body: JSON.stringify(init.body) }),
    });
    const text = await response.text();
    return { status: response.status, body: (text ? JSON.parse(text) : null) as T };
  };
  const platform = (name: string) => new Platform(platforms.simulators[name] as PlatformSimulator);

  return {
    home: platform('lapor-masbup'),
    province: platform('laporgub'),
    works: platform('smartdpu'),
    platform,
    pass: (ms) => {
      ahead += ms;
    },
    pool,
    databaseUrl: database.url,
    url,
    platformUrls: platforms.urls,
    api,
    numberOf: ({ simulator }, externalId) =>
      eventually(async () => {
        const { rows } = await pool.query<{ number: string }>(
          'select number from complaint join link on complaint_id = complaint.id where instance = $1 and external_id = $2',
          [simulator.name, externalId],
        );
        return rows[0]?.number ?? Promise.reject(new Error(`${externalId} is not known yet`));
      }),
    caseAt: (number, instance) =>
      eventually(async () => {
        const { rows } = await pool.query<{ id: string }>(
          `select external_id as id from link join complaint on complaint.id = complaint_id
           where number = $1 and instance = $2 and external_id is not null and state = 'open'`,
          [number, instance],
        );
        return rows[0]?.id ?? Promise.reject(new Error(`${number} has no case at ${instance} yet`));
      }),
    settled: () => settled(pool, Object.values(platforms.simulators)),
    stop: async () => {
      await hub.stop();
      await Promise.all(Object.values(platforms.simulators).map((simulator) => simulator.close()));
      await database.drop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

const rateOf = (name: string): string => `${name.toUpperCase().replaceAll('-', '_')}_RATE_PER_MINUTE`;

/** With rates that a test's haste never meets; what a platform does at its limit is its connector's own test. */
async function startPlatforms(
  hubUrl: string,
  now: () => Date,
  webhooksAtOnce: number | undefined,
  through: WorldOptions['through'] = (_name, url) => Promise.resolve(url),
) {
  const simulators: Record<string, PlatformSimulator> = {};
  const urls: Record<string, string> = {};
  for (const [name, Simulator] of Object.entries(SIMULATORS)) {
    const webhookUrl = `${hubUrl}/webhooks/${name}`;
    const simulator = new Simulator({ webhookUrl, ratePerMinute: 1_000_000, now, webhooksAtOnce });
    urls[name] = await through(name, await simulator.listen());
    simulators[name] = simulator;
  }
  return { simulators, urls };
}

/** Tries until `check` does not throw; then its result. */
export async function eventually<T>(check: () => T | Promise<T>, patienceMs = PATIENCE_MS): Promise<T> {
  const end = Date.now() + patienceMs;
  for (;;) {
    try {
      return await check();
    } catch (error) {
      if (Date.now() > end) throw error;
      await sleep(50);
    }
  }
}

const QUIET_MS = 1_000;

/** Quiet for longer than two polls: what a poll still has to bring has come. */
async function settled(pool: Pool, simulators: PlatformSimulator[]): Promise<void> {
  let quietSince = Date.now();
  await eventually(async () => {
    const { rows } = await pool.query<{ n: number }>(
      `select (select count(*) from inbox where state in ('new', 'waiting'))::int
            + (select count(*) from outbox o where state = 'sending' or state = 'waiting' and not exists (
                 select from outbox e where e.lane = o.lane and e.seq < o.seq and e.state in ('parked', 'uncertain')))::int as n`,
    );
    const pending = (rows[0]?.n ?? 0) + simulators.reduce((sum, each) => sum + each.webhooksPending(), 0);
    if (pending > 0) quietSince = Date.now();
    if (Date.now() - quietSince < QUIET_MS) throw new Error(`${pending} things are still on their way`);
  }, 60_000);
}
