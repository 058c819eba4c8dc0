import { stringify } from 'csv-stringify/sync';
import type { Table } from './tables.ts';

/**
 * One table; a cell that a spreadsheet would run as a formula starts with an apostrophe, and the mark in front says UTF-8.
 * A table has no heading that could say that it counts an office's complaints alone: each row does.
 */
export function csvOf({ columns, rows }: Table, of?: string): string {
  const whose = (cell: string) => (of === undefined ? [] : [cell]);
  const lines = [
    [...columns.map(({ name }) => name), ...whose('Aduan dari')],
    ...rows.map((row) => [...row, ...whose(of ?? '')]),
  ];
  return stringify(lines, { bom: true, escape_formulas: true });
}
