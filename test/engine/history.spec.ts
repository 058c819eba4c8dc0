import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { isCreating } from '#store';
import pg from 'pg';
import { startWorld, type World } from '../setup/world.ts';

/*
 * What a message costs must not grow with what was done before: each statement that a hub at work sends is looked at
 * again over a long history, with a plan for any value, as PostgreSQL keeps it for statements that come often.
 */
const HISTORY_ROWS = 100_000;
/** Messages of other cases that wait for a receipt, on each platform. */
const WAITING = 300;
/** Of 8 kB; the history's tables are each several times as large. */
const MOST_BLOCKS = 1_000;
/** Alerts are evaluated and lanes are swept within this time. */
const AT_WORK_MS = 7_000;
const HOPS = /\b(inbox|outbox|audit|event|link)\b/;
/** A plain insert reads nothing, and can't be said twice. */
const STATEMENT = /^\s*(select|with|update|delete)\b/i;
/** What learns from three weeks, once in ten minutes; and what only a test asks. */
const ELSE = /date_trunc\('minute', received_at\)|^select \(select count\(\*\) from inbox where state in/;

interface Asked {
  text: string;
  values?: unknown[];
}

jest.setTimeout(180_000);

let world: World;
beforeAll(async () => {
  world = await startWorld();
}, 60_000);
afterAll(() => world.stop());

/** Every statement about a hop that was sent meanwhile, with the values of its last time. */
async function sentDuring(work: () => Promise<void>): Promise<Map<string, unknown[]>> {
  const spy = jest.spyOn(pg.Client.prototype, 'query');
  await work();
  const asked = (spy.mock.calls as unknown[][]).map(([first, second]) => {
    const { text, values = second } = typeof first === 'string' ? { text: first } : (first as Asked);
    return [text, (values ?? []) as unknown[]] as const;
  });
  spy.mockRestore();
  return new Map(asked.filter(([text]) => STATEMENT.test(text) && HOPS.test(text) && !ELSE.test(text)));
}

async function growOld(): Promise<void> {
  const { pool } = world;
  const old = `now() - n * interval '20 seconds'`;
  const wide = `repeat('x', 400)`;
  await pool.query(
    `insert into inbox (instance, kind, delivery_id, body, body_hash, case_key, state, trace_id, received_at, done_at)
     select (array['lapor-masbup', 'laporgub', 'smartdpu'])[1 + n % 3], case when n % 3 = 2 then 'poll' else 'webhook' end,
            'dulu-' || n, convert_to(${wide}, 'UTF8'), '', 'dulu-' || n, 'done', '-', ${old}, ${old}
     from generate_series(1, ${HISTORY_ROWS}) as n`,
  );
  await pool.query(
    `insert into inbox (instance, kind, delivery_id, body, body_hash, case_key, state, code, run_at, trace_id)
     select name, 'webhook', 'tunggu-' || n, convert_to(${wide}, 'UTF8'), '', 'tunggu-' || n, 'waiting', 'in_flight',
            now() + interval '1 hour', '-'
     from unnest(array['lapor-masbup', 'laporgub', 'smartdpu']) as name, generate_series(1, ${WAITING}) as n`,
  );
  await pool.query(
    `insert into outbox (id, lane, instance, kind, body, state, reason, trace_id, created_at, done_at)
     select gen_random_uuid(), 'dulu-' || n, (array['lapor-masbup', 'laporgub', 'smartdpu'])[1 + n % 3],
            case when n % 4 = 0 then 'opened' else 'replied' end, '{}', 'done', ${wide}, '-', ${old}, ${old}
     from generate_series(1, ${HISTORY_ROWS}) as n`,
  );
  await pool.query('vacuum analyze inbox, outbox');
  // Not analysed: what PostgreSQL knows of a table is gone after a crash, and plans are made all the same.
  await pool.query(
    `with old as (
       insert into complaint
       select (jsonb_populate_record(c, jsonb_build_object('id', gen_random_uuid(), 'number', 'SA-2020-' || n,
                                                           'token', 'dulu-' || n))).*
       from complaint as c, generate_series(1, ${HISTORY_ROWS / 50}) as n
       where c.id = (select id from complaint limit 1)
       returning id
     )
     insert into event
     select (jsonb_populate_record(e, jsonb_build_object('id', gen_random_uuid(), 'complaint_id', old.id,
                                                         'event_id', 'dulu-' || old.id || n))).*
     from old, event as e, generate_series(1, 50) as n
     where e.id = (select id from event where instance = 'lapor-masbup' limit 1)`,
  );
  await pool.query('vacuum event');
}

const BEHIND = 40_000;
/** What is asked for each batch of messages, each second, and by each look for alerts; but for how much waits. */
const TAKING = /received_at as "receivedAt"|w\.received_at|select true from inbox/;

/** The platforms told more than the hub has read yet, and a poll is as busy as a webhook. Seen by this transaction alone. */
async function fallBehind(client: pg.PoolClient): Promise<void> {
  await client.query(
    `insert into inbox (instance, kind, delivery_id, body, body_hash, case_key, state, trace_id, received_at)
     select (array['lapor-masbup', 'laporgub'])[1 + n % 2], (array['poll', 'webhook'])[1 + n / 2 % 2], 'baru-' || n,
            convert_to(repeat('x', 400), 'UTF8'), '', 'baru-' || n, 'new', '-', now() - interval '1 minute'
     from generate_series(1, ${BEHIND}) as n`,
  );
  await client.query('analyze inbox');
}

async function blocksOf(client: pg.PoolClient, text: string, values: unknown[]): Promise<number> {
  await client.query('begin');
  try {
    return await blocksWithin(client, text, values);
  } finally {
    await client.query('rollback');
  }
}

async function blocksWithin(client: pg.PoolClient, text: string, values: unknown[]): Promise<number> {
  await client.query('savepoint looked');
  try {
    await client.query('set local plan_cache_mode = force_generic_plan');
    const { rows } = await client.query<{ 'QUERY PLAN': [{ Plan: Record<string, number> }] }>(
      `explain (analyze, buffers, format json) ${text}`,
      values,
    );
    const plan = rows[0]?.['QUERY PLAN'][0].Plan ?? {};
    return (plan['Shared Hit Blocks'] ?? 0) + (plan['Shared Read Blocks'] ?? 0);
  } finally {
    await client.query('rollback to savepoint looked');
  }
}

test('what a message costs does not grow with what was done before', async () => {
  const asked = await sentDuring(async () => {
    const { home, province } = world;
    const id = await home.play('lapor', null, {
      isi: 'Jalan provinsi di depan pasar Bobotsari berlubang dalam dan membahayakan pengendara motor',
      kewenangan: 'provinsi',
      kecamatan: 'Bobotsari',
    });
    const number = await world.numberOf(home, id);
    const ticket = await world.caseAt(number, 'laporgub');
    await province.play('status', ticket, { status: 'Progress', isi: 'Regu sudah di lokasi' });
    await home.play('susulan', id, { isi: 'Masih berlubang' });
    // What the console asks all the time, and a monitor.
    for (const path of [
      '/parked',
      '/parked/groups',
      '/instances',
      '/alerts',
      `/complaints/${number}`,
      '/complaints',
      '/audit',
    ])
      await world.api(path);
    await fetch(`${world.url}/metrics`);
    // Asked where a case is told of that nobody knows.
    await isCreating(world.pool, 'laporgub');
    await world.settled();
    await new Promise((resolve) => setTimeout(resolve, AT_WORK_MS));
  });
  // Those that were found too costly once are among what is looked at.
  for (const sign of [
    /state = 'waiting' and run_at <= now\(\) order by id \+ 0/,
    /kind = 'opened' and \(state = 'sending'/,
    /w\.received_at/,
    /code = 'in_flight'/,
  ])
    expect([...asked.keys()].some((text) => sign.test(text))).toBe(true);

  await growOld();
  const client = await world.pool.connect();
  const costly: string[] = [];
  try {
    for (const [text, values] of asked) {
      const blocks = await blocksOf(client, text, values);
      if (blocks > MOST_BLOCKS) costly.push(`${blocks} blocks: ${text.replaceAll(/\s+/g, ' ').slice(0, 160)}`);
    }
    // A creation under way is looked for among those alone, however much else waits for a person.
    await world.pool.query(
      `insert into outbox (id, lane, instance, kind, body, state, reason, trace_id)
       select gen_random_uuid(), 'antre-' || n, 'laporgub', 'replied', '{}', 'parked', repeat('x', 400), '-'
       from generate_series(1, 20000) as n`,
    );
    await world.pool.query('analyze outbox');
    const [creating] = [...asked].filter(([text]) => text.includes("kind = 'opened' and (state = 'sending'"));
    expect(await blocksOf(client, creating?.[0] ?? '', creating?.[1] ?? [])).toBeLessThan(100);
    await client.query('begin');
    await fallBehind(client);
    const behind: string[] = [];
    for (const [text, values] of asked) {
      if (!TAKING.test(text)) continue;
      const blocks = await blocksWithin(client, text, values);
      if (blocks > MOST_BLOCKS) behind.push(`${blocks} blocks: ${text.replaceAll(/\s+/g, ' ').slice(0, 160)}`);
    }
    await client.query('rollback');
    expect(behind).toEqual([]);
  } finally {
    client.release();
  }
  expect(costly).toEqual([]);
});
