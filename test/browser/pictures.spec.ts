import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { eventually } from '../setup/world.ts';
import { type Console, startConsole } from './console.ts';

/** What the README shows of the console. Drawn anew by UPDATE_PICTURES=1 npx jest test/browser/pictures; then look at them. */
const FOLDER = 'apps/console/pictures';
const PAGES = [
  ['beranda', '/', {}],
  ['beranda-gelap', '/', { scheme: 'dark' }],
  ['aduan', '/aduan/NUMBER', {}],
  ['aduan-ponsel', '/aduan/NUMBER', { width: 390 }],
  ['audit', '/audit', {}],
  ['profil', '/konektor/laporgub/profil', {}],
  ['triase', '/triase', {}],
] as const;
const MOST_BYTES = 400_000;
const WIDTH = 900;
const SETTLED_MS = 1_500;

test('the pictures of the console in the README are there, and light', async () => {
  if (process.env['UPDATE_PICTURES']) await draw();
  const readme = readFileSync('README.md', 'utf8');
  const files = PAGES.map(([name]) => join(FOLDER, `${name}.webp`));
  expect(files.filter((file) => !readme.includes(file))).toEqual([]);
  expect(files.reduce((sum, file) => sum + readFileSync(file).length, 0)).toBeLessThan(MOST_BYTES);
}, 300_000);

async function draw(): Promise<void> {
  const hub = await startConsole({}, { channels: true });
  try {
    const number = await play(hub.world);
    mkdirSync(FOLDER, { recursive: true });
    for (const [name, path, look] of PAGES) {
      const page = await hub.open(path.replace('NUMBER', number), look);
      if (name === 'profil') {
        await page.getByText('Coba kirim').click();
        await page.getByRole('combobox', { name: 'Aduan' }).fill(number);
        await page.keyboard.press('Escape');
        await page.getByRole('button', { name: 'Perlihatkan' }).click();
        await page.getByText('curl -X').waitFor();
      }
      await page.waitForTimeout(SETTLED_MS);
      const picture = sharp(await page.screenshot()).resize({ width: WIDTH, withoutEnlargement: true });
      await picture.webp({ quality: 72 }).toFile(join(FOLDER, `${name}.webp`));
      await page.close();
    }
  } finally {
    await hub.stop();
  }
}

/** A little of everything; the answer is the number of what went to the province and came back. */
async function play(world: Console['world']): Promise<string> {
  const { home, province, pool } = world;
  const id = await home.play('lapor', null, {
    isi: 'Jalan provinsi di depan pasar Bobotsari berlubang dalam dan membahayakan pengendara',
    kewenangan: 'provinsi',
    ruas_jalan: 'Purbalingga - Bobotsari',
    kecamatan: 'Bobotsari',
  });
  for (const isi of [
    'Lampu penerangan jalan mati di Mrebet',
    'Saluran air tersumbat di Kalimanah',
    'Talud longsor di Rembang',
  ])
    await home.play('lapor', null, { isi });
  for (const [n, isi] of [
    'mohon perhatiannya pak, sudah rusak lama di desa Bokol Kemangkon',
    'lampune peteng nang Slinga',
  ].entries())
    await world.platform('whatsapp').play('kirim', null, { nama: `Warga ${n}`, nomor: `6289900020${n}0`, isi });
  const number = await world.numberOf(home, id);
  await world.settled();
  const ticket = await eventually(async () => {
    const { rows } = await pool.query<{ id: string }>(
      `select external_id as id from link where instance = 'laporgub' and external_id is not null`,
    );
    return rows[0]?.id ?? Promise.reject(new Error('The province has not heard of it yet'));
  }, 30_000);
  await province.play('status', ticket, { status: 'Progress', isi: 'Regu sudah di lokasi' });
  await eventually(async () => {
    const waiting = await pool.query(`select from proposal where state = 'waiting'`);
    if (!waiting.rowCount) throw new Error('Nothing waits for triage yet');
  }, 30_000);
  await world.settled();
  return number;
}
