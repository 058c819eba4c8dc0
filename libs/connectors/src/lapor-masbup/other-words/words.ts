import { createHmac } from 'node:crypto';
import type { ShownCase, SimulatedAnswer, SimulatedRequest } from '#connector/testing';
import { LaporMasbupSimulator } from '../simulator.ts';

/** Lapor MasBuP's word -> that of a platform which exists nowhere. Keys, labels, paths, queries and headers. */
const WORDS: Readonly<Record<string, string>> = Object.fromEntries(
  `
  nomor > case_no, kanal > medium, nomor_luar > partner_no, judul > subject, isi > narrative, kategori > topic,
  kewenangan > duty, opd > bureau, status > phase, lokasi > place, alamat > street,
  kode_kecamatan > district_code, kecamatan > district, lat > y, lon > x, ruas_jalan > road_name,
  pelapor > citizen, nama > full_name, telepon > phone_no, anonim > hide_identity, rahasia > hide_case,
  lampiran > files, tanggapan > remarks, dibuat > filed, diubah > touched, tautan_lacak > follow_page,
  id > key, url > href, mime > media_type, ukuran > length, penulis > writer, peran > capacity, publik > open,
  waktu > moment, keterangan > explanation, sumber > informant, oleh > actor, platform > system,
  data > payload, cursor_berikutnya > next_key, type > kind, title > heading, diubah_sejak > touched_since,
  cursor > after_key, limit > count, tautan > elsewhere, masuk > New, terverifikasi > Checked,
  didisposisikan > Assigned, diproses > Working, selesai > Done, ditolak > Refused, dikembalikan > Handed Back,
  provinsi > state, kabupaten > county, perbaikan-jalan > roads, lainnya > misc, web > site, whatsapp > chat,
  laporgub > upstream, admin_opd > bureau_admin, aduan.dibuat > case.opened, aduan.disposisi > case.assigned,
  aduan.status > case.phase, aduan.tanggapan > case.remark, idempotency-key > x-once, /api/v1/aduan > /v9/cases
  `
    .split(',')
    .map((pair) => pair.trim().split(' > ')),
);
/** The way back; Lapor MasBuP's own words mean nothing here. */
const BACK: Readonly<Record<string, string>> = {
  ...Object.fromEntries(Object.keys(WORDS).map((ours) => [ours, `/unknown/${ours}`])),
  ...Object.fromEntries(Object.entries(WORDS).map(([ours, theirs]) => [theirs, ours])),
};
const SECRET = 'segel-rahasia-contoh';

/** The same platform behind another vocabulary, another key and another way to sign. */
export class OtherWordsSimulator extends LaporMasbupSimulator {
  protected override async answer(request: SimulatedRequest): Promise<SimulatedAnswer> {
    const [, root = '', rest = ''] = /^(\/v9\/cases|\/api\/v1\/aduan)?(.*)$/.exec(request.path) ?? [];
    const path = `${BACK[root] ?? root}${rest.replace(/[^/]+$/, (child) => BACK[child] ?? child)}`;
    const headers = Object.fromEntries(
      Object.entries(request.headers).map(([name, value]) => [BACK[name] ?? name, value]),
    );
    const query = new URLSearchParams(
      [...request.query].map(([name, value]): [string, string] => [BACK[name] ?? name, value]),
    );
    const {
      status,
      headers: answered,
      body,
    } = await super.answer({
      ...request,
      method: path.endsWith('/tautan') ? 'PUT' : request.method.replace('PATCH', 'POST'),
      path,
      query,
      headers: { ...headers, authorization: `Bearer ${headers['x-access-key'] ?? ''}` },
      json: () => renamed(request.json(), BACK),
    });
    return { status, headers: answered, body: Buffer.isBuffer(body) ? body : renamed(body, WORDS) };
  }

  protected override notify(payload: object): void {
    super.notify(renamed(payload, WORDS) as object, (raw, id) => ({
      'x-parcel': id,
      'x-signed-seal': `seal=${createHmac('sha256', SECRET).update(raw).digest('hex')}`,
    }));
  }

  override cases(): ShownCase[] {
    return super.cases().map((shown) => ({ ...shown, status: WORDS[shown.status] ?? shown.status }));
  }
}

function renamed(value: unknown, words: Readonly<Record<string, string>>): unknown {
  if (typeof value === 'string') return words[value] ?? value;
  if (Array.isArray(value)) return value.map((each) => renamed(each, words));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [words[key] ?? key, renamed(each, words)]));
}
