import type { ProposalEntity } from '#store';
import { highlight, type Knowledge } from '#text';
import type { Pool } from 'pg';
import { pageOf, readCursor, UUID } from '../paging/cursor.ts';
import { Where } from '../paging/where.ts';
import type { PlaceView, TriagePage, TriageQuery, TriageView } from './triage.dto.ts';

type Row = Omit<TriageView, 'area' | 'highlights'> & { area: string | null };

/** An ended complaint needs no decision any more. */
const WAITING = `p.state = 'waiting' and c.status not in ('resolved', 'closed', 'rejected')`;

/** The one that waits longest first. */
export async function triagePage(pool: Pool, knowledge: Knowledge, query: TriageQuery): Promise<TriagePage> {
  const [after] = readCursor(query.cursor, UUID) ?? [];
  const where = new Where().and(WAITING).and('p.id > ?::uuid', after);
  const limit = where.place(query.limit + 1);
  const { rows } = await pool.query<Row>(
    `select p.id, c.number as complaint, c.channel, c.text, p.why, p.category, p.kewenangan,
       coalesce(c.location ->> 'areaCode', p.area) as area, p.confidence,
       case when c.location ? 'lat' then jsonb_build_object('lat', c.location -> 'lat', 'lon', c.location -> 'lon') end as position,
       p.matched, p.reasons, c.anonim, c.rahasia, c.opened_at
     from proposal p join complaint c on c.id = p.complaint_id ${where.sql} order by p.id limit ${limit}`,
    where.values,
  );
  const page = pageOf(
    rows,
    query.limit,
    ({ id }) => [id],
    (row): TriageView => {
      const area = placeOf(knowledge, row.area);
      const names = area ? [area.kecamatan, area.desa ?? ''] : [];
      return { ...row, area, highlights: highlight(row.text, [...row.matched, ...names], knowledge) };
    },
  );
  return { ...page, waiting: await countWaiting(pool) };
}

async function countWaiting(pool: Pool): Promise<number> {
  const { rows } = await pool.query<{ n: number }>(
    `select count(*)::int as n from proposal p join complaint c on c.id = p.complaint_id where ${WAITING}`,
  );
  return rows[0]?.n ?? 0;
}

export function placeOf({ gazetteer }: Knowledge, code: string | null): PlaceView | null {
  const place = code === null ? undefined : gazetteer.byCode.get(code);
  return place ? { code: place.code, kecamatan: place.kecamatan, desa: place.desa } : null;
}

/** Every kecamatan with what lies in it. */
export const places = ({ gazetteer }: Knowledge): PlaceView[] =>
  [...gazetteer.byCode.values()]
    .toSorted((one, other) => (one.code < other.code ? -1 : 1))
    .map(({ code, kecamatan, desa }) => ({ code, kecamatan, desa }));

/** A text with what a person said it means, beside what it was taken for. */
export type Example = Pick<ProposalEntity, 'id' | 'category' | 'kewenangan' | 'area' | 'state'> & {
  text: string;
  decided_category: string;
  decided_kewenangan: string | null;
  decided_area: string | null;
  decided_at: Date;
};

/** Nothing of who asks to be protected ever leaves as an example. */
export async function examplesAfter(pool: Pool, after: string | null, limit: number): Promise<Example[]> {
  const { rows } = await pool.query<Example>(
    `select p.id, c.text, p.category, p.kewenangan, p.area, p.state, p.decided_category, p.decided_kewenangan,
       p.decided_area, p.decided_at
     from proposal p join complaint c on c.id = p.complaint_id
     where p.state in ('accepted', 'corrected') and not c.anonim and not c.rahasia and p.id > coalesce($1::uuid, '00000000-0000-0000-0000-000000000000')
     order by p.id limit $2`,
    [after, limit],
  );
  return rows;
}
