import { readFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { freePort } from '#store/embedded';
import { startChild } from './children.ts';
import type { Ground } from './ground.ts';
import { SECRET, SLOW_PATH } from './messages.ts';

/** The built product in a process of its own, as `npm run hub` starts it. */
export interface BenchedHub {
  pid: number;
  port: number;
  /** Ours, to look at what it did. */
  pool: pg.Pool;
  /** Waits until nothing is on its way, for so long at the most; how many messages and deliveries were left. */
  settle: (patienceMs: number) => Promise<number>;
  stop(): Promise<void>;
}

interface Wanted {
  name: string;
  roles: string;
  pollEvery: string;
  profile: string | null;
  /** Whether SMARTDPU takes half a minute to answer. */
  isHampered?: boolean;
}

const ROOT = path.join(import.meta.dirname, '../../..');
const MAIN = path.join(import.meta.dirname, '../../apps/hub/src/main.js');

/** What `npm run hub` gives to node. */
function flagsOfProduct(): string[] {
  const { scripts } = JSON.parse(readFileSync(path.join(ROOT, 'package.json'), 'utf8')) as { scripts: { hub: string } };
  return scripts.hub.split(' ').filter((each) => each.startsWith('--'));
}

/** No platform's limit may be what is measured. */
const UNLIMITED = '1000000';

export async function startHub(ground: Ground, wanted: Wanted): Promise<BenchedHub> {
  const { name, roles, pollEvery, profile, isHampered = false } = wanted;
  const port = await freePort();
  const databaseUrl = await ground.database(name);
  const env: NodeJS.ProcessEnv = {
    PATH: process.env.PATH,
    HOME: process.env.HOME,
    NODE_ENV: 'production',
    DATABASE_URL: databaseUrl,
    PORT: String(port),
    HOST: '127.0.0.1',
    HUB_ROLES: roles,
    HUB_API_KEY: 'kunci-untuk-bench',
    HUB_SECRET_KEY: 'kunci-rahasia-untuk-bench',
    HUB_DATA_DIR: path.join(ground.folder, `data-${name}`),
    POLL_EVERY: pollEvery,
    LAPOR_MASBUP_BASE_URL: ground.sink.url,
    LAPOR_MASBUP_TOKEN: 'token',
    LAPOR_MASBUP_WEBHOOK_SECRET: SECRET,
    LAPOR_MASBUP_RATE_PER_MINUTE: UNLIMITED,
    LAPORGUB_BASE_URL: ground.sink.url,
    LAPORGUB_CLIENT_ID: 'simpul-aduan',
    LAPORGUB_CLIENT_SECRET: 'rahasia',
    LAPORGUB_WEBHOOK_SECRET: 'rahasia-webhook',
    LAPORGUB_RATE_PER_MINUTE: UNLIMITED,
    SMARTDPU_BASE_URL: `${ground.sink.url}${isHampered ? SLOW_PATH : ''}`,
    SMARTDPU_API_KEY: 'kunci',
    SMARTDPU_RATE_PER_MINUTE: UNLIMITED,
  };
  const profiling = profile ? ['--cpu-prof', `--cpu-prof-dir=${profile}`, `--cpu-prof-name=${name}.cpuprofile`] : [];
  const child = await startChild({
    script: MAIN,
    nodeArgs: [...flagsOfProduct(), ...profiling],
    env,
    logFile: path.join(ground.folder, `${name}.log`),
    isReady: async () => (await fetch(`http://127.0.0.1:${port}/readyz`)).ok,
  });
  const pool = new pg.Pool({ connectionString: databaseUrl, max: 2 });
  pool.on('error', () => {});
  const stop = async () => {
    await pool.end();
    await child.stop();
  };
  return { pid: child.pid, port, pool, settle: (patienceMs) => settle(pool, patienceMs), stop };
}

const PENDING = `select (select count(*) from inbox where state in ('new', 'waiting'))::int
  + (select count(*) from outbox where state in ('waiting', 'sending'))::int as n`;

async function settle(pool: pg.Pool, patienceMs: number): Promise<number> {
  const end = Date.now() + patienceMs;
  for (;;) {
    const { rows } = await pool.query<{ n: number }>(PENDING);
    const left = rows[0]?.n ?? 0;
    if (left === 0 || Date.now() > end) return left;
    await sleep(100);
  }
}
