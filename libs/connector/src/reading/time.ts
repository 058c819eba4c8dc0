const INSTANT = /^(\d{4})-(\d\d)-(\d\d)[T ](\d\d):(\d\d)(?::(\d\d)(\.\d{1,9})?)?\s*(Z|[+-]\d\d:?\d\d)?$/i;
const MAX_MS = Date.UTC(2200, 0);
export const OFFSET = /^[+-](0\d|1[0-4]):[0-5]\d$/;

/**
 * A platform's time as RFC 3339 with offset, or `null` where it is none.
 *
 * `offset` is for platforms that leave theirs out; without it such a time has no meaning and is refused.
 */
export function readTime(value: unknown, offset?: string): string | null {
  if (typeof value !== 'string') return null;
  const match = INSTANT.exec(value.trim());
  if (!match) return null;
  const [, year, month, day, hour, minute, second = '00', fraction = '', zone = offset] = match;
  if (zone === undefined) return null;
  const clock = `${year}-${month}-${day}T${hour}:${minute}:${second}`;
  // Date rolls 30 February over; a platform that sends it has a fault that must be seen.
  const utc = new Date(`${clock}Z`);
  if (Number.isNaN(utc.getTime()) || utc.toISOString().slice(0, 19) !== clock) return null;
  const colon = zone.toUpperCase() === 'Z' ? 'Z' : `${zone.slice(0, 3)}:${zone.slice(-2)}`;
  if (colon !== 'Z' && !OFFSET.test(colon)) return null;
  return `${clock}${fraction}${colon}`;
}

/** Milliseconds stand above this, seconds below: it is 1970 in the one and the year 33658 in the other. */
const MILLISECONDS_FROM = 1e12;

/** Unix seconds or milliseconds, as a number or as digits, in RFC 3339; `null` where it is neither. */
export function readUnix(value: unknown): string | null {
  const number = typeof value === 'string' && /^\d{9,14}$/.test(value) ? Number(value) : value;
  if (typeof number !== 'number' || !Number.isSafeInteger(number) || number <= 0) return null;
  const ms = number >= MILLISECONDS_FROM ? number : number * 1000;
  return ms < MAX_MS ? new Date(ms).toISOString() : null;
}

/** `2025-11-07 08:31:22`: an instant as clocks at `offset` show it, for platforms that take no offset. */
export function localTime(at: string, offset: string): string {
  const minutes = (Number(offset.slice(1, 3)) * 60 + Number(offset.slice(4, 6))) * (offset.startsWith('-') ? -1 : 1);
  return new Date(Date.parse(at) + minutes * 60_000).toISOString().slice(0, 19).replace('T', ' ');
}
