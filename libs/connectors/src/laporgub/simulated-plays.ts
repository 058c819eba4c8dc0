import type { Play } from '#connector/testing';
import { CATEGORIES, STATUSES } from './simulated-aduan.ts';

const ISI = { name: 'isi', label: 'Isi', required: true, long: true };

/** What a citizen and an officer can do on the simulated LaporGub. */
export const PLAYS: Play[] = [
  {
    name: 'turunkan',
    label: 'Warga melapor, provinsi menurunkan ke kabupaten',
    onCase: false,
    fields: [
      { name: 'isi', label: 'Isi aduan', required: true, long: true },
      { name: 'kategori', label: 'Kategori', options: CATEGORIES },
      { name: 'kode_wilayah', label: 'Kode wilayah (33.03.09 bila kosong)' },
      { name: 'alamat', label: 'Alamat' },
      { name: 'nama', label: 'Nama pelapor' },
      { name: 'telepon', label: 'Telepon pelapor' },
      { name: 'tanda', label: 'Tanda', options: ['tanpa tanda', 'anonim', 'rahasia', 'anonim dan rahasia'] },
      { name: 'foto', label: 'Foto', options: ['tanpa foto', 'dengan foto'] },
    ],
  },
  { name: 'jawaban', label: 'Warga: menjawab', onCase: true, fields: [ISI] },
  {
    name: 'tandai',
    label: 'Warga: minta dirahasiakan',
    onCase: true,
    fields: [{ name: 'tanda', label: 'Tanda', options: ['anonim', 'rahasia', 'anonim dan rahasia'], required: true }],
  },
  {
    name: 'tanggapan',
    label: 'Petugas: menulis tanggapan, pertanyaan atau catatan',
    onCase: true,
    fields: [
      ISI,
      { name: 'jenis', label: 'Jenis', options: ['tanggapan', 'pertanyaan_pelapor', 'catatan_internal'] },
      { name: 'oleh', label: 'Nama instansi' },
      { name: 'publik', label: 'Publik', options: ['ya', 'tidak'] },
    ],
  },
  {
    name: 'status',
    label: 'Petugas: ubah status',
    onCase: true,
    fields: [
      { name: 'status', label: 'Status', options: STATUSES },
      { name: 'label', label: 'Label lain, bila tidak ada di daftar' },
      { name: 'isi', label: 'Tanggapan yang menyertai', long: true },
      { name: 'oleh', label: 'Nama instansi' },
    ],
  },
  {
    name: 'kembalikan',
    label: 'Petugas: kembalikan (bukan wewenang)',
    onCase: true,
    fields: [{ name: 'alasan', label: 'Alasan', required: true, long: true }],
  },
];
