import 'reflect-metadata';
import { Type } from 'class-transformer';
import { IsBoolean, IsDefined, IsInt, IsOptional, ValidateNested } from 'class-validator';
import fc from 'fast-check';
import { durationMs, isDuration, loadProfile, ProfileError, Secret, secretsOf, WireProfile } from '../index.ts';

class Paging {
  @IsInt()
  size!: number;

  @IsOptional()
  @IsBoolean()
  newest_first?: boolean;
}

class Settings extends WireProfile {
  static override readonly needs = {
    requests: { create: ['external_id', 'label?'], 'ping?': [] },
    read: { complaint: ['text', 'category?'] },
    messages: ['opened', 'status'],
  };

  @IsDefined()
  @ValidateNested()
  @Type(() => Paging)
  paging!: Paging;

  @Secret()
  @IsOptional()
  pin?: string;
}

const PROFILE = `connector: contoh
title: Platform Contoh
base_url: \${BASE_URL}
poll: { every: 30s, overlap: 2m }
rate_per_minute: \${RATE:-120}
paging: { size: "\${SIZE:-50}", newest_first: "\${NEWEST:-true}" }
auth:
  scheme: bearer
  token: \${TOKEN}
webhook:
  signature: { scheme: hmac_sha256, secret: "\${SECRET}", header: x-tanda }
  type: event
  types: { aduan.baru: opened }
requests:
  create:
    method: POST
    path: /aduan
    body: { isi: text, lokasi: { kode: location.areaCode } }
    answer: { external_id: data.id }
read:
  complaint: { text: isi }
statuses:
  in:
    Menunggu: { status: received }
    Kembali: { event: returned }
  out: { received: Menunggu, verifying: null, needs_info: null, assigned: Disposisi, in_progress: Proses, resolved: Selesai, closed: Selesai, rejected: { spam: Spam, otherwise: Tolak } }
categories: { in: { Jalan: road, Umum: null }, out: { road: Jalan }, otherwise: null }
`;
const ENV = { BASE_URL: 'http://127.0.0.1:4999', TOKEN: '0012345', SECRET: 'rahasia' };

const load = (text: string, env: Record<string, string> = ENV) => loadProfile(Settings, text, 'contoh.yaml', env);

function faultsOf(text: string, env: Record<string, string> = ENV): string[] {
  try {
    load(text, env);
    return [];
  } catch (error) {
    if (error instanceof ProfileError) return error.message.split('\n');
    throw error;
  }
}

describe('a profile', () => {
  test('becomes settings, with times in milliseconds and defaults where nothing is said', () => {
    const settings = load(PROFILE);
    expect([settings.poll.everyMs, settings.poll.overlapMs, settings.timeoutMs]).toEqual([30_000, 120_000, 15_000]);
    expect(settings.requests['create']).toMatchObject({ encoding: 'json', headers: {}, on_status: {} });
  });

  test('reads a variable as what the setting is: a number, a boolean, or text with its zeros', () => {
    const settings = load(PROFILE, { ...ENV, RATE: '7', NEWEST: 'false' });
    expect(settings).toMatchObject({
      rate_per_minute: 7,
      paging: { size: 50, newest_first: false },
      auth: { token: '0012345' },
    });
  });

  test('knows its secrets at any depth', () => {
    expect(secretsOf(load(`${PROFILE}pin: "42"\n`)).toSorted()).toEqual(['0012345', '42', 'rahasia']);
  });

  test('names every fault at once, each with its line', () => {
    const text = PROFILE.replace('title: Platform Contoh', 'judul: Platform Contoh')
      .replace('every: 30s', 'every: 30')
      .replace('kode: location.areaCode', "kode: 'location.('")
      .replace('Menunggu: { status: received }', 'Menunggu: { status: diterima }')
      .replace('resolved: Selesai, ', '')
      .replace('Jalan: road', 'Jalan: jalan');
    expect(faultsOf(text, { TOKEN: 'x', SECRET: 'y', RATE: 'banyak' })).toEqual([
      expect.stringMatching(/^contoh\.yaml:1 kunci title wajib diisi$/),
      expect.stringMatching(/^contoh\.yaml:2 judul: kunci tidak dikenal/),
      expect.stringMatching(/^contoh\.yaml:3 base_url: variabel BASE_URL belum diisi/),
      expect.stringMatching(/^contoh\.yaml:4 poll\.every: harus berupa lama waktu/),
      expect.stringMatching(/^contoh\.yaml:5 rate_per_minute: harus berupa bilangan bulat/),
      expect.stringMatching(/^contoh\.yaml:18 requests\.create\.body\.lokasi\.kode: ekspresi JSONata salah/),
      expect.stringMatching(/^contoh\.yaml:24 statuses\.in\.Menunggu\.status: harus salah satu dari: received/),
      expect.stringMatching(/^contoh\.yaml:26 statuses\.out: status resolved belum ada/),
      expect.stringMatching(/^contoh\.yaml:27 categories\.in\.Jalan: kategori kanonik tidak dikenal/),
    ]);
  });

  test.each<[string, (text: string) => string, RegExp]>([
    [
      'an unknown event',
      (t) => t.replace('event: returned', 'event: dikembalikan'),
      /:25 statuses\.in\.Kembali\.event: harus salah satu dari: returned, accepted/,
    ],
    [
      'a label with two meanings',
      (t) => t.replace('    Kembali:', '    " menunggu":'),
      /statuses\.in\. menunggu: sama dengan "Menunggu"/,
    ],
    [
      'a status that is none of ours',
      (t) => t.replace('{ received: Menunggu', '{ selesai: S, received: Menunggu'),
      /:26 statuses\.out\.selesai: status kanonik tidak dikenal/,
    ],
    [
      'a word by an unknown reason',
      (t) => t.replace('spam: Spam', 'iseng: Spam'),
      /statuses\.out\.rejected\.iseng: harus salah satu dari/,
    ],
    [
      'a request that the connector does not know',
      (t) => t.replace('  create:', '  buat:'),
      /:15 requests\.buat: permintaan tidak dikenal; yang dikenal: create, ping/,
    ],
    [
      'a request that the connector needs',
      (t) => t.replace('  create:', '  ping:'),
      /:14 requests: permintaan create belum ada/,
    ],
    [
      'an answer field that is missing',
      (t) => t.replace('external_id: data.id', 'label: x'),
      /:19 requests\.create\.answer: bidang jawaban external_id belum ada/,
    ],
    [
      'a field that no code reads',
      (t) => t.replace('text: isi', 'text: isi, teks: isi'),
      /:21 read\.complaint\.teks: bidang tidak dikenal/,
    ],
    [
      'a kind of message that no code reads',
      (t) => t.replace('aduan.baru: opened', 'aduan.baru: baru'),
      /:13 webhook\.types\.aduan\.baru: harus salah satu dari: opened, status/,
    ],
    [
      'an unknown key of a request',
      (t) => t.replace('    path: /aduan', '    path: /aduan\n    metode: POST'),
      /:18 requests\.create\.metode: kunci tidak dikenal/,
    ],
    [
      'a path that is none',
      (t) => t.replace('path: /aduan', 'path: aduan?x=1'),
      /:17 requests\.create\.path: harus dimulai dengan \//,
    ],
    [
      'an unknown way to sign in',
      (t) => t.replace('scheme: bearer', 'scheme: basic'),
      /:8 auth\.scheme: harus salah satu dari: none, bearer/,
    ],
    [
      'a scalar where a map is wanted',
      (t) => t.replace('poll: { every: 30s, overlap: 2m }', 'poll: 30s'),
      /:4 poll: harus berupa pasangan kunci: nilai/,
    ],
    [
      'a list where text is wanted',
      (t) => t.replace('title: Platform Contoh', 'title: [a]'),
      /:2 title: harus berupa teks/,
    ],
    ['a key written twice', (t) => `${t}title: Lagi\n`, /:28 kunci ini tertulis dua kali/],
    [
      'YAML that can not be read',
      (t) => t.replace('read:\n  complaint: { text: isi }', 'read:\n  complaint: { text: isi'),
      /^contoh\.yaml:22 (YAML tidak dapat dibaca|jorokan baris)/,
    ],
    [
      'a variable without quotes inside braces',
      (t) => t.replace('"${SECRET}"', '${SECRET}'),
      /:11 YAML tidak dapat dibaca: di dalam \{ \}/,
    ],
    ['an address that is none', (t) => t.replace('${BASE_URL}', 'ftp://x'), /:3 base_url: harus alamat http/],
  ])('refuses %s', (_name, change, expected) => {
    expect(faultsOf(change(PROFILE)).join('\n')).toMatch(expected);
  });

  test('refuses an empty file with a sentence', () => {
    expect(faultsOf('')).toEqual(['contoh.yaml:1 berkas ini kosong atau bukan pasangan kunci: nilai']);
  });

  test('leaves JSONata that looks like a variable alone', () => {
    const settings = load(PROFILE.replace('isi: text', `isi: 'text & $string(\${"a": 1})'`));
    expect(settings.requests['create']?.body).toMatchObject({ isi: 'text & $string(${"a": 1})' });
  });

  test('says which reference points at nothing', () => {
    expect(faultsOf(PROFILE.replace(/^title: .*$/m, 'title: *Judul'))).toEqual([
      expect.stringMatching(/^contoh\.yaml:\d+ .*\*Judul merujuk nama yang tidak ada/),
    ]);
  });

  test('names references that unfold without end', () => {
    const bomb = [
      'a: &a [x, x, x, x, x, x, x, x, x]',
      ...'bcdefgh'.split('').map((name, at) => {
        const before = 'abcdefg'[at];
        return `${name}: &${name} [${Array.from({ length: 9 }, () => `*${before}`).join(', ')}]`;
      }),
    ].join('\n');
    expect(faultsOf(`${PROFILE}\n${bomb}`)).toEqual([
      expect.stringMatching(/^contoh\.yaml:1 .*terlalu banyak rujukan/),
    ]);
  });

  test('never fails but with faults, whatever the text', () => {
    fc.assert(
      fc.property(fc.nat(PROFILE.length), fc.nat(20), fc.string({ maxLength: 4 }), (at, cut, put) => {
        const text = PROFILE.slice(0, at) + put + PROFILE.slice(at + cut);
        for (const fault of faultsOf(text)) expect(fault).toMatch(/^contoh\.yaml:\d+ |^[^:]*$/);
      }),
      { numRuns: 60 },
    );
  });
});

test('a duration is a whole number with its unit', () => {
  expect(['500ms', '30s', '2m', '1h', '1d'].map(durationMs)).toEqual([500, 30_000, 120_000, 3_600_000, 86_400_000]);
  for (const wrong of ['30', 's', '1.5s', '-1s', '1 s', '1w', 30, null]) expect(isDuration(wrong)).toBe(false);
});
