import { type Category, CATEGORY, STATUS, type Status } from '#complaint';
import type { Row } from './happenings.ts';

const PLATFORMS: Record<string, string> = {
  'lapor-masbup': 'Lapor MasBuP',
  laporgub: 'LaporGub',
  smartdpu: 'SMARTDPU',
  whatsapp: 'WhatsApp',
  instagram: 'Instagram',
  facebook: 'Facebook',
  tiktok: 'TikTok',
};
const CHANNELS: Record<string, string> = {
  whatsapp: 'WhatsApp',
  web: 'situs web',
  instagram: 'Instagram',
  facebook: 'Facebook',
  tiktok: 'TikTok',
};
/** Where the label is too long for a line of the terminal. */
const SHORT: Partial<Record<Category, string>> = {
  street_light: 'lampu jalan',
  social_aid: 'bansos',
  pkh: 'PKH',
  health_insurance: 'BPJS',
  civil_registry: 'adminduk',
  environment: 'lingkungan',
  public_order: 'ketertiban',
  housing: 'perumahan',
  village: 'desa',
  vehicle_tax: 'Samsat',
};

const platform = (name: string | null): string => PLATFORMS[name ?? ''] ?? name ?? '-';
const channel = (name: string | null): string => CHANNELS[name ?? ''] ?? name ?? '-';
const status = (name: string | null): string => STATUS[name as Status]?.label ?? 'status baru';

/** What an audit row says, or `null` where it is nothing to look at. */
export function sentence(row: Row): string | null {
  const { hop, outcome, number, instance, detail } = row;
  const about = number ?? platform(instance);
  if (outcome === 'parked' || outcome === 'uncertain') return `${about} tertahan: ${detail ?? ''}`;
  if (hop === 'system') return outcome === 'breaker_open' ? `${about} tidak menjawab, dicoba lagi nanti` : null;
  if (number === null) return null;
  const said = hop === 'deliver' ? delivered(row) : ingested(row);
  return said && `${number} ${said}`;
}

function delivered({
  type,
  outcome,
  instance,
  origin,
  status: to,
  source,
  externalId,
  detail,
  ...row
}: Row): string | null {
  const target = platform(instance);
  if (outcome !== 'ok') return outcome === 'skipped' ? null : `ke ${target} tertunda: ${detail ?? outcome}`;
  switch (type) {
    case 'opened':
      if (instance === 'lapor-masbup') return `dari ${platform(origin)} dibuat di ${target} ${externalId ?? ''}`;
      return `${subject(row)}-> ${target} ${externalId ?? ''}`;
    case 'status_changed':
      return `${status(to)} di ${platform(source)}, tercermin di ${target}`;
    case 'replied':
      return `tanggapan ${platform(source)} sampai di ${target}`;
    case 'followed_up':
      return `pesan susulan warga sampai di ${target}`;
    case 'attached':
      return `lampiran sampai di ${target}`;
    case 'said':
      return `kabar untuk pelapor dikirim lewat ${target}`;
    default:
      return null;
  }
}

function ingested({ type, outcome, instance, origin, handler, label, reason, status: to, ...row }: Row): string | null {
  const source = platform(instance);
  if (outcome === 'accepted') return `diterima ${source} (${label ?? '-'})`;
  if (outcome === 'conflict') return `berbeda di ${source}: ${label ?? '-'}, dicatat`;
  if (outcome !== 'applied') return null;
  switch (type) {
    case 'opened':
      return `${subject(row)}${instance === 'laporgub' ? 'diturunkan LaporGub' : `masuk lewat ${channel(row.channel)}`}`;
    case 'disposed':
      return `didisposisikan: ${row.opd ?? (row.kewenangan ? `kewenangan ${row.kewenangan}` : 'admin memutuskan')}`;
    case 'returned':
      return `dikembalikan ${source}: ${reason ?? '-'}`;
    case 'status_changed':
      return handler === instance && origin === instance ? `${status(to)} di ${source}` : null;
    default:
      return null;
  }
}

/** Nothing of a secret complaint is shown, its subject included. */
function subject({ rahasia, category, kecamatan }: Pick<Row, 'rahasia' | 'category' | 'kecamatan'>): string {
  if (rahasia) return '(rahasia) ';
  const what = category && (SHORT[category] ?? CATEGORY[category].toLowerCase());
  const known = [what, kecamatan].filter(Boolean);
  return known.length > 0 ? `(${known.join(', ')}) ` : '';
}
