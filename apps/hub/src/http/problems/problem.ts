import { ApiProperty } from '@nestjs/swagger';

export class FieldError {
  @ApiProperty({ description: 'Nama isian', example: 'limit' }) field!: string;
  @ApiProperty({ description: 'Apa yang keliru', example: 'paling besar 200' }) message!: string;
}

/** What is wrong in a text of the configuration, and where. */
export class TextFault {
  @ApiProperty({ minimum: 1 }) line!: number;
  @ApiProperty({ minimum: 1 }) column!: number;
  @ApiProperty({ description: 'Letaknya menurut kunci, kosong untuk seluruh teks', example: 'requests.create.path' })
  path!: string;
  @ApiProperty({ description: 'Apa yang keliru dan cara memperbaikinya' }) message!: string;
}

/** RFC 9457. */
export class Problem {
  @ApiProperty({ example: 'urn:simpul-aduan:problem:not-found' }) type!: string;
  @ApiProperty({ example: 'Tidak ditemukan' }) title!: string;
  @ApiProperty({ example: 404 }) status!: number;
  @ApiProperty({ description: 'Apa yang terjadi dan apa yang dapat dilakukan' }) detail!: string;
  @ApiProperty({ description: 'Alamat yang diminta', example: '/api/v1/complaints/SA-2026-000042' }) instance!: string;
  @ApiProperty({ description: 'Sama dengan yang tertulis di log dan jejak audit' }) trace_id!: string;
  @ApiProperty({ type: [FieldError], required: false, description: 'Kekeliruan tiap isian' }) errors?: FieldError[];
  @ApiProperty({ type: [TextFault], required: false, description: 'Kekeliruan sebuah teks konfigurasi' })
  faults?: TextFault[];
}

/** What each status is called, and what the caller can do about it. */
const KINDS = {
  400: ['bad-request', 'Permintaan tidak sah', 'Perbaiki permintaan sesuai /api/docs lalu kirim lagi.'],
  401: ['unauthorized', 'Tidak berwenang', 'Masuk, atau sertakan kunci API: "Authorization: Bearer <kunci>".'],
  403: ['forbidden', 'Tidak diizinkan', 'Mintalah peran atau kunci yang boleh melakukannya kepada admin utama.'],
  404: ['not-found', 'Tidak ditemukan', 'Periksa alamatnya; daftar alamat ada di /api/docs.'],
  405: ['method-not-allowed', 'Metode tidak didukung', 'Metode yang didukung ada di /api/docs.'],
  408: ['timeout', 'Permintaan terlalu lama', 'Kirim lagi.'],
  409: ['conflict', 'Bertentangan dengan keadaan sekarang', 'Baca keadaan terbaru lalu putuskan lagi.'],
  413: ['too-large', 'Permintaan terlalu besar', 'Kirim isi yang lebih kecil.'],
  415: ['unsupported-encoding', 'Bentuk isi tidak didukung', 'Kirim isi tanpa Content-Encoding, sesuai /api/docs.'],
  429: ['too-many', 'Terlalu banyak permintaan', 'Tunggu sebentar lalu kirim lagi.'],
  500: ['internal', 'Galat dalam simpul', 'Kirim lagi nanti; bila berulang, sebutkan trace_id kepada pengelola.'],
  503: ['unavailable', 'Belum dapat dilayani', 'Kirim lagi setelah waktu pada Retry-After.'],
} as const;

export type ProblemStatus = keyof typeof KINDS;
export const RETRY_AFTER_S = 5;

interface Details {
  detail?: string | undefined;
  /** What the caller can do, where the usual advice does not fit. */
  hint?: string | undefined;
  /** A type of its own, where the caller must tell this from other problems of the status. */
  kind?: string | undefined;
  retryAfterS?: number | undefined;
  errors?: FieldError[] | undefined;
  faults?: TextFault[] | undefined;
}

/** An answer that is not what the caller asked for. Its text is Indonesian and holds nothing internal. */
export class ProblemError extends Error {
  override readonly name = 'ProblemError';

  constructor(
    readonly status: ProblemStatus,
    readonly details: Details = {},
  ) {
    super(details.detail ?? KINDS[status][1]);
  }
}

export function problemOf({ status, details }: ProblemError, path: string, traceId: string): Problem {
  const [kind, title, usual] = KINDS[status];
  const hint = details.hint ?? usual;
  const type = `urn:simpul-aduan:problem:${details.kind ?? kind}`;
  const detail = details.detail ? `${details.detail} ${hint}` : hint;
  const problem = { type, title, status, detail, instance: path, trace_id: traceId };
  const { errors, faults } = details;
  return { ...problem, ...(errors && { errors }), ...(faults && { faults }) };
}

const isKnown = (status: number): status is ProblemStatus => status in KINDS;

/** The closest of the statuses above to one that some library chose. */
export function statusNear(status: number): ProblemStatus {
  if (isKnown(status)) return status;
  return status >= 400 && status < 500 ? 400 : 500;
}

export const notFound = (what: string): ProblemError => new ProblemError(404, { detail: `${what} tidak ada.` });
export const badField = (field: string, message: string): ProblemError =>
  new ProblemError(400, { errors: [{ field, message }] });
