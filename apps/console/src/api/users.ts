import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { answerOf, api, type Shown } from './client.ts';

export type User = Shown<'UserView'>;
export type NewUser = Shown<'NewUser'>;
type UserChanges = Shown<'UserChanges'>;

export const useUsers = () =>
  useQuery({ queryKey: ['users'], queryFn: async () => (await answerOf(api.GET('/api/v1/users'))).data });

const at = (id: string) => ({ params: { path: { id } } });

export function useUserActs() {
  const queries = useQueryClient();
  const onSuccess = () => queries.invalidateQueries({ queryKey: ['users'] });
  return {
    add: useMutation({ mutationFn: (body: NewUser) => answerOf(api.POST('/api/v1/users', { body })), onSuccess }),
    change: useMutation({
      mutationFn: ({ id, ...body }: UserChanges & { id: string }) =>
        answerOf(api.PATCH('/api/v1/users/{id}', { ...at(id), body })),
      onSuccess,
    }),
    invite: useMutation({
      mutationFn: (id: string) => answerOf(api.POST('/api/v1/users/{id}/invitation', at(id))),
      onSuccess,
    }),
  };
}
