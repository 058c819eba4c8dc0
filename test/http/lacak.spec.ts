import { createHash } from 'node:crypto';
import type { ComplaintEvent } from '#complaint';
import sharp from 'sharp';
import { v7 as uuidv7 } from 'uuid';
import { insertAttachments, storeAttachment } from '#store';
import { eventually } from '../setup/world.ts';
import { type Api, startApi } from './api.ts';
import { seedComplaint, seedEvent, seedLink } from './seed.ts';

let api: Api;
beforeAll(async () => {
  api = await startApi();
});
afterEach(() => api.wire.mend());
afterAll(() => api.stop());

const open = (token: string) => api.get(`/lacak/${token}`, { headers: {} });
const UNKNOWN = 'A'.repeat(22);

let count = 0;
type Told = ComplaintEvent extends infer E
  ? E extends ComplaintEvent
    ? Omit<E, 'id' | 'externalId' | 'at'>
    : never
  : never;
const told = (event: Told, at = '2026-01-06T03:00:00.000Z'): ComplaintEvent => {
  count += 1;
  return { ...event, id: `told${count}`, externalId: 'x', at };
};
const reply = (text: string, isPublic = true): ComplaintEvent =>
  told({ type: 'replied', author: { role: 'office', name: 'DPUPR' }, text, public: isPublic, attachments: [] });

test('the page tells where the complaint stands, who has it, and what was answered', async () => {
  const complaint = await seedComplaint(api, { status: 'in_progress', handler: 'desa', opd: 'DPUPR' });
  await seedLink(api, complaint, 'desa', 'handler', 'D-5', 'https://desa.example/5');
  await seedEvent(api, complaint, reply('Minggu depan kami tambal.'), 'kept');
  const { text, status, headers } = await open(complaint.token);
  expect([status, headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
  for (const part of [
    complaint.number,
    'sedang ditangani Aduan Desa',
    'Jalan depan pasar berlubang',
    'Tanggapan dari DPUPR',
    'Minggu depan kami tambal.',
    '6 Januari 2026 pukul 10.00 WIB',
    '<a href="https://desa.example/5" rel="noopener noreferrer nofollow">D-5</a>',
    'melalui Aduan Kota',
    '<b>Giliran sekarang:</b> DPUPR menindaklanjuti',
  ]) {
    expect(text).toContain(part);
  }
});

test('nobody learns who complained, nor what offices note among themselves', async () => {
  const complaint = await seedComplaint(api, { marks: { anonim: true, rahasia: false } });
  await seedEvent(api, complaint, reply('Catatan: pelapor cerewet', false), 'kept');
  await seedEvent(api, complaint, reply('Gema tulisan kita'), 'echo');
  const author = { role: 'citizen' as const, name: 'Siti Pelapor' };
  await seedEvent(api, complaint, told({ type: 'followed_up', author, text: 'Makin dalam', attachments: [] }), 'kept');
  const disputed = told({ type: 'status_changed', label: 'Tuntas', status: 'resolved', note: 'Klaim pihak lain' });
  await seedEvent(api, complaint, disputed, 'conflict');
  const { text } = await open(complaint.token);
  expect(text).toContain('Pelapor menambahkan keterangan');
  expect(text).toContain('Makin dalam');
  expect(text).not.toMatch(/Siti|62812|cerewet|Gema|Klaim/);
});

test('an address at home stays off the page; the kecamatan is shown', async () => {
  const location = { address: 'RT 2 RW 1 rumah Bu Siti', kecamatan: 'Kaligondang', lat: -7.38, lon: 109.4 };
  const { token } = await seedComplaint(api, { location });
  const { text } = await open(token);
  expect(text).toContain('Kecamatan Kaligondang');
  expect(text).not.toMatch(/Bu Siti|7\.38/);
});

test('a rahasia complaint can not be told from a token that is nobody’s', async () => {
  const { token } = await seedComplaint(api, { marks: { anonim: false, rahasia: true } });
  const [rahasia, unknown, malformed] = await Promise.all([open(token), open(UNKNOWN), open('x%00')]);
  expect([rahasia.status, unknown.status, malformed.status]).toEqual([404, 404, 404]);
  expect(rahasia.text).toBe(unknown.text);
  expect(malformed.text).toBe(unknown.text);
  const comparable = ({ headers }: { headers: Headers }) =>
    [...headers].filter(([name]) => !['date', 'x-trace-id', 'keep-alive'].includes(name));
  expect(comparable(rahasia)).toEqual(comparable(unknown));
});

test.each([
  ['diperbaiki', 'sudah diperbaiki'],
  ['dijadwalkan', 'dijadwalkan, belum dikerjakan'],
  ['dijelaskan', 'dijawab dengan penjelasan'],
  [null, 'Jawaban belum tentu berarti perbaikannya sudah dikerjakan'],
] as const)('Selesai with outcome %s says no more than is true', async (outcome, wording) => {
  const { token } = await seedComplaint(api, { status: 'resolved', outcome });
  const { text } = await open(token);
  expect(text).toContain(wording);
  if (outcome !== 'diperbaiki') expect(text).not.toContain('sudah diperbaiki');
});

test('whatever people write is text', async () => {
  const evil = `<script>alert(1)</script> "&' \u202eterbalik`;
  const complaint = await seedComplaint(api, { text: evil, title: evil, opd: evil, status: 'rejected', reason: evil });
  await seedLink(api, complaint, 'desa', 'handler', evil, 'javascript:alert(1)');
  await seedEvent(api, complaint, reply(evil), 'kept');
  const { text } = await open(complaint.token);
  expect(text).toContain('&lt;script&gt;alert(1)&lt;/script&gt; &quot;&amp;&#39; terbalik');
  expect(text.replace(/<script src="[^"]+" defer><\/script>/, '')).not.toMatch(/<script|javascript:|\u202e/);
});

test('the page with its script stays below 50 kB however much was written', async () => {
  const complaint = await seedComplaint(api, { text: `"'<&`.repeat(2_500), title: '"'.repeat(500) });
  for (let n = 0; n < 40; n += 1) await seedEvent(api, complaint, reply(`${n} ${'😀"'.repeat(2_000)}`), 'kept');
  await seedLink(api, complaint, 'desa', 'handler', '&'.repeat(5_000), `https://desa.example/${'a'.repeat(5_000)}`);
  const { text } = await open(complaint.token);
  const script = await api.get(/<script src="([^"]+)"/.exec(text)?.[1] ?? '', { headers: {} });
  expect(script.headers.get('content-type')).toBe('text/javascript; charset=utf-8');
  expect(Buffer.byteLength(text) + Buffer.byteLength(script.text)).toBeLessThanOrEqual(50_000);
  expect(text).toMatch(/\d+ kabar yang lebih lama tidak ditampilkan/);
  expect(text.isWellFormed()).toBe(true);
});

test('the page may run its own script alone, be framed by nobody, and be kept nowhere', async () => {
  const { token } = await seedComplaint(api);
  const { text, headers } = await open(token);
  expect(headers.get('cache-control')).toBe('no-store');
  expect(headers.get('referrer-policy')).toBe('no-referrer');
  expect(headers.get('x-robots-tag')).toBe('noindex');
  const style = /<style>([\s\S]*?)<\/style>/.exec(text)?.[1] ?? '';
  const hash = createHash('sha256').update(style).digest('base64');
  expect(headers.get('content-security-policy')).toBe(
    `default-src 'none'; style-src 'sha256-${hash}'; script-src 'self'; connect-src 'self'; img-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'`,
  );
});

test('while the database is away the page says so, and no log learns the token', async () => {
  const { token } = await seedComplaint(api);
  api.wire.cut();
  const { status, text, headers } = await open(token);
  expect([status, headers.get('retry-after')]).toEqual([503, '5']);
  expect(text).toContain('tetap tersimpan');
  expect(JSON.stringify(api.logged)).not.toContain(token);
});

describe('a file', () => {
  const store = async (mime: string, bytes: Buffer) => {
    const { id: complaintId } = await seedComplaint(api);
    const file = {
      complaintId,
      eventId: complaintId,
      instance: 'kota',
      externalId: 'f',
      url: 'https://kota.example/f',
    };
    const id = uuidv7();
    await insertAttachments(api.pool, [{ id, ...file }]);
    const { rows } = await api.pool.query<{ token: string }>('select token from attachment where id = $1', [id]);
    const put = () =>
      storeAttachment(api.pool, id, { bytes, mime, sha256: createHash('sha256').update(bytes).digest() });
    return { path: `/lampiran/${rows[0]?.token}`, put };
  };

  test.each([
    ['image/jpeg', 'inline', 'jpg'],
    ['application/pdf', 'attachment', 'pdf'],
  ])('%s is served as what its bytes are', async (mime, disposition, extension) => {
    const bytes = Buffer.from(`berkas ${mime}`);
    const { path, put } = await store(mime, bytes);
    await put();
    const { status, headers, text } = await api.get(path, { headers: {} });
    expect([status, headers.get('content-type'), text]).toEqual([200, mime, bytes.toString()]);
    expect(headers.get('content-disposition')).toMatch(
      new RegExp(`^${disposition}; filename="lampiran-\\w+\\.${extension}"$`),
    );
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('x-robots-tag')).toBe('noindex');
    expect(headers.get('content-security-policy')).toMatch('sandbox');
  });

  test('that is not stored yet, or nobody’s, is 404', async () => {
    const { path } = await store('image/png', Buffer.from('x'));
    for (const each of [path, `/lampiran/${UNKNOWN}`, '/lampiran/x%00']) {
      expect((await api.get(each, { headers: {} })).status).toBe(404);
      expect((await api.get(`${each}/kecil`, { headers: {} })).status).toBe(404);
    }
  });

  test('that is big waits while slow readers hold what there is room for, and small ones do not wait with it', async () => {
    const [big, small] = [
      await store('application/pdf', Buffer.alloc(30_000_000)),
      await store('image/png', Buffer.from('x')),
    ];
    await Promise.all([big.put(), small.put()]);
    const ask = ({ path }: { path: string }) => fetch(api.url + path);
    // They take the headers, and nothing of the file.
    const readers = [await ask(big), await ask(big), await ask(big), await ask(big)];
    expect(readers.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
    const refused = await ask(big);
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([503, '5']);
    expect((await ask(small)).status).toBe(200);
    await readers[0]?.body?.cancel();
    await eventually(async () => expect((await ask(big)).status).toBe(200));
    for (const { body } of readers.slice(1)) await body?.cancel();
  }, 60_000);

  test('that is a photo is served small too, in one size, and kept for an hour', async () => {
    const create = { width: 1_600, height: 1_200, channels: 3 as const, background: '#385' };
    const { path, put } = await store('image/jpeg', await sharp({ create }).jpeg().toBuffer());
    await put();
    const answers = await Promise.all([1, 2].map(() => fetch(`${api.url}${path}/kecil?w=5000`)));
    const [first, second] = await Promise.all(answers.map(async (each) => Buffer.from(await each.arrayBuffer())));
    expect(first?.equals(second ?? Buffer.alloc(0))).toBe(true);
    expect(await sharp(first).metadata()).toMatchObject({ format: 'webp', width: 240, height: 240 });
    const header = (name: string) => answers[0]?.headers.get(name);
    expect(['content-type', 'cache-control'].map(header)).toEqual(['image/webp', 'private, max-age=3600']);
    expect(header('content-security-policy')).toMatch('sandbox');
    // The database is not asked for it again.
    api.wire.cut();
    expect((await fetch(`${api.url}${path}/kecil`)).status).toBe(200);
  });

  test.each([
    ['no photo', 'application/pdf'],
    ['a photo that can’t be drawn', 'image/jpeg'],
  ])('that is %s is not served small', async (_name, mime) => {
    const { path, put } = await store(mime, Buffer.from('%PDF-1.7'));
    await put();
    expect((await api.get(`${path}/kecil`, { headers: {} })).status).toBe(404);
  });
});
