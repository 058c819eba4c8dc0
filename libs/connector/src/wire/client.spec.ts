import nock from 'nock';
import { ConnectorError } from '../errors.ts';
import { file } from '../testing/conformance/samples.ts';
import { testIo } from '../testing/io.ts';
import { smallProfile } from '../testing/profile.ts';
import { WireClient } from './client.ts';

const BASE = 'http://contoh.test';
const PROFILE = `
auth: { scheme: header, name: X-Kunci, key: kunci-rahasia }
times: { offset: '+07:00' }
errors:
  when: status = "error"
  code: kode
  message: pesan
  fields: errors
  codes: { VALIDASI: rejected, SIBUK: unavailable, KUNCI_SALAH: unauthorized, HILANG: gone }
requests:
  create:
    method: POST
    path: /aduan
    headers: { Idempotency-Key: deliveryId }
    body: { isi: text, nama: reporter.name, nomor: number, kosong: nothing, nol: null }
    answer: { external_id: data.id, at: '$trim(data.waktu)' }
    already: { status: 409, when: 'kode = "DUPLIKAT"', external_id: data.lama }
  read: { method: GET, path: "/aduan/{externalId}", query: { halaman: page, cari: text }, answer: { external_id: data.id } }
  status: { method: PUT, path: "/aduan/{externalId}/status", encoding: form, body: { status: word, catatan: note }, on_status: { 403: rejected } }
  photo: { method: POST, path: /foto, encoding: multipart, body: { nama: name }, files: { field: "foto[]", max: 1, types: [image/jpeg], max_bytes: 100 } }
`;
const NOW = new Date('2025-11-07T01:31:22Z');
const CREATE = { text: 'Jalan rekaan amblas', reporter: { name: 'Sastrawirya' }, number: 42, deliveryId: 'd-1' };

const ok = { data: { id: 77, waktu: '2025-11-07 08:31:22' } };
const { io, exchanges, sent } = testIo(() => NOW);
const client = new WireClient(smallProfile(BASE, PROFILE), io);
const create = () => client.call('create', CREATE);

async function failure(work: Promise<unknown>): Promise<ConnectorError> {
  const outcome: unknown = await work.catch((error: unknown) => error);
  if (outcome instanceof ConnectorError) return outcome;
  throw new Error('It did not fail with a ConnectorError', { cause: outcome });
}

beforeAll(() => nock.disableNetConnect());
beforeEach(() => {
  exchanges.length = 0;
  sent.length = 0;
});
afterEach(() => nock.cleanAll());
afterAll(() => nock.restore());

describe('a request', () => {
  test('says what the profile says, drops what is unknown, and reads the answer', async () => {
    nock(BASE, {
      reqheaders: { 'x-kunci': 'kunci-rahasia', 'idempotency-key': 'd-1', 'content-type': 'application/json' },
    })
      .post('/aduan', { isi: 'Jalan rekaan amblas', nama: 'Sastrawirya', nomor: 42, nol: null })
      .reply(201, ok);
    const { status, answer, already } = await create();
    expect([status, already, answer.needId('external_id'), answer.time('at')]).toEqual([
      201,
      false,
      '77',
      '2025-11-07T08:31:22+07:00',
    ]);
  });

  test('encodes what goes into path and query', async () => {
    nock(BASE)
      .get('/aduan/LG%2F1%3Fx')
      .query({ halaman: '2', cari: 'a&b=c+d' })
      .reply(200, { data: { id: '9' } });
    expect(
      (await client.call('read', { externalId: 'LG/1?x', page: 2, text: 'a&b=c+d' })).answer.id('external_id'),
    ).toBe('9');
  });

  test.each(['', '.', '..', undefined])('is not made with %j in its path', async (externalId) => {
    expect(await failure(client.call('read', { externalId }))).toMatchObject({ failure: 'rejected' });
    expect(sent).toEqual([]);
  });

  test('may be a form, with unknown and null fields left out', async () => {
    nock(BASE).put('/aduan/7/status', 'status=Selesai+%26+beres').reply(204);
    expect((await client.call('status', { externalId: '7', word: 'Selesai & beres', note: null })).status).toBe(204);
  });

  test('carries the files that the platform takes and names the others', async () => {
    const inForm = /name="foto\[\]"; filename="a\.jpg"\s+Content-Type: image\/jpeg/i;
    // nock shows a body that is not text in hex.
    nock(BASE)
      .post('/foto', (body: string) => inForm.test(Buffer.from(body, 'hex').toString('latin1')))
      .reply(201, {});
    const big = { ...file('c.jpg', 'image/jpeg'), size: 101 };
    const files = [file('b.svg', 'image/svg+xml'), big, file('a.jpg', 'image/jpeg'), file('d.jpg', 'image/jpeg')];
    const { refused } = await client.call('photo', { name: 'x' }, { files });
    expect(refused.map((each) => each.split(':')[0])).toEqual(['b.svg', 'c.jpg', 'd.jpg']);
  });

  test('that the platform knows already is no failure', async () => {
    nock(BASE)
      .post('/aduan')
      .reply(409, { kode: 'DUPLIKAT', data: { lama: 'LG9' } });
    const { already, answer } = await create();
    expect([already, answer.id('external_id')]).toEqual([true, 'LG9']);
  });

  test('asks for a place in the rate budget first', async () => {
    const admit = () => Promise.reject(new ConnectorError('throttled', 'Penuh'));
    const held = new WireClient(smallProfile(BASE, PROFILE), { ...io, admit });
    expect(await failure(held.call('create', CREATE))).toMatchObject({ failure: 'throttled' });
    expect(sent).toEqual([]);
  });
});

describe('an answer that is no success', () => {
  const html = '<!doctype html><h1>Galat</h1>';
  test.each<[string, number, nock.Body, object]>([
    ['401', 401, {}, { failure: 'unauthorized', uncertain: false }],
    ['403', 403, {}, { failure: 'unauthorized', uncertain: false }],
    ['404 of a path without a case', 404, {}, { failure: 'rejected', gone: false }],
    ['409 that means something else', 409, { kode: 'TERTUTUP' }, { failure: 'rejected', uncertain: false }],
    ['413', 413, html, { failure: 'rejected', uncertain: false }],
    ['415', 415, {}, { failure: 'rejected', uncertain: false }],
    ['422', 422, {}, { failure: 'rejected', uncertain: false }],
    ['429', 429, html, { failure: 'throttled', uncertain: false, retryAt: new Date(NOW.getTime() + 60_000) }],
    ['408', 408, '', { failure: 'unavailable' }],
    ['500 with a page', 500, html, { failure: 'unavailable', uncertain: true }],
    ['502', 502, '', { failure: 'unavailable', uncertain: true }],
    ['504', 504, '', { failure: 'unavailable', uncertain: true }],
    ['301', 301, '', { failure: 'rejected' }],
    ['200 with a page', 200, html, { failure: 'unavailable', uncertain: true }],
    ['200 with nothing', 200, '', { failure: 'unavailable', uncertain: true }],
    ['200 with half an object', 200, '{"data": {"id"', { failure: 'unavailable', uncertain: true }],
    [
      '200 that an expression cannot work with',
      200,
      { data: { id: 1, waktu: { a: 1 } } },
      { failure: 'malformed', uncertain: true },
    ],
    ['200 with another object', 200, { hasil: 1 }, { failure: 'malformed', uncertain: true }],
    [
      '200 with an error: wrong data',
      200,
      { status: 'error', kode: 'VALIDASI' },
      { failure: 'rejected', uncertain: false },
    ],
    ['200 with an error: busy', 200, { status: 'error', kode: 'SIBUK' }, { failure: 'unavailable', uncertain: false }],
    ['200 with an error: wrong key', 200, { status: 'error', kode: 'KUNCI_SALAH' }, { failure: 'unauthorized' }],
    ['200 with an error: gone', 200, { status: 'error', kode: 'HILANG' }, { failure: 'rejected', gone: true }],
    [
      '200 with an unknown error',
      200,
      { status: 'error', kode: 'constructor' },
      { failure: 'rejected', uncertain: false },
    ],
    ['500 with a code that explains it', 500, { kode: 'VALIDASI' }, { failure: 'rejected', uncertain: false }],
  ])('%s', async (_name, status, body, expected) => {
    nock(BASE).post('/aduan').reply(status, body, { location: 'http://127.0.0.1:1/' });
    expect(await failure(create())).toMatchObject(expected);
    expect(sent).toHaveLength(1);
  });

  test.each([404, 410])('%d of a case says that it is gone', async (status) => {
    nock(BASE).get(/.*/).reply(status);
    expect(await failure(client.call('read', { externalId: '1' }))).toMatchObject({
      failure: 'rejected',
      gone: true,
      uncertain: false,
    });
  });

  test('to a reading is never uncertain', async () => {
    nock(BASE).get(/.*/).reply(500).get(/.*/).reply(200, {});
    expect(await failure(client.call('read', { externalId: '1' }))).toMatchObject({
      failure: 'unavailable',
      uncertain: false,
    });
    expect(await failure(client.call('read', { externalId: '1' }))).toMatchObject({
      failure: 'malformed',
      uncertain: false,
    });
  });

  test('means what the request says that it means there', async () => {
    nock(BASE).put(/.*/).reply(403, { pesan: 'bukan milik instansi Anda' });
    const error = await failure(client.call('status', { externalId: '1', word: 'Selesai' }));
    expect(error).toMatchObject({
      failure: 'rejected',
      message: 'Contoh menolak (HTTP 403): bukan milik instansi Anda',
    });
  });

  test.each<[string, string, number]>([
    ['seconds', '30', 30],
    ['an HTTP date', 'Fri, 07 Nov 2025 01:33:22 GMT', 120],
    ['a date that is past', 'Fri, 07 Nov 2025 01:00:00 GMT', 1],
    ['zero', '0', 1],
    ['a negative number', '-5', 1],
    ['ten years', '315360000', 3600],
    ['a date in ten years', 'Fri, 07 Nov 2035 01:31:22 GMT', 3600],
    ['rubbish', 'nanti', 60],
    ['nothing', '', 60],
  ])('Retry-After as %s is bounded', async (_name, header, seconds) => {
    nock(BASE)
      .post('/aduan')
      .reply(429, '', { 'retry-after': header })
      .post('/aduan')
      .reply(503, '', { 'retry-after': header });
    const retryAt = new Date(NOW.getTime() + seconds * 1000);
    expect((await failure(create())).retryAt).toEqual(retryAt);
    expect((await failure(create())).retryAt).toEqual(header === '' ? undefined : retryAt);
  });

  test('names the fields, and repeats nothing of what was sent nor of anybody', async () => {
    const errors = {
      isi: ['Jalan rekaan amblas terlalu pendek'],
      telepon: ['0812-3456-7890 bukan nomor', 'surel a@b.id salah'],
    };
    nock(BASE).post('/aduan').reply(422, { pesan: 'Sastrawirya, kunci-rahasia: data salah', errors });
    const { message, cause } = await failure(create());
    expect(message).toBe(
      'Contoh menolak (HTTP 422): ***, ***: data salah; isi: *** terlalu pendek; telepon: *** bukan nomor, surel *** salah',
    );
    expect(`${message}${String(cause)}`).not.toMatch(/Sastrawirya|rahasia|amblas|0812|a@b/);
  });
});

describe('no answer at all', () => {
  test.each([
    ['ECONNREFUSED', /^Tidak dapat menghubungi Contoh \(ECONNREFUSED\)$/],
    ['EAI_AGAIN', /^Tidak dapat menghubungi Contoh/],
    ['ENOTFOUND', /DNS.*periksa base_url/],
    ['CERT_HAS_EXPIRED', /Sertifikat.*periksa base_url/],
    ['DEPTH_ZERO_SELF_SIGNED_CERT', /Sertifikat.*periksa base_url/],
  ])('%s: the write was certainly not sent', async (code, words) => {
    nock(BASE)
      .post('/aduan')
      .replyWithError(Object.assign(new Error('x'), { code }));
    const error = await failure(create());
    expect(error).toMatchObject({ failure: 'unavailable', uncertain: false, message: expect.stringMatching(words) });
    expect(exchanges).toEqual([expect.objectContaining({ status: null })]);
  });
});

describe('the audit', () => {
  test('sees the form of what was said, and values only of what is visible', async () => {
    nock(BASE)
      .post('/aduan')
      .reply(201, { data: { id: 77, pelapor: 'Sastrawirya' } });
    await create();
    expect(exchanges).toEqual([
      {
        method: 'POST',
        path: '/aduan',
        request: { isi: '***', nama: '***', nomor: 42, nol: null },
        status: 201,
        answer: { data: { id: 77, pelapor: '***' } },
        ms: expect.any(Number),
      },
    ]);
  });

  test('sees no hidden value in an address, and every failure', async () => {
    nock(BASE).get(/.*/).reply(500, '<h1>Sastrawirya</h1>');
    await failure(client.call('read', { externalId: '7', page: 1, text: 'Sastrawirya' }));
    expect(exchanges).toEqual([
      expect.objectContaining({ path: '/aduan/7?halaman=1&cari=***', status: 500, answer: undefined }),
    ]);
  });
});

describe('a token', () => {
  const OAUTH = PROFILE.replace(
    /auth: .*/,
    'auth: { scheme: oauth2_client_credentials, token_path: /masuk, client_id: kami, client_secret: sandi-kami, fields: { client_id: nama, client_secret: sandi }, read: { token: t, expires_in_s: umur } }',
  );
  const fresh = () => {
    const network = testIo(() => NOW);
    return { ...network, client: new WireClient(smallProfile(BASE, OAUTH), network.io) };
  };
  const form = 'grant_type=client_credentials&nama=kami&sandi=sandi-kami';
  const bearing = (token: string) => nock(BASE, { reqheaders: { authorization: `Bearer ${token}` } });

  test('is fetched once and used until it expires', async () => {
    const { client: ours, exchanges: told } = fresh();
    nock(BASE).post('/masuk', form).reply(200, { t: 'satu', umur: 3600 });
    bearing('satu').post('/aduan').twice().reply(201, ok);
    await ours.call('create', CREATE);
    await ours.call('create', CREATE);
    expect(JSON.stringify(told)).not.toMatch(/satu|sandi-kami/);
  });

  test('that was revoked is renewed exactly once', async () => {
    const { client: ours } = fresh();
    nock(BASE).post('/masuk').reply(200, { t: 'satu', umur: 3600 }).post('/masuk').reply(200, { t: 'dua', umur: 3600 });
    bearing('satu').post('/aduan').reply(401);
    bearing('dua').post('/aduan').reply(201, ok);
    expect((await ours.call('create', CREATE)).status).toBe(201);
  });

  test('that is refused twice is unauthorized', async () => {
    const { client: ours, sent: out } = fresh();
    nock(BASE).post('/masuk').twice().reply(200, { t: 'satu', umur: 3600 }).post('/aduan').twice().reply(401);
    expect(await failure(ours.call('create', CREATE))).toMatchObject({ failure: 'unauthorized', uncertain: false });
    expect(out).toHaveLength(4);
  });

  test.each<[number, nock.Body, object]>([
    [400, { error: 'invalid_client' }, { failure: 'unauthorized' }],
    [401, {}, { failure: 'unauthorized' }],
    [503, '', { failure: 'unavailable', uncertain: false }],
    [429, '', { failure: 'throttled' }],
    [200, '<html>', { failure: 'unavailable', uncertain: false }],
    [200, { lain: 1 }, { failure: 'malformed', uncertain: false }],
  ])('endpoint that answers %d fails before anything was sent', async (status, body, expected) => {
    const { client: ours, sent: out } = fresh();
    nock(BASE).post('/masuk').reply(status, body);
    expect(await failure(ours.call('create', CREATE))).toMatchObject(expected);
    expect(out).toHaveLength(1);
  });
});
