import { useQuery } from '@tanstack/react-query';
import { auditPage } from './audit.ts';
import { pace } from './live.ts';
import { ROWS } from './movement.ts';

/** The newest rows of the audit: what has just happened, and how fast things move. */
export const useRecent = () =>
  useQuery({
    queryKey: ['recent'],
    queryFn: async () => (await auditPage({}, undefined, ROWS)).data,
    refetchInterval: pace,
  });
