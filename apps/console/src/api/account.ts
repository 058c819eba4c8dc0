import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { answerOf, api, type Shown } from './client.ts';

export type OpenSession = Shown<'OpenSession'>;

export const useSessions = () =>
  useQuery({ queryKey: ['sessions'], queryFn: async () => (await answerOf(api.GET('/api/v1/sessions'))).data });

export const useFactor = () => useQuery({ queryKey: ['factor'], queryFn: () => answerOf(api.GET('/api/v1/me/totp')) });

/** What a person changes of the own account. */
export function useAccountActs() {
  const queries = useQueryClient();
  const again = (name: string) => () => queries.invalidateQueries({ queryKey: [name] });
  return {
    password: useMutation({
      mutationFn: (body: Shown<'PasswordChange'>) => answerOf(api.POST('/api/v1/me/password', { body })),
      onSuccess: again('sessions'),
    }),
    propose: useMutation({ mutationFn: () => answerOf(api.POST('/api/v1/me/totp')) }),
    confirm: useMutation({
      mutationFn: (totp: string) => answerOf(api.POST('/api/v1/me/totp/confirm', { body: { totp } })),
      onSuccess: again('factor'),
    }),
    renew: useMutation({
      mutationFn: () => answerOf(api.POST('/api/v1/me/totp/recovery-codes')),
      onSuccess: again('factor'),
    }),
    remove: useMutation({
      mutationFn: () => answerOf(api.DELETE('/api/v1/me/totp')),
      onSuccess: again('factor'),
    }),
    end: useMutation({
      mutationFn: (id: string) => answerOf(api.DELETE('/api/v1/sessions/{id}', { params: { path: { id } } })),
      onSuccess: again('sessions'),
    }),
    endOthers: useMutation({
      mutationFn: () => answerOf(api.DELETE('/api/v1/sessions')),
      onSuccess: again('sessions'),
    }),
  };
}
