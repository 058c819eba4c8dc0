import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { manyCounted, seedCounted } from '../recap/seed.ts';
import { eventually } from '../setup/world.ts';
import { axe } from './axe.ts';
import { type Console, overflow, startConsole } from './console.ts';

const MARCH = '/rekap?from=2025-03-01&to=2025-03-31';
const PERIODS = 60_000;
let hub: Console;

beforeAll(async () => {
  hub = await startConsole();
  await seedCounted(hub.world.pool, manyCounted(120, '2025-03-01T03:00:00Z', 30));
  await seedCounted(hub.world.pool, manyCounted(80, '2025-01-29T03:00:00Z', 30));
}, 180_000);
afterAll(() => hub?.stop());

const shown = (page: Page): Promise<void> => page.getByRole('heading', { name: 'Peringkat' }).waitFor();

/** As many rows as the drawer shows once everything was asked for. */
async function counted(page: Page): Promise<number> {
  const drawer = page.getByRole('dialog');
  await drawer.getByRole('table').waitFor();
  const more = drawer.getByRole('button', { name: 'Muat lagi' });
  while ((await more.count()) > 0) {
    const before = await drawer.getByRole('row').count();
    await more.click();
    await eventually(async () => {
      if ((await drawer.getByRole('row').count()) === before) throw new Error('Nothing more yet');
    });
  }
  return (await drawer.getByRole('row').count()) - 1;
}

test(
  'the recap of a month shows its figures, and behind each are exactly the complaints that it counts',
  async () => {
    const page = await hub.open(MARCH);
    await shown(page);
    const received = page.getByRole('button', { name: /^120 Diterima, seluruhnya/ });
    await received.click();
    expect(await counted(page)).toBe(120);
    await page.getByRole('dialog').getByRole('time').first().hover();
    await page.getByRole('tooltip').waitFor();
    expect(await axe(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Kecamatan', exact: true }).click();
    const done = page
      .getByRole('row')
      .filter({ hasText: 'Bobotsari' })
      .getByRole('button', { name: /Selesai/ });
    const figure = Number(await done.textContent());
    expect(figure).toBeGreaterThan(0);
    await done.click();
    expect(await counted(page)).toBe(figure);
    await page.getByRole('dialog').getByRole('link').first().click();
    await page.getByRole('heading', { level: 1, name: /^SA-2025-/ }).waitFor();
    await page.close();
  },
  PERIODS,
);

test(
  'the period can be named or chosen by days, and stands in the address',
  async () => {
    const page = await hub.open(MARCH);
    await shown(page);
    await page.getByLabel('Dari tanggal').fill('2025-03-10');
    await page.getByRole('heading', { name: '10 Maret 2025 – 31 Maret 2025' }).waitFor();
    expect(new URL(page.url()).search).toBe('?from=2025-03-10&to=2025-03-31');
    await page.getByRole('button', { name: 'Bulan lalu' }).click();
    await page.getByText('Tidak ada aduan dalam periode ini').waitFor();
    expect(await page.getByRole('button', { name: 'Bulan lalu' }).getAttribute('aria-pressed')).toBe('true');
    await page.close();
  },
  PERIODS,
);

test(
  'what a figure counts is read by keyboard alone',
  async () => {
    const page = await hub.open(MARCH);
    await shown(page);
    await page.getByRole('button', { name: /^Definisi Terlambat:/ }).focus();
    await page.getByRole('tooltip').filter({ hasText: 'sedikitnya satu tenggatnya terlampaui' }).waitFor();
    await page.close();
  },
  PERIODS,
);

test.each([
  ['PDF untuk rapat', 'rekap-aduan-2025-03-01-sd-2025-03-31.pdf', '%PDF-'],
  ['XLSX, satu lembar tiap tabel', 'rekap-aduan-2025-03-01-sd-2025-03-31.xlsx', 'PK'],
  ['OPD', 'rekap-aduan-2025-03-01-sd-2025-03-31-opd.csv', '\uFEFFOPD,Diterima,Selesai'],
])(
  '%s is downloaded as %s',
  async (item, name, beginning) => {
    const page = await hub.open(MARCH);
    await shown(page);
    await page.getByRole('button', { name: 'Unduh', exact: true }).click();
    const coming = page.waitForEvent('download');
    await page.getByRole('menuitem', { name: item, exact: true }).click();
    const download = await coming;
    expect(download.suggestedFilename()).toBe(name);
    expect(readFileSync(await download.path(), 'utf8').startsWith(beginning)).toBe(true);
    await page.close();
  },
  PERIODS,
);

test(
  'the report that the hub made of a month is listed and downloaded',
  async () => {
    const page = await hub.open(MARCH);
    const row = page.getByRole('row').filter({ hasText: 'Maret 2025' });
    await eventually(async () => {
      await page.reload();
      await row.waitFor({ timeout: 3_000 });
    }, 40_000);
    const coming = page.waitForEvent('download');
    await row.getByRole('button', { name: 'Unduh PDF Maret 2025' }).click();
    expect((await coming).suggestedFilename()).toBe('laporan-bulanan-2025-03.pdf');
    await page.close();
  },
  PERIODS,
);

test.each([
  [1_280, 'light', 'id'],
  [1_280, 'dark', 'en'],
  [360, 'light', 'id'],
  [360, 'dark', 'en'],
] as const)(
  'at %i px, %s, it has room for everything and axe finds nothing',
  async (width, scheme, language) => {
    const page = await hub.open(MARCH, { width, scheme, language });
    await page.getByRole('heading', { name: /^(Peringkat|Rankings)$/ }).waitFor();
    await page.locator('.recharts-bar').first().waitFor();
    expect(await overflow(page)).toBe(0);
    expect(await axe(page)).toEqual([]);
    if (process.env['PICTURES'])
      await page.screenshot({ path: `${process.env['PICTURES']}/rekap-${width}-${scheme}.png`, fullPage: true });
    await page.close();
  },
  PERIODS,
);

test(
  'printed, it leaves out what can only be clicked',
  async () => {
    const page = await hub.open(MARCH, { scheme: 'dark' });
    await shown(page);
    await page.emulateMedia({ media: 'print' });
    expect(await page.getByRole('navigation').count()).toBe(0);
    expect(await page.getByRole('button', { name: 'Bulan lalu' }).isVisible()).toBe(false);
    expect(await page.evaluate<string>('getComputedStyle(document.body).backgroundColor')).toBe('rgb(255, 255, 255)');
    if (process.env['PICTURES'])
      await page.screenshot({ path: `${process.env['PICTURES']}/rekap-print.png`, fullPage: true });
    await page.close();
  },
  PERIODS,
);

test('the browser complained about nothing on the way', () => {
  expect([hub.complaints, hub.foreign]).toEqual([[], []]);
});
