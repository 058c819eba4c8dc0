import { type Query, type QueryClient, type QueryKey, useQueryClient } from '@tanstack/react-query';
import { useEffect, useSyncExternalStore } from 'react';
import { useMay, useWho } from '../session/session.ts';
import { follow, type Told } from './stream.ts';

/** With the stream little is left to ask for: it tells nothing of what the hub does for itself. */
const BESIDE_STREAM_MS = 30_000;
const WITHOUT_STREAM_MS = 6_000;
/** What comes in a burst is asked for once. */
const GATHER_MS = 500;
/** Sums over a day cost more than a row. */
const GATHER_SUMS_MS = 4_000;

let isLive = false;
const listeners = new Set<() => void>();

/** How often what moves is asked for again although nothing was told of it. */
export const pace = (): number => (isLive ? BESIDE_STREAM_MS : WITHOUT_STREAM_MS);

function become(next: boolean): void {
  isLive = next;
  for (const listener of listeners) listener();
}

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

/** Whether the hub tells what changes as it changes. */
export const useIsLive = (): boolean => useSyncExternalStore(subscribe, () => isLive);

/** Follows the stream while somebody looks at this tab, and asks again for what it says has changed. */
export function useLive(): void {
  const queries = useQueryClient();
  const mayFollow = useMay()('complaints.read');
  const who = useWho();
  useEffect(() => {
    if (!mayFollow) return;
    const refresh = refresher(queries);
    let leaving: AbortController | null = null;
    const look = () => {
      if (document.hidden) {
        leaving?.abort();
        leaving = null;
      } else if (!leaving) {
        leaving = new AbortController();
        void follow({ onState: become, onTold: refresh.told }, leaving.signal);
      }
    };
    look();
    document.addEventListener('visibilitychange', look);
    return () => {
      document.removeEventListener('visibilitychange', look);
      leaving?.abort();
      refresh.stop();
    };
  }, [queries, who, mayFollow]);
}

/** Asks for each thing once in a while, however often it is told of. */
function refresher(queries: QueryClient) {
  const waiting = new Map<string, number>();
  const again = (queryKey: QueryKey) => {
    const name = queryKey.join(' ');
    if (waiting.has(name)) return;
    const afterMs = queryKey[0] === 'overview' ? GATHER_SUMS_MS : GATHER_MS;
    const timer = window.setTimeout(() => {
      waiting.delete(name);
      void queries.invalidateQueries({ queryKey, predicate: isOnePage });
    }, afterMs);
    waiting.set(name, timer);
  };
  return {
    told: (told: Told) => {
      if (told.event === 'reset') void queries.invalidateQueries({ predicate: isOnePage });
      else for (const queryKey of concernedBy(told)) again(queryKey);
    },
    stop: () => {
      for (const timer of waiting.values()) window.clearTimeout(timer);
    },
  };
}

/** Somebody who has read on below, or has just asked for more, is not led back to the top. */
function isOnePage({ state }: Query): boolean {
  const { pages } = (state.data ?? {}) as { pages?: unknown[] };
  // Asked again meanwhile, it would give up the page that is on its way.
  const isReadingOn = state.fetchStatus !== 'idle' && state.fetchMeta?.fetchMore !== undefined;
  return !isReadingOn && (pages?.length ?? 0) <= 1;
}

function concernedBy({ event, data }: Told): QueryKey[] {
  const rows: QueryKey[] = [['recent'], ['audit'], ['overview']];
  const number = data['complaint'];
  const one: QueryKey[] =
    typeof number === 'string'
      ? [
          ['complaint', number],
          ['timeline', number],
        ]
      : [];
  switch (event) {
    case 'complaint':
      return [['complaints'], ['labels'], ['triage', 'waiting'], ['parked'], ['instances'], ...one, ...rows];
    case 'delivery':
      return [['complaints'], ['parked'], ['instances'], ...one, ...rows];
    case 'instance':
      return [['instances'], ['parked'], ...rows];
    case 'alert':
      return [['alerts'], ['overview']];
    default:
      return [];
  }
}
