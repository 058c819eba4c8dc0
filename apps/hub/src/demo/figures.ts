import type { Pool } from 'pg';

/** What happened so far, by the hub's own tables. */
export interface Figures {
  complaints: number;
  toLaporgub: number;
  toSmartdpu: number;
  fromLaporgub: number;
  statuses: number;
  replies: number;
  parked: number;
  /** From the webhook that told of it to the receipt of the platform that was told, in milliseconds. */
  lagP50: number | null;
  lagP95: number | null;
}

export async function readFigures(pool: Pool): Promise<Figures> {
  const { rows } = await pool.query<Figures>(`
    select (select count(*)::int from complaint) as complaints,
      (select count(distinct complaint_id)::int from link
       where instance = 'laporgub' and role = 'handler' and external_id is not null) as "toLaporgub",
      (select count(distinct complaint_id)::int from link
       where instance = 'smartdpu' and role = 'handler' and external_id is not null) as "toSmartdpu",
      (select count(*)::int from complaint where origin = 'laporgub') as "fromLaporgub",
      (select count(*)::int from outbox where kind in ('status_changed', 'returned') and state = 'done') as statuses,
      (select count(*)::int from outbox where kind in ('replied', 'followed_up') and state = 'done') as replies,
      (select count(*)::int from outbox where state in ('parked', 'uncertain'))
        + (select count(*)::int from inbox where state = 'parked') as parked,
      lag.p50 as "lagP50", lag.p95 as "lagP95"
    from (
      select percentile_disc(0.5) within group (order by ms) as p50, percentile_disc(0.95) within group (order by ms) as p95
      from (
        select round(extract(epoch from o.done_at - i.received_at) * 1000)::int as ms
        from outbox o join event e on e.id = o.event_id join inbox i on i.id = e.inbox_id
        where o.state = 'done' and o.kind <> 'fetch' and i.kind = 'webhook'
      ) as one
    ) as lag`);
  return rows[0] as Figures;
}

/** The id that `platform` gave the complaint which `from` calls `externalId`. */
export async function caseAt(pool: Pool, platform: string, from: string, externalId: string): Promise<string | null> {
  const { rows } = await pool.query<{ id: string }>(
    `select there.external_id as id from link here join link there using (complaint_id)
     where here.instance = $2 and here.external_id = $3 and there.instance = $1 and there.state = 'open'
     order by there.created_at desc limit 1`,
    [platform, from, externalId],
  );
  return rows[0]?.id ?? null;
}

/** The id that `platform` gave the complaint with this number. */
export async function caseOf(pool: Pool, platform: string, number: string): Promise<string | null> {
  const { rows } = await pool.query<{ id: string }>(
    `select l.external_id as id from complaint c join link l on l.complaint_id = c.id
     where c.number = $2 and l.instance = $1 and l.state = 'open' order by l.created_at desc limit 1`,
    [platform, number],
  );
  return rows[0]?.id ?? null;
}

/** The tracking page of a complaint that has travelled, else of any that the public may see. */
export async function trackingToken(pool: Pool): Promise<string | null> {
  const { rows } = await pool.query<{ token: string }>(
    `select token from complaint where not rahasia order by (handler = origin), number limit 1`,
  );
  return rows[0]?.token ?? null;
}
