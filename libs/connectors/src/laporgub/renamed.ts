import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { parse, stringify } from 'yaml';

/** Each word of LaporGub, and another one for it. */
const PAIRS = `api layanan, integrasi mitra, v1 versi9, aduan keluhan, lampiran dokumen, tindak-lanjut percakapan, oauth masuk,
  token kunci, grant_type cara, client_id pengguna, client_secret sandi, access_token karcis, expires_in umur,
  kode_instansi kantor, updated_since sejak, page lembar, per_page isi_lembar, data hasil, meta info, last_page akhir,
  tiket nomor, nomor_referensi acuan, isi_aduan uraian, kategori bidang, lokasi tempat, kode_wilayah wilayah,
  alamat jalan, lat lintang, lng bujur, jenis sifat, anonim samar, pelapor warga, nama panggilan, telepon kontak,
  tanggal hari, status tahap, alasan sebab, url laman, created_at dibuat, updated_at diubah, tindak_lanjut obrolan,
  id baris, id_luar baris_mitra, isi kalimat, oleh penulis, publik terbuka, waktu saat, mime tipe, berkas unggahan,
  code galat, message pesan, errors rincian, event kabar, rahasia tertutup, tanggapan jawab, pertanyaan_pelapor tanya,
  jawaban_pelapor balas, catatan_internal intern, DUPLIKAT KEMBAR, VALIDASI KELIRU, 3303 PBG, aduan.disposisi baru,
  aduan.status ubah, aduan.tindak_lanjut obrol, x-laporgub-signature x-segel, x-laporgub-delivery x-kirim,
  sha256= segel:, Menunggu Antre, Disposisi Oper, Verifikasi Cek, Diverifikasi Dicek, Progress Garap, Selesai Rampung,
  Tuntas Beres, Spam Sampah, Dikembalikan Balik, Infrastruktur Sarana, Sosial Sosmas, Pendidikan Sekolah,
  Kesehatan Sehat, Ketenagakerjaan Kerja`;

type Words = ReadonlyMap<string, string>;
const pairs = PAIRS.split(',').map((pair): [string, string] => {
  const [ours = '', other = ''] = pair.trim().split(' ');
  return [ours, other];
});
const THERE: Words = new Map([
  ...pairs,
  ['Belum dijawab', 'Belum Ada'],
  ['Dalam Tindakan', 'Digarap'],
  ['Tidak Layak', 'Gugur'],
  ['Bukan Wewenang', 'Bukan Kami'],
]);

/** Keys and whole values, at any depth. */
export function renamed(value: unknown, words: Words = THERE): unknown {
  if (typeof value === 'string') return words.get(value) ?? value;
  if (Array.isArray(value)) return value.map((each) => renamed(each, words));
  return mapped(
    value,
    (each) => renamed(each, words),
    (key) => words.get(key) ?? key,
  );
}

const same = (text: string): string => text;
const word = (text: string): string => THERE.get(text) ?? text;
const tokens = (text: string): string => text.replace(/[\w-]+/g, word);
/** What goes out is made of our own names; only quoted words are the platform's. */
const quoted = (text: string): string => text.replace(/"([^"]*)"/g, (_all, inner: string) => `"${word(inner)}"`);
const path = (text: string, words: Words): string => text.replace(/[^/]+/g, (part) => words.get(part) ?? part);

function mapped(tree: unknown, value: (each: unknown) => unknown, key: (name: string) => string): unknown {
  if (typeof tree !== 'object' || tree === null || Array.isArray(tree)) return tree;
  return Object.fromEntries(Object.entries(tree).map(([name, each]) => [key(name), value(each)]));
}

/** A tree with its leaves changed, and its keys too where they are the platform's. */
function leaves(tree: unknown, leaf: (text: string) => string, key = same): unknown {
  return typeof tree === 'string' ? leaf(tree) : mapped(tree, (each) => leaves(each, leaf, key), key);
}

type Section = Record<string, unknown>;
const change: Record<string, (section: unknown) => unknown> = {
  path: (section) => path(String(section), THERE),
  body: (section) => leaves(section, quoted, word),
  query: (section) => leaves(section, quoted, word),
  answer: (section) => leaves(section, tokens),
  already: (section) => leaves(section, tokens),
  files: (section) => ({ ...(section as Section), field: word(String((section as Section)['field'])) }),
};

/** The profile of a platform that does the same in other words. */
export function renamedProfile(yaml: string): string {
  const profile = parse(yaml) as Record<string, Section>;
  for (const request of Object.values(profile['requests'] as Record<string, Section>)) {
    for (const [name, renaming] of Object.entries(change)) {
      if (request[name] !== undefined) request[name] = renaming(request[name]);
    }
  }
  const { auth = {}, webhook = {}, statuses = {}, categories = {}, errors = {} } = profile;
  const types = leaves(webhook['types'], same, word);
  return stringify({
    ...profile,
    visible: renamed(profile['visible']),
    auth: {
      ...auth,
      token_path: path(String(auth['token_path']), THERE),
      fields: leaves(auth['fields'], word),
      read: leaves(auth['read'], tokens),
    },
    webhook: { ...(leaves(webhook, word) as Section), types },
    read: leaves(profile['read'], tokens),
    errors: { ...(leaves(errors, tokens) as Section), codes: leaves(errors['codes'], same, word) },
    follow_ups: leaves(profile['follow_ups'], same, word),
    statuses: { in: mapped(statuses['in'], (each) => each, word), out: leaves(statuses['out'], word) },
    categories: { ...categories, in: leaves(categories['in'], same, word), out: leaves(categories['out'], word) },
  });
}

interface Vocabulary {
  there: Words;
  back: Words;
}

/** Stands before a platform and speaks the other words with whoever asks. */
export async function renamingProxy(
  platformUrl: string,
  there: Words = THERE,
): Promise<{ url: string; close(): Promise<void> }> {
  const words = { there, back: new Map([...there].map(([ours, other]) => [other, ours])) };
  const server = createServer((request, response) => void pass(platformUrl, words, request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, close: () => closed(server) };
}

async function pass(
  platformUrl: string,
  { there, back }: Vocabulary,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const chunks: Buffer[] = [];
  for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
  const asked = new URL(request.url ?? '/', platformUrl);
  // It has never heard of our words for its addresses.
  if (asked.pathname.split('/').some((part) => there.has(part) && !back.has(part))) {
    response.writeHead(404, { 'content-type': 'application/json' }).end('{}');
    return;
  }
  const url = new URL(path(asked.pathname, back), platformUrl);
  url.search = pairsBack(asked.searchParams, back).toString();
  const type = request.headers['content-type'] ?? '';
  const answer = await fetch(url, {
    method: request.method ?? 'GET',
    headers: { 'content-type': type, authorization: request.headers.authorization ?? '' },
    ...(chunks.length > 0 ? { body: bodyBack(type, Buffer.concat(chunks), back) } : {}),
  });
  const text = await answer.text();
  response.writeHead(answer.status, { 'content-type': 'application/json' });
  response.end(text && JSON.stringify(renamed(JSON.parse(text), there)));
}

function bodyBack(type: string, body: Buffer, back: Words): string | Uint8Array<ArrayBuffer> {
  if (type.startsWith('application/json')) return JSON.stringify(renamed(JSON.parse(body.toString()), back));
  if (type.startsWith('multipart/')) {
    const text = body
      .toString('latin1')
      .replace(/; name="([^"]+)"/g, (_all, name: string) => `; name="${back.get(name) ?? name}"`);
    return new Uint8Array(Buffer.from(text, 'latin1'));
  }
  return pairsBack(new URLSearchParams(body.toString()), back).toString();
}

const pairsBack = (given: URLSearchParams, back: Words): URLSearchParams =>
  new URLSearchParams(
    [...given].map(([name, value]): [string, string] => [back.get(name) ?? name, back.get(value) ?? value]),
  );

function closed(server: Server): Promise<void> {
  server.closeAllConnections();
  return new Promise((resolve) => server.close(() => resolve()));
}
