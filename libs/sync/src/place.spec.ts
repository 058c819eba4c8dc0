import { expect, test } from '@jest/globals';
import type { Connection } from '#connector';
import type { Message } from '#store';
import type { Instance } from './hub.ts';
import { ABSENT, judge, UNTAKEN } from './place.ts';

const connection: Connection = {
  expresses: [],
  parse: async () => ({ events: [], problems: [] }),
  fetch: async () => null,
  push: {},
  ping: async () => 'ada',
};
const platform = (given: Partial<Connection> = {}): Instance => ({
  name: 'uji',
  connector: 'uji',
  title: 'Platform Uji',
  connection: { ...connection, ...given },
  dryConnection: () => connection,
  pollEveryMs: 1_000,
});
const tried = (attempts: number, code: string | null = null): Message => ({
  id: '7',
  kind: 'webhook',
  deliveryId: 'k-7',
  headers: {},
  body: Buffer.alloc(0),
  attempts,
  state: 'waiting',
  code,
  traceId: 't',
  receivedAt: new Date(0),
});

test('what has no obstacle is taken, and what is none of ours is done with', () => {
  expect(judge(null, tried(0), platform())).toBeNull();
  expect(judge('foreign', tried(0), platform())).toEqual({ id: '7', state: 'done', code: 'foreign' });
});

test.each([
  [0, 200],
  [1, 400],
  [4, 3_200],
  [5, 5_000],
  [24, 5_000],
  [5_000, 5_000],
])('after %i tries a message in the way of our own write waits %i ms more, however often', (attempts, delayMs) => {
  const waits = { id: '7', state: 'waiting', delayMs, asks: false };
  expect(judge('in_flight', tried(attempts), platform())).toEqual({ ...waits, code: 'in_flight' });
  expect(judge('behind', tried(attempts), platform())).toEqual({ ...waits, code: 'behind' });
});

const looks = Array.from({ length: 70 }, (_, attempts) => attempts);
const askedAt = (obstacle: Parameters<typeof judge>[0], of = platform()) =>
  looks.filter((attempts) => judge(obstacle, tried(attempts), of)?.asks);

test('an unknown case is asked for at the fourth look, then more seldom, and at each look once two minutes are over', () => {
  expect(askedAt('unknown_case')).toEqual([3, 7, 15, ...looks.slice(25)]);
});

test('while a case of ours is being made there an unknown one is asked for too, and wakes with the receipt', () => {
  expect(askedAt('creating')).toEqual([3, 7, 15, 31, 63]);
  expect(judge('creating', tried(9_000), platform())).toMatchObject({ state: 'waiting', code: 'in_flight' });
});

test('a platform that can not be asked for a case is not asked', () => {
  expect(askedAt('unknown_case', platform({ fetch: undefined }))).toEqual([]);
  expect(judge('unknown_case', tried(25), platform({ fetch: undefined }))?.state).toBe('parked');
});

test('an unknown case is a person’s matter after two minutes, once the platform itself says that it has none', () => {
  expect(judge('unknown_case', tried(24, ABSENT), platform())?.state).toBe('waiting');
  expect(judge('unknown_case', tried(9_000, 'unknown_case'), platform())?.state).toBe('waiting');
  expect(judge('unknown_case', tried(25, UNTAKEN), platform())?.state).toBe('parked');
  expect(judge('behind', tried(9_000, ABSENT), platform())?.state).toBe('waiting');
  expect(judge('unknown_case', tried(25, ABSENT), platform())).toEqual({
    id: '7',
    state: 'parked',
    code: 'unknown_case',
    reason: 'Platform Uji memberi kabar tentang kasus yang tidak dikenal di sini',
  });
});
