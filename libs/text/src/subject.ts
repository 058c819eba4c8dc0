import { CATEGORIES, CATEGORY, type Category, KEWENANGAN, type Kewenangan } from '#complaint';
import type { Says } from './learn.ts';
import type { Match } from './patterns.ts';
import type { Rules } from './rules.ts';
import type { FoundRoad } from './roads.ts';

interface Subject {
  category: Category | null;
  score: number;
  confidence: number;
  matched: string[];
  why: string[];
}

/**
 * What the words are about: the category with most weight, where each word of the text counts once.
 *
 * Its confidence is its share of all that speaks for it and for the next best, with one more doubt: a lone weak word
 * makes 0.5, a lone strong one (4) 0.8, and two equally strong ones less than a half each.
 */
export function subjectOf(matches: readonly Match<Says>[]): Subject {
  const scores = new Map<Category, { score: number; words: string[]; counted: Set<number> }>();
  for (const { value, words, at } of matches) {
    if (value.of !== 'category') continue;
    const known = scores.get(value.category) ?? { score: 0, words: [], counted: new Set() };
    const fresh = at.filter((each) => !known.counted.has(each));
    if (fresh.length === 0) continue;
    known.score += (value.weight * fresh.length) / at.length;
    known.words.push(words);
    for (const each of fresh) known.counted.add(each);
    scores.set(value.category, known);
  }
  const ranked = [...scores].toSorted(
    ([a, one], [b, other]) => other.score - one.score || CATEGORIES.indexOf(a) - CATEGORIES.indexOf(b),
  );
  const [best, second] = ranked;
  if (!best) return { category: null, score: 0, confidence: 0, matched: [], why: [] };
  const [category, { score, words }] = best;
  const confidence = score / (score + (second?.[1].score ?? 0) + 1);
  const against = second ? `; juga mungkin ${CATEGORY[second[0]]}: ${second[1].words.join(', ')}` : '';
  return { category, score, confidence, matched: words, why: [`${CATEGORY[category]}: ${words.join(', ')}${against}`] };
}

/** Whose duty it is, as far as the register, the text's own words or the subject say. */
export function kewenanganOf(
  category: Category | null,
  matches: readonly Match<Says>[],
  road: FoundRoad | null,
  rules: Rules,
): { kewenangan: Kewenangan | null; why: string[] } {
  const because = (kewenangan: Kewenangan, reason: string) => ({
    kewenangan,
    why: [`kewenangan ${KEWENANGAN[kewenangan]}: ${reason}`],
  });
  if (road) return because(road.owner, `ruas ${road.name} tercatat sebagai ${road.register}`);
  for (const { value, words } of matches) {
    if (value.of !== 'kewenangan') continue;
    if (!value.category || (category !== null && value.category.includes(category))) {
      return because(value.kewenangan, words);
    }
  }
  const usual = category && rules.categories[category]?.kewenangan;
  return usual ? because(usual, `lazimnya ${CATEGORY[category]}`) : { kewenangan: null, why: [] };
}
