import { randomUUID } from 'node:crypto';
import { Agent } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { Chance } from '../../apps/hub/src/demo/chance.ts';
import { createDatabase, type TestDatabase } from '../setup/database.ts';
import { migrated } from '../setup/migrated.ts';
import { HOME, type PlatformName, PROVINCE, WORKS } from './kit/diary.ts';
import { Load } from './kit/load.ts';
import { runSeed } from './kit/seed.ts';
import { fromHome, post } from './kit/sender.ts';
import { Stage } from './kit/stage.ts';
import { eventually } from './kit/wait.ts';

const seed = runSeed('process faults');
const TAKEN_OVER_MS = 10_000;
const LEASE_MS = 8_000;
/** What looking and the start of a process may take besides. */
const SLOW_MACHINE_MS = 2_000;

/** Longer than the checker waits for everything to converge. */
jest.setTimeout(120_000);

let database: TestDatabase;
let stage: Stage;
beforeAll(async () => {
  database = await createDatabase(migrated);
  stage = await Stage.open({ databaseUrl: database.url, timeout: '4s' });
});
afterAll(async () => {
  await stage?.close();
  await database?.drop();
});
/** One process, as at first. */
afterEach(async () => {
  await stage.calm();
  const [kept, ...others] = stage.hubs.filter(({ alive }) => alive);
  await Promise.all(others.map((hub) => hub.stop()));
  stage.inService.clear();
  if (kept) stage.inService.add(kept);
  else await stage.start();
});

const countOf = async (what: string): Promise<number> => {
  const [row] = await stage.sql<{ n: number }>(`select count(*)::int as n from ${what}`);
  return row?.n ?? 0;
};

describe('F01 a process is killed between reading a webhook and its commit', () => {
  test('the sender hears no 2xx, and its retry is taken once', async () => {
    const locker = await stage.pool.connect();
    await locker.query('begin');
    await locker.query('lock table inbox in share row exclusive mode');
    const story = await stage.diary.report('provinsi');
    await eventually(async () => {
      const { rowCount } = await locker.query(
        `select from pg_locks where not granted and relation = 'inbox'::regclass`,
      );
      expect(rowCount).toBeGreaterThan(0);
    });
    await stage.hub.kill();
    // A backend that waits for a lock does not see that its client is gone: it would still do what it was asked.
    await locker.query(
      `select pg_terminate_backend(pid) from pg_stat_activity
       where datname = current_database() and application_name = 'simpul-aduan'`,
    );
    await locker.query('rollback');
    locker.release();
    await eventually(() => expect(stage.home.webhooksSent.length).toBeGreaterThan(0));
    expect(stage.home.webhooksSent[0]?.status).toBeNull();
    expect(await countOf('inbox')).toBe(0);

    await stage.start();
    await stage.caseOn(story, PROVINCE);
    expect(await stage.judge()).toBe('');
    expect(await countOf(`inbox where kind = 'webhook' and instance = '${HOME}'`)).toBe(
      new Set(stage.home.webhooksSent.map(({ deliveryId }) => deliveryId)).size,
    );
  });
});

describe('F02 a process is killed after the commit and before the 2xx', () => {
  test('the retry is a duplicate: one effect', async () => {
    stage.front.set({ mode: 'half_open' });
    const [inboxBefore, complaintsBefore] = [await countOf('inbox'), await countOf('complaint')];
    const sentBefore = stage.home.webhooksSent.length;
    const story = await stage.diary.report('kabupaten');
    await eventually(async () => expect(await countOf('inbox')).toBeGreaterThan(inboxBefore));
    await stage.hub.kill();
    stage.front.clear();
    await stage.start();
    await stage.caseOn(story, WORKS);
    expect(await stage.judge()).toBe('');
    const first = stage.home.webhooksSent[sentBefore];
    expect(first?.status).toBeNull();
    expect(
      await countOf(`audit where hop = 'receive' and outcome = 'duplicate' and event_id = '${first?.deliveryId}'`),
    ).toBe(1);
    expect(await countOf('complaint')).toBe(complaintsBefore + 1);
  });
});

describe('F03 a process is killed after the platform created the case and before our commit', () => {
  test.each<[PlatformName, 'provinsi' | 'kabupaten' | 'turunkan']>([
    [PROVINCE, 'provinsi'],
    [WORKS, 'kabupaten'],
    [HOME, 'turunkan'],
  ])('%s: looked up by our reference or repeated under its key, no second case', async (platform, whose) => {
    const simulator = stage.simulators[platform];
    simulator.faults.on = ({ method, path }) => method === 'POST' && !path.includes('token');
    simulator.faults.slow = 3_000;
    const writesBefore = simulator.writes.length;
    const casesBefore = simulator.cases().length;
    const story = whose === 'turunkan' ? await stage.diary.handDown() : await stage.diary.report(whose);
    await eventually(() => expect(simulator.writes.length).toBe(writesBefore + 1));
    simulator.faults.clear();
    const killed = stage.hub;
    await killed.kill();
    const killedAt = Date.now();
    await stage.start();
    await stage.caseOn(story, platform);
    expect(Date.now() - killedAt).toBeLessThan(TAKEN_OVER_MS + SLOW_MACHINE_MS);
    expect(await stage.judge()).toBe('');
    expect(simulator.cases().length).toBe(casesBefore + 1);
  });
});

test('F04 a process is killed every second or two under load, six times: nothing lost, nothing doubled, order kept', async () => {
  const chance = new Chance(seed);
  await stage.start();
  const load = new Load(stage, chance, 15).start();
  for (let kills = 0; kills < 6; kills += 1) {
    await sleep(chance.between(800, 2_500));
    await chance.pick(stage.hubs.filter(({ alive }) => alive)).kill();
    await stage.start({ waitReady: false });
  }
  await load.stop();
  expect(await stage.judge()).toBe('');
  expect(load.events).toBeGreaterThan(100);
});

test('F05 a worker stopped past its lease: another takes over, its own late write is refused', async () => {
  const stopped = stage.hub;
  const story = await stage.diary.report('kabupaten');
  const id = await stage.caseOn(story, WORKS);
  await stage.settled();
  stage.works.faults.on = ({ method }) => method === 'POST';
  stage.works.faults.slow = 1_000;
  const mark = await stage.diary.say(story, HOME, story.caseId);
  await eventually(() => expect(stage.says(WORKS, id, mark)).toBe(1));
  stopped.pause();
  const stoppedAt = Date.now();
  stage.inService.delete(stopped);
  await stage.start();
  await eventually(async () =>
    expect(await countOf(`outbox where body ->> 'text' like '%${mark}%' and state = 'done'`)).toBe(1),
  );
  expect(Date.now() - stoppedAt).toBeLessThan(TAKEN_OVER_MS + SLOW_MACHINE_MS);
  stopped.resume();
  await eventually(() => expect(stopped.log()).toContain('deliver.fenced'));
  expect(await stage.judge()).toBe('');
});

test('F13 a process that stands still under load, for five seconds and for longer than its leases last, corrupts nothing', async () => {
  const other = await stage.start();
  const load = new Load(stage, new Chance(seed), 40).start();
  for (const stillMs of [5_000, LEASE_MS + 1_500]) {
    await sleep(1_500);
    other.pause();
    await sleep(stillMs);
    other.resume();
  }
  await sleep(500);
  await load.stop();
  expect(await stage.judge()).toBe('');
  expect(other.alive).toBe(true);
});

test('F12 SIGTERM under load of keep-alive clients, old and new side by side: no failed request, drained within 10 s, and what was answered is kept', async () => {
  const old = stage.hub;
  const story = await stage.diary.report('rumah');
  const agent = new Agent({ keepAlive: true, maxSockets: 8 });
  const answers: (number | string | null)[] = [];
  const accepted: string[] = [];
  const client = { running: true };
  const clients = Array.from({ length: 8 }, async () => {
    while (client.running) {
      const at = new Date().toISOString();
      const data = {
        nomor: story.caseId,
        status: 'masuk',
        keterangan: null,
        waktu: at,
        oleh: 'uji',
      };
      const id = randomUUID();
      const answer = await post(stage.front.url, fromHome({ type: 'aduan.status', timestamp: at, data }, id), agent);
      answers.push(answer.status ?? answer.error ?? null);
      if (answer.status === 202) accepted.push(id);
      await sleep(4);
    }
  });
  await sleep(700);
  const fresh = await stage.start();
  expect(await fresh.isReady()).toBe(true);
  await sleep(500);
  stage.inService.delete(old);
  const drainedMs = await old.terminate();
  await sleep(500);
  client.running = false;
  await Promise.all(clients);
  agent.destroy();
  expect(drainedMs).toBeLessThan(10_000);
  expect(answers.length).toBeGreaterThan(200);
  expect(answers.filter((answer) => answer !== 202)).toEqual([]);
  const kept = await stage.sql<{ id: string }>('select delivery_id as id from inbox where delivery_id = any($1)', [
    accepted,
  ]);
  expect(new Set(kept.map(({ id }) => id))).toEqual(new Set(accepted));
  expect(await stage.judge()).toBe('');
});

test('F14 two schedulers: each instance is polled by one at a time, no work is done twice', async () => {
  await stage.start();
  for (const simulator of Object.values(stage.simulators)) simulator.faults.webhook.drop = { rate: 1 };
  // Each turn to poll has a number of its own.
  const turns = async (name: string) =>
    Number(
      (await stage.sql<{ fence: string }>('select poll_fence as fence from instance where name = $1', [name]))[0]
        ?.fence,
    );
  const before: Record<string, number> = { [HOME]: await turns(HOME), [WORKS]: await turns(WORKS) };
  const started = Date.now();
  const load = new Load(stage, new Chance(seed), 60).start();
  await sleep(4_000);
  await load.stop();
  expect(await stage.judge()).toBe('');
  const seconds = (Date.now() - started) / 1_000;
  for (const name of [HOME, WORKS]) {
    const perSecond = ((await turns(name)) - (before[name] ?? 0)) / seconds;
    expect(perSecond).toBeGreaterThan(0.5);
    // Two leaders would poll twice as often as the interval allows.
    expect(perSecond).toBeLessThan((1_000 / 300) * 1.2);
  }
  expect(
    await countOf(`(select delivery_id from inbox group by instance, delivery_id having count(*) > 1) as twice`),
  ).toBe(0);
});

test('a signal that npm hands on a second time lets the process finish what is under way', async () => {
  const hub = await stage.start({ inService: false });
  process.kill(hub.pid, 'SIGTERM');
  await sleep(50);
  expect(await hub.terminate()).toBeGreaterThan(800);
});

test('a process that ends by itself is told from one that was ended: the long run counts it', async () => {
  const broken = await stage.start({ env: { HUB_ROLES: 'tidak-ada' }, waitReady: false, inService: false });
  await eventually(() => expect(broken.alive).toBe(false));
  const stopped = await stage.start({ inService: false });
  await stopped.stop();
  expect([broken.died, stopped.died, stage.hub.died]).toEqual([true, false, false]);
});
