import { expect, test } from '@jest/globals';
import type { ChannelProfile } from './profile.ts';
import { swept } from './sweep.ts';

const NOW = Date.parse('2026-11-20T08:15:00Z');
const DAY_MS = 86_400_000;
const PROFILE = { sweep: { each: '3d', hourly: '14d', daily: '60d', posts: 20 } } as ChannelProfile;
const POST = { id: 'kiriman', at: new Date(NOW - DAY_MS).toISOString() };

test.each<[string, string | null, number]>([
  ['a channel that was never polled takes what is a day old at the most', null, NOW - DAY_MS],
  ['one that was keeps to its beginning', 'h1d1s42', 42],
  ['one that was polled before a beginning was kept has none', 'h1d1', 0],
])('%s', async (_name, cursor, expected) => {
  const asked: number[] = [];
  const under = async (_post: unknown, since: number) => {
    asked.push(since);
    return [];
  };
  const page = await swept(PROFILE, cursor, new Date(NOW), () => Promise.resolve([POST]), under);
  expect(asked).toEqual([expected]);
  expect(page.cursor).toBe(`h${NOW}d${NOW}s${expected}`);
});
