import writeExcelFile, { type Cell, type Sheet } from 'write-excel-file/node';
import type { RecapDto } from '../http/recap/recap.dto.ts';
import { type Kind, REGENCY, type Table, tablesOf } from './tables.ts';
import { periodInWords } from './words.ts';

const FORMATS: Partial<Record<Kind, string>> = {
  count: '#,##0',
  share: '0.00%',
  days: '#,##0.0',
  hours: '#,##0.0',
  score: '0.00',
};
const WIDTHS: Partial<Record<Kind, number>> = { text: 34, long: 110 };
const NUMBER_WIDTH = 18;
const HEAD = { fontWeight: 'bold', backgroundColor: '#e3f1f3', wrap: true, alignVertical: 'center' } as const;

/** A sheet for each table; what is a number or a percentage is one, and a text is never a formula. */
export function xlsxOf(recap: RecapDto, of = REGENCY): Promise<Buffer> {
  return writeExcelFile(
    tablesOf(recap).map((table) => sheetOf(table, `${of}, ${periodInWords(recap.period)}`)),
    { fontFamily: 'Calibri', fontSize: 11 },
  ).toBuffer();
}

function sheetOf({ title, columns, rows, kinds }: Table, about: string): Sheet<Buffer> {
  return {
    sheet: title,
    orientation: 'landscape',
    stickyRowsCount: 3,
    columns: columns.map(({ kind }) => ({ width: WIDTHS[kind] ?? NUMBER_WIDTH })),
    data: [
      [{ value: `${title}, ${about}`, fontWeight: 'bold', fontSize: 14 }],
      [],
      columns.map(({ name }) => ({ ...HEAD, value: name })),
      ...rows.map((row, at) => row.map((value, index) => cellOf(value, kinds?.[at] ?? columns[index]?.kind))),
    ],
  };
}

function cellOf(value: string | number | null, kind: Kind = 'text'): Cell {
  if (value === null) return null;
  if (typeof value === 'string') return { type: String, value, wrap: kind === 'long', alignVertical: 'top' };
  return { type: Number, value, format: FORMATS[kind] ?? 'General', alignVertical: 'top' };
}
