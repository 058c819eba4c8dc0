import { CATEGORY, type EventOf, OUTCOME, REJECTION, STATUS, type Status } from '#complaint';

/** Every sentence of the citizen's pages in Bahasa Indonesia; what stands here stands in texts-en.ts too. */
export const ID = {
  lang: 'id',
  locale: 'id-ID',
  other: { lang: 'en', label: 'English' },
  brand: 'Simpul Aduan',
  region: 'Kabupaten Purbalingga',
  skip: 'Langsung ke isi',
  footer: 'Halaman ini tidak memuat identitas pelapor. Siapa pun yang memegang tautannya dapat membacanya.',
  print: 'Cetak',
  searchLink: 'Cari aduan lain',
  wib: 'WIB',

  complaint: (number: string) => `Aduan ${number}`,
  preview: 'Ikuti perkembangan aduan ini: siapa yang menangani, apa jawabannya, dan sampai di mana.',
  status: Object.fromEntries(Object.entries(STATUS).map(([key, { label }]) => [key, label])) as Record<Status, string>,
  standing: (handler: string): Record<Status, string> => ({
    received: 'Aduan sudah diterima dan menunggu diperiksa petugas.',
    verifying: 'Aduan sedang diperiksa petugas untuk menentukan siapa yang menangani.',
    needs_info: 'Petugas memerlukan keterangan tambahan dari pelapor.',
    assigned: `Aduan sudah diserahkan kepada ${handler} dan menunggu ditangani.`,
    in_progress: `Aduan sedang ditangani ${handler}.`,
    resolved: '',
    closed: 'Aduan ditutup.',
    rejected: 'Aduan tidak dapat diproses.',
  }),
  /** Selesai means answered; whether anything was repaired is said by the outcome alone. */
  resolved: {
    diperbaiki: 'Aduan selesai: sudah diperbaiki.',
    dijadwalkan: 'Aduan selesai dijawab: perbaikannya dijadwalkan, belum dikerjakan.',
    dijelaskan: 'Aduan selesai dijawab dengan penjelasan.',
    diteruskan: 'Aduan selesai dijawab: diteruskan kepada yang berwenang.',
  },
  onlyAnswered: 'Aduan selesai dijawab. Jawaban belum tentu berarti perbaikannya sudah dikerjakan.',
  outcome: OUTCOME as Record<keyof typeof OUTCOME, string>,
  rejection: REJECTION as Record<keyof typeof REJECTION, string>,
  category: CATEGORY as Record<keyof typeof CATEGORY, string>,

  turn: 'Giliran sekarang',
  turnOf: {
    checker: (office: string) => `${office} memeriksa aduan`,
    handler: (office: string) => `${office} menindaklanjuti`,
    reporter: 'Pelapor melengkapi keterangan',
    reporterJudges: 'Pelapor menilai jawabannya',
    nobody: 'Tidak ada; aduan sudah berakhir',
  },
  stepsTitle: 'Tahapan aduan',
  steps: ['Diterima', 'Diperiksa', 'Ditangani', 'Dijawab'],
  stepDone: 'sudah dilalui',
  stepNow: 'sekarang',
  stepAhead: 'belum',

  handledBy: 'Ditangani',
  opened: 'Diajukan',
  updated: 'Kabar terakhir',
  subject: 'Pokok aduan',
  area: 'Wilayah',
  kecamatan: (name: string) => `Kecamatan ${name}`,
  content: 'Isi aduan',
  journey: 'Perjalanan aduan',
  olderLeftOut: (count: number) => `${count} kabar yang lebih lama tidak ditampilkan.`,
  alsoAt: 'Tercatat juga di',
  opensElsewhere: 'membuka situs lain',
  photo: (n: number, size: string) => `Foto ${n} (${size})`,
  photoAlt: (office: string) => `Foto dari ${office}`,
  document: (size: string) => `Berkas (${size})`,

  entry: {
    opened: 'Aduan diterima',
    forwarded: (office: string) => `Diteruskan ke ${office}`,
    replied: (office: string) => `Tanggapan dari ${office}`,
    asked: (office: string) => `Pertanyaan dari ${office}`,
    followedUp: 'Pelapor menambahkan keterangan',
    accepted: (office: string) => `Dicatat oleh ${office}`,
    status: (label: string, office: string) => `${label} (${office})`,
    resolved: ({ outcome }: EventOf<'status_changed'>) =>
      outcome ? `Selesai dijawab: ${OUTCOME[outcome].toLowerCase()}` : 'Selesai dijawab',
    returned: (office: string) => `Dikembalikan oleh ${office}, dicarikan yang berwenang`,
    disposed: (opd: string) => `Diserahkan kepada ${opd}`,
    via: (office: string) => `melalui ${office}`,
  },

  live: {
    on: 'Halaman ini memperbarui diri.',
    lost: 'Sambungan terputus; mencoba menyambung lagi.',
    news: (status: string) => `Ada kabar baru. Status sekarang: ${status}.`,
  },

  notFound: 'Aduan tidak ditemukan',
  notFoundText: 'Tautan ini tidak menunjuk ke aduan yang dapat ditampilkan. Periksa kembali tautan yang Anda terima.',
  away: 'Belum dapat ditampilkan',
  awayText: 'Halaman ini sedang tidak dapat dibuka. Aduan Anda tetap tersimpan; buka lagi beberapa saat lagi.',

  search: {
    title: 'Lacak aduan',
    text: 'Masukkan nomor aduan dan kode pelapor yang Anda terima saat mengadu.',
    number: 'Nomor aduan',
    numberHint: 'Misalnya SA-2026-000042',
    code: 'Kode pelapor',
    codeHint: 'Delapan huruf dan angka, misalnya K7QM-4TXP',
    submit: 'Buka aduan',
    wrong: 'Nomor dan kode itu tidak cocok. Periksa keduanya lalu coba lagi.',
    tooMany: 'Terlalu banyak percobaan. Tunggu satu jam, atau buka tautan yang Anda terima.',
    elsewhere: 'Permintaan ini tidak datang dari halaman ini. Muat ulang halaman lalu coba lagi.',
  },
};

export type Texts = typeof ID;
