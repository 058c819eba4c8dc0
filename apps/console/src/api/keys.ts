import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { answerOf, api, type Shown } from './client.ts';

export type ApiKey = Shown<'KeyView'>;
export type NewKey = Shown<'NewKey'>;

export const useKeys = () =>
  useQuery({ queryKey: ['keys'], queryFn: async () => (await answerOf(api.GET('/api/v1/keys'))).data });

export function useKeyActs() {
  const queries = useQueryClient();
  const onSuccess = () => queries.invalidateQueries({ queryKey: ['keys'] });
  return {
    make: useMutation({ mutationFn: (body: NewKey) => answerOf(api.POST('/api/v1/keys', { body })), onSuccess }),
    revoke: useMutation({
      mutationFn: (id: string) => answerOf(api.DELETE('/api/v1/keys/{id}', { params: { path: { id } } })),
      onSuccess,
    }),
  };
}
