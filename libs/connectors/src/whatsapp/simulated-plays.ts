import { ADVANCE, type Play, type PlayField } from '#connector/testing';

const SAID: PlayField[] = [
  { name: 'isi', label: 'Pesan', long: true },
  { name: 'foto', label: 'Foto', options: ['tanpa foto', 'dengan foto'] },
  { name: 'lokasi', label: 'Lokasi (lintang, bujur)' },
];

export const PLAYS: Play[] = [
  {
    name: 'kirim',
    label: 'Warga: kirim pesan',
    onCase: false,
    fields: [
      { name: 'nama', label: 'Nama', required: true },
      { name: 'nomor', label: 'Nomor (kosong: disembunyikan)' },
      ...SAID,
    ],
  },
  ADVANCE,
  {
    name: 'banyak',
    label: 'Platform: sekali kirim banyak kabar',
    onCase: false,
    fields: [{ name: 'jumlah', label: 'Jumlah', required: true }],
  },
  {
    name: 'balas',
    label: 'Warga: tulis lagi',
    onCase: true,
    fields: [...SAID, { name: 'kutip', label: 'Mengutip pesan terakhir kami', options: ['tidak', 'ya'] }],
  },
  {
    name: 'ubah',
    label: 'Warga: ralat pesan terakhir',
    onCase: true,
    fields: [{ name: 'isi', label: 'Pesan', required: true, long: true }],
  },
  { name: 'hapus', label: 'Warga: tarik pesan terakhir', onCase: true, fields: [] },
  { name: 'tombol', label: 'Warga: tekan tombol', onCase: true, fields: [{ name: 'judul', label: 'Tombol' }] },
  {
    name: 'ganti-nomor',
    label: 'Warga: ganti nomor',
    onCase: true,
    fields: [{ name: 'nomor', label: 'Nomor baru', required: true }],
  },
  {
    name: 'dari-hp',
    label: 'Petugas: jawab dari aplikasi',
    onCase: true,
    fields: [{ name: 'isi', label: 'Jawaban', required: true, long: true }],
  },
];
