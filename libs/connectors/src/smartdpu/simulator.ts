import {
  type Play,
  PlatformSimulator,
  RateLimit,
  type ShownCase,
  type SimulatedAnswer,
  type SimulatedRequest,
  type SimulatorOptions,
} from '#connector/testing';

const JENIS = ['jalan_berlubang', 'jalan_rusak', 'jembatan', 'drainase', 'penerangan_jalan', 'talud', 'lainnya'];
const FIELD_STATUSES = ['Survei', 'Terjadwal', 'Dikerjakan', 'Selesai'];
const MOST_PHOTOS = 5;
const PHOTO_BYTES = 2 * 1024 * 1024;
const PAGE = 200;
/** A drawing of a road that stands for a photo from the field. */
const FIELD_PHOTO = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAGAAAABAAQAAAADNT0+jAAAAHUlEQVR42mNgGAWUg/9IgHLOBySAh0NdS0cBWQAAgh2xMUOT1VUAAAAASUVORK5CYII=',
  'base64',
);

interface Laporan {
  id: number;
  kode: string;
  id_pelaporan_luar: string;
  jenis: string;
  deskripsi: string;
  status: string;
  waktu: string;
}

interface Perubahan {
  id: number;
  laporan_id: number;
  jenis: 'status' | 'komentar';
  status: string | null;
  isi: string | null;
  foto_url: string | null;
  pengirim: string | null;
  waktu: string;
}

export interface SmartdpuSimulatorOptions extends SimulatorOptions {
  apiKey?: string | undefined;
  ratePerMinute?: number | undefined;
  /** What the answer to a comment calls it: the feed's number, or a count of comments. The contract leaves it open. */
  commentIds?: 'feed' | 'comment' | undefined;
}

/** SMARTDPU as the working contract describes it: a change feed, no webhooks, no idempotency, errors as HTTP 200. */
export class SmartdpuSimulator extends PlatformSimulator {
  readonly name = 'smartdpu';
  readonly plays: Play[] = [
    {
      name: 'status',
      label: 'Petugas: ubah status',
      onCase: true,
      fields: [
        { name: 'status', label: 'Status', options: FIELD_STATUSES },
        { name: 'label', label: 'Label lain, bila tidak ada di daftar' },
        { name: 'isi', label: 'Catatan lapangan', long: true },
        { name: 'foto', label: 'Foto', options: ['tanpa foto', 'dengan foto'] },
      ],
    },
    {
      name: 'komentar',
      label: 'Petugas: tulis komentar',
      onCase: true,
      fields: [
        { name: 'isi', label: 'Komentar', required: true, long: true },
        { name: 'pengirim', label: 'Nama petugas' },
        { name: 'foto', label: 'Foto', options: ['tanpa foto', 'dengan foto'] },
      ],
    },
    {
      name: 'tolak',
      label: 'Petugas: tolak (bukan wewenang)',
      onCase: true,
      fields: [{ name: 'isi', label: 'Alasan', required: true, long: true }],
    },
  ];
  readonly reports: Laporan[] = [];
  readonly feed: Perubahan[] = [];
  /** Bytes of the photos that came with each report, by its id. */
  readonly photosOf = new Map<number, Buffer[]>();
  /** The next N requests are answered SIBUK. */
  busy = 0;
  readonly #apiKey: string;
  readonly #limit: RateLimit;
  readonly #commentIds: 'feed' | 'comment';
  #lastChange = 0;

  constructor(options: SmartdpuSimulatorOptions = {}) {
    super(options);
    this.#apiKey = options.apiKey ?? 'kunci-simulator';
    this.#limit = new RateLimit(options.ratePerMinute ?? 60, this.now);
    this.#commentIds = options.commentIds ?? 'feed';
  }

  protected override async answer(request: SimulatedRequest): Promise<SimulatedAnswer> {
    const { method, path, query } = request;
    if (method === 'GET' && path.startsWith('/foto/')) return photo();
    const seconds = this.#limit.take();
    if (seconds > 0) return { status: 429, headers: { 'retry-after': String(seconds) } };
    if (request.headers['x-api-key'] !== this.#apiKey) return refusal('KUNCI_SALAH', 'kunci API tidak dikenal');
    if (this.busy > 0) {
      this.busy -= 1;
      return refusal('SIBUK', 'sistem sedang sibuk');
    }
    const [, id, comment] = /^\/api\/laporan\/(\d+)(\/komentar)?$/.exec(path) ?? [];
    if (path === '/api/laporan') return method === 'POST' ? this.#create(request) : this.#lookUp(query);
    if (path === '/api/perubahan' && method === 'GET') return this.#changes(query);
    if (id && comment && method === 'POST') return this.#comment(Number(id), request);
    if (id && !comment && method === 'GET') return this.#read(Number(id));
    return { status: 404, body: { status: 'error', kode: 'VALIDASI', message: 'alamat tidak dikenal' } };
  }

  cases(): ShownCase[] {
    return this.reports.toReversed().map((report) => ({
      id: String(report.id),
      title: `${report.kode} · ${report.jenis} · ${report.id_pelaporan_luar}`,
      status: report.status,
      lines: [
        `${report.waktu} Laporan masuk (${this.photosOf.get(report.id)?.length ?? 0} foto): ${report.deskripsi}`,
        ...this.feed.filter(({ laporan_id }) => laporan_id === report.id).map(inWords),
      ],
    }));
  }

  async play(name: string, caseId: string | null, input: Record<string, string>): Promise<string> {
    const report = this.#report(Number(caseId));
    const isi = input['isi']?.trim() || null;
    if (!report) throw new Error('laporan tidak ditemukan');
    if (name !== 'status' && !isi) throw new Error('isi wajib diisi');
    const foto_url = input['foto'] === 'dengan foto' ? `${this.url}/foto/${this.uuid()}.png` : null;
    const pengirim = input['pengirim']?.trim() || 'Petugas DPUPR contoh';
    if (name === 'komentar') this.#record(report.id, { jenis: 'komentar', status: null, isi, foto_url, pengirim });
    else if (name === 'status' || name === 'tolak') {
      const label = input['label']?.trim() || input['status'];
      const isKnown = Boolean(input['label']?.trim()) || FIELD_STATUSES.includes(label ?? '');
      if (name === 'status' && !isKnown) throw new Error('status tidak dikenal');
      report.status = name === 'tolak' ? 'Ditolak' : (label ?? '');
      this.#record(report.id, { jenis: 'status', status: report.status, isi, foto_url, pengirim });
    } else throw new Error(`tindakan tidak dikenal: ${name}`);
    return String(report.id);
  }

  async #create(request: SimulatedRequest): Promise<SimulatedAnswer> {
    if (!request.headers['content-type']?.startsWith('multipart/form-data')) {
      return refusal('VALIDASI', 'kirim sebagai multipart/form-data');
    }
    const form = await request.multipart();
    const text = (name: string): string => textOf(form.get(name));
    const photos = await Promise.all(form.getAll('foto[]').map(bytesOf));
    const fault = invalid(text, photos);
    if (fault) return refusal('VALIDASI', fault);
    const report: Laporan = {
      id: 8_800 + this.reports.length * 3,
      kode: `DPU-${this.#wib().slice(2, 4)}-${String(this.reports.length + 1).padStart(6, '0')}`,
      id_pelaporan_luar: text('id_pelaporan_luar'),
      jenis: text('jenis'),
      deskripsi: text('deskripsi'),
      status: 'Diterima',
      waktu: this.#wib(),
    };
    this.reports.push(report);
    this.photosOf.set(report.id, photos);
    this.#record(report.id, { jenis: 'status', status: report.status, isi: null, foto_url: null, pengirim: null });
    this.committed('laporan', String(report.id), report.id_pelaporan_luar);
    return success(report);
  }

  #lookUp(query: URLSearchParams): SimulatedAnswer {
    const number = query.get('id_pelaporan_luar');
    if (!number) return refusal('VALIDASI', 'id_pelaporan_luar wajib diisi');
    return success(this.reports.filter(({ id_pelaporan_luar }) => id_pelaporan_luar === number));
  }

  #read(id: number): SimulatedAnswer {
    const report = this.#report(id);
    return report ? success(report) : missing();
  }

  #comment(id: number, request: SimulatedRequest): SimulatedAnswer {
    if (!this.#report(id)) return missing();
    const form = request.form();
    const isi = form.get('isi')?.trim() ?? '';
    if (!isi || isTooLong(isi)) return refusal('VALIDASI', 'isi wajib diisi, paling banyak 2000 karakter');
    const pengirim = form.get('pengirim');
    const feedId = this.#record(id, { jenis: 'komentar', status: null, isi, foto_url: null, pengirim });
    this.committed('komentar', String(id), pengirim);
    const comments = this.feed.filter(({ jenis }) => jenis === 'komentar').length;
    return success({ id: this.#commentIds === 'feed' ? feedId : 500_000 + comments });
  }

  #changes(query: URLSearchParams): SimulatedAnswer {
    const after = Number(query.get('setelah_id') ?? Number.NaN);
    const limit = Number(query.get('limit') ?? PAGE);
    if (!Number.isInteger(after) || after < 0) return refusal('VALIDASI', 'setelah_id wajib bilangan bulat');
    if (!Number.isInteger(limit) || limit < 1 || limit > PAGE) return refusal('VALIDASI', 'limit paling banyak 200');
    return success(this.feed.filter(({ id }) => id > after).slice(0, limit));
  }

  #record(laporan_id: number, change: Omit<Perubahan, 'id' | 'laporan_id' | 'waktu'>): number {
    // The office's own numbers run on for other work too, so ours have gaps.
    this.#lastChange += 1 + Math.floor(this.random() * 3);
    this.feed.push({ id: this.#lastChange, laporan_id, ...change, waktu: this.#wib() });
    return this.#lastChange;
  }

  #report(id: number): Laporan | undefined {
    return this.reports.find((report) => report.id === id);
  }

  /** Local time without an offset, as the contract has it. */
  #wib(): string {
    return new Date(this.now().getTime() + 7 * 3_600_000).toISOString().slice(0, 19).replace('T', ' ');
  }
}

function invalid(text: (name: string) => string, photos: Buffer[]): string | null {
  const number = text('id_pelaporan_luar');
  if (!number || number.length > 40) return 'id_pelaporan_luar wajib diisi, paling banyak 40 karakter';
  if (!JENIS.includes(text('jenis'))) return 'jenis tidak dikenal';
  const description = text('deskripsi');
  if (!description.trim() || isTooLong(description)) return 'deskripsi wajib diisi, paling banyak 2000 karakter';
  if ([text('lat'), text('lng')].some((degrees) => degrees && !/^-?\d{1,3}(\.\d+)?$/.test(degrees))) {
    return 'lat dan lng harus derajat desimal';
  }
  if (photos.length > MOST_PHOTOS) return 'foto paling banyak 5';
  if (photos.some(({ length }) => length > PHOTO_BYTES)) return 'foto paling besar 2 MiB';
  if (!photos.every(isPicture)) return 'foto harus jpeg atau png';
  return null;
}

const isPicture = (bytes: Buffer): boolean => ['ffd8ff', '89504e'].includes(bytes.subarray(0, 3).toString('hex'));
const bytesOf = async (part: string | Blob): Promise<Buffer> =>
  typeof part === 'string' ? Buffer.from(part) : Buffer.from(await part.arrayBuffer());
const textOf = (part: string | Blob | null): string => (typeof part === 'string' ? part : '');
/** Counted in code points, as OpenAPI counts. */
const isTooLong = (text: string): boolean => Array.from(text).length > 2000;
const success = (data: unknown): SimulatedAnswer => ({ status: 200, body: { status: 'success', data } });
const refusal = (kode: string, message: string): SimulatedAnswer => ({
  status: 200,
  body: { status: 'error', kode, message },
});
const missing = (): SimulatedAnswer => ({
  status: 404,
  body: { status: 'error', kode: 'VALIDASI', message: 'laporan tidak ditemukan' },
});
const photo = (): SimulatedAnswer => ({ status: 200, headers: { 'content-type': 'image/png' }, body: FIELD_PHOTO });
const inWords = ({ waktu, jenis, status, isi, foto_url, pengirim }: Perubahan): string => {
  const what = jenis === 'status' ? `Status ${status}` : 'Komentar';
  return `${waktu} ${what} (${pengirim ?? '-'})${isi ? `: ${isi}` : ''}${foto_url ? ' [foto]' : ''}`;
};
