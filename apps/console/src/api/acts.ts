import { useMutation, useQueryClient } from '@tanstack/react-query';
import { answerOf, api, type Shown } from './client.ts';

/** What a person decides about a complaint: each is one address of the hub, each is audited. */
export function useActs(number: string) {
  const queries = useQueryClient();
  const at = { params: { path: { number } } };
  const onSuccess = () =>
    Promise.all(['complaint', 'timeline'].map((key) => queries.invalidateQueries({ queryKey: [key, number] })));
  return {
    reply: useMutation({
      mutationFn: (body: Shown<'ReplyRequest'>) =>
        answerOf(api.POST('/api/v1/complaints/{number}/reply', { ...at, body })),
      onSuccess,
    }),
    status: useMutation({
      mutationFn: (body: Shown<'StatusRequest'>) =>
        answerOf(api.POST('/api/v1/complaints/{number}/status', { ...at, body })),
      onSuccess,
    }),
    disposition: useMutation({
      mutationFn: (body: Shown<'DispositionRequest'>) =>
        answerOf(api.POST('/api/v1/complaints/{number}/disposition', { ...at, body })),
      onSuccess,
    }),
    forward: useMutation({
      mutationFn: (body: Shown<'ForwardRequest'>) =>
        answerOf(api.POST('/api/v1/complaints/{number}/forward', { ...at, body })),
      onSuccess,
    }),
    needsInfo: useMutation({
      mutationFn: (body: Shown<'NeedsInfoRequest'>) =>
        answerOf(api.POST('/api/v1/complaints/{number}/needs-info', { ...at, body })),
      onSuccess,
    }),
    authority: useMutation({
      mutationFn: (body: Shown<'AuthorityRequest'>) =>
        answerOf(api.POST('/api/v1/complaints/{number}/authority', { ...at, body })),
      onSuccess,
    }),
  };
}
