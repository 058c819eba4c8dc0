import type { Facts, Location } from '#complaint';
import type { Understanding } from '#text';
import type { Words } from './words.ts';

/** What was understood, as far as it is sure, and where by the position that was sent. */
export function factsOf({ category, kewenangan, area, road, isSure }: Understanding, said: Words[]): Facts {
  const sent = said.findLast(({ location }) => location !== undefined)?.location;
  const named: Location = area ? { areaCode: area.code, kecamatan: area.kecamatan, desa: area.desa ?? undefined } : {};
  const location: Location = { ...named, ...(road ? { road: road.name } : {}), ...sent };
  return {
    category: isSure ? category : null,
    kewenangan: isSure ? kewenangan : null,
    location: Object.keys(location).length > 0 ? location : null,
  };
}

/** What was understood, for the audit: the proposal that a person sees where it is not sure. No citizen's words but those. */
export function proposalOf({ category, kewenangan, area, confidence, isSure, matched }: Understanding): string {
  const what = [category ?? 'pokok belum jelas', kewenangan, area?.kecamatan].filter(Boolean).join(', ');
  const words = matched.length > 0 ? `; kata: ${matched.join(', ')}` : '';
  return `${isSure ? 'Dipahami' : 'Usulan'}: ${what} (${confidence.toFixed(2)})${words}`;
}
