import { expect, test } from '@jest/globals';
import { haltedNow } from '../../apps/console/src/pages/reconciliation/halted.ts';

const run = (id: string, instance: string, state: 'running' | 'done' | 'halted' | 'failed') => ({
  id,
  instance,
  state,
});

test('whether a short list is right is asked of the latest comparison of a platform alone', () => {
  const newestFirst = [
    run('6', 'smartdpu', 'halted'),
    run('5', 'laporgub', 'done'),
    run('4', 'smartdpu', 'halted'),
    run('3', 'lapor-masbup', 'running'),
    run('2', 'laporgub', 'halted'),
    run('1', 'lapor-masbup', 'halted'),
  ];
  expect(haltedNow(newestFirst)).toEqual(['6']);
});
