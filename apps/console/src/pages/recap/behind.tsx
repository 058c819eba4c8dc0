import { Drawer } from '@mantine/core';
import { Link } from 'wouter';
import { type Behind, type Counted, countedPage, type Recap } from '../../api/recap.ts';
import { usePages } from '../../api/pages.ts';
import { type Column, DataTable } from '../../parts/data-table.tsx';
import { Answered, Empty } from '../../parts/states.tsx';
import { ComplaintStatus, Mark } from '../../parts/status.tsx';
import { When } from '../../parts/when.tsx';
import { useMay } from '../../session/session.ts';
import { lapse } from '../../words/time.ts';
import { named, say, useLanguage } from '../../words/words.ts';
import { labelOf } from './label.ts';

interface BehindFigureProps {
  recap: Recap;
  behind: Behind;
  onClose: () => void;
}

/** The complaints that a figure counts: as many as it says. */
export function BehindFigure({ recap, behind, onClose }: BehindFigureProps) {
  useLanguage();
  const may = useMay();
  const list = usePages<Counted>(['behind', recap.period, behind], (after) => countedPage(recap.period, behind, after));
  return (
    <Drawer
      opened
      onClose={onClose}
      position="right"
      size={820}
      title={<strong>{[named('recap-name', behind.figure), nameOf(recap, behind)].filter(Boolean).join(' · ')}</strong>}
      closeButtonProps={{ 'aria-label': say('act.close') }}
    >
      <Answered of={list}>
        {(rows) =>
          rows.length === 0 ? (
            <Empty title={say('recap.behind.none')}>{say('recap.behind.none.what')}</Empty>
          ) : (
            <DataTable
              label={say('recap.behind')}
              columns={columnsFor(may('complaints.read'))}
              rows={rows}
              idOf={({ number }) => number}
              more={list.more}
            />
          )
        }
      </Answered>
    </Drawer>
  );
}

function nameOf({ by, outcomes }: Recap, { dimension, key }: Behind): string | undefined {
  if (dimension === 'total') return undefined;
  const rows: { key: string; label: string }[] = dimension === 'outcome' ? outcomes : by[dimension];
  const row = rows.find((each) => each.key === key);
  return row && labelOf(dimension, row);
}

const columnsFor = (reads: boolean): Column<Counted>[] => [
  {
    id: 'number',
    header: say('word.complaint'),
    cell: ({
      row: {
        original: { number },
      },
    }) =>
      reads ? (
        <Link href={`/aduan/${number}`} className="link number">
          {number}
        </Link>
      ) : (
        <span className="number">{number}</span>
      ),
  },
  { id: 'title', header: say('word.text'), cell: ({ row }) => row.original.title ?? <span className="faint">–</span> },
  {
    id: 'status',
    header: say('word.status'),
    cell: ({ row: { original: complaint } }) => (
      <>
        <ComplaintStatus status={complaint.status} />{' '}
        {complaint.late && <Mark tone="warn">{named('recap-name', 'late')}</Mark>}
      </>
    ),
  },
  { id: 'opened', header: say('complaints.opened'), cell: ({ row }) => <When at={row.original.opened_at} /> },
  { id: 'done', header: say('recap.until-done'), cell: ({ row }) => lapse(row.original.done_s) },
];
