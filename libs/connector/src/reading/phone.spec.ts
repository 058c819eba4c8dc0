import { expect, test } from '@jest/globals';
import { readPhone } from './phone.ts';

test.each([
  ['0812-0000-0001', '+6281200000001'],
  ['62 812 0000 0001', '+6281200000001'],
  ['+6281200000001', '+6281200000001'],
  ['(0281) 891234', '+62281891234'],
  ['tidak ada', undefined],
  ['12', undefined],
  [undefined, undefined],
])('the number %p is read as %p', (written, number) => expect(readPhone(written)).toBe(number));
