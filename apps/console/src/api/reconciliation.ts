import { useMutation, useQueryClient } from '@tanstack/react-query';
import { answerOf, api, type Shown } from './client.ts';
import { pace } from './live.ts';
import { ROWS_A_PAGE, usePages } from './pages.ts';

export type Run = Shown<'Run'>;
export type Drift = Shown<'DriftView'>;

export const useRuns = () =>
  usePages<Run>(
    ['reconciliations'],
    (cursor) => answerOf(api.GET('/api/v1/reconciliations', { params: { query: { cursor, limit: 20 } } })),
    pace,
  );

export const useDrift = (filters: object) =>
  usePages<Drift>(
    ['drift', filters],
    (cursor) => answerOf(api.GET('/api/v1/drift', { params: { query: { ...filters, cursor, limit: ROWS_A_PAGE } } })),
    pace,
  );

export function useReconciliationActs() {
  const queries = useQueryClient();
  return {
    begin: useMutation({
      mutationFn: ({ name, acceptsFewer = false }: { name: string; acceptsFewer?: boolean }) =>
        answerOf(
          api.POST('/api/v1/instances/{name}/reconcile', {
            params: { path: { name } },
            body: { accept_fewer: acceptsFewer },
          }),
        ),
      onSuccess: () => queries.invalidateQueries({ queryKey: ['reconciliations'] }),
    }),
    dismiss: useMutation({
      mutationFn: ({ id, reason }: { id: string; reason: string }) =>
        answerOf(api.POST('/api/v1/drift/{id}/dismiss', { params: { path: { id } }, body: { reason } })),
      onSuccess: () => queries.invalidateQueries({ queryKey: ['drift'] }),
    }),
  };
}
