import { createHash } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { aduan, message, signed } from '../setup/lapor-masbup.ts';
import { eventually, startWorld, type World } from '../setup/world.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.stop());

const BRIDGE = {
  isi: 'Jembatan retak memanjang di kedua sisi dan bergetar bila dilewati truk, mohon segera diperiksa',
  kategori: 'perbaikan-jalan',
  kecamatan: 'Bobotsari',
};
const link = (number: string, instance: string) =>
  eventually(async () => {
    const { rows } = await world.pool.query<{ external_id: string }>(
      `select external_id from link join complaint on complaint.id = complaint_id
       where number = $1 and instance = $2 and external_id is not null`,
      [number, instance],
    );
    return rows[0]?.external_id ?? Promise.reject(new Error('no link yet'));
  });
const files = async (number: string) => {
  const { rows } = await world.pool.query<{
    state: string;
    mime: string;
    sha256: Buffer;
    token: string;
    reason: string;
  }>(`select attachment.* from attachment join complaint on complaint.id = complaint_id where number = $1`, [number]);
  return rows;
};

test('a photo filed at home is fetched, kept by its hash, and stands at LaporGub', async () => {
  const nomor = await world.home.play('lapor', null, { ...BRIDGE, kewenangan: 'provinsi', foto: 'dengan foto' });
  const number = await world.numberOf(world.home, nomor);
  const tiket = await link(number, 'laporgub');
  await eventually(() => {
    const sent = world.province.writes.filter(({ kind, caseId }) => kind.includes('lampiran') && caseId === tiket);
    expect(sent).toHaveLength(1);
  });
  const [file] = await files(number);
  expect(file).toMatchObject({ state: 'stored', mime: 'image/jpeg' });
  const served = await fetch(`${world.url}/lampiran/${file?.token}`);
  const bytes = Buffer.from(await served.arrayBuffer());
  expect(createHash('sha256').update(bytes).digest()).toEqual(file?.sha256);
  expect(served.headers.get('x-content-type-options')).toBe('nosniff');
});

test('a photo filed at LaporGub is told to home by an address of the hub', async () => {
  const tiket = await world.province.play('turunkan', null, {
    ...BRIDGE,
    kategori: 'Infrastruktur',
    foto: 'dengan foto',
  });
  const number = await world.numberOf(world.province, tiket);
  const nomor = await link(number, 'lapor-masbup');
  const [file] = await files(number);
  const headers = { authorization: 'Bearer token-simulator' };
  const answer = await fetch(`${world.platformUrls['lapor-masbup']}/api/v1/aduan/${nomor}`, { headers });
  const { data } = (await answer.json()) as { data: { lampiran: { url: string; mime: string }[] } };
  expect(data.lampiran).toMatchObject([{ url: `${world.url}/lampiran/${file?.token}`, mime: 'image/jpeg' }]);
});

test('a file that can’t be had, or lies elsewhere, is recorded with the reason and does not hold the case', async () => {
  let asked = 0;
  const elsewhere = createServer((_request, response) => {
    asked += 1;
    response.end('dalam');
  });
  await new Promise<void>((resolve) => elsewhere.listen(0, '127.0.0.1', resolve));
  const { port } = elsewhere.address() as AddressInfo;
  const addresses = [
    `http://127.0.0.1:${port}/dalam.jpg`,
    'file:///etc/hostname',
    'http://169.254.169.254/latest',
    'bukan alamat',
  ];
  const lampiran = addresses.map((url, n) => ({ id: `f${n}`, url, mime: 'image/jpeg', ukuran: 10 }));
  const data = aduan({
    ...BRIDGE,
    kategori: null,
    kewenangan: 'provinsi',
    lampiran,
    lokasi: { kode_kecamatan: '33.03.14', kecamatan: 'Bobotsari' },
  });
  await signed(world.url, message('aduan.dibuat', data));
  const number = await world.numberOf(world.home, data.nomor);
  await link(number, 'laporgub');
  const kept = await files(number);
  expect(kept.map(({ state }) => state)).toEqual(addresses.map(() => 'refused'));
  for (const { reason } of kept) expect(reason).toMatch(/\S{3,}/);
  expect(asked).toBe(0);
  elsewhere.close();
});
