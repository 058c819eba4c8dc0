import { CHANNELS, ROLES, STATUSES } from './simulated-aduan.ts';

export type Body = Readonly<Record<string, unknown>>;

const TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?[+-]\d\d:\d\d$/;
const E164 = /^\+[1-9]\d{6,14}$/;

/** What is wrong with a new aduan: one sentence per field, as the problem's detail names them. */
export const faultsOfAduan = (body: Body): string[] =>
  listed({
    kanal: !CHANNELS.includes(String(body['kanal'])) && 'tidak dikenal',
    nomor_luar: !isText(body['nomor_luar']) && 'wajib diisi',
    judul: body['judul'] !== undefined && !isText(body['judul'], 150) && 'paling banyak 150 huruf',
    isi: !isText(body['isi'], 10_000) && 'wajib diisi, paling banyak 10000 huruf',
    kategori: !isAbsent(body['kategori']) && !isText(body['kategori']) && 'harus kata',
    lokasi: !isAbsent(body['lokasi']) && !isPlace(body['lokasi'] as Body) && 'bentuknya salah',
    pelapor: !isReporter(Object(body['pelapor']) as Body) && 'anonim dan rahasia wajib; telepon E.164',
    lampiran: !areFiles(body['lampiran']) && 'tiap lampiran berisi id, url dan mime',
    waktu: !isTime(body['waktu']) && 'harus waktu dengan selisih zona, misalnya +07:00',
  });

export const faultsOfStatus = (body: Body): string[] =>
  listed({
    status: !STATUSES.includes(String(body['status'])) && 'tidak dikenal',
    keterangan: body['keterangan'] !== undefined && !isText(body['keterangan'], 4000) && 'paling banyak 4000 huruf',
    waktu: !isTime(body['waktu']) && 'harus waktu dengan selisih zona, misalnya +07:00',
    sumber: !isText(body['sumber']) && 'wajib diisi',
  });

export const faultsOfTanggapan = (body: Body): string[] =>
  listed({
    isi: !isText(body['isi'], 10_000) && 'wajib diisi, paling banyak 10000 huruf',
    penulis: !isAuthor(Object(body['penulis']) as Body) && 'peran tidak dikenal',
    publik: typeof body['publik'] !== 'boolean' && 'harus true atau false',
    lampiran: !areFiles(body['lampiran']) && 'tiap lampiran berisi id, url dan mime',
    waktu: !isTime(body['waktu']) && 'harus waktu dengan selisih zona, misalnya +07:00',
  });

export const faultsOfTautan = (body: Body): string[] =>
  listed({
    platform: !isText(body['platform']) && 'wajib diisi',
    nomor_luar: !isText(body['nomor_luar']) && 'wajib diisi',
    url: !isAbsent(body['url']) && !URL.canParse(String(body['url'])) && 'harus alamat',
  });

const isReporter = ({ anonim, rahasia, nama, telepon, email, akun }: Body): boolean =>
  [anonim, rahasia].every((mark) => typeof mark === 'boolean') &&
  [nama, email, akun].every((value) => isAbsent(value) || typeof value === 'string') &&
  (isAbsent(telepon) || E164.test(String(telepon)));
const isAuthor = ({ peran, nama }: Body): boolean =>
  ROLES.includes(String(peran)) && (isAbsent(nama) || typeof nama === 'string');
const isPlace = (place: Body): boolean =>
  typeof place === 'object' &&
  [place['lat'], place['lon']].every((degrees) => isAbsent(degrees) || typeof degrees === 'number') &&
  ['alamat', 'kode_kecamatan', 'kecamatan', 'desa', 'ruas_jalan'].every(
    (field) => isAbsent(place[field]) || typeof place[field] === 'string',
  );
const areFiles = (files: unknown): boolean =>
  files === undefined ||
  (Array.isArray(files) &&
    files.every((file: Body) => isText(file['id']) && isText(file['mime']) && URL.canParse(String(file['url']))));

export const isTime = (value: unknown): value is string =>
  typeof value === 'string' && TIME.test(value) && !Number.isNaN(Date.parse(value));
const isText = (value: unknown, max = Number.POSITIVE_INFINITY): boolean =>
  typeof value === 'string' && value.trim() !== '' && value.length <= max;
const isAbsent = (value: unknown): boolean => value === undefined || value === null;
const listed = (faults: Record<string, string | false>): string[] =>
  Object.entries(faults).flatMap(([field, fault]) => (fault ? [`${field}: ${fault}`] : []));
