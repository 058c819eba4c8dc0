import { expect, test } from '@jest/globals';
import { mutate } from './mutate.ts';

const SOURCE = `export function sign(n: number): 'minus' | 'plus' {
  log.push('asked');
  if (n < 0) return 'minus';
  throw new Error('never');
}
`;

/** Runs the mutated code with one mutant on, as plain JavaScript. */
function run(code: string, mutant: number, n: number): unknown {
  const plain = code.replace('export ', '').replace(`(n: number): 'minus' | 'plus'`, '(n)').replace(' as never', '');
  const log: string[] = [];
  // oxlint-disable-next-line typescript/no-implied-eval -- the mutants of our own source are run
  const call = new Function('log', 'globalThis', `${plain}; return sign(${n});`);
  try {
    return [call(log, { mutant }), log];
  } catch (error) {
    return [String(error), log];
  }
}

test('every mutant stands in the code, and does nothing until it is switched on', () => {
  const { text, mutants } = mutate('sign.ts', SOURCE, 1);
  expect(mutants.map(({ line, from, to }) => `${line}: ${from} -> ${to}`)).toEqual([
    `2: 'asked' -> ''`,
    `2: log.push('asked'); -> nothing`,
    '3: 0 -> 0 + 1',
    '3: n < 0 -> (n) <= (0)',
    '3: n < 0 -> (n) >= (0)',
    '3: n < 0 -> true',
    '3: n < 0 -> false',
    `3: 'minus' -> ''`,
    `3: return 'minus'; -> return undefined`,
  ]);
  expect(run(text, 0, -1)).toEqual(['minus', ['asked']]);
  expect(run(text, 2, -1)).toEqual(['minus', []]);
  expect(run(text, 4, 0)).toEqual(['minus', ['asked']]);
  expect(run(text, 7, -1)).toEqual(['Error: never', ['asked']]);
  expect(run(text, 9, -1)).toEqual([undefined, ['asked']]);
});

test('a loop under a mutant can be stopped from outside', () => {
  const { text } = mutate('loop.ts', 'for (const each of all) { use(each); }', 1);
  expect(text).toContain('{ globalThis.mutantTurn?.();');
});

test('a return of nothing is no mutant of itself', () => {
  expect(mutate('none.ts', 'function none() { return undefined; }', 1).mutants).toEqual([]);
});
