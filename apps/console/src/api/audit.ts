import { answerOf, api, type Shown } from './client.ts';
import { ROWS_A_PAGE } from './pages.ts';

export type AuditEntry = Shown<'AuditEntry'>;

/** The same names in the address of the page, in the question to the hub, and in the export. */
export const AUDIT_FILTERS = [
  'hop',
  'instance',
  'direction',
  'outcome',
  'actor',
  'complaint',
  'trace_id',
  'delivery_id',
  'event_type',
  'rule',
  'from',
  'to',
] as const;

export type AuditFilters = Partial<Record<(typeof AUDIT_FILTERS)[number], string>>;

export const auditPage = (filters: AuditFilters, cursor: string | undefined, limit = ROWS_A_PAGE) =>
  answerOf(
    api.GET('/api/v1/audit', {
      // The hub checks what an address brings; what it refuses is shown.
      params: { query: { ...(filters as object), limit, ...(cursor ? { cursor } : {}) } },
    }),
  );

export function auditFile(filters: AuditFilters, format: 'csv' | 'jsonl' | 'cloudevents'): Promise<Blob> {
  const query = { ...(filters as object), format };
  return answerOf<Blob>(api.GET('/api/v1/audit/export', { params: { query }, parseAs: 'blob' }));
}
