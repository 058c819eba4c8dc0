import { STATUS } from '#complaint';
import { behindFigure, type Db } from '#store';
import { UNKNOWN } from '../../recap/labels.ts';
import type { Scope } from '../access/scope.ts';
import { pageOf, readCursorIn, UUID } from '../paging/cursor.ts';
import { badField } from '../problems/problem.ts';
import type { BehindQuery, CountedComplaint, CountedPage } from './recap.dto.ts';

type Row = Omit<CountedComplaint, 'status_label'> & { id: string; rahasia: boolean };

/** The complaints that one figure counts, newest first by when the hub heard of it; all pages together are the figure. */
export async function complaintsBehind(
  db: Db,
  { dimension, key, figure, from, to, after, limit }: BehindQuery,
  { opd = null, kecamatan = null }: { [Each in keyof Scope]: string | null },
  readsAll: boolean,
): Promise<CountedPage> {
  if ((dimension === 'total') !== (key === undefined)) {
    throw badField('key', dimension === 'total' ? 'tidak dipakai untuk total' : 'wajib diisi: baris mana yang dibuka');
  }
  const [before = null] = readCursorIn('after', after, UUID) ?? [];
  const { rows } = await db.query<Row>(
    `select c.id, c.number, c.title, c.status, c.opened_at, c.rahasia, f.first_response_s, f.done_s,
       coalesce(f.late_at <= now(), false) as late
     from (select * from complaint_fact where ${behindFigure(dimension, figure)}) as f
     join complaint c on c.id = f.complaint_id
     where coalesce(c.id < $6::uuid, true) order by c.id desc limit $7`,
    [from, to, opd, kecamatan, key === UNKNOWN ? null : (key ?? null), before, limit + 1],
  );
  return pageOf(
    rows,
    limit,
    ({ id }) => [id],
    ({ id: _id, rahasia, ...row }) => ({
      ...row,
      title: rahasia && !readsAll ? null : row.title,
      status_label: STATUS[row.status].label,
    }),
  );
}
