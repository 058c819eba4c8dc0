import type { Connection } from '#connector';
import type { Db } from '#store';
import { failed, ok, type Outcome, skipped } from './step.ts';

const WITHIN_MS = 5_000;
/** What the hub refuses before it looks at the signature: no message, and no sign of an attack, is left behind. */
const UNREAD = 'gzip';
const REFUSED = 415;

/**
 * Knocks at the address that the platform was given, with nothing that could be taken for a message: the hub's own
 * refusal is what proves that the address leads here.
 */
export async function webhookStep(db: Db, name: string, publicUrl: string, connection: Connection): Promise<Outcome> {
  if (!connection.verify) return skipped('webhook_none');
  const address = `${publicUrl}/webhooks/${name}`;
  const answer = await fetch(address, {
    method: 'POST',
    headers: { 'content-encoding': UNREAD },
    body: '-',
    signal: AbortSignal.timeout(WITHIN_MS),
  }).catch(() => null);
  if (answer?.status !== REFUSED || !answer.headers.has('x-trace-id')) {
    if (!answer) return failed('webhook_silent', 'address', { address });
    return failed('webhook_foreign', 'address', { address, status: answer.status });
  }
  const { rows } = await db.query<{ at: Date }>(
    `select received_at as at from inbox where instance = $1 and kind = 'webhook' order by id desc limit 1`,
    [name],
  );
  const at = rows[0]?.at.toLocaleString('id-ID', { timeZone: 'Asia/Jakarta' });
  return at ? ok('webhook_heard', { address, at }) : ok('webhook_unused', { address });
}
