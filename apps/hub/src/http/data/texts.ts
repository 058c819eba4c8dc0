import type { COLUMNS } from './dataset.ts';
import { LEAST } from './suppress.ts';

interface DataTexts {
  title: string;
  text: string;
  files: string;
  months: string;
  month: string;
  received: string;
  done: string;
  hidden: string;
  none: string;
  columns: string;
  column: Record<(typeof COLUMNS)[number], string>;
  rules: string;
  rule: string[];
  licence: string;
  licensed: string;
  footer: string;
}

export const LICENCE = 'CC BY 4.0';
export const LICENCE_URL = 'https://creativecommons.org/licenses/by/4.0/';

/** Every sentence of the page of open data; the columns' meanings stand in the JSON too. */
export const TEXTS: Record<'id' | 'en', DataTexts> = {
  id: {
    title: 'Data terbuka: aduan warga Kabupaten Purbalingga',
    text: 'Jumlah aduan tiap bulan menurut saluran, pokok, kecamatan, OPD dan kewenangan, dan berapa yang sudah selesai. Bebas dipakai, tanpa kunci.',
    files: 'Unduh',
    months: 'Semua aduan menurut bulan',
    month: 'Bulan',
    received: 'Diterima',
    done: 'Selesai',
    hidden: 'disembunyikan',
    none: 'Belum ada bulan yang dapat ditampilkan.',
    columns: 'Kolom',
    column: {
      bulan: 'Bulan pengajuan aduan, WIB. Hanya bulan yang sudah lewat.',
      menurut:
        'Cara menghitung: semua, saluran, pokok, kecamatan, opd atau kewenangan. Tiap cara berjumlah sama dengan baris semua.',
      kode: 'Kode baris. tidak_diketahui: belum ditetapkan; yang berakhir _lain (opd_lain, saluran_lain, kecamatan_lain): di luar daftar.',
      nama: 'Nama yang dibaca orang.',
      diterima: 'Aduan yang diajukan pada bulan itu. Kosong (null): disembunyikan.',
      selesai: 'Di antaranya yang kini sudah dijawab: Selesai atau Ditutup. Kosong (null): disembunyikan.',
    },
    rules: 'Yang tidak ditampilkan',
    rule: [
      `Tidak ada baris tentang satu orang. Jumlah 1 sampai ${LEAST - 1} disembunyikan.`,
      'Bila jumlah itu masih dapat dihitung dari selisih dengan baris semua, jumlah terkecil berikutnya ikut disembunyikan; bila itu pun tidak cukup, seluruh tabel bulan itu tidak ditampilkan.',
      'Angka selesai mengikuti keadaan sekarang, jadi dapat berubah untuk bulan yang sudah lewat. Data dihitung ulang paling lama tiap sepuluh menit.',
    ],
    licence: 'Lisensi',
    licensed:
      'Boleh dipakai, diolah dan dibagikan dengan menyebut sumbernya: Pemerintah Kabupaten Purbalingga, Simpul Aduan.',
    footer: 'Halaman ini tidak memuat aduan perorangan.',
  },
  en: {
    title: 'Open data: complaints of citizens of Purbalingga',
    text: 'Complaints of each month by channel, subject, kecamatan, office and authority, and how many are done. Free to use, without a key.',
    files: 'Download',
    months: 'All complaints by month',
    month: 'Month',
    received: 'Received',
    done: 'Done',
    hidden: 'hidden',
    none: 'There is no month that can be shown yet.',
    columns: 'Columns',
    column: {
      bulan: 'Month in which the complaint was filed, WIB (UTC+7). Only months that are over.',
      menurut:
        'How it is counted: semua (all), saluran (channel), pokok (subject), kecamatan, opd (office) or kewenangan (authority). Each adds up to the row semua.',
      kode: "The row's code. tidak_diketahui: not known yet; what ends in _lain (opd_lain, saluran_lain, kecamatan_lain): not on the list.",
      nama: 'The name that people read, in Indonesian.',
      diterima: 'Complaints filed in that month. Empty (null): hidden.',
      selesai: 'Those of them that are answered by now: resolved or closed. Empty (null): hidden.',
    },
    rules: 'What is not shown',
    rule: [
      `No row is about one person. Counts from 1 to ${LEAST - 1} are hidden.`,
      'Where such a count could still be had by taking the other rows from the row semua, the next smallest is hidden too; where even that would not do, the whole table of that month stays away.',
      'What is done is counted as it stands now, so it may change for months that are over. The data is worked out anew every ten minutes at the latest.',
    ],
    licence: 'Licence',
    licensed: 'Use, change and share it, naming the source: Government of Purbalingga Regency, Simpul Aduan.',
    footer: 'This page holds no single complaint.',
  },
};
