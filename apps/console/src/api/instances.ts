import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { answerOf, api, type Shown } from './client.ts';
import { useMay } from '../session/session.ts';
import { pace } from './live.ts';

export type Instance = Shown<'InstanceState'>;

export function useInstances() {
  const may = useMay();
  return useQuery({
    queryKey: ['instances'],
    queryFn: async () => (await answerOf(api.GET('/api/v1/instances'))).data,
    refetchInterval: pace,
    enabled: may('instances.read'),
  });
}

/** What people call a platform; its short name where it is not known (yet). */
export function useTitleOf(): (instance: string | null | undefined) => string {
  const { data } = useInstances();
  return (name) => data?.find((instance) => instance.name === name)?.title ?? name ?? '';
}

const at = (name: string) => ({ params: { path: { name } } });

export function useInstanceActs(name: string) {
  const queries = useQueryClient();
  const onSuccess = () => queries.invalidateQueries({ queryKey: ['instances'] });
  return {
    pause: useMutation({
      mutationFn: (reason: string) =>
        answerOf(api.POST('/api/v1/instances/{name}/pause', { ...at(name), body: { reason } })),
      onSuccess,
    }),
    resume: useMutation({
      mutationFn: () => answerOf(api.POST('/api/v1/instances/{name}/resume', at(name))),
      onSuccess,
    }),
    test: useMutation({ mutationFn: () => answerOf(api.POST('/api/v1/instances/{name}/test', at(name))) }),
  };
}
