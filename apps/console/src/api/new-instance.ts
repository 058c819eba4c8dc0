import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { answerOf, api, type Shown } from './client.ts';

export const useConnectors = () =>
  useQuery({
    queryKey: ['connectors'],
    queryFn: async () => (await answerOf(api.GET('/api/v1/connectors'))).data,
  });

/** A profile to begin with, its variables named after the new connection. */
export const useTemplate = (connector: string | null, name: string | undefined) =>
  useQuery({
    queryKey: ['template', connector, name],
    queryFn: () =>
      answerOf(
        api.GET('/api/v1/connectors/{connector}/template', {
          params: { path: { connector: connector ?? '' }, query: { name } },
        }),
      ),
    enabled: connector !== null && name !== undefined,
    staleTime: Infinity,
    retry: false,
  });

export function useCreateInstance() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: Shown<'NewInstanceRequest'>) => answerOf(api.POST('/api/v1/instances', { body })),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['instances'] }),
  });
}
