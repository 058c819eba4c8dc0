export const STEPS = {
  name: 'Nama ditemukan',
  tls: 'TLS dan masa berlaku sertifikat',
  authentication: 'Kredensial diterima',
  read: 'Dapat membaca',
  write: 'Hak menulis',
  webhook: 'Webhook sampai ke simpul',
  clock: 'Selisih jam',
  rate: 'Sisa jatah permintaan',
} as const;

export type StepName = keyof typeof STEPS;

/** What a step can find; `{…}` stands for what was seen. The console has the same sentences in its other languages. */
export const FOUND = {
  name_is_ip: '{host} sudah berupa alamat IP',
  name_known: '{host} menunjuk ke {address}',
  name_unknown: 'Nama {host} tidak ditemukan',
  tls_none: 'Platform dihubungi tanpa TLS: isi dan kredensial terbaca di jalan',
  tls_unreachable: '{host} tidak dapat dihubungi dengan TLS',
  tls_expired: 'Sertifikat habis {day}',
  tls_untrusted: 'Sertifikat tidak dipercaya ({why})',
  tls_soon: 'Sertifikat sah, tetapi habis {days} hari lagi ({day}): ingatkan platform',
  tls_sound: 'Sertifikat sah sampai {day}',
  accepted: 'Kredensial diterima',
  platform_said: '{said}',
  not_known_yet: 'Baru diketahui setelah platform menjawab',
  waits_for: 'Menunggu langkah "{step}" beres',
  write_reads_only: 'Koneksi ini hanya dibaca',
  write_none_yet: 'Belum ada kiriman ({kinds}): terlihat pada kiriman pertama',
  write_accepted: 'Kiriman terakhir diterima {at} WIB',
  write_refused: 'Kiriman terakhir ditolak dengan HTTP {status} pada {at} WIB',
  webhook_none: 'Platform ini tidak mengirim webhook; kabarnya ditarik',
  webhook_silent: '{address} tidak dijawab',
  webhook_foreign: '{address} dijawab HTTP {status}, bukan oleh simpul',
  webhook_heard: '{address} sampai ke simpul; kabar terakhir dari platform {at} WIB',
  webhook_unused:
    '{address} sampai ke simpul; platform belum pernah mengirim: pasang alamat ini dan rahasianya di sana',
  clock_later: 'Jatah permintaan habis untuk saat ini',
  clock_untold: 'Platform tidak menyebut jamnya',
  clock_same: 'Jam sama',
  clock_fast: 'Jam platform lebih cepat {seconds} detik',
  clock_slow: 'Jam platform lebih lambat {seconds} detik',
  rate_throttled: 'Platform meminta kita menunggu sampai {at} WIB',
  rate_used: '{percent} % dari jatah {limit} permintaan per menit terpakai saat ini',
} as const;

/** What mends it, by what is wrong. */
export const CURES = {
  name: 'Periksa ejaan base_url di profil, dan DNS yang dipakai server ini.',
  reach: 'Periksa porta di base_url, tembok api, dan apakah platform hidup.',
  renew: 'Minta pengelola platform memperbarui sertifikatnya.',
  trust: 'Minta rantai sertifikat lengkap, atau pasang CA-nya di server ini.',
  clock: 'Nyalakan sinkronisasi jam (NTP) di server ini, atau minta platform memeriksa jamnya.',
  rights: 'Minta platform memberi hak menulis kepada kredensial ini, lalu coba lagi kiriman yang tertahan.',
  slower: 'Turunkan rate_per_minute di profil.',
  share: 'Minta jatah lebih besar kepada platform, atau perpanjang poll.every di profil.',
  address: 'Periksa HUB_PUBLIC_URL, proksi di depan simpul, dan tembok api.',
  unavailable: 'Pastikan platform hidup dan server ini boleh menghubunginya; periksa base_url dan timeout di profil.',
  throttled: 'Tunggu sebentar lalu uji lagi; bila sering, turunkan rate_per_minute di profil.',
  unauthorized: 'Isi ulang kredensial koneksi ini, dan pastikan platform belum mencabutnya.',
  rejected: 'Cocokkan jalur dan kueri permintaan di profil dengan dokumen platform.',
  malformed: 'Cocokkan letak bidang jawaban (answer dan read) di profil dengan dokumen platform.',
} as const;

export type Found = keyof typeof FOUND;
export type Cure = keyof typeof CURES;
export type Values = Readonly<Record<string, string | number>>;

/** How one step ended; a failed one names its cure. */
export interface Outcome {
  result: 'ok' | 'failed' | 'skipped';
  found: Found;
  values: Values;
  cure: Cure | null;
}

const outcome = (result: Outcome['result'], found: Found, values: Values, cure: Cure | null = null): Outcome => ({
  result,
  found,
  values,
  cure,
});

export const ok = (found: Found, values: Values = {}): Outcome => outcome('ok', found, values);
export const skipped = (found: Found, values: Values = {}): Outcome => outcome('skipped', found, values);
export const failed = (found: Found, cure: Cure, values: Values = {}): Outcome =>
  outcome('failed', found, values, cure);

export const sentenceOf = ({ found, values }: Pick<Outcome, 'found' | 'values'>): string =>
  FOUND[found].replaceAll(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
