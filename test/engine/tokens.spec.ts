import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Sealer } from '#store';
import { Tokens } from '#sync';
import pg from 'pg';
import { createDatabase, type TestDatabase } from '../setup/database.ts';
import { migrated } from '../setup/migrated.ts';

const CALLERS = 50;
const OF_LAPORGUB = { instance: 'laporgub', mark: 'kunci' };

let database: TestDatabase;
let pool: pg.Pool;
beforeAll(async () => {
  database = await createDatabase(migrated);
  pool = new pg.Pool({ connectionString: database.url, max: 2, connectionTimeoutMillis: 2_000 });
  await pool.query(`insert into instance (name, connector) values ('laporgub', 'laporgub')`);
});
afterAll(async () => {
  await pool?.end();
  await database?.drop();
});

/** Fifty who ask while the platform takes its time; `issue` is what it says then. */
function askedByMany(issue: () => string) {
  const tokens = new Tokens(pool, new Sealer('rahasia untuk uji ini saja'));
  const asked = Promise.withResolvers<void>();
  const said = Promise.withResolvers<void>();
  let issued = 0;
  const answers = Array.from({ length: CALLERS }, () =>
    tokens.get(OF_LAPORGUB, null, async () => {
      issued += 1;
      asked.resolve();
      await said.promise;
      return { token: issue(), expiresAt: new Date(Date.now() + 3_600_000) };
    }),
  );
  return { tokens, asked: asked.promise, say: said.resolve, answers, issued: () => issued };
}

test('fifty who wait for one token leave the database to others, and get the same one', async () => {
  const { asked, say, answers, issued } = askedByMany(() => 'baru');
  await asked;
  await pool.query('select 1');
  say();
  expect(new Set(await Promise.all(answers))).toEqual(new Set(['baru']));
  expect(issued()).toBe(1);
});

test('a refusal reaches all who waited, and the next one asks anew', async () => {
  await pool.query('update instance set token = null, token_expires_at = null');
  const { tokens, asked, say, answers, issued } = askedByMany(() => {
    throw new Error('ditolak');
  });
  await asked;
  say();
  const outcomes = await Promise.allSettled(answers);
  expect(outcomes.filter(({ status }) => status === 'rejected')).toHaveLength(CALLERS);
  expect(issued()).toBe(1);
  const next = await tokens.get(OF_LAPORGUB, null, async () => ({
    token: 'sesudahnya',
    expiresAt: new Date(Date.now() + 3_600_000),
  }));
  expect(next).toBe('sesudahnya');
});
