import { spawn } from 'node:child_process';
import { chmodSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startPostgres } from '../../libs/store/src/embedded/index.ts';

/** One PostgreSQL for the whole run; each test file takes a database of its own from it (database.ts). */
export default async () => {
  const base = mkdtempSync(path.join(tmpdir(), 'simpul-aduan-test-'));
  chmodSync(base, 0o755);
  const watch = guard(base);
  const server = await startPostgres({
    dir: path.join(base, 'db'),
    database: 'base',
    durable: false,
    settings: { max_connections: 300, shared_buffers: '32MB', autovacuum: 'off', max_wal_size: '256MB' },
  });
  process.env.TEST_PG_BASE = server.url.replace(/\/base$/, '');
  globalThis.__postgres = { server, base, guard: watch };
};

/** Stops PostgreSQL and clears up when this process is gone before its teardown, however it went. */
function guard(base) {
  const script = 'cat > /dev/null; kill -QUIT "$(head -n 1 "$0/db/postmaster.pid")"; sleep 1; rm -rf "$0"';
  const child = spawn('/bin/sh', ['-c', script, base], { detached: true, stdio: ['pipe', 'ignore', 'ignore'] });
  child.unref();
  child.stdin.unref();
  return child;
}
