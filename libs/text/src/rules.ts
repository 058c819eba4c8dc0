import type { Category, Kewenangan } from '#complaint';
import type { Chatter } from './understanding.ts';

/** How much a word says. */
export const STRENGTHS = ['strong', 'fair', 'weak'] as const;
export type Strength = (typeof STRENGTHS)[number];

/**
 * Words that speak for something: `jalan rusak` stand side by side (fillers between them don't count),
 * `lampu .. mati` stand near each other in any order.
 */
export type Words = string[];

export interface CategoryRule extends Partial<Record<Strength, Words>> {
  category: Category;
  /** Whose duty the subject is as a rule; none where it depends on more, as with roads. */
  kewenangan?: Kewenangan | undefined;
}

export interface KewenanganRule {
  kewenangan: Kewenangan;
  words: Words;
  /** Only for these subjects. */
  category?: Category[] | undefined;
}

export interface Landmark {
  words: Words;
  /** The code of the kecamatan, desa or kelurahan where it stands. */
  area: string;
}

/** The content of config/classification.yaml. */
export interface Rules {
  /** From this confidence on a proposal is sure. */
  threshold: number;
  weights: Record<Strength, number>;
  /** How people write a word: `jalan: [jl, jln, dalan]`. */
  spellings: Record<string, string[]>;
  /** Words that are right as they are, however near to another one. */
  plain: string[];
  /** Words that may stand between two words of a phrase. */
  fillers: string[];
  categories: CategoryRule[];
  kewenangan: KewenanganRule[];
  /** Words of somebody who wants something mended, whatever it is. */
  complaining: Words;
  chatter: Partial<Record<Chatter, Words>>;
  places: {
    /** Before the name of a desa or kelurahan. */
    desa: string[];
    kelurahan: string[];
    kecamatan: string[];
    /** Of what each kecamatan has one: `pasar bobotsari` lies in the kecamatan. */
    landmarks: string[];
    /** Names that are words too: taken for a place only with the word desa or the kecamatan beside them. */
    words: string[];
    /** Before a place that is far: `arah bobotsari`. */
    towards: string[];
    known: Landmark[];
  };
}
