import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, expect, jest, test } from '@jest/globals';
import { createDatabase, type TestDatabase } from '../setup/database.ts';
import { migrated } from '../setup/migrated.ts';
import { PROVINCE } from './kit/diary.ts';
import type { HubProcess } from './kit/process.ts';
import { API_KEY } from './kit/settings.ts';
import { Stage } from './kit/stage.ts';

jest.setTimeout(120_000);

const CALLERS = 50;

let database: TestDatabase;
let stage: Stage;
beforeAll(async () => {
  database = await createDatabase(migrated);
  stage = await Stage.open({ databaseUrl: database.url, processes: 0, timeout: '15s' });
});
afterAll(async () => {
  await stage?.close();
  await database?.drop();
});
afterEach(async () => {
  stage.province.faults.clear();
  await Promise.all(stage.hubs.map((hub) => hub.stop()));
  await stage.sql(`update instance set state = 'active', throttled_until = null`);
});

const threeProcesses = async (env: Record<string, string> = {}): Promise<HubProcess[]> => [
  await stage.start({ env }),
  await stage.start({ env }),
  await stage.start({ env }),
];

/** Asks something harmless of LaporGub with the hub's credentials; whether it answered that. */
async function ask(hub: HubProcess): Promise<boolean> {
  const url = `${hub.url}/api/v1/instances/${PROVINCE}/test`;
  const answer = await fetch(url, { method: 'POST', headers: { authorization: `Bearer ${API_KEY}` } });
  const { steps = [] } = (await answer.json()) as { steps?: { step: string; result: string }[] };
  return steps.some(({ step, result }) => step === 'read' && result === 'ok');
}

test('F27 three processes with fifty callers each and a token that was revoked: exactly one new one', async () => {
  const hubs = await threeProcesses();
  expect(await Promise.all(hubs.map(ask))).toEqual([true, true, true]);
  const before = stage.province.tokensIssued;
  stage.province.revokeTokens();
  const answers = await Promise.all(hubs.flatMap((hub) => Array.from({ length: CALLERS }, () => ask(hub))));
  expect(answers.filter((isOk) => !isOk)).toEqual([]);
  expect(stage.province.tokensIssued).toBe(before + 1);
});

test('F23 the rate that a platform allows is kept by three processes together, whatever they are asked', async () => {
  const perMinute = 130;
  // Spread over the windows that can touch one minute.
  const perWindow = 10;
  const hubs = await threeProcesses({ LAPORGUB_RATE_PER_MINUTE: String(perMinute), POLL_EVERY: '6h' });
  await sleep(5_000);
  const seen: number[] = [];
  stage.province.faults.on = ({ path }) => {
    if (!path.includes('/oauth/')) seen.push(Date.now());
    return false;
  };
  const end = Date.now() + 9_000;
  await Promise.all(
    hubs.map(async (hub) => {
      while (Date.now() < end) {
        await Promise.all(Array.from({ length: 10 }, () => ask(hub)));
        await sleep(100);
      }
    }),
  );
  const within = (at: number) => seen.filter((each) => each >= at && each < at + 5_000).length;
  expect(seen.length).toBeGreaterThan(perWindow);
  expect(Math.max(...seen.map(within))).toBeLessThanOrEqual(2 * perWindow);
  expect(seen.length).toBeLessThanOrEqual(4 * perWindow);
});
