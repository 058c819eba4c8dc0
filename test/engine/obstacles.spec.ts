import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { Pool } from 'pg';
import type { DataSource } from 'typeorm';
import type { ComplaintEvent } from '#complaint';
import { dataSource, type Held, type InFlight, poolOf, putDeliveries, registerInstances } from '#store';
import type { Batch } from '../../libs/sync/src/batch.ts';
import type { Instance } from '../../libs/sync/src/hub.ts';
import { obstacleTo, RECENT_PAST_MS } from '../../libs/sync/src/place.ts';
import { createDatabase, type TestDatabase } from '../setup/database.ts';
import { migrated } from '../setup/migrated.ts';

/*
 * Why a message can not be taken yet: by what is held of its case, and by what the tables say of the platform.
 */
const INSTANCE = { name: 'laporgub' } as Instance;

let database: TestDatabase;
let source: DataSource;
let pool: Pool;
beforeAll(async () => {
  database = await createDatabase(migrated);
  source = await dataSource(database.url, 2).initialize();
  pool = poolOf(source);
  await registerInstances(pool, [{ name: 'laporgub', connector: 'laporgub' }]);
});
afterAll(async () => {
  await source.destroy();
  await database.drop();
});
beforeEach(() => pool.query('delete from outbox'));

const held = (state: 'open' | 'pending' = 'open', instance = 'laporgub') => ({ links: [{ instance, state }] }) as Held;
const event = (given: object): ComplaintEvent =>
  ({ type: 'replied', id: 'e1', externalId: 'LG-1', at: new Date().toISOString(), ...given }) as ComplaintEvent;

interface Known {
  cases?: Record<string, Held>;
  references?: Record<string, Held>;
  flights?: Partial<InFlight>[];
}
const obstacle = (events: object[], { cases = {}, references = {}, flights = [] }: Known = {}, kind = 'webhook') => {
  const batch = {
    tx: pool,
    byExternalId: (id: string) => cases[id],
    byReference: (reference: string) => references[reference],
    flightsOf: () => flights.map((each) => ({ kind: 'replied', state: 'sending', ...each })),
  } as unknown as Batch;
  return obstacleTo(batch, INSTANCE, events.map(event), { kind: kind as 'webhook' | 'poll' });
};

describe('at a case that is known', () => {
  const cases = { 'LG-1': held() };
  const at = (given: object, ...flights: Partial<InFlight>[]) => obstacle([given], { cases, flights });

  test.each<[string, object, Partial<InFlight>, string | null]>([
    ['a reply while one of ours is on its way', {}, {}, 'in_flight'],
    ['words of the citizen while a reply of ours is', { type: 'followed_up' }, {}, 'in_flight'],
    ['a reply while words of ours are', {}, { kind: 'followed_up' }, 'in_flight'],
    ['a reply while a status of ours is', {}, { kind: 'status_changed' }, null],
    ['a reply by our own name while a status of ours is', { own: true }, { kind: 'status_changed' }, 'in_flight'],
    ['what bears the very mark of our write', { own: 'd_1' }, {}, null],
    ['a status while a reply of ours is', { type: 'status_changed' }, {}, null],
    ['a status while one of ours is', { type: 'status_changed' }, { kind: 'status_changed' }, 'in_flight'],
    ['its beginning while anything is', { type: 'opened' }, {}, null],
    ['a decision while anything is', { type: 'disposed' }, { kind: 'status_changed' }, null],
    ['a reply while one of ours waits for a person', {}, { state: 'parked' }, null],
    ['a reply while it is a person’s to say whether ours arrived', {}, { state: 'uncertain' }, null],
    ['a reply while one of ours waits for its next try', {}, { state: 'waiting' }, 'in_flight'],
  ])('%s', async (_name, given, flight, expected) => expect(await at(given, flight)).toBe(expected));

  test('any of several writes of ours is one', async () => {
    expect(await at({}, { state: 'parked' }, { kind: 'status_changed' }, {})).toBe('in_flight');
    expect(await at({})).toBeNull();
  });

  test('every event of a message is looked at', async () => {
    const flights = [{ kind: 'status_changed' }];
    expect(await obstacle([{}, { type: 'status_changed' }], { cases, flights })).toBe('in_flight');
    expect(await obstacle([{}, { externalId: 'LG-9' }], { cases })).toBe('unknown_case');
  });
});

describe('at a case that is not known', () => {
  test('its beginning opens it, unless it may be the one that we are making there', async () => {
    const opened = { type: 'opened', reference: 'SA-1' };
    expect(await obstacle([opened])).toBeNull();
    expect(await obstacle([{ type: 'opened' }])).toBeNull();
    const pending = { references: { 'SA-1': held('pending') } };
    expect(await obstacle([opened], pending)).toBe('in_flight');
    expect(await obstacle([{ type: 'opened' }], pending)).toBeNull();
    expect(await obstacle([opened], { references: { 'SA-1': held('open') } })).toBeNull();
    expect(await obstacle([opened], { references: { 'SA-1': held('pending', 'smartdpu') } })).toBeNull();
    expect(await obstacle([{ type: 'opened' }, { ...opened, externalId: 'LG-2' }], pending)).toBe('in_flight');
  });

  test('what follows has to wait, but for what comes with its beginning', async () => {
    expect(await obstacle([{}])).toBe('unknown_case');
    expect(await obstacle([{ type: 'opened' }, {}])).toBeNull();
    expect(await obstacle([{ type: 'opened', externalId: 'LG-2' }, {}])).toBe('unknown_case');
    expect(await obstacle([{}, { type: 'status_changed' }])).toBe('unknown_case');
  });

  test('it may be one that we are making, as long as nothing is known of that', async () => {
    const creates = (state: string, kind = 'opened', instance = 'laporgub') =>
      putDeliveries(pool, [
        { lane: 'uji', complaintId: null, instance, kind, eventId: null, body: {}, traceId: 't' },
      ]).then(() => pool.query('update outbox set state = $1', [state]));
    await creates('sending', 'replied');
    expect(await obstacle([{}])).toBe('unknown_case');
    await creates('sending');
    expect(await obstacle([{}])).toBe('creating');
    expect(await obstacle([{}], {}, 'poll')).toBe('creating');
    await pool.query(`update outbox set state = 'done'`);
    expect(await obstacle([{}])).toBe('unknown_case');
  });

  test('and that a list tells of from before we listened is none of ours', async () => {
    const [{ since } = { since: new Date() }] = (
      await pool.query<{ since: Date }>('select created_at as since from instance')
    ).rows;
    const at = (ms: number) => ({ at: new Date(since.getTime() - RECENT_PAST_MS + ms).toISOString() });
    expect(await obstacle([at(-1)], {}, 'poll')).toBe('foreign');
    expect(await obstacle([at(0)], {}, 'poll')).toBe('unknown_case');
    expect(await obstacle([at(3_600_000)], {}, 'poll')).toBe('unknown_case');
    expect(await obstacle([at(-1)], {}, 'webhook')).toBe('unknown_case');
    expect(await obstacle([{ ...at(-1), type: 'opened' }], {}, 'poll')).toBeNull();
  });
});
