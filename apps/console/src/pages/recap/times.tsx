import type { Recap } from '../../api/recap.ts';
import { type Column, DataTable } from '../../parts/data-table.tsx';
import { Panel } from '../../parts/page.tsx';
import { count, lapse } from '../../words/time.ts';
import { named, say, useLanguage } from '../../words/words.ts';
import { Defined } from './defined.tsx';

const LAPSES = ['first_response', 'forward', 'answer', 'done'] as const;

interface Row {
  id: (typeof LAPSES)[number];
  count: number;
  median_s: number | null;
  p90_s: number | null;
}

export function Times({ times }: { times: Recap['times'] }) {
  useLanguage();
  return (
    <Panel
      flush
      title={
        <>
          {say('recap.times')}
          <Defined by="median" />
          <Defined by="p90" />
        </>
      }
    >
      <DataTable
        label={say('recap.times')}
        columns={columns()}
        rows={LAPSES.map((id): Row => ({ id, ...times[id] }))}
        idOf={({ id }) => id}
      />
    </Panel>
  );
}

const columns = (): Column<Row>[] => [
  {
    id: 'id',
    header: say('recap.times.until'),
    cell: ({
      row: {
        original: { id },
      },
    }) => (
      <>
        {named('recap-until', id)}
        <Defined by={id === 'done' ? 'done_time' : id} />
      </>
    ),
  },
  { id: 'median', header: say('recap.median'), cell: ({ row }) => lapse(row.original.median_s) },
  { id: 'p90', header: say('recap.ninety'), cell: ({ row }) => lapse(row.original.p90_s) },
  {
    id: 'count',
    header: say('recap.counted'),
    cell: ({ row }) => <span className="figures">{count(row.original.count)}</span>,
  },
];
