import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { readFileSync, writeFileSync } from 'node:fs';
import { dataSource, migrate } from '#store';
import type { DataSource, QueryRunner } from 'typeorm';
import { createDatabase, type TestDatabase } from './setup/database.ts';

/** The schema as the migrations leave it. After a new migration: UPDATE_SCHEMA=1 npx jest test/schema, then read the difference. */
const DUMP = 'libs/store/schema.txt';

let database: TestDatabase;
let source: DataSource;

beforeAll(async () => {
  database = await createDatabase();
  source = await dataSource(database.url, 4).initialize();
  await migrate(source);
});
afterAll(async () => {
  await source.destroy();
  await database.drop();
});

/** The audit's months come and go with the calendar; what they have is what the audit has. */
const MONTHS = String.raw`'^audit_(\d{4}_\d{2}|rest)'`;

const QUERIES = [
  `select format('%s.%s %s%s%s', table_name, column_name, data_type, case is_nullable when 'NO' then ' not null' else '' end,
     coalesce(' default ' || column_default, '')) as line
   from information_schema.columns where table_schema = 'public' and table_name <> 'migrations' and table_name !~ ${MONTHS}
   order by table_name, ordinal_position`,
  `select indexdef as line from pg_indexes where schemaname = 'public' and tablename <> 'migrations'
     and tablename !~ ${MONTHS} order by indexname`,
  `select format('%s: %s', conrelid::regclass, pg_get_constraintdef(oid)) as line from pg_constraint
   where connamespace = 'public'::regnamespace and contype in ('f', 'c') and conrelid <> 0
     and conrelid::regclass::text !~ ${MONTHS} order by 1`,
  `select pg_get_triggerdef(oid) as line from pg_trigger where not tgisinternal
     and tgrelid::regclass::text !~ ${MONTHS} order by tgname`,
];

test('the migrations make the schema that the committed dump shows', async () => {
  const lines: string[] = [];
  for (const query of QUERIES) {
    lines.push(...(await source.query<{ line: string }[]>(query)).map(({ line }) => line), '');
  }
  const dump = lines.join('\n');
  if (process.env['UPDATE_SCHEMA']) writeFileSync(DUMP, dump);
  expect(dump).toBe(readFileSync(DUMP, 'utf8'));
});

test('every entity reads its table', async () => {
  for (const { target } of source.entityMetadatas)
    expect(await source.getRepository(target).find({ take: 1 })).toEqual([]);
});

test('processes that start together migrate once', async () => {
  const own = await createDatabase();
  const sources = await Promise.all([1, 2, 3].map(() => dataSource(own.url, 4).initialize()));
  await Promise.all(sources.map(migrate));
  expect(await sources[0]?.query('select count(*)::int as n from migrations')).toEqual([
    { n: source.migrations.length },
  ]);
  await Promise.all(sources.map((each) => each.destroy()));
  await own.drop();
});

test('a migration may take as long as it needs', async () => {
  const limits: unknown[] = [];
  const up = async (runner: QueryRunner) => void limits.push(...((await runner.query('show statement_timeout')) as []));
  source.migrations.push({ name: 'TakeLong1999999999999', up, down: () => Promise.resolve() });
  await migrate(source);
  source.migrations.pop();
  expect(limits).toEqual([{ statement_timeout: '0' }]);
});

/** Months of the audit are those of WIB. */
const MONTH = new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 7).replace('-', '_');
test.each([
  'update audit set outcome = $$x$$',
  'delete from audit',
  'truncate audit',
  'truncate audit_rest',
  `truncate audit_${MONTH}`,
  `delete from audit_${MONTH}`,
])('the database refuses: %s', async (sql) => {
  await source.query(`insert into audit (hop, actor, outcome, trace_id) values ('system', 'uji', 'ok', '-')`);
  await expect(source.query(sql)).rejects.toThrow('audit is append-only');
});
