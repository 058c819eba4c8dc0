import { Button } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'wouter';
import { useTitleOf } from '../../api/instances.ts';
import { type Run, useRuns } from '../../api/reconciliation.ts';
import { type Column, DataTable } from '../../parts/data-table.tsx';
import { Panel } from '../../parts/page.tsx';
import { Answered, Empty } from '../../parts/states.tsx';
import { Mark, type Tone } from '../../parts/status.tsx';
import { When } from '../../parts/when.tsx';
import { useMay } from '../../session/session.ts';
import { count } from '../../words/time.ts';
import { heard, named, say, useLanguage } from '../../words/words.ts';
import { AcceptFewer } from './accept-fewer.tsx';
import { haltedNow } from './halted.ts';

const TONE: Record<string, Tone> = { running: 'info', done: 'ok', halted: 'warn', failed: 'bad' };

export function Runs() {
  useLanguage();
  const titleOf = useTitleOf();
  const list = useRuns();
  const mayRun = useMay()('reconciliations.run');
  const [asked, setAsked] = useState<Run | null>(null);
  const columns = columnsIn(titleOf, mayRun ? haltedNow(list.data ?? []) : [], setAsked);
  return (
    <Panel title={say('runs.title')} flush>
      <Answered of={list}>
        {(rows) =>
          rows.length === 0 ? (
            <Empty title={say('runs.none')}>{say('runs.none.what')}</Empty>
          ) : (
            <DataTable label={say('runs.title')} columns={columns} rows={rows} idOf={({ id }) => id} more={list.more} />
          )
        }
      </Answered>
      {asked && <AcceptFewer name={asked.instance} platform={titleOf(asked.instance)} onClose={() => setAsked(null)} />}
    </Panel>
  );
}

const found = ({ drift_by_kind: kinds }: Run): number =>
  kinds.missing_here + kinds.missing_there + kinds.other_status + kinds.missing_reply;

const columnsIn = (
  titleOf: (name: string) => string,
  halted: string[],
  onAccept: (run: Run) => void,
): Column<Run>[] => [
  { id: 'started', header: say('runs.started'), cell: ({ row }) => <When at={row.original.started_at} /> },
  { id: 'instance', header: say('word.instance'), cell: ({ row }) => titleOf(row.original.instance) },
  {
    id: 'state',
    header: say('word.state'),
    cell: ({ row: { original: run } }) => (
      <>
        <Mark tone={TONE[run.state] ?? 'idle'}>{named('run', run.state)}</Mark>
        {run.reason && <div className="faint">{heard(run.reason)}</div>}
        {halted.includes(run.id) && (
          <Button mt={6} variant="default" onClick={() => onAccept(run)}>
            {say('runs.fewer')}
          </Button>
        )}
      </>
    ),
  },
  { id: 'listed', header: say('runs.listed'), cell: ({ row }) => <Figure of={row.original.listed} /> },
  { id: 'fetched', header: say('runs.fetched'), cell: ({ row }) => <Figure of={row.original.fetched} /> },
  { id: 'found', header: say('runs.found'), cell: ({ row }) => <Figure of={found(row.original)} /> },
  { id: 'open', header: say('runs.open'), cell: ({ row }) => <Figure of={row.original.open} /> },
  { id: 'by', header: say('runs.by'), cell: ({ row }) => <span className="mono">{row.original.asked_by}</span> },
  {
    id: 'trace',
    header: say('word.trace'),
    cell: ({ row }) => (
      <Link href={`/audit?trace_id=${row.original.trace_id}`} className="link">
        {say('runs.audit')}
      </Link>
    ),
  },
];

const Figure = ({ of }: { of: number }) => <span className="figures">{count(of)}</span>;
