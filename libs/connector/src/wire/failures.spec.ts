import { describe, expect, test } from '@jest/globals';
import type { Meaning } from '../profile/request.ts';
import { ErrorsProfile, type ExchangeProfile } from '../profile/wire.ts';
import { type Asked, failureOf, whyOf } from './failures.ts';

const NOW = new Date('2025-11-07T01:31:22Z');
const MINUTE_MS = 60_000;

const ERRORS = Object.assign(new ErrorsProfile(), {
  when: 'status = "error"',
  code: 'kode',
  message: 'pesan',
  fields: 'isian',
  codes: {
    DITOLAK: 'rejected',
    SIBUK: 'unavailable',
    KUNCI: 'unauthorized',
    HILANG: 'gone',
    BERUBAH: 'conflict',
    PENUH: 'throttled',
    SEORANG: 'pair',
    TUTUP: 'window',
    TIADA: 'unreachable',
    '10': 'throttled',
    '10/33': 'window',
  },
  waits: { PENUH: '90s', SEORANG: '2d' },
  regain: { header: 'X-Sisa', minutes: 'menit' },
});

interface Given {
  errors?: Partial<ErrorsProfile> | null;
  headers?: Record<string, string>;
  onStatus?: Record<string, Meaning>;
  isOfCase?: boolean;
  isWrite?: boolean;
}

function meets(status: number, body: unknown, { errors = ERRORS, headers = {}, ...rest }: Given = {}) {
  const profile = { title: 'Contoh', ...(errors && { errors }) } as ExchangeProfile;
  const asked: Asked = { profile, now: NOW, isWrite: true, isOfCase: true, onStatus: {}, sent: [], ...rest };
  return failureOf({ status, headers, body: Buffer.from(JSON.stringify(body) ?? '') }, body, asked);
}

const said = (kode: string, more: object = {}) => ({ status: 'error', kode, ...more });
const inMinutes = (minutes: number) => new Date(NOW.getTime() + minutes * MINUTE_MS);

describe('an answer', () => {
  test.each<[string, number, unknown, Given]>([
    ['200', 200, { status: 'ok' }, {}],
    ['299, the last that means yes', 299, {}, {}],
    ['204 without a body', 204, undefined, {}],
    ['200 of a platform whose errors are not described', 200, said('SIBUK'), { errors: null }],
    ['200 of one that says errors by the status alone', 200, said('SIBUK'), { errors: { codes: ERRORS.codes } }],
    ['200 whose mark of an error is no yes', 200, { status: 'gawat' }, { errors: { when: 'status', codes: {} } }],
  ])('%s is a success', async (_name, status, body, given) => expect(await meets(status, body, given)).toBeNull());

  test.each<[string, number, unknown, string, object]>([
    ['300', 300, {}, 'Contoh mengalihkan ke alamat lain (HTTP 300), tidak diikuti: periksa base_url', {}],
    ['399', 399, {}, 'Contoh mengalihkan ke alamat lain (HTTP 399), tidak diikuti: periksa base_url', {}],
    [
      '400',
      400,
      { pesan: 'apa ini' },
      'Contoh menolak (HTTP 400): apa ini',
      { failure: 'rejected', retryAt: undefined },
    ],
    ['401', 401, { pesan: 'x' }, 'Contoh menolak kredensial (HTTP 401)', { failure: 'unauthorized' }],
    ['404', 404, {}, 'Aduan ini sudah tidak ada di Contoh (HTTP 404)', { failure: 'rejected', gone: true }],
    [
      '409',
      409,
      { pesan: 'sudah' },
      'Aduan di Contoh sudah berubah (HTTP 409): sudah',
      { failure: 'rejected', conflict: true },
    ],
    ['412', 412, {}, 'Aduan di Contoh sudah berubah (HTTP 412)', { failure: 'rejected', conflict: true, gone: false }],
    [
      '429',
      429,
      {},
      'Contoh meminta jeda (HTTP 429)',
      { failure: 'throttled', retryAt: inMinutes(1), isNarrow: false },
    ],
    [
      '500',
      500,
      { pesan: 'x' },
      'Contoh sedang bermasalah (HTTP 500): x',
      { failure: 'unavailable', retryAt: undefined },
    ],
    ['an unknown error', 200, said('LAIN'), 'Contoh menolak (HTTP 200)', { failure: 'rejected', uncertain: false }],
    ['DITOLAK', 500, said('DITOLAK'), 'Contoh menolak (HTTP 500)', { failure: 'rejected', uncertain: false }],
    ['SIBUK', 200, said('SIBUK'), 'Contoh sedang bermasalah (HTTP 200)', { failure: 'unavailable', uncertain: false }],
    ['KUNCI', 200, said('KUNCI'), 'Contoh menolak kredensial (HTTP 200)', { failure: 'unauthorized' }],
    [
      'HILANG',
      200,
      said('HILANG'),
      'Aduan ini sudah tidak ada di Contoh (HTTP 200)',
      { gone: true, failure: 'rejected' },
    ],
    [
      'BERUBAH',
      200,
      said('BERUBAH'),
      'Aduan di Contoh sudah berubah (HTTP 200)',
      { conflict: true, failure: 'rejected' },
    ],
    ['PENUH', 400, said('PENUH'), 'Contoh meminta jeda (HTTP 400)', { failure: 'throttled', retryAt: inMinutes(1.5) }],
    ['SEORANG', 400, said('SEORANG'), 'Contoh meminta jeda (HTTP 400)', { failure: 'throttled', isNarrow: true }],
    ['TUTUP', 400, said('TUTUP'), 'Contoh: jendela percakapan sudah tertutup (HTTP 400)', { why: 'window' }],
    ['TIADA', 400, said('TIADA'), 'Contoh: orang ini tidak dapat dihubungi di sana (HTTP 400)', { why: 'unreachable' }],
    ['a code without its subcode', 400, said('10/7'), 'Contoh meminta jeda (HTTP 400)', { failure: 'throttled' }],
    [
      'a code with its subcode',
      400,
      said('10/33'),
      'Contoh: jendela percakapan sudah tertutup (HTTP 400)',
      { why: 'window' },
    ],
    ['a number as code', 400, { kode: 10 }, 'Contoh meminta jeda (HTTP 400)', { failure: 'throttled' }],
    ['an object as code', 400, { kode: {} }, 'Contoh menolak (HTTP 400)', { failure: 'rejected', why: undefined }],
  ])('%s is understood, and told in words that a clerk understands', async (_name, status, body, message, expected) => {
    expect(await meets(status, body)).toMatchObject({ message, ...expected });
  });

  test('that names no case is neither gone nor in conflict', async () => {
    const path = await meets(404, { pesan: 'rute' }, { isOfCase: false });
    expect(path).toMatchObject({
      message: 'Alamat permintaan tidak ada di Contoh (HTTP 404): periksa path: rute',
      gone: false,
    });
    expect(await meets(409, {}, { isOfCase: false })).toMatchObject({
      message: 'Contoh menolak (HTTP 409)',
      conflict: false,
    });
  });

  test('without a body, or from a platform that is not described, is known by its status alone', async () => {
    expect(await meets(422, undefined)).toMatchObject({ message: 'Contoh menolak (HTTP 422)' });
    expect(await meets(503, said('DITOLAK', { pesan: 'x' }), { errors: null })).toMatchObject({
      message: 'Contoh sedang bermasalah (HTTP 503)',
      uncertain: true,
    });
  });

  test('means what the request says of its status, before what the code says', async () => {
    expect(await meets(400, said('SIBUK'), { onStatus: { 400: 'malformed' } })).toMatchObject({
      failure: 'malformed',
      message: 'Jawaban Contoh tidak dikenal (HTTP 400)',
    });
  });

  test.each<[string, unknown, string]>([
    ['one sentence', 'isi terlalu pendek', ': isi terlalu pendek'],
    ['a list', ['isi terlalu pendek', 7, { nama: ['kosong', 'salah'] }], ': isi terlalu pendek; nama: kosong, salah'],
    ['by field', { isi: ['pendek'], nama: 'kosong' }, ': isi: pendek; nama: kosong'],
    ['a number', 7, ''],
    ['nothing', null, ''],
  ])('that names its fields as %s is repeated field by field', async (_name, isian, tail) => {
    expect(await meets(422, { isian, pesan: 9 })).toMatchObject({ message: `Contoh menolak (HTTP 422)${tail}` });
  });
});

describe('when a platform wants to be asked again', () => {
  const when = async (status: number, body: unknown, headers: Record<string, string>) =>
    (await meets(status, body, { headers }))?.retryAt;

  test.each<[string, string, number]>([
    ['minutes in its own header', '{"menit": 7}', 7],
    ['more than a day', '{"menit": 100000}', 24 * 60],
    ['no minutes: the profile’s wait for the code', '{"menit": 0}', 1.5],
    ['words', '{"menit": "lama"}', 1.5],
    ['no JSON', 'sebentar', 1.5],
  ])('%s', async (_name, header, minutes) => {
    expect(await when(400, said('PENUH'), { 'x-sisa': header })).toEqual(inMinutes(minutes));
  });

  test('the profile’s wait is a day at the most; without one the usual header counts', async () => {
    expect(await when(400, said('SEORANG'), {})).toEqual(inMinutes(24 * 60));
    expect(await when(400, said('10'), { 'retry-after': '120' })).toEqual(inMinutes(2));
    expect(await when(400, said('10'), { 'x-sisa': '{"menit": 3}', 'retry-after': '120' })).toEqual(inMinutes(3));
  });

  test('only one that is busy is listened to', async () => {
    expect(await when(400, said('DITOLAK'), { 'x-sisa': '{"menit": 7}', 'retry-after': '120' })).toBeUndefined();
    expect(await when(503, {}, { 'x-sisa': '{"menit": 7}', 'retry-after': '120' })).toEqual(inMinutes(2));
    expect(await when(503, {}, {})).toBeUndefined();
  });
});

describe('why a message of ours did not get there', () => {
  test.each([
    ['TUTUP', 'window'],
    ['TIADA', 'unreachable'],
    ['PENUH', 'later'],
    ['SEORANG', 'later'],
    ['SIBUK', 'later'],
    ['10/7', 'later'],
    ['10/33', 'window'],
    ['DITOLAK', 'refused'],
    ['toString', 'refused'],
    ['LAIN', 'refused'],
  ])('%s: %s', (code, why) => expect(whyOf(ERRORS, code)).toBe(why));

  test('nothing is known of a platform that is not described', () => expect(whyOf(undefined, 'TUTUP')).toBe('refused'));
});
