import type { Db } from './db.ts';

/** A month of the calendar, as `2025-01`. */
export type Month = string;
export type ReportForm = 'pdf' | 'xlsx';

const CLAIMED_FOR = '2 minutes';

/** Of the months that are over, which had complaints, and whether one of them was heard of since `quietSince`. */
export interface MonthHeard {
  month: Month;
  isStillHeard: boolean;
}

/**
 * Months with complaints and without a report, oldest first, of those from `from` to before `until`.
 *
 * Ids are made of the time at which the hub heard of a complaint: `quietId` is the first id of the time since which none
 * may have come.
 */
export async function monthsToReport(db: Db, from: Month, until: Month, quietId: string): Promise<MonthHeard[]> {
  const { rows } = await db.query<MonthHeard>(
    `select to_char(m.month, 'YYYY-MM') as month, exists (
       select from complaint_fact f
       where f.day >= m.month and f.day < m.month + interval '1 month' and f.complaint_id >= $3::uuid) as "isStillHeard"
     from generate_series(($1 || '-01')::timestamp, ($2 || '-01')::timestamp - interval '1 month', interval '1 month') as m(month)
     where exists (select from complaint_fact f where f.day >= m.month and f.day < m.month + interval '1 month')
       and not exists (select from recap_report r where r.month = m.month and r.made_at is not null)
     order by m.month`,
    [from, until, quietId],
  );
  return rows;
}

/** Takes a month to make its report, for a while; null where another process has it, or has made it. */
export async function claimReport(db: Db, month: Month): Promise<string | null> {
  const { rows } = await db.query<{ claim: string }>(
    `insert into recap_report as r (month, claimed_until) values (($1 || '-01')::date, now() + interval '${CLAIMED_FOR}')
     on conflict (month) do update set claimed_until = excluded.claimed_until
     where r.made_at is null and r.claimed_until < now()
     returning claimed_until::text as claim`,
    [month],
  );
  return rows[0]?.claim ?? null;
}

interface MadeReport {
  received: number;
  pdf: Buffer;
  xlsx: Buffer;
}

/** False where it took so long that another process took over. */
export async function keepReport(db: Db, month: Month, claim: string, made: MadeReport): Promise<boolean> {
  const { rowCount } = await db.query(
    `update recap_report set made_at = now(), received = $3, pdf = $4, xlsx = $5
     where month = ($1 || '-01')::date and claimed_until = $2::timestamptz and made_at is null`,
    [month, claim, made.received, made.pdf, made.xlsx],
  );
  return rowCount === 1;
}

export interface KeptReport {
  month: Month;
  received: number;
  made_at: Date;
}

export async function reports(db: Db): Promise<KeptReport[]> {
  const { rows } = await db.query<KeptReport>(
    `select to_char(month, 'YYYY-MM') as month, received, made_at from recap_report
     where made_at is not null order by recap_report.month desc`,
  );
  return rows;
}

export async function reportFile(db: Db, month: Month, form: ReportForm): Promise<Buffer | undefined> {
  const { rows } = await db.query<{ bytes: Buffer }>(
    `select ${form} as bytes from recap_report where month = ($1 || '-01')::date and made_at is not null`,
    [month],
  );
  return rows[0]?.bytes;
}
