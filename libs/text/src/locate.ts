import type { Entry, Gazetteer, Mention } from './gazetteer.ts';

/** Where it is, as far as the names say: one place, or several that it may be. */
interface Located {
  area: Entry | null;
  candidates: Entry[];
  why: string[];
}

const NOWHERE: Located = { area: null, candidates: [], why: [] };

/** The place that a text is about. What is not sure is handed back as candidates, never guessed. */
export function locate(gazetteer: Gazetteer, mentions: Mention[]): Located {
  const settled = beside(mentions.map((mention) => asKecamatan(mention, mentions))).filter(
    (mention) => !gazetteer.isEveryday(mention) || mention.isConfirmed,
  );
  const named = settled.filter((mention) => !saysWhereAnotherLies(mention, settled));
  const here = named.filter(({ isAway }) => !isAway);
  return among(gazetteer, here.length > 0 ? here : named);
}

/** A kecamatan beside its own desa says where that is; it is no second place. */
const saysWhereAnotherLies = ({ readings: [own, ...more] }: Mention, mentions: Mention[]): boolean =>
  own?.kind === 'kecamatan' &&
  more.length === 0 &&
  mentions.some(({ readings }) =>
    readings.some(({ desa, kecamatanCode }) => desa !== null && kecamatanCode === own.code),
  );

/** A name that is a kecamatan's too means that one where a desa of it is named as well. */
function asKecamatan(mention: Mention, mentions: Mention[]): Mention {
  const own = mention.readings.find(({ kind }) => kind === 'kecamatan');
  const hasDesa = mentions.some(
    (other) =>
      other.name !== mention.name &&
      other.readings.some(({ desa, kecamatanCode }) => desa !== null && kecamatanCode === own?.code),
  );
  return own && hasDesa ? { ...mention, readings: [own] } : mention;
}

/** How far a kecamatan may stand from the everyday word that it makes a name: `makam, kec rembang`. */
const BESIDE_WORDS = 2;

/** Of several desa of one name, the kecamatan that is named too decides. */
function beside(mentions: Mention[]): (Mention & { isConfirmed: boolean })[] {
  const kecamatan = mentions.filter(({ readings: [only, ...more] }) => only?.kind === 'kecamatan' && more.length === 0);
  return mentions.map((mention) => {
    const others = kecamatan.filter((other) => other !== mention);
    const codes = new Set(others.flatMap(({ readings }) => readings.map(({ code }) => code)));
    const within = mention.readings.filter(
      ({ kind, kecamatanCode }) => kind !== 'kecamatan' && codes.has(kecamatanCode),
    );
    const isConfirmed = others.some(
      ({ from, readings: [only] }) =>
        from >= mention.to &&
        from - mention.to <= BESIDE_WORDS &&
        within.some(({ kecamatanCode }) => kecamatanCode === only?.code),
    );
    return { ...mention, readings: within.length > 0 ? within : mention.readings, isConfirmed };
  });
}

function among(gazetteer: Gazetteer, mentions: Mention[]): Located {
  if (mentions.length === 0) return NOWHERE;
  const places = unique(mentions.flatMap((mention) => mention.readings));
  const names = mentions.map(({ name }) => name).join(', ');
  const [only] = places;
  if (places.length === 1 && only)
    return { area: only, candidates: [], why: [`tempat: ${names} = ${labelOf(only)} (${only.code})`] };

  const ofEach = new Set(places.map(({ kecamatanCode }) => kecamatanCode));
  const [code = ''] = ofEach;
  const kecamatan = ofEach.size === 1 ? gazetteer.byCode.get(code) : undefined;
  if (kecamatan)
    return {
      area: kecamatan,
      candidates: places,
      why: [`tempat: ${names}, semuanya di ${labelOf(kecamatan)} (${code})`],
    };
  return {
    area: null,
    candidates: places,
    why: [`tempat belum pasti: ${names} dapat berarti ${places.map(labelOf).join(' atau ')}`],
  };
}

const unique = (entries: Entry[]): Entry[] => [...new Map(entries.map((entry) => [entry.code, entry])).values()];

const labelOf = ({ kind, desa, kecamatan }: Entry): string =>
  kind === 'kecamatan' ? `Kecamatan ${kecamatan}` : `${kind === 'desa' ? 'Desa' : 'Kelurahan'} ${desa}, ${kecamatan}`;
