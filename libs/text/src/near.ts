const SHORTEST = 6;

/** Finds the known word that another one misses by one letter: left out, put in, changed, or swapped with the next. */
export class Near {
  private readonly known = new Map<string, Set<string>>();
  private longest = 0;

  constructor(words: Iterable<string>) {
    for (const word of words) {
      if (word.length < SHORTEST || /\d/.test(word)) continue;
      this.longest = Math.max(this.longest, word.length);
      for (const key of keysOf(word)) this.known.set(key, (this.known.get(key) ?? new Set()).add(word));
    }
  }

  /** The only such word with the same first letter; nothing where there are two. */
  find(word: string): string | undefined {
    if (word.length < SHORTEST || word.length > this.longest + 1) return undefined;
    const found = new Set(keysOf(word).flatMap((key) => [...(this.known.get(key) ?? [])]));
    const near = [...found].filter((each) => each[0] === word[0] && isOneOff(word, each));
    return near.length === 1 ? near[0] : undefined;
  }
}

/** The word, and the word without one of its letters: two words that are one off have such a key in common. */
const keysOf = (word: string): string[] => [
  ...new Set([word, ...Array.from(word, (_letter, at) => word.slice(0, at) + word.slice(at + 1))]),
];

function isOneOff(one: string, other: string): boolean {
  if (Math.abs(one.length - other.length) > 1) return false;
  let at = 0;
  while (at < one.length && one[at] === other[at]) at += 1;
  const [a, b] = [one.slice(at), other.slice(at)];
  const isSwapped = a[0] === b[1] && a[1] === b[0] && a.slice(2) === b.slice(2);
  return a.slice(1) === b.slice(1) || a.slice(1) === b || a === b.slice(1) || isSwapped;
}
