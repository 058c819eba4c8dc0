import type { Category, Kewenangan, Road } from '#complaint';
import type { Area } from './area.ts';
import { Gazetteer } from './gazetteer.ts';
import { Patterns } from './patterns.ts';
import { RoadRegister } from './roads.ts';
import { type Graded, type Rules, STRENGTHS } from './rules.ts';
import { Spelling } from './spelling.ts';
import type { Chatter } from './understanding.ts';

/** What a pattern speaks for, and how much. */
export type Says =
  | { of: 'category'; category: Category; weight: number }
  | { of: 'kewenangan'; kewenangan: Kewenangan; category: Category[] | undefined }
  | { of: 'complaining'; weight: number }
  | { of: 'chatter'; chatter: Chatter; weight: number };

export interface Sources {
  areas: readonly Area[];
  roads: readonly Road[];
  rules: Rules;
}

/** Everything that `understand` needs, prepared once by {@link learn}. */
export interface Knowledge {
  readonly rules: Rules;
  readonly spelling: Spelling;
  readonly patterns: Patterns<Says>;
  readonly gazetteer: Gazetteer;
  readonly roads: RoadRegister;
}

export function learn({ areas, roads, rules }: Sources): Knowledge {
  const said = everythingSaid(rules);
  const { places } = rules;
  const spelling = new Spelling({ spellings: rules.spellings, ...vocabularyOf(said, areas, roads, rules) });
  return {
    rules,
    spelling,
    patterns: new Patterns(said, spelling, new Set(rules.fillers)),
    gazetteer: new Gazetteer(areas, rules, spelling),
    roads: new RoadRegister(roads, places),
  };
}

/** A place that nobody named is worse than one that is asked for: only a long name is seen in a misspelt word. */
const LONG_NAME = 8;

function vocabularyOf(said: [string, Says][], areas: readonly Area[], roads: readonly Road[], rules: Rules) {
  const { places } = rules;
  const wordsOf = (entries: [string, Says][]) =>
    entries.flatMap(([words]) => words.split(/[^a-z0-9]+/)).filter(Boolean);
  // A misspelt word is never taken for chatter: a complaint would be dropped.
  const [chatter, telling] = [true, false].map((is) => wordsOf(said.filter(([, { of }]) => (of === 'chatter') === is)));
  const kecamatan = areas.map((area) => area.kecamatan.toLowerCase());
  const names = [
    ...new Set([
      ...kecamatan,
      ...areas.map(({ name }) => name.toLowerCase()),
      ...roads.flatMap(({ named }) => named.flat()),
    ]),
  ].map((name) => name.toLowerCase());
  const long = names.filter((name) => name.length >= LONG_NAME).flatMap((name) => name.split(' '));
  const marks = [
    places.desa,
    places.kelurahan,
    places.kecamatan,
    places.landmarks,
    places.elsewhere,
    places.road,
  ].flat();
  const small = [rules.fillers, places.towards, places.between, places.known.flatMap(({ words }) => words)].flat();
  const variants = new Set(Object.values(rules.spellings).flat());
  const isRight = (word: string) => !variants.has(word);
  return {
    telling: [...(telling ?? []), ...kecamatan, ...long, ...marks].filter(isRight),
    plain: [...rules.plain, ...(chatter ?? []), ...small.flatMap((words) => words.split(' '))].filter(isRight),
    names,
  };
}

function everythingSaid({ categories, kewenangan, complaining, chatter, weights }: Rules): [string, Says][] {
  const graded = (words: Graded, says: (weight: number) => Says): [string, Says][] =>
    STRENGTHS.flatMap((strength) =>
      (words[strength] ?? []).map((each): [string, Says] => [each, says(weights[strength])]),
    );
  return [
    ...Object.entries(categories).flatMap(([category, rule]) =>
      graded(rule, (weight) => ({ of: 'category', category: category as Category, weight })),
    ),
    ...kewenangan.flatMap(({ words, kewenangan: level, category }) =>
      words.map((each): [string, Says] => [each, { of: 'kewenangan', kewenangan: level, category }]),
    ),
    ...graded(complaining, (weight) => ({ of: 'complaining', weight })),
    ...Object.entries(chatter).flatMap(([kind, words]) =>
      graded(words, (weight) => ({ of: 'chatter', chatter: kind as Chatter, weight })),
    ),
  ];
}
