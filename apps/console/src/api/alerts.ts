import { useQuery } from '@tanstack/react-query';
import { answerOf, api, type Shown } from './client.ts';
import { pace } from './live.ts';

export type Alert = Shown<'AlertItem'>;

const MOST = 50;

export const useOpenAlerts = () =>
  useQuery({
    queryKey: ['alerts'],
    queryFn: async () =>
      (await answerOf(api.GET('/api/v1/alerts', { params: { query: { open: true, limit: MOST } } }))).data,
    refetchInterval: pace,
  });
