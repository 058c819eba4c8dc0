import { afterAll, beforeEach, expect, test } from '@jest/globals';
import { RecapService } from '../../apps/hub/src/recap/recap.service.ts';
import { makeDueReports } from '../../apps/hub/src/recap-files/reports.ts';
import { type Api, startApi } from '../http/api.ts';
import { seedCounted } from './seed.ts';

let api: Api;
beforeEach(async () => {
  await api?.stop();
  api = await startApi();
}, 60_000);
afterAll(() => api.stop());

const at = (moment: string): Date => new Date(`${moment}+07:00`);
const make = (now: string) => makeDueReports(api.runtime, new RecapService(api.runtime), at(now));
const kept = async () =>
  (await api.get<{ month: string; received: number }[]>('/api/v1/reports')).body.map(({ month, received }) => [
    month,
    received,
  ]);

test('a month is reported on the first of the next at six in the morning, WIB, and not before', async () => {
  await seedCounted(api.pool, [{ openedAt: '2025-03-31T16:59:59Z' }, { openedAt: '2025-03-31T17:00:00Z' }]);
  expect(await make('2025-04-01T05:59:59')).toEqual([]);
  expect(await make('2025-04-01T06:00:00')).toEqual(['2025-03']);
  expect(await kept()).toEqual([['2025-03', 1]]);
});

test('a month is reported once, however many processes look at the same time', async () => {
  await seedCounted(api.pool, [{ openedAt: '2025-03-05T02:00:00Z' }]);
  const made = await Promise.all(Array.from({ length: 6 }, () => make('2025-04-01T06:00:00')));
  expect(made.flat()).toEqual(['2025-03']);
  expect(await make('2025-04-02T06:00:00')).toEqual([]);
});

test('months that were missed are caught up, those without complaints left out', async () => {
  await seedCounted(api.pool, [{ openedAt: '2025-01-05T02:00:00Z' }, { openedAt: '2025-03-05T02:00:00Z' }]);
  expect(await make('2025-06-14T21:00:00')).toEqual(['2025-01', '2025-03']);
});

test('a month of which complaints still come in is reported when they have come', async () => {
  await seedCounted(api.pool, [{ openedAt: '2025-01-05T02:00:00Z', heardAt: '2025-06-14T20:45:00+07:00' }]);
  expect(await make('2025-06-14T21:00:00')).toEqual([]);
  expect(await make('2025-06-14T21:16:00')).toEqual(['2025-01']);
});

test('a month is not reported on while complaints of it are still to be worked out', async () => {
  await seedCounted(api.pool, [{ openedAt: '2025-03-05T02:00:00Z' }]);
  expect(await make('2025-03-20T06:00:00')).toEqual([]);
  await seedCounted(api.pool, [{ openedAt: '2025-03-06T02:00:00Z' }]);
  await api.pool.query(`insert into setting (key, value) values ('deadline_rules', 'of a process that was restarted')`);
  expect(await make('2025-04-01T06:00:00')).toEqual([]);
  await api.pool.query(`delete from setting where key = 'deadline_rules'`);
  expect(await make('2025-04-01T06:00:00')).toEqual(['2025-03']);
  expect(await kept()).toEqual([['2025-03', 2]]);
});

test('what a process that died had claimed is made by another after a while', async () => {
  await seedCounted(api.pool, [{ openedAt: '2025-03-05T02:00:00Z' }]);
  await api.pool.query(
    `insert into recap_report (month, claimed_until) values ('2025-03-01', now() + interval '1 minute')`,
  );
  expect(await make('2025-04-01T06:00:00')).toEqual([]);
  await api.pool.query(`update recap_report set claimed_until = now() - interval '1 second'`);
  expect(await make('2025-04-01T06:00:00')).toEqual(['2025-03']);
});

test('a report stays as it was made, and is downloaded as a paper and as a workbook', async () => {
  await seedCounted(api.pool, [{ openedAt: '2025-03-05T02:00:00Z' }]);
  await make('2025-04-01T06:00:00');
  await seedCounted(api.pool, [{ openedAt: '2025-03-06T02:00:00Z' }]);
  expect(await make('2025-04-01T07:00:00')).toEqual([]);
  expect(await kept()).toEqual([['2025-03', 1]]);
  const pdf = await api.get('/api/v1/reports/2025-03/pdf');
  expect([pdf.status, pdf.headers.get('content-type'), pdf.text.slice(0, 5)]).toEqual([
    200,
    'application/pdf',
    '%PDF-',
  ]);
  const xlsx = await api.get('/api/v1/reports/2025-03/xlsx');
  expect(xlsx.headers.get('content-disposition')).toBe('attachment; filename="laporan-bulanan-2025-03.xlsx"');
  for (const path of ['2025-04/pdf', '2025-03/docx', '2025-13/pdf', 'x/pdf']) {
    expect((await api.get(`/api/v1/reports/${path}`)).status).toBe(404);
  }
});
