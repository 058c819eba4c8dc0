import type { Category, Kewenangan } from '#complaint';

/** A kecamatan (`desa` is null) or a desa or kelurahan, by its Kemendagri code. */
export interface Place {
  code: string;
  kecamatan: string;
  desa: string | null;
}

/** A road of the register that the text names. */
export interface NamedRoad {
  /** The places between which it lies, as the text names them: `Bobotsari - Karangreja`. */
  name: string;
  /** The register's name of it. */
  register: string;
  owner: Kewenangan;
}

/** What a text is that complains of nothing. */
export const CHATTERS = ['greeting', 'thanks', 'praise', 'spam', 'small_talk'] as const;
export type Chatter = (typeof CHATTERS)[number];

/** What can be asked of the citizen. */
export type Missing = 'where' | 'what';

/** What a free text says, as far as its words say it; nothing here is invented. */
export interface Understanding {
  /** It looks like a complaint. Where this is false and `chatter` is null, nobody can tell: a person should look. */
  isComplaint: boolean;
  /** Why it is none: recognised as that. Only this may be dropped without a person. */
  chatter: Chatter | null;
  category: Category | null;
  kewenangan: Kewenangan | null;
  /** Null where none was named, or where a name stands for several places: those are the `candidates`. */
  area: Place | null;
  candidates: Place[];
  road: NamedRoad | null;
  /** Of the category, 0 to 1. Below the threshold of the rules a person decides. */
  confidence: number;
  isSure: boolean;
  /** The words that decided, as normalised. */
  matched: string[];
  /** The reasons, for a person to read. */
  why: string[];
  missing: Missing[];
}
