import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import os from 'node:os';
import pg from 'pg';

const MIB = 1024 * 1024;

/** What the figures hold for: without it they say nothing. */
export async function machineFacts(databaseUrl: string): Promise<Record<string, string>> {
  return {
    cores: `${os.availableParallelism()} x ${os.cpus()[0]?.model.trim() ?? 'unknown'}`,
    memory: `${Math.round(os.totalmem() / MIB)} MiB`,
    system: `${os.type()} ${os.release()} ${os.arch()}`,
    node: process.version,
    postgresql: await versionOf(databaseUrl),
    commit: commit(),
    load: `${os
      .loadavg()
      .map((each) => each.toFixed(2))
      .join(' ')} before the start`,
    date: new Date().toISOString(),
  };
}

async function versionOf(url: string): Promise<string> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query<{ version: string; fsync: string }>(
      `select current_setting('server_version') as version, current_setting('fsync') as fsync`,
    );
    return `${rows[0]?.version ?? 'unknown'}, embedded, fsync ${rows[0]?.fsync ?? 'unknown'}`;
  } finally {
    await client.end();
  }
}

const git = (...args: string[]) => execFileSync('git', args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });

function commit(): string {
  try {
    const changed = git('status', '--porcelain').trim() === '' ? '' : ' with uncommitted changes';
    return git('rev-parse', '--short', 'HEAD').trim() + changed;
  } catch {
    return 'unknown';
  }
}

/** What a process keeps in memory now, and the most it ever kept, in MiB. */
export function memoryOf(pid: number): { now: number; peak: number } {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  const read = (key: string) => Number(new RegExp(`^${key}:\\s+(\\d+) kB`, 'm').exec(status)?.[1] ?? Number.NaN) / 1024;
  return { now: read('VmRSS'), peak: read('VmHWM') };
}

const TICK_MS = 10;

/** The processor time that a process has used, in milliseconds. */
export function cpuOf(pid: number): number {
  const [, after = ''] = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ');
  const [user, system] = after.split(' ').slice(11, 13);
  return (Number(user) + Number(system)) * TICK_MS;
}
