import { expect, test } from '@jest/globals';
import { isOurFault } from './fault.ts';

const withCode = (code: string, message = 'kata penggerak') => Object.assign(new Error(message), { code });

test.each([
  'EPIPE',
  'ECONNRESET',
  'ECONNREFUSED',
  '57P01',
  '08006',
  '53300',
  '25006',
  '25P03',
  '40P01',
  '40001',
  '55P03',
])(
  'a database that breaks off, is away or stands in its own way (%s) says nothing about what was asked of it',
  (code) => {
    expect(isOurFault(withCode(code))).toBe(false);
  },
);

test('nor does a client whose connection is gone', () => {
  expect(isOurFault(new Error('Client has encountered a connection error and is not queryable'))).toBe(false);
});

test.each(['23505', '22P05', '42P01', 'P0001', 'XX000'])('what the database refuses (%s) is our fault', (code) => {
  expect(isOurFault(withCode(code))).toBe(true);
});

test('so is what breaks in the code itself', () => {
  expect([new TypeError(), new RangeError(), new SyntaxError()].map(isOurFault)).toEqual([true, true, true]);
  expect([new Error('lain'), 'lain'].map(isOurFault)).toEqual([false, false]);
});
