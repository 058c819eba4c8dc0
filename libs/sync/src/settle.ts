import type { Outgoing, Push, Receipt, Target } from '#connector';
import { type Delivery, endClaim, transaction } from '#store';
import type { Hub } from './hub.ts';

/** How long a platform gets to finish what we could not wait for, before we look whether it did. */
export const SETTLE_AFTER_MS = 10_000;
/** How long the receipt of what we said may take to name our delivery. */
const HEAR_WITHIN_MS = 60_000;

export const ASK = 'Tidak pasti apakah kiriman sudah sampai; periksa di platform, lalu kirim lagi atau lewati';

/** Said of a person who blocked us, left, or never had it: only another way helps. */
export const UNREACHABLE =
  'Orang ini tidak dapat menerima pesan kami di sana (memblokir, berpindah, atau tidak lagi memakainya); hubungi dengan cara lain, lalu lewati';

/**
 * Nothing is sent twice: what may have arrived is repeated only where that is safe, else looked for first.
 *
 * `isMoot`: what is not found is not sent again either, and where it can't be looked for a person does.
 */
export async function settle<Out extends Outgoing>(
  push: Push<Out>,
  outgoing: Out,
  to: Target,
  delivery: Delivery,
): Promise<Receipt | 'later' | 'ask'>;
export async function settle<Out extends Outgoing>(
  push: Push<Out>,
  outgoing: Out,
  to: Target,
  delivery: Delivery,
  isMoot: boolean,
): Promise<Receipt | 'later' | 'ask' | 'moot'>;
export async function settle<Out extends Outgoing>(
  push: Push<Out>,
  outgoing: Out,
  to: Target,
  { triedAt }: Delivery,
  isMoot = false,
): Promise<Receipt | 'later' | 'ask' | 'moot'> {
  if (push.settle === 'repeat') return isMoot ? 'ask' : push.send(outgoing, to);
  if (push.settle === 'ask') return 'ask';
  const triedFor = triedAt === null ? Number.POSITIVE_INFINITY : Date.now() - triedAt.getTime();
  const found = push.settle === 'hear' ? 'hear' : await push.settle(outgoing, to);
  if (found === 'hear') return triedFor < HEAR_WITHIN_MS ? 'later' : 'ask';
  if (found) return found;
  if (triedFor < SETTLE_AFTER_MS) return 'later';
  return isMoot ? 'moot' : push.send(outgoing, to);
}

/** Not due yet; it costs no try. */
export async function postpone(hub: Hub, delivery: Delivery, delayMs: number): Promise<void> {
  const runAt = new Date(Date.now() + delayMs);
  await transaction(hub.pool, (tx) =>
    endClaim(tx, delivery, { state: 'waiting', unsettled: delivery.unsettled, runAt }),
  );
}
