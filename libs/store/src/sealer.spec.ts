import { expect, test } from '@jest/globals';
import { Sealer } from './sealer.ts';

const sealer = new Sealer('kunci-satu-yang-panjang');

test('what was sealed opens again, and the same words never look the same', () => {
  const plain = Buffer.from('Pelapor Contoh +6281200000001');
  const [one, two] = [sealer.seal(plain), sealer.seal(plain)];
  expect(sealer.open(one)).toEqual(plain);
  expect(one.equals(two)).toBe(false);
  expect(one.includes(Buffer.from('Contoh'))).toBe(false);
});

test('another key, a changed byte or another version opens nothing', () => {
  const sealed = sealer.sealJson({ name: 'Pelapor Contoh' });
  expect(() => new Sealer('kunci-dua-yang-panjang').open(sealed)).toThrow();
  const changed = Buffer.from(sealed);
  changed[changed.length - 1] = (changed.at(-1) ?? 0) ^ 1;
  expect(() => sealer.open(changed)).toThrow();
  expect(() => sealer.open(Buffer.concat([Buffer.of(9), sealed.subarray(1)]))).toThrow('unknown version');
});

test('a keyed hash finds the same value again and says nothing under another key', () => {
  expect(sealer.hash('a').equals(sealer.hash('a'))).toBe(true);
  expect(sealer.hash('a').equals(new Sealer('kunci-dua-yang-panjang').hash('a'))).toBe(false);
});
