import { LRUCache } from 'lru-cache';

/** Words that mean the same where complaints are spoken of; each line is one meaning. */
const MEANINGS = [
  'create buat membuat menambah mengirim melapor tambah baru kirim submit post lapor new',
  'list mencari daftar index cari search semua get ambil',
  'detail melihat lihat show view satu by',
  'status mengubah state keadaan posisi',
  'reply tanggapan balasan jawab jawaban respon response answer tindak lanjut komentar comment disposisi',
  'follow_up pertanyaan pelapor keterangan tambahan followup',
  'attach lampiran berkas file upload foto photo gambar attachment media',
  'complaint aduan laporan pengaduan ticket tiket report keluhan case kasus',
  'id nomor number no kode code tracking',
  'reference referensi rujukan luar external eksternal ref',
  'text isi uraian deskripsi description pesan message body konten content keluhan',
  'title judul subject perihal topik',
  'category kategori jenis type bidang topik klasifikasi',
  'location lokasi tempat alamat address',
  'lat latitude lintang',
  'lon lng longitude bujur long',
  'reporter pelapor pengirim pengadu sender user warga',
  'name nama',
  'phone telepon telp hp nohp ponsel kontak wa whatsapp',
  'email surel',
  'anonim anonymous anonymity',
  'rahasia confidential private secret',
  'opened tanggal dibuat created date waktu time at',
  'changed diubah updated modified',
  'reason alasan catatan note keterangan',
  'page halaman',
  'since sejak updated_since from mulai',
  'author oleh by petugas officer instansi',
].map((line) => new Set(line.split(' ')));

/** How alike two names are, from 0 to 1: the same letters, or words that mean the same. */
export function alike(one: string, other: string): number {
  const [a, b] = [wordsOf(one), wordsOf(other)];
  if (a.length === 0 || b.length === 0) return 0;
  if (a.join('') === b.join('')) return 1;
  const score = (from: string[], to: string[]) =>
    from.reduce((sum, word) => sum + Math.max(...to.map((each) => wordAlike(word, each))), 0) / from.length;
  return (score(a, b) + score(b, a)) / 2;
}

export const wordsOf = (name: string): string[] =>
  name
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter(Boolean);

const wordAlike = (one: string, other: string): number => (one === other ? 1 : COMPARED.memo(`${one} ${other}`));

/** The same few words stand in every operation of a document. */
const COMPARED = new LRUCache<string, number>({
  max: 20_000,
  memoMethod: (pair) => {
    const [one = '', other = ''] = pair.split(' ');
    return compare(one, other);
  },
});

function compare(one: string, other: string): number {
  if (MEANINGS.some((meaning) => meaning.has(one) && meaning.has(other))) return 0.85;
  const spelled = pairsAlike(one, other);
  return spelled > 0.5 ? spelled * 0.9 : 0;
}

/** Dice's measure over pairs of letters. */
function pairsAlike(one: string, other: string): number {
  const [a, b] = [pairsOf(one), pairsOf(other)];
  if (a.length === 0 || b.length === 0) return 0;
  const rest = [...b];
  const common = a.filter((pair) => {
    const at = rest.indexOf(pair);
    if (at >= 0) rest.splice(at, 1);
    return at >= 0;
  });
  return (2 * common.length) / (a.length + b.length);
}

const pairsOf = (word: string): string[] =>
  Array.from({ length: word.length - 1 }, (_none, at) => word.slice(at, at + 2));
