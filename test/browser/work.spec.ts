import type { Page } from 'playwright-core';
import type { SmartdpuSimulator } from '../../libs/connectors/src/smartdpu/simulator.ts';
import { eventually } from '../setup/world.ts';
import { axe } from './axe.ts';
import { type Console, startConsole } from './console.ts';

let hub: Console;
beforeAll(async () => {
  hub = await startConsole();
}, 180_000);
afterAll(() => hub?.stop());

const TOO_SHORT = 'jalan rusak pak';

/** A complaint whose text the province finds too short: its delivery waits for a person. */
async function parkedComplaint(): Promise<string> {
  const { world } = hub;
  const id = await world.home.play('lapor', null, { isi: TOO_SHORT, kewenangan: 'provinsi' });
  const number = await world.numberOf(world.home, id);
  await eventually(async () => {
    const { rowCount } = await world.pool.query(`select from outbox where state = 'parked'`);
    if (!rowCount) throw new Error('Nothing is parked yet');
  }, 60_000);
  return number;
}

const close = async (page: Page): Promise<void> => {
  expect(await axe(page)).toEqual([]);
  await page.close();
};

test('from the home page an operator gets to what is parked, reads why, and skips it with a reason', async () => {
  const number = await parkedComplaint();
  const page = await hub.open('/tertahan');
  await page.getByRole('table').getByRole('button', { name: 'Aduan baru' }).first().click();
  const drawer = page.getByRole('dialog');
  await drawer.getByText('paling sedikit').first().waitFor();
  await drawer.getByRole('link', { name: number }).waitFor();
  expect(await axe(page)).toEqual([]);
  await drawer.getByRole('button', { name: 'Lewati' }).click();
  const reason = page.getByRole('dialog').filter({ hasText: 'Lewati untuk seterusnya?' });
  await reason.getByLabel('Alasan').fill('Ditangani lewat telepon');
  await reason.getByRole('button', { name: 'Lewati' }).click();
  await page.getByText('Tidak ada yang tertahan').waitFor();
  await close(page);
  const { rows } = await hub.world.pool.query<{ detail: string }>(
    `select detail from audit where hop = 'person' and outcome = 'skip'`,
  );
  expect(rows).toEqual([{ detail: 'Ditangani lewat telepon' }]);
}, 120_000);

test('an auditor finds what a person did, and gets from there to the complaint in two clicks', async () => {
  const page = await hub.open('/audit?hop=person');
  await page.getByRole('table').getByText('Dilewati').waitFor();
  await page.getByRole('table').getByRole('button').first().click();
  const drawer = page.getByRole('dialog');
  await drawer.getByText('Ditangani lewat telepon', { exact: true }).waitFor();
  await drawer.getByRole('link', { name: /^SA-/ }).click();
  await page.getByRole('heading', { level: 1, name: /^SA-/ }).waitFor();
  await page.getByText(TOO_SHORT).first().waitFor();
  await close(page);
}, 60_000);

test('a button in a table stays the same one when the language changes: a click under way is not lost', async () => {
  const page = await hub.open('/audit');
  const table = page.getByRole('table');
  await table
    .getByRole('button')
    .first()
    .evaluate((button) => button.setAttribute('data-same', ''));
  await page.getByText('EN', { exact: true }).click();
  await table.getByRole('columnheader', { name: 'Outcome' }).waitFor();
  expect(await table.locator('[data-same]').count()).toBe(1);
  await page.close();
}, 60_000);

test('an operator pauses a platform with a reason, and resumes it', async () => {
  const page = await hub.open('/konektor/smartdpu');
  await page.getByRole('button', { name: 'Jeda' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Alasan').fill('Pemeliharaan malam ini');
  await dialog.getByRole('button', { name: 'Jeda' }).click();
  await page.getByText('Pemeliharaan malam ini').first().waitFor();
  await page.getByRole('button', { name: 'Lanjutkan' }).click();
  await page.getByRole('button', { name: 'Jeda' }).waitFor();
  await close(page);
}, 60_000);

test('an integrator sees a fault at its line, tries the mended profile, and saves it as a version', async () => {
  const page = await hub.open('/konektor/laporgub/profil');
  const editor = page.getByRole('textbox', { name: 'Teks profil' });
  await editor.getByText('title: LaporGub Jawa Tengah').click();
  await page.keyboard.press('Home');
  await page.keyboard.type('x');
  await page
    .getByText(/^Baris \d+:/)
    .first()
    .waitFor();
  expect(await page.getByRole('button', { name: 'Simpan' }).isDisabled()).toBe(true);
  await page.keyboard.press('Backspace');
  await page.keyboard.press('End');
  await page.keyboard.type(' (baru)');
  await page.getByText('Sah, belum disimpan').waitFor();
  await page.getByText('Coba kirim').click();
  await page.getByRole('combobox', { name: 'Aduan' }).fill('SA-2026-000001');
  await page.getByRole('button', { name: 'Perlihatkan' }).click();
  await page.getByText('paling sedikit').first().waitFor();
  expect(await axe(page)).toEqual([]);
  await page.getByRole('button', { name: 'Simpan' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Alasan').fill('Nama resmi berubah');
  await dialog.getByRole('button', { name: 'Simpan' }).click();
  await page.getByRole('heading', { level: 2, name: /Versi 2/ }).waitFor();
  await page.getByText('Versi', { exact: true }).first().click();
  await page.getByText('Nama resmi berubah').waitFor();
  await page.getByRole('button', { name: 'Bandingkan' }).click();
  await page.getByRole('region', { name: 'Perbedaan' }).getByText('+title: LaporGub Jawa Tengah (baru)').waitFor();
  await close(page);
}, 120_000);

test('what may have arrived is sent once more only after a second question, for it may be said twice', async () => {
  const { pool, url } = hub.world;
  await parkedComplaint();
  const { rows } = await pool.query<{ id: string }>(
    `update outbox set state = 'uncertain' where state = 'parked' returning id`,
  );
  const page = await hub.open(`/tertahan?id=d_${rows[0]?.id}`);
  await page.getByRole('dialog').getByRole('button', { name: 'Coba lagi' }).click();
  const again = page.getByRole('dialog', { name: 'Kirim sekali lagi?' });
  await again.getByText('isinya dapat tampil dua kali').waitFor();
  expect(await axe(page)).toEqual([]);
  await again.getByRole('button', { name: 'Batal' }).click();
  await again.waitFor({ state: 'detached' });
  const { rowCount } = await pool.query(`select from outbox where state = 'uncertain'`);
  expect(rowCount).toBe(1);
  await page.getByRole('dialog').getByRole('button', { name: 'Coba lagi' }).click();
  await again.getByRole('button', { name: 'Kirim sekali lagi' }).click();
  await page.getByText('Dicoba lagi').waitFor();

  await eventually(async () => {
    const parked = await pool.query(`select from outbox where state = 'parked'`);
    if (!parked.rowCount) throw new Error('It is on its way yet');
  });
  await page.goto(`${url}/tertahan?instance=smartdpu&kind=delivery`);
  await page.getByText('Tidak ada yang cocok').waitFor();
  await close(page);
}, 120_000);

test('a comparison that halted over a short list goes on once an operator says that the list is right', async () => {
  const { world } = hub;
  const isi = 'Talud jalan di Desa Karangreja ambrol sepanjang sepuluh meter dan menutup separuh badan jalan';
  const id = await world.home.play('lapor', null, {
    isi,
    kewenangan: 'kabupaten',
    kecamatan: 'Bobotsari',
    kategori: 'perbaikan-jalan',
  });
  await world.caseAt(await world.numberOf(world.home, id), 'smartdpu');
  const { feed } = world.works.simulator as SmartdpuSimulator;
  const listed = feed.splice(0);
  const page = await hub.open('/rekonsiliasi');
  await page.getByRole('button', { name: 'Cocokkan sekarang' }).click();
  await page.getByRole('menuitem', { name: 'SMARTDPU' }).click();
  const runs = page.getByRole('table', { name: 'Pencocokan' });
  const ended = (state: string) =>
    eventually(async () => {
      await page.reload();
      await runs.getByText(state, { exact: true }).waitFor({ timeout: 3_000 });
    }, 40_000);
  await ended('Dihentikan');
  await runs.getByRole('button', { name: 'Daftar yang lebih pendek memang benar' }).click();
  const dialog = page.getByRole('dialog', { name: 'Daftar SMARTDPU memang sependek itu?' });
  await dialog.getByText('ditanyakan satu per satu').waitFor();
  expect(await axe(page)).toEqual([]);
  await dialog.getByRole('button', { name: 'Cocokkan sekarang' }).click();
  await dialog.waitFor({ state: 'detached' });
  await ended('Selesai');
  expect(await runs.getByRole('button', { name: 'Daftar yang lebih pendek' }).count()).toBe(0);
  feed.push(...listed);
  const { rows } = await world.pool.query<{ state: string; fewer: boolean }>(
    `select state, accepts_fewer as fewer from reconciliation where instance = 'smartdpu' order by started_at`,
  );
  expect(rows).toEqual([
    { state: 'halted', fewer: false },
    { state: 'done', fewer: true },
  ]);
  await close(page);
}, 120_000);

test('everything can be reached by keyboard: skip link, navigation, and a filter', async () => {
  const page = await hub.open('/');
  await page.keyboard.press('Tab');
  expect(await page.evaluate<string>('document.activeElement.textContent')).toBe('Langsung ke isi');
  await page.keyboard.press('Enter');
  expect(await page.evaluate<string>('document.activeElement.id || location.hash')).toMatch(/isi/);
  await page.getByRole('link', { name: 'Aduan', exact: true }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: 'Aduan' }).waitFor();
  expect(await page.evaluate<string>('document.activeElement.id')).toBe('isi');
  await page.getByLabel('Cari').focus();
  await page.keyboard.type('tidak akan ada');
  await page.getByText('Tidak ada yang cocok').waitFor();
  expect(page.url()).toContain('q=tidak');
  await close(page);
}, 60_000);

test('the browser complained about nothing on the way', () => {
  expect([hub.complaints, hub.foreign]).toEqual([[], []]);
});
