import type { RecapDto, RecapRow } from '../../apps/hub/src/http/recap/recap.dto.ts';

const KECAMATAN = [
  'Kemangkon',
  'Bukateja',
  'Kejobong',
  'Kaligondang',
  'Purbalingga',
  'Kalimanah',
  'Kutasari',
  'Mrebet',
  'Bobotsari',
  'Karangreja',
  'Karanganyar',
  'Karangmoncol',
  'Rembang',
  'Bojongsari',
  'Padamara',
  'Pengadegan',
  'Karangjambu',
  'Kertanegara',
];
const DAY_S = 86_400;

const row = (key: string, label: string, received: number, done: number): RecapRow => ({
  key,
  label,
  received,
  done,
  share_done: received === 0 ? null : done / received,
  on_time: Math.floor(done * 0.8),
  late: received - Math.floor(done * 0.8),
  median_done_s: done === 0 ? null : DAY_S * (1 + (received % 7)) + 3_600 * (done % 24),
});

const kecamatan = KECAMATAN.map((name, index) => {
  const received = 90 + ((index * 137) % 260);
  return row(`33.03.${String(index + 1).padStart(2, '0')}`, name, received, received - (index % 9));
});

/** A recap with the size and the awkward corners of a real one: nothing received, nothing done, a name like a formula. */
export const SAMPLE: RecapDto = {
  period: { from: '2025-01-01', to: '2025-10-31' },
  previous: { from: '2024-03-03', to: '2024-12-31' },
  totals: {
    received: 3_965,
    done: 3_846,
    share_done: 3_846 / 3_965,
    returned: 212,
    rerouted: 187,
    on_time: 3_120,
    late: 845,
    ratings: 641,
    rating_mean: 4.21,
  },
  previous_totals: {
    received: 3_110,
    done: 2_988,
    share_done: 2_988 / 3_110,
    returned: 240,
    rerouted: 190,
    on_time: 2_301,
    late: 809,
    ratings: 0,
    rating_mean: null,
  },
  by: {
    channel: [
      row('whatsapp', 'WhatsApp', 3_381, 3_290),
      row('web', 'Situs web', 349, 341),
      row('instagram', 'Instagram', 151, 140),
      row('tiktok', 'TikTok', 84, 75),
    ],
    opd: [
      row('DPUPR', 'Dinas Pekerjaan Umum dan Penataan Ruang', 630, 424),
      row(
        'DINSOSDALDUKKB3A',
        'Dinas Sosial, Pengendalian Penduduk, Keluarga Berencana, Pemberdayaan Perempuan dan Perlindungan Anak',
        520,
        494,
      ),
      row('DINNAKER', 'Dinas Tenaga Kerja', 200, 199),
      row('DINRUMKIM', '=HYPERLINK("x")', 137, 136),
      row('DLH', 'Dinas Lingkungan Hidup', 0, 0),
    ],
    subject: [
      row('road', 'Jalan', 584, 540),
      row('social_aid', 'Bantuan sosial', 294, 290),
      row('street_light', 'Penerangan jalan umum', 181, 180),
    ],
    kecamatan,
    authority: [row('kabupaten', 'Kabupaten', 3_500, 3_400), row('provinsi', 'Provinsi', 465, 446)],
    platform: [row('lapor-masbup', 'Lapor MasBuP', 3_300, 3_250), row('laporgub', 'LaporGub Jawa Tengah', 665, 596)],
  },
  times: {
    first_response: { count: 3_900, median_s: 2_700, p90_s: 70_000 },
    forward: { count: 700, median_s: 45, p90_s: 600 },
    answer: { count: 3_880, median_s: 190_000, p90_s: 800_000 },
    done: { count: 0, median_s: null, p90_s: null },
  },
  outcomes: [
    { key: 'diperbaiki', label: 'Diperbaiki', count: 1_480 },
    { key: 'dijelaskan', label: 'Dijelaskan', count: 1_320 },
    { key: 'dijadwalkan', label: 'Dijadwalkan', count: 802 },
    { key: 'diteruskan', label: 'Diteruskan', count: 244 },
  ],
  rankings: {
    most_done: [
      row('DINSOSDALDUKKB3A', 'DINSOSDALDUKKB3A', 520, 494),
      row('DPUPR', 'DPUPR', 630, 424),
      row('DINDIKBUD', 'DINDIKBUD', 371, 352),
    ],
    highest_share: [
      row('DINNAKER', 'DINNAKER', 200, 199),
      row('DINRUMKIM', 'DINRUMKIM', 137, 136),
      row('DINKES', 'DINKES', 210, 208),
    ],
    best_kecamatan: kecamatan.slice(8, 11),
    minimum_volume: 20,
  },
  trend: Array.from({ length: 10 }, (_none, index) => ({
    month: `2025-${String(index + 1).padStart(2, '0')}`,
    received: 320 + ((index * 71) % 160),
    done: 300 + ((index * 53) % 150),
  })),
  definitions: {
    received: 'Aduan yang dibuka dalam periode ini, menurut waktu yang disebut kanal atau platform asalnya.',
    done: 'Dari yang masuk: yang berstatus Selesai atau Ditutup. Selesai berarti dijawab, belum tentu diperbaiki.',
    share_done: 'Selesai dibagi masuk.',
    kecamatan: 'Menurut letak yang disebut pelapor atau petugas.',
  },
};
