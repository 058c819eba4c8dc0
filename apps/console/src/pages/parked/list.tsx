import { UnstyledButton } from '@mantine/core';
import { useMemo } from 'react';
import { Link } from 'wouter';
import type { Shown } from '../../api/client.ts';
import { useInstances, useTitleOf } from '../../api/instances.ts';
import { type Column, DataTable, type More } from '../../parts/data-table.tsx';
import { DeliveryState } from '../../parts/status.tsx';
import { Ago } from '../../parts/when.tsx';
import { count } from '../../words/time.ts';
import { heard, named, say, useLanguage } from '../../words/words.ts';
import css from './parked.module.css';

type Item = Shown<'ParkedItem'>;

interface ParkedListProps {
  rows: Item[];
  selected: string | null;
  more: More;
  onOpen: (id: string) => void;
}

export function ParkedList({ rows, selected, more, onOpen }: ParkedListProps) {
  const language = useLanguage();
  const titleOf = useTitleOf();
  const { data: instances } = useInstances();
  const columns = useMemo(() => columnsIn(titleOf, onOpen), [language, instances]);
  return (
    <DataTable
      label={say('parked.each')}
      columns={columns}
      rows={rows}
      idOf={({ id }) => id}
      selected={selected}
      more={more}
    />
  );
}

const columnsIn = (titleOf: (name: string) => string, onOpen: (id: string) => void): Column<Item>[] => [
  {
    id: 'what',
    header: say('parked.what'),
    cell: ({ row: { original: item } }) => (
      <UnstyledButton className={`link ${css.open}`} onClick={() => onOpen(item.id)}>
        {named('waiting', item.kind)}
      </UnstyledButton>
    ),
  },
  { id: 'state', header: say('word.state'), cell: ({ row }) => <DeliveryState state={row.original.state} /> },
  {
    id: 'complaint',
    header: say('word.complaint'),
    cell: ({ row: { original: item } }) =>
      item.complaint ? (
        <Link href={`/aduan/${item.complaint}`} className="link number">
          {item.complaint}
        </Link>
      ) : (
        '–'
      ),
  },
  {
    id: 'instance',
    header: say('word.instance'),
    cell: ({ row: { original: item } }) =>
      say(item.type === 'delivery' ? 'parked.to' : 'parked.from', { platform: titleOf(item.instance) }),
  },
  {
    id: 'reason',
    header: say('parked.why'),
    cell: ({ row }) => (
      <span className={`wrap ${css.reason}`}>{heard(row.original.reason) ?? say('parked.unexplained')}</span>
    ),
  },
  {
    id: 'behind',
    header: say('parked.behind'),
    cell: ({ row }) => <span className="figures">{count(row.original.behind)}</span>,
  },
  { id: 'since', header: say('parked.since'), cell: ({ row }) => <Ago at={row.original.since} /> },
];
