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
  /** What may change once more within the second that it shows: case -> its newest change, and since when we know it. */
  young: Record<string, { changed: string; sinceMs: number }>;
}

/**
 * One page of a list that runs from the newest change backwards and shifts while it is read.
 *
 * A case that changes meanwhile moves to the first page, which this round has left behind; the next round starts
 * `overlap` before the newest change that this round's first page showed, so it finds it there. The platform's clock is
 * never held against ours: a change is settled once the platform shows one that is so much later, or once we have known
 * it for so long.
 */
export async function readPage(text: string | null, source: PageSource): Promise<Page> {
  const cursor = readCursor(text) ?? start(source);
  const startedAt = source.now().getTime();
  const since = iso(Date.parse(cursor.since) - source.overlapMs);
  const { cases, lastPage } = await source.list(since, cursor.page);
  const high = cursor.high ?? newest(cases, cursor.since, startedAt);
  const [seen, young] = [{ ...cursor.seen }, { ...cursor.young }];
  const payloads: unknown[] = [];
  const page = (next: Cursor, more: boolean): Page => ({ payloads, cursor: JSON.stringify(next), more });

  for (const { externalId, changed, changedAt, value, isWhole } of cases) {
    if (Object.hasOwn(seen, externalId) && seen[externalId] === changed) continue;
    try {
      payloads.push(isWhole ? value : ((await source.whole(externalId)) ?? value));
    } catch (error) {
      // What was read so far counts; otherwise a small rate budget would begin the same page again for ever.
      if (payloads.length > 0 && error instanceof ConnectorError) return page({ ...cursor, high, seen, young }, true);
      throw error;
    }
    const known = Object.hasOwn(young, externalId) ? young[externalId] : undefined;
    const sinceMs = known?.changed === changed ? known.sinceMs : startedAt;
    const isYoung = Date.parse(high) - changedAt < source.settledAfterMs && startedAt - sinceMs < source.settledAfterMs;
    seen[externalId] = changed;
    delete young[externalId];
    if (isYoung) young[externalId] = { changed, sinceMs };
  }
  const floor = Date.parse(high) - source.overlapMs;
  const isWithin = (changed: string): boolean => !(Date.parse(changed) < floor);
  const kept = {
    seen: Object.fromEntries(Object.entries(seen).filter(([, changed]) => isWithin(changed))),
    young: Object.fromEntries(Object.entries(young).filter(([, { changed }]) => isWithin(changed))),
  };
  const isLast = lastPage === undefined ? cases.length === 0 : cursor.page >= lastPage;
  return isLast
    ? page({ since: high, page: 1, high: null, ...kept, seen: without(kept.seen, kept.young) }, false)
    : page({ since: cursor.since, page: cursor.page + 1, high, ...kept }, true);
}

/** The next round reads what is young once more. */
const without = (seen: Record<string, string>, young: object): Record<string, string> =>
  Object.fromEntries(Object.entries(seen).filter(([externalId]) => !Object.hasOwn(young, externalId)));

const start = ({ now, recentMs }: PageSource): Cursor => ({
  since: iso(now().getTime() - recentMs),
  page: 1,
  high: null,
  seen: {},
  young: {},
});

/** What lies in the future counts for nothing: a single wrong date must not hide what comes until then. */
function newest(cases: readonly ListedCase[], since: string, nowMs: number): string {
  const times = cases.map(({ changedAt }) => changedAt).filter((at) => at <= nowMs);
  return iso(Math.max(Date.parse(since), ...times));
}

/** `null` where it is none of ours: then the recent past is read again, which changes nothing. */
function readCursor(text: string | null): Cursor | null {
  try {
    const value = JSON.parse(text ?? 'null') as Partial<Cursor> | null;
    const isOurs = Number.isFinite(Date.parse(value?.since ?? '')) && Number.isInteger(value?.page);
    return isOurs ? ({ high: null, seen: {}, young: {}, ...value } as Cursor) : null;
  } catch {
    return null;
  }
}

const iso = (ms: number): string => `${new Date(ms).toISOString().slice(0, 19)}Z`;
