import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from '#store/embedded';
import { HUB_MAIN, ROOT } from './build.ts';
import { guard } from './guard.ts';

const READY_MS = 40_000;

export interface HubOptions {
  logFile: string;
  env: Record<string, string>;
  /** False where it is not expected to work yet: then only its start is waited for. */
  waitReady?: boolean | undefined;
  port?: number | undefined;
}

/** A process of the built hub. */
export class HubProcess {
  exitedAt: number | null = null;
  /** Set once somebody wanted it to end. */
  private wanted = false;
  private readonly watch: { dismiss: () => void };

  private constructor(
    private readonly child: ChildProcess,
    readonly port: number,
    private readonly logFile: string,
  ) {
    this.watch = guard('kill -KILL "$0"', String(child.pid));
    child.once('exit', () => {
      this.exitedAt = Date.now();
      this.watch.dismiss();
    });
  }

  static async start({ logFile, env, waitReady = true, port }: HubOptions): Promise<HubProcess> {
    const chosen = port ?? (await freePort());
    const log = openSync(logFile, 'a');
    const child = spawn(process.execPath, ['--enable-source-maps', HUB_MAIN], {
      cwd: ROOT,
      env: { PATH: process.env.PATH, HOME: process.env.HOME, ...env, PORT: String(chosen), HOST: '127.0.0.1' },
      stdio: ['ignore', log, log],
    });
    closeSync(log);
    const hub = new HubProcess(child, chosen, logFile);
    try {
      if (waitReady) await hub.ready();
    } catch (error) {
      // Nobody else knows of it: left alive, it would keep this process from ending.
      await hub.kill();
      throw error;
    }
    return hub;
  }

  get pid(): number {
    return this.child.pid as number;
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  get alive(): boolean {
    return this.exitedAt === null;
  }

  /** Ended by itself, which no fault excuses. */
  get died(): boolean {
    return !this.alive && !this.wanted;
  }

  async isReady(): Promise<boolean> {
    return fetch(`${this.url}/readyz`, { signal: AbortSignal.timeout(2_000) }).then(
      async (answer) => (await answer.arrayBuffer(), answer.ok),
      () => false,
    );
  }

  async ready(): Promise<void> {
    const end = Date.now() + READY_MS;
    while (!(await this.isReady())) {
      if (!this.alive || Date.now() > end) throw new Error(`The hub does not work:\n${this.log().slice(-3_000)}`);
      await sleep(50);
    }
  }

  /** What it has logged, with what other processes wrote to the same file. */
  log(): string {
    return readFileSync(this.logFile, 'utf8');
  }

  /** SIGKILL: it does nothing more, not even close a connection in order. */
  async kill(): Promise<void> {
    await this.signal('SIGKILL');
  }

  pause = (): void => void this.child.kill('SIGSTOP');
  resume = (): void => void this.child.kill('SIGCONT');

  /** SIGTERM; resolves with the milliseconds until it was gone. */
  async terminate(): Promise<number> {
    const since = Date.now();
    await this.signal('SIGTERM');
    return (this.exitedAt ?? Date.now()) - since;
  }

  async stop(): Promise<void> {
    if (!this.alive) return;
    this.resume();
    const forced = setTimeout(() => void this.child.kill('SIGKILL'), 12_000);
    await this.terminate();
    clearTimeout(forced);
  }

  private async signal(name: NodeJS.Signals): Promise<void> {
    if (!this.alive) return;
    this.wanted = true;
    const gone = new Promise((resolve) => this.child.once('exit', resolve));
    this.child.kill(name);
    await gone;
  }
}
