import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { answerOf, api, type Shown } from './client.ts';
import { ROWS_A_PAGE } from './pages.ts';

export type Recap = Shown<'RecapDto'>;
export type RecapRow = Shown<'RecapRow'>;
export type Totals = Shown<'Totals'>;
export type Counted = Shown<'CountedComplaint'>;
export type Report = Shown<'ReportView'>;

export interface Period {
  from: string;
  to: string;
}

export const DIMENSIONS = ['channel', 'opd', 'subject', 'kecamatan', 'authority', 'platform'] as const;
export type Dimension = (typeof DIMENSIONS)[number];
export type Figure = 'received' | 'done' | 'late' | 'on_time' | 'returned' | 'rerouted';

/** Which figure's complaints are looked at; `key` is missing where the figure counts all. */
export interface Behind {
  dimension: Dimension | 'outcome' | 'total';
  key?: string;
  figure: Figure;
}

export const useRecap = (period: Period) =>
  useQuery({
    queryKey: ['recap', period],
    queryFn: () => answerOf(api.GET('/api/v1/recap', { params: { query: period } })),
    placeholderData: keepPreviousData,
  });

export const countedPage = (period: Period, behind: Behind, after: string | undefined) =>
  answerOf(
    api.GET('/api/v1/recap/complaints', {
      params: { query: { ...period, ...behind, limit: ROWS_A_PAGE, ...(after ? { after } : {}) } },
    }),
  );

export const TABLES = ['totals', ...DIMENSIONS, 'times', 'outcomes', 'rankings', 'trend', 'definitions'] as const;
export type TableName = (typeof TABLES)[number];

export function recapFile(period: Period, form: 'pdf' | 'xlsx' | TableName): Promise<Blob> {
  if (form === 'pdf')
    return answerOf<Blob>(api.GET('/api/v1/recap.pdf', { params: { query: period }, parseAs: 'blob' }));
  if (form === 'xlsx') {
    return answerOf<Blob>(api.GET('/api/v1/recap.xlsx', { params: { query: period }, parseAs: 'blob' }));
  }
  const query = { ...period, table: form };
  return answerOf<Blob>(api.GET('/api/v1/recap.csv', { params: { query }, parseAs: 'blob' }));
}

export const useReports = () =>
  useQuery({ queryKey: ['reports'], queryFn: () => answerOf(api.GET('/api/v1/reports')) });

export const reportFile = (month: string, form: 'pdf' | 'xlsx'): Promise<Blob> =>
  answerOf<Blob>(api.GET('/api/v1/reports/{month}/{form}', { params: { path: { month, form } }, parseAs: 'blob' }));
