import { isIPv6 } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { isAway } from '#store';
import { startPostgres } from '#store/embedded';
import { Logger as NestLogger } from 'nestjs-pino';
import type { NextFunction, Request, Response } from 'express';
import { type Logger, pino } from 'pino';
import type { Env } from '#config/env';
import { listenFault, StartError } from './faults.ts';
import { HubModule } from './hub.module.ts';
import { setUpHttp } from './http/set-up.ts';
import { RUNTIME, type Runtime } from './runtime.ts';
import { waitForDatabase } from './waiting-room.ts';

const OLDEST_NODE = 24;
const DRAIN_MS = 7_000;
/** Balancers and clients get this long to turn to another process. */
const LEAVE_MS = 1_000;
const DATABASE_AGAIN_MS = 500;

export interface RunningHub {
  url: string;
  runtime: Runtime;
  /** Takes no new request, finishes what is under way, and ends within ten seconds. */
  stop(): Promise<void>;
}

/**
 * Starts one process of the hub; waits for a database that is not there yet, answering 503 meanwhile, and begins again
 * with one that goes away before the hub works. `now` is the clock of what people say: when they have said it all, and
 * for how long they may be answered. Where it fails, or `signal` is aborted before it works, nothing stays behind.
 */
export async function startHub(
  env: Env,
  log: Logger = pino({ level: env.LOG_LEVEL }),
  now: () => Date = () => new Date(),
  signal?: AbortSignal,
): Promise<RunningHub> {
  checkNode();
  const postgres = env.DATABASE_URL ? null : await startPostgres({ dir: join(env.HUB_DATA_DIR, 'postgres') });
  if (postgres) log.info({ folder: postgres.dir }, 'database.embedded');
  try {
    const hub = await beginPatiently(env, env.DATABASE_URL ?? postgres?.url ?? '', { log, now, signal });
    return { ...hub, stop: () => hub.stop().finally(() => postgres?.stop()) };
  } catch (error) {
    await postgres?.stop().catch(() => {});
    throw error;
  }
}

async function beginPatiently(
  env: Env,
  databaseUrl: string,
  { log, now, signal }: { log: Logger; now: () => Date; signal: AbortSignal | undefined },
): Promise<RunningHub> {
  for (;;) {
    await waitForDatabase(env, databaseUrl, log, signal);
    try {
      return await begin(env, databaseUrl, log, now);
    } catch (error) {
      if (!isAway(error)) throw error;
      // Nothing was promised to anybody yet: waiting again costs less than a process that has to be started again.
      log.warn({ 'error.message': (error as Error).message }, 'database.lost_at_start');
      await sleep(DATABASE_AGAIN_MS);
    }
  }
}

/** One attempt to start; leaves nothing open where it fails. */
async function begin(env: Env, databaseUrl: string, log: Logger, now: () => Date): Promise<RunningHub> {
  const app = await NestFactory.create<NestExpressApplication>(HubModule.of(env, databaseUrl, log, now), {
    bodyParser: false,
    // Nest would print a configuration fault with a stack; the caller says it in plain words.
    logger: false,
    abortOnError: false,
  });
  app.useLogger(app.get(NestLogger));
  const runtime = app.get<Runtime>(RUNTIME);
  let stopping = false;
  app.use((request: Request, response: Response, next: NextFunction) => {
    // Clients that keep their connections are told to go before any is cut.
    if (stopping) response.setHeader('connection', 'close');
    if (stopping && request.path === '/readyz') response.status(503).json({ status: 'stopping' });
    else next();
  });
  if (env.HUB_ROLES.includes('web')) setUpHttp(app, runtime);
  try {
    await app.listen(env.PORT, env.HOST);
  } catch (error) {
    await app.close().catch(() => {});
    throw listenFault(error, env.PORT, env.HOST);
  }
  const { port } = app.getHttpServer().address() as { port: number };
  const stop = async () => {
    stopping = true;
    await sleep(env.HUB_ROLES.includes('web') ? LEAVE_MS : 0);
    const forced = setTimeout(() => app.getHttpServer().closeAllConnections(), DRAIN_MS);
    await app.close();
    clearTimeout(forced);
  };
  return { url: addressOf(env.HOST, port), runtime, stop };
}

const EVERY_ADDRESS: Readonly<Record<string, string>> = { '0.0.0.0': '127.0.0.1', '::': '::1' };

/** Where this machine itself reaches what listens on `host`. */
export function addressOf(host: string, port: number): string {
  const own = EVERY_ADDRESS[host] ?? host;
  return `http://${isIPv6(own) ? `[${own}]` : own}:${port}`;
}

function checkNode(): void {
  if (Number(process.versions.node.split('.')[0]) >= OLDEST_NODE) return;
  throw new StartError(
    `Perlu Node ${OLDEST_NODE} atau lebih baru, ini ${process.version}: jalankan "npm ci" lalu "npm run hub"`,
  );
}
