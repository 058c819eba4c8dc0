import { describe, expect, test } from '@jest/globals';
import { CATEGORIES } from '#complaint';
import { EXAMPLES, type Half, halfOf } from './examples.ts';
import { AREAS } from './knowledge.ts';
import { measure } from './measure.ts';

const HALVES: Half[] = ['tuning', 'hold-out'];
const percent = (value: number): string => (100 * value).toFixed(0).padStart(4);

test('there are examples enough: of every category in both halves, a third hard ones, sixty without a complaint', () => {
  expect(EXAMPLES.length).toBeGreaterThanOrEqual(400);
  expect(new Set(EXAMPLES.map(({ text }) => text)).size).toBe(EXAMPLES.length);
  expect(EXAMPLES.filter(({ form }) => form === 'hard').length).toBeGreaterThanOrEqual(EXAMPLES.length / 3);
  expect(EXAMPLES.filter(({ chatter }) => chatter).length).toBeGreaterThanOrEqual(60);
  for (const half of HALVES) {
    const present = new Set(EXAMPLES.filter(({ text }) => halfOf(text) === half).map(({ category }) => category));
    expect(CATEGORIES.filter((category) => !present.has(category))).toEqual([]);
  }
});

test('every place that is expected exists', () => {
  const codes = new Set(AREAS.flatMap(({ code, kecamatanCode }) => [code, kecamatanCode]));
  expect(EXAMPLES.flatMap(({ area }) => area ?? []).filter((code) => !codes.has(code))).toEqual([]);
});

describe.each(HALVES)('the %s half', (half) => {
  const measured = measure(half);
  const { rows, f1, areas, asked, complaints, chatter, droppedAsChatter, invented, roads, categories } = measured;

  test('is read as well as was aimed at, and the figures are printed', () => {
    const lines = rows.map(
      (row) =>
        `${row.category.padEnd(18)}${String(row.count).padStart(4)}${percent(row.precision)}${percent(row.recall)}${percent(row.f1)}`,
    );
    const of = ({ right, of: all }: { right: number; of: number }) => `${right} of ${all}`;
    const figures = { categories, areas, asked, roads, complaints, chatter };
    const summary = Object.entries(figures).map(([name, value]) => `${name}: ${of(value)}`);
    process.stdout.write(
      `\n${half}: category, count, precision, recall, F1 in %\n${lines.join('\n')}\nmean F1 ${percent(f1)}; ${summary.join('; ')}; invented places: ${invented}\n`,
    );
    expect(f1).toBeGreaterThanOrEqual(0.9);
    expect(areas.right / areas.of).toBeGreaterThanOrEqual(0.95);
  });

  test('loses no complaint as chatter', () => {
    expect(droppedAsChatter).toEqual([]);
    expect(complaints.right / complaints.of).toBeGreaterThanOrEqual(0.95);
  });

  test('takes hardly any chatter for a complaint', () =>
    expect(chatter.right / chatter.of).toBeGreaterThanOrEqual(0.9));

  test('invents no place, and asks where a name stands for several', () => {
    expect(invented).toBe(0);
    expect(asked.right).toBe(asked.of);
  });

  test('knows the owner of a road of the register', () => expect(roads.right).toBe(roads.of));
});
