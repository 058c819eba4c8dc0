/** Counts below it would point at persons. */
export const LEAST = 5;

/** Rows of one table that add up to a total which is published too; `null` is hidden. */
type Counts = ReadonlyMap<string, number>;
export type Shown = Map<string, number | null>;

/**
 * Hides every count from 1 to 4, what is hidden beside it, and so many of the next smallest that none can be had by taking
 * the others from the total: at least two are hidden, and together they hold more than one for each.
 *
 * `null` where even hiding all of them would not do: then the whole table stays away, with the names of its rows.
 */
export function suppress(counts: Counts, beside: ReadonlySet<string> = new Set()): Shown | null {
  const forced = [...counts].filter(([name]) => beside.has(name));
  const rising = [...counts]
    .filter(([name, count]) => count > 0 && !beside.has(name))
    .toSorted(([, a], [, b]) => a - b);
  let taken = rising.filter(([, count]) => count < LEAST).length;
  const hidden = () => [...forced, ...rising.slice(0, taken)];
  while (!isSafe(hidden())) {
    if (taken === rising.length) return null;
    taken += 1;
  }
  const names = new Set(hidden().map(([name]) => name));
  return new Map([...counts].map(([name, count]) => [name, names.has(name) ? null : count]));
}

/** What is hidden could be shared out in more ways than one, whichever of them a reader looks for. */
function isSafe(hidden: [string, number][]): boolean {
  if (!hidden.some(([, count]) => count > 0 && count < LEAST)) return true;
  const sum = hidden.reduce((all, [, count]) => all + count, 0);
  return hidden.length >= 2 && sum >= hidden.length + LEAST - 1;
}
