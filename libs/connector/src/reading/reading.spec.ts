import fc from 'fast-check';
import type { Problem } from '../contract.ts';
import { Fields } from './fields.ts';
import { decodeJson } from './json.ts';
import { Labels } from './labels.ts';
import { cleanText, fit } from './text.ts';
import { localTime, readTime } from './time.ts';

const bytes = (text: string) => Buffer.from(text);

describe('text', () => {
  test.each([
    ['NUL goes', 'a\0b', 'ab'],
    ['a lone surrogate becomes visible', 'a\ud800b', 'a\ufffdb'],
    ['letters are composed', 'e\u0301', '\u00e9'],
    ['line ends are one kind', 'a\r\nb\rc', 'a\nb\nc'],
    ['the edges are trimmed', ' \n a \t', 'a'],
  ])('%s', (_name, given, expected) => expect(cleanText(given)).toBe(expected));

  test('of 10,000 characters stays, a longer one is visibly cut', () => {
    expect(cleanText('x'.repeat(10_000))).toHaveLength(10_000);
    expect(cleanText('x'.repeat(10_001))).toBe(`${'x'.repeat(9_999)}…`);
  });

  test('cleaned is storable, short enough, and stays as it is when cleaned again', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), fc.integer({ min: 1, max: 40 }), (text, max) => {
        const clean = cleanText(text, max);
        expect(clean.isWellFormed() && !clean.includes('\0') && clean.length <= max).toBe(true);
        expect(cleanText(clean, max)).toBe(clean);
      }),
    );
  });

  test('fitted is never longer than asked, whole where it fits, and cut at a word', () => {
    expect(fit('Jalan berlubang di depan pasar', 20)).toBe('Jalan berlubang di…');
    expect(fit('Jalan', 5)).toBe('Jalan');
    fc.assert(
      fc.property(fc.string({ maxLength: 80 }), fc.integer({ min: 1, max: 90 }), (text, max) => {
        const fitted = fit(text, max);
        expect(fitted.length).toBeLessThanOrEqual(max);
        if (text.length <= max) expect(fitted).toBe(text);
        else expect(text.startsWith(fitted.slice(0, -1))).toBe(true);
      }),
    );
  });
});

describe('a time', () => {
  test.each([
    ['with offset', '2025-11-07T08:31:22+07:00', '2025-11-07T08:31:22+07:00'],
    ['in UTC', '2025-11-07T01:31:22z', '2025-11-07T01:31:22Z'],
    ['with fraction', '2025-11-07T01:31:22.123Z', '2025-11-07T01:31:22.123Z'],
    ['with an offset without colon', '2025-11-07T08:31:22+0700', '2025-11-07T08:31:22+07:00'],
    ['local WIB', '2025-11-07 08:31:22', '2025-11-07T08:31:22+07:00'],
    ['local, to the minute', '2025-11-07 08:31', '2025-11-07T08:31:00+07:00'],
  ])('%s', (_name, given, expected) => expect(readTime(given, '+07:00')).toBe(expected));

  test.each([
    '',
    'kemarin',
    '2025-02-30 10:00:00',
    '2025-13-01 10:00:00',
    '2025-11-07 24:00:00',
    '2025-11-07',
    '2025-11-07T08:00:00+25:00',
    '0000-00-00 00:00:00',
    null,
    17,
    {},
  ])('%j is none', (given) => expect(readTime(given, '+07:00')).toBeNull());

  test('without an offset anywhere has no meaning', () => expect(readTime('2025-11-07 08:31:22')).toBeNull());

  test('said in WIB and read again is the same instant', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date('1971-01-01'), max: new Date('2100-01-01'), noInvalidDate: true }),
        (date) => {
          const whole = Math.floor(date.getTime() / 1000) * 1000;
          expect(Date.parse(readTime(localTime(date.toISOString(), '+07:00'), '+07:00') ?? '')).toBe(whole);
        },
      ),
    );
  });
});

describe('JSON', () => {
  test('keeps the digits of whole numbers beyond 2^53', () => {
    expect(decodeJson(bytes('{"id":1234567890123456789,"n":12,"x":1.5,"s":"1234567890123456789"}'))).toEqual({
      id: '1234567890123456789',
      n: 12,
      x: 1.5,
      s: '1234567890123456789',
    });
  });

  test.each([
    ['nothing', ''],
    ['half an object', '{"a": 1'],
    ['a page', '<!doctype html>'],
    ['101 levels', '['.repeat(101) + ']'.repeat(101)],
    ['200,000 levels', '['.repeat(200_000) + ']'.repeat(200_000)],
    ['200,000 opened', '{"a":'.repeat(200_000)],
  ])('%s is malformed', (_name, text) => {
    expect(() => decodeJson(bytes(text))).toThrow(expect.objectContaining({ failure: 'malformed' }));
  });

  test('brackets in texts are no levels, and 100 levels are read', () => {
    expect(decodeJson(bytes(JSON.stringify({ a: '['.repeat(500), b: '\\"[' })))).toMatchObject({ b: '\\"[' });
    expect(() => decodeJson(bytes('['.repeat(100) + ']'.repeat(100)))).not.toThrow();
  });

  test('a byte order mark and broken UTF-8 do not hold it up', () => {
    expect(decodeJson(Buffer.from([0xef, 0xbb, 0xbf, 0x22, 0xff, 0x22]))).toBe('\ufffd');
  });

  test('__proto__ changes no other object', () => {
    decodeJson(bytes('{"__proto__": {"admin": true}, "id": 1234567890123456789}'));
    expect(({} as { admin?: boolean }).admin).toBeUndefined();
  });

  test('reads what JSON.parse reads', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 6 }), (value) => {
        const text = JSON.stringify(value);
        if (!/\d{16}/.test(text)) expect(decodeJson(bytes(text))).toEqual(JSON.parse(text));
      }),
    );
  });
});

describe('fields', () => {
  const values = {
    id: 8812,
    nama: ' Budi\0 ',
    kosong: '',
    nol: null,
    waktu: '2025-11-07 08:31:22',
    ya: '1',
    objek: {},
    satu: { id: 1 },
    lat: '-7.3',
  };
  const fields = new Fields(values, { source: 'Contoh', offset: '+07:00' });

  test('come out as what they should be', () => {
    expect([
      fields.id('id'),
      fields.text('nama'),
      fields.time('waktu'),
      fields.boolean('ya'),
      fields.number('lat'),
    ]).toEqual(['8812', 'Budi', '2025-11-07T08:31:22+07:00', true, -7.3]);
    expect([fields.text('kosong'), fields.get('nol'), fields.id('toString')]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
    expect([fields.list('satu'), fields.list('nol')]).toEqual([[{ id: 1 }], []]);
    expect(fields.fields('satu').id('id')).toBe('1');
  });

  test('that can not be read are a problem where problems are kept, and malformed where not', () => {
    const problems: Problem[] = [];
    const kept = new Fields(values, { source: 'Contoh', problems });
    expect([kept.text('objek'), kept.time('nama'), kept.boolean('nama')]).toEqual([undefined, undefined, undefined]);
    expect(problems.map(({ code }) => code)).toEqual(['invalid_field', 'invalid_field', 'invalid_field']);
    expect(JSON.stringify(problems)).not.toContain('Budi');
    expect(() => fields.text('objek')).toThrow(expect.objectContaining({ failure: 'malformed' }));
    expect(() => kept.needTime('nol')).toThrow(/Bidang nol dari Contoh/);
  });
});

describe('labels', () => {
  const labels = new Labels({
    statuses: {
      in: { 'Dalam Tindakan': { status: 'in_progress' }, 'Bukan Wewenang': { event: 'returned' } },
      out: {
        received: 'Menunggu',
        verifying: null,
        needs_info: null,
        assigned: 'D',
        in_progress: 'P',
        resolved: 'S',
        closed: 'S',
        rejected: { spam: 'Spam', otherwise: 'Tidak Layak' },
        returned: 'Kembali',
      },
    },
    categories: { in: { Infrastruktur: 'road', Umum: null }, out: { road: 'Infrastruktur' }, otherwise: 'Lain' },
  });

  test('are known whatever their capitals and spaces', () => {
    expect(labels.meaningOf('  dalam   TINDAKAN ')).toEqual({ status: 'in_progress' });
    expect(labels.meaningOf('bukan wewenang')).toEqual({ event: 'returned' });
  });

  test.each(['Tuntas', '', 'constructor', '__proto__', 'toString'])('%j is unknown, never guessed', (label) => {
    expect([labels.meaningOf(label), labels.categoryOf(label)]).toEqual([null, undefined]);
  });

  test('are said by reason where the platform has several', () => {
    expect([
      labels.wordFor('rejected', 'spam'),
      labels.wordFor('rejected', 'duplikat'),
      labels.wordFor('rejected'),
    ]).toEqual(['Spam', 'Tidak Layak', 'Tidak Layak']);
    expect([labels.wordFor('verifying'), labels.wordFor('returned'), labels.wordFor('accepted')]).toEqual([
      null,
      'Kembali',
      null,
    ]);
  });

  test('of categories go both ways', () => {
    expect([labels.categoryOf(' infrastruktur'), labels.categoryOf('Umum')]).toEqual(['road', null]);
    expect([labels.categoryWord('road'), labels.categoryWord('health'), labels.categoryWord(null)]).toEqual([
      'Infrastruktur',
      'Lain',
      'Lain',
    ]);
  });
});
