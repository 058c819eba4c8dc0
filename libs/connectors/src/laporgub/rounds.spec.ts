import { beforeEach, describe, expect, test } from '@jest/globals';
import { ConnectorError, type Page } from '#connector';
import { type ListedCase, readPage } from './pages.ts';

const NOW = '2026-01-05T02:00:00Z';
const at = (seconds: number): string => `${new Date(Date.parse(NOW) + seconds * 1_000).toISOString().slice(0, 19)}Z`;

/** Our clock, in seconds from NOW; what the list and the cases were asked for; and what they answer. */
let clock: number;
let asked: [since: string, page: number][];
let looked: string[];
let pages: { cases: ListedCase[]; lastPage?: number }[];
let whole: (id: string) => unknown;
beforeEach(() => {
  [clock, asked, looked, pages] = [0, [], [], []];
  whole = (id) => `${id}!`;
});

const shown = (externalId: string, seconds: number, isWhole = true): ListedCase => ({
  externalId,
  changed: at(seconds),
  changedAt: Date.parse(at(seconds)),
  value: externalId,
  isWhole,
});
const read = (cursor: string | null): Promise<Page> =>
  readPage(cursor, {
    list: async (since, page) => {
      asked.push([since, page]);
      const { cases, lastPage } = pages.shift() ?? { cases: [], lastPage: 1 };
      return { cases, lastPage };
    },
    whole: async (id) => {
      looked.push(id);
      return whole(id);
    },
    now: () => new Date(Date.parse(at(clock))),
    overlapMs: 30_000,
    recentMs: 3_600_000,
    settledAfterMs: 5_000,
  });
const since = (seconds: number, rest: object = {}): string => JSON.stringify({ since: at(seconds), page: 1, ...rest });
/** Reads the pages of one round; each is the list's answer. */
async function round(cursor: string, ...answers: ListedCase[][]): Promise<{ read: unknown[]; cursor: string }> {
  pages = answers.map((cases) => ({ cases, lastPage: answers.length }));
  const all: unknown[] = [];
  let next = cursor;
  for (const _ of answers) {
    const page = await read(next);
    all.push(...page.payloads);
    next = page.cursor;
  }
  return { read: all, cursor: next };
}

describe('a round', () => {
  test.each([null, '', '42', 'null', '{"page":3}', `{"since":"${NOW}"}`, `{"since":"${NOW}","page":1.5}`, '{'])(
    'begins in the recent past where the cursor is %s',
    async (cursor) => {
      expect(await read(cursor)).toMatchObject({ payloads: [], more: false });
      expect(asked).toEqual([[at(-3_630), 1]]);
    },
  );

  test('asks page for page from the same moment, and the next from an overlap before the newest of its first page', async () => {
    const { cursor, read: got } = await round(
      since(-600),
      [shown('A', -60), shown('B', -70)],
      [shown('C', -50)],
      [shown('D', -90)],
    );
    expect(got).toEqual(['A', 'B', 'C', 'D']);
    expect(asked).toEqual([
      [at(-630), 1],
      [at(-630), 2],
      [at(-630), 3],
    ]);
    await read(cursor);
    expect(asked.at(-1)).toEqual([at(-90), 1]);
  });

  test('says whether there is more: up to the last page, or to an empty one where none is named', async () => {
    pages = [
      { cases: [shown('A', -60)], lastPage: 2 },
      { cases: [shown('B', -60)], lastPage: 2 },
    ];
    const first = await read(since(-600));
    expect(first.more).toBe(true);
    expect((await read(first.cursor)).more).toBe(false);
    pages = [{ cases: [shown('A', -60)] }, { cases: [] }];
    const unnamed = await read(since(-600));
    expect(unnamed.more).toBe(true);
    expect((await read(unnamed.cursor)).more).toBe(false);
    pages = [{ cases: [], lastPage: 3 }];
    expect((await read(since(-600))).more).toBe(true);
    pages = [{ cases: [shown('A', -60)], lastPage: 1 }];
    expect((await read(since(-600, { page: 2 }))).more).toBe(false);
  });

  test('takes no date in the future for the newest, and one of this very moment', async () => {
    await read((await round(since(-600), [shown('A', 1), shown('B', -60)])).cursor);
    expect(asked.at(-1)).toEqual([at(-90), 1]);
    await read((await round(since(-600), [shown('A', 0), shown('B', -60)])).cursor);
    expect(asked.at(-1)).toEqual([at(-30), 1]);
  });

  test('never goes back behind where the one before ended', async () => {
    await read((await round(since(-600), [shown('A', -620)])).cursor);
    expect(asked.at(-1)).toEqual([at(-630), 1]);
  });
});

describe('a case', () => {
  test('is asked for by itself where the list leaves out a part, and counts as listed where it is gone', async () => {
    whole = (id) => (id === 'B' ? null : `${id}!`);
    const { read: got } = await round(since(-600), [shown('A', -60, false), shown('B', -60, false), shown('C', -60)]);
    expect(got).toEqual(['A!', 'B', 'C']);
    expect(looked).toEqual(['A', 'B']);
  });

  test('that was read is read again once it changed, in this round as in the next', async () => {
    const first = await round(since(-600), [shown('A', -60), shown('B', -70)], [shown('B', -70), shown('A', -65)]);
    expect(first.read).toEqual(['A', 'B', 'A']);
    const second = await round(first.cursor, [shown('A', -65), shown('B', -60)]);
    expect(second.read).toEqual(['B']);
  });

  test('of the newest seconds is read once more, for it may change again within them', async () => {
    const first = await round(since(-600), [shown('A', -60), shown('B', -64), shown('C', -65)]);
    const second = await round(first.cursor, [shown('A', -60), shown('B', -64), shown('C', -65)]);
    expect(second.read).toEqual(['A', 'B']);
  });

  test('is settled once it has been known for long enough by our own clock', async () => {
    const list = [shown('A', -60)];
    const first = await round(since(-600), list);
    clock = 4;
    const second = await round(first.cursor, list);
    clock = 5;
    const third = await round(second.cursor, list);
    const fourth = await round(third.cursor, list);
    expect([second, third, fourth].map((each) => each.read)).toEqual([['A'], ['A'], []]);
  });

  test('that changed is young from then on', async () => {
    const first = await round(since(-600), [shown('A', -60)]);
    clock = 4;
    const second = await round(first.cursor, [shown('A', -58)]);
    clock = 6;
    const third = await round(second.cursor, [shown('A', -58)]);
    clock = 8;
    expect((await round(third.cursor, [shown('A', -58)])).read).toEqual(['A']);
  });

  test('is remembered as long as the next round may show it', async () => {
    const { cursor } = await round(since(-600), [shown('A', -60), shown('B', -90), shown('C', -91)]);
    expect(JSON.parse(cursor)).toEqual({
      since: at(-60),
      page: 1,
      high: null,
      seen: { B: at(-90) },
      young: { A: { changed: at(-60), sinceMs: Date.parse(NOW) } },
    });
  });

  test('with a name that every object has is one like others', async () => {
    const first = await round(since(-600), [shown('constructor', -60), shown('A', -60)]);
    expect(first.read).toEqual(['constructor', 'A']);
  });
});

describe('where the platform refuses a case in the middle of a page', () => {
  const list = () => [shown('A', -60, false), shown('B', -70, false)];
  const busy = new ConnectorError('throttled', 'terlalu sering');

  test('what was read counts, and the same page goes on behind it', async () => {
    whole = (id) => {
      if (id === 'B') throw busy;
      return `${id}!`;
    };
    pages = [{ cases: list(), lastPage: 2 }];
    const partial = await read(since(-600));
    expect(partial).toMatchObject({ payloads: ['A!'], more: true });
    whole = (id) => `${id}!`;
    pages = [{ cases: list(), lastPage: 2 }];
    expect(await read(partial.cursor)).toMatchObject({ payloads: ['B!'], more: true });
    expect(asked).toEqual([
      [at(-630), 1],
      [at(-630), 1],
    ]);
  });

  test('at its first case the error is told, and so is any error of ours', async () => {
    whole = () => {
      throw busy;
    };
    pages = [{ cases: list(), lastPage: 1 }];
    await expect(read(since(-600))).rejects.toBe(busy);
    const broken = new TypeError('lain');
    whole = (id) => {
      if (id === 'B') throw broken;
      return id;
    };
    pages = [{ cases: list(), lastPage: 1 }];
    await expect(read(since(-600))).rejects.toBe(broken);
  });
});
