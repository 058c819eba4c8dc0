import { timingSafeEqual } from 'node:crypto';
import type { Sealer } from '#store';
import type { Request } from 'express';

const CHANGES_NOTHING = new Set(['GET', 'HEAD', 'OPTIONS']);

/** What a page of ours must send along: it follows from the session's token, which no page can read. */
export const csrfOf = (sealer: Sealer, token: string): string => sealer.hash(`csrf:${token}`).toString('base64url');

/** True where nothing is changed, or the header proves that a page of ours asks. */
export function hasCsrfToken(request: Request, expected: string): boolean {
  if (CHANGES_NOTHING.has(request.method)) return true;
  const given = Buffer.from(String(request.headers['x-csrf-token'] ?? ''));
  const wanted = Buffer.from(expected);
  return given.length === wanted.length && timingSafeEqual(given, wanted);
}
