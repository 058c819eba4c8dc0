import { createHash } from 'node:crypto';
import { type Cell, type Dimension, monthCells } from '#store';
import type { Hub } from '#sync';
import { stringify } from 'csv-stringify/sync';
import { readOffices } from '#config/opd';
import { type Labels, labelsOf } from '../../recap/labels.ts';
import { suppress } from './suppress.ts';
import { LICENCE, LICENCE_URL, TEXTS } from './texts.ts';

const PUBLISHED = ['channel', 'subject', 'kecamatan', 'opd', 'authority'] as const satisfies Dimension[];
export const ALL = 'semua';
const NAMES: Record<(typeof PUBLISHED)[number] | 'total', string> = {
  total: ALL,
  channel: 'saluran',
  subject: 'pokok',
  kecamatan: 'kecamatan',
  opd: 'opd',
  authority: 'kewenangan',
};
const UNSAID = 'tidak_diketahui';
/** What a platform wrote that stands on no list of ours. */
const OTHERS: Record<(typeof PUBLISHED)[number], string> = {
  channel: 'Saluran lain',
  subject: 'Pokok lain',
  kecamatan: 'Di luar daftar kecamatan',
  opd: 'OPD atau unit lain',
  authority: 'Kewenangan lain',
};

/** One row of the published table; `null` is hidden. */
export interface DataRow {
  bulan: string;
  menurut: string;
  kode: string;
  nama: string;
  diterima: number | null;
  selesai: number | null;
}

export const COLUMNS = ['bulan', 'menurut', 'kode', 'nama', 'diterima', 'selesai'] as const;

export interface Dataset {
  rows: DataRow[];
  csv: string;
  json: string;
  etag: string;
}

/** The whole months, as everybody may see them: only sums, and none that points at a person. */
export async function datasetOf({ pool, instances }: Hub, configFolder: string, now: Date): Promise<Dataset> {
  const offices = readOffices(configFolder);
  const cells = await monthCells(pool, PUBLISHED, monthOf(now));
  const rows = rowsOf(cells, labelsOf(configFolder, { instances }), offices);
  const csv = stringify(rows, {
    header: true,
    columns: [...COLUMNS],
    escape_formulas: true,
    record_delimiter: 'windows',
  });
  const { title, column } = TEXTS.id;
  const json = JSON.stringify({ judul: title, lisensi: `${LICENCE} ${LICENCE_URL}`, kolom: column, data: rows });
  return { rows, csv, json, etag: createHash('sha256').update(json).digest('base64url').slice(0, 22) };
}

/** In WIB. */
const monthOf = (now: Date): string => new Date(now.getTime() + 7 * 3_600_000).toISOString().slice(0, 7);

function rowsOf(cells: readonly Cell[], labels: Labels, offices: ReadonlyMap<string, string>): DataRow[] {
  const tables = Map.groupBy(cells, ({ month, dimension }) => `${month} ${dimension}`);
  return [...tables].toSorted(([a], [b]) => (a < b ? -1 : 1)).flatMap(([, table]) => tableOf(table, labels, offices));
}

function tableOf(cells: readonly Cell[], labels: Labels, offices: ReadonlyMap<string, string>): DataRow[] {
  const [first] = cells;
  if (!first) return [];
  const { month, dimension } = first;
  const named = new Map<string, { nama: string; received: number; done: number }>();
  for (const { key, received, done } of cells) {
    const [kode, nama] = nameOf(dimension, key, labels, offices);
    const known = named.get(kode);
    named.set(kode, { nama, received: received + (known?.received ?? 0), done: done + (known?.done ?? 0) });
  }
  const counts = (of: 'received' | 'done') => new Map([...named].map(([kode, row]) => [kode, row[of]]));
  const received = suppress(counts('received'));
  if (received === null) return [];
  // What is done is part of what came in: it would narrow down what is hidden there.
  const hidden = new Set([...received].flatMap(([kode, count]) => (count === null ? [kode] : [])));
  const done = suppress(counts('done'), hidden);
  return [...named]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([kode, { nama }]) => ({
      bulan: month,
      menurut: NAMES[dimension as keyof typeof NAMES],
      kode,
      nama,
      diterima: received.get(kode) ?? null,
      selesai: done?.get(kode) ?? null,
    }));
}

/** What a platform wrote is published only where it is one of the known words: it could say anything. */
function nameOf(
  dimension: Cell['dimension'],
  key: string | null,
  labels: Labels,
  offices: ReadonlyMap<string, string>,
): [string, string] {
  if (!isPublished(dimension)) return [ALL, 'Semua aduan'];
  if (key === null) return [UNSAID, 'Belum diketahui'];
  const label = labels(dimension, key);
  const name = dimension === 'opd' ? offices.get(key) : label === key ? undefined : label;
  return name === undefined ? [`${NAMES[dimension]}_lain`, OTHERS[dimension]] : [key, name];
}

const isPublished = (dimension: Cell['dimension']): dimension is (typeof PUBLISHED)[number] =>
  (PUBLISHED as readonly Cell['dimension'][]).includes(dimension);
