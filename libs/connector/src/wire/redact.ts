const MASK = '***';
const MAX_ITEMS = 20;
const MAX_CHARS = 500;
const MAX_DEPTH = 8;

/** A body for the audit: its form, with the values of visible keys only. */
export function redact(body: unknown, visible: ReadonlySet<string>): unknown {
  return shown(body, visible, false, 0);
}

function shown(value: unknown, visible: ReadonlySet<string>, plain: boolean, depth: number): unknown {
  if (value === undefined || value === null) return value;
  if (depth > MAX_DEPTH) return '…';
  if (Array.isArray(value)) {
    const items = value.slice(0, MAX_ITEMS).map((each) => shown(each, visible, plain, depth + 1));
    return value.length > MAX_ITEMS ? [...items, `… ${value.length - MAX_ITEMS} lagi`] : items;
  }
  if (typeof value === 'object') {
    return Object.fromEntries(
      Object.entries(value).map(([key, each]) => [key, shown(each, visible, visible.has(key), depth + 1)]),
    );
  }
  if (!plain) return MASK;
  return typeof value === 'string' && value.length > MAX_CHARS ? `${value.slice(0, MAX_CHARS)}…` : value;
}

/** What a platform wrote, without anything that we had sent it and without what looks like a person's. */
export function maskText(text: string, sent: readonly string[], max = 300): string {
  let masked = text;
  for (const value of sent.toSorted((a, b) => b.length - a.length)) {
    if (value.length >= 3) masked = masked.replaceAll(value, MASK);
  }
  masked = masked
    .replace(/[^\s@"'<>]+@[^\s@"'<>]+/g, MASK)
    .replace(/\+?\d(?:[\s.-]?\d){5,}/g, MASK)
    .replace(/["“'‘][^"”'’]{3,}["”'’]/g, MASK)
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  return masked.length > max ? `${masked.slice(0, max)}…` : masked;
}

/** Every text and number in a value: what must not come back in a message. Values of visible keys may. */
export function scalarsOf(value: unknown, visible: ReadonlySet<string> = new Set(), plain = false): string[] {
  if (typeof value === 'string' || typeof value === 'number') return plain ? [] : [String(value)];
  if (Array.isArray(value)) return value.flatMap((each) => scalarsOf(each, visible, plain));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, each]) => scalarsOf(each, visible, visible.has(key)));
}
