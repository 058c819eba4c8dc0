import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';

interface PageOf<Row> {
  data: Row[];
  next_cursor: string | null;
}

export const ROWS_A_PAGE = 50;

/** A list that grows page by page; `refetch` asks again only while the first page alone is shown. */
export function usePages<Row>(
  queryKey: readonly unknown[],
  ask: (cursor: string | undefined) => Promise<PageOf<Row>>,
  refetch?: () => number,
) {
  const asked = useInfiniteQuery({
    queryKey,
    queryFn: ({ pageParam }) => ask(pageParam),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.next_cursor ?? undefined,
    placeholderData: keepPreviousData,
    refetchInterval: (query) => ((query.state.data?.pages.length ?? 0) > 1 ? false : (refetch?.() ?? false)),
  });
  return {
    data: asked.data?.pages.flatMap((page) => page.data),
    error: asked.error,
    isPending: asked.isPending,
    refetch: asked.refetch,
    more: {
      has: asked.hasNextPage,
      loading: asked.isFetchingNextPage,
      load: () => void asked.fetchNextPage(),
      fault: asked.isFetchNextPageError ? asked.error : null,
    },
  };
}
