/** What a person can do about something that waits, by the code that it waits with. */
const ADVICE: Record<string, string> = {
  rejected: 'Perbaiki datanya di platform asal lalu coba lagi, atau lewati dengan alasan.',
  malformed: 'Beri tahu pengelola sistem; coba lagi setelah diperbaiki.',
  unavailable: 'Pastikan platform sudah pulih, lalu coba lagi.',
  hold: 'Bila boleh, lepas tanda rahasia di aduannya lalu coba lagi; selain itu lewati dengan alasan.',
  uncertain: 'Periksa di platform apakah sudah sampai: bila belum, coba lagi; bila sudah, lewati dengan alasan.',
  unknown_label: 'Petakan label itu di konfigurasi koneksi, lalu coba lagi.',
  unknown_type: 'Beri tahu pengelola sistem: jenis kabar itu belum dikenal.',
  unknown_case: 'Periksa kasus itu di platform; coba lagi bila kasusnya milik kabupaten, atau lewati dengan alasan.',
  conflict: 'Bandingkan kedua isi kabar di platform, lalu coba lagi atau lewati dengan alasan.',
  unauthorized: 'Periksa kredensial dan rahasia tanda tangan koneksi, lalu coba lagi.',
  internal: 'Beri tahu pengelola sistem; tidak ada yang hilang.',
};

const USUAL = 'Buka rinciannya, lalu coba lagi atau lewati dengan alasan.';

export const adviceOn = (code: string | null): string => ADVICE[code ?? ''] ?? USUAL;
