import { CATEGORY, type Category, KEWENANGAN, type Kewenangan, OUTCOME, type Outcome } from '#complaint';
import type { Dimension } from '#store';
import type { Hub } from '#sync';
import { readAreas } from '#config/areas';
import { readChannels } from '#config/channels';

/** The key of what nothing is said about. */
export const UNKNOWN = 'unknown';

const OUTCOMES: Record<string, string> = {
  ...OUTCOME,
  answered: 'Dijawab, hasil tidak disebut',
  rejected: 'Ditolak',
  open: 'Masih terbuka',
};

/** The names of the kecamatan by their codes. */
export const areasIn = (configFolder: string): Map<string, string> =>
  new Map(readAreas(configFolder).map((area) => [area.kecamatanCode, area.kecamatan]));

export type Labels = (dimension: Dimension, key: string | null) => string;

/** What the keys of a recap are called on screen and paper; one without a name is shown as it is. */
export function labelsOf(configFolder: string, { instances }: Pick<Hub, 'instances'>): Labels {
  const kecamatan = areasIn(configFolder);
  const channels = readChannels(configFolder);
  const names: Record<Dimension, (key: string) => string | undefined> = {
    channel: (key) => channels.get(key),
    opd: () => undefined,
    subject: (key) => CATEGORY[key as Category],
    kecamatan: (key) => kecamatan.get(key),
    authority: (key) => KEWENANGAN[key as Kewenangan],
    platform: (key) => instances.get(key)?.title,
    outcome: (key) => OUTCOMES[key as Outcome],
  };
  return (dimension, key) => (key === null ? 'Belum diketahui' : (names[dimension](key) ?? key));
}
