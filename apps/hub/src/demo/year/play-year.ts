import { setTimeout as sleep } from 'node:timers/promises';
import type { PlatformSimulator } from '#connector/testing';
import type { Pool } from 'pg';
import type { Happening } from './plan-year.ts';

/** Webhooks that wait to be sent at the most: what the hub can't take yet, home does not play yet. */
const MOST_WAITING = 400;
const LOOK_MS = 20;
const LOOK_AGAIN_MS = 250;

export interface Progress {
  /** The simulated time. */
  at: number;
  played: number;
  total: number;
}

/** Plays at home what happened, in its order and with its own times, as fast as the hub takes the webhooks. */
export async function playYear(
  happenings: readonly Happening[],
  home: PlatformSimulator,
  signal: AbortSignal,
  told: (progress: Progress) => void = () => {},
): Promise<void> {
  const cases = new Map<number, string>();
  for (const [index, { report, at, play, input }] of happenings.entries()) {
    while (home.webhooksPending() >= MOST_WAITING) await sleep(LOOK_MS, undefined, { signal });
    cases.set(report, await home.play(play, cases.get(report) ?? null, input));
    told({ at, played: index + 1, total: happenings.length });
  }
  while (home.webhooksPending() > 0) await sleep(LOOK_MS, undefined, { signal });
}

/** Resolves once the hub has taken in all that it was told, and worked out what follows from it. */
export async function taken(pool: Pool, signal: AbortSignal): Promise<void> {
  for (;;) {
    const { rows } = await pool.query<{ left: number }>(
      `select (select count(*) from inbox where state in ('new', 'waiting'))::int
         + (select count(*) from stale_deadline)::int as left`,
    );
    if (rows[0]?.left === 0) return;
    await sleep(LOOK_AGAIN_MS, undefined, { signal });
  }
}
