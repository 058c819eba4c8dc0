/** Sequences of words, found at a place in a text; the longest first. */
export class Phrases<T> {
  private readonly byFirst = new Map<string, { words: string[]; value: T }[]>();

  constructor(entries: Iterable<[string[], T]>) {
    for (const [words, value] of entries) {
      const [first] = words;
      if (first !== undefined) this.byFirst.set(first, [...(this.byFirst.get(first) ?? []), { words, value }]);
    }
    for (const list of this.byFirst.values()) list.sort((a, b) => b.words.length - a.words.length);
  }

  longestAt(text: readonly string[], at: number): { value: T; length: number } | undefined {
    const found = this.byFirst
      .get(text[at] ?? '')
      ?.find(({ words }) => words.every((word, offset) => text[at + offset] === word));
    return found && { value: found.value, length: found.words.length };
  }
}
