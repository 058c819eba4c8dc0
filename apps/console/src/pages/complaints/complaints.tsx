import { useMemo } from 'react';
import { Link } from 'wouter';
import { api, answerOf, type Shown } from '../../api/client.ts';
import { useInstances, useTitleOf } from '../../api/instances.ts';
import { LIVE_MS } from '../../api/live.ts';
import { ROWS_A_PAGE, usePages } from '../../api/pages.ts';
import { type Column, DataTable } from '../../parts/data-table.tsx';
import { ChoiceFilter, ClearFilters, DateFilter, FilterBar, TextFilter, useFilters } from '../../parts/filters.tsx';
import { Page, Panel } from '../../parts/page.tsx';
import { Answered, Empty } from '../../parts/states.tsx';
import { ComplaintStatus, Mark } from '../../parts/status.tsx';
import { When } from '../../parts/when.tsx';
import { choicesOf } from '../../words/choices.ts';
import { named, say, useLanguage } from '../../words/words.ts';
import css from './complaints.module.css';

type Complaint = Shown<'ComplaintView'>;

const NAMES = [
  'q',
  'status',
  'handler',
  'instance',
  'category',
  'kewenangan',
  'channel',
  'opened_from',
  'opened_to',
  'rahasia',
] as const;

export default function Complaints() {
  const language = useLanguage();
  const titleOf = useTitleOf();
  const instances = useInstances();
  const { filters, set, clear, isFiltered } = useFilters(NAMES);
  const list = usePages<Complaint>(
    ['complaints', filters],
    (cursor) =>
      answerOf(
        api.GET('/api/v1/complaints', {
          // The hub checks what an address brings; what it refuses is shown.
          params: { query: { ...(filters as object), limit: ROWS_A_PAGE, ...(cursor ? { cursor } : {}) } },
        }),
      ),
    LIVE_MS,
  );
  const columns = useMemo(() => columnsIn(titleOf), [language, instances.data]);
  const platforms = (instances.data ?? []).map(({ name, title }): [string, string] => [name, title]);
  return (
    <Page title={say('complaints.title')} lead={say('complaints.lead')}>
      <Panel flush>
        <FilterBar label={say('filter.label')}>
          <TextFilter
            label={say('complaints.search')}
            wide
            placeholder={say('complaints.search.hint')}
            value={filters.q}
            onChange={(value) => set('q', value)}
          />
          <ChoiceFilter
            label={say('word.status')}
            choices={choicesOf('status')}
            value={filters.status}
            onChange={(value) => set('status', value)}
          />
          <ChoiceFilter
            label={say('word.handler')}
            choices={platforms}
            value={filters.handler}
            onChange={(value) => set('handler', value)}
          />
          <ChoiceFilter
            label={say('word.category')}
            choices={choicesOf('category')}
            value={filters.category}
            onChange={(value) => set('category', value)}
          />
          <ChoiceFilter
            label={say('word.kewenangan')}
            choices={choicesOf('kewenangan')}
            value={filters.kewenangan}
            onChange={(value) => set('kewenangan', value)}
          />
          <DateFilter
            label={say('complaints.from')}
            value={filters.opened_from}
            onChange={(value) => set('opened_from', value)}
          />
          <DateFilter
            label={say('complaints.to')}
            value={filters.opened_to}
            onChange={(value) => set('opened_to', value)}
          />
          {isFiltered && <ClearFilters onClear={clear} />}
        </FilterBar>
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
        <div>
          {titleOf(complaint.handler)}
          {link?.external_id && <div className="faint mono">{link.external_id}</div>}
        </div>
      );
    },
  },
  { id: 'opened_at', header: say('complaints.opened'), cell: ({ row }) => <When at={row.original.opened_at} /> },
  { id: 'updated_at', header: say('complaints.updated'), cell: ({ row }) => <When at={row.original.updated_at} /> },
];
