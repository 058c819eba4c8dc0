import { randomInt } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

export interface Postmaster {
  pid: number;
  port: number;
  ready: boolean;
}

/** What PostgreSQL says about itself in the data directory, or nothing. */
export function readPostmaster(dir: string): Postmaster | undefined {
  try {
    const lines = readFileSync(path.join(dir, 'postmaster.pid'), 'utf8').split('\n');
    return { pid: Number(lines[0]), port: Number(lines[3]), ready: lines[7]?.trim() === 'ready' };
  } catch {
    return undefined;
  }
}

/** A zombie is dead, and a process that got the number of a dead one is another process. */
export function isAlive(pid: number, command?: string): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return false;
  }
  if (process.platform !== 'linux') return true;
  try {
    if (/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'))) return false;
    return command === undefined || readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(command);
  } catch {
    return false;
  }
}

export async function waitUntil(condition: () => boolean, timeoutMs: number): Promise<boolean> {
  for (const end = Date.now() + timeoutMs; !condition(); await sleep(20)) if (Date.now() > end) return false;
  return true;
}

const FAST_MS = 20_000;
const IMMEDIATE_MS = 5_000;

/** Rolls back what is open and stops; what hangs is stopped as if by a power cut, which PostgreSQL survives. */
export async function stopPostmaster(pid: number): Promise<void> {
  const gone = () => !isAlive(pid, 'postgres');
  for (const [signal, waitMs] of [
    ['SIGINT', FAST_MS],
    ['SIGQUIT', IMMEDIATE_MS],
  ] as const) {
    if (gone()) return;
    try {
      process.kill(pid, signal);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
    }
    if (await waitUntil(gone, waitMs)) return;
  }
  throw new Error(`PostgreSQL (proses ${pid}) tidak mau berhenti. Hentikan sendiri: kill -QUIT ${pid}`);
}

const isFree = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const server = createServer()
      .on('error', () => resolve(false))
      .listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
  });

/**
 * A port that was free a moment ago. None of those that systems give to outgoing connections (32768 and above): any
 * connection of any process could take such a one between this look and its use.
 */
export async function freePort(): Promise<number> {
  for (let tries = 0; tries < 100; tries += 1) {
    const port = randomInt(20_000, 32_768);
    if (await isFree(port)) return port;
  }
  throw new Error('tidak ada port bebas antara 20000 dan 32767');
}
