import { createHmac } from 'node:crypto';
import {
  PlatformSimulator,
  RateLimit,
  type ShownCase,
  type SimulatedAnswer,
  type SimulatedRequest,
  type SimulatorOptions,
} from '#connector/testing';
import {
  type Aduan,
  CLOSED,
  filesIn,
  inWords,
  type Kept,
  type Lampiran,
  lokasiOf,
  PHOTO,
  type Tanggapan,
  type TanggapanBaru,
  wib,
} from './simulated-aduan.ts';
import { Changes } from './simulated-changes.ts';
import {
  type Body,
  faultsOfAduan,
  faultsOfStatus,
  faultsOfTanggapan,
  faultsOfTautan,
  isTime,
} from './simulated-checks.ts';
import { PLAYS } from './simulated-plays.ts';

const API = /^\/api\/v1\/aduan(?:\/([^/]+))?(?:\/(status|tanggapan|tautan))?$/;
const MOST_PER_PAGE = 200;
const KEY_CHARS = 128;

export interface LaporMasbupSimulatorOptions extends SimulatorOptions {
  token?: string | undefined;
  webhookSecret?: string | undefined;
  ratePerMinute?: number | undefined;
}

type Text = (field: string) => string | null;

/** Lapor MasBuP as the working contract describes it: signed webhooks for everything, idempotent writes, cursor pages. */
export class LaporMasbupSimulator extends PlatformSimulator {
  readonly name = 'lapor-masbup';
  readonly plays = PLAYS;
  readonly aduan = new Map<string, Kept>();
  readonly #token: string;
  readonly #secret: Buffer;
  readonly #limit: RateLimit;
  readonly #changes = new Changes();
  readonly #answers = new Map<string, SimulatedAnswer>();

  constructor(options: LaporMasbupSimulatorOptions = {}) {
    super(options);
    this.#token = options.token ?? 'token-simulator';
    const secret = options.webhookSecret ?? `whsec_${btoa('rahasia-simulator-lapor-masbup')}`;
    this.#secret = Buffer.from(secret.replace(/^whsec_/, ''), 'base64');
    this.#limit = new RateLimit(options.ratePerMinute ?? 1200, this.now);
  }

  protected override async answer(request: SimulatedRequest): Promise<SimulatedAnswer> {
    const { method, path } = request;
    if (method === 'GET' && path.startsWith('/berkas/')) {
      return { status: 200, headers: { 'content-type': 'image/jpeg' }, body: PHOTO };
    }
    const seconds = this.#limit.take();
    if (seconds > 0) return problem(429, 'Terlalu banyak permintaan', '', { 'retry-after': String(seconds) });
    if (request.headers['authorization'] !== `Bearer ${this.#token}`) return problem(401, 'Token tidak berlaku');
    const [known, nomor, child] = API.exec(path) ?? [];
    const is = (verb: string, below?: string): boolean => method === verb && child === below;
    if (!known) return problem(404, 'Alamat tidak dikenal');
    if (!nomor && is('GET')) return this.#list(request.query);
    if (!nomor && is('POST')) return this.#once(request, faultsOfAduan, (body, key) => this.#create(body, key));
    const kept = this.aduan.get(decodeURIComponent(nomor ?? ''));
    if (!kept) return problem(404, 'Aduan tidak ditemukan');
    if (is('GET')) return data(200, kept.aduan);
    if (is('POST', 'status')) {
      return this.#once(request, faultsOfStatus, (body, key) => this.#setStatus(kept, body, key));
    }
    if (is('POST', 'tanggapan')) {
      return this.#once(request, faultsOfTanggapan, (body, key) => this.#addTanggapan(kept, body, key));
    }
    return is('PUT', 'tautan') ? this.#linkTo(kept, request) : problem(405, 'Metode tidak dikenal');
  }

  cases(): ShownCase[] {
    return this.#changes.newestFirst().map(({ nomor, kategori, status, judul }) => ({
      id: nomor,
      title: [nomor, judul, kategori ?? 'tanpa kategori'].filter(Boolean).join(' · '),
      status,
      lines: inWords(this.#kept(nomor)),
    }));
  }

  async play(name: string, caseId: string | null, input: Record<string, string>): Promise<string> {
    const text: Text = (field) => input[field]?.trim() || null;
    const needed = (field: string): string => text(field) ?? missing(field);
    const at = momentIn(text('waktu')) ?? this.now();
    if (name === 'lapor') return this.#file(needed('isi'), text, at);
    const kept = this.#kept(caseId ?? '');
    const photos = this.#photos(text);
    if (name === 'susulan') this.#say(kept, needed('isi'), { peran: 'pelapor' }, true, photos, at);
    else if (name === 'tanggapan') {
      const author = { nama: text('nama') ?? 'Dinas Contoh', peran: text('peran') ?? 'admin_opd' };
      this.#say(kept, needed('isi'), author, text('publik') !== 'tidak', photos, at);
    } else if (name === 'verifikasi') this.#move(kept, 'terverifikasi', null, 'Admin utama', at);
    else if (name === 'disposisi') this.#dispose(kept, text, at);
    else if (name === 'status') {
      this.#move(kept, text('label') ?? needed('status'), text('keterangan'), 'Dinas Contoh', at);
    } else if (name === 'kembalikan') this.#move(kept, 'dikembalikan', needed('alasan'), 'Dinas Contoh', at);
    else throw new Error(`tindakan tidak dikenal: ${name}`);
    return kept.aduan.nomor;
  }

  /** Checks the key and the body; a key that was seen gets the answer of then (for a new aduan as 200). */
  #once(
    request: SimulatedRequest,
    faultsOf: (body: Body) => string[],
    act: (body: Body, key: string) => SimulatedAnswer,
  ): SimulatedAnswer {
    const key = request.headers['idempotency-key'] ?? '';
    if (key === '' || key.length > KEY_CHARS) return problem(400, 'Idempotency-Key wajib, paling banyak 128 huruf');
    const child = API.exec(request.path)?.[2];
    const scope = `${request.path} ${key}`;
    const earlier = this.#answers.get(scope);
    if (earlier) return earlier;
    const body = bodyOf(request);
    if (!body) return problem(400, 'Isi bukan JSON');
    const faults = faultsOf(body);
    if (faults.length > 0) return problem(422, 'Isian tidak sah', faults.join('; '));
    const answer = act(body, key);
    if (answer.status < 300) this.#answers.set(scope, child === undefined ? { ...answer, status: 200 } : answer);
    return answer;
  }

  #list(query: URLSearchParams): SimulatedAnswer {
    const limit = Number(query.get('limit') ?? 100);
    const since = query.get('diubah_sejak');
    const cursor = query.get('cursor');
    const place = cursor === null ? null : /^hal-(\d+)$/.exec(Buffer.from(cursor, 'base64url').toString())?.[1];
    if (!(Number.isInteger(limit) && limit >= 1 && limit <= MOST_PER_PAGE)) return problem(422, 'limit 1 sampai 200');
    if (since !== null && !isTime(since)) return problem(422, 'diubah_sejak harus waktu dengan selisih zona');
    if (place === undefined) return problem(422, 'cursor tidak dikenal');
    const from = place === null ? this.#changes.placeOf(Date.parse(since ?? '1970-01-01')) : Number(place);
    const { found, next } = this.#changes.page(from, limit);
    const cursor_berikutnya = next === null ? null : Buffer.from(`hal-${next}`).toString('base64url');
    return { status: 200, body: { data: found, cursor_berikutnya } };
  }

  #create(body: Body, key: string): SimulatedAnswer {
    const { kanal, nomor_luar, judul, isi, kategori, lokasi, pelapor, lampiran } = body as unknown as Aduan;
    const at = String(body['waktu']);
    const { aduan } = this.#open({ kanal, nomor_luar, judul, isi, kategori, lokasi, pelapor, lampiran }, at);
    this.committed('aduan', aduan.nomor, key);
    return data(201, aduan);
  }

  #setStatus(kept: Kept, body: Body, key: string): SimulatedAnswer {
    const { status, keterangan, waktu, sumber } = body as Record<string, string>;
    const { aduan } = kept;
    if (aduan.status === status) return data(200, aduan);
    if (CLOSED.includes(aduan.status)) return problem(409, 'Aduan sudah ditutup', 'tidak dapat dibuka lewat jalan ini');
    this.#move(kept, String(status), keterangan ?? null, String(sumber), String(waktu));
    this.committed('status', aduan.nomor, key);
    return data(200, aduan);
  }

  #addTanggapan(kept: Kept, body: Body, key: string): SimulatedAnswer {
    const { isi, penulis, publik, lampiran = [], waktu } = body as unknown as TanggapanBaru;
    const added = this.#say(kept, isi, penulis, publik, lampiran, waktu);
    this.committed('tanggapan', kept.aduan.nomor, key);
    return data(201, added);
  }

  #linkTo(kept: Kept, request: SimulatedRequest): SimulatedAnswer {
    const body = bodyOf(request);
    const faults = body ? faultsOfTautan(body) : ['isi bukan JSON'];
    if (!body || faults.length > 0) return problem(422, 'Isian tidak sah', faults.join('; '));
    const { platform, nomor_luar, url = null } = body as { platform: string; nomor_luar: string; url?: string | null };
    kept.tautan = [...kept.tautan.filter((each) => each.platform !== platform), { platform, nomor_luar, url }];
    this.#touch(kept.aduan);
    this.committed('tautan', kept.aduan.nomor, null);
    return { status: 204 };
  }

  #file(isi: string, text: Text, at: Date): string {
    const marks = text('tanda') ?? '';
    const facts = {
      kanal: text('kanal') ?? 'whatsapp',
      judul: text('judul') ?? undefined,
      isi,
      kategori: text('kategori'),
      kewenangan: text('kewenangan'),
      opd: text('opd'),
      lokasi: lokasiOf(text),
      pelapor: {
        nama: text('nama') ?? 'Warga Contoh',
        telepon: text('telepon') ?? '+6281200000001',
        anonim: marks.includes('anonim'),
        rahasia: marks.includes('rahasia'),
      },
      lampiran: this.#photos(text),
    };
    return this.#open(facts, at, at).aduan.nomor;
  }

  #dispose(kept: Kept, text: Text, at: Date): void {
    const { aduan } = kept;
    const marks = text('tanda') ?? '';
    aduan.kategori = text('kategori') ?? aduan.kategori;
    aduan.kewenangan = text('kewenangan') ?? aduan.kewenangan;
    aduan.opd = text('opd') ?? aduan.opd;
    aduan.lokasi = lokasiOf(text, aduan.lokasi);
    aduan.pelapor.anonim ||= marks.includes('anonim');
    aduan.pelapor.rahasia ||= marks.includes('rahasia');
    aduan.status = 'didisposisikan';
    this.#touch(aduan, at);
    const to = `${aduan.kewenangan ?? 'kewenangan belum jelas'}, ${aduan.opd ?? 'OPD belum ditunjuk'}`;
    kept.history.push({ at: aduan.diubah, words: `Disposisi: ${to}` });
    this.#tell('aduan.disposisi', aduan.diubah, aduan);
  }

  #open(
    facts: Partial<Aduan> & Pick<Aduan, 'kanal' | 'isi' | 'pelapor'>,
    at: string | Date,
    changed = this.now(),
  ): Kept {
    const number = String(this.aduan.size + 1).padStart(6, '0');
    const nomor = `LMB-${wib(changed).slice(0, 4)}-${number}`;
    const aduan: Aduan = {
      nomor,
      ...facts,
      nomor_luar: facts.nomor_luar ?? null,
      kategori: facts.kategori ?? null,
      kewenangan: facts.kewenangan ?? null,
      opd: facts.opd ?? null,
      lokasi: facts.lokasi ?? null,
      lampiran: facts.lampiran ?? [],
      status: 'masuk',
      tanggapan: [],
      dibuat: wib(at),
      diubah: '',
      tautan_lacak: `${this.url}/lacak/${nomor}`,
    };
    const kept: Kept = { aduan, tautan: [], history: [] };
    this.aduan.set(nomor, kept);
    this.#touch(aduan, changed);
    this.#tell('aduan.dibuat', aduan.diubah, aduan);
    return kept;
  }

  #say(
    kept: Kept,
    isi: string,
    penulis: Tanggapan['penulis'],
    publik: boolean,
    lampiran: Lampiran[],
    at: string | Date,
  ) {
    const { aduan } = kept;
    const id = `T${aduan.nomor.slice(-6)}-${aduan.tanggapan.length + 1}`;
    const tanggapan: Tanggapan = { id, isi, penulis, publik, lampiran, waktu: wib(at) };
    aduan.tanggapan.push(tanggapan);
    this.#touch(aduan, changeOf(at, this.now()));
    const who = `${penulis.nama ?? '-'} (${penulis.peran})${publik ? '' : ' internal'}`;
    kept.history.push({ at: tanggapan.waktu, words: `Tanggapan ${who}${filesIn(lampiran)}: ${isi}` });
    this.#tell('aduan.tanggapan', aduan.diubah, { nomor: aduan.nomor, tanggapan });
    return tanggapan;
  }

  #move(kept: Kept, status: string, keterangan: string | null, oleh: string, at: string | Date): void {
    const { aduan, history } = kept;
    aduan.status = status;
    this.#touch(aduan, changeOf(at, this.now()));
    const waktu = wib(at);
    history.push({ at: waktu, words: `Status ${status} (${oleh})${keterangan ? `: ${keterangan}` : ''}` });
    this.#tell('aduan.status', aduan.diubah, { nomor: aduan.nomor, status, keterangan, waktu, oleh });
  }

  #touch(aduan: Aduan, at = this.now()): void {
    aduan.diubah = wib(at);
    this.#changes.note(aduan, at);
  }

  #tell<T extends { nomor: string }>(type: string, timestamp: string, told: T): void {
    const signed = (raw: string, id: string) => {
      const seconds = String(Math.floor(this.now().getTime() / 1000));
      const signature = createHmac('sha256', this.#secret).update(`${id}.${seconds}.${raw}`).digest('base64');
      return { 'webhook-id': id, 'webhook-timestamp': seconds, 'webhook-signature': `v1,${signature}` };
    };
    this.notify({ type, timestamp, data: told }, signed, told.nomor);
  }

  #photos(text: Text): Lampiran[] {
    if (text('foto') !== 'dengan foto') return [];
    const id = this.uuid();
    return [{ id, url: `${this.url}/berkas/${id}.jpg`, mime: 'image/jpeg', ukuran: PHOTO.length }];
  }

  #kept(nomor: string): Kept {
    const kept = this.aduan.get(nomor);
    if (!kept) throw new Error('aduan tidak ditemukan');
    return kept;
  }
}

const data = (status: number, value: object): SimulatedAnswer => ({ status, body: { data: value } });
const problem = (
  status: number,
  title: string,
  detail = '',
  headers: Record<string, string> = {},
): SimulatedAnswer => ({
  status,
  headers: { 'content-type': 'application/problem+json', ...headers },
  body: { type: 'about:blank', title, status, ...(detail && { detail }) },
});
/** What a person plays changes the aduan when it is played to happen; a time that a caller states changes nothing there. */
const changeOf = (at: string | Date, now: Date): Date => (typeof at === 'string' ? now : at);

function momentIn(text: string | null): Date | null {
  if (text === null) return null;
  if (!isTime(text))
    throw new Error('waktu harus berupa waktu dengan selisih zona, misalnya 2025-01-31T08:00:00+07:00');
  return new Date(text);
}

const missing = (field: string): never => {
  throw new Error(`${field} wajib diisi`);
};

function bodyOf(request: SimulatedRequest): Body | null {
  try {
    const body = request.json();
    return typeof body === 'object' && body !== null ? (body as Body) : null;
  } catch {
    return null;
  }
}
