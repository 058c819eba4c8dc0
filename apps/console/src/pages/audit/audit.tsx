import { UnstyledButton } from '@mantine/core';
import { useMemo, useState } from 'react';
import { Link } from 'wouter';
import { AUDIT_FILTERS, type AuditEntry, auditPage } from '../../api/audit.ts';
import { useInstances, useTitleOf } from '../../api/instances.ts';
import { pace } from '../../api/live.ts';
import { usePages } from '../../api/pages.ts';
import { type Column, DataTable } from '../../parts/data-table.tsx';
import { useFilters } from '../../parts/filters.tsx';
import { Page, Panel } from '../../parts/page.tsx';
import { SavedViews } from '../../parts/saved-views.tsx';
import { Answered, Empty } from '../../parts/states.tsx';
import { Outcome } from '../../parts/status.tsx';
import { When } from '../../parts/when.tsx';
import { duration } from '../../words/time.ts';
import { eventNamed, heard, named, say, useLanguage } from '../../words/words.ts';
import css from './audit.module.css';
import { AuditFilterBar } from './audit-filters.tsx';
import { AuditRow } from './audit-row.tsx';
import { Export } from './export.tsx';

export default function Audit() {
  const language = useLanguage();
  const titleOf = useTitleOf();
  const instances = useInstances();
  const { filters, set, clear, isFiltered } = useFilters(AUDIT_FILTERS);
  const [open, setOpen] = useState<AuditEntry | null>(null);
  const list = usePages<AuditEntry>(['audit', filters], (cursor) => auditPage(filters, cursor), pace);
  const columns = useMemo(() => columnsIn(titleOf, setOpen), [language, instances.data]);
  return (
    <Page
      title={say('audit.title')}
      lead={say('audit.lead')}
      actions={
        <>
          <SavedViews page="audit" isFiltered={isFiltered} />
          <Export filters={filters} />
        </>
      }
    >
      <Panel flush>
        <AuditFilterBar filters={filters} onSet={set} onClear={isFiltered ? clear : null} />
        <Answered of={list}>
          {(rows) =>
            rows.length === 0 ? (
              <Empty title={say(isFiltered ? 'list.none.filtered' : 'audit.none')}>
                {say(isFiltered ? 'list.none.filtered.what' : 'audit.none.what')}
              </Empty>
            ) : (
              <DataTable
                label={say('audit.title')}
                columns={columns}
                rows={rows}
                idOf={({ id }) => id}
                selected={open?.id ?? null}
                more={list.more}
              />
            )
          }
        </Answered>
      </Panel>
      {open && (
        <AuditRow
          entry={open}
          onClose={() => setOpen(null)}
          onFilter={(name, value) => {
            setOpen(null);
            set(name, value);
          }}
        />
      )}
    </Page>
  );
}

const columnsIn = (
  titleOf: (name: string | null) => string,
  onOpen: (entry: AuditEntry) => void,
): Column<AuditEntry>[] => [
  {
    id: 'at',
    header: say('word.time'),
    cell: ({ row: { original: entry } }) => (
      <UnstyledButton className={`link ${css.open}`} onClick={() => onOpen(entry)}>
        <When at={entry.at} precise />
      </UnstyledButton>
    ),
  },
  { id: 'hop', header: say('audit.hop'), cell: ({ row }) => named('hop', row.original.hop) },
  { id: 'outcome', header: say('audit.outcome'), cell: ({ row }) => <Outcome outcome={row.original.outcome} /> },
  {
    id: 'instance',
    header: say('word.instance'),
    cell: ({ row: { original: entry } }) => (
      <span className={css.platform}>
        {titleOf(entry.instance)}
        {entry.direction && <span className="faint">{named('direction', entry.direction)}</span>}
      </span>
    ),
  },
  {
    id: 'complaint',
    header: say('word.complaint'),
    cell: ({ row: { original: entry } }) =>
      entry.complaint ? (
        <Link href={`/aduan/${entry.complaint}`} className="link number">
          {entry.complaint}
        </Link>
      ) : (
        '–'
      ),
  },
  {
    id: 'event',
    header: say('audit.event'),
    cell: ({ row: { original: entry } }) => (
      <div className={css.what}>
        {entry.event_type ? eventNamed(entry.event_type) : entry.detail ? null : '–'}
        {entry.detail && <div className={`faint ${css.detail}`}>{heard(entry.detail)}</div>}
      </div>
    ),
  },
  { id: 'actor', header: say('audit.actor'), cell: ({ row }) => <span className="mono">{row.original.actor}</span> },
  {
    id: 'duration',
    header: say('audit.duration'),
    cell: ({ row }) => (
      <span className="figures">{row.original.duration_ms === null ? '–' : duration(row.original.duration_ms)}</span>
    ),
  },
];
