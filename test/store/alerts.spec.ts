import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { dataSource, poolOf, registerInstances } from '#store';
import { Alerts } from '#sync';
import type { DataSource } from 'typeorm';
import { createDatabase, type TestDatabase } from '../setup/database.ts';
import { migrated } from '../setup/migrated.ts';

describe('alerts from the tables alone', () => {
  let database: TestDatabase;
  let source: DataSource;
  beforeAll(async () => {
    database = await createDatabase(migrated);
    source = await dataSource(database.url, 12).initialize();
    await registerInstances(poolOf(source), [{ name: 'laporgub', connector: 'laporgub' }]);
  });
  afterAll(async () => {
    await source.destroy();
    await database.drop();
  });
  afterEach(async () => {
    await poolOf(source).query('delete from inbox');
    await poolOf(source).query('delete from reconciliation');
    await poolOf(source).query(`update instance set heard_at = null, state = 'active'`);
  });

  const announced: string[] = [];
  const evaluator = () =>
    new Alerts(
      { pool: poolOf(source), instances: new Map(), log: { info: () => {}, warn: () => {}, error: () => {} } },
      {
        waitingAfterMs: 300_000,
        announce: async (_tx, { opened, grown, closed }) => {
          announced.push(...opened.map(({ kind }) => `+${kind}`), ...closed.map(({ kind }) => `-${kind}`));
          announced.push(...grown.map(({ kind, count }) => `${kind} ${count}`));
        },
      },
    );
  const openKinds = async () => {
    await evaluator().evaluate();
    const { rows } = await poolOf(source).query<{ kind: string }>('select kind from alert where closed_at is null');
    return rows.map(({ kind }) => kind);
  };
  /** Heard every ten minutes for three weeks, but for the stretch of each day that now lies behind us. */
  const history = (days: number, quiet: string, kind = 'webhook') =>
    poolOf(source).query(
      `insert into inbox (instance, kind, delivery_id, body, body_hash, state, trace_id, received_at)
       select 'laporgub', $3, at::text, '', '', 'done', '-', at
       from generate_series(now() - make_interval(days => $1), now() - interval '10 minutes', interval '10 minutes') as at
       where $2::interval = interval '0' or not exists (
         select from generate_series(0, $1) as d
         where at > now() - $2::interval - d * interval '1 day' and at < now() + interval '5 minutes' - d * interval '1 day')`,
      [days, quiet, kind],
    );
  const heard = (ago: string) => poolOf(source).query('update instance set heard_at = now() - $1::interval', [ago]);

  test('however many processes evaluate at once, an alert is opened and told once', async () => {
    announced.length = 0;
    await poolOf(source).query(`update instance set state = 'paused', paused_reason = 'uji'`);
    await Promise.all(Array.from({ length: 10 }, () => evaluator().evaluate()));
    expect(announced).toEqual(['+instance_paused']);
    await poolOf(source).query(`update instance set state = 'active'`);
    await Promise.all(Array.from({ length: 10 }, () => evaluator().evaluate()));
    expect(announced).toEqual(['+instance_paused', '-instance_paused']);
  });

  test('an open alert that comes to count more is told again, once in four hours, and what was settled does not hide it', async () => {
    const query = (text: string, values: unknown[]) => poolOf(source).query(text, values);
    const park = (count: number) =>
      query(
        `insert into inbox (instance, kind, delivery_id, body, body_hash, state, code, reason, trace_id)
         select 'laporgub', 'webhook', gen_random_uuid()::text, '', '', 'parked', 'malformed', 'uji', '-'
         from generate_series(1, $1)`,
        [count],
      );
    const settle = (count: number) =>
      query('delete from inbox where id in (select id from inbox order by id limit $1)', [count]);
    const hoursLater = (hours: number) =>
      query('update alert set told_at = told_at - make_interval(hours => $1)', [hours]);
    const told = async () => {
      announced.length = 0;
      await evaluator().evaluate();
      return [...announced];
    };
    await park(2);
    expect(await told()).toEqual(['+message_parked']);
    await hoursLater(5);
    expect(await told()).toEqual([]);
    await park(1);
    expect(await told()).toEqual(['message_parked 3']);
    await park(1);
    expect(await told()).toEqual([]);
    await hoursLater(5);
    expect(await told()).toEqual(['message_parked 4']);
    await settle(3);
    expect(await told()).toEqual([]);
    await hoursLater(5);
    await park(1);
    expect(await told()).toEqual(['message_parked 2']);
    await settle(2);
    expect(await told()).toEqual(['-message_parked']);
  });

  test('a breaker that goes on failing is the same alert for as long as it lasts', async () => {
    await poolOf(source).query(`update instance set breaker_failures = 5, breaker_until = now()`);
    await evaluator().evaluate();
    await poolOf(source).query(`update instance set breaker_failures = 50`);
    await poolOf(source).query(`update alert set told_at = now() - interval '1 day'`);
    announced.length = 0;
    expect(await openKinds()).toEqual(['breaker_open']);
    await poolOf(source).query(`update instance set breaker_failures = 0, breaker_until = null`);
    await evaluator().evaluate();
    expect(announced).toEqual(['-breaker_open']);
  });

  test.each([
    ['a platform', 'webhook'],
    ['a channel, heard one message at a time,', 'unit'],
  ])('%s that is silent for three of its usual gaps is told, and no more once it speaks', async (_name, kind) => {
    await history(20, '0', kind);
    await heard('25 minutes');
    expect(await openKinds()).toEqual([]);
    await heard('35 minutes');
    expect(await openKinds()).toEqual(['platform_silent']);
    await heard('1 minute');
    expect(await openKinds()).toEqual([]);
  });

  test('a silence that is usual at this hour is no news', async () => {
    await history(20, '3 hours');
    await heard('2 hours 50 minutes');
    expect(await openKinds()).toEqual([]);
  });

  const run = (state: string, ago: string, reason: string | null = null) =>
    poolOf(source).query(
      `insert into reconciliation (id, instance, asked_by, trace_id, state, reason, started_at)
       values (gen_random_uuid(), 'laporgub', 'hub', '-', $1, $2, now() - $3::interval)`,
      [state, reason, ago],
    );

  test.each([
    ['halted', '1 hour', 'Daftarnya terlalu pendek', 'Daftarnya terlalu pendek'],
    ['failed', '1 hour', 'LaporGub menolak', 'LaporGub menolak'],
    ['running', '25 hours', null, 'sudah berjalan lebih dari sehari'],
  ])('a reconciliation that is %s since %s ago is told, until another is begun', async (state, ago, reason, said) => {
    await run('done', '49 hours');
    await run(state, ago, reason);
    expect(await openKinds()).toEqual(['reconciliation_stalled']);
    const { rows } = await poolOf(source).query<{ message: string }>(
      'select message from alert where closed_at is null',
    );
    expect(rows[0]?.message).toContain(`Pencocokan dengan laporgub tidak selesai: ${said}. `);
    await poolOf(source).query(`update reconciliation set state = 'done' where state = 'running'`);
    await run('running', '1 minute');
    expect(await openKinds()).toEqual([]);
  });

  test.each([
    ['under way for an hour', 'running', '1 hour', 'active'],
    ['held up by a pause, which has its own alert', 'running', '25 hours', 'paused'],
    ['done', 'done', '25 hours', 'active'],
  ])('nothing is said of a reconciliation that is %s', async (_how, state, ago, instance) => {
    await run(state, ago);
    await poolOf(source).query('update instance set state = $1', [instance]);
    expect(await openKinds()).not.toContain('reconciliation_stalled');
  });

  test.each([
    ['there is too little history', 5, 'active'],
    ['the instance is paused, which has its own alert', 20, 'paused'],
  ])('nothing is said of silence where %s', async (_name, days, state) => {
    await history(days, '0');
    await heard('5 hours');
    await poolOf(source).query('update instance set state = $1', [state]);
    expect(await openKinds()).not.toContain('platform_silent');
  });
});
