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
  type Faults,
  faultsOfAduan,
  faultsOfFollowUp,
  type Fields,
  FILE_BYTES,
  FILE_TYPES,
  inWords,
  isTime,
  PHOTO,
  type TindakLanjut,
} from './simulated-aduan.ts';
import { PLAYS } from './simulated-plays.ts';

const PARTNER = '3303';
const PROVINCE = '33';
const API = /^\/api\/integrasi\/v1\/aduan(?:\/([^/]+))?(?:\/(lampiran|tindak-lanjut))?$/;
const MOST_PER_PAGE = 100;

export interface LaporgubSimulatorOptions extends SimulatorOptions {
  clientId?: string | undefined;
  clientSecret?: string | undefined;
  webhookSecret?: string | undefined;
  ratePerMinute?: number | undefined;
  tokenLifeS?: number | undefined;
}

/** LaporGub as the working contract describes it: shifting pages, lists without follow-ups, echoes of our own writes. */
export class LaporgubSimulator extends PlatformSimulator {
  readonly name = 'laporgub';
  readonly plays = PLAYS;
  readonly aduan = new Map<string, Aduan>();
  /** Until then every request is answered 503 with an HTTP date. */
  maintenanceUntil: Date | null = null;
  tokensIssued = 0;
  readonly #client: { id: string; secret: string };
  readonly #webhookSecret: string;
  readonly #limit: RateLimit;
  readonly #tokenLifeS: number;
  readonly #tokens = new Map<string, number>();
  /** Every change, oldest first; an aduan stands here once for each. */
  readonly #changes: Aduan[] = [];
  readonly #byReference = new Map<string, string>();
  readonly #idsTaken = new Set<string>();
  readonly #files = new Map<string, { mime: string; bytes: Buffer }>();

  constructor(options: LaporgubSimulatorOptions = {}) {
    super(options);
    this.#client = { id: options.clientId ?? 'simpul-aduan', secret: options.clientSecret ?? 'rahasia-simulator' };
    this.#webhookSecret = options.webhookSecret ?? 'rahasia-webhook-laporgub';
    this.#limit = new RateLimit(options.ratePerMinute ?? 120, this.now);
    this.#tokenLifeS = options.tokenLifeS ?? 3600;
  }

  /** Each token so far is answered 401 from now on. */
  revokeTokens(): void {
    this.#tokens.clear();
  }

  protected override async answer(request: SimulatedRequest): Promise<SimulatedAnswer> {
    const { method, path } = request;
    if (this.maintenanceUntil && this.now() < this.maintenanceUntil) {
      return { status: 503, headers: { 'retry-after': this.maintenanceUntil.toUTCString() } };
    }
    if (method === 'GET' && path.startsWith('/berkas/')) return this.#file(path);
    if (method === 'POST' && path === '/oauth/token') return this.#token(request.form());
    const seconds = this.#limit.take();
    if (seconds > 0) return { status: 429, headers: { 'retry-after': String(seconds) } };
    const token = /^Bearer (.+)$/.exec(request.headers['authorization'] ?? '')?.[1] ?? '';
    if ((this.#tokens.get(token) ?? 0) <= this.now().getTime()) return refusal(401, 'TOKEN', 'Token tidak berlaku');
    return this.#route(request);
  }

  cases(): ShownCase[] {
    return this.#newestFirst().map((aduan) => ({
      id: aduan.tiket,
      title: `${aduan.tiket} · ${aduan.kategori ?? 'tanpa kategori'} · ${aduan.nomor_referensi ?? 'dari warga'}`,
      status: aduan.status,
      lines: inWords(aduan),
    }));
  }

  async play(name: string, caseId: string | null, input: Record<string, string>): Promise<string> {
    const text = (field: string): string | null => input[field]?.trim() || null;
    const needed = (field: string): string => text(field) ?? missing(field);
    if (name === 'turunkan') return this.#handDown(needed('isi'), text);
    const aduan = this.aduan.get(caseId ?? '');
    if (!aduan) throw new Error('aduan tidak ditemukan');
    const officer = text('oleh') ?? 'Dinas Provinsi (contoh)';
    if (name === 'jawaban')
      this.#add(aduan, { isi: needed('isi'), jenis: 'jawaban_pelapor', oleh: 'Pelapor', publik: true });
    else if (name === 'tanggapan') {
      const jenis = text('jenis') ?? 'tanggapan';
      const publik = jenis !== 'catatan_internal' && text('publik') !== 'tidak';
      this.#add(aduan, { isi: needed('isi'), jenis, oleh: officer, publik });
    } else if (name === 'status') {
      const isi = text('isi');
      if (isi) this.#add(aduan, { isi, jenis: 'tanggapan', oleh: officer, publik: true });
      this.#move(aduan, text('label') ?? needed('status'), null);
    } else if (name === 'tandai') {
      const marks = needed('tanda');
      Object.assign(aduan, {
        jenis: marks.includes('rahasia') ? 'rahasia' : aduan.jenis,
        anonim: aduan.anonim || marks.includes('anonim'),
      });
      this.#touch(aduan);
    } else if (name === 'kembalikan') this.#move(aduan, 'Dikembalikan', needed('alasan'));
    else throw new Error(`tindakan tidak dikenal: ${name}`);
    return aduan.tiket;
  }

  async #route(request: SimulatedRequest): Promise<SimulatedAnswer> {
    const [known, tiket, child] = API.exec(request.path) ?? [];
    if (!known) return refusal(404, 'TIDAK_ADA', 'Alamat tidak dikenal');
    const is = (method: string, below?: string): boolean => request.method === method && child === below;
    if (!tiket) return is('POST') ? this.#create(request) : this.#list(request.query);
    const aduan = this.aduan.get(decodeURIComponent(tiket));
    if (!aduan) return refusal(404, 'TIDAK_ADA', 'Tiket tidak dikenal');
    if (is('GET')) return success(200, aduan);
    if (is('POST', 'lampiran')) return this.#attach(aduan, request);
    if (is('POST', 'tindak-lanjut')) return this.#followUp(aduan, request);
    return refusal(405, 'METODE', 'Metode tidak dikenal');
  }

  #token(form: URLSearchParams): SimulatedAnswer {
    const isOurs =
      form.get('grant_type') === 'client_credentials' &&
      form.get('client_id') === this.#client.id &&
      form.get('client_secret') === this.#client.secret;
    if (!isOurs) return { status: 401, body: { error: 'invalid_client' } };
    const access_token = this.uuid();
    this.#tokens.set(access_token, this.now().getTime() + this.#tokenLifeS * 1000);
    this.tokensIssued += 1;
    return { status: 200, body: { access_token, token_type: 'Bearer', expires_in: this.#tokenLifeS } };
  }

  #list(query: URLSearchParams): SimulatedAnswer {
    const page = Number(query.get('page') ?? 1);
    const per_page = Number(query.get('per_page') ?? 50);
    const since = query.get('updated_since');
    if (!query.get('kode_instansi')) return invalid({ kode_instansi: ['wajib diisi'] });
    if (!Number.isInteger(page) || page < 1) return invalid({ page: ['harus bilangan mulai 1'] });
    if (!(per_page >= 1 && per_page <= MOST_PER_PAGE)) return invalid({ per_page: [`paling banyak ${MOST_PER_PAGE}`] });
    if (since !== null && !isTime(since)) return invalid({ updated_since: ['harus berupa waktu dengan zona'] });

    const found = this.#newestFirst(since === null ? undefined : Date.parse(since)).filter(
      (aduan) =>
        aduan.kode_instansi === query.get('kode_instansi') ||
        (aduan.nomor_referensi !== null && query.get('kode_instansi') === PARTNER),
    );
    const data = found
      .slice((page - 1) * per_page, page * per_page)
      .map(({ tindak_lanjut: _omitted, ...aduan }) => aduan);
    const last_page = Math.max(1, Math.ceil(found.length / per_page));
    return { status: 200, body: { data, meta: { current_page: page, last_page, per_page, total: found.length } } };
  }

  #create(request: SimulatedRequest): SimulatedAnswer {
    const body = request.json() as Fields;
    const reference = String(body['nomor_referensi']);
    const earlier = this.#byReference.get(reference);
    if (earlier) return refusal(409, 'DUPLIKAT', 'Nomor referensi sudah dipakai', { data: { tiket: earlier } });
    const faults = faultsOfAduan(body);
    if (Object.keys(faults).length > 0) return invalid(faults);
    const aduan = this.#open(
      { ...body, nomor_referensi: reference, kode_instansi: PROVINCE, status: 'Menunggu' },
      'WP',
    );
    this.#byReference.set(reference, aduan.tiket);
    this.committed('aduan', aduan.tiket, reference);
    this.#tell('aduan.status', aduan, { status: aduan.status, alasan: null });
    return success(201, aduan);
  }

  #followUp(aduan: Aduan, request: SimulatedRequest): SimulatedAnswer {
    const body = request.json() as Fields;
    const idLuar = String(body['id_luar']);
    if (this.#idsTaken.has(idLuar)) return refusal(409, 'DUPLIKAT', 'Tindak lanjut sudah ada');
    const faults = faultsOfFollowUp(body);
    if (Object.keys(faults).length > 0) return invalid(faults);
    const status = typeof body['status'] === 'string' ? body['status'] : null;
    if (status !== null && aduan.kode_instansi !== PARTNER) {
      return refusal(403, 'BUKAN_PENANGAN', 'Status hanya boleh diubah oleh instansi yang menangani');
    }
    this.#idsTaken.add(idLuar);
    const added = this.#add(aduan, {
      id_luar: idLuar,
      isi: String(body['isi']),
      jenis: String(body['jenis']),
      oleh: 'Pemerintah Kabupaten Purbalingga',
      publik: body['publik'] !== false,
    });
    if (status !== null) this.#move(aduan, status, null);
    this.committed('tindak_lanjut', aduan.tiket, idLuar);
    return success(201, added);
  }

  async #attach(aduan: Aduan, request: SimulatedRequest): Promise<SimulatedAnswer> {
    const form = await request.multipart();
    const part = form.get('berkas');
    if (!(part instanceof Blob)) return invalid({ berkas: ['wajib diisi'] });
    const bytes = Buffer.from(await part.arrayBuffer());
    if (bytes.length > FILE_BYTES) return refusal(413, 'TERLALU_BESAR', 'Berkas paling besar 10 MiB');
    if (!FILE_TYPES[part.type]) return refusal(415, 'JENIS_BERKAS', 'Jenis berkas tidak diterima');
    const name = form.get('nama');
    this.#keepFile(aduan, part.type, bytes);
    this.committed('lampiran', aduan.tiket, typeof name === 'string' ? name : null);
    return { status: 201, body: { success: true } };
  }

  #handDown(isi: string, text: (field: string) => string | null): string {
    const marks = text('tanda') ?? '';
    const anonim = marks.includes('anonim');
    const aduan = this.#open(
      {
        nomor_referensi: null,
        kode_instansi: PARTNER,
        isi_aduan: isi,
        kategori: text('kategori'),
        lokasi: { kode_wilayah: text('kode_wilayah') ?? '33.03.09', alamat: text('alamat') ?? undefined },
        jenis: marks.includes('rahasia') ? 'rahasia' : 'publik',
        anonim,
        pelapor: anonim ? null : { nama: text('nama') ?? 'Warga Contoh', telepon: text('telepon') ?? '081200000001' },
        status: 'Disposisi',
      },
      'WA',
    );
    if (text('foto') === 'dengan foto') this.#keepFile(aduan, 'image/jpeg', PHOTO);
    this.#tell('aduan.disposisi', aduan, { aduan });
    return aduan.tiket;
  }

  #open(fields: Fields, channel: string): Aduan {
    const tiket = this.#newTicket(channel);
    const at = this.#wib();
    const { tanggal: _kept, ...rest } = fields;
    const aduan = {
      kategori: null,
      pelapor: null,
      alasan: null,
      ...rest,
      tiket,
      url: `${this.url}/detail/${tiket}.html`,
      created_at: at,
      updated_at: at,
      lampiran: [],
      tindak_lanjut: [],
    } as unknown as Aduan;
    this.aduan.set(tiket, aduan);
    this.#changes.push(aduan);
    return aduan;
  }

  #add(aduan: Aduan, followUp: Omit<TindakLanjut, 'id' | 'id_luar' | 'waktu'> & { id_luar?: string }): TindakLanjut {
    const id = `TL${this.#changes.length + 70_001}`;
    const added = { id, id_luar: null, ...followUp, waktu: this.#touch(aduan) };
    aduan.tindak_lanjut.push(added);
    this.#tell('aduan.tindak_lanjut', aduan, { tindak_lanjut: added });
    return added;
  }

  #move(aduan: Aduan, status: string, alasan: string | null): void {
    this.#touch(aduan);
    Object.assign(aduan, { status, alasan });
    this.#tell('aduan.status', aduan, { status, alasan });
  }

  #touch(aduan: Aduan): string {
    aduan.updated_at = this.#wib();
    this.#changes.push(aduan);
    return aduan.updated_at;
  }

  #tell(event: string, aduan: Aduan, facts: object): void {
    const signed = (raw: string, deliveryId: string) => ({
      'X-LaporGub-Event': event,
      'X-LaporGub-Delivery': deliveryId,
      'X-LaporGub-Signature': `sha256=${createHmac('sha256', this.#webhookSecret).update(raw).digest('hex')}`,
    });
    this.notify({ event, waktu: aduan.updated_at, tiket: aduan.tiket, ...facts }, signed, aduan.tiket);
  }

  #newestFirst(sinceMs = Number.NEGATIVE_INFINITY): Aduan[] {
    const found = new Set<Aduan>();
    for (let at = this.#changes.length - 1; at >= 0; at--) {
      const aduan = this.#changes[at];
      if (!aduan || Date.parse(aduan.updated_at) < sinceMs) break;
      found.add(aduan);
    }
    return [...found];
  }

  #keepFile(aduan: Aduan, mime: string, bytes: Buffer): void {
    const id = this.uuid();
    this.#files.set(id, { mime, bytes });
    aduan.lampiran.push({ id, url: `${this.url}/berkas/${id}.${FILE_TYPES[mime]}`, mime });
  }

  #file(path: string): SimulatedAnswer {
    const file = this.#files.get(/^\/berkas\/(.+)\.\w+$/.exec(path)?.[1] ?? '');
    return file ? { status: 200, headers: { 'content-type': file.mime }, body: file.bytes } : { status: 404 };
  }

  #newTicket(channel: string): string {
    const tiket = `LG${channel}${String(Math.floor(this.random() * 1e8)).padStart(8, '0')}`;
    return this.aduan.has(tiket) ? this.#newTicket(channel) : tiket;
  }

  /** Seconds only, as clocks in Java show it. */
  #wib(): string {
    return `${new Date(this.now().getTime() + 7 * 3_600_000).toISOString().slice(0, 19)}+07:00`;
  }
}

const success = (status: number, data: unknown): SimulatedAnswer => ({ status, body: { success: true, data } });
const refusal = (status: number, code: string, message: string, more: object = {}): SimulatedAnswer => ({
  status,
  body: { success: false, code, message, ...more },
});
const invalid = (errors: Faults): SimulatedAnswer => refusal(422, 'VALIDASI', 'Isian tidak sah', { errors });
const missing = (field: string): never => {
  throw new Error(`${field} wajib diisi`);
};
