import { touch } from '#store';
import type { Pool } from 'pg';
import { v7 as uuidv7 } from 'uuid';

/** What a complaint of the recap is like; the rest says nothing. */
export interface Counted {
  openedAt: string;
  channel?: string;
  opd?: string | null;
  category?: string | null;
  kecamatan?: string | null;
  kewenangan?: string | null;
  status?: string;
  outcome?: string | null;
  title?: string;
  /** When the hub heard of it; when it was opened, where nothing is said. */
  heardAt?: string;
}

let last = 0;

/** Complaints as they lie in the database, with what a recap counts of them; their numbers. */
export async function seedCounted(pool: Pool, complaints: Counted[]): Promise<string[]> {
  const rows = complaints.map((each) => {
    last += 1;
    return {
      id: uuidv7({ msecs: Date.parse(each.heardAt ?? each.openedAt), seq: last }),
      number: `SA-${each.openedAt.slice(0, 4)}-${String(900_000 + last)}`,
      title: each.title ?? `Aduan ${last}`,
      channel: each.channel ?? 'whatsapp',
      opd: each.opd ?? null,
      category: each.category ?? null,
      location: each.kecamatan ? { areaCode: each.kecamatan } : null,
      kewenangan: each.kewenangan ?? null,
      status: each.status ?? 'received',
      outcome: each.outcome ?? null,
      opened_at: each.openedAt,
    };
  });
  await pool.query(
    `insert into complaint (id, number, token, title, text, channel, origin, handler, status, outcome, category,
       kewenangan, opd, location, anonim, rahasia, opened_at)
     select c.id, number, 'token-' || number, title, title, channel, home.name, home.name, status, outcome, category,
       kewenangan, opd, location, false, false, opened_at
     from instance home, jsonb_to_recordset($1) as c(id uuid, number text, title text, channel text, status text, outcome text,
       category text, kewenangan text, opd text, location jsonb, opened_at timestamptz)
     where home.name in ('kota', 'lapor-masbup')`,
    [JSON.stringify(rows)],
  );
  await touch(
    pool,
    rows.map(({ id }) => id),
  );
  return rows.map(({ number }) => number);
}

const OPD = ['DPUPR', 'DINSOSDALDUKKB3A', 'DINDIKBUD', 'DINHUB', 'DINKES', 'DINNAKER', 'DINRUMKIM', 'SATPOL PP'];
const SUBJECTS = ['road', 'social_aid', 'street_light', 'education', 'health_insurance', 'pkh', 'environment', null];
const OUTCOMES = ['diperbaiki', 'dijadwalkan', 'dijelaskan', 'diteruskan', null];
const CHANNELS = ['whatsapp', 'whatsapp', 'whatsapp', 'web', 'instagram', 'tiktok', 'laporgub'];
const AUTHORITIES = ['kabupaten', 'kabupaten', 'desa', 'provinsi', null];
const HOUR_MS = 3_600_000;

/** So many complaints, each unlike the one before it, evenly over the days from `from` on. */
export function manyCounted(count: number, from: string, days: number): Counted[] {
  return Array.from({ length: count }, (_none, index) => {
    const isDone = index % 11 !== 0;
    return {
      openedAt: new Date(Date.parse(from) + Math.floor((index * days * 24) / count) * HOUR_MS).toISOString(),
      channel: CHANNELS[index % CHANNELS.length] ?? 'web',
      opd: OPD[Math.floor(Math.sqrt(index * 13)) % OPD.length] ?? null,
      category: SUBJECTS[Math.floor(Math.sqrt(index * 7)) % SUBJECTS.length] ?? null,
      kewenangan: AUTHORITIES[index % AUTHORITIES.length] ?? null,
      kecamatan:
        index % 17 === 0 ? null : `33.03.${String(1 + (Math.floor(Math.sqrt(index * 29)) % 18)).padStart(2, '0')}`,
      status: isDone ? 'resolved' : 'in_progress',
      outcome: isDone ? (OUTCOMES[index % OUTCOMES.length] ?? null) : null,
    };
  });
}
