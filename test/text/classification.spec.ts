import { expect, test } from '@jest/globals';
import { ProfileError } from '#connector';
import { readClassification } from '../../config/classification.ts';
import { AREAS, CLASSIFICATION } from './knowledge.ts';

function faultsOf(text: string): string[] {
  try {
    readClassification(text, 'kata.yaml', AREAS);
    return [];
  } catch (error) {
    if (error instanceof ProfileError) return error.message.split('\n');
    throw error;
  }
}

test('the words that ship have no fault', () => expect(faultsOf(CLASSIFICATION)).toEqual([]));

test('every fault is named at once, with its line', () => {
  const text = CLASSIFICATION.replace('threshold: 0.6', 'threshold: 6')
    .replace('  bridge:\n', '  jembatan:\n')
    .replace('category: true,', 'category: nanti,')
    .replace('  praise:\n', '  pujian:\n')
    .replace('  sekolah: [', '  sekolah: [jln, ')
    .replace('kewenangan: bumn', 'kewenangan: pln');
  expect(faultsOf(text)).toEqual([
    expect.stringMatching(/^kata\.yaml:\d+ threshold: /),
    expect.stringMatching(/^kata\.yaml:\d+ apply\.category: harus true atau false/),
    expect.stringMatching(/^kata\.yaml:\d+ categories\.jembatan: tidak dikenal/),
    expect.stringMatching(/^kata\.yaml:\d+ kewenangan\.\d+\.kewenangan: hanya mengenal desa/),
    expect.stringMatching(/^kata\.yaml:\d+ chatter\.pujian: tidak dikenal/),
    expect.stringMatching(/^kata\.yaml:\d+ spellings\.jalan: "jln" sudah berarti sekolah/),
  ]);
});

test('a landmark in a place that does not exist is named', () =>
  expect(faultsOf(CLASSIFICATION.replace('area: 33.03.14 }', 'area: 33.03.99 }'))).toEqual([
    expect.stringMatching(/^kata\.yaml:\d+ places\.known\.0\.area: tidak ada wilayah dengan kode 33\.03\.99$/),
  ]));
