import { beforeAll, describe, expect, test } from '@jest/globals';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import readWorkbook from 'read-excel-file/node';
import type { RecapDto } from '../../apps/hub/src/http/recap/recap.dto.ts';
import { csvOf } from '../../apps/hub/src/recap-files/csv.ts';
import { pdfOf } from '../../apps/hub/src/recap-files/pdf/index.ts';
import { tableOf, tablesOf } from '../../apps/hub/src/recap-files/tables.ts';
import { xlsxOf } from '../../apps/hub/src/recap-files/xlsx.ts';
import { TILES } from '../../config/tiles.ts';
import { areasIn } from '../../apps/hub/src/recap/labels.ts';
import { SAMPLE } from './sample.ts';

const MADE = new Date('2025-11-01T06:00:00+07:00');
const HEAD_ROWS = 3;

describe('the workbook', () => {
  test('holds each table on a sheet of its own, cell by cell, and its numbers are numbers', async () => {
    const sheets = await readWorkbook(await xlsxOf(SAMPLE));
    expect(sheets.map(({ sheet }) => sheet)).toEqual(tablesOf(SAMPLE).map(({ title }) => title));
    for (const table of tablesOf(SAMPLE)) {
      const data = sheets.find(({ sheet }) => sheet === table.title)?.data ?? [];
      expect(data[0]?.[0]).toBe(`${table.title}, Kabupaten Purbalingga, 1 Januari – 31 Oktober 2025`);
      expect(data[HEAD_ROWS - 1]).toEqual(table.columns.map(({ name }) => name));
      expect(data.slice(HEAD_ROWS)).toEqual(table.rows);
    }
  });

  test('says what a figure means on the sheet Definisi', async () => {
    const sheets = await readWorkbook(await xlsxOf(SAMPLE));
    const rows = sheets.find(({ sheet }) => sheet === 'Definisi')?.data ?? [];
    expect(rows.slice(HEAD_ROWS)).toContainEqual(['Persen selesai', 'Selesai dibagi masuk.']);
  });
});

describe('the tables', () => {
  test('state a share as a fraction, a median in days, a lapse in hours', () => {
    expect(tableOf(SAMPLE, 'opd').rows[2]?.slice(0, 4)).toEqual(['Dinas Tenaga Kerja', 200, 199, 0.995]);
    expect(tableOf(SAMPLE, 'times').rows[0]).toEqual(['Tanggapan pertama', 3_900, 0.75, 70_000 / 3_600]);
    expect(tableOf(SAMPLE, 'times').rows[3]).toEqual(['Selesai', 0, null, null]);
  });

  test('as CSV, a name that a spreadsheet would run as a formula is text', () => {
    const lines = csvOf(tableOf(SAMPLE, 'opd')).split('\n');
    expect(lines[0]).toBe('\uFEFFOPD,Diterima,Selesai,Persen selesai,Tepat waktu,Terlambat,Median selesai (hari)');
    expect(lines[3]).toMatch(/^Dinas Tenaga Kerja,200,199,0\.995,/);
    expect(lines[4]).toMatch(/^"'=HYPERLINK\(""x""\)",137,/);
    expect(lines[5]).toBe('Dinas Lingkungan Hidup,0,0,,0,0,');
  });
});

describe('the paper for the meeting', () => {
  let pages: string[];
  beforeAll(async () => {
    pages = await textOf(await pdfOf(SAMPLE, MADE));
  });

  test('has a cover, a page for each question, and a number on every page but the cover', () => {
    expect(pages).toHaveLength(12);
    expect(pages[0]).toContain('Rekap Aduan Masyarakat');
    expect(pages[0]).toContain('1 Januari – 31 Oktober 2025');
    expect(pages.slice(1).map((page) => /Halaman (\d+) dari 12/.exec(page)?.[1])).toEqual(
      Array.from({ length: 11 }, (_none, index) => String(index + 2)),
    );
  });

  test.each([
    ['the figures of the period and how they moved', 1, ['Ringkasan', '3.965', 'naik 27,5%', '97,0%', 'naik 0,9 poin']],
    ['the trend by month', 1, ['Tren bulanan', 'Jan 25', 'Okt 25']],
    ['offices, long names whole', 3, ['Menurut OPD', 'Perempuan dan Perlindungan Anak', '424', '67,3%']],
    ['a tile for each kecamatan', 5, ['Menurut kecamatan', ...Object.values(TILES).map(({ name }) => name)]],
    ['how long things took, in words', 9, ['Waktu dan hasil', '45 menit', '19 jam 26 menit', '2 hari 4 jam']],
    ['outcomes', 9, ['Diperbaiki', '1.480 (38,48%)']],
    ['rankings as in the award', 10, ['Peringkat', 'DINSOSDALDUKKB3A', '494', '99,5%', 'paling sedikit 20 aduan']],
    ['definitions', 11, ['Definisi', 'Selesai dibagi masuk.']],
  ])('shows %s', (_what, page, texts) => {
    for (const text of texts) expect(pages[page]).toContain(text);
  });

  test('says whose complaints it counts where an office asks for its own', async () => {
    const [cover] = await textOf(await pdfOf(SAMPLE, MADE, 'DPUPR, Kabupaten Purbalingga'));
    expect(cover).toContain('DPUPR, Kabupaten Purbalingga');
  });

  test('goes on on a new page with the same head where rows are many', async () => {
    const [row] = SAMPLE.by.opd;
    if (!row) throw new Error('The sample has offices');
    const many = Array.from({ length: 60 }, (_none, index) =>
      Object.assign(structuredClone(row), { key: `${index}`, label: `Kantor ${index}` }),
    );
    const all = await textOf(
      await pdfOf(sampleWith({ by: Object.assign(structuredClone(SAMPLE.by), { opd: many }) }), MADE),
    );
    const own = all.filter((page) => page.includes('Menurut OPD'));
    expect(own.length).toBeGreaterThan(2);
    expect(own.slice(1).every((page) => page.includes('(lanjutan)') && page.includes('Persen'))).toBe(true);
    expect(many.filter(({ label }) => !own.some((page) => page.includes(label)))).toEqual([]);
  });

  test('shades the tiles by what the kecamatan received, however much has no known place', async () => {
    const [row] = SAMPLE.by.kecamatan;
    if (!row) throw new Error('The sample has kecamatan');
    const unplaced = Object.assign(structuredClone(row), { key: 'unknown', label: 'Belum diketahui', received: 3_000 });
    const by = Object.assign(structuredClone(SAMPLE.by), { kecamatan: [unplaced, ...SAMPLE.by.kecamatan] });
    const all = await textOf(await pdfOf(sampleWith({ by }), MADE));
    expect(all[5]).toContain('Diterima: 0–');
    expect(all[5]).not.toContain('3.000');
  });

  test('says of a ranking that nobody reached that it has none, not that there were no complaints', async () => {
    const rankings = Object.assign(structuredClone(SAMPLE.rankings), { highest_share: [] });
    const all = await textOf(await pdfOf(sampleWith({ rankings }), MADE));
    expect(all[10]).toContain('Belum ada yang dapat diperingkat.');
    expect(all[10]).not.toContain('Tidak ada aduan');
  });

  test('says so where nothing was received', async () => {
    const by = { channel: [], opd: [], subject: [], kecamatan: [], authority: [], platform: [] };
    const all = await textOf(await pdfOf(sampleWith({ by, outcomes: [], trend: [] }), MADE));
    expect(all.filter((page) => page.includes('Tidak ada aduan dalam periode ini.')).length).toBeGreaterThan(5);
  });
});

test('the tile map has each kecamatan once, by its name, on a place of its own', () => {
  expect(Object.fromEntries(Object.entries(TILES).map(([code, { name }]) => [code, name]))).toEqual(
    Object.fromEntries(areasIn('config')),
  );
  expect(new Set(Object.values(TILES).map(({ column, line }) => `${column},${line}`)).size).toBe(18);
});

const sampleWith = (changes: Partial<RecapDto>): RecapDto => Object.assign(structuredClone(SAMPLE), changes);

/** The text of each page, in the order in which it is drawn. */
async function textOf(pdf: Buffer): Promise<string[]> {
  const document = await getDocument({ data: new Uint8Array(pdf), verbosity: 0 }).promise;
  const pages: string[] = [];
  for (let number = 1; number <= document.numPages; number += 1) {
    const { items } = await (await document.getPage(number)).getTextContent();
    pages.push(
      items
        .map((item) => ('str' in item ? item.str : ''))
        .join(' ')
        .replaceAll(/ +/g, ' '),
    );
  }
  await document.destroy();
  return pages;
}
