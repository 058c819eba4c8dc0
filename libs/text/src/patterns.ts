import type { Spelling } from './spelling.ts';

/** Found in a text: which words of it, and what they speak for. */
export interface Match<T> {
  value: T;
  words: string;
  /** Positions in the text. */
  at: number[];
}

/** The words between which others may stand: `lampu .. mati`. */
const NEAR = ' .. ';
const FILLERS_BETWEEN = 2;
const WORDS_BETWEEN = 4;

interface Pattern<T> {
  words: string;
  first: string[];
  /** Must stand near the first, before or after it. */
  other: string[] | null;
  value: T;
}

/** All words that speak for something, ready to be looked for in one pass over a text. */
export class Patterns<T> {
  private readonly byFirst = new Map<string, Pattern<T>[]>();

  constructor(
    entries: Iterable<[string, T]>,
    spelling: Spelling,
    private readonly fillers: ReadonlySet<string>,
  ) {
    const told = new Set<string>();
    for (const [words, value] of entries) {
      const [first = [], other = null] = words.split(NEAR).map((part) => spelling.canonical(part));
      const key = first[0] ?? '';
      const said = [first, other ?? []].map((part) => part.join(' ')).join(other ? NEAR : '');
      // Two ways to write one word are one word.
      const once = `${said} ${JSON.stringify(value)}`;
      if (told.has(once)) continue;
      told.add(once);
      this.byFirst.set(key, [...(this.byFirst.get(key) ?? []), { words: said, first, other, value }]);
    }
  }

  /** Each pattern once; one whose words all belong to a longer one says nothing of its own. */
  in(text: readonly string[]): Match<T>[] {
    const found = new Map<Pattern<T>, Match<T>>();
    text.forEach((word, at) => {
      for (const pattern of this.byFirst.get(word) ?? []) {
        if (found.has(pattern)) continue;
        const positions = this.locate(pattern, text, at);
        if (positions) found.set(pattern, { value: pattern.value, words: pattern.words, at: positions });
      }
    });
    return withoutParts([...found.values()]);
  }

  private locate({ first, other }: Pattern<T>, text: readonly string[], at: number): number[] | null {
    const here = this.sequence(first, text, at);
    if (!here || !other) return here;
    const end = here.at(-1) ?? at;
    for (let gap = 1; gap <= WORDS_BETWEEN + 1; gap += 1) {
      const near = this.sequence(other, text, end + gap) ?? this.sequence(other, text, at - gap - other.length + 1);
      if (near && !near.some((each) => here.includes(each))) return [...here, ...near];
    }
    return null;
  }

  /** Where the words stand one after the other from `at` on, fillers aside. */
  private sequence(words: string[], text: readonly string[], at: number): number[] | null {
    const positions: number[] = [];
    let next = at;
    for (const word of words) {
      let skipped = 0;
      while (positions.length > 0 && text[next] !== word && skipped < FILLERS_BETWEEN) {
        if (!this.fillers.has(text[next] ?? '')) return null;
        next += 1;
        skipped += 1;
      }
      if (text[next] !== word) return null;
      positions.push(next);
      next += 1;
    }
    return positions;
  }
}

function withoutParts<T>(matches: Match<T>[]): Match<T>[] {
  const byPosition = new Map<number, Match<T>[]>();
  for (const match of matches) {
    for (const at of match.at) byPosition.set(at, [...(byPosition.get(at) ?? []), match]);
  }
  const isPartOf = (small: Match<T>, large: Match<T>) =>
    small.at.length < large.at.length && small.at.every((at) => large.at.includes(at));
  return matches.filter((match) => !(byPosition.get(match.at[0] ?? -1) ?? []).some((other) => isPartOf(match, other)));
}
