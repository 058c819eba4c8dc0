import { ConnectorError, type Page } from '#connector';

interface ListPage {
  payloads: unknown[];
  /** The platform's own cursor behind this page; `null` at the end. */
  next: string | null;
  /** When each entry changed, as far as it says so. */
  changed: string[];
}

export interface ListSource {
  list(since: string, page: string | null): Promise<ListPage>;
  now: () => Date;
  overlapMs: number;
  /** How far back the very first reading looks. */
  firstMs: number;
}

/** Where a reading of the list stands. `page` is the platform's own cursor within it, `begunMs` when it began by our clock. */
interface Cursor {
  since: string;
  newest: string | null;
  page: string | null;
  begunMs: number | null;
}

/**
 * The next page of what changed, oldest change first.
 *
 * A reading begins an overlap before the newest change seen and follows the platform's own cursor to its end. What
 * changes meanwhile moves to the list's end and may draw others past the cursor: so the next reading goes back by as long
 * as this one took. Where the platform no longer knows its cursor, the reading begins again there too.
 */
export async function readPage(text: string | null, source: ListSource): Promise<Page> {
  const at = positionOf(text) ?? { since: recentPast(source), newest: null, page: null, begunMs: null };
  try {
    return await pageAt(at, source);
  } catch (error) {
    const isLost = error instanceof ConnectorError && error.failure === 'rejected' && at.page !== null;
    if (!isLost) throw error;
    return pageAt({ ...at, since: settledUntil(at, source), page: null }, source);
  }
}

async function pageAt({ since, newest, page, begunMs }: Cursor, source: ListSource): Promise<Page> {
  const begun = begunMs ?? source.now().getTime();
  const from = new Date(Date.parse(since) - source.overlapMs).toISOString();
  const { payloads, next, changed } = await source.list(from, page);
  const latest = newestOf([...changed, ...(newest === null ? [] : [newest])], source.now());
  const more = next !== null && next !== page;
  const reached: Cursor = { since, newest: latest, page: next, begunMs: begun };
  const position = more ? reached : { since: settledUntil(reached, source), newest: null, page: null, begunMs: null };
  return { payloads, cursor: JSON.stringify(position), more };
}

/** Until when nothing can have been drawn past the reading: by the platform's clock, its beginning or earlier. */
function settledUntil({ since, newest, begunMs }: Cursor, { now }: ListSource): string {
  if (newest === null) return since;
  const took = begunMs === null ? 0 : Math.max(0, now().getTime() - begunMs);
  return new Date(Math.max(Date.parse(since), Date.parse(newest) - took)).toISOString();
}

/** What lies in the future counts for nothing: a single wrong date must not hide what comes until then. */
function newestOf(times: readonly string[], now: Date): string | null {
  let newest: string | null = null;
  for (const at of times) {
    if (Date.parse(at) > now.getTime()) continue;
    if (newest === null || Date.parse(at) > Date.parse(newest)) newest = at;
  }
  return newest;
}

const recentPast = ({ now, firstMs }: ListSource): string => new Date(now().getTime() - firstMs).toISOString();

/** `null` where the cursor is none of ours, as after a change of connectors: the recent past is read then. */
function positionOf(cursor: string | null): Cursor | null {
  try {
    const { since, newest = null, page = null, begunMs = null } = JSON.parse(cursor ?? '') as Partial<Cursor>;
    return since !== undefined && !Number.isNaN(Date.parse(since)) ? { since, newest, page, begunMs } : null;
  } catch {
    return null;
  }
}
