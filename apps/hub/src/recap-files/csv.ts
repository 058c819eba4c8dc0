import { stringify } from 'csv-stringify/sync';
import type { Table } from './tables.ts';

/** One table; a cell that a spreadsheet would run as a formula starts with an apostrophe, and the mark in front says UTF-8. */
export const csvOf = ({ columns, rows }: Table): string =>
  stringify([columns.map(({ name }) => name), ...rows], { bom: true, escape_formulas: true });
