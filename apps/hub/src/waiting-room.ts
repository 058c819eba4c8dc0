import { createServer, type Server } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import type { Logger } from 'pino';
import type { Env } from '#config/env';
import { listenFault, StartError } from './faults.ts';

const AGAIN_MS = 500;
const ANSWERS_WITHIN_MS = 3_000;
const OLDEST_POSTGRES = 15;

/** Answers while the database is not there: alive, and not ready. */
class WaitingRoom {
  private constructor(private readonly server: Server) {}

  static async open(port: number, host: string): Promise<WaitingRoom> {
    const server = createServer((request, response) => {
      request.resume();
      if (request.url === '/livez') return void response.writeHead(200).end('ok');
      const headers = { 'content-type': 'application/problem+json', 'retry-after': '5', connection: 'close' };
      const title = 'Basis data belum tersedia';
      response.writeHead(503, headers).end(JSON.stringify({ type: 'about:blank', title, status: 503 }));
    });
    await new Promise<void>((resolve, reject) => {
      server.once('error', (error) => reject(listenFault(error, port, host))).listen(port, host, resolve);
    });
    return new WaitingRoom(server);
  }

  async close(): Promise<void> {
    await new Promise((resolve) => {
      this.server.close(resolve);
      this.server.closeAllConnections();
    });
  }
}

/** Resolves once the database answers. Throws {@link StartError} where no waiting would mend it. */
export async function waitForDatabase(env: Env, url: string, log: Logger, signal?: AbortSignal): Promise<void> {
  let room: WaitingRoom | null = null;
  try {
    for (;;) {
      signal?.throwIfAborted();
      const missing = await visit(url);
      if (missing === null) return;
      if (!room) {
        log.warn({ 'error.message': missing }, 'database.waiting');
        room = await WaitingRoom.open(env.PORT, env.HOST);
      }
      await sleep(AGAIN_MS, undefined, signal && { signal });
    }
  } finally {
    await room?.close();
  }
}

/** Why the database can't be used yet; `null` where it can. */
async function visit(url: string): Promise<string | null> {
  const client = new pg.Client({
    connectionString: url,
    connectionTimeoutMillis: ANSWERS_WITHIN_MS,
    query_timeout: ANSWERS_WITHIN_MS,
  });
  client.on('error', () => {});
  try {
    await client.connect();
    const { rows } = await client.query<{ version: number; encoding: string }>(
      `select current_setting('server_version_num')::int / 10000 as version,
              current_setting('server_encoding') as encoding`,
    );
    for (const { version, encoding } of rows) check(version, encoding);
    return null;
  } catch (error) {
    if (error instanceof StartError) throw error;
    const { code = '', message } = error as { code?: string; message: string };
    if (code in REFUSED) throw new StartError(`DATABASE_URL: ${REFUSED[code]} (${message}).`);
    // Where a name has several addresses and none answers, the error has a code and no words.
    return message || code;
  } finally {
    void client.end().catch(() => {});
  }
}

/** What PostgreSQL answers, by its code, to an address that will never do. */
const REFUSED: Readonly<Record<string, string>> = {
  '28P01': 'nama pengguna atau kata sandinya ditolak PostgreSQL',
  '28000': 'PostgreSQL tidak menerima pengguna itu dari sini',
  '3D000': 'basis data itu tidak ada, buat dahulu dengan createdb',
};

function check(version: number, encoding: string): void {
  if (version < OLDEST_POSTGRES)
    throw new StartError(
      `Perlu PostgreSQL ${OLDEST_POSTGRES} atau lebih baru; DATABASE_URL menunjuk PostgreSQL ${version}.`,
    );
  if (encoding !== 'UTF8')
    throw new StartError(
      `Basis data yang ditunjuk DATABASE_URL bersandi ${encoding}: tidak semua huruf dan emoji aduan dapat disimpan. ` +
        'Buat basis data baru dengan: createdb --encoding=UTF8 --template=template0 --locale=C.UTF-8',
    );
}
