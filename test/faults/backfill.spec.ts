import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { createDatabase, type TestDatabase } from '../setup/database.ts';
import { migrated } from '../setup/migrated.ts';
import { backfill, share } from './kit/backfill.ts';
import type { Stage } from './kit/stage.ts';

jest.setTimeout(240_000);

/** The full size is a matter of minutes: `npm run backfill -- --cases 100000`. */
const CASES = 400;
const WORDS = 16;
/** What a busy machine adds to what is measured in tens of milliseconds. */
const SLOW_MACHINE_MS = 2_000;

let database: TestDatabase;
let stage: Stage | null = null;
beforeAll(async () => {
  database = await createDatabase(migrated);
});
afterAll(async () => {
  await stage?.close();
  await database?.drop();
});

test('F38 a backfill of many old cases while people go on: what they say is heard as ever', async () => {
  const { stage: played, figures } = await backfill(database.url, CASES, WORDS, 120_000);
  stage = played;
  const { quietMs, duringMs, drainedS } = figures;
  expect(duringMs.length).toBeGreaterThanOrEqual(WORDS / 4);
  // First come, first served would put them behind hundreds of old cases.
  expect(share(duringMs, 0.5)).toBeLessThan(share(quietMs, 0.5) * 2 + SLOW_MACHINE_MS);
  expect(share(duringMs, 0.9)).toBeLessThan(share(quietMs, 0.9) * 2 + SLOW_MACHINE_MS);
  expect(drainedS).toBeLessThan(120);
  expect(await stage.judge()).toBe('');
});
