import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { setTimeout as sleep } from 'node:timers/promises';
import type { DeadlineRule } from '#complaint';
import { holdRules, noteRules, transaction } from '#store';
import type { Runtime } from '../../apps/hub/src/runtime.ts';
import { fingerprintOf, workOut } from '../../apps/hub/src/work-out.ts';
import { type Api, startApi } from '../http/api.ts';
import { seedComplaint } from '../http/seed.ts';

/** Two processes of one hub, of which the second was restarted with a new rule. */
let api: Api;
let before: Runtime;
let after: Runtime;
const answeredWithin = (length: number): DeadlineRule[] => [
  {
    kind: 'answer',
    start: 'opened',
    length,
    unit: 'hours',
    warnBefore: 1,
    calendar: { workingWeek: [1, 2, 3, 4, 5], holidays: new Set(), unsure: new Set() },
    pausesForInfo: true,
    source: 'uji',
    validFrom: '2020-01-01',
    validTo: null,
    verified: true,
  },
];
const note = ({ deadlines }: Runtime) => transaction(api.pool, (tx) => noteRules(tx, fingerprintOf(deadlines)));
const lengths = async (): Promise<number[]> => {
  const { rows } = await api.pool.query<{ hours: number }>(
    'select extract(epoch from due_at - start_at)::int / 3600 as hours from deadline order by due_at',
  );
  return rows.map(({ hours }) => hours);
};

beforeAll(async () => {
  api = await startApi();
  before = { ...api.runtime, deadlines: answeredWithin(24) };
  after = { ...api.runtime, deadlines: answeredWithin(48) };
});
afterAll(() => api.stop());
beforeEach(async () => {
  await api.pool.query('delete from deadline');
  await api.pool.query('delete from stale_deadline');
  await note(before);
});

test('what new rules are to be used on is left to the processes that have them', async () => {
  for (let n = 0; n < 3; n += 1) await seedComplaint(api);
  expect(await workOut(before)).toBeGreaterThanOrEqual(3);
  expect(new Set(await lengths())).toEqual(new Set([24]));
  await note(after);
  expect(await workOut(before)).toBeNull();
  const taken = await workOut(after);
  expect(taken).toBeGreaterThanOrEqual(3);
  expect(await lengths()).toEqual(Array<number>(taken ?? 0).fill(48));
});

test('what the older rules were just used on is worked out anew', async () => {
  await seedComplaint(api);
  let noting = Promise.resolve();
  await transaction(api.pool, async (tx) => {
    expect(await holdRules(tx, fingerprintOf(before.deadlines))).toBe(true);
    noting = note(after);
    await sleep(300);
    // Filed and taken with the older rules while the new ones wait to be noted.
    await seedComplaint({ ...api, pool: tx as Api['pool'] });
    await tx.query('delete from stale_deadline');
  });
  await noting;
  const { rows } = await api.pool.query(
    'select from complaint where id not in (select complaint_id from stale_deadline)',
  );
  expect(rows).toEqual([]);
});
