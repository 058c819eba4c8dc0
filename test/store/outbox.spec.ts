import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import {
  type CaseDelivery,
  claimDelivery,
  dataSource,
  type Delivery,
  dueLanes,
  endArrived,
  endClaim,
  FencedError,
  isTaken,
  laneOf,
  poolOf,
  putDeliveries,
  registerInstances,
  renewLeases,
  wakeWaiting,
} from '#store';
import type { Pool } from 'pg';
import type { DataSource } from 'typeorm';
import { createDatabase, type TestDatabase } from '../setup/database.ts';
import { migrated } from '../setup/migrated.ts';

let database: TestDatabase;
let source: DataSource;
let pool: Pool;
const complaintId = '01900000-0000-7000-8000-000000000001';
const lane = laneOf(complaintId, 'laporgub');
const HOUR_MS = 3_600_000;

beforeAll(async () => {
  database = await createDatabase(migrated);
  source = await dataSource(database.url, 8).initialize();
  pool = poolOf(source);
  await registerInstances(pool, [{ name: 'laporgub', connector: 'laporgub' }]);
  await pool.query(
    `insert into complaint (id, number, token, text, channel, origin, handler, status, anonim, rahasia, opened_at)
     values ($1, 'SA-2026-000001', 't', 'uji', 'web', 'laporgub', 'laporgub', 'received', false, false, now())`,
    [complaintId],
  );
});
afterAll(async () => {
  await source.destroy();
  await database.drop();
});
beforeEach(async () => {
  await pool.query('delete from outbox');
  await pool.query(`update instance set state = 'active', breaker_until = null, throttled_until = null`);
});

const put = (...texts: string[]) =>
  putDeliveries(
    pool,
    texts.map((text) => ({
      lane,
      complaintId,
      instance: 'laporgub',
      kind: 'replied',
      eventId: null,
      body: { text },
      traceId: 't',
    })),
  );
const claim = async (): Promise<Delivery> => {
  const delivery = await claimDelivery(pool, lane);
  if (!delivery) throw new Error('nothing to claim');
  return delivery;
};

describe('a lane', () => {
  test('gives its deliveries out one by one, in the order they were put', async () => {
    await put('satu', 'dua', 'tiga');
    const seen: unknown[] = [];
    for (let n = 0; n < 3; n += 1) {
      const delivery = await claim();
      expect(await claimDelivery(pool, lane)).toBeUndefined();
      seen.push(delivery.body['text']);
      await endClaim(pool, delivery, { state: 'done' });
    }
    expect(seen).toEqual(['satu', 'dua', 'tiga']);
  });

  test('lets one of many workers have the delivery', async () => {
    await put('satu');
    const claims = await Promise.all(Array.from({ length: 8 }, () => claimDelivery(pool, lane)));
    expect(claims.filter(Boolean)).toHaveLength(1);
  });

  test.each(['parked', 'uncertain'] as const)('waits behind a delivery that is %s', async (state) => {
    await put('satu', 'dua');
    await endClaim(pool, await claim(), { state });
    expect(await claimDelivery(pool, lane)).toBeUndefined();
    expect(await dueLanes(pool, 10, HOUR_MS)).toEqual([]);
  });

  test('goes on behind a delivery that a person skipped', async () => {
    await put('satu', 'dua');
    await endClaim(pool, await claim(), { state: 'skipped' });
    expect((await claim()).body).toEqual({ text: 'dua' });
  });

  test('waits until its head is due again', async () => {
    await put('satu');
    await endClaim(pool, await claim(), { state: 'waiting', runAt: new Date(Date.now() + 60_000) });
    expect(await claimDelivery(pool, lane)).toBeUndefined();
    await pool.query(`update outbox set run_at = now() - interval '1 second'`);
    expect(await dueLanes(pool, 10, HOUR_MS)).toEqual([{ lane, instance: 'laporgub', isOld: false }]);
    expect((await claim()).attempts).toBe(0);
  });

  test('leaves the platform to the reconciliation while its head waits for another try, however many stand behind', async () => {
    await put('satu', 'dua', 'tiga');
    expect(await isTaken(pool, 'laporgub')).toBe(true);
    await endClaim(pool, await claim(), { state: 'waiting', runAt: new Date(Date.now() + HOUR_MS) });
    expect(await isTaken(pool, 'laporgub')).toBe(false);
    await pool.query(`update outbox set run_at = now() - interval '1 second'`);
    expect(await isTaken(pool, 'laporgub')).toBe(true);
    await claim();
    expect(await isTaken(pool, 'laporgub')).toBe(true);
  });
});

test.each([
  ['61 minutes', true],
  ['59 minutes', false],
])('what is due of something that happened %s ago is told apart from the news of now: %s', async (age, isOld) => {
  const eventId = randomUUID();
  await pool.query(
    `insert into event (id, complaint_id, instance, event_id, type, at, effect)
     values ($1, $2, 'laporgub', $3, 'replied', now() - $4::interval, 'applied')`,
    [eventId, complaintId, `e-${age}`, age],
  );
  await put('satu');
  await pool.query(`update outbox set event_id = $1, run_at = now() - interval '1 second'`, [eventId]);
  expect(await dueLanes(pool, 10, HOUR_MS)).toEqual([{ lane, instance: 'laporgub', isOld }]);
});

test.each([
  ['LG-1', ['satu']],
  ['LG-9', []],
  [null, ['kanal']],
])('a receipt of case %s wakes what waits for it, and nothing that waits for another', async (caseKey, expected) => {
  await pool.query('delete from inbox');
  await pool.query(
    `insert into inbox (instance, kind, delivery_id, body, body_hash, case_key, state, code, run_at, trace_id)
     select 'laporgub', 'webhook', id, '', '', case_key, 'waiting', code, now() + interval '1 hour', '-'
     from (values ('satu', 'LG-1', 'in_flight'), ('dua', 'LG-2', 'in_flight'), ('tiga', 'LG-1', 'behind'),
                  ('kanal', null, 'in_flight')) as m(id, case_key, code)`,
  );
  const woken = async () => {
    const { rows } = await pool.query<{ id: string }>(`select delivery_id as id from inbox where run_at <= now()`);
    await pool.query(`update inbox set run_at = now() + interval '1 hour'`);
    return rows.map(({ id }) => id);
  };
  await wakeWaiting(pool, 'laporgub', caseKey);
  expect(await woken()).toEqual(expected);
  if (caseKey === null) return;
  await put('satu');
  const audit = { hop: 'deliver', direction: 'out', instance: 'laporgub', outcome: 'ok', traceId: 't' } as const;
  await endArrived(pool, (await claim()) as CaseDelivery, { externalId: caseKey, echoes: [], audit });
  expect(await woken()).toEqual(expected);
});

describe('a lease', () => {
  test('that ran out hands the delivery to another worker, which knows that it may have arrived', async () => {
    await put('satu');
    const dead = await claim();
    await pool.query(`update outbox set lease_until = now() - interval '1 second'`);
    expect(await dueLanes(pool, 10, HOUR_MS)).toHaveLength(1);
    const heir = await claim();
    expect([dead.unsettled, heir.unsettled]).toEqual([false, true]);
  });

  test('that was lost refuses the late worker’s write', async () => {
    await put('satu');
    const late = await claim();
    await pool.query(`update outbox set lease_until = now() - interval '1 second'`);
    const heir = await claim();
    await expect(endClaim(pool, late, { state: 'done' })).rejects.toBeInstanceOf(FencedError);
    await endClaim(pool, heir, { state: 'done' });
    await expect(endClaim(pool, heir, { state: 'done' })).rejects.toBeInstanceOf(FencedError);
  });

  test('is renewed for its holder alone', async () => {
    await put('satu');
    const late = await claim();
    await pool.query(`update outbox set lease_until = now() - interval '1 second'`);
    await claim();
    await pool.query(`update outbox set lease_until = now() - interval '1 second'`);
    await renewLeases(pool, [late]);
    expect(await dueLanes(pool, 10, HOUR_MS)).toHaveLength(1);
  });
});

test.each([
  ['is paused', `state = 'paused'`],
  ['has its breaker open', `breaker_until = now() + interval '1 minute'`],
  ['asked for time', `throttled_until = now() + interval '1 minute'`],
])('nothing leaves while the instance %s, and it costs no try', async (_name, change) => {
  await put('satu');
  await pool.query(`update instance set ${change}`);
  expect(await claimDelivery(pool, lane)).toBeUndefined();
  const { rows } = await pool.query('select state, attempts from outbox');
  expect(rows).toEqual([{ state: 'waiting', attempts: 0 }]);
});
