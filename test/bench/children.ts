import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

export interface Child {
  pid: number;
  stop(): Promise<void>;
}

interface Start {
  /** The compiled file. */
  script: string;
  args?: string[];
  nodeArgs?: string[];
  env?: NodeJS.ProcessEnv;
  logFile: string;
  /** Resolves to true once the child works. */
  isReady: () => Promise<boolean>;
}

const READY_MS = 60_000;
const STOP_MS = 12_000;
const running = new Set<ChildProcess>();

/** Starts a process of ours and waits until it works. It is stopped by its number, never by its name. */
export async function startChild({ script, args = [], nodeArgs = [], env, logFile, isReady }: Start): Promise<Child> {
  const log = openSync(logFile, 'a');
  const child = spawn(process.execPath, [...nodeArgs, script, ...args], {
    env: env ?? process.env,
    // The channel closes when this process is gone, however it went.
    stdio: ['ignore', log, log, 'ipc'],
  });
  closeSync(log);
  running.add(child);
  child.once('exit', () => running.delete(child));
  const end = Date.now() + READY_MS;
  while (!(await isReady().catch(() => false))) {
    if (child.exitCode !== null || child.signalCode !== null || Date.now() > end) {
      await stop(child);
      throw new Error(`${script} did not start:\n${readFileSync(logFile, 'utf8').slice(-3_000)}`);
    }
    await sleep(100);
  }
  return { pid: child.pid as number, stop: () => stop(child) };
}

/** For what is started by it: Ctrl-C reaches the whole group, and the bench stops its processes in its order. */
export function endWithParent(): void {
  process.once('disconnect', () => process.exit(0));
  process.once('SIGTERM', () => process.exit(0));
  process.on('SIGINT', () => {});
}

export async function stopChildren(): Promise<void> {
  await Promise.all([...running].map(stop));
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) return;
  const gone = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  const forced = setTimeout(() => child.kill('SIGKILL'), STOP_MS);
  await gone;
  clearTimeout(forced);
}
