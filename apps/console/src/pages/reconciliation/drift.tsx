import { Button } from '@mantine/core';
import { useMemo, useState } from 'react';
import { Link } from 'wouter';
import { useInstances, useTitleOf } from '../../api/instances.ts';
import { type Drift, useDrift, useReconciliationActs } from '../../api/reconciliation.ts';
import { type Column, DataTable } from '../../parts/data-table.tsx';
import { ChoiceFilter, ClearFilters, FilterBar, useFilters } from '../../parts/filters.tsx';
import { Panel } from '../../parts/page.tsx';
import { ReasonDialog } from '../../parts/reason-dialog.tsx';
import { Answered, Empty } from '../../parts/states.tsx';
import { Mark, type Tone } from '../../parts/status.tsx';
import { When } from '../../parts/when.tsx';
import { choicesOf } from '../../words/choices.ts';
import { useMay } from '../../session/session.ts';
import { heard, named, say, useLanguage } from '../../words/words.ts';

const TONE: Record<string, Tone> = { open: 'bad', repaired: 'ok', settled: 'ok', dismissed: 'idle' };
const NAMES = ['instance', 'kind', 'state'] as const;

export function DriftPanel() {
  const language = useLanguage();
  const titleOf = useTitleOf();
  const { data: instances } = useInstances();
  const { filters, set, clear, isFiltered } = useFilters(NAMES);
  const list = useDrift(filters);
  const { dismiss } = useReconciliationActs();
  const [asked, setAsked] = useState<Drift | null>(null);
  const may = useMay();
  const columns = useMemo(() => columnsIn(titleOf, may('drift.dismiss') ? setAsked : null), [language, instances]);
  return (
    <Panel title={say('drift.title')} flush>
      <FilterBar label={say('filter.label')}>
        <ChoiceFilter
          label={say('word.instance')}
          choices={(instances ?? []).map(({ name, title }) => [name, title])}
          value={filters.instance}
          onChange={(value) => set('instance', value)}
        />
        <ChoiceFilter
          label={say('drift.kind')}
          choices={choicesOf('drift')}
          value={filters.kind}
          onChange={(value) => set('kind', value)}
        />
        <ChoiceFilter
          label={say('word.state')}
          choices={choicesOf('drift-state')}
          value={filters.state}
          onChange={(value) => set('state', value)}
        />
        {isFiltered && <ClearFilters onClear={clear} />}
      </FilterBar>
      <Answered of={list}>
        {(rows) =>
          rows.length === 0 ? (
            <Empty title={say(isFiltered ? 'list.none.filtered' : 'drift.none')}>
              {say(isFiltered ? 'list.none.filtered.what' : 'drift.none.what')}
            </Empty>
          ) : (
            <DataTable
              label={say('drift.title')}
              columns={columns}
              rows={rows}
              idOf={({ id }) => id}
              more={list.more}
            />
          )
        }
      </Answered>
      {asked && (
        <ReasonDialog
          title={say('drift.dismiss.title')}
          act={say('drift.dismiss')}
          busy={dismiss.isPending}
          error={dismiss.error}
          onClose={() => setAsked(null)}
          onReason={(reason) => dismiss.mutate({ id: asked.id, reason }, { onSuccess: () => setAsked(null) })}
        >
          {heard(asked.sentence)}
        </ReasonDialog>
      )}
    </Panel>
  );
}

const columnsIn = (titleOf: (name: string) => string, onDismiss: ((drift: Drift) => void) | null): Column<Drift>[] => [
  { id: 'kind', header: say('drift.kind'), cell: ({ row }) => named('drift', row.original.kind) },
  {
    id: 'state',
    header: say('word.state'),
    cell: ({ row }) => (
      <Mark tone={TONE[row.original.state] ?? 'idle'}>{named('drift-state', row.original.state)}</Mark>
    ),
  },
  {
    id: 'complaint',
    header: say('word.complaint'),
    cell: ({ row: { original: drift } }) => (
      <>
        {drift.complaint && (
          <Link href={`/aduan/${drift.complaint}`} className="link number">
            {drift.complaint}
          </Link>
        )}
        <div className="faint mono">{drift.external_id}</div>
      </>
    ),
  },
  { id: 'instance', header: say('word.instance'), cell: ({ row }) => titleOf(row.original.instance) },
  {
    id: 'sentence',
    header: say('drift.what'),
    cell: ({ row: { original: drift } }) => (
      <>
        {heard(drift.sentence)}
        {drift.reason && <div className="faint">{drift.reason}</div>}
      </>
    ),
  },
  { id: 'found', header: say('drift.found'), cell: ({ row }) => <When at={row.original.found_at} /> },
  {
    id: 'act',
    header: say('word.act'),
    cell: ({ row: { original: drift } }) =>
      onDismiss &&
      drift.state === 'open' && (
        <Button variant="default" onClick={() => onDismiss(drift)}>
          {say('drift.dismiss')}
        </Button>
      ),
  },
];
