import type { Area } from './area.ts';
import { Phrases } from './phrases.ts';
import type { Rules } from './rules.ts';
import type { Spelling } from './spelling.ts';
import type { Place } from './understanding.ts';

/** A place and the kecamatan that it lies in, which may be itself. */
export interface Entry extends Place {
  kecamatanCode: string;
  kind: 'kecamatan' | Area['kind'];
}

/** A name in a text, and what it may stand for. */
export interface Mention {
  readings: Entry[];
  /** The word before it says what kind of place is meant. */
  marked: Entry['kind'] | 'landmark' | null;
  /** A place that something leads to is named only by the way. */
  isAway: boolean;
  /** From the first word of the name up to, but not including. */
  from: number;
  to: number;
  name: string;
}

/** Every place of the regency by its name, and by the landmarks that everybody knows. */
export class Gazetteer {
  readonly byCode: ReadonlyMap<string, Entry>;
  private readonly names: Phrases<Entry[]>;
  private readonly marks: ReadonlyMap<string, Mention['marked'] | 'elsewhere'>;
  private readonly towards: ReadonlySet<string>;
  /** Names that are everyday words too. */
  private readonly everyday: ReadonlySet<string>;
  private readonly regency: string;

  constructor(areas: readonly Area[], { places }: Rules, spelling: Spelling) {
    const entries = entriesOf(areas);
    this.byCode = new Map(entries.map((entry) => [entry.code, entry]));
    const named = Map.groupBy(entries, ({ kecamatan, desa }) => nameOf(desa ?? kecamatan));
    const known = places.known.flatMap(({ words, area }) =>
      words.map((each): [string, Entry[]] => [each, [this.at(area)]]),
    );
    const all: [string[], Entry[]][] = [...named, ...known].map(([name, list]) => [spelling.canonical(name), list]);
    this.names = new Phrases(all);
    const markers = { desa: places.desa, kelurahan: places.kelurahan, kecamatan: places.kecamatan };
    this.marks = new Map([
      ...places.landmarks.map((word): [string, Mention['marked']] => [word, 'landmark']),
      ...Object.entries(markers).flatMap(([mark, words]) =>
        words.map((word) => [word, mark as Mention['marked']] as const),
      ),
      ...places.elsewhere.map((word) => [word, 'elsewhere'] as const),
    ]);
    this.towards = new Set(places.towards);
    this.everyday = new Set(places.everyday.map(nameOf));
    this.regency = nameOf(places.regency);
  }

  private at(code: string): Entry {
    const entry = this.byCode.get(code);
    if (!entry) throw new TypeError(`No area has the code ${code}`);
    return entry;
  }

  mentions(text: readonly string[]): Mention[] {
    const mentions: Mention[] = [];
    for (let from = 0; from < text.length; ) {
      const found = this.names.longestAt(text, from);
      const to = from + (found?.length ?? 1);
      const mention = found && this.mention(text, from, to, found.value);
      if (mention) mentions.push(mention);
      from = to;
    }
    return mentions;
  }

  private mention(text: readonly string[], from: number, to: number, entries: Entry[]): Mention | null {
    const before = text[from - 1] ?? '';
    const mark = this.marks.get(before) ?? null;
    const name = text.slice(from, to).join(' ');
    if (mark === 'elsewhere') return null;
    const readings = meant(entries, mark);
    // The town, the kecamatan and the whole regency have one name.
    if (mark === null && name === this.regency) return null;
    const isAway = this.towards.has(mark === null ? before : (text[from - 2] ?? ''));
    return { readings, marked: mark, isAway, from, to, name };
  }

  isEveryday = ({ name, marked }: Mention): boolean => marked === null && this.everyday.has(name);
}

/** The readings that the word before the name leaves; all of them where it fits none. */
function meant(entries: Entry[], mark: Mention['marked']): Entry[] {
  const kecamatan = entries.filter(({ kind }) => kind === 'kecamatan');
  const below = entries.filter(({ kind }) => kind !== 'kecamatan');
  if (mark === 'kecamatan' || mark === 'landmark') return kecamatan.length > 0 ? kecamatan : entries;
  if (mark !== null) {
    const same = below.filter(({ kind }) => kind === mark);
    return same.length > 0 ? same : below.length > 0 ? below : entries;
  }
  // A kecamatan and its desa of the same name: the larger one holds for both.
  return entries.filter(
    ({ kind, kecamatanCode }) => kind === 'kecamatan' || !kecamatan.some(({ code }) => code === kecamatanCode),
  );
}

function entriesOf(areas: readonly Area[]): Entry[] {
  const kecamatan = new Map(
    areas.map(({ kecamatanCode: code, kecamatan: name }): [string, Entry] => [
      code,
      { code, kecamatan: name, desa: null, kecamatanCode: code, kind: 'kecamatan' },
    ]),
  );
  const below = areas.map(({ code, kecamatanCode, kecamatan: name, name: desa, kind }): Entry => {
    return { code, kecamatan: name, desa, kecamatanCode, kind };
  });
  return [...kecamatan.values(), ...below];
}

const nameOf = (name: string): string => name.toLowerCase();
