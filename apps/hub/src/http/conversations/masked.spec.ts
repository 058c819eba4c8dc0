import { expect, test } from '@jest/globals';
import { masked } from './masked.ts';

test.each([
  ['a telephone number loses its middle', { ids: ['1'], name: 'Warga Contoh', phone: '+628990000142' }, '+6289•••0142'],
  ['a public name may be shown', { ids: ['1'], username: 'warga.contoh' }, '@warga.contoh'],
  ['whatever the platform calls them is never shown', { ids: ['ID.13491208655302741918'] }, 'tanpa nama'],
])('%s', (_name, person, shown) => {
  expect(masked(person)).toBe(shown);
});
