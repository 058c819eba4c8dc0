import { Button } from '@mantine/core';
import { lazy, Suspense, useMemo, useState } from 'react';
import { type Dimension, DIMENSIONS, type Figure as FigureName, type Recap, type RecapRow } from '../../api/recap.ts';
import { type Column, DataTable } from '../../parts/data-table.tsx';
import { Panel } from '../../parts/page.tsx';
import { Loading } from '../../parts/states.tsx';
import { lapse, share } from '../../words/time.ts';
import { named, say, useLanguage } from '../../words/words.ts';
import { Defined } from './defined.tsx';
import { Figure, type OnOpen } from './figure.tsx';
import { labelOf } from './label.ts';
import css from './recap.module.css';

const RowChart = lazy(() => import('./row-chart.tsx'));

interface BreakdownProps {
  recap: Recap;
  onOpen: OnOpen;
}

/** The same figures by whatever the meeting asks for, as bars and as a table. */
export function Breakdown({ recap, onOpen }: BreakdownProps) {
  const language = useLanguage();
  const [dimension, setDimension] = useState<Dimension>('opd');
  const columns = useMemo(() => columnsOf(dimension, onOpen), [dimension, language]);
  const rows = recap.by[dimension];
  return (
    <Panel
      flush
      title={
        <>
          {say('recap.by', { name: named('recap-by', dimension) })}
          <Defined by={dimension} />
        </>
      }
      aside={
        <div className={css.choices} role="group" aria-label={say('recap.by.choose')}>
          {DIMENSIONS.map((each) => (
            <Button
              key={each}
              variant={each === dimension ? 'filled' : 'default'}
              aria-pressed={each === dimension}
              onClick={() => setDimension(each)}
            >
              {named('recap-by', each)}
            </Button>
          ))}
        </div>
      }
    >
      <div className={css.chart}>
        <Suspense fallback={<Loading rows={5} />}>
          <RowChart rows={rows.map((row) => ({ ...row, label: labelOf(dimension, row) }))} />
        </Suspense>
      </div>
      <DataTable
        label={say('recap.by', { name: named('recap-by', dimension) })}
        columns={columns}
        rows={rows}
        idOf={({ key }) => key}
      />
    </Panel>
  );
}

function columnsOf(dimension: Dimension, onOpen: OnOpen): Column<RecapRow>[] {
  const figure = (name: FigureName & keyof RecapRow): Column<RecapRow> => ({
    id: name,
    header: named('recap-name', name),
    cell: ({ row: { original: row } }) => (
      <Figure
        value={row[name]}
        of={{ dimension, key: row.key, figure: name }}
        name={labelOf(dimension, row)}
        onOpen={onOpen}
      />
    ),
  });
  return [
    { id: 'label', header: named('recap-by', dimension), cell: ({ row }) => labelOf(dimension, row.original) },
    figure('received'),
    figure('done'),
    {
      id: 'share_done',
      header: named('recap-name', 'share_done'),
      cell: ({ row }) => <span className="figures">{share(row.original.share_done)}</span>,
    },
    figure('on_time'),
    figure('late'),
    {
      id: 'median',
      header: say('recap.median-done'),
      cell: ({ row }) => <span className="figures">{lapse(row.original.median_done_s)}</span>,
    },
  ];
}
