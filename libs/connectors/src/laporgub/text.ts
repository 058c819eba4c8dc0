import { ConnectorError, fit, type Location, type OutgoingOpened } from '#connector';
import type { LaporgubSettings } from './settings.ts';

/**
 * The complaint's text as LaporGub takes it: with the place where the text alone is too short, cut where it is too
 * long, and with the tracking link whole.
 *
 * Nothing is made up: where too little is known it throws `rejected` with all that is missing.
 */
export function textFor({ complaint, trackingUrl }: OutgoingOpened, { text: rules, title }: LaporgubSettings): string {
  const { text, location } = complaint;
  const isShort = charsOf(text) < rules.min_chars;
  const place = isShort ? placeOf(location, text) : '';
  const body = place ? `${text}\n${rules.place_prefix}${place}` : text;

  const lacking: string[] = [];
  if (charsOf(body) < rules.min_chars) {
    lacking.push(
      `teks aduan baru ${charsOf(body)} karakter dari paling sedikit ${rules.min_chars}: lengkapi lokasi aduan`,
    );
  }
  if (rules.area_code_required && !location?.areaCode) {
    lacking.push('kode wilayah belum ada: pilih kecamatan atau desa aduan ini');
  }
  if (lacking.length > 0) {
    throw new ConnectorError('rejected', `Belum dapat dikirim ke ${title}: ${lacking.join('; ')}; lalu kirim ulang`);
  }
  const footer = trackingUrl ? `\n\n${rules.tracking_prefix}${trackingUrl}` : '';
  return fit(body, rules.max_chars - footer.length) + footer;
}

/** Address, road and area names, each unless the text or the address says so already. */
function placeOf(location: Location | null, text: string): string {
  const { address = '', road = '', desa = '', kecamatan = '' } = location ?? {};
  const others = [road, desa, kecamatan].filter((part) => isNew(part, text, address));
  return [...(isNew(address, text) ? [address] : []), ...others].join(', ');
}

const isNew = (part: string, ...said: string[]): boolean =>
  part !== '' && !said.some((each) => each.toLowerCase().includes(part.toLowerCase()));

/** As JSON Schema counts: an emoji is one. */
const charsOf = (text: string): number => Array.from(text.trim()).length;
