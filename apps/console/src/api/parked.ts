import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { answerOf, api, type Shown } from './client.ts';
import { pace } from './live.ts';

export type Group = Shown<'ParkedGroup'>;

export const useGroups = () =>
  useQuery({
    queryKey: ['parked', 'groups'],
    queryFn: async () => (await answerOf(api.GET('/api/v1/parked/groups'))).data,
    refetchInterval: pace,
  });

const at = (id: string) => ({ params: { path: { id } } });

export const useParkedItem = (id: string) =>
  useQuery({ queryKey: ['parked', 'item', id], queryFn: () => answerOf(api.GET('/api/v1/parked/{id}', at(id))) });

export const usePreview = (id: string, isWanted: boolean) =>
  useQuery({
    queryKey: ['parked', 'preview', id],
    queryFn: () => answerOf(api.GET('/api/v1/parked/{id}/preview', at(id))),
    enabled: isWanted,
  });

export function useParkedActs() {
  const queries = useQueryClient();
  const onSuccess = () =>
    Promise.all([
      queries.invalidateQueries({ queryKey: ['parked'], refetchType: 'active' }),
      queries.invalidateQueries({ queryKey: ['instances'] }),
    ]);
  return {
    retry: useMutation({
      mutationFn: (id: string) => answerOf(api.POST('/api/v1/parked/{id}/retry', at(id))),
      onSuccess,
    }),
    skip: useMutation({
      mutationFn: ({ id, reason }: { id: string; reason: string }) =>
        answerOf(api.POST('/api/v1/parked/{id}/skip', { ...at(id), body: { reason } })),
      onSuccess,
    }),
    retryAll: useMutation({
      mutationFn: ({ instance, type: kind, reason }: Group) =>
        answerOf(
          api.POST('/api/v1/parked/retry', {
            body: { instance, kind, limit: MOST_AT_ONCE, ...(reason === null ? {} : { reason }) },
          }),
        ),
      onSuccess,
    }),
  };
}

const MOST_AT_ONCE = 1_000;
