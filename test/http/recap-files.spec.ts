import { afterAll, beforeAll, expect, test } from '@jest/globals';
import readWorkbook from 'read-excel-file/node';
import type { RecapDto } from '../../apps/hub/src/http/recap/recap.dto.ts';
import { tablesOf } from '../../apps/hub/src/recap-files/tables.ts';
import { manyCounted, seedCounted } from '../recap/seed.ts';
import { type Api, startApi } from './api.ts';
import { loggedIn, seedPerson } from './person.ts';

const MARCH = 'from=2025-03-01&to=2025-03-31';
let api: Api;
beforeAll(async () => {
  api = await startApi();
  await seedCounted(api.pool, manyCounted(150, '2025-03-01T03:00:00Z', 30));
}, 60_000);
afterAll(() => api.stop());

test('the workbook says the same as the recap itself, cell by cell', async () => {
  const { body: recap } = await api.get<RecapDto>(`/api/v1/recap?${MARCH}`);
  const response = await fetch(`${api.url}/api/v1/recap.xlsx?${MARCH}`, { headers: api.headers });
  expect(response.headers.get('content-disposition')).toBe(
    'attachment; filename="rekap-aduan-2025-03-01-sd-2025-03-31.xlsx"',
  );
  const sheets = await readWorkbook(Buffer.from(await response.arrayBuffer()));
  expect(recap.totals.received).toBe(150);
  expect(sheets.map(({ data }) => data.slice(3))).toEqual(tablesOf(recap).map(({ rows }) => rows));
});

test('a table as CSV has the rows of the recap', async () => {
  const { body: recap } = await api.get<RecapDto>(`/api/v1/recap?${MARCH}`);
  const csv = await api.get(`/api/v1/recap.csv?${MARCH}&table=channel`);
  expect(csv.headers.get('content-type')).toContain('text/csv');
  const rows = csv.text.trim().split('\n').slice(1);
  expect(rows.map((row) => row.split(',').slice(0, 3))).toEqual(
    recap.by.channel.map(({ label, received, done }) => [label, String(received), String(done)]),
  );
});

test('an office gets the files of its own complaints alone, and each row says so', async () => {
  const { id } = await seedPerson(api, { role: 'admin_opd', opd: 'DINKES' });
  const browser = await loggedIn(api, id);
  const own = await browser.ask('GET', `/api/v1/recap.csv?${MARCH}&table=opd`);
  const rows = own.text.trim().split('\n');
  expect(rows[0]).toMatch(/,Aduan dari$/);
  expect(rows.slice(1)).toEqual([expect.stringMatching(/^DINKES,.*,"DINKES, Kabupaten Purbalingga"$/)]);
});

test.each([
  ['a table that there is not', 'recap.csv?from=2025-03-01&to=2025-03-31&table=warna', 'table'],
  ['days the wrong way round', 'recap.pdf?from=2025-03-31&to=2025-03-01', 'to'],
  ['no day', 'recap.xlsx?from=2025-02-30&to=2025-03-01', 'from'],
])('%s is refused by its name', async (_what, path, field) => {
  const { status, body } = await api.get<{ errors: { field: string }[] }>(`/api/v1/${path}`);
  expect([status, body.errors[0]?.field]).toEqual([400, field]);
});
