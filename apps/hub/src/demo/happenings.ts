import type { Category } from '#complaint';
import type { Pool } from 'pg';
import type { Place } from './places.ts';
import { sentence } from './sentence.ts';

/** An audit row with what is needed to say it in words. */
export interface Row {
  id: string;
  hop: string;
  instance: string | null;
  type: string | null;
  outcome: string;
  detail: string | null;
  number: string | null;
  category: Category | null;
  kecamatan: string | null;
  areaCode: string | null;
  channel: string | null;
  origin: string | null;
  handler: string | null;
  rahasia: boolean | null;
  kewenangan: string | null;
  opd: string | null;
  externalId: string | null;
  /** Of the event or the delivery that the row is about. */
  status: string | null;
  label: string | null;
  source: string | null;
  reason: string | null;
}

/** A number may be given before and committed after a higher one: so many rows are looked at again. */
const AGAIN = 100;
/** Of `33.03.09.2004`, what says the kecamatan. */
const KECAMATAN_CODE = '33.03.09'.length;

/** Reads what is new in the audit, each time in plain sentences. */
export class Happenings {
  #last = 0;
  readonly #seen = new Set<string>();

  constructor(
    private readonly pool: Pool,
    private readonly places: readonly Place[],
  ) {}

  async next(): Promise<string[]> {
    const { rows } = await this.pool.query<Row>(NEWS, [this.#last - AGAIN]);
    const news = rows.filter(({ id }) => !this.#seen.has(id));
    for (const { id } of news) {
      this.#seen.add(id);
      this.#last = Math.max(this.#last, Number(id));
    }
    for (const id of this.#seen) if (Number(id) < this.#last - AGAIN) this.#seen.delete(id);
    return news.map((row) => sentence(this.#located(row))).filter((text) => text !== null);
  }

  /** LaporGub names a place by its code alone. */
  #located(row: Row): Row {
    const code = row.areaCode?.slice(0, KECAMATAN_CODE);
    const kecamatan =
      row.kecamatan ?? this.places.find(({ kecamatanCode }) => kecamatanCode === code)?.kecamatan ?? null;
    return { ...row, kecamatan };
  }
}

const NEWS = `
  select a.id, a.hop, a.instance, a.event_type as type, a.outcome, a.detail, c.number, c.category,
    c.location ->> 'kecamatan' as kecamatan, c.location ->> 'areaCode' as "areaCode", c.channel, c.origin, c.handler, c.rahasia, c.kewenangan, c.opd,
    l.external_id as "externalId", coalesce(o.body ->> 'status', e.body ->> 'status') as status,
    e.body ->> 'label' as label, o.body ->> 'source' as source, e.body ->> 'reason' as reason
  from audit a
  left join complaint c on c.id = a.complaint_id
  left join outbox o on o.id = a.delivery_id
  left join event e on a.hop = 'ingest' and e.instance = a.instance and e.event_id = a.event_id
  left join lateral (
    select external_id from link
    where complaint_id = a.complaint_id and instance = a.instance and external_id is not null
    order by created_at desc limit 1
  ) l on true
  where a.id > $1 and a.hop in ('ingest', 'deliver', 'system')
  order by a.id`;
