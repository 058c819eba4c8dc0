import { Button } from '@mantine/core';
import { type Cell, type ColumnDef, type RowData, tableFeatures, useTable } from '@tanstack/react-table';
import type { ReactNode } from 'react';
import { say, useLanguage } from '../words/words.ts';
import css from './parts.module.css';
import { Fault } from './states.tsx';

const features = tableFeatures({});

export type Column<Row extends RowData> = ColumnDef<typeof features, Row> & { id: string; header: string };

/** The rows that follow, and why they could not be had. */
export interface More {
  has: boolean;
  loading: boolean;
  load: () => void;
  fault: unknown;
}

interface DataTableProps<Row extends RowData> {
  label: string;
  columns: Column<Row>[];
  rows: Row[];
  idOf: (row: Row) => string;
  selected?: string | null;
  more?: More;
}

/**
 * Called, not mounted as a component of its own: columns made anew (a title arrived, the language changed) would
 * otherwise replace every button in the table, and a click that was under way would be lost.
 */
function contentOf<Row extends RowData>(cell: Cell<typeof features, Row>): ReactNode {
  const { cell: content } = cell.column.columnDef;
  return typeof content === 'function' ? content(cell.getContext()) : content;
}

/** A table that becomes a list of cards where there is no room for columns. */
export function DataTable<Row extends RowData>({
  label,
  columns,
  rows,
  idOf,
  selected = null,
  more,
}: DataTableProps<Row>) {
  useLanguage();
  const table = useTable({ features, columns, data: rows, getRowId: idOf });
  const headers = table.getHeaderGroups().flatMap((group) => group.headers);
  return (
    <>
      <div className={css.scroll}>
        <table className={css.table}>
          <caption className="only-heard">{label}</caption>
          <thead>
            <tr>
              {headers.map((header) => (
                <th key={header.id} scope="col">
                  <table.FlexRender header={header} />
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {table.getRowModel().rows.map((row) => (
              <tr key={row.id} data-selected={row.id === selected ? '' : undefined}>
                {row.getAllCells().map((cell) => (
                  <td key={cell.id} data-label={String(cell.column.columnDef.header)}>
                    <div>{contentOf(cell)}</div>
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {more?.fault ? <Fault error={more.fault} /> : null}
      {more && (more.has || rows.length > 0) && (
        <div className={css.more}>
          <span className="faint figures" role="status">
            {say(more.has ? 'list.shown.more' : 'list.shown.all', { count: rows.length })}
          </span>
          {more.has && (
            <Button variant="default" loading={more.loading} onClick={more.load}>
              {say('list.more')}
            </Button>
          )}
        </div>
      )}
    </>
  );
}
