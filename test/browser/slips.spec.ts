import type { Locator, Page } from 'playwright-core';
import { type Console, startConsole } from './console.ts';
import { comeAnew, seedPerson, signedIn, signInElsewhere, signOut, tellPassword } from './people.ts';

let hub: Console;
beforeAll(async () => {
  hub = await startConsole();
}, 180_000);
afterAll(() => hub?.stop());

async function complain(isi: string, telepon = '+6281234500070'): Promise<string> {
  const { home } = hub.world;
  return hub.world.numberOf(home, await home.play('lapor', null, { isi, telepon }));
}

/** Opens an address as an admin who has just signed in; the answer is the e-mail, too. */
async function openAsAdmin(path: string): Promise<{ page: Page; email: string }> {
  const page = await hub.open(path, { signedIn: false });
  const email = await seedPerson(hub.world.pool);
  await comeAnew(page, email);
  await signedIn(page);
  return { page, email };
}

async function decide(page: Page, act: string): Promise<Locator> {
  await page.getByRole('button', { name: 'Tindakan' }).click();
  await page.getByRole('menuitem', { name: act }).click();
  return page.getByRole('dialog');
}

async function pause(page: Page): Promise<Locator> {
  await page.getByRole('button', { name: 'Jeda' }).click();
  return page.getByRole('dialog');
}

test('a page whose file an update has replaced says so, and the way to the others stays open', async () => {
  const page = await hub.open('/konektor');
  const to = (name: string) => page.getByRole('navigation').getByRole('link', { name }).click();
  await page.route('**/assets/**', (route) => route.abort());
  await to('Rekap');
  await page.getByRole('alert').filter({ hasText: 'tidak dapat ditampilkan' }).waitFor();
  await to('Konektor');
  await page.getByRole('heading', { level: 1, name: 'Konektor' }).waitFor();
  await to('Rekap');
  await page.unroute('**/assets/**');
  await page.getByRole('button', { name: 'Muat ulang' }).click();
  await page.getByRole('heading', { level: 1, name: 'Rekap' }).waitFor();
  await page.close();
  // The browser wrote down what it could not load.
  hub.complaints.length = 0;
}, 60_000);

test('who reported one complaint is not shown at another, however one gets there', async () => {
  const first = await complain('Lampu taman di Padamara mati', '+6281234500071');
  const second = await complain('Drainase di Kaligondang mampet', '+6281234500072');
  const { page } = await openAsAdmin(`/aduan/${first}`);
  await page.getByText('Lampu taman').first().waitFor();
  await page.evaluate(`history.pushState(null, '', '/aduan/${second}')`);
  await page.getByText('Drainase').first().waitFor();
  await page.getByRole('button', { name: 'Buka identitas' }).click();
  await page.getByRole('dialog').getByLabel('Alasan').fill('Menelepon pelapor');
  await page.getByRole('dialog').getByRole('button', { name: 'Buka identitas' }).click();
  await page.getByText('+6281234500072').waitFor();
  await page.goBack();
  await page.getByText('Lampu taman').first().waitFor();
  expect(await page.getByText('+6281234500072').count()).toBe(0);
  await page.close();
}, 60_000);

/** An admin's page that is told of nothing by itself, as one that nobody looks at. */
async function openUntold(path: string): Promise<{ page: Page; email: string }> {
  const opened = await openAsAdmin(path);
  await opened.page.route('**/api/v1/stream', (route) => route.abort());
  await opened.page.reload();
  await signedIn(opened.page);
  return opened;
}

test('who has signed in anew in another tab is told so in this one, and the next try is taken', async () => {
  const { page, email } = await openUntold('/konektor/smartdpu');
  await signInElsewhere(page, email);
  const dialog = await pause(page);
  await dialog.getByLabel('Alasan').fill('Pemeliharaan malam ini');
  await dialog.getByRole('button', { name: 'Jeda' }).click();
  await dialog.getByRole('alert').filter({ hasText: 'masuk lagi di tab lain' }).waitFor();
  await dialog.getByRole('button', { name: 'Jeda' }).click();
  await dialog.waitFor({ state: 'detached' });
  await page.getByRole('button', { name: 'Lanjutkan' }).click();
  await page.getByRole('button', { name: 'Jeda' }).waitFor();
  await signInElsewhere(page, email);
  await page.getByRole('button', { name: 'Keluar' }).click();
  await page.getByRole('alert').filter({ hasText: 'Anda masih masuk' }).waitFor();
  await signOut(page);
  await page.close();
}, 60_000);

test('where somebody else has signed in meanwhile, nothing is done in that name before the tab says whose it is', async () => {
  const { page } = await openUntold('/konektor/smartdpu');
  await signInElsewhere(page, await seedPerson(hub.world.pool, { name: 'Tono' }));
  const dialog = await pause(page);
  await dialog.getByLabel('Alasan').fill('Atas nama siapa');
  await dialog.getByRole('button', { name: 'Jeda' }).click();
  await page.getByRole('alert').filter({ hasText: 'Di tab lain Tono sudah masuk' }).waitFor();
  await page.getByRole('link', { name: 'Akun Tono' }).waitFor();
  expect(await dialog.count()).toBe(0);
  await page.getByRole('button', { name: 'Jeda' }).waitFor();
  const { rows } = await hub.world.pool.query(
    `select from audit where outcome = 'pause' and detail = 'Atas nama siapa'`,
  );
  expect(rows).toHaveLength(0);
  await page.close();
}, 60_000);

test('a tab that is looked at again is that of whoever is signed in by now', async () => {
  const { page } = await openUntold('/akun');
  await signInElsewhere(page, await seedPerson(hub.world.pool, { name: 'Tono' }));
  await page.evaluate(`document.dispatchEvent(new Event('visibilitychange'))`);
  await page.getByRole('link', { name: 'Akun Tono' }).waitFor();
  await page.getByRole('alert').filter({ hasText: 'Di tab lain Tono sudah masuk' }).waitFor();
  await signOut(page);
  await page.getByRole('alert').waitFor({ state: 'detached' });
  await signInElsewhere(page, await seedPerson(hub.world.pool, { name: 'Wati' }));
  await page.evaluate(`document.dispatchEvent(new Event('visibilitychange'))`);
  await page.getByRole('link', { name: 'Akun Wati' }).waitFor();
  await page.close();
}, 60_000);

test('a mark that is set while somebody decides about the other one stays', async () => {
  const number = await complain('Dugaan pungutan di kantor desa');
  const page = await hub.open(`/aduan/${number}`);
  const marks = await decide(page, 'Tandai anonim atau rahasia');
  await hub.world.api(`/complaints/${number}/marks`, { method: 'POST', body: { anonim: true } });
  await page.locator('#isi').getByText('Anonim', { exact: true }).waitFor();
  await marks.getByLabel('Rahasia').check();
  await marks.getByLabel('Alasan').fill('Menyangkut nama orang');
  await marks.getByRole('button', { name: 'Tandai' }).click();
  await marks.waitFor({ state: 'detached' });
  const { rows } = await hub.world.pool.query('select anonim, rahasia from complaint where number = $1', [number]);
  expect(rows).toEqual([{ anonim: true, rahasia: true }]);
  await page.close();
}, 60_000);

test('what is typed about a complaint outlives a slip and the session, and is gone once it is sent', async () => {
  const number = await complain('Jembatan bambu di Rembang lapuk');
  const { page, email } = await openAsAdmin(`/aduan/${number}`);
  let dialog = await decide(page, 'Tanggapi');
  const typed = () => dialog.getByLabel('Isi tanggapan').inputValue();
  await dialog.getByLabel('Isi tanggapan').fill('Regu kami sudah ke sana');
  await dialog.getByLabel('Tampil bagi warga').uncheck();
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });
  dialog = await decide(page, 'Tanggapi');
  expect([await typed(), await dialog.getByLabel('Tampil bagi warga').isChecked()]).toEqual([
    'Regu kami sudah ke sana',
    false,
  ]);
  await hub.world.pool.query('delete from session');
  await page.getByRole('heading', { level: 1, name: 'Masuk ke konsol' }).waitFor();
  await tellPassword(page, email);
  dialog = await decide(page, 'Tanggapi');
  expect(await typed()).toBe('Regu kami sudah ke sana');
  await dialog.getByRole('button', { name: 'Tanggapi' }).click();
  await dialog.waitFor({ state: 'detached' });
  dialog = await decide(page, 'Tanggapi');
  expect(await typed()).toBe('');
  await page.close();
}, 60_000);

test('whoever saves over a version that came meanwhile finds it there without a reload', async () => {
  const page = await hub.open('/rute');
  const { body: rules } = await hub.world.api<{ text: string; version: number }>('/routing');
  const editor = page.getByRole('textbox', { name: 'Teks aturan' });
  await editor.click();
  await page.keyboard.press('Control+Home');
  await page.keyboard.type('# dari saya\n');
  await page.getByText('Sah, belum disimpan').waitFor();
  const body = { text: `# dari orang lain\n${rules.text}`, why: 'Lebih dulu', based_on: rules.version };
  await hub.world.api('/routing', { method: 'PUT', body });
  await page.getByRole('button', { name: 'Simpan' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Alasan').fill('Uji coba');
  await dialog.getByRole('button', { name: 'Simpan' }).click();
  await dialog.getByRole('alert').filter({ hasText: 'sudah disimpan sementara itu' }).waitFor();
  await dialog.getByRole('button', { name: 'Batal' }).click();
  await page.getByRole('button', { name: /Buang perubahan dan ambil versi/ }).click();
  await editor.getByText('# dari orang lain').waitFor();
  await page.close();
}, 60_000);

test('a dialog begins without what was refused in the one before', async () => {
  const page = await hub.open('/konektor/smartdpu');
  await page.route('**/pause', (route) => route.abort());
  const dialog = await pause(page);
  await dialog.getByLabel('Alasan').fill('Pemeliharaan malam ini');
  await dialog.getByRole('button', { name: 'Jeda' }).click();
  await dialog.getByRole('alert').waitFor();
  await dialog.getByRole('button', { name: 'Batal' }).click();
  await dialog.waitFor({ state: 'detached' });
  await (await pause(page)).getByLabel('Alasan').waitFor();
  expect(await dialog.getByRole('alert').count()).toBe(0);
  await page.close();
}, 60_000);

test('what was refused, by whomever, is said in words of this language', async () => {
  const page = await hub.open('/rekonsiliasi');
  const begin = async (told: RegExp) => {
    await page.getByRole('button', { name: 'Cocokkan sekarang' }).click();
    await page.getByRole('menuitem', { name: 'SMARTDPU' }).click();
    await page.getByRole('alert').filter({ hasText: told }).waitFor();
  };
  await page.route('**/reconcile', (route) => route.abort());
  await begin(/Simpul tidak dapat dihubungi\. Periksa jaringan/);
  await page.unroute('**/reconcile');
  await page.route('**/reconcile', (route) => route.fulfill({ status: 502, body: '<html>' }));
  await begin(/Simpul tidak dapat dihubungi \(HTTP 502\)/);

  await page.context().clearCookies();
  const door = await hub.open('/akun', { signedIn: false });
  await door.getByLabel('Surel').fill('siti@contoh.test');
  await door.getByLabel('Kata sandi').fill('x'.repeat(201));
  await door.getByRole('button', { name: 'Masuk', exact: true }).click();
  await door.getByRole('alert').filter({ hasText: 'password: paling panjang 200 huruf' }).waitFor();
  await Promise.all([page.close(), door.close()]);
}, 60_000);

test('words that are looked for may be typed with a pause between them', async () => {
  const page = await hub.open('/aduan');
  const field = page.getByLabel('Cari');
  await field.pressSequentially('jembatan ');
  await page.waitForURL(/q=jembatan$/);
  await field.pressSequentially('lapuk');
  expect(await field.inputValue()).toBe('jembatan lapuk');
  await page.close();
}, 60_000);

const NEXT_ROWS = /audit\?.*cursor=/;

/** The audit of an actor who did more than is shown at once. */
async function openSixtyRows(actor: string): Promise<Page> {
  await hub.world.pool.query(
    `insert into audit (hop, actor, outcome, trace_id) select 'system', $1, 'ok', '-' from generate_series(1, 60)`,
    [actor],
  );
  return hub.open(`/audit?actor=${actor}`);
}

test('rows that could not be had are said to be missing, and had by the next try', async () => {
  const page = await openSixtyRows('uji');
  await page.route(NEXT_ROWS, (route) => route.abort());
  await page.getByRole('button', { name: 'Muat lagi' }).click();
  await page.getByRole('alert').filter({ hasText: 'tidak dapat dihubungi' }).waitFor();
  await page.unroute(NEXT_ROWS);
  await page.getByRole('button', { name: 'Muat lagi' }).click();
  await page.getByText('Semua 60 ditampilkan').waitFor();
  expect(await page.getByRole('alert').count()).toBe(0);
  await page.close();
}, 60_000);

test('more rows that are on their way come, whatever happens meanwhile', async () => {
  const page = await openSixtyRows('uji-lain');
  await page.getByText('Langsung: perubahan tampil seketika').waitFor();
  const told = page.waitForRequest(/\/triage\?/);
  const held = Promise.withResolvers<void>();
  await page.route(NEXT_ROWS, async (route) => {
    await held.promise;
    await route.continue();
  });
  await page.getByRole('button', { name: 'Muat lagi' }).click();
  await complain('Gorong-gorong di Bukateja tersumbat');
  await told;
  held.resolve();
  await page.getByText('Semua 60 ditampilkan').waitFor();
  await page.close();
}, 60_000);

test('log-in by the identity provider is told which page was to be opened, and no page is of another host', async () => {
  const page = await hub.open('/akun', { signedIn: false });
  await page.context().clearCookies();
  await page.route('**/session/ways', (route) => route.fulfill({ json: { oidc: true } }));
  await page.goto(`${hub.world.url}/audit?hop=person`);
  const way = page.getByRole('link', { name: 'Masuk lewat penyedia identitas' });
  expect(await way.getAttribute('href')).toBe(`/api/v1/oidc/start?ke=${encodeURIComponent('/audit?hop=person')}`);
  const inside = await hub.open(`/masuk?ke=${encodeURIComponent('/\t/contoh.test/')}`);
  await inside.getByRole('heading', { level: 1, name: 'Beranda' }).waitFor();
  expect(new URL(inside.url()).pathname).toBe('/');
  await Promise.all([page.close(), inside.close()]);
}, 60_000);

test('without a network what is asked for is refused at once, instead of being done when nobody looks any more', async () => {
  const page = await hub.open('/konektor/smartdpu');
  const dialog = await pause(page);
  await dialog.getByLabel('Alasan').fill('Pemeliharaan malam ini');
  await page.context().setOffline(true);
  try {
    await dialog.getByRole('button', { name: 'Jeda' }).click();
    await dialog.getByRole('alert').filter({ hasText: 'Simpul tidak dapat dihubungi' }).waitFor();
  } finally {
    await page.context().setOffline(false);
  }
  await dialog.getByRole('button', { name: 'Jeda' }).click();
  await page.getByRole('button', { name: 'Lanjutkan' }).click();
  await page.getByRole('button', { name: 'Jeda' }).waitFor();
  await page.close();
}, 60_000);

test('a page that a role does not open says so, however one gets there', async () => {
  const page = await hub.open('/akun', { signedIn: false });
  await comeAnew(page, await seedPerson(hub.world.pool, { role: 'admin_opd', opd: 'DLH' }));
  await signedIn(page);
  for (const path of ['/konektor', '/konektor/smartdpu', '/triase']) {
    await page.goto(hub.world.url + path);
    await page.getByText('tidak membuka halaman ini').waitFor();
  }
  await page.close();
}, 60_000);

test('a filter that is saved begins without the name and the refusal of the one before', async () => {
  const { page } = await openAsAdmin('/aduan?rahasia=true');
  const begin = async () => {
    await page.getByRole('button', { name: 'Saringan tersimpan' }).click();
    await page.getByRole('menuitem', { name: 'Simpan saringan ini' }).click();
    return page.getByRole('dialog');
  };
  const views = '**/api/v1/views';
  await page.route(views, (route) => (route.request().method() === 'POST' ? route.abort() : route.continue()));
  const dialog = await begin();
  await dialog.getByLabel('Nama').fill('Yang rahasia');
  await dialog.getByRole('button', { name: 'Simpan' }).click();
  await dialog.getByRole('alert').waitFor();
  await dialog.getByRole('button', { name: 'Batal' }).click();
  await dialog.waitFor({ state: 'detached' });
  await begin();
  expect([await dialog.getByLabel('Nama').inputValue(), await dialog.getByRole('alert').count()]).toEqual(['', 0]);
  await page.close();
}, 60_000);

test('a page that nobody answers any more says so, and that it is answered again', async () => {
  const { page } = await openUntold('/aduan');
  await page.getByText('Tidak langsung: diperbarui berkala').waitFor();
  await page.route('**/api/v1/**', (route) => route.abort());
  await page.getByText('Simpul tidak menjawab').waitFor();
  expect(await page.getByText('diperbarui berkala').count()).toBe(0);
  await page.unroute('**/api/v1/**');
  await page.getByText('diperbarui berkala').waitFor();
  await page.close();
}, 60_000);

test('the browser complained about nothing on the way', () => {
  expect([hub.complaints, hub.foreign]).toEqual([[], []]);
});
