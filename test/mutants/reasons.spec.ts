import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { AREAS } from './areas.ts';
import { type Mutant, mutate } from './mutate.ts';
import { REASONS, reasonOf } from './reasons.ts';

const changeOf = ({ from, to }: Mutant): string => `${from}  ->  ${to}`;

test.each(Object.entries(REASONS))('%s: each reason is of one mutant that there is', (file, reasons) => {
  expect(AREAS.flatMap(({ files }) => files)).toContain(file);
  const { mutants } = mutate(file, readFileSync(file, 'utf8'), 1);
  const explained = mutants.filter((mutant) => reasonOf(mutant) !== undefined);
  expect(explained.map(changeOf).toSorted()).toEqual(reasons.map(([, change]) => change).toSorted());
});
