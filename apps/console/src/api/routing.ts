import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { answerOf, api, type Shown } from './client.ts';

export type Simulation = Shown<'Simulation'>;

export const useRouting = () =>
  useQuery({ queryKey: ['routing'], queryFn: () => answerOf(api.GET('/api/v1/routing')), staleTime: Infinity });

export const checkRouting = (text: string) => answerOf(api.POST('/api/v1/routing/check', { body: { text } }));

export const useRoutingVersions = () =>
  useQuery({
    queryKey: ['routing-versions'],
    queryFn: async () => (await answerOf(api.GET('/api/v1/routing/versions'))).data,
  });

export const useRoutingDifference = (from: number, to: number) =>
  useQuery({
    queryKey: ['routing-difference', from, to],
    queryFn: () => answerOf(api.GET('/api/v1/routing/difference', { params: { query: { from, to } } })),
    staleTime: Infinity,
  });

export function useRoutingActs() {
  const queries = useQueryClient();
  const again = () =>
    Promise.all(['routing', 'routing-versions'].map((key) => queries.invalidateQueries({ queryKey: [key] })));
  // Also where it was refused: somebody else may have saved meanwhile.
  const told = { onSuccess: again, onError: () => void again() };
  return {
    save: useMutation({
      mutationFn: (body: { text: string; why: string; based_on: number }) =>
        answerOf(api.PUT('/api/v1/routing', { body })),
      ...told,
    }),
    rollBack: useMutation({
      mutationFn: (body: { version: number; why: string; based_on: number }) =>
        answerOf(api.POST('/api/v1/routing/rollback', { body })),
      ...told,
    }),
    simulate: useMutation({
      mutationFn: (text: string) => answerOf(api.POST('/api/v1/routing/simulate', { body: { text } })),
    }),
  };
}
