import { LaporgubSimulator } from '#connectors/simulators';
import { replaceAll, saveBecause, stepOf } from './acts.ts';
import { renamingProxy } from '../../libs/connectors/src/laporgub/renamed.ts';
import { eventually } from '../setup/world.ts';
import { axe } from './axe.ts';
import { type Console, startConsole } from './console.ts';

/** The province's own document has come: its paths and statuses are other ones than we took them to be. */
const WORDS = new Map([
  ['api', 'layanan'],
  ['integrasi', 'mitra'],
  ['v1', 'v3'],
  ['aduan', 'keluhan'],
  ['Disposisi', 'Oper'],
  ['Progress', 'Garap'],
  ['Selesai', 'Rampung'],
]);
const STATUSES = [...WORDS].filter(([ours]) => /^[A-Z]/.test(ours));

let hub: Console;
let platform: LaporgubSimulator;
let proxy: Awaited<ReturnType<typeof renamingProxy>>;

beforeAll(async () => {
  hub = await startConsole();
  platform = new LaporgubSimulator({ ratePerMinute: 1_000_000 });
  proxy = await renamingProxy(await platform.listen(), WORDS);
}, 180_000);
afterAll(async () => {
  await hub?.stop();
  await proxy?.close();
  await platform?.close();
});

test('the address is changed in the console, and the connection test says what else is wrong', async () => {
  const page = await hub.open('/konektor/laporgub');
  await page.getByRole('button', { name: 'Isi LAPORGUB_BASE_URL' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Nilai baru').fill(proxy.url);
  await dialog.getByRole('button', { name: 'Simpan' }).click();
  await dialog.waitFor({ state: 'detached' });
  await page.getByRole('button', { name: 'Uji sekarang' }).click();
  const read = stepOf(page, 'Dapat membaca');
  await read.getByText('Gagal').waitFor();
  await read.getByText(/Cocokkan jalur/).waitFor();
  await page.close();
}, 60_000);

test('paths and statuses are changed, tried dry, saved with a reason, and the connection test passes', async () => {
  const page = await hub.open('/konektor/laporgub/profil');
  const editor = page.getByRole('textbox', { name: 'Teks profil' });
  await editor.waitFor();
  await replaceAll(page, editor, '/api/integrasi/v1/aduan', '/layanan/mitra/v3/keluhan');
  for (const [ours, theirs] of STATUSES) await replaceAll(page, editor, ours, theirs);
  await page.getByText('Sah, belum disimpan').waitFor();

  const payload = { event: 'aduan.status', tiket: 'LGWP00000009', waktu: '2026-11-20T08:00:00+07:00', status: 'Garap' };
  await page.getByLabel('Isi kabar (JSON)').fill(JSON.stringify(payload));
  await page.getByRole('button', { name: 'Coba baca' }).click();
  await page.getByRole('region', { name: 'Peristiwa' }).getByText('"status": "in_progress"').waitFor();
  expect(await axe(page)).toEqual([]);

  await saveBecause(page, 'Dokumen antarmuka dari Dinkominfo provinsi');
  await page.getByRole('heading', { level: 2, name: /Versi 2/ }).waitFor();
  await page.goto(`${hub.world.url}/konektor/laporgub`);
  await page.getByRole('button', { name: 'Uji sekarang' }).click();
  await stepOf(page, 'Dapat membaca').getByText('Berhasil').waitFor();
  expect(await page.getByText('Gagal', { exact: true }).count()).toBe(0);
  await page.close();
}, 120_000);

test('a complaint goes to the province and its progress comes back, in the words of its document', async () => {
  const { world } = hub;
  const id = await world.home.play('lapor', null, {
    isi: 'Jalan raya Purbalingga Bobotsari berlubang besar dan dalam, mohon segera diperbaiki',
    kewenangan: 'provinsi',
    kecamatan: 'Bobotsari',
  });
  const number = await world.numberOf(world.home, id);
  const ticket = await eventually(() => {
    const [known] = platform.cases();
    if (!known) throw new Error('The province has not heard of it yet');
    return known.id;
  }, 60_000);
  await platform.play('status', ticket, { status: 'Progress', isi: 'Regu sudah di lokasi' });
  const page = await hub.open(`/aduan/${number}`);
  await page.getByText('Garap').first().waitFor({ timeout: 60_000 });
  await page.getByText('Diproses').first().waitFor();
  await page.getByText('Regu sudah di lokasi').first().waitFor();
  await page.close();
}, 180_000);

test('a word that nobody has given a meaning is mapped where it waits, and what waited goes on', async () => {
  const { world } = hub;
  const ticket = platform.cases()[0]?.id ?? '';
  await platform.play('status', ticket, { label: 'Dijadwalkan Dinas', isi: 'Masuk anggaran bulan depan' });
  await eventually(async () => {
    const { rowCount } = await world.pool.query(`select from inbox where state = 'parked' and code = 'unknown_label'`);
    if (!rowCount) throw new Error('Nothing is parked yet');
  }, 60_000);
  const page = await hub.open('/tertahan');
  await page.getByRole('link', { name: 'Petakan kata ini' }).click();
  await page.getByRole('combobox', { name: 'Arti Dijadwalkan Dinas' }).click();
  await page.getByRole('option', { name: 'Selesai: Dijadwalkan' }).click();
  await page.getByText('1 kata diubah, belum disimpan').waitFor();
  expect(await axe(page)).toEqual([]);
  await saveBecause(page, 'Kata baru dari provinsi');
  await page.getByText(/kasus masih tertahan karena kata yang sudah dipetakan: Dijadwalkan Dinas/).waitFor();
  await page.getByRole('button', { name: 'Coba lagi semua yang tertahan di LaporGub Jawa Tengah' }).click();
  await page.getByText(/kasus masih tertahan/).waitFor({ state: 'detached', timeout: 60_000 });
  await page.goto(`${world.url}/tertahan`);
  await page.getByText('Tidak ada yang tertahan').waitFor();
  await eventually(async () => {
    const { rows } = await world.pool.query('select status, outcome from complaint');
    expect(rows).toEqual([{ status: 'resolved', outcome: 'dijadwalkan' }]);
  });
  const { rows: saved } = await world.pool.query<{ text: string; why: string }>(
    `select text, why from configuration_version where subject = 'profile/laporgub' order by version desc limit 1`,
  );
  expect(saved[0]?.why).toBe('Kata baru dari provinsi');
  expect(saved[0]?.text).toContain('    Dijadwalkan Dinas: { status: resolved, outcome: dijadwalkan }');
  await page.close();
}, 180_000);

test('for a complaint the exact request by the new words is shown as curl, with its secrets masked', async () => {
  const page = await hub.open('/konektor/laporgub/profil');
  await page.getByText('Coba kirim').click();
  await page.getByRole('combobox', { name: 'Aduan' }).fill('bobotsari berlubang');
  await page.getByRole('option', { name: /SA-2026-000001/ }).click();
  expect(await axe(page)).toEqual([]);
  await page.getByRole('button', { name: 'Perlihatkan' }).click();
  const request = page.getByRole('region', { name: 'Permintaan yang akan dikirim' });
  await request.getByText(`curl -X POST '${proxy.url}/layanan/mitra/v3/keluhan'`).waitFor();
  await request.getByText('authorization: ***').waitFor();
  await page.close();
}, 60_000);

test('the browser complained about nothing on the way', () => {
  expect([hub.complaints, hub.foreign]).toEqual([[], []]);
});
