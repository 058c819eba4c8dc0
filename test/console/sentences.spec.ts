import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { Interpreter, namesIn } from '../../apps/console/src/words/heard.ts';
import { spoken } from './spoken.ts';

const catalogue = (name: string): Record<string, string> =>
  JSON.parse(readFileSync(`apps/console/src/words/${name}.json`, 'utf8')) as Record<string, string>;
const sentences = catalogue('sentences.en');
const names = namesIn(catalogue('id'), catalogue('en'));

describe('what the server says has its English', () => {
  let said: ReturnType<typeof spoken>;
  beforeAll(() => {
    said = spoken();
  });

  test('the walk hears profile faults, reasons and advice', () => {
    expect(said.sentences.size).toBeGreaterThan(400);
    expect([...said.sentences.keys()]).toEqual(
      expect.arrayContaining([
        'kunci {1} wajib diisi',
        '{1} tidak menjawab pada waktunya',
        'Pastikan platform sudah pulih, lalu coba lagi.',
      ]),
    );
  });

  test('every sentence of the server stands in the catalogue', () => {
    const missing = [...said.sentences].filter(([sentence]) => !(sentence in sentences) && !(sentence in names));
    expect(missing).toEqual([]);
  });

  test('the catalogue holds nothing that the server no longer says', () => {
    expect(Object.keys(sentences).filter((sentence) => !said.literals.has(sentence))).toEqual([]);
  });

  test('both languages fill in the same values', () => {
    const places = (text: string) => [...new Set(text.match(/\{\d+/g))].toSorted().join();
    const differing = Object.entries(sentences).filter(([sentence, english]) => places(sentence) !== places(english));
    expect(differing).toEqual([]);
  });
});

describe('a sentence of the server is read in English', () => {
  const english = new Interpreter({ ...names, ...sentences });

  test.each([
    ['as it stands', 'Basis data tidak dapat dihubungi.', "The database can't be reached."],
    ['with a value in it', 'kunci base_url wajib diisi', 'the key base_url is needed'],
    [
      'by the sentence that fits best',
      'SMARTDPU menolak kredensial (HTTP 401)',
      'SMARTDPU refuses the credentials (HTTP 401)',
    ],
    [
      'by the longer of two that fit',
      'kewenangan provinsi, pokok road: sudah dicek',
      'authority provinsi, category road: sudah dicek',
    ],
    [
      'with what the platform said left alone',
      'SMARTDPU menolak (HTTP 422): isi: terlalu panjang',
      'SMARTDPU refuses (HTTP 422): isi: terlalu panjang',
    ],
    ['with a sentence in it', 'Versi itu tidak ada.', 'That version does not exist.'],
    [
      'with its advice',
      '3 kiriman ke LaporGub menunggu keputusan: Menunggu lampiran. Pastikan platform sudah pulih, lalu coba lagi.',
      '3 deliveries to LaporGub wait for a decision: Waits for attachments. Make sure that the platform is back, then retry.',
    ],
    [
      'part by part',
      'disposisi ke DPUPR; Diproses → Selesai; tujuan: laporgub',
      'disposed to DPUPR; In progress → Resolved; to: laporgub',
    ],
    [
      'a difference with what is done about it',
      'Tanggapan yang sudah dikirim ke LaporGub tidak tampak pada LG-1; dikirim ulang setelah diperiksa',
      'The reply that was sent to LaporGub is not seen on LG-1; sent again after a check',
    ],
    [
      'in the singular too',
      '1 kiriman ke LaporGub mungkin sudah sampai. Buka rinciannya, lalu coba lagi atau lewati dengan alasan.',
      '1 delivery to LaporGub may have arrived. Open its details, then retry or skip with a reason.',
    ],
    ['without its full stop', 'Koneksi ini sudah dijeda', 'This connection is paused already'],
  ])('%s', (_how, said, meant) => {
    expect(english.read(said)).toBe(meant);
  });

  test('words of people stay as they are', () => {
    for (const words of ['Jalan di depan pasar rusak sejak Januari.', 'sudah kami cek', 'ke sana lagi; besok', ''])
      expect(english.read(words)).toBe(words);
  });

  test('a long text that nobody knows is read in no time', () => {
    const long = 'jalan rusak, lampu mati: '.repeat(400);
    const since = performance.now();
    english.read(long);
    expect(performance.now() - since).toBeLessThan(200);
  });
});
