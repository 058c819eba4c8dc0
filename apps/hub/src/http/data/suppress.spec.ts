import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { LEAST, suppress } from './suppress.ts';

const shown = (counts: Record<string, number>) => {
  const table = suppress(new Map(Object.entries(counts)));
  return table && Object.fromEntries(table);
};

test.each([
  ['nothing is hidden where every count is large enough', { jalan: 5, lampu: 90 }, { jalan: 5, lampu: 90 }],
  [
    'a small count takes the next smallest along, or the total would tell it',
    { a: 2, b: 9, c: 40 },
    { a: null, b: null, c: 40 },
  ],
  ['two small ones that hold enough together need no other', { a: 4, b: 3, c: 40 }, { a: null, b: null, c: 40 }],
  ['two ones take a third along: their sum would tell both', { a: 1, b: 1, c: 8 }, { a: null, b: null, c: null }],
  ['what is none is said', { a: 0, b: 7 }, { a: 0, b: 7 }],
  ['a small count alone stays away with its table', { a: 3 }, null],
  ['a table of ones stays away', { a: 1, b: 1, c: 1 }, null],
])('%s', (_name, counts, expected) => expect(shown(counts as Record<string, number>)).toEqual(expected));

test('what is done stays hidden where what came in is: it would narrow it down', () => {
  const done = suppress(
    new Map([
      ['a', 0],
      ['b', 9],
      ['c', 30],
    ]),
    new Set(['a', 'b']),
  );
  expect(done && Object.fromEntries(done)).toEqual({ a: null, b: null, c: 30 });
});

test('whatever is hidden could have been at least two numbers, for who knows the total and every other row', () => {
  const table = fc.dictionary(fc.string({ minLength: 1, maxLength: 3 }), fc.nat({ max: 12 }), { maxKeys: 8 });
  fc.assert(
    fc.property(table, (counts) => {
      const result = suppress(new Map(Object.entries(counts)));
      if (result === null) return;
      const hidden = [...result].flatMap(([name, count]) => (count === null ? [counts[name] ?? 0] : []));
      const visible = [...result.values()].flatMap((count) => (count === null ? [] : [count]));
      expect(visible.filter((count) => count > 0 && count < LEAST)).toEqual([]);
      if (hidden.length === 0) return;
      // Each is at least one: this is the most that any can be.
      const most = hidden.reduce((sum, count) => sum + count, 0) - (hidden.length - 1);
      expect(hidden.length).toBeGreaterThan(1);
      expect(most).toBeGreaterThanOrEqual(LEAST);
    }),
    { numRuns: 2_000 },
  );
});
