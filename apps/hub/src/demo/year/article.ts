/*
 * January to October 2025 as it was published: 3,965 reports, by channel and by the first subjects, the ten OPD with most
 * reports in their order, and what was awarded (the most done, the highest shares, the best kecamatan). What was not
 * published is invented so that it contradicts nothing: marked "invented" here.
 */
export const PERIOD = { from: '2025-01-01', to: '2025-10-31' };
export const REPORTS = 3_965;

/** Published: WhatsApp and the website. Invented: how the other 235 are divided. */
export const CHANNELS: Record<string, number> = { whatsapp: 3_381, web: 349, instagram: 117, laporgub: 76, tiktok: 42 };

/** By the words of Lapor MasBuP. Published: the first three, and that the next three follow. Invented: the rest. */
export const SUBJECTS: Record<string, number> = {
  'perbaikan-jalan': 584,
  'bantuan-sosial': 294,
  'lampu-jalan': 181,
  pkh: 168,
  pendidikan: 160,
  'bpjs-kesehatan': 152,
  kesehatan: 148,
  ketenagakerjaan: 146,
  perumahan: 137,
  kependudukan: 134,
  perhubungan: 131,
  'ketertiban-umum': 128,
  'pemerintahan-desa': 122,
  'kebersihan-lingkungan': 118,
  drainase: 96,
  jembatan: 71,
  talud: 48,
  lainnya: 1_147,
};

export interface Share {
  received: number;
  done: number;
}

/**
 * Published: the order by reports, 494, 424 and 352 done, and 99.5 %, 99.27 % and 99.05 %. Invented: the numbers that
 * these leave open. The other reports name no OPD.
 */
export const OFFICES: Record<string, Share> = {
  DPUPR: { received: 510, done: 424 },
  DINSOSDALDUKKB3A: { received: 500, done: 494 },
  DINDIKBUD: { received: 360, done: 352 },
  DINHUB: { received: 340, done: 335 },
  DINKES: { received: 315, done: 312 },
  DINNAKER: { received: 200, done: 199 },
  DINRUMKIM: { received: 137, done: 136 },
  'SATPOL PP': { received: 130, done: 128 },
  DINPERMASDES: { received: 120, done: 118 },
  DLH: { received: 110, done: 107 },
};
/** Invented: what became of those that name no OPD. */
export const DONE_ELSEWHERE = 1_212;

/** Which subjects an office takes first; what is left of its number it takes from "lainnya". Invented. */
export const TAKES: Record<string, string[]> = {
  DPUPR: ['perbaikan-jalan', 'jembatan', 'drainase', 'talud'],
  DINSOSDALDUKKB3A: ['bantuan-sosial', 'pkh'],
  DINDIKBUD: ['pendidikan'],
  DINHUB: ['lampu-jalan', 'perhubungan'],
  DINKES: ['bpjs-kesehatan', 'kesehatan'],
  DINNAKER: ['ketenagakerjaan'],
  DINRUMKIM: ['perumahan'],
  'SATPOL PP': ['ketertiban-umum'],
  DINPERMASDES: ['pemerintahan-desa'],
  DLH: ['kebersihan-lingkungan'],
};

/** Published: the three best, in their order. Invented: so few of theirs were open at the end. */
export const BEST: Record<string, Share> = {
  Bobotsari: { received: 262, done: 261 },
  Kaligondang: { received: 244, done: 242 },
  Mrebet: { received: 236, done: 233 },
};
