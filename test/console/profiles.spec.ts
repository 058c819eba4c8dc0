import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { eventually, startWorld, type World } from '../setup/world.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld();
}, 120_000);
afterAll(() => world.stop());

const PROVINCE = '/instances/laporgub';
const ask = <T = Record<string, unknown>>(method: string, path: string, body?: unknown) =>
  world.api<T>(path, body === undefined ? { method } : { method, body });

const PATH = (path: string): unknown => expect.objectContaining({ path });

interface Version {
  version: number;
  text: string;
}
const live = async () => (await ask<Version>('GET', `${PROVINCE}/profile`)).body;
const save = (text: string, why = 'uji coba', more: object = {}) =>
  ask<Version>('PUT', `${PROVINCE}/profile`, { text, why, ...more });

test('the profile is the text of the file, with its secrets as variables', async () => {
  const profile = await live();
  expect(profile).toMatchObject({
    instance: 'laporgub',
    version: 1,
    source: 'file',
    saved_by: 'hub',
    file: { path: 'config/connectors/laporgub.yaml', same: true, changed: false, difference: { diff: '' } },
  });
  expect(profile.text).toContain('client_secret: ${LAPORGUB_CLIENT_SECRET}');
  expect(JSON.stringify(profile)).not.toContain('rahasia-simulator');
});

test('a text is checked as a whole: each fault with its line, its column and what to do', async () => {
  const { text } = await live();
  const wrong = text
    .replace('path: /oauth/token', 'path: oauth')
    .replace('every: 30s', 'every: sering')
    .replace('isi_aduan: text', "isi_aduan: 'text &'");
  const { status, body } = await ask<{ ok: boolean; faults: object[] }>('POST', `${PROVINCE}/profile/check`, {
    text: wrong.replace('title:', 'judul:'),
  });
  const line = (part: string) => 1 + wrong.split('\n').findIndex((each) => each.includes(part));
  expect([status, body.ok]).toEqual([200, false]);
  expect(body.faults).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ path: 'poll.every', line: line('sering'), column: 9 }),
      expect.objectContaining({ path: 'requests.create.body.isi_aduan', line: line('text &'), column: 7 }),
      expect.objectContaining({ message: 'kunci title wajib diisi' }),
      expect.objectContaining({ path: 'judul' }),
    ]),
  );
  expect((await ask('POST', `${PROVINCE}/profile/check`, { text })).body).toEqual({ ok: true, faults: [] });
});

test('the schema names what this connector needs', async () => {
  const { body } = await ask<{ properties: Record<string, object> }>('GET', `${PROVINCE}/profile/schema`);
  expect(body.properties['requests']).toMatchObject({ required: expect.arrayContaining(['create', 'list']) });
  expect(body.properties['pages']).toMatchObject({ type: 'object' });
});

const MESSAGE = {
  event: 'aduan.disposisi',
  tiket: 'LGWP00000001',
  waktu: '2026-11-20T08:00:00+07:00',
  aduan: {
    tiket: 'LGWP00000001',
    isi_aduan: 'Lampu jalan di depan pasar Bobotsari padam sejak pekan lalu',
    kategori: 'Pendidikan',
    jenis: 'publik',
    anonim: false,
    pelapor: { nama: 'Siti Rahayu', telepon: '081234567890' },
    status: 'Disposisi',
    created_at: '2026-11-20T07:00:00+07:00',
    updated_at: '2026-11-20T08:00:00+07:00',
    lampiran: [],
    tindak_lanjut: [],
  },
};

test('a message is tried: its events, the complaint it becomes and where that goes; nothing is kept', async () => {
  const { body } = await ask<Record<string, object[]>>('POST', `${PROVINCE}/profile/dry-run`, { payload: MESSAGE });
  expect(body).toMatchObject({
    faults: [],
    failure: null,
    problems: [],
    cases: [
      {
        external_id: 'LGWP00000001',
        is_new: true,
        complaint: { status: 'received', category: 'education', origin: 'laporgub', handler: 'lapor-masbup' },
        decision: { to: null, rule: 'tetap-di-rumah' },
      },
    ],
  });
  expect(body['events']?.[0]).toMatchObject({
    effect: 'applied',
    reporter: ['name', 'phone'],
    targets: ['lapor-masbup'],
  });
  expect(JSON.stringify(body)).not.toMatch(/Siti|8123456/);
  expect((await world.pool.query('select from complaint')).rowCount).toBe(0);
});

test('a draft reads the same message otherwise, and says what it can not read', async () => {
  const { text } = await live();
  const draft = text
    .replace('Pendidikan: education', 'Pendidikan: health')
    .replace('    Disposisi: { status: assigned }\n', '');
  const { body } = await ask('POST', `${PROVINCE}/profile/dry-run`, { text: draft, payload: MESSAGE });
  expect(body).toMatchObject({
    cases: [{ complaint: { category: 'health' } }],
    problems: [{ code: 'unknown_label', label: 'Disposisi' }],
  });
  const broken = await ask('POST', `${PROVINCE}/profile/dry-run`, { payload: '{"event":' });
  expect(broken.body).toMatchObject({ failure: { failure: 'malformed' }, events: [] });
  const faulty = await ask('POST', `${PROVINCE}/profile/dry-run`, { text: 'connector: laporgub', payload: MESSAGE });
  expect(faulty.body).toMatchObject({ faults: expect.arrayContaining([expect.objectContaining({ line: 1 })]) });
});

test('a message that came before is tried again from what was kept of it', async () => {
  const ticket = await world.province.play('turunkan', null, {
    isi: 'Jembatan Kali Klawing retak di sisi timur dekat desa',
  });
  await world.numberOf(world.province, ticket);
  const { body } = await ask<{ data: { id: string; external_id: string }[] }>('GET', `${PROVINCE}/messages`);
  const message = body.data.find((each) => each.external_id === ticket);
  const { body: seen } = await ask('POST', `${PROVINCE}/profile/dry-run`, { inbox_id: message?.id });
  expect(seen).toMatchObject({ cases: [{ external_id: ticket, is_new: false }] });
});

test('no text brings the reporter of a kept message into a trial', async () => {
  const ticket = await world.province.play('turunkan', null, {
    isi: 'Tebing di Karangmoncol longsor dan menutup jalan desa',
    nama: 'Ratih Contoh',
    telepon: '081299887766',
  });
  await world.numberOf(world.province, ticket);
  const { body } = await ask<{ data: { id: string; external_id: string }[] }>('GET', `${PROVINCE}/messages`);
  const message = body.data.find((each) => each.external_id === ticket);
  const { text } = await live();
  const curious = text.replace(
    'text: isi_aduan\n    category',
    `text: 'isi_aduan & pelapor.nama & $substring(pelapor.telepon, 3)'\n    category`,
  );
  expect(curious).not.toBe(text);
  const seen = await ask('POST', `${PROVINCE}/profile/dry-run`, { inbox_id: message?.id, text: curious });
  expect(seen.body['faults']).toEqual([]);
  expect(JSON.stringify(seen.body)).toContain('menutup jalan desaNama Pelapor');
  expect(JSON.stringify(seen.body)).not.toMatch(/Ratih|99887766/);
});

const provincial = async (): Promise<string> => {
  const id = await world.home.play('lapor', null, {
    isi: 'Jalan raya Purbalingga Bobotsari berlubang besar dan dalam, mohon segera diperbaiki',
    kategori: 'perbaikan-jalan',
    kecamatan: 'Bobotsari',
    kewenangan: 'provinsi',
    nama: 'Siti Rahayu',
    telepon: '+6281234567890',
  });
  const number = await world.numberOf(world.home, id);
  await world.settled();
  return number;
};

test('what would be said of a complaint is shown exactly, as curl too, and nobody is named', async () => {
  const complaint = await provincial();
  const writes = world.province.writes.length;
  const { body } = await ask<{ request: { body: string; curl: string; url: string } }>(
    'POST',
    `${PROVINCE}/profile/preview`,
    {
      complaint,
      kind: 'opened',
    },
  );
  expect(body).toMatchObject({
    faults: [],
    note: null,
    request: { method: 'POST', headers: { authorization: '***' } },
  });
  expect(JSON.parse(body.request.body)).toMatchObject({
    nomor_referensi: complaint,
    isi_aduan: expect.stringContaining('Purbalingga Bobotsari'),
  });
  expect(body.request.curl).toMatch(/^curl -X POST 'http:.*\/api\/integrasi\/v1\/aduan' \\\n/);
  const { text } = await live();
  const draft = text.replace('path: /api/integrasi/v1/aduan\n    body:', 'path: /v2/laporan\n    body:');
  const other = await ask('POST', `${PROVINCE}/profile/preview`, { text: draft, complaint, kind: 'opened' });
  expect(other.body).toMatchObject({ request: { url: `${world.platformUrls['laporgub']}/v2/laporan` } });
  expect(world.province.writes).toHaveLength(writes);
});

test('no expression of a profile brings a secret or a person into a preview', async () => {
  const complaint = await provincial();
  const { text } = await live();
  const curious = text
    .replace('isi_aduan: text', `isi_aduan: 'text & " \${LAPORGUB_CLIENT_SECRET} " & reporter.name & reporter.phone'`)
    .replace('anonim: marks.anonim\n', 'anonim: \'"${HUB_SECRET_KEY:-tidak ada}"\'\n');
  const { body } = await ask('POST', `${PROVINCE}/profile/preview`, { text: curious, complaint, kind: 'opened' });
  expect(JSON.stringify(body)).toContain('tidak ada');
  expect(JSON.stringify(body)).not.toMatch(/rahasia-simulator|kunci-rahasia|\+628[1-9]/);
});

test('no text brings a secret into a trial, however it is turned', async () => {
  const complaint = await provincial();
  const { text } = await live();
  const { body: read } = await ask('POST', `${PROVINCE}/profile/dry-run`, {
    text: text.replace(
      'text: isi_aduan\n    category',
      `text: '"kata " & "\${LAPORGUB_WEBHOOK_SECRET}"'\n    category`,
    ),
    payload: MESSAGE,
  });
  expect(JSON.stringify(read)).toContain('kata contohrahasia');
  const { body: said } = await ask('POST', `${PROVINCE}/profile/preview`, {
    text: text
      .replace('isi_aduan: text', `isi_aduan: '$base64encode("\${LAPORGUB_CLIENT_SECRET}")'`)
      .replace('base_url: ${LAPORGUB_BASE_URL}', 'base_url: "http://127.0.0.1:9/${LAPORGUB_CLIENT_SECRET}"'),
    complaint,
    kind: 'opened',
  });
  expect(said).toMatchObject({ request: { url: expect.stringContaining('127.0.0.1:9/***') } });
  const base64 = Buffer.from('rahasia-simulator').toString('base64').slice(0, 20);
  expect(JSON.stringify([read, said])).not.toMatch(/rahasia-(simulator|webhook)/);
  expect(JSON.stringify(said)).not.toContain(base64);
});

test('a version is saved with who and why, and is live at once', async () => {
  const { text, version } = await live();
  const saved = await save(
    text.replace('    Spam: { status: rejected', '    Sampah: { status: rejected'),
    'kata baru dari dokumen',
  );
  expect([saved.status, saved.body]).toMatchObject([
    200,
    {
      version: version + 1,
      source: 'saved',
      why: 'kata baru dari dokumen',
      saved_by: expect.stringMatching(/^kunci-api:/),
    },
  ]);
  const payload = { ...MESSAGE, event: 'aduan.status', status: 'Sampah' };
  expect((await ask('POST', `${PROVINCE}/profile/dry-run`, { payload })).body).toMatchObject({
    problems: [],
    events: [{ event: { label: 'Sampah', status: 'rejected' } }],
  });
  expect(await live()).toMatchObject({
    source: 'saved',
    file: {
      same: false,
      changed: false,
      difference: { added: 1, removed: 1, diff: expect.stringContaining('+    Sampah:') },
    },
  });
  const { rows } = await world.pool.query(
    `select outcome, detail from audit where event_type = 'configuration' order by id desc limit 1`,
  );
  expect(rows[0]).toEqual({ outcome: 'save', detail: `versi ${version + 1}: kata baru dari dokumen` });
});

test('a text with faults is refused with all of them, and nothing changes', async () => {
  const { text, version } = await live();
  const refused = await save(
    text.replace('every: 30s', 'every: sering').replace('scheme: hmac_sha256', 'scheme: lain'),
  );
  expect(refused).toMatchObject({
    status: 400,
    body: { faults: expect.arrayContaining([PATH('poll.every'), PATH('webhook.signature.scheme')]) },
  });
  expect((await save(text.replace('connector: laporgub', 'connector: smartdpu'))).status).toBe(400);
  expect((await live()).version).toBe(version);
});

test('who saves over a version that was not seen is told so', async () => {
  const { text, version } = await live();
  expect((await save(`${text}\n# satu`, 'yang pertama', { based_on: version })).status).toBe(200);
  expect((await save(`${text}\n# dua`, 'yang kedua', { based_on: version })).status).toBe(409);
});

test('who goes back behind a version that was not seen is told so', async () => {
  const { text, version } = await live();
  await save(`${text}\n# tiga`, 'yang ketiga');
  const back = { version: 1, why: 'kembali', based_on: version };
  expect((await ask('POST', `${PROVINCE}/profile/rollback`, back)).status).toBe(409);
});

test('versions are listed and compared, and an old one comes back as a new one', async () => {
  const { version, text } = await live();
  const back = await ask('POST', `${PROVINCE}/profile/rollback`, { version: 1, why: 'kembali ke berkas' });
  expect(back.body).toMatchObject({ version: version + 1, source: 'rollback' });
  const { body } = await ask<{ data: Version[] }>('GET', `${PROVINCE}/profile/versions`);
  expect(body.data.map((each) => each.version)).toEqual(
    Array.from({ length: version + 1 }, (_none, index) => version + 1 - index),
  );
  expect((await ask('GET', `${PROVINCE}/profile/versions/${version}`)).body).toMatchObject({ text });
  const { body: difference } = await ask('GET', `${PROVINCE}/profile/difference?from=${version}&to=${version + 1}`);
  expect(difference).toMatchObject({ removed: expect.any(Number), diff: expect.stringContaining('-    Sampah:') });
  expect((await ask('POST', `${PROVINCE}/profile/rollback`, { version: 99, why: 'tidak ada' })).status).toBe(404);
});

test('what was parked under the old profile goes through under the new one', async () => {
  const id = await provincial();
  const { rows } = await world.pool.query<{ external_id: string }>(
    `select external_id from link join complaint c on c.id = complaint_id where number = $1 and instance = 'laporgub'`,
    [id],
  );
  const ticket = String(rows[0]?.external_id);
  const { text } = await live();
  await save(text.replace('    Progress: { status: in_progress }\n', ''), 'label hilang');
  await world.province.play('status', ticket, { status: 'Progress', isi: 'Sedang dikerjakan' });
  await eventually(async () => {
    const { body } = await ask<{ data: object[] }>('GET', '/parked?instance=laporgub');
    expect(body.data).not.toHaveLength(0);
  });
  await save(text, 'label dipetakan lagi');
  const { body } = await ask<{ count: number }>('POST', `${PROVINCE}/profile/replay`);
  expect(body.count).toBeGreaterThan(0);
  await eventually(async () => {
    const { body: complaint } = await ask('GET', `/complaints/${id}`);
    expect(complaint).toMatchObject({ status: 'in_progress' });
  });
});

test('a saved secret overrides the environment, and can not be read again', async () => {
  await ask('PUT', `${PROVINCE}/secrets`, { LAPORGUB_CLIENT_SECRET: 'salah-sekali' });
  const secrets = (await ask<{ data: { name: string }[] }>('GET', `${PROVINCE}/secrets`)).body;
  expect(secrets.data).toContainEqual(expect.objectContaining({ name: 'LAPORGUB_CLIENT_SECRET', origin: 'saved' }));
  expect(secrets.data).toContainEqual(expect.objectContaining({ name: 'LAPORGUB_CLIENT_ID', origin: 'environment' }));
  expect(JSON.stringify(secrets)).not.toContain('salah-sekali');
  const { rows } = await world.pool.query<{ value: Buffer }>('select value from secret');
  expect(rows[0]?.value.includes('salah-sekali')).toBe(false);
  expect((await ask('POST', `${PROVINCE}/test`)).body).toMatchObject({ ok: false });
  await ask('PUT', `${PROVINCE}/secrets`, { LAPORGUB_CLIENT_SECRET: null });
  await ask('POST', `${PROVINCE}/resume`);
  expect((await ask('POST', `${PROVINCE}/test`)).body).toMatchObject({ ok: true });
  const refused = await ask('PUT', `${PROVINCE}/secrets`, { LAPORGUB_BASE_URL: 'bukan alamat' });
  expect(refused).toMatchObject({ status: 400, body: { faults: [{ path: 'base_url' }] } });
});

test('a webhook secret is changed without losing a message: the old one counts for a while', async () => {
  const { body } = await ask<{ secret: string; name: string }>('POST', `${PROVINCE}/webhook-secret`, { overlap: '1h' });
  expect(body).toMatchObject({ name: 'LAPORGUB_WEBHOOK_SECRET', secret: expect.stringMatching(/^[0-9a-f]{64}$/) });
  const { createHmac } = await import('node:crypto');
  let sent = 0;
  const send = async (secret: string) => {
    const serial = (sent += 1);
    const payload = JSON.stringify({ ...MESSAGE, uji: serial });
    const headers = {
      'content-type': 'application/json',
      'x-laporgub-signature': `sha256=${createHmac('sha256', secret).update(payload).digest('hex')}`,
      'x-laporgub-delivery': `uji-${serial}`,
    };
    return (await fetch(`${world.url}/webhooks/laporgub`, { method: 'POST', headers, body: payload })).status;
  };
  expect(await send(body.secret)).toBe(202);
  expect(await send('rahasia-webhook-laporgub')).toBe(202);
  expect(await send('rahasia-lain')).toBe(401);
  // Two at once, and none of them told the platform yet.
  const again = await Promise.all(
    [1, 2].map(() => ask<{ secret: string }>('POST', `${PROVINCE}/webhook-secret`, { overlap: '1h' })),
  );
  const all = [...again.map((each) => each.body.secret), body.secret, 'rahasia-webhook-laporgub'];
  expect(await Promise.all(all.map((secret) => send(secret)))).toEqual([202, 202, 202, 202]);
  await world.pool.query(`update secret set previous_until = now() where name = 'LAPORGUB_WEBHOOK_SECRET'`);
  await sleep(100);
  await eventually(async () => expect(await send('rahasia-webhook-laporgub')).toBe(401));
  await ask('PUT', `${PROVINCE}/secrets`, { LAPORGUB_WEBHOOK_SECRET: null });
});
