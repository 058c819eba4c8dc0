import type { Instance } from '#sync';
import { failed, ok, type Outcome, skipped } from './step.ts';

const WITHIN_MS = 5_000;
/** Half of what a signed message is accepted for. */
const TOLERATED_S = 150;

/** Compares our clock with the one that the platform's server tells with any of its answers. */
export async function clockStep(url: URL, { admit }: Pick<Instance, 'admit'>): Promise<Outcome> {
  const hasPlace = await admit?.().then(
    () => true,
    () => false,
  );
  if (hasPlace === false) return skipped('clock_later');
  const before = Date.now();
  const answer = await fetch(url, {
    method: 'HEAD',
    redirect: 'manual',
    signal: AbortSignal.timeout(WITHIN_MS),
  }).catch(() => null);
  const theirs = Date.parse(answer?.headers.get('date') ?? '');
  if (Number.isNaN(theirs)) return skipped('clock_untold');
  const ours = (before + Date.now()) / 2;
  // The header counts whole seconds.
  const seconds = Math.round((theirs + 500 - ours) / 1000);
  if (seconds === 0) return ok('clock_same');
  const found = seconds > 0 ? 'clock_fast' : 'clock_slow';
  const seen = { seconds: Math.abs(seconds) };
  return seen.seconds <= TOLERATED_S ? ok(found, seen) : failed(found, 'clock', seen);
}
