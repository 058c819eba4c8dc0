import type { ParkedKind } from './parked.dto.ts';

const DELIVERY: Record<string, string> = {
  opened: 'Aduan baru',
  replied: 'Tanggapan',
  followed_up: 'Keterangan pelapor',
  status_changed: 'Perubahan status',
  returned: 'Pengembalian',
  linked: 'Tautan',
  attached: 'Lampiran',
  fetch: 'Pengambilan lampiran',
  said: 'Balasan dalam percakapan',
};

const MESSAGE: Record<string, string> = {
  webhook: 'Kabar yang dikirim platform',
  poll: 'Kabar yang ditarik dari platform',
  case: 'Salinan kasus dari platform',
  unit: 'Kabar dari kanal warga',
};

/** What an operator calls it. */
export const whatIs = (type: ParkedKind, kind: string): string =>
  (type === 'delivery' ? DELIVERY : MESSAGE)[kind] ?? kind;
