import type { Page } from 'playwright-core';
import { eventually } from '../setup/world.ts';
import { type Console, startConsole } from './console.ts';

/** The server speaks Bahasa Indonesia; who reads the console in English reads what it says in English. */
let hub: Console;
beforeAll(async () => {
  hub = await startConsole();
}, 180_000);
afterAll(() => hub?.stop());

const openEnglish = (path: string): Promise<Page> => hub.open(path, { language: 'en' });

test('a fault of a profile, below the text and at its line', async () => {
  const page = await openEnglish('/konektor/laporgub/profil');
  const editor = page.getByRole('textbox', { name: 'Profile text' });
  await editor.click();
  await page.keyboard.press('Control+Home');
  await page.keyboard.type('salah_ketik: 1\n');
  const faults = page.getByRole('status').filter({ hasText: 'salah_ketik' });
  await faults.getByText('unknown key: remove it or mend its spelling').waitFor();
  await page.locator('.cm-lint-marker-error').first().hover();
  await page.locator('.cm-tooltip-lint').getByText('unknown key').waitFor();
  await page.close();
}, 60_000);

test('the description of a setting in the form', async () => {
  const page = await openEnglish('/konektor/laporgub/profil');
  await page.getByText('Form', { exact: true }).click();
  await page.getByText("The platform's address, without the path of a request").waitFor();
  await page.getByText('The most requests a minute, for all processes').waitFor();
  await page.close();
}, 60_000);

test('why something waits for a person, and the alert about it', async () => {
  const { home, province } = hub.world;
  const id = await home.play('lapor', null, {
    isi: 'Jalan provinsi di depan pasar Bobotsari berlubang dalam dan membahayakan pengendara motor',
    kewenangan: 'provinsi',
    kecamatan: 'Bobotsari',
  });
  await hub.world.numberOf(home, id);
  const ticket = await eventually(() => {
    const [known] = province.cases;
    if (!known) throw new Error('The province has not heard of it yet');
    return known.id;
  });
  await province.play('status', ticket, { label: 'Menunggu Kabar Angin', isi: 'Kata yang tidak dipetakan' });
  const page = await openEnglish('/tertahan');
  await page.getByText('Unknown status of LaporGub Jawa Tengah: "Menunggu Kabar Angin"').first().waitFor();
  await page.goto(`${hub.world.url}/audit?outcome=parked`);
  await page.getByText('Unknown status of LaporGub Jawa Tengah').first().waitFor();
  await page.close();
}, 90_000);

test('a refusal, with the field that is wrong', async () => {
  const page = await openEnglish('/audit?from=kemarin');
  await page.getByText('must be a date (2026-01-31)').waitFor();
  await page.close();
}, 60_000);

test('whoever changes the language reads the same sentence in the other at once', async () => {
  const page = await openEnglish('/tertahan');
  await page.getByText('Unknown status of LaporGub Jawa Tengah').first().waitFor();
  await page.getByText('ID', { exact: true }).click();
  await page.getByText('Status LaporGub Jawa Tengah tidak dikenal').first().waitFor();
  await page.close();
}, 60_000);
