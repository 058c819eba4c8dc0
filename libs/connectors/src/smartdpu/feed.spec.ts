import { expect, test } from '@jest/globals';
import type { Page } from '#connector';
import { readFeed } from './feed.ts';

const asked: [after: number, limit: number][] = [];
const read = (cursor: string | null, ids: (number | null)[], { page = 10, reread = 6 } = {}): Promise<Page> =>
  readFeed(cursor, {
    changes: async (after, limit) => {
      asked.push([after, limit]);
      return ids.map((id) => ({ id }));
    },
    idOf: async (change) => (change as { id: number | null }).id,
    page,
    reread,
  });

test.each<[string, string | null, { page?: number; reread?: number }, number]>([
  ['from the beginning where nothing was read', null, {}, 0],
  ['and the last few numbers once more', '100', {}, 94],
  ['and fewer of them than a page holds', '100', { page: 4 }, 97],
  ['never before the beginning', '2', {}, 0],
  ['from the beginning where the cursor is none of ours', 'x7', {}, 0],
])('the feed is read %s', async (_name, cursor, settings, after) => {
  await read(cursor, [], settings);
  expect(asked.at(-1)).toEqual([after, settings.page ?? 10]);
});

test.each<[string, (number | null)[], Page['cursor'], boolean]>([
  ['a full page with something new has more behind it', [99, 101, 100, 102], '102', true],
  ['a full page of what was read has none', [97, 98, 99, 100], '100', false],
  ['a page that is not full is the last', [101, 102, 103], '103', false],
  ['numbers that can not be read move nothing', [null, 101, null, null], '101', true],
  ['an empty page leaves the cursor where it was', [], '100', false],
])('%s', async (_name, ids, cursor, more) => {
  expect(await read('100', ids, { page: 4 })).toEqual({ payloads: ids.map((id) => ({ id })), cursor, more });
});
