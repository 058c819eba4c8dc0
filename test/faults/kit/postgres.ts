import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { freePort, type Postgres, startPostgres } from '#store/embedded';
import pg from 'pg';
import { guard } from './guard.ts';

/** Kept small: it shares the machine with what is tested. Durable, or a crash would prove nothing. */
const SETTINGS = {
  shared_buffers: '64MB',
  max_connections: 120,
  max_wal_size: '512MB',
  recovery_init_sync_method: 'syncfs',
};

/** A PostgreSQL of a test's own, to be treated badly. */
export class DoomedPostgres {
  private server: Postgres | null = null;
  private readonly watch: { dismiss: () => void };

  private constructor(
    private readonly folder: string,
    readonly port: number,
  ) {
    const file = path.join(folder, 'db', 'postmaster.pid');
    this.watch = guard('kill -QUIT "$(head -n 1 "$0")"; sleep 1; rm -rf "$1"', file, folder);
  }

  /** Not started yet: see {@link start}. Its address is known before. */
  static async prepare(): Promise<DoomedPostgres> {
    const folder = mkdtempSync(path.join(tmpdir(), 'simpul-aduan-doomed-'));
    chmodSync(folder, 0o755);
    return new DoomedPostgres(folder, await freePort());
  }

  /** Starts it, after a crash too; resolves once it answers. */
  async start(): Promise<void> {
    this.server = await startPostgres({
      dir: path.join(this.folder, 'db'),
      port: this.port,
      database: 'hub',
      settings: SETTINGS,
    });
  }

  /** Where its data lie. */
  get dir(): string {
    if (!this.server) throw new Error('The database was not started yet');
    return this.server.dir;
  }

  get url(): string {
    if (!this.server) throw new Error('The database was not started yet');
    return this.server.url;
  }

  /** As a power cut: every connection breaks, what was not committed is gone. */
  async crash(): Promise<void> {
    if (!this.server) return;
    process.kill(this.server.pid, 'SIGQUIT');
    await this.server.stop();
  }

  /** Ends the hub's connections, `limit` at the most; how many those were. */
  terminateBackends(limit = 1_000): Promise<number> {
    return this.admin(async (client) => {
      const { rowCount } = await client.query(
        `select pg_terminate_backend(pid) from (
           select pid from pg_stat_activity where application_name = 'simpul-aduan' order by random() limit $1) as chosen`,
        [limit],
      );
      return rowCount ?? 0;
    });
  }

  /** For every session, those that are open included. */
  async setReadOnly(on: boolean): Promise<void> {
    await this.admin(async (client) => {
      await client.query('set default_transaction_read_only = off');
      await client.query(`alter system set default_transaction_read_only = ${on ? 'on' : 'off'}`);
      await client.query('select pg_reload_conf()');
    });
  }

  async admin<T>(work: (client: pg.Client) => Promise<T>): Promise<T> {
    const client = new pg.Client({ connectionString: this.url, application_name: 'fault-admin' });
    client.on('error', () => {});
    await client.connect();
    try {
      return await work(client);
    } finally {
      await client.end();
    }
  }

  async stop(): Promise<void> {
    await this.server?.stop();
    this.watch.dismiss();
    for (const folder of [this.server?.dir, this.folder]) if (folder) rmSync(folder, { recursive: true, force: true });
  }
}
