import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import {
  complaintAskedFor,
  conversationOf,
  dataSource,
  type Db,
  isSaying,
  lostSayings,
  poolOf,
  quotedComplaint,
  raisedInThread,
  raisedSince,
  raiseSaid,
  registerInstances,
} from '#store';
import type { Pool } from 'pg';
import type { DataSource } from 'typeorm';
import { createDatabase, type TestDatabase } from '../setup/database.ts';
import { migrated } from '../setup/migrated.ts';

/** Each with a conversation of both kinds, a complaint, and something that we said. */
const PEOPLE = 10_000;
/** Of all of them; what is asked about one of them is a handful. */
const MOST_ROWS = 50;

const instance = 'instagram';
const hashOf = (n: number): Buffer => Buffer.from(`tempat-${n}`);
let database: TestDatabase;
let source: DataSource;
let pool: Pool;
let person: { id: string; direct: string; comment: string };

beforeAll(async () => {
  database = await createDatabase(migrated);
  source = await dataSource(database.url, 4).initialize();
  pool = poolOf(source);
  await registerInstances(pool, [{ name: instance, connector: instance }]);
  await pool.query(
    `insert into person (id, instance, identity) select gen_random_uuid(), $1, '' from generate_series(1, ${PEOPLE})`,
    [instance],
  );
  await pool.query(
    `insert into conversation (id, instance, kind, hash, address, person_id)
     select gen_random_uuid(), $1, kind, convert_to('tempat-' || n, 'UTF8'), '', id
     from (select id, row_number() over () as n from person) as p, unnest(array['direct', 'comment']) as kind`,
    [instance],
  );
  await pool.query(
    `insert into complaint (id, number, token, text, channel, origin, handler, status, anonim, rahasia, opened_at)
     select id, upper(id::text), id, 'uji', $1, $1, $1, 'received', false, false, now() from conversation`,
    [instance],
  );
  await pool.query(
    `insert into link (id, complaint_id, instance, external_id, role, state, conversation_id)
     select gen_random_uuid(), id, instance, id, 'origin', 'open', id from conversation`,
  );
  await pool.query(
    `insert into outbox (id, lane, instance, kind, body, state, trace_id)
     select id, 'say:' || id, instance, 'said', '{}', 'done', '-' from conversation`,
  );
  await pool.query(
    `insert into message (id, instance, conversation_id, direction, at, state, delivery_id)
     select gen_random_uuid(), instance, id, 'out', now(), 'accepted', id from conversation`,
  );
  await pool.query('update conversation set complaint_id = id');
  await pool.query(
    `insert into message (id, instance, conversation_id, direction, at, state, hash, complaint_id)
     select gen_random_uuid(), instance, id, 'in', now(), 'taken', hash, id from conversation where kind = 'comment'`,
  );
  await pool.query('vacuum analyze person, conversation, complaint, link, outbox, message');
  const { rows } = await pool.query<{ id: string; direct: string; comment: string }>(
    `select person_id as id, d.id as direct, c.id as comment from conversation d join conversation c using (person_id)
     where d.kind = 'direct' and c.kind = 'comment' and c.hash = $1`,
    [hashOf(PEOPLE / 2)],
  );
  const [found] = rows;
  if (!found) throw new Error('Nobody speaks');
  person = found;
}, 60_000);
afterAll(async () => {
  await source.destroy();
  await database.drop();
});

const READ = `select sum(seq_tup_read + coalesce(idx_tup_fetch, 0))::int as n from pg_stat_xact_user_tables`;

/** Rows that were read for it, with a plan for any value, as PostgreSQL keeps it for statements that come often. */
async function readBy(work: (tx: Db) => Promise<unknown>): Promise<number> {
  const client = await pool.connect();
  try {
    await client.query('begin');
    await client.query('set local plan_cache_mode = force_generic_plan');
    const read = async () => (await client.query<{ n: number }>(READ)).rows[0]?.n ?? 0;
    const before = await read();
    await work(client);
    return (await read()) - before;
  } finally {
    await client.query('rollback');
    client.release();
  }
}

const address = Buffer.from('');
const yesterday = new Date(Date.now() - 86_400_000);
test.each<[string, (tx: Db) => Promise<unknown>]>([
  [
    'a conversation with somebody',
    (tx) => conversationOf(tx, { instance, kind: 'direct', hash: hashOf(1), address, personId: person.id }),
  ],
  [
    'one below a comment',
    (tx) => conversationOf(tx, { instance, kind: 'comment', hash: hashOf(PEOPLE / 2), address, personId: person.id }),
  ],
  [
    'a new one, of nobody known',
    (tx) => conversationOf(tx, { instance, kind: 'direct', hash: hashOf(0), address, personId: null }),
  ],
  ['who complained below a comment', (tx) => raisedInThread(tx, instance, hashOf(PEOPLE / 2))],
  ['what somebody quotes', (tx) => quotedComplaint(tx, { id: person.direct, instance }, hashOf(1))],
  ['what somebody asks about', (tx) => complaintAskedFor(tx, person.direct, person.comment)],
  ['how much somebody complained', (tx) => raisedSince(tx, person.direct, yesterday)],
  ['whether something is being said to them', (tx) => isSaying(tx, person.comment)],
  ['what may have been lost on its way to them', (tx) => lostSayings(tx, person.direct)],
  [
    'what they have read',
    (tx) =>
      raiseSaid(
        tx,
        { ids: [randomUUID()], until: { conversationId: person.direct, at: '2100-01-01T00:00:00Z' } },
        'read',
      ),
  ],
])('%s is found without reading what others said', async (_name, find) => {
  expect(await readBy(find)).toBeLessThan(MOST_ROWS);
});

test('what somebody complained about counts wherever they said it, once', async () => {
  expect(await raisedSince(pool, person.direct, yesterday)).toBe(2);
  expect(await raisedSince(pool, person.comment, yesterday)).toBe(2);
});

test('what we say to somebody may come back elsewhere; what we say to others may not', async () => {
  const say = (id: string) => pool.query(`update outbox set state = 'sending' where id = $1`, [id]);
  const { rows } = await pool.query<{ id: string }>('select id from conversation where person_id <> $1 limit 1', [
    person.id,
  ]);
  await say(rows[0]?.id ?? '');
  expect(await isSaying(pool, person.direct)).toBe(false);
  await say(person.comment);
  expect(await isSaying(pool, person.direct)).toBe(true);
});
