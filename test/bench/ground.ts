import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { freePort, startPostgres } from '#store/embedded';
import pg from 'pg';
import { type Child, startChild } from './children.ts';
import { SECRET } from './messages.ts';

/** What everything that is measured stands on: one durable PostgreSQL, and one process that plays the platforms. */
export interface Ground {
  folder: string;
  postgresUrl: string;
  sink: Sink;
  /** An empty database's address. */
  database(name: string): Promise<string>;
  /** Starts the bare floor; its port. */
  startFloor(): Promise<Child & { port: number }>;
  close(): Promise<void>;
}

export interface Sink {
  url: string;
  /** When the request with each mark came, and how many requests came so far. Forgets the marks. */
  taken(): Promise<{ arrivals: [mark: number, at: number][]; served: number }>;
  declareChanged(tickets: string[], label: string): Promise<void>;
  /** When a poll first asked for what was declared. */
  askedAt(): Promise<number | null>;
}

const here = (file: string): string => path.join(import.meta.dirname, file);
const answers = async (url: string): Promise<boolean> => (await fetch(url)).ok;

export async function prepareGround(): Promise<Ground> {
  const folder = mkdtempSync(path.join(tmpdir(), 'simpul-aduan-bench-'));
  chmodSync(folder, 0o755);
  const folders = [folder];
  const clear = () => folders.forEach((each) => rmSync(each, { recursive: true, force: true }));
  const postgres = await startPostgres({ dir: path.join(folder, 'db') }).catch((error: unknown) => {
    clear();
    throw error;
  });
  folders.push(postgres.dir);
  const close = async () => {
    await postgres.stop();
    clear();
  };
  const url = (name: string) => postgres.url.replace(/\/[^/]+$/, `/${name}`);
  const database = async (name: string) => {
    const client = new pg.Client({ connectionString: postgres.url });
    await client.connect();
    await client.query(`create database ${client.escapeIdentifier(name)}`).finally(() => client.end());
    return url(name);
  };
  try {
    const sink = await startSink(folder);
    const startFloor = async () => {
      const port = await freePort();
      const args = [String(port), await database('floor'), SECRET, sink.url];
      const isReady = () => answers(`http://127.0.0.1:${port}/`);
      const child = await startChild({
        script: here('floor.js'),
        args,
        logFile: path.join(folder, 'floor.log'),
        isReady,
      });
      return { ...child, port };
    };
    return { folder, postgresUrl: postgres.url, sink, database, startFloor, close };
  } catch (error) {
    await close();
    throw error;
  }
}

async function startSink(folder: string): Promise<Sink> {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const logFile = path.join(folder, 'sink.log');
  await startChild({
    script: here('sink.js'),
    args: [String(port)],
    logFile,
    isReady: () => answers(`${url}/bench/taken`),
  });
  const get = async <T>(what: string): Promise<T> => (await (await fetch(`${url}/bench/${what}`)).json()) as T;
  return {
    url,
    taken: () => get('taken'),
    declareChanged: async (tickets, label) => {
      await fetch(`${url}/bench/changed`, { method: 'POST', body: JSON.stringify({ tickets, label }) });
    },
    askedAt: async () => (await get<{ askedAt: number | null }>('asked')).askedAt,
  };
}
