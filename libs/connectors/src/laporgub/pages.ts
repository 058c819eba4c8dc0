import { ConnectorError, type Page } from '#connector';

export interface ListedCase {
  externalId: string;
  /** As the platform writes it; `changedAt` is the same as milliseconds. */
  changed: string;
  changedAt: number;
  value: unknown;
  /** False where the list leaves out the follow-ups. */
  isWhole: boolean;
}

export interface PageSource {
  list(since: string, page: number): Promise<{ cases: ListedCase[]; lastPage: number | undefined }>;
  whole(externalId: string): Promise<unknown>;
  now: () => Date;
  overlapMs: number;
  recentMs: number;
  settledAfterMs: number;
}

interface Cursor {
  /** The newest change that a finished round has seen. */
  since: string;
  /** The page of this round that comes next. */
  page: number;
  /** The newest change of this round: where the next one starts. */
  high: string | null;
  /** What needs no second look: case -> its newest change. */
  seen: Record<string, string>;
}

/**
 * One page of a list that runs from the newest change backwards and shifts while it is read.
 *
 * A case that changes meanwhile moves to the first page, which this round has left behind; the next round starts
 * `overlap` before the newest change that this round's first page showed, so it finds it there.
 */
export async function readPage(text: string | null, source: PageSource): Promise<Page> {
  const cursor = readCursor(text) ?? start(source);
  const startedAt = source.now().getTime();
  const since = iso(Date.parse(cursor.since) - source.overlapMs);
  const { cases, lastPage } = await source.list(since, cursor.page);
  const high = cursor.high ?? newest(cases, cursor.since, startedAt);
  const seen = { ...cursor.seen };
  const payloads: unknown[] = [];
  const page = (next: Cursor, more: boolean): Page => ({ payloads, cursor: JSON.stringify(next), more });

  for (const { externalId, changed, changedAt, value, isWhole } of cases) {
    if (Object.hasOwn(seen, externalId) && seen[externalId] === changed) continue;
    try {
      payloads.push(isWhole ? value : ((await source.whole(externalId)) ?? value));
    } catch (error) {
      // What was read so far counts; otherwise a small rate budget would begin the same page again for ever.
      if (payloads.length > 0 && error instanceof ConnectorError) return page({ ...cursor, high, seen }, true);
      throw error;
    }
    if (!(startedAt - changedAt < source.settledAfterMs)) seen[externalId] = changed;
  }
  const floor = Date.parse(high) - source.overlapMs;
  const within = Object.fromEntries(Object.entries(seen).filter(([, changed]) => !(Date.parse(changed) < floor)));
  const isLast = lastPage === undefined ? cases.length === 0 : cursor.page >= lastPage;
  return isLast
    ? page({ since: high, page: 1, high: null, seen: within }, false)
    : page({ since: cursor.since, page: cursor.page + 1, high, seen: within }, true);
}

const start = ({ now, recentMs }: PageSource): Cursor => ({
  since: iso(now().getTime() - recentMs),
  page: 1,
  high: null,
  seen: {},
});

/** Never later than now: a single wrong date in the future must not hide what comes until then. */
function newest(cases: readonly ListedCase[], since: string, nowMs: number): string {
  const times = cases.map(({ changedAt }) => changedAt).filter(Number.isFinite);
  return iso(Math.max(Date.parse(since), Math.min(nowMs, Math.max(Number.NEGATIVE_INFINITY, ...times))));
}

/** `null` where it is none of ours: then the recent past is read again, which changes nothing. */
function readCursor(text: string | null): Cursor | null {
  try {
    const value = JSON.parse(text ?? 'null') as Partial<Cursor> | null;
    const isOurs = Number.isFinite(Date.parse(value?.since ?? '')) && Number.isInteger(value?.page);
    return isOurs ? ({ high: null, seen: {}, ...value } as Cursor) : null;
  } catch {
    return null;
  }
}

const iso = (ms: number): string => `${new Date(ms).toISOString().slice(0, 19)}Z`;
