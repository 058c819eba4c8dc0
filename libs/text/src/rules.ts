import type { Category, Kewenangan } from '#complaint';
import type { Chatter } from './understanding.ts';

/** How much a word says. */
export const STRENGTHS = ['strong', 'fair', 'weak'] as const;
export type Strength = (typeof STRENGTHS)[number];

/**
 * Words that speak for something, by how much they say.
 *
 * `jalan rusak` stand one after the other, fillers between them don't count; `lampu .. mati` stand near each other in any
 * order.
 */
export type Graded = Partial<Record<Strength, string[]>>;

export interface CategoryRule extends Graded {
  /** Whose duty the subject is as a rule; none where it depends on more, as with roads. */
  kewenangan?: Kewenangan | undefined;
  /** Nothing can be done without knowing where. */
  needs_place?: boolean | undefined;
}

export interface KewenanganRule {
  kewenangan: Kewenangan;
  words: string[];
  /** Only for these subjects. */
  category?: Category[] | undefined;
}

export interface Landmark {
  words: string[];
  /** The code of the kecamatan, desa or kelurahan where it stands. */
  area: string;
}

/** How places are named. */
export interface PlaceRules {
  /** The regency, whose name its town has too. */
  regency: string;
  /** Before the name of a desa. */
  desa: string[];
  kelurahan: string[];
  kecamatan: string[];
  /** Of what each kecamatan has one: `pasar bobotsari` lies in the kecamatan. */
  landmarks: string[];
  /** Before the name of another regency: `kabupaten rembang`. */
  elsewhere: string[];
  /** Names that are words too: taken for a place only with the word desa before or the kecamatan beside them. */
  everyday: string[];
  /** Before a place that is far: `arah bobotsari`. */
  towards: string[];
  /** Before the places that a road joins, and between them: `ruas bobotsari karangreja`, `jalan bobotsari ke karangreja`. */
  road: string[];
  between: string[];
  known: Landmark[];
}

/** The words by which a text is understood: the content of config/classification.yaml. */
export interface Rules {
  /** From this confidence on a category is sure. */
  threshold: number;
  weights: Record<Strength, number>;
  /** What of a sure text counts without a person; the rest is only proposed. */
  apply: Record<'area' | 'road' | 'category' | 'kewenangan', boolean>;
  /** How people write a word: `jalan: [jl, jln, dalan]`. */
  spellings: Record<string, string[]>;
  /** Words that are right as they are, however near to another one. */
  plain: string[];
  /** Words that may stand between two words of a phrase. */
  fillers: string[];
  categories: Partial<Record<Category, CategoryRule>>;
  kewenangan: KewenanganRule[];
  /** Words of somebody who wants something mended, whatever it is. */
  complaining: Graded;
  chatter: Partial<Record<Chatter, Graded>>;
  places: PlaceRules;
}
