/** Every state a complaint can be in. `rank` orders the open ones; a platform's own order may differ (see apply). */
export const STATUS = {
  received: { label: 'Diterima', rank: 0 },
  verifying: { label: 'Verifikasi', rank: 1 },
  needs_info: { label: 'Perlu data', rank: 2 },
  assigned: { label: 'Didisposisi', rank: 2 },
  in_progress: { label: 'Diproses', rank: 3 },
  resolved: { label: 'Selesai', rank: 4 },
  closed: { label: 'Ditutup', rank: 5 },
  rejected: { label: 'Ditolak', rank: 5 },
} as const;

export type Status = keyof typeof STATUS;
export const STATUSES = Object.keys(STATUS) as Status[];

/** How a resolved complaint was resolved. Selesai means answered, not repaired, so this is kept apart. */
export const OUTCOME = {
  diperbaiki: 'Diperbaiki',
  dijadwalkan: 'Dijadwalkan',
  dijelaskan: 'Dijelaskan',
  diteruskan: 'Diteruskan',
} as const;

export type Outcome = keyof typeof OUTCOME;
export const OUTCOMES = Object.keys(OUTCOME) as Outcome[];

/** Why a complaint was rejected. */
export const REJECTION = {
  tidak_layak: 'Tidak layak',
  spam: 'Spam',
  duplikat: 'Duplikat',
  tidak_lengkap: 'Tidak lengkap',
} as const;

export type Rejection = keyof typeof REJECTION;
export const REJECTIONS = Object.keys(REJECTION) as Rejection[];

/** Which level of government may act. Unknown is `null`: allowed and common. */
export const KEWENANGAN = {
  desa: 'Desa',
  kabupaten: 'Kabupaten',
  provinsi: 'Provinsi',
  pusat: 'Pusat',
  vertikal: 'Instansi vertikal',
  bumn: 'BUMN',
} as const;

export type Kewenangan = keyof typeof KEWENANGAN;
export const KEWENANGANS = Object.keys(KEWENANGAN) as Kewenangan[];
