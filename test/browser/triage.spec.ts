import { eventually } from '../setup/world.ts';
import { axe } from './axe.ts';
import { type Console, overflow, startConsole } from './console.ts';

const UNSURE = 'mohon perhatiannya pak, sudah rusak lama di desa Bokol Kemangkon';
const SECRET = 'jalan kabupaten di desa Bokol Kemangkon rusak parah, tolong rahasiakan laporan ini';

/** Longer than a decision takes: what has not begun by then does not begin. */
const SOON_MS = 1_500;

let hub: Console;
let numbers: string[];

beforeAll(async () => {
  hub = await startConsole({}, { channels: true });
  numbers = await seed(hub);
}, 180_000);
afterAll(() => hub?.stop());

/** Three citizens whose words a person has to look at, one after the other; their complaints' numbers in this order. */
async function seed({ world }: Console): Promise<string[]> {
  const waiting = async () => {
    const { rows } = await world.pool.query<{ number: string }>(
      `select c.number from proposal p join complaint c on c.id = p.complaint_id order by p.id`,
    );
    return rows.map(({ number }) => number);
  };
  for (const [n, isi] of [UNSURE, UNSURE, SECRET].entries()) {
    await world.platform('whatsapp').play('kirim', null, {
      nama: `Warga ${n}`,
      nomor: `6289900020${n}0`,
      isi,
      ...(n === 0 && { lokasi: '-7.412,109.373' }),
    });
    await eventually(async () => expect(await waiting()).toHaveLength(n + 1), 30_000);
  }
  return waiting();
}

const decided = async () => {
  const { rows } = await hub.world.pool.query<{ number: string; state: string; category: string | null }>(
    `select c.number, p.state, c.category from proposal p join complaint c on c.id = p.complaint_id
     where p.state <> 'waiting' order by p.decided_at`,
  );
  return rows;
};

test('it fits a telephone, in English and dark, and axe finds nothing', async () => {
  const page = await hub.open('/triase', { language: 'en', scheme: 'dark', width: 360 });
  await page.getByText(numbers[2] ?? '').waitFor();
  expect(await overflow(page)).toBe(0);
  expect(await axe(page)).toEqual([]);
  await page.close();
});

test('what waits for triage stands among what needs a person now, and leads there', async () => {
  const page = await hub.open('/');
  await page.getByText('3 aduan dari saluran belum pasti').waitFor();
  expect(await axe(page)).toEqual([]);
  await page.getByRole('listitem').filter({ hasText: 'belum pasti' }).getByRole('link').click();
  await page.getByRole('heading', { level: 1, name: 'Triase' }).waitFor();
  await page.close();
});

test('a channel shows where its messages go, and offers no new secret: that is made at the platform', async () => {
  const page = await hub.open('/konektor/whatsapp');
  await page.getByText(`${hub.world.url}/webhooks/whatsapp`).waitFor();
  await page.getByText('membalas percakapan').waitFor();
  expect(await page.getByRole('button', { name: 'Ganti rahasia webhook' }).count()).toBe(0);
  await page.close();
});

test('a person sees the words that decided, accepts with one key, corrects with another, and the badge counts down', async () => {
  const page = await hub.open('/triase');
  const cards = page.getByRole('main').getByRole('listitem');
  const badge = page.getByRole('link', { name: /Triase/ });
  await cards.nth(2).waitFor();
  expect(await cards.nth(0).locator('mark').allTextContents()).toEqual(['rusak', 'Bokol', 'Kemangkon']);
  expect(await cards.nth(0).getByRole('img', { name: 'Letak Kecamatan Kemangkon' }).count()).toBe(1);
  expect(await cards.nth(0).textContent()).toContain('Titik -7.41200, 109.37300');
  expect(await cards.nth(2).textContent()).toContain('Minta dilindungi');
  expect(await badge.textContent()).toContain('3');
  expect(await axe(page)).toEqual([]);

  await page.keyboard.press('j');
  const accepted: string[] = [];
  page.on('request', (request) => {
    if (request.url().endsWith('/accept')) accepted.push(request.url());
  });
  await page.keyboard.down('a');
  await page.getByText(`${numbers[1]} diputuskan`).waitFor();
  await eventually(async () => expect(await badge.textContent()).toContain('2'));
  // Held down it says nothing of what comes up next, nor does the second click of a double one.
  await page.keyboard.down('a');
  await page.keyboard.up('a');
  await page.waitForTimeout(SOON_MS);
  const byKey = accepted.length;
  await cards.first().getByRole('button', { name: 'Terima' }).hover();
  await page.mouse.down({ clickCount: 2 });
  await page.mouse.up({ clickCount: 2 });
  await page.waitForTimeout(SOON_MS);
  expect({ byKey, byClick: accepted.length - byKey }).toEqual({ byKey: 1, byClick: 0 });

  await page.keyboard.press('k');
  await page.keyboard.press('c');
  const form = page.getByRole('dialog');
  await form.getByRole('combobox', { name: 'Pokok aduan' }).fill('Penerangan');
  await page.getByRole('option', { name: 'Penerangan jalan umum' }).click();
  expect(await form.getByRole('combobox', { name: 'Lokasi' }).inputValue()).toBe('Bokol, Kemangkon');
  expect(await axe(page)).toEqual([]);
  await form.getByRole('button', { name: 'Simpan pembetulan' }).click();
  await page.getByText(`${numbers[0]} diputuskan`).waitFor();

  await page.keyboard.press('Enter');
  await page.getByText('Tidak ada yang menunggu').waitFor();
  expect(await decided()).toMatchObject([
    { number: numbers[1], state: 'accepted', category: 'road' },
    { number: numbers[0], state: 'corrected', category: 'street_light' },
    { number: numbers[2], state: 'accepted', category: 'road' },
  ]);
  await page.close();
  expect(hub.complaints).toEqual([]);
}, 120_000);
