import { expect, test } from '@jest/globals';
import { wantedPage } from './wanted-page.ts';

test.each([
  ['/audit?hop=person&from=2026-01-01', '/audit?hop=person&from=2026-01-01'],
  ['/aduan?q=jalan rusak', '/aduan?q=jalan%20rusak'],
  ['/aduan?q=//contoh.test', '/aduan?q=//contoh.test'],
  ['/', '/'],
])('%j is a page of the console', (wanted, page) => {
  expect(wantedPage(wanted)).toBe(page);
});

test.each([
  'https://contoh.test/',
  'javascript:alert(1)',
  'audit',
  '',
  '//contoh.test/',
  '///contoh.test/',
  String.raw`/\contoh.test/`,
  String.raw`\\contoh.test/`,
  '/\t/contoh.test/',
  '/\n/contoh.test/',
  '\t//contoh.test/',
  '/.//contoh.test/',
  '/audit/..//contoh.test/',
  String.raw`/audit/..\/contoh.test/`,
  '//siapa@contoh.test/',
  'http://here.invalid//contoh.test/',
  '/api/v1/oidc/start?ke=/audit',
  '/./api/v1/session',
  '/API/v1/session',
  '/api',
  '//',
  undefined,
  ['/audit', '/aduan'],
  { pathname: '/audit' },
])('%j leads to the beginning', (wanted) => {
  expect(wantedPage(wanted)).toBe('/');
});

test('what would not fit into the cookie leads to the beginning', () => {
  for (const long of ['a'.repeat(1_000), '€'.repeat(200)]) expect(wantedPage(`/${long}`)).toBe('/');
});
