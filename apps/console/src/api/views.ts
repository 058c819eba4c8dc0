import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useSession } from '../session/session.ts';
import { answerOf, api, type Shown } from './client.ts';

export type ViewPage = Shown<'NewView'>['page'];

/** A person's own views of one page; an operator's key has none. */
export function useViews(page: ViewPage) {
  const queries = useQueryClient();
  const { person } = useSession();
  const onSuccess = () => queries.invalidateQueries({ queryKey: ['views'] });
  const views = useQuery({
    queryKey: ['views'],
    queryFn: async () => (await answerOf(api.GET('/api/v1/views'))).data,
    enabled: person !== null,
    staleTime: Infinity,
    select: (all) => all.filter((view) => view.page === page),
  });
  const save = useMutation({
    mutationFn: (view: { name: string; query: string }) =>
      answerOf(api.POST('/api/v1/views', { body: { page, ...view } })),
    onSuccess,
  });
  const remove = useMutation({
    mutationFn: (id: string) => answerOf(api.DELETE('/api/v1/views/{id}', { params: { path: { id } } })),
    onSuccess,
  });
  return { has: person !== null, views: views.data ?? [], save, remove };
}
