import type { HttpService } from '@nestjs/axios';
import type { Adapter } from '#connector';
import { migrate, openStore, poolOf, registerInstances, Sealer, surviveLosses } from '#store';
import { Bell, type Hub, Receiver, Tokens, Worker } from '#sync';
import { PgBoss } from 'pg-boss';
import type { Pool } from 'pg';
import type { Logger } from 'pino';
import type { Env } from '#config/env';
import { deadlinesIn, readFiles, readKnowledge } from '#config/profiles';
import { LiveConfiguration } from './configuration/live.ts';
import { inviteFirstAdmin } from './http/accounts/first-admin.ts';
import { intakeOf } from './intake.ts';
import { checkSecretKey, ensureApiKey, secretKey } from './keys.ts';
import { INBOX_CHANNEL } from './listener.ts';
import { LACAK, lacakInstance } from './lacak/source.ts';
import type { Runtime } from './runtime.ts';

const POOL_SIZE = 20;
const STOP_MS = 8_000;

/** Puts one process of the hub together: configuration, database, queues, and the hops that its roles ask for. */
export async function compose(
  env: Env,
  databaseUrl: string,
  adapters: readonly Adapter[],
  { http, log, now }: { http: HttpService; log: Logger; now: () => Date },
): Promise<Runtime> {
  const files = readFiles(env.HUB_CONFIG_DIR, adapters);
  const knowledge = readKnowledge(env.HUB_CONFIG_DIR);
  const deadlines = deadlinesIn(env.HUB_CONFIG_DIR);
  const sealer = new Sealer(secretKey(env));
  const source = await openStore(databaseUrl, POOL_SIZE);
  const pool = poolOf(source);
  pool.on('error', (error) => log.warn({ 'error.message': error.message }, 'database.connection_lost'));
  try {
    await migrate(source);
    await checkSecretKey(pool, sealer);
    const publicUrl = (env.HUB_PUBLIC_URL ?? `http://127.0.0.1:${env.PORT}`).replace(/\/+$/, '');
    const tokens = new Tokens(pool, sealer);
    const live = new LiveConfiguration({ pool, sealer, http, tokens, env, adapters, files, log, now });
    await live.open();
    // Shown once: not above the faults of a start that comes to nothing.
    const apiKeyHash = await ensureApiKey(pool, sealer, env);
    const link = await inviteFirstAdmin(pool, sealer, env.HUB_ADMIN_EMAIL, publicUrl);
    if (link)
      console.log(`Admin pertama (${env.HUB_ADMIN_EMAIL}) memasang kata sandinya di ${link} (72 jam, sekali pakai)`);
    live.instances.set(LACAK, lacakInstance(pool));
    await registerInstances(pool, live.instances.values());
    const boss = await startBoss(databaseUrl, log);
    const hub: Hub = {
      pool,
      bell: new Bell(boss),
      sealer,
      instances: live.instances,
      get routing() {
        return live.routing;
      },
      retry: env.RETRY_SCHEDULE,
      publicUrl,
      log,
      intake: intakeOf(env, knowledge, now),
    };
    await hub.bell.install(hub.instances.keys()).catch(async (error: unknown) => {
      await boss.stop({ graceful: false });
      throw error;
    });
    const worker = env.HUB_ROLES.includes('worker') ? new Worker(hub) : null;
    const receiver = new Receiver(hub, (names) => {
      for (const name of names) {
        if (worker) worker.wake(name);
        else void pool.query('select pg_notify($1, $2)', [INBOX_CHANNEL, name]).catch(() => {});
      }
    });
    const close = async () => {
      await worker?.stop();
      await boss.stop({ graceful: true, timeout: STOP_MS });
      await source.destroy();
    };
    return { env, hub, live, boss, source, receiver, knowledge, deadlines, worker, apiKeyHash, close };
  } catch (error) {
    await source.destroy();
    throw error;
  }
}

async function startBoss(connectionString: string, log: Logger): Promise<PgBoss> {
  const boss = new PgBoss({
    connectionString,
    max: 6,
    useListenNotify: true,
    schedule: false,
    application_name: 'simpul-aduan',
  });
  boss.on('error', (error: Error) => log.warn({ 'error.message': error.message }, 'queue.error'));
  // Its own pool takes its listeners off a connection that it gives up, whose last words would end the process.
  const own = boss.getDb() as unknown as { open(): Promise<void>; pool: Pool };
  await own.open();
  surviveLosses(own.pool);
  try {
    await boss.start();
  } catch (error) {
    await own.pool.end().catch(() => {});
    throw error;
  }
  return boss;
}
