export const STATUSES = ['masuk', 'terverifikasi', 'didisposisikan', 'diproses', 'selesai', 'ditolak', 'dikembalikan'];
export const CLOSED = ['selesai', 'ditolak'];
export const CHANNELS = ['web', 'whatsapp', 'instagram', 'facebook', 'tiktok', 'laporgub', 'sp4n'];
export const ROLES = ['pelapor', 'admin_utama', 'admin_opd', 'provinsi', 'dpu'];
export const KEWENANGAN = ['desa', 'kabupaten', 'provinsi', 'pusat', 'vertikal', 'bumn'];
export const KATEGORI = [
  'perbaikan-jalan',
  'jembatan',
  'drainase',
  'talud',
  'lampu-jalan',
  'bantuan-sosial',
  'pkh',
  'pendidikan',
  'bpjs-kesehatan',
  'kesehatan',
  'ketenagakerjaan',
  'perumahan',
  'ketertiban-umum',
  'kebersihan-lingkungan',
  'pemerintahan-desa',
  'kependudukan',
  'perhubungan',
  'samsat',
  'lainnya',
];
export const KECAMATAN = (
  'Kemangkon Bukateja Kejobong Kaligondang Purbalingga Kalimanah Kutasari Mrebet Bobotsari Karangreja Karanganyar ' +
  'Karangmoncol Rembang Bojongsari Padamara Pengadegan Karangjambu Kertanegara'
).split(' ');

/** A drawing of a hole in a road that stands for a citizen's photo. */
export const PHOTO = Buffer.from(
  '/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDABsSFBcUERsXFhceHBsgKEIrKCUlKFE6PTBCYFVlZF9VXVtqeJmBanGQc1tdhbWGkJ6jq62rZ4C8yb' +
    'qmx5moq6T/2wBDARweHigjKE4rK06kbl1upKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKT/wAARCAAg' +
    'ADADASIAAhEBAxEB/8QAFgABAQEAAAAAAAAAAAAAAAAAAAIF/8QAHhAAAgEEAwEAAAAAAAAAAAAAAAIRAQMSMhMhcUH/xAAUAQEAAAAAAAAAAA' +
    'AAAAAAAAAA/8QAFBEBAAAAAAAAAAAAAAAAAAAAAP/aAAwDAQACEQMRAD8AoAAAS1xE2dV9rAW4j6ureVkCgAAIv58Lce8dFgDCbLKuUz9kLllT' +
    'GZ+QbjIr7LRvaBUVNVovlAJsZ8K8m8dlgAf/2Q==',
  'base64',
);

export interface Lampiran {
  id: string;
  url: string;
  mime: string;
  ukuran?: number | undefined;
}

export interface Tanggapan {
  id: string;
  isi: string;
  penulis: { nama?: string | null; peran: string };
  publik: boolean;
  lampiran: Lampiran[];
  waktu: string;
}

export type TanggapanBaru = Omit<Tanggapan, 'id' | 'lampiran'> & { lampiran?: Lampiran[] };

export interface Lokasi {
  alamat?: string | undefined;
  kode_kecamatan: string | null;
  kecamatan: string | null;
  desa: string | null;
  lat: number | null;
  lon: number | null;
  ruas_jalan: string | null;
}

interface Pelapor {
  nama?: string | null;
  telepon?: string | null;
  email?: string | null;
  akun?: string | null;
  anonim: boolean;
  rahasia: boolean;
}

export interface Aduan {
  nomor: string;
  kanal: string;
  nomor_luar: string | null;
  judul?: string | undefined;
  isi: string;
  kategori: string | null;
  kewenangan: string | null;
  opd: string | null;
  status: string;
  lokasi: Lokasi | null;
  pelapor: Pelapor;
  lampiran: Lampiran[];
  tanggapan: Tanggapan[];
  dibuat: string;
  diubah: string;
  tautan_lacak: string;
}

interface Tautan {
  platform: string;
  nomor_luar: string;
  url: string | null;
}

/** What happened to an aduan beside its replies, for the person who plays. */
export interface Kept {
  aduan: Aduan;
  tautan: Tautan[];
  history: { at: string; words: string }[];
}

/** Local time with its offset, as the contract has it. */
export const wib = (at: Date | string): string =>
  `${new Date(new Date(at).getTime() + 7 * 3_600_000).toISOString().slice(0, -1)}+07:00`;

/** A place as the citizen named it; the code follows from the kecamatan. */
export function lokasiOf(text: (field: string) => string | null, earlier: Lokasi | null = null): Lokasi | null {
  const kecamatan = text('kecamatan') ?? earlier?.kecamatan ?? null;
  const number = (field: string): number | null => (text(field) === null ? null : Number(text(field)));
  const known = KECAMATAN.indexOf(kecamatan ?? '') + 1;
  const lokasi = {
    alamat: text('alamat') ?? earlier?.alamat,
    kode_kecamatan: known > 0 ? `33.03.${String(known).padStart(2, '0')}` : null,
    kecamatan,
    desa: text('desa') ?? earlier?.desa ?? null,
    lat: number('lat') ?? earlier?.lat ?? null,
    lon: number('lon') ?? earlier?.lon ?? null,
    ruas_jalan: text('ruas_jalan') ?? earlier?.ruas_jalan ?? null,
  };
  return Object.values(lokasi).some((value) => value !== null && value !== undefined) ? lokasi : null;
}

/** What the person who plays sees of one aduan, oldest first. */
export function inWords({ aduan, tautan, history }: Kept): string[] {
  const marks = [aduan.pelapor.anonim && 'anonim', aduan.pelapor.rahasia && 'rahasia'].filter(Boolean);
  return [
    `${aduan.dibuat} Aduan masuk lewat ${aduan.kanal}${filesIn(aduan.lampiran)}: ${aduan.isi}`,
    ...(marks.length > 0 ? [`Tanda: ${marks.join(', ')}`] : []),
    ...history.map(({ at, words }) => `${at} ${words}`),
    ...tautan.map(({ platform, nomor_luar, url }) => `Tautan: ${platform} ${nomor_luar} ${url ?? ''}`.trim()),
  ];
}

export const filesIn = (lampiran: Lampiran[]): string => (lampiran.length > 0 ? ` (${lampiran.length} lampiran)` : '');
