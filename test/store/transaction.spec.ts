import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type Db, dataSource, poolOf, transaction } from '#store';
import type { DataSource } from 'typeorm';
import { createDatabase, type TestDatabase } from '../setup/database.ts';
import { migrated } from '../setup/migrated.ts';

let database: TestDatabase;
let source: DataSource;
beforeAll(async () => {
  database = await createDatabase(migrated);
  source = await dataSource(database.url, 1).initialize();
});
afterAll(async () => {
  await source.destroy();
  await database.drop();
});

test('what is done again after a crash does not wait for the disk; what comes next on the connection does', async () => {
  const pool = poolOf(source);
  await pool.query('set synchronous_commit = on');
  const waits = async (tx: Db) => (await tx.query<{ synchronous_commit: string }>('show synchronous_commit')).rows;
  expect(await transaction(pool, waits, { isRedone: true })).toEqual([{ synchronous_commit: 'off' }]);
  expect(await transaction(pool, waits)).toEqual([{ synchronous_commit: 'on' }]);
});
