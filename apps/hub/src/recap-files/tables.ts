import { DURATIONS } from '#store';
import type { RecapDto, RecapRow, Totals } from '../http/recap/recap.dto.ts';
import { monthInWords } from './words.ts';

const DAY_S = 86_400;
const HOUR_S = 3_600;

/** What a recap is counted by, in the order of its pages. */
export const BREAKDOWNS = ['channel', 'opd', 'subject', 'kecamatan', 'authority', 'platform'] as const;
export type Breakdown = (typeof BREAKDOWNS)[number];

export const TABLES = ['totals', ...BREAKDOWNS, 'times', 'outcomes', 'rankings', 'trend', 'definitions'] as const;
export type TableId = (typeof TABLES)[number];

/** How a column's numbers are written; what is a number stays one. */
export type Kind = 'text' | 'long' | 'count' | 'share' | 'days' | 'hours' | 'score';

export interface Table {
  id: TableId;
  title: string;
  columns: { name: string; kind: Kind }[];
  rows: (string | number | null)[][];
  /** Where each row is a figure of its own kind. */
  kinds?: Kind[];
}

/** Whose complaints are counted where no office asks for its own. */
export const REGENCY = 'Kabupaten Purbalingga';

export const TITLES: Record<TableId, string> = {
  totals: 'Ringkasan',
  channel: 'Saluran',
  opd: 'OPD',
  subject: 'Pokok aduan',
  kecamatan: 'Kecamatan',
  authority: 'Kewenangan',
  platform: 'Platform',
  times: 'Waktu',
  outcomes: 'Keadaan dan hasil',
  rankings: 'Peringkat',
  trend: 'Tren bulanan',
  definitions: 'Definisi',
};

export const FIGURES: Record<keyof Totals, { name: string; kind: Kind }> = {
  received: { name: 'Diterima', kind: 'count' },
  done: { name: 'Selesai', kind: 'count' },
  share_done: { name: 'Persen selesai', kind: 'share' },
  returned: { name: 'Dikembalikan', kind: 'count' },
  rerouted: { name: 'Dialihkan', kind: 'count' },
  on_time: { name: 'Tepat waktu', kind: 'count' },
  late: { name: 'Terlambat', kind: 'count' },
  ratings: { name: 'Penilaian pelapor', kind: 'count' },
  rating_mean: { name: 'Rata-rata penilaian (1–5)', kind: 'score' },
};
const FIGURE_KEYS = Object.keys(FIGURES) as (keyof Totals)[];

export const LAPSE_NAMES: Record<(typeof DURATIONS)[number], string> = {
  first_response: 'Tanggapan pertama',
  forward: 'Diteruskan ke penangan',
  answer: 'Jawaban',
  done: 'Selesai',
};

export const RANKINGS = {
  most_done: 'Paling banyak selesai',
  highest_share: 'Persen selesai tertinggi',
  best_kecamatan: 'Kecamatan terbaik',
} as const;

/** The recap as tables: the same for a workbook's sheets and for CSV. */
export const tablesOf = (recap: RecapDto): Table[] => TABLES.map((id) => tableOf(recap, id));

export function tableOf(recap: RecapDto, id: TableId): Table {
  return { id, title: TITLES[id], ...CONTENT[id](recap) };
}

type Content = Omit<Table, 'id' | 'title'>;

const CONTENT: Record<TableId, (recap: RecapDto) => Content> = {
  totals: ({ totals, previous_totals: before }) => ({
    columns: [
      { name: 'Angka', kind: 'text' },
      { name: 'Periode ini', kind: 'count' },
      { name: 'Periode sebelumnya', kind: 'count' },
    ],
    rows: FIGURE_KEYS.map((key) => [FIGURES[key].name, totals[key], before[key]]),
    kinds: FIGURE_KEYS.map((key) => FIGURES[key].kind),
  }),
  ...(Object.fromEntries(BREAKDOWNS.map((id) => [id, (recap: RecapDto) => breakdown(id, recap.by[id])])) as Record<
    Breakdown,
    (recap: RecapDto) => Content
  >),
  times: ({ times }) => ({
    columns: [
      { name: 'Waktu', kind: 'text' },
      { name: 'Aduan', kind: 'count' },
      { name: 'Median (jam)', kind: 'hours' },
      { name: 'Persentil ke-90 (jam)', kind: 'hours' },
    ],
    rows: DURATIONS.map((id) => {
      const { count, median_s: median, p90_s: p90 } = times[id];
      return [LAPSE_NAMES[id], count, inUnits(median, HOUR_S), inUnits(p90, HOUR_S)];
    }),
  }),
  outcomes: ({ outcomes }) => {
    const all = outcomes.reduce((sum, { count }) => sum + count, 0);
    return {
      columns: [
        { name: 'Keadaan atau hasil', kind: 'text' },
        { name: 'Aduan', kind: 'count' },
        { name: 'Bagian', kind: 'share' },
      ],
      rows: outcomes.map(({ label, count }) => [label, count, all === 0 ? null : count / all]),
    };
  },
  rankings: ({ rankings }) => ({
    columns: [
      { name: 'Peringkat', kind: 'text' },
      { name: 'Urutan', kind: 'count' },
      { name: 'Nama', kind: 'text' },
      ...ROW_FIGURES,
    ],
    rows: Object.entries(RANKINGS).flatMap(([key, title]) =>
      rankings[key as keyof typeof RANKINGS].map((row, index) => [title, index + 1, row.label, ...figuresOf(row)]),
    ),
  }),
  trend: ({ trend }) => ({
    columns: [
      { name: 'Bulan', kind: 'text' },
      { name: 'Diterima', kind: 'count' },
      { name: 'Selesai', kind: 'count' },
    ],
    rows: trend.map(({ month, received, done }) => [monthInWords(month), received, done]),
  }),
  definitions: ({ definitions }) => ({
    columns: [
      { name: 'Angka', kind: 'text' },
      { name: 'Definisi', kind: 'long' },
    ],
    rows: Object.entries(definitions).map(([key, text]) => [definedName(key), text]),
  }),
};

const ROW_FIGURES: Content['columns'] = [
  { name: 'Diterima', kind: 'count' },
  { name: 'Selesai', kind: 'count' },
  { name: 'Persen selesai', kind: 'share' },
  { name: 'Tepat waktu', kind: 'count' },
  { name: 'Terlambat', kind: 'count' },
  { name: 'Median selesai (hari)', kind: 'days' },
];

const breakdown = (id: Breakdown, rows: RecapRow[]): Content => ({
  columns: [{ name: TITLES[id], kind: 'text' }, ...ROW_FIGURES],
  rows: rows.map((row) => [row.label, ...figuresOf(row)]),
});

const figuresOf = (row: RecapRow): (number | null)[] => [
  row.received,
  row.done,
  row.share_done,
  row.on_time,
  row.late,
  inUnits(row.median_done_s, DAY_S),
];

const inUnits = (seconds: number | null, unit: number): number | null => (seconds === null ? null : seconds / unit);

const OTHERS: Record<string, string> = {
  done_time: 'Waktu sampai selesai',
  median: 'Median',
  p90: 'Persentil ke-90',
  minimum_volume: 'Jumlah minimum',
  previous: 'Periode sebelumnya',
};

const NAMES: Record<string, string | undefined> = {
  ...TITLES,
  ...LAPSE_NAMES,
  ...RANKINGS,
  ...OTHERS,
  ...Object.fromEntries(FIGURE_KEYS.map((key) => [key, FIGURES[key].name])),
};

/** What a figure that is defined is called beside the figures themselves. */
export const definedName = (key: string): string => NAMES[key] ?? key;
