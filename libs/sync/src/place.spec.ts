import { expect, test } from '@jest/globals';
import type { Connection } from '#connector';
import type { Message } from '#store';
import type { Instance } from './hub.ts';
import { judge } from './place.ts';

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
const tried = (attempts: number): Message => ({
  id: '7',
  kind: 'webhook',
  deliveryId: 'k-7',
  headers: {},
  body: Buffer.alloc(0),
  attempts,
  state: 'waiting',
  traceId: 't',
  receivedAt: new Date(0),
});

test('what has no obstacle is taken', () => {
  expect(judge(null, tried(0), platform())).toBeNull();
});

test.each([
  [0, 200],
  [1, 400],
  [4, 3_200],
  [5, 5_000],
  [24, 5_000],
  [5_000, 5_000],
])('after %i tries a message in the way of our own write waits %i ms more, however often', (attempts, delayMs) => {
  expect(judge('in_flight', tried(attempts), platform())).toEqual({
    id: '7',
    state: 'waiting',
    code: 'in_flight',
    delayMs,
  });
  expect(judge('behind', tried(attempts), platform())).toEqual({ id: '7', state: 'waiting', code: 'behind', delayMs });
});

test('an unknown case is asked for once, on the fourth look', () => {
  const codes = [0, 1, 2, 3, 4, 5].map((attempts) => judge('unknown_case', tried(attempts), platform())?.code);
  expect(codes).toEqual(['unknown_case', 'unknown_case', 'unknown_case', 'fetch', 'unknown_case', 'unknown_case']);
});

test('a platform that can not be asked for a case is not asked', () => {
  expect(judge('unknown_case', tried(3), platform({ fetch: undefined }))?.code).toBe('unknown_case');
});

test('an unknown case is a person’s matter after two minutes, with the platform’s name', () => {
  expect(judge('unknown_case', tried(24), platform())?.state).toBe('waiting');
  expect(judge('unknown_case', tried(25), platform())).toEqual({
    id: '7',
    state: 'parked',
    code: 'unknown_case',
    reason: 'Platform Uji memberi kabar tentang kasus yang tidak dikenal di sini',
  });
});
