import { beforeEach, describe, expect, test } from '@jest/globals';
import { ConnectorError, type Page } from '#connector';
import { readPage } from './pages.ts';

const NOW = '2026-01-05T02:00:00.000Z';
const at = (seconds: number): string => new Date(Date.parse(NOW) + seconds * 1_000).toISOString();

/** Our clock, in seconds from NOW; what the list was asked for; and what it answers. */
let clock: number;
let asked: [since: string, page: string | null][];
let answers: (Error | { next?: string | null; changed?: string[] })[];
beforeEach(() => {
  [clock, asked, answers] = [0, [], []];
});

const read = (cursor: string | null): Promise<Page> =>
  readPage(cursor, {
    list: async (since, page) => {
      asked.push([since, page]);
      const answer = answers.shift() ?? {};
      if (answer instanceof Error) throw answer;
      return { payloads: [page], next: answer.next ?? null, changed: answer.changed ?? [] };
    },
    now: () => new Date(at(clock)),
    overlapMs: 30_000,
    firstMs: 3_600_000,
  });
const reading = (since: string, rest: object = {}): string => JSON.stringify({ since, ...rest });

describe('a reading of the list', () => {
  test('begins in the recent past where nothing was read, and stays there while nothing changed', async () => {
    const page = await read(null);
    expect(asked).toEqual([[at(-3_630), null]]);
    expect(page).toEqual({ payloads: [null], cursor: expect.any(String), more: false });
    await read(page.cursor);
    expect(asked.at(-1)).toEqual([at(-3_630), null]);
  });

  test('begins an overlap before the newest change of the one before, in whatever order they came', async () => {
    answers = [{ changed: [at(-60), at(-10), at(-50)] }];
    await read((await read(reading(at(-600)))).cursor);
    expect(asked.at(-1)).toEqual([at(-40), null]);
  });

  test('follows the platform’s own place to the end, from where it began', async () => {
    answers = [{ next: 'A', changed: [at(-60)] }, { next: 'B', changed: [at(-70)] }, { changed: [at(-65)] }];
    const first = await read(reading(at(-600)));
    const second = await read(first.cursor);
    const third = await read(second.cursor);
    expect([first, second, third].map(({ more }) => more)).toEqual([true, true, false]);
    expect(asked).toEqual([
      [at(-630), null],
      [at(-630), 'A'],
      [at(-630), 'B'],
    ]);
    await read(third.cursor);
    expect(asked.at(-1)).toEqual([at(-90), null]);
  });

  test('is followed by one that goes back by as long as it took, and never before its own beginning', async () => {
    answers = [{ next: 'A', changed: [at(-60)] }];
    let { cursor } = await read(reading(at(-600)));
    clock = 90;
    cursor = (await read(cursor)).cursor;
    await read(cursor);
    expect(asked.at(-1)).toEqual([at(-180), null]);
    answers = [{ next: 'A', changed: [at(-60)] }];
    cursor = (await read(reading(at(-600)))).cursor;
    clock = 9_000;
    cursor = (await read(cursor)).cursor;
    await read(cursor);
    expect(asked.at(-1)).toEqual([at(-630), null]);
  });

  test('goes back by nothing where our own clock was set back', async () => {
    answers = [{ next: 'A', changed: [at(-6_060)] }];
    const { cursor } = await read(reading(at(-6_600)));
    clock = -5_000;
    await read((await read(cursor)).cursor);
    expect(asked.at(-1)).toEqual([at(-6_090), null]);
  });

  test('takes no date in the future for the newest, and one of this very moment', async () => {
    answers = [{ changed: [at(1), at(-60)] }];
    await read((await read(reading(at(-600)))).cursor);
    expect(asked.at(-1)).toEqual([at(-90), null]);
    answers = [{ changed: [at(0), at(-60)] }];
    await read((await read(reading(at(-600)))).cursor);
    expect(asked.at(-1)).toEqual([at(-30), null]);
  });

  test('ends where the platform names the same place twice', async () => {
    answers = [{ next: 'A' }, { next: 'A', changed: [at(-60)] }];
    const last = await read((await read(reading(at(-600)))).cursor);
    expect(last.more).toBe(false);
    await read(last.cursor);
    expect(asked.at(-1)).toEqual([at(-90), null]);
  });
});

describe('a place that the platform no longer knows', () => {
  const lost = new ConnectorError('rejected', 'cursor tidak dikenal');

  test('lets the reading begin again, no earlier than is settled', async () => {
    answers = [{ next: 'A', changed: [at(-60)] }, lost, { next: 'B' }];
    const { cursor } = await read(reading(at(-600)));
    clock = 10;
    const again = await read(cursor);
    expect(asked.slice(1)).toEqual([
      [at(-630), 'A'],
      [at(-100), null],
    ]);
    expect(again).toMatchObject({ more: true, payloads: [null] });
    expect(JSON.parse(again.cursor)).toMatchObject({ since: at(-70), page: 'B', newest: at(-60) });
  });

  test('is none where the reading has no place yet, or the platform is merely away', async () => {
    answers = [lost];
    await expect(read(reading(at(-600)))).rejects.toBe(lost);
    const away = new ConnectorError('unavailable', 'tidak menjawab');
    answers = [away];
    await expect(read(reading(at(-600), { page: 'A' }))).rejects.toBe(away);
    const broken = new TypeError('lain');
    answers = [broken];
    await expect(read(reading(at(-600), { page: 'A' }))).rejects.toBe(broken);
    expect(asked).toHaveLength(3);
  });

  test('after nothing was seen lets it begin where it began', async () => {
    answers = [lost];
    await read(reading(at(-600), { page: 'A' }));
    expect(asked.at(-1)).toEqual([at(-630), null]);
    answers = [lost];
    await read(reading(at(-600), { page: 'A', newest: at(-60) }));
    expect(asked.at(-1)).toEqual([at(-90), null]);
  });
});

test.each(['', '42', '[]', 'null', '{"page":"A"}', '{"since":"kemarin"}', '{'])(
  'a cursor that is none of ours (%s) reads the recent past',
  async (cursor) => {
    await read(cursor);
    expect(asked).toEqual([[at(-3_630), null]]);
  },
);
