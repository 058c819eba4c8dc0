import { Inject, Injectable } from '@nestjs/common';
import { type Counts, type Dimension, DIMENSIONS, type Group, recapGroups, recapTotals } from '#store';
import type { Scope } from '../http/access/scope.ts';
import type { RecapDto, RecapRow, Totals } from '../http/recap/recap.dto.ts';
import { RUNTIME, type Runtime } from '../runtime.ts';
import { DEFINITIONS } from './definitions.ts';
import { type Labels, labelsOf, UNKNOWN } from './labels.ts';
import { before, type Period } from './period.ts';

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
    const { pool } = this.runtime.hub;
    const previous = before(period);
    const [{ groups, durations }, previousTotals] = await Promise.all([
      recapGroups(pool, { ...period, ...scope }),
      recapTotals(pool, { ...previous, ...scope }),
    ]);
    const rows = (dimension: Dimension) => this.#rows(groups, dimension);
    const [channel, opd, subject, kecamatan, authority, platform, outcome] = DIMENSIONS.map(rows) as Columns;
    const total = groups.find(({ dimension }) => dimension === 'total');
    return {
      period,
      previous,
      totals: totalsOf(total ?? previousTotals),
      previous_totals: totalsOf(previousTotals),
      by: { channel, opd, subject, kecamatan, authority, platform },
      times: durations,
      outcomes: outcome.map(({ key, label, received: count }) => ({ key, label, count })),
      rankings: rankingsOf(opd, kecamatan, total?.received ?? 0),
      trend: groups
        .filter(({ dimension }) => dimension === 'month')
        .map(({ key, received, done }) => ({ month: key ?? '', received, done }))
        .toSorted((a, b) => (a.month < b.month ? -1 : 1)),
      definitions: DEFINITIONS,
    };
  }

  #rows(groups: Group[], dimension: Dimension): RecapRow[] {
    return groups
      .filter((group) => group.dimension === dimension)
      .map((group) => ({
        key: group.key ?? UNKNOWN,
        label: this.#labels(dimension, group.key),
        received: group.received,
        done: group.done,
        share_done: share(group),
        on_time: group.on_time,
        late: group.late,
        median_done_s: group.median_done_s,
      }))
      .toSorted((a, b) => b.received - a.received || a.label.localeCompare(b.label));
  }
}

type Columns = [RecapRow[], RecapRow[], RecapRow[], RecapRow[], RecapRow[], RecapRow[], RecapRow[]];

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
