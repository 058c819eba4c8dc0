import type { Play, PlayField } from '#connector/testing';
import { CHANNELS, KATEGORI, KECAMATAN, KEWENANGAN, STATUSES } from './simulated-aduan.ts';

const ISI: PlayField = { name: 'isi', label: 'Isi', required: true, long: true };
const FOTO: PlayField = { name: 'foto', label: 'Foto', options: ['tanpa foto', 'dengan foto'] };
const TANDA: PlayField = {
  name: 'tanda',
  label: 'Tanda',
  options: ['tanpa tanda', 'anonim', 'rahasia', 'anonim dan rahasia'],
};
const DECIDED: PlayField[] = [
  { name: 'kategori', label: 'Kategori', options: KATEGORI },
  { name: 'kewenangan', label: 'Kewenangan', options: KEWENANGAN },
  { name: 'opd', label: 'OPD' },
];
const PLACE: PlayField[] = [
  { name: 'kecamatan', label: 'Kecamatan', options: KECAMATAN },
  { name: 'desa', label: 'Desa atau kelurahan' },
  { name: 'alamat', label: 'Alamat' },
  { name: 'ruas_jalan', label: 'Ruas jalan' },
  { name: 'lat', label: 'Lintang' },
  { name: 'lon', label: 'Bujur' },
];

const WAKTU: PlayField = { name: 'waktu', label: 'Waktu kejadian (kosong: sekarang)' };

/** What a citizen and an officer can do on the simulated Lapor MasBuP. */
export const PLAYS: Play[] = [
  {
    name: 'lapor',
    label: 'Warga: melapor',
    onCase: false,
    fields: [
      ISI,
      { name: 'judul', label: 'Judul' },
      { name: 'kanal', label: 'Kanal', options: CHANNELS },
      ...DECIDED,
      ...PLACE,
      { name: 'nama', label: 'Nama pelapor' },
      { name: 'telepon', label: 'Telepon pelapor (+62...)' },
      TANDA,
      FOTO,
      WAKTU,
    ],
  },
  { name: 'susulan', label: 'Warga: menulis lagi', onCase: true, fields: [ISI, FOTO, WAKTU] },
  { name: 'verifikasi', label: 'Admin utama: verifikasi', onCase: true, fields: [WAKTU] },
  {
    name: 'disposisi',
    label: 'Admin utama: disposisi',
    onCase: true,
    fields: [...DECIDED, ...PLACE, TANDA, WAKTU],
  },
  {
    name: 'tanggapan',
    label: 'Petugas: menulis tanggapan',
    onCase: true,
    fields: [
      ISI,
      { name: 'nama', label: 'Nama petugas atau dinas' },
      { name: 'peran', label: 'Peran', options: ['admin_opd', 'admin_utama'] },
      { name: 'publik', label: 'Publik', options: ['ya', 'tidak'] },
      FOTO,
      WAKTU,
    ],
  },
  {
    name: 'status',
    label: 'Petugas: ubah status',
    onCase: true,
    fields: [
      { name: 'status', label: 'Status', options: STATUSES },
      { name: 'label', label: 'Label lain, bila tidak ada di daftar' },
      { name: 'keterangan', label: 'Keterangan', long: true },
      WAKTU,
    ],
  },
  {
    name: 'kembalikan',
    label: 'Petugas: kembalikan (bukan wewenang)',
    onCase: true,
    fields: [{ name: 'alasan', label: 'Alasan', required: true, long: true }, WAKTU],
  },
];
