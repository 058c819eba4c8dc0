import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { answerOf, api, type Shown } from './client.ts';

export type Version = Shown<'Version'>;
export type DryRun = Shown<'DryRunShown'>;
export type Fault = Shown<'TextFault'>;
export type PushKind = Shown<'PreviewRequest'>['kind'];

const at = (name: string) => ({ params: { path: { name } } });

export const useProfile = (name: string) =>
  useQuery({
    queryKey: ['profile', name],
    queryFn: () => answerOf(api.GET('/api/v1/instances/{name}/profile', at(name))),
    staleTime: Infinity,
  });

export const useProfileSchema = (name: string) =>
  useQuery({
    queryKey: ['profile-schema', name],
    queryFn: () => answerOf(api.GET('/api/v1/instances/{name}/profile/schema', at(name))),
    staleTime: Infinity,
  });

/** What is wrong with a text. */
export const checkProfile = (name: string, text: string) =>
  answerOf(api.POST('/api/v1/instances/{name}/profile/check', { ...at(name), body: { text } }));

export const useVersions = (name: string) =>
  useQuery({
    queryKey: ['versions', name],
    queryFn: async () => (await answerOf(api.GET('/api/v1/instances/{name}/profile/versions', at(name)))).data,
  });

export const useDifference = (name: string, from: number, to: number) =>
  useQuery({
    queryKey: ['difference', name, from, to],
    queryFn: () =>
      answerOf(
        api.GET('/api/v1/instances/{name}/profile/difference', { params: { path: { name }, query: { from, to } } }),
      ),
    staleTime: Infinity,
  });

export const useMessages = (name: string) =>
  useQuery({
    queryKey: ['messages', name],
    queryFn: async () =>
      (
        await answerOf(
          api.GET('/api/v1/instances/{name}/messages', { params: { path: { name }, query: { limit: 20 } } }),
        )
      ).data,
  });

export function useProfileActs(name: string) {
  const queries = useQueryClient();
  const again = () =>
    Promise.all(
      ['profile', 'versions', 'instances', 'labels', 'parked'].map((key) =>
        queries.invalidateQueries({ queryKey: [key] }),
      ),
    );
  // Also where it was refused: somebody else may have saved meanwhile.
  const told = { onSuccess: again, onError: () => void again() };
  return {
    save: useMutation({
      mutationFn: (body: { text: string; why: string; based_on: number }) =>
        answerOf(api.PUT('/api/v1/instances/{name}/profile', { ...at(name), body })),
      ...told,
    }),
    rollBack: useMutation({
      mutationFn: (body: { version: number; why: string; based_on: number }) =>
        answerOf(api.POST('/api/v1/instances/{name}/profile/rollback', { ...at(name), body })),
      ...told,
    }),
    replay: useMutation({
      mutationFn: () => answerOf(api.POST('/api/v1/instances/{name}/profile/replay', at(name))),
      ...told,
    }),
    dryRun: useMutation({
      mutationFn: (body: { text?: string; payload?: string; inbox_id?: string; kind?: 'webhook' | 'poll' | 'case' }) =>
        answerOf(
          // A payload is sent as it was pasted: the profile decides whether it can be read.
          api.POST('/api/v1/instances/{name}/profile/dry-run', { ...at(name), body: body as never }),
        ),
    }),
    propose: useMutation({
      mutationFn: (body: { document: string; text: string }) =>
        // A document may be pasted as it came: the hub finds out whether it is JSON or YAML.
        answerOf(api.POST('/api/v1/instances/{name}/profile/openapi', { ...at(name), body: body as never })),
    }),
    preview: useMutation({
      mutationFn: (body: { text: string; complaint: string; kind: PushKind }) =>
        answerOf(api.POST('/api/v1/instances/{name}/profile/preview', { ...at(name), body })),
    }),
  };
}
