export const STATUSES = [
  'Menunggu',
  'Disposisi',
  'Verifikasi',
  'Progress',
  'Selesai',
  'Tidak Layak',
  'Spam',
  'Dikembalikan',
];
export const CATEGORIES = ['Infrastruktur', 'Sosial', 'Pendidikan', 'Kesehatan', 'Ketenagakerjaan'];
export const FILE_TYPES: Record<string, string> = {
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/webp': 'webp',
  'video/mp4': 'mp4',
  'application/pdf': 'pdf',
};
export const FILE_BYTES = 10 * 1024 * 1024;
/** A grey strip that stands for a citizen's photo. */
export const PHOTO = Buffer.from(
  '/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDAAEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEB' +
    'AQEBAQEBAQH/wAALCAAIABABAREA/8QAFAABAAAAAAAAAAAAAAAAAAAAAP/EABQQAQAAAAAAAAAAAAAAAAAAAAD/2gAIAQEAAD8AD//Z',
  'base64',
);

export interface TindakLanjut {
  id: string;
  id_luar: string | null;
  isi: string;
  jenis: string;
  oleh: string;
  publik: boolean;
  waktu: string;
}

interface Lampiran {
  id: string;
  url: string;
  mime: string;
}

export interface Aduan {
  tiket: string;
  nomor_referensi: string | null;
  kode_instansi: string;
  isi_aduan: string;
  kategori: string | null;
  lokasi: object | null;
  jenis: string;
  anonim: boolean;
  pelapor: object | null;
  status: string;
  alasan: string | null;
  url: string;
  created_at: string;
  updated_at: string;
  lampiran: Lampiran[];
  tindak_lanjut: TindakLanjut[];
}

export type Fields = Readonly<Record<string, unknown>>;
export type Faults = Record<string, string[]>;

const AREA = /^33\.\d\d\.\d\d(\.\d{4})?$/;
const TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/;

/** What is wrong with a new aduan, by field. */
export function faultsOfAduan(body: Fields): Faults {
  const { isi_aduan, lokasi, pelapor } = body;
  const area: unknown = Object(lokasi)['kode_wilayah'];
  const chars = typeof isi_aduan === 'string' ? Array.from(isi_aduan).length : -1;
  return listed({
    kode_instansi: body['kode_instansi'] !== '3303' && 'harus 3303',
    nomor_referensi: !isText(body['nomor_referensi']) && 'wajib diisi',
    isi_aduan: (chars < 50 || chars > 5000) && 'harus 50 sampai 5000 karakter',
    kategori: !isAbsent(body['kategori']) && !CATEGORIES.includes(String(body['kategori'])) && 'tidak dikenal',
    'lokasi.kode_wilayah':
      !(typeof area === 'string' && AREA.test(area)) && 'pilih dari daftar kecamatan dan kelurahan',
    jenis: !['publik', 'rahasia'].includes(String(body['jenis'])) && 'harus publik atau rahasia',
    anonim: typeof body['anonim'] !== 'boolean' && 'harus true atau false',
    pelapor: body['anonim'] === true && !isAbsent(pelapor) && 'harus null bila anonim',
    tanggal: !isTime(body['tanggal']) && 'harus berupa waktu dengan zona',
  });
}

/** What is wrong with a new follow-up, by field. */
export function faultsOfFollowUp({ id_luar, isi, jenis, status, publik }: Fields): Faults {
  return listed({
    id_luar: !isText(id_luar) && 'wajib diisi',
    isi: !isText(isi) && 'wajib diisi',
    jenis: !['tanggapan', 'pertanyaan_pelapor'].includes(String(jenis)) && 'tidak dikenal',
    status: status !== undefined && !(typeof status === 'string' && STATUSES.includes(status)) && 'tidak dikenal',
    publik: publik !== undefined && typeof publik !== 'boolean' && 'harus true atau false',
  });
}

export const isTime = (value: unknown): value is string => typeof value === 'string' && TIME.test(value);

/** The history of an aduan, oldest first. */
export function inWords({ created_at, isi_aduan, lampiran, tindak_lanjut, alasan }: Aduan): string[] {
  const files = lampiran.length > 0 ? ` (${lampiran.length} lampiran)` : '';
  return [
    `${created_at} Aduan masuk${files}: ${isi_aduan}`,
    ...tindak_lanjut.map(
      ({ waktu, jenis, oleh, publik, isi }) => `${waktu} ${jenis}${publik ? '' : ' (internal)'} ${oleh}: ${isi}`,
    ),
    ...(alasan ? [`Alasan: ${alasan}`] : []),
  ];
}

const isText = (value: unknown): boolean => typeof value === 'string' && value.trim() !== '';
const isAbsent = (value: unknown): boolean => value === undefined || value === null;
const listed = (faults: Record<string, string | false>): Faults =>
  Object.fromEntries(Object.entries(faults).flatMap(([field, fault]) => (fault ? [[field, [fault]]] : [])));
