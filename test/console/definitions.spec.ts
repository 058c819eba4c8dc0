import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { DEFINITIONS } from '../../apps/hub/src/recap/definitions.ts';

test('the console defines each figure of the recap as the hub and its files do', () => {
  const words = JSON.parse(readFileSync('apps/console/src/words/id.json', 'utf8')) as Record<string, string>;
  const said = Object.entries(words).flatMap(([key, text]) =>
    key.startsWith('recap-what.') ? [[key.slice('recap-what.'.length), text]] : [],
  );
  expect(Object.fromEntries(said)).toEqual(DEFINITIONS);
});
