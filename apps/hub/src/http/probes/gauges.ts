import type { Db } from '#store';

export interface InstanceGauges {
  instance: string;
  waiting: number;
  parked: number;
  uncertain: number;
  oldest: number;
  unread: number;
  parkedMessages: number;
  paused: boolean;
  breakerOpen: boolean;
  heardAgo: number | null;
}

/** Reads through the partial indexes: what is done costs nothing, however much of it there is. */
export async function readGauges(db: Db): Promise<InstanceGauges[]> {
  const { rows } = await db.query<InstanceGauges>({
    name: 'metrics-gauges',
    text: `select i.name as instance, i.state = 'paused' as paused,
                  coalesce(i.breaker_until > now(), false) as "breakerOpen",
                  extract(epoch from now() - i.heard_at)::float as "heardAgo",
                  coalesce(o.waiting, 0)::int as waiting, coalesce(o.parked, 0)::int as parked,
                  coalesce(o.uncertain, 0)::int as uncertain, coalesce(o.oldest, 0)::float as oldest,
                  coalesce(n.unread, 0)::int as unread, coalesce(p.parked, 0)::int as "parkedMessages"
           from instance i
           left join (
             select instance, count(*) filter (where state in ('waiting', 'sending')) as waiting,
                    count(*) filter (where state = 'parked') as parked,
                    count(*) filter (where state = 'uncertain') as uncertain,
                    extract(epoch from now() - min(created_at) filter (where state in ('waiting', 'sending'))) as oldest
             from outbox where state not in ('done', 'skipped') group by instance
           ) as o on o.instance = i.name
           left join (
             select instance, sum(n) as unread from (
               select instance, count(*) as n from inbox where state = 'new' group by instance
               union all
               select instance, count(*) from inbox where state = 'waiting' group by instance
             ) as either group by instance
           ) as n on n.instance = i.name
           left join (select instance, count(*) as parked from inbox where state = 'parked' group by instance) as p
             on p.instance = i.name`,
  });
  return rows;
}
