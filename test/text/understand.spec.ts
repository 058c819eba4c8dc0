import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { understand } from '#text';
import { EXAMPLES } from './examples.ts';
import { KNOWLEDGE } from './knowledge.ts';

const read = (text: string) => understand(text, KNOWLEDGE);
const written = (text: string) => KNOWLEDGE.spelling.normalise(text).join(' ');

describe('the normaliser', () => {
  test.each([
    ['abbreviations', 'mhn jln ds onje blm diaspal', 'mohon jalan desa onje belum aspal'],
    ['Banyumasan endings', 'dalane karo lampune', 'jalan dengan lampu'],
    ['words that are said twice', 'dalane bolong2, gorong-gorong', 'jalan lubang gorong'],
    ['long-drawn words', 'tolooong rusaaak', 'tolong rusak'],
    ['one wrong letter in a long word', 'berlubnag', 'lubang'],
    ['a preposition that is written together', 'dipasar', 'di pasar'],
    ['a name that is written apart', 'bobot sari, kali manah', 'bobotsari kalimanah'],
    ['numbers that are written together', 'rt02 km5', 'rt 02 km 5'],
    ['langka is none, not rare', 'dana langka', 'dana tidak ada'],
    ['kesel is tired, not annoyed', 'kesel', 'lelah'],
    ['a traffic light is no street light', 'bangjone karo lampu merah', 'bangjo dengan bangjo'],
  ])('knows %s', (_name, text, expected) => expect(written(text)).toBe(expected));

  test('makes no complaint out of chatter by correcting it, nor the other way round', () => {
    expect(written('suwe kesuwen')).not.toMatch('terimakasih');
    expect(written('berkas sudah lengkap, seorang warga')).not.toMatch(/langkap|serang/);
  });

  test.each(EXAMPLES.filter((_each, at) => at % 25 === 0).map(({ text }) => text))(
    'changes nothing twice: %s',
    (text) => expect(written(written(text))).toBe(written(text)),
  );
});

describe('a place', () => {
  test.each([
    [
      'the kecamatan decides between two desa of one name',
      'jalan desa karangtengah kec kertanegara rusak',
      '33.03.18.2009',
    ],
    ['the word kelurahan decides too', 'selokan kelurahan bojong mampet', '33.03.05.1001'],
    ['a landmark lies in its kecamatan', 'jln depan pasar bobotsari bolong', '33.03.09'],
    ['a well-known place is enough', 'jalan dekat owabong rusak', '33.03.14'],
    ['the word desa means the desa', 'lampu desa bobotsari mati', '33.03.09.2006'],
    ['a name misspelt by one letter', 'jalan bobtsari rusak', '33.03.09'],
    ['an everyday word with the word desa', 'jalan desa makam rembang rusak', '33.03.13.2009'],
    ['where something leads to does not count', 'jalan onje arah bobotsari rusak', '33.03.08.2002'],
    ['two desa of one kecamatan are in that', 'jalan onje lambur rusak', '33.03.08'],
    ['a desa of another kecamatan by its own', 'jalan karangreja kutasari rusak', '33.03.07.2007'],
    ['a kecamatan by a desa of it', 'jalan gondang karangreja rusak', '33.03.10.2007'],
  ])('%s', (_name, text, code) => expect(read(text).area?.code).toBe(code));

  test.each([
    'Karangtengah',
    'Karanggedang',
    'Karangnangka',
    'Penaruban',
    'Pagerandong',
    'Bojong',
    'Karangsari',
    'Karangreja',
  ])('a bare %s is asked about', (name) => {
    const { area, candidates, missing } = read(`jalan ${name} rusak parah`);
    expect([area, candidates.length, missing]).toEqual([null, 2, ['where']]);
  });

  test.each([
    ['thanks', 'terima kasih pak, jalan rusak'],
    ['a grave', 'pagar makam rusak'],
    ['the regency', 'jalan di Purbalingga rusak'],
    ['another regency', 'jalan di kabupaten rembang rusak'],
  ])('none is made out of %s', (_name, text) => expect(read(text)).toMatchObject({ area: null, candidates: [] }));

  test('a desa and a kecamatan that do not belong together are asked about', () =>
    expect(read('jalan desa slinga kecamatan bobotsari rusak')).toMatchObject({ area: null, missing: ['where'] }));
});

describe('a road', () => {
  test.each([
    'jalan raya bobotsari karangreja bolong',
    'ruas Purbalingga - Bobotsari km 5 rusak',
    'jln dari bukateja ke klampok rusak',
  ])('of the register gives its owner: %s', (text) =>
    expect(read(text)).toMatchObject({ kewenangan: 'provinsi', road: { owner: 'provinsi' }, missing: [] }),
  );

  test.each(['jalan rusak di bobotsari, purbalingga', 'jalan raya bobotsari rusak', 'lampu mati bobotsari karangreja'])(
    'is not made out of an address: %s',
    (text) => expect(read(text).road).toBeNull(),
  );

  test('belongs to whom it belonged on the day', () =>
    expect(understand('jalan raya bobotsari karangreja rusak', KNOWLEDGE, '2010-01-01').road).toBeNull());

  test('that a desa is beside lies there', () =>
    expect(read('jalan raya purbalingga bobotsari di desa gandasuli rusak')).toMatchObject({
      area: { code: '33.03.09.2001' },
      road: { name: 'Purbalingga - Bobotsari' },
    }));
});

describe('a text', () => {
  test('that complains and thanks is a complaint', () =>
    expect(read('Selamat pagi pak, jalan depan rumah rusak mohon diperbaiki, terima kasih')).toMatchObject({
      isComplaint: true,
      chatter: null,
      category: 'road',
      missing: ['where'],
    }));

  test.each(['saya dianiaya suami', 'tetangga dipukuli', 'KDRT'])(
    'about violence is a complaint of what a person has to look at, however few its words: %s',
    (text) => expect(read(text)).toMatchObject({ isComplaint: true, category: null }),
  );

  test('of which nobody can tell is neither a complaint nor chatter', () =>
    expect(read('besok pagi rombongan berangkat naik kereta dari stasiun')).toMatchObject({
      isComplaint: false,
      chatter: null,
    }));

  test('about two things at once is not sure', () => {
    const { isSure, confidence } = read('lampu jalan mati dan sampah menumpuk');
    expect([isSure, confidence < 0.6]).toEqual([false, true]);
  });

  test('says which words decided, and why', () =>
    expect(read('lampune peteng nang gandasuli')).toMatchObject({
      matched: ['lampu .. gelap'],
      why: expect.arrayContaining([expect.stringMatching('Desa Gandasuli, Bobotsari')]),
    }));

  test('about a card needs no place', () => expect(read('KTP saya belum jadi').missing).toEqual([]));
});

const odd = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc.string({ unit: 'grapheme', maxLength: 300 }),
  fc
    .array(fc.constantFrom(...EXAMPLES.flatMap(({ text }) => text.split(' ')), '\0', '\ud800', '2', '.', '08123'), {
      maxLength: 60,
    })
    .map((words) => words.join(' ')),
);

test('whatever is written, it is understood without an error and normalised once for all', () => {
  fc.assert(
    fc.property(odd, (text) => {
      expect(read(text).confidence).toBeLessThanOrEqual(1);
      expect(written(written(text))).toBe(written(text));
    }),
    { numRuns: 400 },
  );
});

const LONG = 10_000;
test.each([
  ['one letter', 'a'.repeat(LONG)],
  ['one word', 'jalan '.repeat(LONG / 6)],
  ['names of places', 'karangreja bobotsari onje makam '.repeat(LONG / 32)],
  ['dots', 'a.b'.repeat(LONG / 3)],
  ['digits', '08 '.repeat(LONG / 3)],
  ['NUL and halves of characters', '\0\ud800'.repeat(LONG / 2)],
  [
    'every example',
    EXAMPLES.map(({ text }) => text)
      .join(' ')
      .slice(0, LONG),
  ],
])('ten thousand characters of %s take no time', (_name, text) => {
  // The best of three: the engine's own compiling and tidying is not what is measured.
  const took = [1, 2, 3].map(() => {
    const start = process.cpuUsage();
    read(text);
    const { user, system } = process.cpuUsage(start);
    return (user + system) / 1_000;
  });
  expect(Math.min(...took)).toBeLessThan(1_000);
});

test('a usual text takes less than a millisecond', () => {
  for (const { text } of EXAMPLES) read(text);
  const start = process.cpuUsage();
  for (const { text } of EXAMPLES) read(text);
  const { user, system } = process.cpuUsage(start);
  expect((user + system) / 1_000 / EXAMPLES.length).toBeLessThan(1);
});
