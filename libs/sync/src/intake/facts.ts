import type { Facts, Location } from '#complaint';
import type { Understanding } from '#text';
import type { Intake } from '../hub.ts';
import type { Words } from './words.ts';

/** What was understood, as far as it is sure and may be used without a person, and where by the position that was sent. */
export function factsOf(understood: Understanding, said: Words[], apply: Intake['apply']): Facts {
  const { category, kewenangan, area, road, isSure } = understood;
  const sent = said.findLast(({ location }) => location !== undefined)?.location;
  const named: Location =
    area && apply.area ? { areaCode: area.code, kecamatan: area.kecamatan, desa: area.desa ?? undefined } : {};
  const location: Location = { ...named, ...(road && apply.road ? { road: road.name } : {}), ...sent };
  return {
    category: isSure && apply.category ? category : null,
    kewenangan: isSure && apply.kewenangan ? kewenangan : null,
    location: Object.keys(location).length > 0 ? location : null,
  };
}

/** What was understood, for the audit: the proposal that a person sees where it is not sure. No citizen's words but those. */
export function proposalOf({ category, kewenangan, area, confidence, isSure, matched }: Understanding): string {
  const what = [category ?? 'pokok belum jelas', kewenangan, area?.kecamatan].filter(Boolean).join(', ');
  const words = matched.length > 0 ? `; kata: ${matched.join(', ')}` : '';
  return `${isSure ? 'Dipahami' : 'Usulan'}: ${what} (${confidence.toFixed(2)})${words}`;
}
