import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useMay } from '../session/session.ts';
import { answerOf, api, type Shown } from './client.ts';
import { pace } from './live.ts';

export type Waiting = Shown<'TriageView'>;
export type Correction = Shown<'CorrectRequest'>;

/** As many as a person decides about before the next come up by themselves. */
const AT_ONCE = 50;

export function useTriage() {
  const may = useMay();
  return useQuery({
    queryKey: ['triage', 'waiting'],
    queryFn: () => answerOf(api.GET('/api/v1/triage', { params: { query: { limit: AT_ONCE } } })),
    refetchInterval: pace,
    enabled: may('triage.decide'),
  });
}

/** Every kecamatan, desa and kelurahan; they change by law, not by the hour. */
export const usePlaces = () =>
  useQuery({
    queryKey: ['triage', 'places'],
    queryFn: async () => (await answerOf(api.GET('/api/v1/triage/areas'))).data,
    staleTime: Number.POSITIVE_INFINITY,
  });

export const loadExamples = (): Promise<Blob> => answerOf(api.GET('/api/v1/triage/examples', { parseAs: 'blob' }));

export function useTriageActs() {
  const queries = useQueryClient();
  const at = (id: string) => ({ params: { path: { id } } });
  // Also where it was refused: somebody else may have decided meanwhile.
  const onSettled = () => queries.invalidateQueries({ queryKey: ['triage', 'waiting'] });
  return {
    accept: useMutation({
      mutationFn: (id: string) => answerOf(api.POST('/api/v1/triage/{id}/accept', at(id))),
      onSettled,
    }),
    correct: useMutation({
      mutationFn: ({ id, ...body }: Correction & { id: string }) =>
        answerOf(api.POST('/api/v1/triage/{id}/correct', { ...at(id), body })),
      onSettled,
    }),
  };
}
