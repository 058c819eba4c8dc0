import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { WhatsappSimulator } from '#connectors/simulators';
import sharp from 'sharp';
import { eventually, startWorld, type World } from '../setup/world.ts';

const PATIENCE_MS = 30_000;

let world: World;
beforeAll(async () => {
  world = await startWorld({}, undefined, { channels: true });
}, 60_000);
afterAll(() => world.stop());

/** A camera's picture: it notes where it was taken, and whose it is. */
const taken = ([south, east]: [string, string]): Promise<Buffer> =>
  sharp({ create: { width: 64, height: 48, channels: 3, background: '#876' } })
    .withExif({
      IFD0: { Artist: 'Warga Contoh', Model: 'Kamera Contoh' },
      IFD3: { GPSLatitudeRef: 'S', GPSLatitude: south, GPSLongitudeRef: 'E', GPSLongitude: east },
    })
    .jpeg()
    .toBuffer();

const BOBOTSARI: [string, string] = ['7/1 18/1 18/1', '109/1 21/1 54/1'];
const JAKARTA: [string, string] = ['6/1 10/1 30/1', '106/1 49/1 40/1'];
const TEXT = 'jln depan pasar bobotsari bolong';

let count = 0;
/** The number of the complaint that a citizen makes with a picture. */
async function complain(photo: Buffer, more: Record<string, string> = {}): Promise<string> {
  (world.platform('whatsapp').simulator as WhatsappSimulator).photo = photo;
  count += 1;
  const id = await world.platform('whatsapp').play('kirim', null, {
    nama: `Warga Contoh ${count}`,
    nomor: `62899000700${count}`,
    isi: TEXT,
    foto: 'dengan foto',
    ...more,
  });
  return eventually(() => {
    const [number] = /SA-\d{4}-\d{6}/.exec(world.platform('whatsapp').shown(id).lines.join('\n')) ?? [];
    if (!number) throw new Error('no number yet');
    return number;
  }, PATIENCE_MS);
}

interface Shown {
  location: { lat?: number; lon?: number; kecamatan?: string } | null;
}
const file = (number: string) =>
  eventually(async () => {
    const { rows } = await world.pool.query<{ token: string }>(
      `select a.token from attachment a join complaint c on c.id = a.complaint_id
       where c.number = $1 and a.state = 'stored'`,
      [number],
    );
    return rows[0]?.token ?? Promise.reject(new Error('not stored yet'));
  }, PATIENCE_MS);
const locationOf = async (number: string) => (await world.api<Shown>(`/complaints/${number}`)).body.location;

test('where a photo was taken is where the complaint is: home hears it, and who opens the photo does not', async () => {
  const photo = await taken(BOBOTSARI);
  expect(photo.includes('Warga Contoh')).toBe(true);
  const number = await complain(photo);
  const token = await file(number);
  expect(await locationOf(number)).toMatchObject({ kecamatan: 'Bobotsari', lat: -7.305, lon: 109.365 });
  const nomor = await eventually(async () => {
    const { rows } = await world.pool.query<{ id: string }>(
      `select external_id as id from link join complaint c on c.id = complaint_id
       where c.number = $1 and instance = 'lapor-masbup' and external_id is not null`,
      [number],
    );
    return rows[0]?.id ?? Promise.reject(new Error('not at home yet'));
  }, PATIENCE_MS);
  const filed = await fetch(`${world.platformUrls['lapor-masbup']}/api/v1/aduan/${nomor}`, {
    headers: { authorization: 'Bearer token-simulator' },
  });
  expect(await filed.json()).toMatchObject({ data: { lokasi: { lat: -7.305, lon: 109.365 } } });

  const served = Buffer.from(await (await fetch(`${world.url}/lampiran/${token}`)).arrayBuffer());
  const { format, width, exif, xmp, iptc } = await sharp(served).metadata();
  expect({ format, width, exif, xmp, iptc }).toEqual({ format: 'jpeg', width: 64 });
  for (const word of ['Warga Contoh', 'Kamera Contoh', 'Exif']) expect(served.includes(word)).toBe(false);
}, 90_000);

test('the pin that a citizen sent counts, not the photo', async () => {
  const number = await complain(await taken(BOBOTSARI), { lokasi: '-7.39, 109.36' });
  await file(number);
  expect(await locationOf(number)).toMatchObject({ lat: -7.39, lon: 109.36 });
}, 60_000);

test('a photo from elsewhere, which somebody passed on, says nothing of the place', async () => {
  const number = await complain(await taken(JAKARTA));
  await file(number);
  const location = await locationOf(number);
  expect(location).toMatchObject({ kecamatan: 'Bobotsari' });
  expect(location?.lat ?? null).toBeNull();
}, 60_000);
