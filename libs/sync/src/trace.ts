import { AsyncLocalStorage } from 'node:async_hooks';
import { randomBytes } from 'node:crypto';
import type { Exchange } from '#connector';

const exchanges = new AsyncLocalStorage<Exchange[]>();

/** The id that one message's hops share in the audit and in the logs. */
export const newTraceId = (): string => randomBytes(8).toString('hex');

/** Runs `work` and hands out what it said to the platform meanwhile. */
export function recording<T>(work: (said: Exchange[]) => Promise<T>): Promise<T> {
  const said: Exchange[] = [];
  return exchanges.run(said, () => work(said));
}

/** For a connection's `io.onExchange`: adds to the recording that is under way, if one is. */
export function noteExchange(exchange: Exchange): void {
  exchanges.getStore()?.push(exchange);
}

/** The columns of an audit row that tell what was asked and answered last. */
export function exchangeColumns(said: Exchange[]): { request?: unknown; answer?: unknown; durationMs?: number } {
  const last = said.at(-1);
  if (!last) return {};
  return {
    request: { method: last.method, path: last.path, body: last.request ?? null },
    answer: { status: last.status, body: last.answer ?? null },
    durationMs: Math.round(said.reduce((sum, { ms }) => sum + ms, 0)),
  };
}
