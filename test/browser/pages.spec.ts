import type { Page } from 'playwright-core';
import { eventually } from '../setup/world.ts';
import { axe } from './axe.ts';
import { type Console, overflow, startConsole } from './console.ts';

const NARROWEST = 360;
let hub: Console;
let number: string;

beforeAll(async () => {
  hub = await startConsole();
  number = await seed(hub);
}, 180_000);
afterAll(() => hub?.stop());

/** One complaint that went to the province. */
async function seed({ world }: Console): Promise<string> {
  const { home } = world;
  const id = await home.play('lapor', null, {
    isi: 'Jalan provinsi di depan pasar Bobotsari berlubang dalam dan membahayakan pengendara motor',
    kewenangan: 'provinsi',
    ruas_jalan: 'Purbalingga - Bobotsari',
  });
  const found = await world.numberOf(home, id);
  await world.settled();
  return found;
}

const PAGES = [
  ['/', 'Beranda'],
  ['/aduan', 'Aduan'],
  ['/triase', 'Triase'],
  ['/rekap', 'Rekap'],
  ['/tertahan', 'Tertahan'],
  ['/konektor', 'Konektor'],
  ['/konektor/laporgub', 'LaporGub Jawa Tengah'],
  ['/konektor/baru', 'Konektor baru'],
  ['/konektor/laporgub/label', 'Kata LaporGub Jawa Tengah'],
  ['/konektor/laporgub/profil', 'Profil LaporGub Jawa Tengah'],
  ['/audit', 'Audit sinkronisasi'],
  ['/rute', 'Aturan rute'],
  ['/rekonsiliasi', 'Rekonsiliasi'],
  ['/pengguna', 'Pengguna'],
  ['/pemberitahuan', 'Pemberitahuan'],
  ['/akun', 'Akun saya'],
  ['/kunci', 'Kunci API'],
] as const;

const shown = async (page: Page): Promise<void> => {
  await eventually(async () => {
    if (
      (await page
        .getByRole('status')
        .filter({ hasText: /^(Memuat|Loading)/ })
        .count()) > 0
    )
      throw new Error('Loading');
  });
};

describe.each(PAGES)('%s', (path, title) => {
  test('is headed by its name and read by everybody: axe finds nothing', async () => {
    const page = await hub.open(path);
    await shown(page);
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe(title);
    expect(await axe(page)).toEqual([]);
    await page.close();
  });

  test('fits a telephone, in English and dark', async () => {
    const page = await hub.open(path, { language: 'en', scheme: 'dark', width: NARROWEST });
    await shown(page);
    expect(await overflow(page)).toBe(0);
    expect(await axe(page)).toEqual([]);
    await page.close();
  });
});

test('a complaint is one story that fits a telephone too', async () => {
  for (const width of [NARROWEST, 1_280]) {
    const page = await hub.open(`/aduan/${number}`, { width });
    await page.getByText('kewenangan-provinsi').first().waitFor();
    expect(await overflow(page)).toBe(0);
    expect(await axe(page)).toEqual([]);
    await page.close();
  }
});

test.each([
  ['/aduan?status=assigned&channel=web', 'Saringan: 2 terpasang', 'Status'],
  ['/audit?hop=person', 'Saringan: 1 terpasang', 'Hasil'],
])('on a telephone the filters of %s fold behind one button that counts them', async (path, title, filter) => {
  const page = await hub.open(path, { width: NARROWEST });
  const button = page.getByRole('button', { name: title });
  const field = page.getByRole('search').getByLabel(filter).first();
  expect(await field.isVisible()).toBe(false);
  await button.click();
  await field.waitFor();
  expect([await button.getAttribute('aria-expanded'), await overflow(page), await axe(page)]).toEqual(['true', 0, []]);
  await page.setViewportSize({ width: 1_280, height: 800 });
  expect([await button.isVisible(), await field.isVisible()]).toEqual([false, true]);
  await page.close();
});

test('an operator with a key comes in where that operator wanted to go', async () => {
  const page = await hub.open('/audit?hop=person', { signedIn: false });
  expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('Masuk ke konsol');
  expect(await axe(page)).toEqual([]);
  await page.getByRole('button', { name: 'Masuk dengan kunci API' }).click();
  await page.getByLabel('Kunci API').fill('bukan-kunci');
  await page.keyboard.press('Enter');
  await page.getByRole('alert').filter({ hasText: 'tidak dikenal' }).waitFor();
  await page.getByLabel('Kunci API').fill('kunci-uji-coba');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: 'Audit sinkronisasi' }).waitFor();
  expect(page.url()).toContain('/audit?hop=person');
  await page.close();
});

test('a key that may read complaints alone comes in too', async () => {
  const body = { name: 'papan pengumuman', scopes: ['complaints.read'] };
  const { key } = (await hub.world.api<{ key: string }>('/keys', { method: 'POST', body })).body;
  const page = await hub.open('/aduan', { signedIn: false });
  await page.getByRole('button', { name: 'Masuk dengan kunci API' }).click();
  await page.getByLabel('Kunci API').fill(key);
  await page.keyboard.press('Enter');
  await page.getByRole('link', { name: number }).waitFor();
  await page.close();
});

test('no page asked another host, and none met a rule of the content policy', () => {
  expect(hub.foreign).toEqual([]);
  expect(hub.complaints).toEqual([]);
});

test.each(['/api/tidak-ada', '/webhooks/x', '/lampiran/x', '/metrics/x', '/assets/hilang.js'])(
  'the console does not answer in place of %s',
  async (path) => {
    const response = await fetch(hub.world.url + path, { headers: { accept: 'text/html' } });
    expect([response.status, (await response.text()).includes('id="console"')]).toEqual([404, false]);
  },
);

test('an address of the console opens it, under a policy that runs no inline script', async () => {
  const response = await fetch(`${hub.world.url}/aduan/apa-saja`, { headers: { accept: 'text/html' } });
  const policy = response.headers.get('content-security-policy') ?? '';
  expect(response.status).toBe(200);
  expect(policy).toContain(`default-src 'none'; script-src 'self';`);
  expect(policy).not.toContain('unsafe');
});
