import { useMemo } from 'react';
import { Link } from 'wouter';
import { api, answerOf, type Shown } from '../../api/client.ts';
import { useInstances, useTitleOf } from '../../api/instances.ts';
import { pace } from '../../api/live.ts';
import { ROWS_A_PAGE, usePages } from '../../api/pages.ts';
import { type Column, DataTable } from '../../parts/data-table.tsx';
import { useFilters } from '../../parts/filters.tsx';
import { Page, Panel } from '../../parts/page.tsx';
import { SavedViews } from '../../parts/saved-views.tsx';
import { Answered, Empty } from '../../parts/states.tsx';
import { ComplaintStatus, Mark } from '../../parts/status.tsx';
import { When } from '../../parts/when.tsx';
import { named, say, useLanguage } from '../../words/words.ts';
import { COMPLAINT_FILTERS, ComplaintFilterBar } from './complaint-filters.tsx';
import css from './complaints.module.css';

type Complaint = Shown<'ComplaintView'>;

export default function Complaints() {
  const language = useLanguage();
  const titleOf = useTitleOf();
  const instances = useInstances();
  const { filters, set, clear, isFiltered } = useFilters(COMPLAINT_FILTERS);
  const list = usePages<Complaint>(
    ['complaints', filters],
    (cursor) =>
      answerOf(
        api.GET('/api/v1/complaints', {
          // The hub checks what an address brings; what it refuses is shown.
          params: { query: { ...(filters as object), limit: ROWS_A_PAGE, ...(cursor ? { cursor } : {}) } },
        }),
      ),
    pace,
  );
  const columns = useMemo(() => columnsIn(titleOf), [language, instances.data]);
  return (
    <Page
      title={say('complaints.title')}
      lead={say('complaints.lead')}
      actions={<SavedViews page="aduan" isFiltered={isFiltered} />}
    >
      <Panel flush>
        <ComplaintFilterBar filters={filters} onSet={set} onClear={isFiltered ? clear : null} />
        <Answered of={list}>
          {(rows) =>
            rows.length === 0 ? (
              <Empty title={say(isFiltered ? 'list.none.filtered' : 'complaints.none')}>
                {say(isFiltered ? 'list.none.filtered.what' : 'complaints.none.what')}
              </Empty>
            ) : (
              <DataTable
                label={say('complaints.title')}
                columns={columns}
                rows={rows}
                idOf={({ number }) => number}
                more={list.more}
              />
            )
          }
        </Answered>
      </Panel>
    </Page>
  );
}

const columnsIn = (titleOf: ReturnType<typeof useTitleOf>): Column<Complaint>[] => [
  {
    id: 'number',
    header: say('word.complaint'),
    cell: ({ row }) => (
      <Link href={`/aduan/${row.original.number}`} className={`link figures ${css.number}`}>
        {row.original.number}
      </Link>
    ),
  },
  {
    id: 'text',
    header: say('word.text'),
    cell: ({ row: { original: complaint } }) => (
      <div className={css.about}>
        <span className={css.text}>{complaint.title ?? complaint.text}</span>
        <span className={`faint ${css.where}`}>
          {[
            complaint.category && named('category', complaint.category),
            complaint.location?.desa ?? complaint.location?.kecamatan,
            named('channel', complaint.channel),
          ]
            .filter(Boolean)
            .join(' · ')}
        </span>
      </div>
    ),
  },
  {
    id: 'status',
    header: say('word.status'),
    cell: ({ row }) => (
      <span className={css.marks}>
        <ComplaintStatus status={row.original.status} />
        {row.original.rahasia && <Mark tone="warn">{say('word.rahasia')}</Mark>}
        {row.original.anonim && <Mark tone="idle">{say('word.anonim')}</Mark>}
      </span>
    ),
  },
  {
    id: 'handler',
    header: say('word.handler'),
    cell: ({ row: { original: complaint } }) => {
      const link = complaint.links.find(({ instance }) => instance === complaint.handler);
      return (
        <div className={css.handler}>
          {titleOf(complaint.handler)}
          {link?.external_id && <div className="faint mono">{link.external_id}</div>}
        </div>
      );
    },
  },
  { id: 'opened_at', header: say('complaints.opened'), cell: ({ row }) => <When at={row.original.opened_at} /> },
  { id: 'updated_at', header: say('complaints.updated'), cell: ({ row }) => <When at={row.original.updated_at} /> },
];
