import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { conversationOf } from '#store';
import { Worker, reporterCode } from '#sync';
import { v7 as uuidv7 } from 'uuid';
import { lacakInstance } from '../../apps/hub/src/lacak/source.ts';
import { eventually } from '../setup/world.ts';
import { type Api, startApi } from './api.ts';
import { seedComplaint, seedEvent, type Seeded } from './seed.ts';

const PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

let api: Api;
let worker: Worker;
beforeAll(async () => {
  api = await startApi({ queue: true, more: lacakInstance });
  worker = new Worker(api.runtime.hub);
  await worker.start();
});
afterAll(async () => {
  await worker.stop();
  await api.stop();
});

interface Reporter {
  complaint: Seeded;
  cookie: string;
  page: () => Promise<{ status: number; text: string }>;
  /** Fills the page's own form and sends it. */
  send: (
    fields?: Record<string, string>,
    file?: Buffer | null,
    headers?: Record<string, string>,
  ) => Promise<{ status: number; headers: Headers; text: string }>;
}

async function reporterOf(changes: Parameters<typeof seedComplaint>[1] = {}): Promise<Reporter> {
  const complaint = await seedComplaint(api, changes);
  const path = `/lacak/${complaint.token}`;
  const kode = reporterCode(api.runtime.hub.sealer, complaint.id);
  const enter = { method: 'POST', body: new URLSearchParams({ kode }), headers: {}, redirect: 'manual' as const };
  const cookie = (await api.get(`${path}/masuk`, enter)).headers.get('set-cookie')?.split(';')[0] ?? '';
  const page = () => api.get(path, { headers: { cookie } });
  return {
    complaint,
    cookie,
    page,
    send: async (fields = {}, file = null, headers = { cookie }) => {
      const { text } = await page();
      const hidden = [...text.matchAll(/type="hidden" name="(\w+)" value="([^"]*)"/g)];
      const body = new FormData();
      for (const [name, value] of [...hidden.map((found) => found.slice(1)), ...Object.entries(fields)])
        body.set(name ?? '', value ?? '');
      if (file) body.set('foto', new Blob([new Uint8Array(file)]), 'foto.png');
      return api.get(`${path}/pelapor`, { method: 'POST', body, headers, redirect: 'manual' });
    },
  };
}

const ingested = async ({ id }: Seeded) => {
  worker.wake('lacak');
  return eventually(async () => {
    const { rows } = await api.pool.query<{ type: string; body: { text: string; score?: number } }>(
      `select type, body from event where complaint_id = $1 and instance = 'lacak' order by id`,
      [id],
    );
    return rows.length > 0 ? rows : Promise.reject(new Error('not ingested yet'));
  });
};
const statusOf = async ({ id }: Seeded) =>
  (await api.pool.query<{ status: string }>('select status from complaint where id = $1', [id])).rows[0]?.status;

test('details that the reporter adds become an event like any follow-up, audited, and answer what was asked', async () => {
  const { complaint, send, page } = await reporterOf({ status: 'needs_info' });
  const { status, headers } = await send({ isi: 'Di depan warung Bu Tini' });
  expect([status, headers.get('location')]).toEqual([303, `/lacak/${complaint.token}?terkirim=1#pelapor`]);
  expect(await ingested(complaint)).toMatchObject([{ type: 'followed_up', body: { text: 'Di depan warung Bu Tini' } }]);
  expect(await statusOf(complaint)).toBe('in_progress');
  expect((await page()).text).toContain('Di depan warung Bu Tini');
  const { rows } = await api.pool.query(
    `select hop, outcome from audit where instance = 'lacak' and complaint_id = $1`,
    [complaint.id],
  );
  expect(rows).toEqual([{ hop: 'ingest', outcome: 'applied' }]);
});

test('a photo is kept as what its bytes are, goes along, and is shown to the reporter alone', async () => {
  const { complaint, send, page } = await reporterOf();
  expect((await send({ isi: 'Ini fotonya' }, PIXEL)).status).toBe(303);
  await ingested(complaint);
  await eventually(async () => {
    const { rows } = await api.pool.query('select state, mime from attachment where complaint_id = $1', [complaint.id]);
    expect(rows).toEqual([{ state: 'stored', mime: 'image/png' }]);
  });
  expect((await page()).text).toContain('<div class="files">');
  expect((await api.get(`/lacak/${complaint.token}`, { headers: {} })).text).not.toContain('class="files"');
});

test.each([
  ['agreement closes it', { putusan: 'selesai', nilai: '5' }, 'confirmed', 'closed', 5],
  ['disagreement opens it again', { putusan: 'buka', isi: 'Masih bolong' }, 'reopened', 'in_progress', undefined],
])('an answered complaint is judged: %s', async (_name, fields, type, after, score) => {
  const { complaint, send } = await reporterOf({ status: 'resolved', outcome: 'dijelaskan' });
  expect((await send(fields as unknown as Record<string, string>)).status).toBe(303);
  const [event] = await ingested(complaint);
  expect([event?.type, event?.body.score]).toEqual([type, score]);
  expect(await statusOf(complaint)).toBe(after);
});

test('what was added in a private chat to what began below a post is told to everybody without its words', async () => {
  const { complaint, page } = await reporterOf();
  const words = 'Rumah saya RT 2, di samping masjid';
  await seedEvent(
    api,
    complaint,
    {
      type: 'followed_up',
      id: `pesan-${complaint.number}`,
      externalId: 'x',
      at: '2026-01-06T03:00:00.000Z',
      author: { role: 'citizen' },
      text: words,
      private: true,
      attachments: [],
    },
    'kept',
  );
  const forAll = (path = '') => api.get(`/lacak/${complaint.token}${path}`, { headers: {} });
  expect((await forAll()).text).toContain(words);

  const hash = Buffer.from(complaint.number);
  const comment = { instance: 'kota', kind: 'comment' as const, hash, address: hash, personId: null };
  const { id } = await conversationOf(api.pool, comment);
  await api.pool.query('update link set conversation_id = $2 where complaint_id = $1', [complaint.id, id]);
  for (const path of ['', '.json', '.atom']) {
    const { text } = await forAll(path);
    expect(text).toContain('Pelapor menambahkan keterangan');
    expect(text).not.toContain(words);
  }
  const { body } = await fetch(`${api.url}/lacak/${complaint.token}/events`);
  let live = '';
  for await (const bytes of body ?? []) {
    live += Buffer.from(bytes).toString();
    if (/event: news[^]*\n\n$/.test(live)) break;
  }
  expect(live).toContain('Pelapor menambahkan keterangan');
  expect(live).not.toContain(words);
  expect((await page()).text).toContain(words);
});

test('the same form sent twice is heard once; other words by it are heard too', async () => {
  const { complaint, page, cookie } = await reporterOf();
  const { text } = await page();
  const hidden = [...text.matchAll(/type="hidden" name="(\w+)" value="([^"]*)"/g)];
  const send = (isi: string) => {
    const body = new FormData();
    for (const [, name, value] of hidden) body.set(name ?? '', value ?? '');
    body.set('isi', isi);
    return api.get(`/lacak/${complaint.token}/pelapor`, {
      method: 'POST',
      body,
      headers: { cookie },
      redirect: 'manual',
    });
  };
  const answers = await Promise.all([send('Sekali'), send('Sekali'), send('Sekali')]);
  expect(answers.map(({ status }) => status)).toEqual([303, 303, 303]);
  await send('Lain');
  await eventually(async () =>
    expect((await ingested(complaint)).map(({ body }) => body.text)).toEqual(['Sekali', 'Lain']),
  );
  const { rows } = await api.pool.query(`select from inbox where instance = 'lacak' and state = 'parked'`);
  expect(rows).toEqual([]);
});

describe('what can’t be taken', () => {
  const html = Buffer.from('<script>alert(1)</script>');
  test.each<[string, Parameters<typeof seedComplaint>[1], Record<string, string>, Buffer | null, number, string]>([
    ['no words and no file', {}, { isi: '  ' }, null, 422, 'Tulis keterangannya'],
    ['a file that lies about itself', {}, { isi: 'Lihat' }, html, 422, 'bukan foto atau PDF'],
    [
      'opening again without a reason',
      { status: 'resolved' },
      { putusan: 'buka' },
      null,
      422,
      'Tulis apa yang belum selesai',
    ],
    ['no verdict', { status: 'resolved' }, { nilai: '3' }, null, 422, 'Pilih apakah masalah'],
    [
      'a score that is none',
      { status: 'resolved' },
      { putusan: 'selesai', nilai: '9' },
      null,
      422,
      'Pilih nilai 1 sampai 5',
    ],
    ['a form of another state', {}, { isi: 'x', keadaan: 'judge' }, null, 422, 'sudah berubah'],
    ['a form of another session', {}, { isi: 'x', tanda: 'palsu' }, null, 422, 'tidak dapat dipastikan'],
  ])(
    '%s is refused with the reason, and what was written stays',
    async (_name, changes, fields, file, status, reason) => {
      const { complaint, send } = await reporterOf(changes);
      const answer = await send(fields, file);
      expect(answer.status).toBe(status);
      expect(answer.text).toContain(reason);
      if (fields['isi']?.trim()) expect(answer.text).toContain(`>${fields['isi']}</textarea>`);
      const { rows } = await api.pool.query('select from event where complaint_id = $1 and instance = $2', [
        complaint.id,
        'lacak',
      ]);
      expect(rows).toEqual([]);
    },
  );

  test('a file over 10 MB is broken off, and the page says why', async () => {
    const { send, complaint } = await reporterOf();
    const { status, headers } = await send({ isi: 'Besar' }, Buffer.concat([PIXEL, Buffer.alloc(11 * 1024 * 1024)]));
    expect([status, headers.get('location')]).toEqual([303, `/lacak/${complaint.token}?galat=large#pelapor`]);
  });

  test('without the code nobody sends anything, and no other site in the reporter’s name', async () => {
    const { complaint, send, cookie } = await reporterOf();
    const other = await reporterOf();
    for (const known of ['', other.cookie]) {
      const answer = await send({ isi: 'Palsu' }, null, { cookie: known });
      expect([answer.status, answer.headers.get('location')]).toEqual([303, `/lacak/${complaint.token}#pelapor`]);
    }
    expect((await send({ isi: 'Palsu' }, null, { cookie, 'sec-fetch-site': 'cross-site' })).status).toBe(403);
    const { rows } = await api.pool.query('select from link where complaint_id = $1 and role = $2', [
      complaint.id,
      'reporter',
    ]);
    expect(rows).toEqual([]);
  });

  test('after twenty messages in an hour the page asks to wait', async () => {
    const { send } = await reporterOf();
    for (let n = 0; n < 20; n += 1) expect((await send({ isi: `Pesan ${n}` })).status).toBe(303);
    expect((await send({ isi: 'Satu lagi' })).status).toBe(429);
  });

  test('a code guessed at the complaint’s own page is refused after ten tries', async () => {
    const { token } = await seedComplaint(api);
    const guess = () =>
      api.get(`/lacak/${token}/masuk`, {
        method: 'POST',
        body: new URLSearchParams({ kode: uuidv7().slice(0, 9) }),
        headers: {},
      });
    const answers = await Promise.all(Array.from({ length: 11 }, guess));
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([
      ...Array.from({ length: 10 }, () => 422),
      429,
    ]);
  });
});

test('who leaves is no longer known', async () => {
  const { complaint, cookie } = await reporterOf();
  const answer = await api.get(`/lacak/${complaint.token}/keluar`, {
    method: 'POST',
    headers: { cookie },
    redirect: 'manual',
  });
  expect(answer.headers.get('set-cookie')).toMatch(/^pelapor=; .*Expires=Thu, 01 Jan 1970/);
});
