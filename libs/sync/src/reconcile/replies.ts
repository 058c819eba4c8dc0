import type { ComplaintEvent } from '#complaint';
import { createHash } from 'node:crypto';

/** A reply that a platform shows, by the mark that it hands back, by the id that its receipt named, or by its text. */
export interface Shown {
  /** The event's. */
  id: string;
  /** The delivery that wrote it, where the platform says so. */
  own: string | null;
  digest: Buffer;
}

interface Delivered {
  id: string;
  text: string;
  echoes: string[];
}

/** Platforms cut long texts at their end, so only the beginning counts. */
const COMPARED_CHARS = 200;
const SIGNS: Record<string, string> = {
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
  '&#039;': "'",
  '&amp;': '&',
};

/** The same for a text and for what platforms make of it: white space, escaped signs and a cut end. */
export function digestOf(text: string): Buffer {
  const plain = text
    .normalize('NFC')
    .replace(/&(lt|gt|quot|#0?39|amp);/g, (sign) => SIGNS[sign] ?? sign)
    .replace(/\s+/g, ' ')
    .trim()
    .toLowerCase();
  const beginning = Array.from(plain).slice(0, COMPARED_CHARS).join('').trimEnd();
  return createHash('sha256').update(beginning).digest();
}

export function shownIn(events: readonly ComplaintEvent[]): Shown[] {
  return events.flatMap((event) => {
    if (event.type !== 'replied' && event.type !== 'followed_up') return [];
    return [{ id: event.id, own: typeof event.own === 'string' ? event.own : null, digest: digestOf(event.text) }];
  });
}

/**
 * Splits deliveries into those that the platform shows and those that it does not.
 *
 * Each reply that is shown stands for one delivery: the same text sent twice on purpose has to be there twice. One that
 * is known by its mark or its id may show any text: platforms cut, strip and edit.
 */
export function match<T extends Delivered>(
  deliveries: readonly T[],
  shown: readonly Shown[],
): { present: T[]; missing: T[] } {
  const marks = new Map(deliveries.flatMap(({ id, echoes }) => [id, ...echoes].map((mark) => [mark, id] as const)));
  const byMark = new Set<string>();
  const unmarked = new Map<string, number>();
  for (const { id, own, digest } of shown) {
    const delivery = marks.get(own ?? id) ?? marks.get(id);
    const key = digest.toString('hex');
    if (delivery !== undefined) byMark.add(delivery);
    else unmarked.set(key, (unmarked.get(key) ?? 0) + 1);
  }
  const present: T[] = [];
  const missing: T[] = [];
  for (const delivery of deliveries) {
    const key = digestOf(delivery.text).toString('hex');
    const left = unmarked.get(key) ?? 0;
    if (byMark.has(delivery.id)) present.push(delivery);
    else if (left > 0) {
      unmarked.set(key, left - 1);
      present.push(delivery);
    } else missing.push(delivery);
  }
  return { present, missing };
}
