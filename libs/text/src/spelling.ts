import { A_LINK, A_PHONE, drawnIn, fold } from './fold.ts';
import { Near } from './near.ts';
import { Phrases } from './phrases.ts';

/** `-ne` and `-e` are Banyumasan for Indonesian `-nya`, `-ipun` is its polite form. */
const SUFFIXES = ['nipun', 'ipun', 'nya', 'lah', 'kah', 'pun', 'ne', 'ku', 'mu', 'e'];
const SHORTEST_STEM = 3;
const DOUBLED = /([a-z])\1/g;
/** Written together with what follows by many: `dipasar`, `kebobotsari`. */
const PREPOSITIONS = ['di', 'ke'];
const SHORTEST_AFTER_PREPOSITION = 5;

interface Vocabulary {
  /** A word, and how people write it too. */
  spellings: Record<string, string[]>;
  /** Words that a misspelt one is taken for. */
  telling: string[];
  /** Words that are right as they are, and that nothing is taken for. */
  plain: string[];
  /** Names of places, of which the parts are often written apart or together. */
  names: string[];
}

/** How words are written rightly: knows the words that the rules speak of, and how people write them. */
export class Spelling {
  private readonly variants = new Map<string, string[]>();
  private readonly phrases: Phrases<string[]>;
  private readonly known: Set<string>;
  private readonly near: Near;

  constructor({ spellings, telling, plain, names }: Vocabulary) {
    const several: [string[], string[]][] = [];
    const put = (variant: string, word: string) => {
      const written = fold(variant);
      const [only] = written;
      if (written.length === 1 && only !== undefined) this.variants.set(only, word.split(' '));
      else several.push([written, word.split(' ')]);
    };
    for (const [word, variants] of Object.entries(spellings)) for (const variant of variants) put(variant, word);
    for (const name of names) for (const variant of writtenApart(name)) put(variant, name);
    this.phrases = new Phrases(several);
    const right = [...telling, ...Object.keys(spellings), ...names].flatMap((each) => each.split(' '));
    this.known = new Set([...right, ...plain, A_LINK, A_PHONE]);
    const tells = new Set(telling);
    const variants = [...this.variants].filter(([, words]) => words.some((word) => tells.has(word)));
    this.near = new Near([...tells, ...variants.map(([variant]) => variant)]);
  }

  /** The text's words, rightly written. Of what it gives it gives the same again. */
  normalise(text: string): string[] {
    return this.joined(fold(text).flatMap((word) => this.right(word)));
  }

  /** As a rule's words are written: what is unknown stays as it is. */
  canonical(text: string): string[] {
    return this.joined(fold(text).flatMap((word) => this.variants.get(word) ?? [word]));
  }

  private right(written: string): string[] {
    if (/^\d/.test(written)) return [written];
    const asIs = this.lookUp(written);
    if (asIs) return asIs;
    const spelt = drawnIn(written);
    const [plain = written] = spelt;
    for (const word of new Set([...spelt, plain.replace(DOUBLED, '$1')])) {
      const found = this.lookUp(word) ?? this.withoutSuffix(word);
      if (found) return found;
    }
    return this.withoutPreposition(plain) ?? this.corrected(plain) ?? [plain];
  }

  private lookUp(word: string): string[] | undefined {
    return this.variants.get(word) ?? (this.known.has(word) ? [word] : undefined);
  }

  private withoutSuffix(word: string): string[] | undefined {
    for (const suffix of SUFFIXES) {
      const stem = word.slice(0, -suffix.length);
      if (!word.endsWith(suffix) || stem.length < SHORTEST_STEM) continue;
      const found = this.lookUp(stem);
      if (found) return found;
    }
    return undefined;
  }

  private withoutPreposition(word: string): string[] | undefined {
    const preposition = PREPOSITIONS.find((each) => word.startsWith(each));
    const rest = word.slice(2);
    if (!preposition || rest.length < SHORTEST_AFTER_PREPOSITION) return undefined;
    const found = this.lookUp(rest);
    return found && [preposition, ...found];
  }

  private corrected(word: string): string[] | undefined {
    const near = this.near.find(word);
    return near === undefined ? undefined : this.lookUp(near);
  }

  /** Words that are written as several become one, and what is said twice is said once, until nothing changes. */
  private joined(words: string[]): string[] {
    const next: string[] = [];
    for (let at = 0; at < words.length; ) {
      const found = this.phrases.longestAt(words, at);
      if (found) next.push(...found.value);
      else if (words[at] !== words[at - 1] || /^\d/.test(words[at] ?? '')) next.push(words[at] ?? '');
      at += found?.length ?? 1;
    }
    return next.length === words.length ? next : this.joined(next);
  }
}

const SHORTEST_PART = 4;

/** `bobot sari` for Bobotsari, `kembarankulon` for Kembaran Kulon. */
function writtenApart(name: string): string[] {
  if (name.includes(' ')) return [name.replaceAll(' ', '')];
  const last = name.length - SHORTEST_PART;
  return Array.from(name, (_letter, at) => at)
    .filter((at) => at >= SHORTEST_PART && at <= last)
    .map((at) => `${name.slice(0, at)} ${name.slice(at)}`);
}
