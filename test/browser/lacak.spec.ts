import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { Sealer } from '#store';
import { reporterCode } from '#sync';
import type { Browser } from 'playwright-core';
import { Wire } from '../http/wire.ts';
import { eventually, startWorld, type World } from '../setup/world.ts';
import { axe } from './axe.ts';
import { launchChromium, openPage } from './chromium.ts';

const PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

let world: World;
let browser: Browser;
let nomor: string;
let path: string;

beforeAll(async () => {
  [world, browser] = await Promise.all([startWorld(), launchChromium()]);
  const { home } = world;
  nomor = await home.play('lapor', null, {
    isi: 'Jalan kampung ambles selebar satu meter di dekat balai desa',
    kategori: 'perbaikan-jalan',
    kecamatan: 'Kaligondang',
    nama: 'Pelapor Contoh',
    foto: 'dengan foto',
  });
  const number = await world.numberOf(home, nomor);
  const { rows } = await world.pool.query<{ token: string }>('select token from complaint where number = $1', [number]);
  path = `/lacak/${rows[0]?.token}`;
  // The deadlines of what was just filed are news too: a page that is opened meanwhile tells of them at once.
  await world.settled();
  await eventually(async () => expect((await world.pool.query('select from stale_deadline')).rowCount).toBe(0));
}, 60_000);
afterEach(() => Promise.all(browser.contexts().map((context) => context.close())));
afterAll(async () => {
  await browser.close();
  await world.stop();
});

test('an officer answers, and the open page shows it within two seconds without being loaded again', async () => {
  const { page, hosts, complaints } = await openPage(browser, world.url + path);
  await page.getByText('Halaman ini memperbarui diri.').waitFor();
  await page.evaluate('window.isStillTheSame = true');

  await world.home.play('tanggapan', nomor, { isi: 'Petugas kami sudah mengukur lubangnya', nama: 'DPUPR' });
  const told = Date.now();
  await page.getByText('Petugas kami sudah mengukur lubangnya').waitFor();
  expect(Date.now() - told).toBeLessThan(2_000);
  await page.getByRole('status').filter({ hasText: 'Ada kabar baru' }).waitFor();

  await world.home.play('disposisi', nomor, { kewenangan: 'kabupaten', opd: 'DPUPR' });
  await page.getByText('Didisposisi', { exact: true }).first().waitFor();
  await page.getByText('Tercatat juga di').waitFor();
  expect(await page.evaluate('window.isStillTheSame')).toBe(true);
  expect([...hosts]).toEqual([new URL(world.url).host]);
  expect(complaints).toEqual([]);
});

test('a page that was cut off shows what it missed once it is back', async () => {
  const wire = await Wire.to(world.url);
  const { page } = await openPage(browser, new URL(path, wire.url).href);
  await page.getByText('Halaman ini memperbarui diri.').waitFor();
  wire.cut();
  await page.getByText('Sambungan terputus').waitFor();
  await world.home.play('tanggapan', nomor, { isi: 'Kabar yang terlewat', nama: 'DPUPR' });
  await world.settled();
  wire.mend();
  await page.getByText('Kabar yang terlewat').waitFor();
  await wire.close();
});

test('without scripts the page is whole', async () => {
  const { page } = await openPage(browser, world.url + path, { javaScriptEnabled: false });
  for (const text of ['Giliran sekarang', 'Perjalanan aduan', 'ambles selebar satu meter']) {
    expect(await page.getByText(text).first().isVisible()).toBe(true);
  }
  await page.getByRole('link', { name: 'English' }).click();
  expect(await page.getByText('Whose turn it is').isVisible()).toBe(true);
  expect(await page.locator('html').getAttribute('lang')).toBe('en');
});

describe.each([
  ['light', 'id'],
  ['dark', 'en'],
] as const)('in %s colours, in %s', (colorScheme, lang) => {
  test.each([
    ['the complaint', () => path],
    ['the search', () => '/lacak'],
    ['what is not found', () => '/lacak/AAAAAAAAAAAAAAAAAAAAAA'],
  ])('%s has no barrier by WCAG 2.2 AA, on a phone of 320 px neither', async (_name, where) => {
    const options = { colorScheme, viewport: { width: 320, height: 640 } };
    const { page } = await openPage(browser, `${world.url}${where()}?lang=${lang}`, options);
    expect(await axe(page)).toEqual([]);
    const overflow = await page.evaluate('document.documentElement.scrollWidth - window.innerWidth');
    expect(overflow).toBeLessThanOrEqual(0);
  });
});

test('a photo of an office is shown small and opens in full; the reporter’s own is not there; all of it is 50 kB at most', async () => {
  const { works } = world;
  const id = await eventually(async () => works.cases[0]?.id ?? Promise.reject(new Error('not there yet')));
  await works.play('status', id, { status: 'Selesai', isi: 'Lubang ditutup', foto: 'dengan foto' });
  // Whatever comes later exchanges what stands on the page.
  await world.settled();
  const { page } = await openPage(browser, world.url + path);
  await page.getByText('Selesai dijawab: diperbaiki').waitFor();
  const photo = page.getByRole('link', { name: 'Foto dari' });
  await eventually(async () => expect(await photo.count()).toBe(1));
  await photo.scrollIntoViewIfNeeded();
  await eventually(async () =>
    expect(await page.evaluate(`document.querySelector('.files img').naturalWidth`)).toBe(240),
  );
  expect(await axe(page)).toEqual([]);
  const weight = `performance.getEntries().reduce((sum, { encodedBodySize = 0 }) => sum + encodedBodySize, 0)`;
  expect(await page.evaluate<number>(weight)).toBeLessThanOrEqual(50_000);
  await photo.click();
  expect(page.url()).toMatch(/\/lampiran\/[\w-]{22}$/);
});

test('without scripts the reporter judges the answer, and the officer reads it', async () => {
  const { works, home } = world;
  const id = works.cases[0]?.id ?? '';
  const number = await world.numberOf(home, nomor);
  const { rows } = await world.pool.query<{ id: string }>('select id from complaint where number = $1', [number]);
  const { page } = await openPage(browser, `${world.url}/lacak`, { javaScriptEnabled: false });
  await page.getByLabel('Nomor aduan').fill(number);
  await page.getByLabel('Kode pelapor').fill(reporterCode(new Sealer('kunci-rahasia-uji-coba'), rows[0]?.id ?? ''));
  await page.getByRole('button').click();
  await page.getByLabel('Belum. Buka kembali aduan ini.').check();
  await page.getByLabel('2', { exact: true }).check();
  await page.getByLabel('Catatan').fill('Tambalannya sudah lepas lagi');
  await page.getByLabel('Foto atau PDF').setInputFiles({ name: 'lubang.png', mimeType: 'image/png', buffer: PIXEL });
  await page.getByRole('button', { name: 'Kirim penilaian' }).click();
  expect(await page.getByText('Terkirim.').isVisible()).toBe(true);
  await world.settled();
  expect(works.says(id, 'Nilai dari pelapor: 2 dari 5. Tambalannya sudah lepas lagi')).toBe(1);
  expect(home.says(nomor, 'Tambalannya sudah lepas lagi')).toBe(1);
  await page.reload();
  expect(await page.getByText('Pelapor meminta dibuka kembali · nilai 2 dari 5').isVisible()).toBe(true);
  expect(await page.getByText('Aduan sedang ditangani').isVisible()).toBe(true);
  // The officer answers with the very word that was said before.
  await works.play('status', id, { status: 'Dikerjakan' });
  await works.play('status', id, { status: 'Selesai', isi: 'Sudah ditambal ulang' });
  await eventually(async () => {
    await page.reload();
    expect(await page.getByText('Aduan selesai: sudah diperbaiki.').isVisible()).toBe(true);
  });
});

test('the reporter’s own view has no barrier either', async () => {
  const number = await world.numberOf(world.home, nomor);
  const { rows } = await world.pool.query<{ id: string }>('select id from complaint where number = $1', [number]);
  const { page } = await openPage(browser, `${world.url}/lacak`, { viewport: { width: 320, height: 640 } });
  await page.getByLabel('Nomor aduan').fill(number);
  await page.getByLabel('Kode pelapor').fill(reporterCode(new Sealer('kunci-rahasia-uji-coba'), rows[0]?.id ?? ''));
  await page.getByRole('button').click();
  await page.getByText('Anda masuk sebagai pelapor').waitFor();
  expect(await axe(page)).toEqual([]);
});
