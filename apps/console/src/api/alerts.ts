import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { answerOf, api, type Shown } from './client.ts';
import { pace } from './live.ts';
import { usePages } from './pages.ts';

export type Alert = Shown<'AlertItem'>;
export type Channel = Shown<'ChannelView'>;
export type ChannelForm = Shown<'NewChannel'>;

const MOST = 50;

/** What stands, what somebody has seen, and what is over. */
export const ALERT_STATES = {
  open: { open: true, acknowledged: false },
  acknowledged: { open: true, acknowledged: true },
  ended: { open: false },
} as const;
export type AlertState = keyof typeof ALERT_STATES;

export const useOpenAlerts = () =>
  useQuery({
    queryKey: ['alerts', 'home'],
    queryFn: async () =>
      (await answerOf(api.GET('/api/v1/alerts', { params: { query: { open: true, limit: MOST } } }))).data,
    refetchInterval: pace,
  });

export const useAlerts = (state: AlertState) =>
  usePages<Alert>(
    ['alerts', state],
    (cursor) =>
      answerOf(
        api.GET('/api/v1/alerts', {
          params: { query: { ...ALERT_STATES[state], limit: MOST, ...(cursor ? { cursor } : {}) } },
        }),
      ),
    pace,
  );

const at = (id: string) => ({ params: { path: { id } } });

export function useAcknowledge() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => answerOf(api.POST('/api/v1/alerts/{id}/acknowledge', at(id))),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['alerts'] }),
  });
}

export const useChannels = () =>
  useQuery({ queryKey: ['channels'], queryFn: () => answerOf(api.GET('/api/v1/alert-channels')) });

export function useChannelActs() {
  const queries = useQueryClient();
  const onSuccess = () => queries.invalidateQueries({ queryKey: ['channels'] });
  return {
    make: useMutation({
      mutationFn: (body: ChannelForm) => answerOf(api.POST('/api/v1/alert-channels', { body })),
      onSuccess,
    }),
    change: useMutation({
      mutationFn: ({ id, ...body }: Shown<'ChannelChanges'> & { id: string }) =>
        answerOf(api.PATCH('/api/v1/alert-channels/{id}', { ...at(id), body })),
      onSuccess,
    }),
    remove: useMutation({
      mutationFn: (id: string) => answerOf(api.DELETE('/api/v1/alert-channels/{id}', at(id))),
      onSuccess,
    }),
    test: useMutation({ mutationFn: (id: string) => answerOf(api.POST('/api/v1/alert-channels/{id}/test', at(id))) }),
  };
}
