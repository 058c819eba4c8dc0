import 'reflect-metadata';
import { createHmac } from 'node:crypto';
import { HttpService } from '@nestjs/axios';
import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { type Connection, ConnectorError, verifierOf } from '#connector';
import { dataSource, poolOf, registerInstances, Sealer } from '#store';
import { Bell, type Hub, type Instance, type Log, Receiver, Tokens } from '#sync';
import { PgBoss } from 'pg-boss';
import type { Pool } from 'pg';
import { LiveConfiguration } from '../../apps/hub/src/configuration/live.ts';
import { ApiModule } from '../../apps/hub/src/http/api.module.ts';
import { setUpHttp } from '../../apps/hub/src/http/set-up.ts';
import { RUNTIME, type Runtime } from '../../apps/hub/src/runtime.ts';
import { readEnv } from '../../config/env.ts';
import { createDatabase } from '../setup/database.ts';
import { nobodySpeaks } from '../setup/intake.ts';
import { migrated } from '../setup/migrated.ts';
import { KNOWLEDGE } from '../text/knowledge.ts';
import { Wire } from './wire.ts';

export const API_KEY = 'kunci-uji-coba';
const SECRET = 'rahasia-webhook';
const SIGNING = {
  signature: { scheme: 'hmac_sha256', secret: SECRET, header: 'x-signature', prefix: 'sha256=', encoding: 'hex' },
  delivery_id_header: 'x-delivery',
  type: '',
  types: {},
} as const;
const CLOSE_MS = 2_000;

/** What the platform `kota` signs. */
export const signed = (body: string | Buffer, deliveryId: string): Record<string, string> => ({
  'x-signature': `sha256=${createHmac('sha256', SECRET).update(body).digest('hex')}`,
  'x-delivery': deliveryId,
});

export interface Api {
  url: string;
  pool: Pool;
  runtime: Runtime;
  /** The hub's way to its database, which a test can cut. */
  wire: Wire;
  logged: { fields: object; message: string }[];
  /** What the holder of the API key sends along. */
  headers: Record<string, string>;
  get<T = Record<string, unknown>>(path: string, init?: RequestInit): Promise<Answer<T>>;
  post<T = Record<string, unknown>>(path: string, body?: unknown): Promise<Answer<T>>;
  stop(): Promise<void>;
}

interface Answer<T> {
  status: number;
  headers: Headers;
  body: T;
  text: string;
}

/** The hub's HTTP side alone, on a real database; nothing ingests and nothing delivers. */
export async function startApi(
  options: { queue?: boolean; env?: Record<string, string>; more?: (pool: Pool) => Instance } = {},
): Promise<Api> {
  const database = await createDatabase(migrated);
  const wire = await Wire.to(database.url);
  const source = await dataSource(wire.url, 8).initialize();
  const pool = poolOf(source);
  pool.on('error', () => {});
  const boss = new PgBoss({ connectionString: database.url, max: 2, schedule: false, supervise: false });
  boss.on('error', () => {});
  if (options.queue) await boss.start();

  const logged: Api['logged'] = [];
  const note = (fields: object, message: string) => void logged.push({ fields, message });
  const more = options.more ? [options.more(pool)] : [];
  const hub = hubOf(pool, new Bell(boss), { info: () => {}, warn: note, error: note }, more);
  await registerInstances(pool, [...hub.instances.values()]);
  if (options.queue) await hub.bell.install(hub.instances.keys());
  const env = readEnv({ HUB_API_KEY: API_KEY, ...options.env });
  const { sealer } = hub;
  const tokens = new Tokens(pool, sealer);
  const files = { profiles: [], routing: { path: 'routing.yaml', text: '' } };
  const runtime: Runtime = {
    env,
    hub,
    live: new LiveConfiguration({
      pool,
      sealer,
      http: new HttpService(),
      tokens,
      env,
      adapters: [],
      files,
      log: hub.log,
      now: () => new Date(),
    }),
    boss,
    source,
    receiver: new Receiver(hub, () => {}),
    knowledge: KNOWLEDGE,
    deadlines: [],
    worker: null,
    apiKeyHash: hub.sealer.hash(API_KEY),
    close: async () => {},
  };
  const app = await listen(runtime);
  const url = (await app.getUrl()).replace('[::1]', '127.0.0.1');
  Object.assign(hub, { publicUrl: url });
  const ask = async <T>(path: string, init: RequestInit): Promise<Answer<T>> => {
    const response = await fetch(url + path, init);
    const text = await response.text();
    const isJson = /^application\/(problem\+)?json$/.test(response.headers.get('content-type')?.split(';')[0] ?? '');
    return {
      status: response.status,
      headers: response.headers,
      text,
      body: (isJson && text ? JSON.parse(text) : null) as T,
    };
  };
  const headers = { authorization: `Bearer ${API_KEY}`, 'content-type': 'application/json' };
  return {
    url,
    pool,
    runtime,
    wire,
    logged,
    headers,
    get: (path, init = {}) => ask(path, { headers, ...init }),
    post: (path, body) =>
      ask(path, { method: 'POST', headers, body: body === undefined ? null : JSON.stringify(body) }),
    stop: async () => {
      await app.close();
      wire.mend();
      if (options.queue) await boss.stop({ graceful: false, timeout: CLOSE_MS });
      await source.destroy();
      await wire.close();
      await database.drop();
    },
  };
}

async function listen(runtime: Runtime): Promise<NestExpressApplication> {
  @Module({})
  class Composed {}
  const provided = { provide: RUNTIME, useValue: runtime };
  const root = { module: Composed, global: true, imports: [ApiModule], providers: [provided], exports: [RUNTIME] };
  const app = await NestFactory.create<NestExpressApplication>(root, { bodyParser: false, logger: false });
  setUpHttp(app, runtime);
  await app.listen(0, '127.0.0.1');
  return app;
}

function hubOf(pool: Pool, bell: Bell, log: Log, more: Instance[]): Hub {
  const instances = [
    instance('kota', 'Aduan Kota', {
      verify: verifierOf(SIGNING, () => new Date()),
      poll: () => Promise.resolve({ payloads: [], cursor: '', more: false }),
      ping: () => Promise.resolve('Aduan Kota menjawab'),
    }),
    instance('desa', 'Aduan Desa', {
      ping: () => Promise.reject(new ConnectorError('unavailable', 'Aduan Desa tidak menjawab', { cause: 'rahasia' })),
    }),
    ...more,
  ];
  return {
    pool,
    bell,
    sealer: new Sealer('kunci-rahasia-uji-coba'),
    instances: new Map(instances.map((each) => [each.name, each])),
    routing: { home: 'kota', rules: [], roads: [] },
    retry: [1_000],
    publicUrl: 'http://127.0.0.1',
    intake: nobodySpeaks,
    log,
  };
}

const instance = (name: string, title: string, connection: Partial<Connection>): Instance => ({
  name,
  connector: 'uji',
  title,
  pollEveryMs: 30_000,
  dryConnection: () => {
    throw new Error('No request is made here');
  },
  connection: {
    expresses: [],
    parse: () => Promise.resolve({ events: [], problems: [] }),
    push: {},
    ping: () => Promise.resolve('menjawab'),
    ...connection,
  },
});
