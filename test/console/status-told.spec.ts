import { expect, test } from '@jest/globals';
import { statusTold } from '../../apps/console/src/pages/complaint/status-told.ts';

test.each([
  ['what was done is said of a resolved complaint', 'resolved', { status: 'resolved', outcome: 'diperbaiki' }],
  ['why it was refused is said of a rejected one', 'rejected', { status: 'rejected', rejection: 'spam' }],
  ['of any other neither, whatever was chosen before', 'in_progress', { status: 'in_progress' }],
])('%s', (_name, status, expected) => {
  expect(statusTold({ status, outcome: 'diperbaiki', rejection: 'spam' })).toEqual(expected);
});
