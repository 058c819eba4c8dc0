import { createHash } from 'node:crypto';
import { type DeadlineRule, deadlinesOf, momentsOf } from '#complaint';
import { announce, holdRules, saveDeadlines, takeStale, transaction } from '#store';
import type { Runtime } from './runtime.ts';

/** Complaints that one transaction works out; whoever has news of one of them waits so long. */
export const STALE_BATCH = 50;
/** Batches that somebody who asks waits for. More are behind only after a bulk load or new rules. */
const MOST_BATCHES = 20;

/**
 * Works out complaints that something happened to: their deadlines and what recaps count. Resolves with how many, or
 * with null where another process brought other rules: they are left to those that have these.
 */
export function workOut({ hub, deadlines }: Runtime, waits = false): Promise<number | null> {
  return transaction(hub.pool, async (tx) => {
    if (!(await holdRules(tx, fingerprintOf(deadlines)))) return null;
    const histories = await takeStale(tx, STALE_BATCH, waits);
    const now = new Date();
    const found = histories.map(({ id, openedAt, forwardedAt, happened }) => {
      const moments = momentsOf(openedAt.toISOString(), happened, forwardedAt?.toISOString() ?? null);
      return { complaintId: id, deadlines: deadlinesOf(moments, deadlines, now) };
    });
    await announce(tx, await saveDeadlines(tx, found));
    return histories.length;
  });
}

/**
 * After this a recap counts what was committed before it was asked for, up to a thousand complaints behind; false where
 * more are behind, or other rules are known by now.
 */
export async function catchUp(runtime: Runtime): Promise<boolean> {
  for (let batch = 0; batch < MOST_BATCHES; batch += 1) {
    const taken = await workOut(runtime, true);
    if (taken !== STALE_BATCH) return taken !== null;
  }
  return false;
}

/** Raised where deadlines come to be reckoned otherwise by the same rules: then too every one is worked out anew. */
const RECKONING = 2;

export const fingerprintOf = (rules: readonly DeadlineRule[]): string =>
  createHash('sha256')
    .update(JSON.stringify([RECKONING, rules], (_key, value: unknown) => (value instanceof Set ? [...value] : value)))
    .digest('hex');
