import { useQuery } from '@tanstack/react-query';
import { useMay } from '../session/session.ts';
import { answerOf, api, type Shown } from './client.ts';
import { pace } from './live.ts';

export type Moment = Shown<'Moment'>;

export function useOverview(hours: number) {
  const may = useMay();
  return useQuery({
    queryKey: ['overview', hours],
    queryFn: () => answerOf(api.GET('/api/v1/overview', { params: { query: { hours } } })),
    refetchInterval: pace,
    placeholderData: (previous) => previous,
    enabled: may('figures.read'),
  });
}
