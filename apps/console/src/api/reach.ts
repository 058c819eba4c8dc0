import { useSyncExternalStore } from 'react';

/** What a proxy answers where the hub does not, and the hub where its database does not. */
const AWAY = new Set([502, 503, 504]);

let isReached = true;
const listeners = new Set<() => void>();

function become(next: boolean): void {
  if (next === isReached) return;
  isReached = next;
  for (const listener of listeners) listener();
}

/** What was asked for last, with its answer's status or without an answer. */
export const noteAnswer = (status: number | null): void => become(status !== null && !AWAY.has(status));

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

/** Whether the hub answered what was asked of it last. */
export const useIsReached = (): boolean => useSyncExternalStore(subscribe, () => isReached);
