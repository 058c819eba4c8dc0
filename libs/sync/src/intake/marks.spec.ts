import { expect, test } from '@jest/globals';
import { marksIn } from './marks.ts';

test.each([
  ['jalan rusak depan pasar', false, false],
  ['Tolong rahasiakan nama saya, jalan rusak', true, false],
  ['Mohon identitas dan laporan saya dirahasiakan', true, true],
  ['RAHASIA. Ada pungutan liar di kantor itu', false, true],
  ['lapor anonim, lampu mati', true, false],
  ['jangan sebut nama saya nggih', true, false],
  ['tanpa nama, sampah numpuk', true, false],
])('%s: anonim %s, rahasia %s', (text, anonim, rahasia) => {
  expect(marksIn(text)).toEqual({ anonim, rahasia });
});
