import type { Knowledge } from './learn.ts';

/** From a letter of the text up to, but not including, another. */
export type Span = [from: number, to: number];

const WORD = /[\p{L}\p{N}]+/gu;

/** Where the words that decided stand in the text as it was written: `jln` and `dalane` are both the word jalan. */
export function highlight(text: string, matched: readonly string[], { spelling }: Knowledge): Span[] {
  const wanted = new Set(matched.flatMap((words) => words.toLowerCase().split(/[^\p{L}\p{N}]+/u)));
  return [...text.matchAll(WORD)].flatMap(({ 0: word, index }): Span[] =>
    spelling.normalise(word).some((each) => wanted.has(each)) ? [[index, index + word.length]] : [],
  );
}
