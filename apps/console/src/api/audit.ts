import { useQuery } from '@tanstack/react-query';
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

/** A row beside the one before it; rows never change, so it is asked for once. */
export const useAuditDetail = (id: string) =>
  useQuery({
    queryKey: ['audit-detail', id],
    queryFn: () => answerOf(api.GET('/api/v1/audit/{id}', { params: { path: { id } } })),
    staleTime: Infinity,
  });

export type AuditFormat = 'csv' | 'jsonl' | 'cloudevents';

/** The export as it comes, line by line; `onRows` hears how many there are so far. */
export async function auditFile(
  filters: AuditFilters,
  format: AuditFormat,
  { onRows, signal }: { onRows: (rows: number) => void; signal: AbortSignal },
): Promise<Blob> {
  const query = { ...(filters as object), format };
  const stream = await answerOf<ReadableStream<Uint8Array<ArrayBuffer>> | null>(
    api.GET('/api/v1/audit/export', { params: { query }, parseAs: 'stream', signal }),
  );
  if (!stream) return new Blob();
  // The table's first line names its columns.
  let lines = format === 'csv' ? -1 : 0;
  const counted = stream.pipeThrough(
    new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>({
      transform: (chunk, controller) => {
        for (const byte of chunk) if (byte === NEW_LINE) lines += 1;
        onRows(Math.max(0, lines));
        controller.enqueue(chunk);
      },
    }),
  );
  // The browser keeps what is large on its disk.
  return new Response(counted).blob();
}

const NEW_LINE = 10;
