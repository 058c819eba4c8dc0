const DEFAULT_S = 60;
const MAX_S = 3600;

/** When to come back: seconds or an HTTP date, at least a second and at most an hour from now, whatever was sent. */
export function retryAt(header: string | undefined, now: Date): Date {
  const text = header?.trim() ?? '';
  const seconds = /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : (Date.parse(text) - now.getTime()) / 1000;
  const wait = Number.isNaN(seconds) ? DEFAULT_S : Math.min(MAX_S, Math.max(1, seconds));
  return new Date(now.getTime() + wait * 1000);
}
