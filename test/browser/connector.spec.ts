import { eventually } from '../setup/world.ts';
import { replaceAll, saveBecause, stepOf } from './acts.ts';
import { axe } from './axe.ts';
import { type Console, startConsole } from './console.ts';

const PROFILE = '/konektor/laporgub/profil';
const TEXT = 'Teks profil';

let hub: Console;
beforeAll(async () => {
  hub = await startConsole();
}, 180_000);
afterAll(() => hub?.stop());

const saved = async (): Promise<string> =>
  (await hub.world.api<{ text: string }>('/instances/laporgub/profile')).body.text;

/** A profile that tells the province the wrong office, a complaint that it therefore refuses, and a reply behind it. */
async function refusedComplaint(): Promise<{ number: string; id: string }> {
  const { world } = hub;
  const text = (await saved()).replace(`kode_instansi: '"3303"'`, `kode_instansi: '"9999"'`);
  await world.api('/instances/laporgub/profile', { method: 'PUT', body: { text, why: 'salah ketik' } });
  const isi = 'Jalan raya Purbalingga Bobotsari berlubang besar dan dalam, mohon segera diperbaiki';
  const id = await world.home.play('lapor', null, { isi, kewenangan: 'provinsi', kecamatan: 'Bobotsari' });
  const number = await world.numberOf(world.home, id);
  await eventually(async () => {
    const { rowCount } = await world.pool.query(`select from outbox where state = 'parked'`);
    if (!rowCount) throw new Error('Nothing is parked yet');
  }, 60_000);
  await world.home.play('tanggapan', id, { isi: 'Sudah kami teruskan ke provinsi' });
  await eventually(async () => {
    const { rowCount } = await world.pool.query(`select from outbox where instance = 'laporgub' and kind = 'replied'`);
    if (!rowCount) throw new Error('The reply is not on its way yet');
  }, 60_000);
  return { number, id };
}

test('an auditor finds why a reply is missing, and who mends it resends it with what waits behind', async () => {
  const { number } = await refusedComplaint();
  const page = await hub.open(`/aduan/${number}`);
  await page
    .getByText(/harus 3303/)
    .first()
    .waitFor();
  await page.getByRole('link', { name: 'Putuskan' }).first().click();
  const drawer = page.getByRole('dialog');
  await drawer.getByText('1 kiriman menunggu').waitFor();
  await drawer
    .getByText(/harus 3303/)
    .first()
    .waitFor();
  expect(await axe(page)).toEqual([]);

  await page.goto(hub.world.url + PROFILE);
  await page.getByText('Versi', { exact: true }).first().click();
  await page.getByText('salah ketik').waitFor();
  await page.getByRole('button', { name: 'Berlakukan lagi' }).last().click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Alasan').fill('Kode kantor yang benar');
  await dialog.getByRole('button', { name: 'Berlakukan lagi' }).click();
  await page.getByRole('heading', { level: 2, name: /Versi 3/ }).waitFor();
  await page.getByRole('button', { name: 'Coba lagi semua yang tertahan di LaporGub Jawa Tengah' }).click();
  const ticket = await eventually(() => {
    const [known] = hub.world.province.cases;
    if (!known) throw new Error('The province has not heard of it yet');
    return known.id;
  }, 60_000);
  await eventually(() => expect(hub.world.province.says(ticket, 'Sudah kami teruskan ke provinsi')).toBe(1), 60_000);
  await page.close();
}, 240_000);

test('the form writes into the text, where it is checked and saved like any other change', async () => {
  const page = await hub.open(PROFILE);
  await page.getByText('Formulir').click();
  await page.getByRole('textbox', { name: 'poll.every' }).fill('sering');
  await page
    .getByText(/^Baris \d+:/)
    .first()
    .waitFor();
  await page.getByRole('textbox', { name: 'poll.every' }).fill('45s');
  await page.getByText('Sah, belum disimpan').waitFor();
  expect(await axe(page)).toEqual([]);
  await saveBecause(page, 'Permintaan provinsi: jangan terlalu sering');
  await page.getByText('Sah dan berlaku').waitFor();
  expect(await saved()).toContain('poll: { every: 45s, overlap: 2m }');
  expect(await saved()).toContain('# The marks that the platform can carry.');
  await page.close();
}, 90_000);

test('what is not saved yet is there on return, says that it was overtaken, and is gone once it is discarded', async () => {
  const page = await hub.open('/konektor/smartdpu/profil');
  const editor = page.getByRole('textbox', { name: TEXT });
  await editor.waitFor();
  await replaceAll(page, editor, 'timeout: 15s', 'timeout: 25s');
  await page.getByText('Sah, belum disimpan').waitFor();
  await page.getByText('Formulir').click();
  await page.getByRole('link', { name: 'isi nilainya di halaman konektor' }).first().click();
  await page.getByRole('heading', { level: 1, name: 'SMARTDPU' }).waitFor();
  await page.getByRole('link', { name: 'Buka profil' }).click();
  await page.getByText('Sah, belum disimpan').waitFor();
  await editor.getByText('timeout: 25s').waitFor();
  expect(await axe(page)).toEqual([]);

  const { body: live } = await hub.world.api<{ text: string }>('/instances/smartdpu/profile');
  const text = live.text.replace('title: SMARTDPU', 'title: SMARTDPU Purbalingga');
  await hub.world.api('/instances/smartdpu/profile', { method: 'PUT', body: { text, why: 'Nama lengkap' } });
  await page.reload();
  await page.getByText('Versi 2 berlaku sementara itu').waitFor();
  await editor.getByText('timeout: 25s').waitFor();
  await page.getByText('Formulir').click();
  await page.getByRole('button', { name: 'Buang perubahan', exact: true }).click();
  await page.getByText('Sah dan berlaku').waitFor();
  await page.reload();
  await page.getByText('Sah dan berlaku').waitFor();
  await editor.getByText('title: SMARTDPU Purbalingga').waitFor();
  expect(await editor.getByText('timeout: 25s').count()).toBe(0);
  await page.close();
}, 90_000);

const DOCUMENT = {
  openapi: '3.0.3',
  servers: [{ url: 'https://layanan.example/v2' }],
  paths: {
    '/keluhan': {
      post: {
        operationId: 'buatAduan',
        summary: 'Membuat aduan baru',
        requestBody: {
          content: {
            'application/json': {
              schema: {
                properties: {
                  uraian_aduan: { type: 'string', description: 'isi aduan' },
                  status: { type: 'string', enum: ['Diterima Dinas'] },
                },
              },
            },
          },
        },
        responses: { 201: { description: 'dibuat' } },
      },
    },
  },
};

test("proposals of the platform's document are taken or left one by one, and only become a draft", async () => {
  const before = await saved();
  const page = await hub.open(PROFILE);
  await page.getByText('Dokumen', { exact: true }).click();
  await page.getByLabel(/^Atau tempel isinya/).fill(JSON.stringify(DOCUMENT));
  await page.getByRole('button', { name: 'Baca dokumen' }).click();
  await page.getByRole('checkbox', { name: 'requests.create.path' }).check();
  await page.getByRole('combobox', { name: 'Arti Diterima Dinas' }).click();
  await page.getByRole('option', { name: 'Didisposisi' }).click();
  expect(await axe(page)).toEqual([]);
  await page.getByRole('button', { name: 'Masukkan 2 ke editor' }).click();
  await page.getByText('Sah, belum disimpan').waitFor();
  const editor = page.getByRole('textbox', { name: TEXT });
  await editor.click();
  await page.keyboard.press('Control+f');
  await page.getByPlaceholder('Cari').pressSequentially('Diterima Dinas:');
  await page.keyboard.press('Enter');
  await editor.getByText('Diterima Dinas: { status: assigned }').waitFor();
  expect(await saved()).toBe(before);
  await page.close();
}, 90_000);

test('a connection begins with the profile of one like it, and can be tested at once', async () => {
  const { platformUrls } = hub.world;
  const page = await hub.open('/konektor');
  await page.getByRole('link', { name: 'Konektor baru' }).click();
  await page.getByRole('combobox', { name: 'Jenis' }).click();
  await page.getByRole('option', { name: 'smartdpu' }).click();
  await page.getByRole('textbox', { name: 'Nama' }).fill('dpu-uji');
  await page
    .getByLabel('DPU_UJI_SMARTDPU_BASE_URL')
    .or(page.getByLabel('DPU_UJI_BASE_URL'))
    .fill(platformUrls['smartdpu'] ?? '');
  await page.getByLabel(/^DPU_UJI_.*API_KEY$/).fill('kunci-simulator');
  expect(await axe(page)).toEqual([]);
  await page.getByRole('button', { name: 'Buat' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Alasan').fill('Mencoba server uji dinas');
  await dialog.getByRole('button', { name: 'Buat' }).click();
  await page.getByRole('button', { name: 'Uji sekarang' }).click();
  await stepOf(page, 'Dapat membaca').getByText('Berhasil').waitFor();
  await page.close();
}, 120_000);

test('a webhook secret is changed with an overlap that is shown until it ends', async () => {
  const page = await hub.open('/konektor/laporgub');
  await page.getByText(`${hub.world.url}/webhooks/laporgub`).waitFor();
  await page.getByRole('button', { name: 'Ganti rahasia webhook' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByText('7 hari').click();
  await dialog.getByRole('button', { name: 'Ganti rahasia webhook' }).click();
  await dialog.getByText(/hanya tampil sekali/).waitFor();
  expect(await axe(page)).toEqual([]);
  await dialog.getByRole('button', { name: 'Tutup' }).click();
  await page.getByText(/yang lama diterima sampai/).waitFor();
  const { rows } = await hub.world.pool.query<{ days: number }>(
    `select round(extract(epoch from previous_until - now()) / 86400)::int as days from secret where previous_until is not null`,
  );
  expect(rows).toEqual([{ days: 7 }]);
  await page.close();
}, 90_000);

test('a draft of the routing shows which complaints of the last thirty days would go elsewhere', async () => {
  const page = await hub.open('/rute');
  const editor = page.getByRole('textbox', { name: 'Teks aturan' });
  await editor.waitFor();
  await replaceAll(page, editor, 'kewenangan: [provinsi]', 'kewenangan: [pusat]');
  await page.getByText('Sah, belum disimpan').waitFor();
  await page.getByRole('button', { name: 'Hitung' }).click();
  await page.getByText('1 dari 1 aduan akan pergi ke tempat lain.').waitFor();
  await page.getByRole('link', { name: /^SA-/ }).waitFor();
  await page
    .getByText(/LaporGub Jawa Tengah → tetap di Lapor MasBuP/)
    .first()
    .waitFor();
  expect(await axe(page)).toEqual([]);
  await page.close();
}, 90_000);

test('the browser complained about nothing on the way', () => {
  expect([hub.complaints, hub.foreign]).toEqual([[], []]);
});
