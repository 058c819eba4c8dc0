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
  const words = [
    ...said.flatMap(([each]) => each.split(/[^a-z0-9]+/)),
    ...rules.fillers,
    ...[
      places.desa,
      places.kelurahan,
      places.kecamatan,
      places.landmarks,
      places.elsewhere,
      places.towards,
      places.road,
      places.between,
    ].flat(),
    ...places.known.flatMap((landmark) => landmark.words),
  ];
  const names = [
    ...areas.flatMap(({ kecamatan, name }) => [kecamatan, name]),
    ...roads.flatMap(({ named }) => named.flat()),
  ].map((name) => name.toLowerCase());
  const variants = new Set(Object.values(rules.spellings).flat());
  const right = words.filter((word) => word !== '' && !variants.has(word));
  const spelling = new Spelling(rules.spellings, right, [...new Set(names)], rules.plain);
  return {
    rules,
    spelling,
    patterns: new Patterns(said, spelling, new Set(rules.fillers)),
    gazetteer: new Gazetteer(areas, rules, spelling),
    roads: new RoadRegister(roads, places),
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
