import type { Dimension } from '../../api/recap.ts';
import { named, say } from '../../words/words.ts';

const NAMES: Partial<Record<Dimension | 'outcome', (key: string) => string>> = {
  channel: (key) => named('channel', key),
  subject: (key) => named('category', key),
  authority: (key) => named('kewenangan', key),
  outcome: (key) => named('recap-outcome', key),
};

/** A row's name in the language of the page; the hub's own where the catalogue has none. */
export function labelOf(dimension: Dimension | 'outcome', { key, label }: { key: string; label: string }): string {
  if (key === 'unknown') return say('recap.unknown');
  const name = NAMES[dimension]?.(key) ?? key;
  return name === key ? label : name;
}
