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
  if (hasPlace === false) return skipped('Jatah permintaan habis untuk saat ini');
  const before = Date.now();
  const answer = await fetch(url, {
    method: 'HEAD',
    redirect: 'manual',
    signal: AbortSignal.timeout(WITHIN_MS),
  }).catch(() => null);
  const theirs = Date.parse(answer?.headers.get('date') ?? '');
  if (Number.isNaN(theirs)) return skipped('Platform tidak menyebut jamnya');
  const ours = (before + Date.now()) / 2;
  // The header counts whole seconds.
  const seconds = Math.round((theirs + 500 - ours) / 1000);
  const words =
    seconds === 0
      ? 'Jam sama'
      : `Jam platform ${seconds > 0 ? 'lebih cepat' : 'lebih lambat'} ${Math.abs(seconds)} detik`;
  if (Math.abs(seconds) <= TOLERATED_S) return ok(words);
  return failed(words, 'Nyalakan sinkronisasi jam (NTP) di server ini, atau minta platform memeriksa jamnya.');
}
