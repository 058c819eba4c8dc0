import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { answerOf, api, type Shown } from './client.ts';
import { pace } from './live.ts';

export type Labels = Shown<'Labels'>;

/** What a platform's word shall mean, and where its profile says so. */
export interface Mapping {
  path: readonly string[];
  meaning: unknown;
}

export const useLabels = (name: string) =>
  useQuery({
    queryKey: ['labels', name],
    queryFn: () => answerOf(api.GET('/api/v1/instances/{name}/labels', { params: { path: { name } } })),
    refetchInterval: pace,
  });

/** Writes the words into the profile as a new version; everything else in it stays as it was written. */
export function useMapLabels(name: string) {
  const queries = useQueryClient();
  const at = { params: { path: { name } } };
  return useMutation({
    mutationFn: async ({ mappings, why }: { mappings: Mapping[]; why: string }) => {
      const [{ put }, { text, version }] = await Promise.all([
        import('../parts/yaml-text.ts'),
        answerOf(api.GET('/api/v1/instances/{name}/profile', at)),
      ]);
      const mapped = mappings.reduce((now, { path, meaning }) => put(now, path, meaning), text);
      return answerOf(
        api.PUT('/api/v1/instances/{name}/profile', { ...at, body: { text: mapped, why, based_on: version } }),
      );
    },
    onSuccess: () =>
      Promise.all(['labels', 'profile', 'versions'].map((key) => queries.invalidateQueries({ queryKey: [key, name] }))),
  });
}
