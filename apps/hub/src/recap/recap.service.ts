import { Inject, Injectable } from '@nestjs/common';
import { type Counts, type Group, type GroupedBy, type Part, recapOf } from '#store';
import type { Scope } from '../http/access/scope.ts';
import type { RecapDto, RecapRow, Totals } from '../http/recap/recap.dto.ts';
import { RUNTIME, type Runtime } from '../runtime.ts';
import { catchUp } from '../work-out.ts';
import { DEFINITIONS } from './definitions.ts';
import { type Labels, labelsOf, UNKNOWN } from './labels.ts';
import { before, monthsThrough, type Period } from './period.ts';

/** An office or a kecamatan is ranked by its share from so much of all reports on, and at least so many. */
const RANKED_SHARE = 0.01;
const RANKED_LEAST = 10;
const RANKED_MOST = 10;

/** What came in during a period and what became of it, for the page, its exports and the meeting's paper. */
@Injectable()
export class RecapService {
  readonly #labels: Labels;

  constructor(@Inject(RUNTIME) private readonly runtime: Runtime) {
    this.#labels = labelsOf(runtime.env.HUB_CONFIG_DIR, runtime.hub);
  }

  /** `scope` keeps it to the complaints of one office. */
  async recap(period: Period, scope: Scope = {}): Promise<RecapDto> {
    await catchUp(this.runtime);
    const previous = before(period, new Date());
    const found = await recapOf(this.runtime.hub.pool, { ...period, ...scope }, { ...previous, ...scope });
    const rows = (dimension: GroupedBy) => this.#rows(found.groups, dimension);
    const [opd, kecamatan] = [rows('opd'), rows('kecamatan')];
    return {
      period,
      previous,
      totals: totalsOf(found.totals),
      previous_totals: totalsOf(found.previous),
      by: {
        channel: rows('channel'),
        opd,
        subject: rows('subject'),
        kecamatan,
        authority: rows('authority'),
        platform: rows('platform'),
      },
      times: found.durations,
      outcomes: found.outcomes
        .map(({ key, received }) => ({ key, label: this.#labels('outcome', key), count: received }))
        .toSorted((a, b) => b.count - a.count),
      rankings: rankingsOf(opd, kecamatan, found.totals.received),
      trend: trendOf(found.months),
      definitions: DEFINITIONS,
    };
  }

  #rows(groups: Group[], dimension: GroupedBy): RecapRow[] {
    return groups
      .filter((group) => group.dimension === dimension)
      .map(({ key, dimension: _dimension, ...counts }) => ({
        key: key ?? UNKNOWN,
        label: this.#labels(dimension, key),
        share_done: share(counts),
        ...counts,
      }))
      .toSorted((a, b) => b.received - a.received || a.label.localeCompare(b.label));
  }
}

const share = ({ received, done }: Pick<Counts, 'received' | 'done'>): number | null =>
  received === 0 ? null : done / received;

const totalsOf = (counts: Counts): Totals => ({
  received: counts.received,
  done: counts.done,
  share_done: share(counts),
  returned: counts.returned,
  rerouted: counts.rerouted,
  on_time: counts.on_time,
  late: counts.late,
  ratings: counts.ratings,
  rating_mean: counts.rating_mean,
});

/** A month in which nothing came in, between others, is shown as such. */
function trendOf(months: Part[]): RecapDto['trend'] {
  const [first, last] = [months.at(0), months.at(-1)];
  if (!first || !last) return [];
  const known = new Map(months.map(({ key, received, done }) => [key, { received, done }]));
  return monthsThrough(first.key, last.key).map((month) => ({
    month,
    ...(known.get(month) ?? { received: 0, done: 0 }),
  }));
}

function rankingsOf(opd: RecapRow[], kecamatan: RecapRow[], received: number): RecapDto['rankings'] {
  const minimum = Math.max(RANKED_LEAST, Math.ceil(received * RANKED_SHARE));
  const known = (rows: RecapRow[]) => rows.filter(({ key }) => key !== UNKNOWN);
  const most = (rows: RecapRow[]) => known(rows).toSorted((a, b) => b.done - a.done);
  const best = (rows: RecapRow[]) =>
    most(rows)
      .filter((row) => row.received >= minimum)
      .toSorted((a, b) => (b.share_done ?? 0) - (a.share_done ?? 0));
  return {
    most_done: most(opd).slice(0, RANKED_MOST),
    highest_share: best(opd).slice(0, RANKED_MOST),
    best_kecamatan: best(kecamatan).slice(0, RANKED_MOST),
    minimum_volume: minimum,
  };
}
