import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { settingsFrom } from './settings.ts';
import { SIMULATORS } from '#connectors/simulators';
import { type RunningSimulators, startSimulators } from './simulators.ts';

const post = (url: string, body: unknown, method: 'POST' | 'PUT' = 'POST'): Promise<Response> =>
  fetch(url, { method, headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });

/** A report as the hub would make it. */
async function report(url: string, reference: string): Promise<number> {
  const body = new FormData();
  body.set('id_pelaporan_luar', reference);
  body.set('jenis', 'jalan_rusak');
  body.set('deskripsi', 'Jalan rekaan <b>berlubang</b> di depan pasar contoh');
  const answer = await fetch(`${url}/api/laporan`, {
    method: 'POST',
    headers: { 'x-api-key': 'kunci-simulator' },
    body,
  });
  return ((await answer.json()) as { data: { id: number } }).data.id;
}

describe('the simulators, run together', () => {
  let running: RunningSimulators;
  let hub: Server;
  const told: string[] = [];
  let api: string;

  beforeAll(async () => {
    hub = createServer((request, response) => {
      told.push(request.url ?? '');
      request.resume().on('end', () => response.writeHead(204).end());
    });
    await new Promise<void>((resolve) => hub.listen(0, '127.0.0.1', resolve));
    running = await startSimulators({ hubUrl: `http://127.0.0.1:${(hub.address() as AddressInfo).port}/` });
    api = `${running.pageUrl}/api/platforms`;
  });
  afterAll(async () => {
    await running.close();
    hub.close();
  });

  test('every platform listens on its own address and is listed', async () => {
    const listed = (await (await fetch(api)).json()) as { name: string; url: string }[];
    expect(listed.map(({ name }) => name)).toEqual(Object.keys(SIMULATORS));
    expect(new Set(listed.map(({ url }) => url)).size).toBe(listed.length);
    expect(listed.map(({ url }) => url)).toEqual(Object.values(running.urls));
  });

  test('an officer of SMARTDPU is played over HTTP, and the change feed tells it', async () => {
    const id = await report(running.urls['smartdpu'] ?? '', 'SA-2026-000001');
    const played = await post(`${api}/smartdpu/cases/${id}/plays/status`, {
      status: 'Survei',
      isi: 'Petugas ke lokasi',
    });
    expect([played.status, await played.json()]).toEqual([201, { caseId: String(id) }]);
    const cases = (await (await fetch(`${api}/smartdpu/cases`)).json()) as { status: string; lines: string[] }[];
    expect(cases[0]).toMatchObject({ status: 'Survei' });
    expect(cases[0]?.lines.at(-1)).toContain('Petugas ke lokasi');
  });

  test('a citizen files a complaint at home, and the hub is told by webhook', async () => {
    const { plays } = (await (await fetch(`${api}/lapor-masbup`)).json()) as {
      plays: { name: string; onCase: boolean; fields: { name: string; options?: string[]; required?: boolean }[] }[];
    };
    const play = plays.find(({ onCase }) => !onCase);
    const needed = play?.fields.filter(({ required }) => required) ?? [];
    const input = Object.fromEntries(needed.map(({ name, options }) => [name, options?.[0] ?? 'rekaan']));
    expect((await post(`${api}/lapor-masbup/plays/${play?.name}`, input)).status).toBe(201);
    const until = Date.now() + 5_000;
    while (told.length === 0 && Date.now() < until) await new Promise((resolve) => setTimeout(resolve, 10));
    expect(told[0]).toBe('/webhooks/lapor-masbup');
  });

  test.each([
    ['an unknown platform', 'entah/plays/lapor', {}, 404],
    ['an unknown play', 'smartdpu/plays/entah', {}, 404],
    ['a play on a case that is not there', 'smartdpu/cases/1/plays/komentar', { isi: 'halo' }, 400],
    ['a play without what it needs', 'smartdpu/cases/8800/plays/komentar', { isi: ' ' }, 400],
  ])('%s is refused with a problem', async (_name, path, body, status) => {
    const answer = await post(`${api}/${path}`, body);
    expect([answer.status, answer.headers.get('content-type')]).toEqual([status, 'application/problem+json']);
  });

  test('a fault switch is flipped, strikes and is used up', async () => {
    const url = `${api}/smartdpu/faults`;
    expect(await (await post(url, { error500: 1, 'webhook.drop': { rate: 0.25 } }, 'PUT')).json()).toMatchObject({
      error500: 1,
      'webhook.drop': { rate: 0.25 },
    });
    expect((await fetch(`${running.urls['smartdpu']}/api/laporan/1`)).status).toBe(500);
    expect(await (await fetch(url)).json()).toMatchObject({ error500: 0 });
    expect((await post(url, { error500: 3, entah: 1 }, 'PUT')).status).toBe(400);
    expect(await (await fetch(url)).json()).toMatchObject({ error500: 0 });
  });

  test('the page says that it is a simulator, shows the case escaped and works without script', async () => {
    const id = await report(running.urls['smartdpu'] ?? '', 'SA-2026-000002');
    const shown = await fetch(`${running.pageUrl}/?platform=smartdpu&aduan=${id}`);
    const text = await shown.text();
    expect(text).toContain('SIMULATOR, bukan antarmuka resmi');
    expect(text).toContain('&#60;b&#62;berlubang&#60;/b&#62;');
    expect(text).not.toContain('<b>berlubang');
    const [, action = ''] = /action="(\/api\/platforms\/smartdpu\/cases\/[^"]+komentar)"/.exec(text) ?? [];
    const posted = await fetch(running.pageUrl + action, {
      method: 'POST',
      body: new URLSearchParams({ isi: 'Sedang kami cek' }),
      redirect: 'manual',
    });
    expect([posted.status, posted.headers.get('location')]).toEqual([303, `/?platform=smartdpu&aduan=${id}`]);
  });
});

test('ports come from the environment, with a sentence where one is no port', () => {
  expect(settingsFrom({ SIMULATOR_LAPOR_MASBUP_PORT: '5010' })).toEqual({
    hubUrl: 'http://127.0.0.1:3000',
    ports: {
      page: 4000,
      'lapor-masbup': 5010,
      laporgub: 4020,
      smartdpu: 4030,
      whatsapp: 4040,
      instagram: 4050,
      facebook: 4060,
      tiktok: 4070,
    },
  });
  expect(() => settingsFrom({ SIMULATOR_PORT: 'empat' })).toThrow('SIMULATOR_PORT bukan nomor port');
});
