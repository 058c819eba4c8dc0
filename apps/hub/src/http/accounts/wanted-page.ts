/** In the cookie, beside what the provider is asked with, it must stay below the 4 kB that browsers keep. */
const MOST_CHARS = 1_000;
const API = /^\/api(\/|$)/i;
const HERE = 'http://here.invalid';

/**
 * The page of the console that somebody wanted to open before logging in; its beginning for whatever else was named.
 *
 * It is read as a browser would: one takes a backslash for a slash, drops tabs and line ends, and two slashes lead to
 * another host.
 */
export function wantedPage(path: unknown): string {
  if (typeof path !== 'string' || !path.startsWith('/') || !URL.canParse(path, HERE)) return '/';
  const { origin, pathname, search } = new URL(path, HERE);
  const isOurs = origin === HERE && !pathname.startsWith('//') && !API.test(pathname);
  return isOurs && pathname.length + search.length <= MOST_CHARS ? pathname + search : '/';
}
