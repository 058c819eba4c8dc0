import type { Db } from '#store';
import { adviceOn } from '#sync';
import type { ParkedGroup } from './many.dto.ts';

/** What waits for a person by instance and reason, the largest group first. */
export async function parkedGroups(db: Db): Promise<ParkedGroup[]> {
  const { rows } = await db.query<Omit<ParkedGroup, 'advice'>>(
    `select instance, type, state, reason, max(code) as code, count(*)::int as count, min(since) as oldest
     from (
       select instance, 'delivery' as type, state, reason, failure as code, coalesce(tried_at, created_at) as since
       from outbox where state in ('parked', 'uncertain')
       union all
       select instance, 'message', state, reason, code, received_at from inbox where state = 'parked'
     ) as waiting
     group by instance, type, state, reason
     order by count desc, oldest, instance, reason`,
  );
  return rows.map((row) => ({ ...row, advice: adviceOn(row.state === 'uncertain' ? 'uncertain' : row.code) }));
}
