import type { Db } from './db.ts';

/** Where every process hears which complaints have news. */
export const NEWS_CHANNEL = 'simpul_kabar';

/**
 * What happened may have moved a deadline and changes what recaps count: that is noted for {@link takeStale}, and told
 * as news.
 *
 * A mark that stands already is locked, so that nobody works out a complaint without what this transaction changed.
 */
export async function touch(tx: Db, complaintIds: Iterable<string>): Promise<void> {
  const ids = [...new Set(complaintIds)].toSorted();
  if (ids.length === 0) return;
  await tx.query({
    name: 'touch-complaints',
    text: `with stale as (
             insert into stale_deadline select unnest($1::uuid[])
             on conflict (complaint_id) do update set complaint_id = excluded.complaint_id
           )
           select pg_notify('${NEWS_CHANNEL}', id::text) from unnest($1::uuid[]) as id`,
    values: [ids],
  });
}

/** Tells, with the commit, whoever shows these complaints that there is something new to show. */
export async function announce(tx: Db, complaintIds: Iterable<string>): Promise<void> {
  const ids = [...new Set(complaintIds)];
  if (ids.length === 0) return;
  await tx.query({
    name: 'announce-news',
    text: `select pg_notify('${NEWS_CHANNEL}', id) from unnest($1::text[]) as id`,
    values: [ids],
  });
}

export interface Heard {
  complaintId: string;
  /** The latest audit row about it. */
  last: string;
}

/** After this time no transaction that wrote an audit row is still open, but for one that is about to be broken off. */
const SETTLED_AFTER = `interval '10 seconds'`;

/**
 * What happened to the complaints behind the audit row `from`, and where to look from next time: ids are given in order
 * but commit out of order, so the last seconds are looked at again.
 */
export async function heardSince(
  db: Db,
  from: string,
  complaintIds: string[],
): Promise<{ heard: Heard[]; from: string }> {
  const { rows } = await db.query<{ from: string; heard: Heard[] }>({
    name: 'heard-since',
    text: `select coalesce((select max(id) from audit where id > $1 and at < now() - ${SETTLED_AFTER}), $1::bigint)::text as from,
             coalesce((select json_agg(json_build_object('complaintId', complaint_id, 'last', last::text)) from (
               select complaint_id, max(id) as last from audit
               where id > $1 and complaint_id = any($2::uuid[]) group by complaint_id) as latest), '[]') as heard`,
    values: [from, complaintIds],
  });
  return rows[0] ?? { heard: [], from };
}

export async function latestAudit(db: Db): Promise<string> {
  const { rows } = await db.query<{ id: string }>('select coalesce(max(id), 0)::text as id from audit');
  return rows[0]?.id ?? '0';
}
