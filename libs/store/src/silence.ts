import type { Db } from './db.ts';

/** How often an instance is heard, as the last three weeks show it. */
export interface Rhythm {
  instance: string;
  /** Nineteen of twenty gaps between two moments of hearing are no longer than this. */
  usualGapS: number;
  /** Since when there is something to compare with. */
  since: Date;
}

const LEARN_FROM = `interval '21 days'`;
const ENOUGH_GAPS = 50;
const ENOUGH_TIME = `interval '7 days'`;

/** What is heard within a minute counts as one hearing. An instance without enough history has no rhythm. */
export async function rhythms(db: Db): Promise<Rhythm[]> {
  const { rows } = await db.query<Rhythm>({
    name: 'rhythms',
    text: `with heard as (
             select distinct instance, date_trunc('minute', received_at) as at
             from inbox where received_at > now() - ${LEARN_FROM} and kind <> 'case'
           ), gaps as (
             select instance, at,
                    extract(epoch from at - lag(at) over (partition by instance order by at))::float as gap
             from heard
           )
           select instance, percentile_cont(0.95) within group (order by gap) as "usualGapS", min(at) as since
           from gaps group by instance
           having count(gap) >= ${ENOUGH_GAPS} and min(at) < now() - ${ENOUGH_TIME}`,
  });
  return rows;
}

/** So many earlier days on which it was as silent over the same hours make a silence usual: nights and Sundays. */
const USUAL_DAYS = 2;

/** Instances that have said nothing for longer than `limitS`, although on such days at this hour they do. */
export async function silentInstances(db: Db, limits: (Rhythm & { limitS: number })[]): Promise<string[]> {
  if (limits.length === 0) return [];
  const { rows } = await db.query<{ name: string }>({
    name: 'silent-instances',
    text: `with quiet as (
             select i.name, i.heard_at, l.since
             from unnest($1::text[], $2::float[], $3::timestamptz[]) as l(name, "limitS", since)
             join instance i using (name)
             where i.state = 'active' and i.heard_at < now() - make_interval(secs => l."limitS")
           )
           select name from quiet where (
             select count(*) from generate_series(1, 14) as n, lateral (select n * interval '1 day' as ago) as day
             where heard_at - ago > since
               and (extract(isodow from (now() - ago) at time zone 'Asia/Jakarta') > 5)
                 = (extract(isodow from now() at time zone 'Asia/Jakarta') > 5)
               and not exists (select from inbox m where m.instance = name and m.kind <> 'case'
                 and m.received_at > heard_at - ago and m.received_at <= now() - ago)
           ) < ${USUAL_DAYS}`,
    values: [
      limits.map(({ instance }) => instance),
      limits.map(({ limitS }) => limitS),
      limits.map(({ since }) => since),
    ],
  });
  return rows.map(({ name }) => name);
}

/** Of a platform that is quick with its webhooks a poll may be the quicker one now and then, but not so often. */
const POLLED_FIRST = 3;
const MOST_COUNTED = 1_000;
const WEBHOOK_IS_LATE = `interval '10 minutes'`;
const REMEMBERED = `interval '7 days'`;

/**
 * Instances whose webhooks stay away although the platform speaks: since the last one, several things were first heard
 * by polling. `count` of them, a thousand at the most.
 */
export async function lostWebhooks(db: Db): Promise<{ instance: string; count: number }[]> {
  const { rows } = await db.query<{ instance: string; count: number }>({
    name: 'lost-webhooks',
    // By time and not by id, which would be looked for through all that was ever heard of a platform without webhooks.
    text: `with heard as (
             select i.name as instance, w.received_at as at from instance i cross join lateral (
               select received_at from inbox where instance = i.name and kind = 'webhook'
               order by received_at desc limit 1
             ) as w
             where i.state = 'active' and w.received_at > now() - ${REMEMBERED}
           ), polled as (
             select heard.instance, m.at from heard cross join lateral (
               select m.received_at as at from inbox m
               where m.instance = heard.instance and m.kind = 'poll' and m.received_at > heard.at
                 and exists (select from link l join event e on e.complaint_id = l.complaint_id
                   where l.instance = m.instance and l.external_id = m.case_key and e.inbox_id = m.id)
               order by m.received_at limit ${MOST_COUNTED}
             ) as m
           )
           select instance, count(*)::int as count from polled group by instance
           having count(*) >= ${POLLED_FIRST} and min(at) < now() - ${WEBHOOK_IS_LATE}`,
  });
  return rows;
}
