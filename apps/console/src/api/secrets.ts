import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { answerOf, api } from './client.ts';

/** For how long the platform may go on signing with the secret before. */
export const OVERLAPS = ['1h', '24h', '7d'] as const;
export type Overlap = (typeof OVERLAPS)[number];

const at = (name: string) => ({ params: { path: { name } } });

export const useSecrets = (name: string, isWanted: boolean) =>
  useQuery({
    queryKey: ['secrets', name],
    queryFn: async () => (await answerOf(api.GET('/api/v1/instances/{name}/secrets', at(name)))).data,
    enabled: isWanted,
  });

export function useSecretActs(name: string) {
  const queries = useQueryClient();
  const onSuccess = () => queries.invalidateQueries({ queryKey: ['secrets', name] });
  return {
    set: useMutation({
      mutationFn: (values: Record<string, string>) =>
        answerOf(api.PUT('/api/v1/instances/{name}/secrets', { ...at(name), body: values as never })),
      onSuccess,
    }),
    rotate: useMutation({
      mutationFn: (overlap: Overlap) =>
        answerOf(api.POST('/api/v1/instances/{name}/webhook-secret', { ...at(name), body: { overlap } })),
      onSuccess,
    }),
  };
}
