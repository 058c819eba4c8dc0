import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Complaint } from '#complaint';
import { type Api, startApi } from './api.ts';
import { seedComplaint } from './seed.ts';

let api: Api;
const FILE = '/data/aduan-bulanan';

beforeAll(async () => {
  api = await startApi();
  const seed = async (count: number, changes: Partial<Complaint>) => {
    for (let n = 0; n < count; n += 1) await seedComplaint(api, { openedAt: '2025-03-10T02:00:00Z', ...changes });
  };
  await seed(7, { channel: 'whatsapp', category: 'road', opd: '=SUM(A1)' });
  await seed(5, { channel: 'web', category: 'street_light', opd: 'DINHUB', status: 'resolved' });
  await seed(2, { channel: 'instagram', category: 'road', opd: 'DPUPR' });
  await seed(3, { channel: 'web', openedAt: '2025-04-10T02:00:00Z' });
  const elsewhere = { channel: 'Titipan Bu Siti RT 3', location: { areaCode: '33.99.01.2001' } };
  await seed(6, { ...elsewhere, openedAt: '2025-02-10T02:00:00Z' });
  await seed(6, { channel: 'web', openedAt: new Date().toISOString() });
});
afterAll(() => api.stop());

const open = (path: string, headers: Record<string, string> = {}) => api.get<{ data: Row[] }>(path, { headers });
interface Row {
  bulan: string;
  menurut: string;
  kode: string;
  diterima: number | null;
  selesai: number | null;
}
const rowsOf = async (menurut: string, month = '2025-03') =>
  (await open(`${FILE}.json`)).body.data
    .filter((row) => row.menurut === menurut && row.bulan === month)
    .map(({ bulan, kode, diterima, selesai }) => [bulan, kode, diterima, selesai]);

test('anybody reads the sums of the months that are over, without a key', async () => {
  expect(await rowsOf('semua')).toEqual([['2025-03', 'semua', 14, 5]]);
  expect(await rowsOf('pokok')).toEqual([
    ['2025-03', 'road', 9, 0],
    ['2025-03', 'street_light', 5, 5],
  ]);
});

test('a count below five is hidden, and another with it, so that it can not be had by taking the rest from the sum', async () => {
  expect(await rowsOf('saluran')).toEqual([
    ['2025-03', 'instagram', null, null],
    ['2025-03', 'web', null, null],
    ['2025-03', 'whatsapp', 7, 0],
  ]);
});

test('a month of three complaints is not there at all', async () => {
  const { text } = await open(`${FILE}.csv`);
  expect(text).not.toContain('2025-04');
});

test('what a platform wrote for an office is published as an office only where it is one, and no cell is a formula', async () => {
  const { text, headers } = await open(`${FILE}.csv`);
  expect(headers.get('content-type')).toBe('text/csv; charset=utf-8; header=present');
  expect(text.split('\r\n')[0]).toBe('bulan,menurut,kode,nama,diterima,selesai');
  expect(text).not.toMatch(/SUM|(^|,)[=+@]/m);
  expect(text).toContain('2025-03,opd,opd_lain,OPD atau unit lain,');
});

test('a channel or a place that no list of ours has is published without its words', async () => {
  const { text } = await open(`${FILE}.json`);
  expect(text).not.toMatch(/Siti|33\.99/);
  expect(await rowsOf('saluran', '2025-02')).toEqual([['2025-02', 'saluran_lain', 6, 0]]);
  expect(await rowsOf('kecamatan', '2025-02')).toEqual([['2025-02', 'kecamatan_lain', 6, 0]]);
});

test.each(['csv', 'json'])(
  'the %s is kept by caches for an hour, read by other sites, and not sent twice',
  async (ending) => {
    const first = await open(`${FILE}.${ending}`);
    expect(first.headers.get('cache-control')).toBe('public, max-age=3600');
    expect(first.headers.get('access-control-allow-origin')).toBe('*');
    const known = { 'if-none-match': first.headers.get('etag') ?? '', 'cache-control': 'max-age=0' };
    const again = await open(`${FILE}.${ending}`, known);
    expect([again.status, again.text]).toEqual([304, '']);
  },
);

test.each([
  ['', 'Data terbuka', 'lang="id"'],
  ['?lang=en', 'Open data', 'lang="en"'],
])('a page without script says what is published and how to read it: %s', async (query, title, lang) => {
  const { status, text, headers } = await open(`/data${query}`, { accept: 'text/html' });
  expect(status).toBe(200);
  expect(headers.get('content-security-policy')).toContain(`default-src 'none'`);
  expect(text).toContain(title);
  expect(text).toContain(lang);
  expect(text).toContain('href="/data/aduan-bulanan.csv"');
  expect(text).toContain('<th scope="row">2025-03</th><td class="n">14</td>');
  expect(text).not.toMatch(/noindex|<script/);
  expect(headers.get('x-robots-tag')).toBeNull();
});
