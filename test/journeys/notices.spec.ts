import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { SMTPServer } from 'smtp-server';
import { verifierOf, type WebhookProfile } from '#connector';
import { freePort } from '#store/embedded';
import { eventually, startWorld, type World } from '../setup/world.ts';

interface Letter {
  to: string[];
  text: string;
}

let world: World;
let post: SMTPServer;
let desk: Server;
const letters: Letter[] = [];
const heard: { headers: IncomingHttpHeaders; body: Buffer }[] = [];

/** As it was written: long lines travel in pieces. */
const unfolded = (letter: Buffer): string => letter.toString().replaceAll(/=\r?\n/g, '');

const portOf = (server: { address(): unknown }): number => (server.address() as AddressInfo).port;

beforeAll(async () => {
  post = new SMTPServer({
    authOptional: false,
    disabledCommands: ['STARTTLS'],
    onAuth: ({ username, password }, _session, done) =>
      username === 'simpul' && password === 'sandi-surel' ? done(null, { user: username }) : done(new Error('salah')),
    onData: (stream, { envelope }, done) => {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        letters.push({ to: envelope.rcptTo.map(({ address }) => address), text: unfolded(Buffer.concat(chunks)) });
        done();
      });
    },
  });
  await new Promise<void>((resolve) => post.listen(0, '127.0.0.1', resolve));
  desk = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      heard.push({ headers: request.headers, body: Buffer.concat(chunks) });
      response.writeHead(204).end();
    });
  });
  await new Promise<void>((resolve) => desk.listen(0, '127.0.0.1', resolve));
  world = await startWorld({
    SMTP_URL: `smtp://simpul:sandi-surel@127.0.0.1:${portOf(post.server)}`,
    SMTP_FROM: 'Simpul Aduan <aduan@contoh.test>',
    HUB_ALERT_EVERY: '200ms',
  });
});
afterAll(async () => {
  await world?.stop();
  post.close();
  desk.closeAllConnections();
  desk.close();
});

interface Made {
  id: string;
  secret: string | null;
}
const make = async (body: object): Promise<Made> =>
  (await world.api<Made>('/alert-channels', { method: 'POST', body })).body;
const change = (id: string, body: object) => world.api(`/alert-channels/${id}`, { method: 'PATCH', body });
const remove = (id: string) => world.api(`/alert-channels/${id}`, { method: 'DELETE' });
const byMail = (more: object = {}) => ({ kind: 'email', name: 'Jaga', target: 'jaga@contoh.test', ...more });
const pause = (name: string) => world.api(`/instances/${name}/pause`, { method: 'POST', body: { reason: 'uji jeda' } });
const resume = (name: string) => world.api(`/instances/${name}/resume`, { method: 'POST' });
/** The alerts' ends are told too: a test begins when those of the one before are over. */
const calm = () =>
  eventually(async () => {
    expect((await world.api<{ data: object[] }>('/alerts?open=true')).body.data).toEqual([]);
  });
beforeEach(calm);
const told = (text: string) =>
  eventually(() => {
    const found = letters.find((letter) => letter.text.includes(text));
    if (!found) throw new Error(`No letter says ${text}`);
    return Promise.resolve(found);
  });
/** All of today but for the minute before now. */
const quietNow = () => {
  const clock = (at: number) => new Date(at + 7 * 3_600_000).toISOString().slice(11, 16);
  return { quiet_from: clock(Date.now() - 60_000), quiet_to: clock(Date.now() - 120_000) };
};

test('an alert reaches every address by e-mail, and its end as well', async () => {
  const { id, secret } = await make(byMail({ target: 'jaga@contoh.test, kepala@contoh.test' }));
  expect(secret).toBeNull();
  await pause('smartdpu');
  const letter = await told('[Simpul Aduan] Peringatan: SMARTDPU');
  expect(letter.to).toEqual(['jaga@contoh.test', 'kepala@contoh.test']);
  expect(letter.text).toContain(`${world.url}/pemberitahuan`);
  await resume('smartdpu');
  await told('[Simpul Aduan] Berakhir: SMARTDPU');
  await remove(id);
}, 60_000);

test('a webhook is signed with the secret that was shown once, and is told of its kinds alone', async () => {
  const target = `http://127.0.0.1:${portOf(desk)}/simpul`;
  const { id, secret } = await make({ kind: 'webhook', name: 'Ruang jaga', target, kinds: ['label_unmapped'] });
  const other = await make({ kind: 'webhook', name: 'Semua', target: `${target}?semua` });
  const { rows } = await world.pool.query('select * from alert_channel');
  const kept = (rows as { secret: Buffer | null }[]).map((row) => row.secret?.toString('latin1') ?? '');
  expect(kept.join()).not.toContain(secret);
  expect(JSON.stringify((await world.api('/alert-channels')).body)).not.toContain(secret);
  await pause('laporgub');
  await eventually(() => expect(heard).toHaveLength(1));
  expect(JSON.parse(heard[0]?.body.toString() ?? '')).toMatchObject({
    type: 'alert.opened',
    data: { kind: 'instance_paused', instance: 'laporgub', title: 'LaporGub Jawa Tengah' },
  });
  const signature = {
    scheme: 'standard_webhooks',
    id_header: 'webhook-id',
    timestamp_header: 'webhook-timestamp',
    signature_header: 'webhook-signature',
    toleranceMs: 60_000,
  };
  const check = (by: string | null) =>
    verifierOf({ signature: { ...signature, secret: by } as WebhookProfile['signature'] }, () => new Date());
  const message = { headers: heard[0]?.headers as Record<string, string>, body: heard[0]?.body ?? Buffer.alloc(0) };
  expect(() => check(other.secret)(message)).not.toThrow();
  expect(() => check(secret)(message)).toThrow();
  await Promise.all([remove(id), remove(other.id)]);
  await resume('laporgub');
}, 60_000);

test('in quiet times what is not urgent is held, and told together when they are over', async () => {
  letters.length = 0;
  const { id } = await make(byMail({ ...quietNow(), target: 'tenang@contoh.test' }));
  await world.pool.query(
    `insert into inbox (instance, delivery_id, kind, body, body_hash, state, code, reason, trace_id)
     select 'laporgub', 'uji-' || n, 'webhook', '', '', 'parked',
            case n when 1 then 'unknown_label' else 'malformed' end, 'uji ' || n, 'uji'
     from generate_series(1, 2) as n`,
  );
  await pause('smartdpu');
  await told('[Simpul Aduan] Peringatan: SMARTDPU');
  await eventually(async () => {
    expect((await world.pool.query('select from alert_held')).rowCount).toBe(2);
  });
  await sleep(1_000);
  expect(letters).toHaveLength(1);
  await world.pool.query(`delete from inbox where delivery_id = 'uji-1'`);
  await eventually(async () => {
    expect((await world.pool.query('select from alert_held')).rowCount).toBe(3);
  });
  await change(id, { quiet_from: null, quiet_to: null });
  const digest = await told('2 pemberitahuan dari waktu tenang');
  expect(digest.text.match(/Peringatan: /g)).toHaveLength(1);
  expect(digest.text.match(/Berakhir: /g)).toHaveLength(1);
  expect(letters).toHaveLength(2);
  await remove(id);
  await world.pool.query(`delete from inbox where delivery_id = 'uji-2'`);
  await resume('smartdpu');
}, 60_000);

test('the test button says whether the receiver took it, and what was wrong', async () => {
  const mail = await make(byMail({ target: 'uji@contoh.test' }));
  const { body } = await world.api(`/alert-channels/${mail.id}/test`, { method: 'POST' });
  expect(body).toEqual({ ok: true, fault: null });
  await told('Ini percobaan saluran Jaga');
  const away = await make({ kind: 'webhook', name: 'Pergi', target: `http://127.0.0.1:${await freePort()}/x` });
  const { body: failed } = await world.api(`/alert-channels/${away.id}/test`, { method: 'POST' });
  expect(failed).toEqual({ ok: false, fault: 'ECONNREFUSED' });
  await Promise.all([remove(mail.id), remove(away.id)]);
}, 60_000);

test.each([
  ['no address', { kind: 'webhook', target: 'ruang jaga' }],
  ['a file', { kind: 'webhook', target: 'file:///etc/passwd' }],
  ['no e-mail', { kind: 'email', target: 'jaga' }],
  ['a second line in an e-mail', { kind: 'email', target: 'jaga@contoh.test\r\nBcc: x@contoh.test' }],
  ['half a quiet time', { kind: 'email', target: 'jaga@contoh.test', quiet_from: '21:00' }],
  ['no time of the day', { kind: 'email', target: 'jaga@contoh.test', quiet_from: '25:00', quiet_to: '06:00' }],
  ['a kind that nobody knows', { kind: 'email', target: 'jaga@contoh.test', kinds: ['semua'] }],
])('a channel with %s is refused', async (_what, body) => {
  expect((await world.api('/alert-channels', { method: 'POST', body: { name: 'Keliru', ...body } })).status).toBe(400);
});

test('who saw an alert first is kept, and it stays open', async () => {
  await pause('smartdpu');
  const open = await eventually(async () => {
    const { body } = await world.api<{ data: { id: string; acknowledged_by: string | null }[] }>(
      '/alerts?open=true&kind=instance_paused&acknowledged=false',
    );
    return body.data[0] ?? Promise.reject(new Error('no open alert'));
  });
  expect(open.acknowledged_by).toBeNull();
  expect((await world.api(`/alerts/${open.id}/acknowledge`, { method: 'POST' })).status).toBe(200);
  const { body } = await world.api<{ data: object[] }>('/alerts?open=true&acknowledged=true');
  expect(body.data).toEqual([
    expect.objectContaining({ id: open.id, acknowledged_by: expect.stringMatching(/^kunci-api:/) }),
  ]);
  await resume('smartdpu');
  await eventually(async () => {
    expect((await world.api(`/alerts/${open.id}/acknowledge`, { method: 'POST' })).status).toBe(404);
  });
}, 60_000);
