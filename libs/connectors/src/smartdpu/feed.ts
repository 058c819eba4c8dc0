import type { Page } from '#connector';

export interface FeedSource {
  changes(after: number, limit: number): Promise<unknown[]>;
  /** The change's number; `null` where it can't be read. */
  idOf(change: unknown): Promise<number | null>;
  /** Changes in a page. */
  page: number;
  /** Numbers that are read again each time. */
  reread: number;
}

/**
 * The feed after a cursor, which is the highest number seen.
 *
 * The last few numbers are read again each time, because a change may be stored after one with a higher number. They
 * are fewer than a page holds, so a full page always brings something new.
 */
export async function readFeed(cursor: string | null, source: FeedSource): Promise<Page> {
  const { page, reread } = source;
  const seen = Number(cursor ?? 0) || 0;
  const after = Math.max(0, seen - Math.min(reread, page - 1));
  const payloads = await source.changes(after, page);
  const ids = await Promise.all(payloads.map((payload) => source.idOf(payload)));
  const last = Math.max(seen, ...ids.filter((id) => id !== null));
  return { payloads, cursor: String(last), more: payloads.length >= page && last > seen };
}
