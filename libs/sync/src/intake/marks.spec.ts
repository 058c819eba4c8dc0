import { expect, test } from '@jest/globals';
import { marksIn } from './marks.ts';

test.each([
  ['jalan rusak depan pasar', false, false],
  ['Tolong rahasiakan nama saya, jalan rusak', true, false],
  ['Mohon identitas dan laporan saya dirahasiakan', true, true],
  ['Mohon dijaga kerahasiaan identitasnya', true, false],
  ['RAHASIA. Ada pungutan liar di kantor itu', false, true],
  ['lapor anonim, lampu mati', true, false],
  ['jangan sebut nama saya nggih', true, false],
  ['tanpa nama, sampah numpuk', true, false],
])('%s: anonim %s, rahasia %s', (text, anonim, rahasia) => {
  expect(marksIn(text)).toEqual({ anonim, rahasia });
});

test.each([
  'nama saya jangan disebut ya',
  'Nama saya, tolong jangan di sebut',
  'identitas saya jangan dipublikasikan',
  'identitas saya sebagai pelapor mohon tidak disebarkan',
  'jgn sebut nama sy',
  'jangannn sebut namaku pak',
  'jangan sampai nama saya disebut',
  'ga usah sebut nama',
  'gausah pakai nama',
  'tdk usah sebut nama sy pak',
  'nama tidak usah ditulis',
  'saya tidak mau namanya disebut',
  'nama saya nggak usah ditampilkan nggih min',
  'no hp saya jangan disebar',
  '081234567890 jangan dibagikan',
  'aja nyebut jeneng, nama inyong aja disebut',
  'samarkan nama saya',
  'tolong sembunyikan identitas pelapor',
  'nama saya mohon disamarkan',
  'tutup nama saya ya pak',
  'tolong jaga identitas saya',
  'identitas saya tolong dijaga',
])('"%s" asks to stay unnamed', (text) => {
  expect(marksIn(text)).toEqual({ anonim: true, rahasia: false });
});

test.each([
  'jangan lupa nama jalannya Jalan Letkol Isdiman',
  'jangan lupa tulis nama saya di daftar bansos',
  'nama jalan jangan ditutup pohon',
  'nama jalan kami ditutup pagar',
  'nama saya tidak tercantum di daftar penerima bansos',
  'nama saya tidak ada di DTKS',
  'nama saya Budi, jalan depan rumah ditutup warga',
  'jalan jangan dibiarkan rusak. Nama saya Budi dari Galuh',
  'tolong jaga nama baik desa',
  'jangan ditutup jalannya, nama saya Siti',
  'identitas jalan dan papan nama desa tidak jelas',
])('"%s" does not', (text) => {
  expect(marksIn(text)).toEqual({ anonim: false, rahasia: false });
});
