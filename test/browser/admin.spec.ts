import { readFileSync } from 'node:fs';
import { insertAccount, savePassword } from '#store';
import { freePort } from '#store/embedded';
import { TOTP } from 'otpauth';
import type { Page } from 'playwright-core';
import { hashPassword } from '../../apps/hub/src/http/accounts/password.ts';
import { axe, type Console, startConsole } from './console.ts';

let hub: Console;
beforeAll(async () => {
  hub = await startConsole();
}, 180_000);
afterAll(() => hub?.stop());

const complain = (isi: string) => hub.world.home.play('lapor', null, { isi });

test('a new complaint stands in the list at once, without a reload and without asking again and again', async () => {
  const page = await hub.open('/aduan');
  await page.getByText('Langsung: perubahan tampil seketika').waitFor();
  let asked = 0;
  page.on('request', (request) => {
    if (request.url().includes('/api/v1/complaints?')) asked += 1;
  });
  await complain('Talud sungai di Kutasari longsor menutup separuh jalan');
  await page.getByText('Talud sungai di Kutasari').waitFor({ timeout: 5_000 });
  expect(asked).toBeLessThan(5);
  await page.close();
}, 60_000);

test('the complaints of one kecamatan are chosen by its name, and the address keeps the choice', async () => {
  for (const kecamatan of ['Bobotsari', 'Kutasari'])
    await hub.world.home.play('lapor', null, { isi: `Selokan tersumbat di wilayah ${kecamatan}`, kecamatan });
  const page = await hub.open('/aduan');
  await page.getByText('wilayah Kutasari').waitFor();
  await page.getByRole('combobox', { name: 'Kecamatan' }).fill('bobot');
  await page.getByRole('option', { name: 'Bobotsari' }).click();
  await page.getByText('wilayah Kutasari').waitFor({ state: 'detached' });
  await page.getByText('wilayah Bobotsari').waitFor();
  expect(new URL(page.url()).searchParams.get('kecamatan')).toBe('33.03.09');
  await page.close();
}, 60_000);

test('where the stream does not get through, the list is asked for now and then, and followed again when it does', async () => {
  const first = await hub.open('/aduan');
  const context = first.context();
  await context.route('**/api/v1/stream', (route) => route.abort());
  const page = await hub.open('/aduan');
  await page.getByText('Tidak langsung').waitFor();
  await complain('Pohon tumbang di Mrebet menimpa kabel');
  await page.getByText('Pohon tumbang di Mrebet').waitFor();
  await context.unroute('**/api/v1/stream');
  await page.getByText('Langsung: perubahan tampil seketika').waitFor({ timeout: 40_000 });
  await Promise.all([first.close(), page.close()]);
}, 120_000);

/** The first admin's invitation was printed at start; a person of a test is written down at once. */
/** Makes an admin who then signs in; the answer is the address. */
async function signIn(page: Page): Promise<string> {
  const { pool } = hub.world;
  const email = `siti-${Date.now()}@contoh.test`;
  const id = await insertAccount(pool, { email, name: 'Siti', role: 'admin_utama', opd: null, kecamatan: null });
  await savePassword(pool, id, await hashPassword(PASSWORD));
  await tellPassword(page, email);
  await signedIn(page);
  return email;
}

async function tellPassword(page: Page, email: string): Promise<void> {
  // Browsers of one profile share their session.
  await page.context().clearCookies();
  await page.reload();
  await page.getByLabel('Surel').fill(email);
  await page.getByLabel('Kata sandi').fill(PASSWORD);
  await page.getByRole('button', { name: 'Masuk', exact: true }).click();
}

const signedIn = (page: Page): Promise<void> =>
  page.getByRole('heading', { level: 1 }).filter({ hasNotText: 'Masuk' }).waitFor();

const PASSWORD = 'kambing hitam tujuh ekor';

test('an admin sees who reported for a reason, marks the complaint secret, and finds it again under a view', async () => {
  const id = await hub.world.home.play('lapor', null, { isi: 'Bau limbah di Bojongsari', telepon: '+6281234500077' });
  const number = await hub.world.numberOf(hub.world.home, id);
  const page = await hub.open(`/aduan/${number}`, { signedIn: false });
  await signIn(page);
  await page.getByRole('button', { name: 'Buka identitas' }).click();
  const why = page.getByRole('dialog');
  await why.getByLabel('Alasan').fill('Menelepon pelapor');
  await why.getByRole('button', { name: 'Buka identitas' }).click();
  await page.getByText('+6281234500077').waitFor();
  await page.getByRole('button', { name: 'Tindakan' }).click();
  await page.getByRole('menuitem', { name: 'Tandai anonim atau rahasia' }).click();
  const marks = page.getByRole('dialog');
  await marks.getByLabel('Rahasia').check();
  expect(await axe(page)).toEqual([]);
  await marks.getByRole('button', { name: 'Tandai' }).dblclick();
  await page.getByText('Menandai').waitFor();
  expect(await page.getByText('Menandai').count()).toBe(1);
  await page.goto(`${hub.world.url}/aduan?rahasia=true`);
  await page.getByRole('button', { name: 'Saringan tersimpan' }).click();
  await page.getByRole('menuitem', { name: 'Simpan saringan ini' }).click();
  await page.getByRole('dialog').getByLabel('Nama').fill('Yang rahasia');
  await page.getByRole('dialog').getByRole('button', { name: 'Simpan' }).click();
  await page.getByRole('button', { name: 'Hapus saringan', exact: true }).click();
  await page.getByRole('button', { name: 'Saringan tersimpan' }).click();
  await page.getByRole('menuitem', { name: 'Yang rahasia' }).click();
  await page.getByRole('link', { name: number }).waitFor();
  expect(page.url()).toContain('rahasia=true');
  await page.close();
}, 120_000);

test('a person sets up a second factor, and comes in without the telephone by a recovery code', async () => {
  const page = await hub.open('/akun', { signedIn: false });
  const email = await signIn(page);
  await page.getByRole('button', { name: 'Pasang' }).click();
  await page.getByAltText('Kode QR faktor kedua').waitFor();
  const secret = await page.getByRole('region', { name: 'Kunci bila kode QR' }).textContent();
  await page
    .getByLabel('Kode', { exact: false })
    .last()
    .fill(new TOTP({ secret: secret?.trim() ?? '' }).generate());
  await page.getByRole('button', { name: 'Pastikan' }).click();
  const codes = (await page.getByRole('region', { name: 'Kode pemulihan' }).textContent())?.trim().split('\n') ?? [];
  expect(codes).toHaveLength(10);
  expect(await axe(page)).toEqual([]);
  await page.getByRole('button', { name: 'Tutup' }).click();
  await page.getByText('Terpasang', { exact: true }).waitFor();
  expect(await axe(page)).toEqual([]);
  await tellPassword(page, email);
  await page.getByLabel('Kode faktor kedua').fill(codes[0] ?? '');
  await page.getByRole('button', { name: 'Masuk', exact: true }).click();
  await signedIn(page);
  await page.getByText('9 kode pemulihan belum dipakai').waitFor();
  await page.close();
}, 120_000);

test('an admin makes a key that is shown once', async () => {
  const page = await hub.open('/kunci', { signedIn: false });
  await signIn(page);
  await page.getByRole('button', { name: 'Buat kunci' }).first().click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Nama mesin').fill('dasbor');
  await dialog.getByLabel('membaca angka').check();
  await dialog.getByRole('button', { name: 'Buat kunci' }).click();
  await page
    .getByRole('region', { name: 'Kunci baru' })
    .getByText(/^simpul_/)
    .waitFor();
  expect(await axe(page)).toEqual([]);
  await page.close();
}, 120_000);

test('an operator adds a channel, is told that it does not answer, and an auditor downloads what was done', async () => {
  const page = await hub.open('/pemberitahuan');
  await page.getByRole('button', { name: 'Tambah saluran' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Nama').fill('Ruang jaga');
  await dialog.getByLabel('Alamat webhook').fill(`http://127.0.0.1:${await freePort()}/jaga`);
  await dialog.getByRole('button', { name: 'Simpan' }).click();
  await page
    .getByRole('region', { name: 'Rahasia tanda tangan' })
    .getByText(/^whsec_/)
    .waitFor();
  await page.getByRole('button', { name: 'Tutup' }).click();
  await page.getByRole('button', { name: 'Uji' }).click();
  await page.getByText('Tidak sampai: ECONNREFUSED').waitFor();
  expect(await axe(page)).toEqual([]);
  await page.goto(`${hub.world.url}/audit?outcome=channel_made`);
  await page.getByRole('table').getByRole('button').first().click();
  await page.getByRole('dialog').getByText('webhook: Ruang jaga').waitFor();
  await page.keyboard.press('Escape');
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Unduh' }).click();
  await page.getByRole('menuitem', { name: 'JSONL' }).click();
  const file = await (await download).path();
  expect(readFileSync(file, 'utf8')).toMatch(/"outcome":"channel_made"/);
  await page.close();
}, 120_000);
