import type { Db } from './db.ts';

/** What a recap counts of a complaint when something happens to it. Whether it is late is written with its deadlines. */
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
] as const;

export const DIMENSIONS = ['channel', 'opd', 'subject', 'kecamatan', 'authority', 'platform', 'outcome'] as const;
export type Dimension = (typeof DIMENSIONS)[number];

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

export type Counts = Record<Figure, number> & { ratings: number; rating_mean: number | null };
export interface Group extends Counts {
  /** `total`, or what the key is one of. */
  dimension: Dimension | 'total' | 'month';
  /** Null where nothing is said. */
  key: string | null;
  median_done_s: number | null;
}
export interface Duration {
  count: number;
  median_s: number | null;
  p90_s: number | null;
}
export const DURATIONS = ['first_response', 'forward', 'answer', 'done'] as const;
export type Durations = Record<(typeof DURATIONS)[number], Duration>;

const COUNTS = [
  ...FIGURES.map((figure) => `count(*) filter (where ${COUNTED[figure]})::int as ${figure}`),
  'count(rating)::int as ratings',
  'avg(rating)::float as rating_mean',
].join(', ');

const WITHIN = `day between $1::date and $2::date and coalesce(opd = $3::text, $3::text is null)
  and coalesce(kecamatan = $4::text, $4::text is null)`;
const valuesOf = ({ from, to, opd, kecamatan }: RecapFilter): unknown[] => [from, to, opd ?? null, kecamatan ?? null];

const GROUPED = [...DIMENSIONS, 'month'] as const;
const quantile = (share: number, column: string): string =>
  `round(percentile_cont(${share}) within group (order by ${column}))::int`;

/** Every group of the period with its counts, and how long things took; read together, so that they agree. */
export async function recapGroups(db: Db, filter: RecapFilter): Promise<{ groups: Group[]; durations: Durations }> {
  const { rows } = await db.query<{ groups: Group[]; durations: Durations }>({
    name: 'recap-groups',
    text: `with fact as (
             select *, to_char(day, 'YYYY-MM') as month from complaint_fact where ${WITHIN}
           ), counted as (
             select case 0 ${GROUPED.map((each) => `when grouping(${each}) then '${each}'`).join(' ')} else 'total' end as dimension,
               coalesce(${GROUPED.join(', ')}) as key, ${COUNTS}, ${quantile(0.5, 'done_s')} as median_done_s
             from fact group by grouping sets ((), ${GROUPED.map((each) => `(${each})`).join(', ')})
           )
           select (select coalesce(json_agg(counted), '[]') from counted) as groups,
             (select json_build_object(${DURATIONS.map(
               (each) => `'${each}', json_build_object('count', count(${each}_s),
                 'median_s', ${quantile(0.5, `${each}_s`)}, 'p90_s', ${quantile(0.9, `${each}_s`)})`,
             ).join(', ')}) from fact) as durations`,
    values: valuesOf(filter),
  });
  const [row] = rows;
  if (!row) throw new Error('A recap has one row');
  return row;
}

/** The counts of a whole period alone. */
export async function recapTotals(db: Db, filter: RecapFilter): Promise<Counts> {
  const { rows } = await db.query<Counts>({
    name: 'recap-totals',
    text: `select ${COUNTS} from complaint_fact where ${WITHIN}`,
    values: valuesOf(filter),
  });
  return rows[0] as Counts;
}

/** The condition that finds the complaints behind one figure; the key, null for the total, is the fifth value. */
export const behindFigure = (dimension: Dimension | 'total', figure: Figure): string =>
  `${WITHIN} and ${COUNTED[figure]} and ${dimension === 'total' ? 'null' : dimension} is not distinct from $5::text`;
