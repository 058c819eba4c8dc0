import { readFileSync } from 'node:fs';
import type { Account } from '#store';
import { freePort } from '#store/embedded';
import { TOTP } from 'otpauth';
import type { Page } from 'playwright-core';
import { axe } from './axe.ts';
import { type Console, startConsole } from './console.ts';
import { comeAnew, PASSWORD, seedPerson, signedIn, signOut, tellPassword } from './people.ts';

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

const person = (changes: Partial<Account> = {}): Promise<string> => seedPerson(hub.world.pool, changes);

/** Makes an admin who then signs in; the answer is the address. */
async function signIn(page: Page): Promise<string> {
  const email = await person();
  await comeAnew(page, email);
  await signedIn(page);
  return email;
}

test('who comes next in the same tab is shown nothing of what the one before was told', async () => {
  const id = await hub.world.home.play('lapor', null, { isi: 'Dugaan pungutan liar di loket terminal Mrebet' });
  const number = await hub.world.numberOf(hub.world.home, id);
  const page = await hub.open(`/aduan/${number}`, { signedIn: false });
  await signIn(page);
  await page.getByText('Dugaan pungutan liar').first().waitFor();
  await signOut(page);
  await tellPassword(page, await person({ role: 'admin_opd', opd: 'DLH' }));
  await page.getByRole('alert').filter({ hasText: 'Aduan dengan nomor itu' }).waitFor();
  expect(await page.getByText('Dugaan pungutan liar').count()).toBe(0);
  await page.close();
}, 120_000);

test('who can’t be signed out at the hub stays signed in and is told so, and may try again', async () => {
  const page = await hub.open('/akun', { signedIn: false });
  const email = await signIn(page);
  await page.route('**/api/v1/session', (route) => route.abort());
  await page.getByRole('button', { name: 'Keluar' }).click();
  await page.getByRole('alert').filter({ hasText: 'Anda masih masuk' }).waitFor();
  await page.getByText(email).waitFor();
  expect(await axe(page)).toEqual([]);
  await page.unroute('**/api/v1/session');
  await signOut(page);
  await page.reload();
  await page.getByRole('heading', { level: 1, name: 'Masuk ke konsol' }).waitFor();
  await page.close();
}, 120_000);

test('an invitation is taken up in a browser where somebody else is signed in, and that one is signed out', async () => {
  const page = await hub.open('/akun', { signedIn: false });
  await signIn(page);
  const { world } = hub;
  const body = { email: 'baru@contoh.test', name: 'Baru', role: 'auditor' };
  const { id } = (await world.api<{ id: string }>('/users', { method: 'POST', body })).body;
  const { url } = (await world.api<{ url: string }>(`/users/${id}/invitation`, { method: 'POST' })).body;
  await page.goto(url);
  await page.getByLabel('Kata sandi baru').fill(PASSWORD);
  await page.getByRole('button', { name: 'Pasang', exact: true }).click();
  await page.getByRole('heading', { level: 1, name: 'Masuk ke konsol' }).waitFor();
  expect(await page.getByLabel('Surel').inputValue()).toBe('baru@contoh.test');
  await page.getByLabel('Kata sandi').fill(PASSWORD);
  await page.getByRole('button', { name: 'Masuk', exact: true }).click();
  await page.getByRole('link', { name: 'Akun Baru' }).waitFor();
  await page.close();
}, 120_000);

test('a draft outlives the session that it was written in, for who wrote it alone', async () => {
  const page = await hub.open('/konektor/smartdpu/profil', { signedIn: false });
  const email = await signIn(page);
  const editor = page.getByRole('textbox', { name: 'Teks profil' });
  await editor.click();
  await page.keyboard.press('Control+Home');
  await page.keyboard.type('# belum selesai\n');
  await page.getByText('Sah, belum disimpan').waitFor();
  await hub.world.pool.query('delete from session');
  await page.keyboard.type('#');
  await page.getByRole('heading', { level: 1, name: 'Masuk ke konsol' }).waitFor();

  await tellPassword(page, await person());
  await page.getByText('Sah dan berlaku').waitFor();
  expect(await editor.getByText('belum selesai').count()).toBe(0);
  await signOut(page);
  await tellPassword(page, email);
  await editor.getByText('belum selesai').waitFor();
  await page.close();
}, 120_000);

/** What the hub refused this page. */
function refusals(page: Page): string[] {
  const refused: string[] = [];
  page.on('response', (response) => {
    if (response.status() === 403) refused.push(response.url());
  });
  return refused;
}

test('an office reads the story of its complaint, and is offered no page that it may not open', async () => {
  const { world } = hub;
  const id = await world.home.play('lapor', null, { isi: 'Sampah menggunung di belakang pasar Kaligondang' });
  const number = await world.numberOf(world.home, id);
  await world.api(`/complaints/${number}/disposition`, { method: 'POST', body: { opd: 'DLH', note: 'mohon dicek' } });
  const page = await hub.open(`/aduan/${number}`, { signedIn: false });
  await comeAnew(page, await person({ role: 'admin_opd', opd: 'DLH' }));
  await signedIn(page);
  const refused = refusals(page);
  await page.reload();
  await page.getByText('Mendisposisi').waitFor();
  await page.getByText('Perubahan status', { exact: true }).first().waitFor();
  expect(await page.getByRole('link', { name: /audit|Jejak|Putuskan|Perubahan status/ }).count()).toBe(0);
  expect([refused, await axe(page)]).toEqual([[], []]);
  await page.close();
}, 120_000);

test('an auditor reads profiles and rules, and is offered no trial of them', async () => {
  const page = await hub.open('/konektor/laporgub/profil', { signedIn: false });
  await comeAnew(page, await person({ role: 'auditor' }));
  await signedIn(page);
  const refused = refusals(page);
  await page.reload();
  await page.getByRole('textbox', { name: 'Teks profil' }).getByText('title: LaporGub').waitFor();
  await page.getByText('dibaca dari berkas').waitFor();
  expect(await page.getByText(/^(Coba baca|Coba kirim|Dokumen|Memeriksa…|Sah dan berlaku)$/).count()).toBe(0);
  expect(await axe(page)).toEqual([]);
  await page.getByRole('link', { name: 'Aturan rute' }).click();
  await page.getByText('Sah dan berlaku').waitFor();
  expect(await page.getByRole('button', { name: 'Hitung' }).count()).toBe(0);
  expect(refused).toEqual([]);
  await page.close();
}, 120_000);

test('the chief admin releases the second factor of who has lost it, after a second question', async () => {
  const email = await person({ name: 'Tono' });
  await hub.world.pool.query(`update account set totp = '\\x00'::bytea, totp_confirmed_at = now() where email = $1`, [
    email,
  ]);
  const page = await hub.open('/pengguna');
  const row = page.getByRole('row').filter({ hasText: email });
  await row.getByText('Dengan faktor kedua').waitFor();
  await row.getByRole('button', { name: 'Lepas faktor kedua' }).click();
  const dialog = page.getByRole('dialog', { name: 'Lepas faktor kedua Tono?' });
  await dialog.getByText('Pastikan benar orangnya').waitFor();
  expect(await axe(page)).toEqual([]);
  await dialog.getByRole('button', { name: 'Lepas faktor kedua' }).click();
  await row.getByText('Dengan faktor kedua').waitFor({ state: 'detached' });
  await page.close();
}, 60_000);

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
  await comeAnew(page, email);
  await page.getByLabel('Kode faktor kedua').fill(codes[0] ?? '');
  await page.getByRole('button', { name: 'Masuk', exact: true }).click();
  await signedIn(page);
  await page.getByText('9 kode pemulihan belum dipakai').waitFor();
  await page.getByRole('button', { name: 'Lepas', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: 'Lepas faktor kedua?' });
  await dialog.getByRole('button', { name: 'Batal' }).click();
  await dialog.waitFor({ state: 'detached' });
  await page.getByText('Terpasang', { exact: true }).waitFor();
  await page.getByRole('button', { name: 'Lepas', exact: true }).click();
  await dialog.getByRole('button', { name: 'Lepas', exact: true }).click();
  await page.getByText('Belum terpasang').waitFor();
  await page.close();
}, 120_000);

test('an admin makes a key that is shown once, and revokes it after a second question', async () => {
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
  await page.getByRole('button', { name: 'Tutup' }).click();
  await page.getByRole('button', { name: 'Cabut' }).click();
  await page.getByRole('dialog', { name: 'Cabut kunci dasbor?' }).getByRole('button', { name: 'Cabut' }).click();
  await page.getByText('Kunci dasbor dicabut').waitFor();
  await page.getByText('Belum ada kunci').waitFor();
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
