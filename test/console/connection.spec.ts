import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { eventually, startWorld, type World } from '../setup/world.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld();
}, 120_000);
afterAll(() => world.stop());

const ask = <T = Record<string, unknown>>(method: string, path: string, body?: unknown) =>
  world.api<T>(path, body === undefined ? { method } : { method, body });

interface Step {
  step: string;
  result: string;
  cure: string | null;
}
const tested = async (instance = 'laporgub') =>
  (await ask<{ ok: boolean; message: string; steps: Step[] }>('POST', `/instances/${instance}/test`)).body;
const resultOf = ({ steps }: { steps: Step[] }) => Object.fromEntries(steps.map(({ step, result }) => [step, result]));

test('a connection is tried step by step, each with what was seen', async () => {
  const test_ = await tested();
  expect(test_.ok).toBe(true);
  expect(resultOf(test_)).toEqual({
    name: 'skipped',
    tls: 'skipped',
    authentication: 'ok',
    read: 'ok',
    write: 'skipped',
    webhook: 'ok',
    clock: 'ok',
    rate: 'ok',
  });
  expect(resultOf(await tested('smartdpu'))).toMatchObject({ webhook: 'skipped' });
});

test('the first failure says its cure, and what could not be tried waits for it', async () => {
  const before = (await ask<{ text: string }>('GET', '/instances/laporgub/profile')).body.text;
  const lost = before.replace('base_url: ${LAPORGUB_BASE_URL}', 'base_url: https://tidak-ada.invalid');
  await ask('PUT', '/instances/laporgub/profile', { text: lost, why: 'alamat salah' });
  const test_ = await tested();
  expect(resultOf(test_)).toMatchObject({
    name: 'failed',
    tls: 'skipped',
    authentication: 'skipped',
    read: 'skipped',
    clock: 'skipped',
  });
  expect(test_.steps[0]).toMatchObject({ cure: expect.stringContaining('base_url') });
  await ask('PUT', '/instances/laporgub/profile', { text: before, why: 'alamat benar' });

  await ask('PUT', '/instances/laporgub/secrets', { LAPORGUB_CLIENT_SECRET: 'salah' });
  const refused = await tested();
  expect(resultOf(refused)).toMatchObject({ authentication: 'failed', read: 'skipped' });
  await ask('PUT', '/instances/laporgub/secrets', { LAPORGUB_CLIENT_SECRET: null });
  await ask('POST', '/instances/laporgub/resume');
});

test('labels are counted, and one without a meaning is shown as it was said', async () => {
  const ticket = await world.province.play('turunkan', null, {
    isi: 'Jalan setapak menuju curug longsor dan tidak bisa dilewati',
  });
  await world.numberOf(world.province, ticket);
  await world.province.play('status', ticket, { label: 'Ditinjau Tim' });
  await eventually(async () => {
    const { body } = await ask<{ unmapped: object[] }>('GET', '/instances/laporgub/labels');
    expect(body.unmapped).toEqual([expect.objectContaining({ kind: 'status', label: 'Ditinjau Tim', count: 1 })]);
  });
  const { body } = await ask<Record<string, object[]>>('GET', '/instances/laporgub/labels');
  expect(body['statuses']).toContainEqual(
    expect.objectContaining({ label: 'Disposisi', status: 'assigned', means: 'Didisposisi', count: 1 }),
  );
  expect(body['status_words']).toContainEqual(
    expect.objectContaining({ status: 'rejected', words: { spam: 'Spam', otherwise: 'Tidak Layak' } }),
  );
});

test('a document of the platform is read into proposals, and nothing is applied', async () => {
  const document = {
    openapi: '3.0.0',
    paths: {
      '/v9/aduan': {
        post: {
          summary: 'membuat aduan',
          requestBody: { content: { json: { schema: { properties: { deskripsi: {} } } } } },
        },
      },
    },
  };
  const before = (await ask('GET', '/instances/laporgub/profile')).body;
  const { status, body } = await ask<{ data: object[] }>('POST', '/instances/laporgub/profile/openapi', { document });
  expect(status).toBe(200);
  expect(body.data).toContainEqual(expect.objectContaining({ key: 'requests.create.path', proposed: '/v9/aduan' }));
  expect((await ask('POST', '/instances/laporgub/profile/openapi', { document: 'bukan' })).status).toBe(400);
  expect((await ask('GET', '/instances/laporgub/profile')).body).toEqual(before);
});

test('a draft with a slip is compared with no document: its fault is said with its line', async () => {
  const document = { openapi: '3.0.0', paths: {} };
  const text = 'connector: laporgub\nbase_url: https://contoh.test\nauth: [a';
  const { status, body } = await ask('POST', '/instances/laporgub/profile/openapi', { document, text });
  expect([status, body['faults']]).toEqual([400, [expect.objectContaining({ line: 3 })]]);
});

const routing = async () => (await ask<{ text: string; version: number }>('GET', '/routing')).body;

test('a draft of the rules says which complaints would go elsewhere, and by which rule', async () => {
  const id = await world.home.play('lapor', null, {
    isi: 'Got mampet dan bau di gang dekat pasar hewan',
    kategori: 'drainase',
    kewenangan: 'kabupaten',
    kecamatan: 'Purbalingga',
  });
  const number = await world.numberOf(world.home, id);
  const { text } = await routing();
  const draft = text
    .replace('name: infrastruktur-kabupaten', 'name: infrastruktur-ke-provinsi')
    .replace('    to: smartdpu', '    to: laporgub');
  const { body } = await ask('POST', '/routing/simulate', { text: draft });
  expect(body).toMatchObject({
    moved: 1,
    movements: [{ from: 'smartdpu', to: 'laporgub', rule: 'infrastruktur-ke-provinsi', count: 1 }],
    examples: [{ number, before: { rule: 'infrastruktur-kabupaten' }, after: { rule: 'infrastruktur-ke-provinsi' } }],
  });
  expect((await ask('POST', '/routing/simulate', { text })).body).toMatchObject({ moved: 0 });
});

test('rules are checked, saved as a version and live at once; the old ones come back', async () => {
  const { text, version } = await routing();
  const wrong = text.replace('to: smartdpu', 'to: entah');
  expect((await ask('POST', '/routing/check', { text: wrong })).body).toMatchObject({
    ok: false,
    faults: [{ path: 'rules.4.to' }],
  });
  expect((await ask('PUT', '/routing', { text: wrong, why: 'salah' })).status).toBe(400);
  const saved = await ask('PUT', '/routing', {
    text: text.replace('to: smartdpu', 'to: home'),
    why: 'SMARTDPU belum siap',
  });
  expect(saved.body).toMatchObject({ version: version + 1, source: 'saved' });
  const id = await world.home.play('lapor', null, {
    isi: 'Jembatan kecil di Karanganyar ambrol separuh',
    kategori: 'jembatan',
    kewenangan: 'kabupaten',
    kecamatan: 'Karanganyar',
  });
  const number = await world.numberOf(world.home, id);
  await world.settled();
  expect((await ask('GET', `/complaints/${number}`)).body).toMatchObject({ handler: 'lapor-masbup' });
  expect((await ask('POST', '/routing/rollback', { version, why: 'sudah siap' })).body).toMatchObject({
    version: version + 2,
  });
  expect((await routing()).text).toBe(text);
});

test('a new connection begins from the template of its connector and works without a restart', async () => {
  const { body: template } = await ask<{ text: string; variables: string[] }>(
    'GET',
    '/connectors/smartdpu/template?name=smartdpu-uji',
  );
  expect(template.variables).toEqual(['SMARTDPU_UJI_BASE_URL', 'SMARTDPU_UJI_API_KEY']);
  const request = { name: 'smartdpu-uji', connector: 'smartdpu', why: 'lingkungan uji' };
  const bare = await ask('POST', '/instances', request);
  expect(bare).toMatchObject({
    status: 400,
    body: { faults: expect.arrayContaining([expect.objectContaining({ path: 'base_url' })]) },
  });
  const secrets = { SMARTDPU_UJI_BASE_URL: world.platformUrls['smartdpu'], SMARTDPU_UJI_API_KEY: 'kunci-simulator' };
  const both = await Promise.all([1, 2].map(() => ask('POST', '/instances', { ...request, secrets })));
  expect(new Set(both.map(({ status }) => status))).toEqual(new Set([201, 409]));
  expect(both.find(({ status }) => status === 201)?.body).toMatchObject({ connector: 'smartdpu', state: 'active' });
  expect((await ask('POST', '/instances', request)).status).toBe(409);
  expect((await ask('POST', '/instances', { ...request, name: 'laporgub', connector: 'laporgub' })).status).toBe(409);
  expect((await tested('smartdpu-uji')).ok).toBe(true);
  await eventually(async () => {
    const { body } = await ask<{ polled_at: string | null }>('GET', '/instances/smartdpu-uji');
    expect(body.polled_at).not.toBeNull();
  });
});
