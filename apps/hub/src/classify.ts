import { CATEGORY, KEWENANGAN } from '#complaint';
import { ProfileError } from '#connector';
import { understand, type Understanding } from '#text';
import { readEnv } from '#config/env';
import { readKnowledge } from '#config/profiles';

const MISSING = { where: 'di mana', what: 'tentang apa' };
const UNKNOWN = 'belum diketahui';

/** What a text is taken for, as an admin would read it. */
function shown(read: Understanding): string {
  const {
    isComplaint,
    chatter,
    category,
    confidence,
    isSure,
    kewenangan,
    area,
    candidates,
    road,
    matched,
    missing,
    why,
  } = read;
  const kind = isComplaint ? 'aduan' : chatter ? `bukan aduan (${chatter})` : 'belum jelas';
  const place = area ? `${[area.desa, area.kecamatan].filter(Boolean).join(', ')} (${area.code})` : UNKNOWN;
  const maybe = candidates.map(
    ({ desa, kecamatan, code }) => `${[desa, kecamatan].filter(Boolean).join(', ')} (${code})`,
  );
  return [
    `jenis       ${kind}`,
    `kategori    ${category ? `${CATEGORY[category]}, keyakinan ${Math.round(100 * confidence)} %${isSure ? '' : ', menunggu admin utama'}` : UNKNOWN}`,
    `kewenangan  ${kewenangan ? KEWENANGAN[kewenangan] : UNKNOWN}`,
    `tempat      ${place}`,
    ...(maybe.length > 0 ? [`mungkin     ${maybe.join('; ')}`] : []),
    ...(road ? [`ruas        ${road.name} (${road.register}, ${KEWENANGAN[road.owner]})`] : []),
    `kata        ${matched.join(', ') || '-'}`,
    `ditanyakan  ${missing.map((each) => MISSING[each]).join(', ') || '-'}`,
    ...why.map((reason) => `sebab       ${reason}`),
  ].join('\n');
}

const text = process.argv.slice(2).join(' ');
if (text === '') {
  console.error('Tulis teksnya: npm run classify -- "dalane nang Slinga bolong"');
  process.exit(1);
}
try {
  console.log(shown(understand(text, readKnowledge(readEnv().HUB_CONFIG_DIR))));
} catch (error) {
  if (!(error instanceof ProfileError)) throw error;
  console.error(error.message);
  process.exit(1);
}
