import { badField } from '../problems/problem.ts';

/** Keyset pages: the cursor is the key of the last row seen, so rows that come or go meanwhile move no page. */
const cursorOf = (...key: string[]): string => Buffer.from(JSON.stringify(key)).toString('base64url');

/** The key that a cursor holds, each part of the form that its query expects. */
export const readCursor = (cursor: string | undefined, ...forms: RegExp[]): string[] | null =>
  readCursorIn('cursor', cursor, ...forms);

/** The same where the cursor is asked for by another name. */
export function readCursorIn(field: string, cursor: string | undefined, ...forms: RegExp[]): string[] | null {
  if (cursor === undefined) return null;
  try {
    const key: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    if (!Array.isArray(key) || key.length !== forms.length) throw new TypeError('Not a key');
    return key.map((part: unknown, index) => {
      if (typeof part !== 'string' || !forms[index]?.test(part)) throw new TypeError('Not a key');
      return part;
    });
  } catch {
    throw badField(field, 'bukan penanda halaman dari jawaban sebelumnya');
  }
}

/** A page of `limit` rows out of the `limit + 1` that were asked for: the one too many says that there are more. */
export function pageOf<Row, T>(
  rows: Row[],
  limit: number,
  keyOf: (row: Row) => string[],
  shown: (row: Row) => T,
): { data: T[]; next_cursor: string | null } {
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return { data: page.map(shown), next_cursor: rows.length > limit && last ? cursorOf(...keyOf(last)) : null };
}

export const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
export const BIGINT = /^(0|[1-9]\d{0,17})$/;
