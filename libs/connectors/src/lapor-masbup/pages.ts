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

/** Where a reading of the list stands. `page` is the platform's own cursor within it. */
interface Cursor {
  since: string;
  newest: string | null;
  page: string | null;
}

/**
 * The next page of what changed, oldest change first.
 *
 * A reading begins an overlap before the newest change seen and follows the platform's own cursor to its end. Where
 * the platform no longer knows that cursor, the reading begins again at the newest change seen: the list is in order.
 */
export async function readPage(text: string | null, source: ListSource): Promise<Page> {
  const at = positionOf(text) ?? { since: recentPast(source), newest: null, page: null };
  try {
    return await pageAt(at, source);
  } catch (error) {
    const isLost = error instanceof ConnectorError && error.failure === 'rejected' && at.page !== null;
    if (!isLost) throw error;
    return pageAt({ since: at.newest ?? at.since, newest: at.newest, page: null }, source);
  }
}

async function pageAt({ since, newest, page }: Cursor, source: ListSource): Promise<Page> {
  const from = new Date(Date.parse(since) - source.overlapMs).toISOString();
  const { payloads, next, changed } = await source.list(from, page);
  const latest = newestOf([...changed, ...(newest === null ? [] : [newest])], source.now());
  const more = next !== null && next !== page;
  const position: Cursor = more
    ? { since, newest: latest, page: next }
    : { since: latest ?? since, newest: null, page: null };
  return { payloads, cursor: JSON.stringify(position), more };
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
    const { since, newest = null, page = null } = JSON.parse(cursor ?? '') as Partial<Cursor>;
    return since !== undefined && !Number.isNaN(Date.parse(since)) ? { since, newest, page } : null;
  } catch {
    return null;
  }
}
