import { type Console, startConsole } from './console.ts';

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
