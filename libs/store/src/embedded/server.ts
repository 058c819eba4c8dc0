import { spawn } from 'node:child_process';
import { closeSync, constants, fstatSync, ftruncateSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Account } from './account.ts';
import type { Binaries } from './binaries.ts';
import { environment } from './cluster.ts';
import { isAlive, type Postmaster, readPostmaster, waitUntil } from './process.ts';

export type Settings = Record<string, string | number>;

const START_TIMEOUT_MS = 60_000;
const LOG_MAX_BYTES = 10_000_000;
const OWNER_FILE = 'simpul-aduan.owner';
/** A crashed server's children that are still leaving, or another process that starts the same folder. */
const PASSING = /lock file "postmaster\.pid"|pre-existing shared memory block/;

/** Thrown where trying again helps. */
export class Passing extends Error {}

const logFile = (dir: string): string => path.join(dir, 'postgres.log');

/** The server that already runs on this folder; one that is still starting or leaving is waited for. */
export async function runningServer(dir: string): Promise<Postmaster | undefined> {
  const found = readPostmaster(dir);
  if (!found) return undefined;
  if (!isAlive(found.pid, 'postgres')) {
    // PostgreSQL itself would take a number that now belongs to somebody else for a running server.
    if (isAlive(found.pid)) rmSync(path.join(dir, 'postmaster.pid'), { force: true });
    return undefined;
  }
  if (!found.ready) throw new Passing(`PostgreSQL di ${dir} (proses ${found.pid}) belum siap`);
  return found;
}

/** Starts PostgreSQL in a session of its own, so that Ctrl-C reaches the hub first and the hub stops it in order. */
export async function launch(
  dir: string,
  port: number,
  settings: Settings,
  binaries: Binaries,
  account: Account,
): Promise<number> {
  const log = openLog(dir);
  const from = fstatSync(log).size;
  const flags = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const child = spawn(binaries.postgres, ['-D', dir, '-p', String(port), ...flags], {
    ...account,
    env: environment,
    cwd: '/',
    detached: true,
    stdio: ['ignore', log, log],
  });
  closeSync(log);
  let failed: Error | undefined;
  child.on('error', (error) => (failed = error));
  child.unref();
  const ready = () => {
    const found = readPostmaster(dir);
    return found?.pid === child.pid && found?.ready === true;
  };
  const over = () => failed !== undefined || child.exitCode !== null || child.signalCode !== null;
  const inTime = await waitUntil(() => over() || ready(), START_TIMEOUT_MS);
  if (inTime && !over() && child.pid !== undefined) {
    writeFileSync(path.join(dir, OWNER_FILE), String(process.pid));
    return child.pid;
  }
  child.kill('SIGQUIT');
  const said = readFileSync(logFile(dir)).subarray(from).toString('utf8').trim().slice(-2000);
  const message = `PostgreSQL tidak dapat dimulai di ${dir}, port ${port}: ${failed?.message ?? said}`;
  throw PASSING.test(said) ? new Passing(message) : new Error(`${message}\nCatatan lengkap: ${logFile(dir)}`);
}

/** True where whoever started the server is gone: then the one who adopts it also stops it. */
export function inherit(dir: string): boolean {
  const file = path.join(dir, OWNER_FILE);
  try {
    const owner = Number(readFileSync(file, 'utf8'));
    if (owner !== process.pid && isAlive(owner)) return false;
  } catch {
    return false;
  }
  writeFileSync(file, String(process.pid));
  return true;
}

function openLog(dir: string): number {
  const { O_CREAT, O_APPEND, O_WRONLY, O_NOFOLLOW } = constants;
  const log = openSync(logFile(dir), O_CREAT | O_APPEND | O_WRONLY | O_NOFOLLOW, 0o600);
  if (fstatSync(log).size > LOG_MAX_BYTES) ftruncateSync(log);
  return log;
}
