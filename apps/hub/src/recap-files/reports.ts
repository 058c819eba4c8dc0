import { claimReport, keepReport, type Month, monthsToReport } from '#store';
import type { RecapService } from '../recap/recap.service.ts';
import type { Runtime } from '../runtime.ts';
import { catchUp } from '../work-out.ts';
import { pdfOf } from './pdf/index.ts';
import { xlsxOf } from './xlsx.ts';

const WIB_MS = 7 * 3_600_000;
/** On the first of a month at six in the morning, WIB, the month before is reported on. */
const AT_MS = 6 * 3_600_000;
const MOST_MONTHS = 24;
/** A month of which complaints still come in, as when a year is brought in from elsewhere, is not reported on half. */
const QUIET_MS = 30 * 60_000;

/**
 * Makes the report of each month that is over and has none: yesterday's, and those that were missed.
 *
 * Any number of processes may look at the same time: a month is claimed by one of them, and made once.
 */
export async function makeDueReports(runtime: Runtime, recaps: RecapService, now: Date): Promise<Month[]> {
  const { hub } = runtime;
  // A report is made once: not of what is worked out only in part.
  if (!(await catchUp(runtime))) return [];
  const until = monthOf(new Date(now.getTime() - AT_MS));
  const from = monthOf(new Date(now.getTime() - AT_MS), -MOST_MONTHS);
  const due = await monthsToReport(hub.pool, from, until, firstIdOf(new Date(now.getTime() - QUIET_MS)));
  const made: Month[] = [];
  for (const { month, isStillHeard } of due) {
    const claim = isStillHeard ? null : await claimReport(hub.pool, month);
    if (claim === null) continue;
    const recap = await recaps.recap(periodOf(month));
    const files = { pdf: await pdfOf(recap, now), xlsx: await xlsxOf(recap) };
    if (await keepReport(hub.pool, month, claim, { received: recap.totals.received, ...files })) made.push(month);
  }
  return made;
}

/** The month in WIB that a moment falls in, or one so many months from it. */
function monthOf(at: Date, months = 0): Month {
  const here = new Date(at.getTime() + WIB_MS);
  return new Date(Date.UTC(here.getUTCFullYear(), here.getUTCMonth() + months, 1)).toISOString().slice(0, 7);
}

function periodOf(month: Month): { from: string; to: string } {
  const [year = 0, number = 0] = month.split('-').map(Number);
  return { from: `${month}-01`, to: new Date(Date.UTC(year, number, 0)).toISOString().slice(0, 10) };
}

/** The smallest UUIDv7 of a moment. */
function firstIdOf(at: Date): string {
  const hex = at.getTime().toString(16).padStart(12, '0');
  return `${hex.slice(0, 8)}-${hex.slice(8)}-7000-8000-000000000000`;
}
