import type { Pool } from 'pg';
import { type Db, transaction } from './db.ts';

/** What a recap counts of a complaint, written anew after something happened to it. */
export const FACTS = [
  'day',
  'channel',
  'opd',
  'subject',
  'kecamatan',
  'authority',
  'platform',
  'outcome',
  'is_done',
  'is_returned',
  'is_rerouted',
  'rating',
  'first_response_s',
  'forward_s',
  'answer_s',
  'done_s',
  'late_at',
  'is_waiting',
] as const;

export const DIMENSIONS = ['channel', 'opd', 'subject', 'kecamatan', 'authority', 'platform', 'outcome'] as const;
export type Dimension = (typeof DIMENSIONS)[number];
export type GroupedBy = Exclude<Dimension, 'outcome'>;
const GROUPED = DIMENSIONS.filter((each): each is GroupedBy => each !== 'outcome');

/** What a figure counts, as a condition on `complaint_fact`. */
const COUNTED = {
  received: 'true',
  done: 'is_done',
  late: 'late_at <= now()',
  on_time: 'late_at is null and not is_waiting',
  returned: 'is_returned',
  rerouted: 'is_rerouted',
} as const;
export type Figure = keyof typeof COUNTED;
export const FIGURES = Object.keys(COUNTED) as Figure[];

/** Complaints received from one day to another, both included; `opd` and `kecamatan` keep to one office's. */
export interface RecapFilter {
  from: string;
  to: string;
  opd?: string | undefined;
  kecamatan?: string | undefined;
}

/** Sums of a period, or of a part of it. */
export type Counts = Record<Figure, number> & { ratings: number; rating_mean: number | null };

/** What a key of one dimension counts. Null: where nothing is said. */
export interface Group extends Pick<Counts, 'received' | 'done' | 'on_time' | 'late'> {
  dimension: GroupedBy;
  key: string | null;
  median_done_s: number | null;
}
export interface Part extends Pick<Counts, 'received' | 'done'> {
  key: string;
}
export interface Duration {
  count: number;
  median_s: number | null;
  p90_s: number | null;
}
export const DURATIONS = ['first_response', 'forward', 'answer', 'done'] as const;
export type Durations = Record<(typeof DURATIONS)[number], Duration>;

export interface Recap {
  totals: Counts;
  previous: Counts;
  groups: Group[];
  outcomes: Part[];
  months: Part[];
  durations: Durations;
}

/** One period beside another, all as at one moment. */
export function recapOf(pool: Pool, filter: RecapFilter, previous: RecapFilter): Promise<Recap> {
  return transaction(pool, async (tx) => {
    // A compiled plan would take longer than the query; what is sorted stays in memory.
    await tx.query(`set transaction isolation level repeatable read, read only;
      set local jit = off; set local work_mem = '32MB'`);
    return {
      totals: await totalsOf(tx, filter),
      previous: await totalsOf(tx, previous),
      groups: await groupsOf(tx, filter),
      outcomes: await partsOf(tx, filter, 'outcome'),
      months: await partsOf(tx, filter, `to_char(day, 'YYYY-MM')`),
      durations: await durationsOf(tx, filter),
    };
  });
}

const count = (figure: Figure): string => `count(*) filter (where ${COUNTED[figure]})::int as ${figure}`;
const WITHIN = `day between $1::date and $2::date and coalesce(opd = $3::text, $3::text is null)
  and coalesce(kecamatan = $4::text, $4::text is null)`;
const valuesOf = ({ from, to, opd, kecamatan }: RecapFilter): unknown[] => [from, to, opd ?? null, kecamatan ?? null];

async function totalsOf(db: Db, filter: RecapFilter): Promise<Counts> {
  const { rows } = await db.query<Counts>({
    name: 'recap-totals',
    text: `select ${FIGURES.map(count).join(', ')}, count(rating)::int as ratings, avg(rating)::float as rating_mean
           from complaint_fact where ${WITHIN}`,
    values: valuesOf(filter),
  });
  return rows[0] as Counts;
}

/** Sorted once for all groups: each gathers its durations in their order, and the middle of them is the median. */
async function groupsOf(db: Db, filter: RecapFilter): Promise<Group[]> {
  const { rows } = await db.query<Group>({
    name: 'recap-groups',
    text: `select dimension, key, received, done, on_time, late,
             round((durations[(cardinality(durations) + 1) / 2] + durations[cardinality(durations) / 2 + 1]) / 2.0)::int
               as median_done_s
           from (
             select case 0 ${GROUPED.map((each) => `when grouping(${each}) then '${each}'`).join(' ')} end as dimension,
               coalesce(${GROUPED.join(', ')}) as key,
               ${(['received', 'done', 'on_time', 'late'] as const).map(count).join(', ')},
               array_agg(done_s) filter (where done_s is not null) as durations
             from (select * from complaint_fact where ${WITHIN} order by done_s) as fact
             group by grouping sets (${GROUPED.map((each) => `(${each})`).join(', ')})
           ) as grouped`,
    values: valuesOf(filter),
  });
  return rows;
}

async function partsOf(db: Db, filter: RecapFilter, by: string): Promise<Part[]> {
  const { rows } = await db.query<Part>(
    `select ${by} as key, ${count('received')}, ${count('done')} from complaint_fact where ${WITHIN} group by 1 order by 1`,
    valuesOf(filter),
  );
  return rows;
}

async function durationsOf(db: Db, filter: RecapFilter): Promise<Durations> {
  const { rows } = await db.query<Durations>({
    name: 'recap-durations',
    text: `select ${DURATIONS.map(
      (each) => `json_build_object('count', count(${each}_s), 'median_s', round(${quantiles(each)}[1]),
        'p90_s', round(${quantiles(each)}[2])) as ${each}`,
    ).join(', ')} from complaint_fact where ${WITHIN}`,
    values: valuesOf(filter),
  });
  return rows[0] as Durations;
}

const quantiles = (duration: string): string =>
  `(percentile_cont(array[0.5, 0.9]) within group (order by ${duration}_s))`;

/** The condition that finds the complaints behind one figure; the key, null for the total, is the fifth value. */
export const behindFigure = (dimension: Dimension | 'total', figure: Figure): string =>
  `${WITHIN} and ${COUNTED[figure]} and ${dimension === 'total' ? 'null' : dimension} is not distinct from $5::text`;

/** One cell of the months' tables: what came in, and what of it is done. */
export interface Cell {
  month: string;
  dimension: Dimension | 'total';
  key: string | null;
  received: number;
  done: number;
}

/** Every month before `before` (`2025-11`) by each of the dimensions. */
export async function monthCells(db: Db, dimensions: readonly Dimension[], before: string): Promise<Cell[]> {
  const { rows } = await db.query<Cell>(
    `select month, case 0 ${dimensions.map((each) => `when grouping(${each}) then '${each}'`).join(' ')} else 'total' end as dimension,
       coalesce(${dimensions.join(', ')}) as key, count(*)::int as received, count(*) filter (where is_done)::int as done
     from (select *, to_char(day, 'YYYY-MM') as month from complaint_fact) as fact where month < $1
     group by grouping sets ((month), ${dimensions.map((each) => `(month, ${each})`).join(', ')})`,
    [before],
  );
  return rows;
}
