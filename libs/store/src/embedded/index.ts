import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { accountFor } from './account.ts';
import { locateBinaries } from './binaries.ts';
import { ensureCluster, passwordOf, place, USER } from './cluster.ts';
import { freePort, stopPostmaster } from './process.ts';
import { inherit, launch, Passing, runningServer, type Settings } from './server.ts';

export { freePort } from './process.ts';

export interface PostgresOptions {
  /** The data directory; made on first use. */
  dir: string;
  /** A free one where none is given. A server that already runs on `dir` keeps its own. */
  port?: number;
  /** Made where it is missing. */
  database?: string;
  /** False gives up what was committed in the last moment before a crash, for speed: for tests only. */
  durable?: boolean;
  /** PostgreSQL settings, as in postgresql.conf. */
  settings?: Settings;
}

export interface Postgres {
  url: string;
  port: number;
  pid: number;
  /** True where it was already running. */
  adopted: boolean;
  /** Where the data really is: not `dir` where PostgreSQL's account can't get there. */
  dir: string;
  /** Leaves a server alone that another living process started. */
  stop(): Promise<void>;
}

const RETRY_MS = 15_000;
const HASTY: Settings = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' };

/** PostgreSQL from npm on the loopback address: started, or taken over where it already runs on `dir`. */
export async function startPostgres(options: PostgresOptions): Promise<Postgres> {
  const dir = place(options.dir);
  const end = Date.now() + RETRY_MS;
  for (;;) {
    try {
      return await startOrAdopt(dir, options);
    } catch (error) {
      if (!(error instanceof Passing) || Date.now() > end) throw error;
      await sleep(100);
    }
  }
}

async function startOrAdopt(dir: string, options: PostgresOptions): Promise<Postgres> {
  const { database = 'hub', durable = true, settings = {} } = options;
  const account = accountFor(dir);
  const binaries = locateBinaries(account);
  ensureCluster(dir, binaries, account, durable);
  const running = await runningServer(dir);
  const port = running?.port ?? options.port ?? (await freePort());
  const flags = {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    timezone: 'UTC',
    ...(durable ? {} : HASTY),
    ...settings,
  };
  const pid = running?.pid ?? (await launch(dir, port, flags, binaries, account));
  const mayStop = running ? inherit(dir) : true;
  const base = `postgres://${USER}:${passwordOf(dir)}@127.0.0.1:${port}`;
  await ensureDatabase(base, database).catch(async (error: unknown) => {
    // Nobody else knows of it.
    if (!running) await stopPostmaster(pid);
    throw error;
  });
  const stop = () => (mayStop ? stopPostmaster(pid) : Promise.resolve());
  return { url: `${base}/${database}`, port, pid, adopted: running !== undefined, dir, stop };
}

const RACED = ['42P04', '23505'];
/** A machine that is busy with starting everything at once takes its time. */
const CONNECT_TIMEOUT_MS = 30_000;

async function ensureDatabase(base: string, name: string): Promise<void> {
  const client = new pg.Client({
    connectionString: `${base}/postgres`,
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
  });
  client.on('error', () => undefined);
  await client.connect();
  try {
    const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [name]);
    if (!rowCount) await client.query(`create database ${client.escapeIdentifier(name)}`);
  } catch (error) {
    if (!RACED.includes((error as { code?: string }).code ?? '')) throw error;
  } finally {
    await client.end();
  }
}
