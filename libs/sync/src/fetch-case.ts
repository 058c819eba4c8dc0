import { ConnectorError, FAILURES } from '#connector';
import { audit, isCreating, isRead, keep, noteWaiting, transaction } from '#store';
import type { Hub, Instance } from './hub.ts';
import { ABSENT, foreign, UNTAKEN } from './place.ts';
import { newTraceId } from './trace.ts';

/**
 * Asks the platform for a case that its messages speak of and that nobody knows here.
 *
 * What it tells is kept and ingested like anything else. A platform that opens no complaints here (its cases are made
 * by us) may also speak of other people's cases: those messages are done.
 */
export async function fetchCase(hub: Hub, { name, connection, title }: Instance, externalId: string): Promise<void> {
  const traceId = newTraceId();
  try {
    const payload = await connection.fetch?.(externalId);
    if (payload === null) await noteWaiting(hub.pool, name, externalId, ABSENT);
    if (payload === null || payload === undefined) return;
    const body = Buffer.from(JSON.stringify(payload));
    const { events } = await connection.parse({ kind: 'case', headers: {}, body });
    if (events.some(({ type, own }) => type === 'opened' && own === undefined)) {
      const kept = await keepCase(hub, name, payload, traceId);
      return kept === 'read' ? await noteWaiting(hub.pool, name, externalId, UNTAKEN) : undefined;
    }
    if (await isCreating(hub.pool, name)) return;
    await transaction(hub.pool, async (tx) => {
      await tx.query(
        `update inbox set state = 'done', code = 'foreign', done_at = now()
         where instance = $1 and state = 'waiting' and case_key = $2
           -- It may have become ours while it was asked for.
           and not exists (select from link where instance = $1 and external_id = $2)`,
        [name, externalId],
      );
      const row = { hop: 'ingest', direction: 'in', instance: name, outcome: 'foreign' } as const;
      await audit(tx, [{ ...row, detail: foreign(title), traceId }]);
    });
  } catch (error) {
    if (!(error instanceof ConnectorError)) throw error;
    const { retry, pause } = FAILURES[error.failure];
    if (!retry && !pause) await noteWaiting(hub.pool, name, externalId, UNTAKEN);
    hub.log.warn({ instance: name, failure: error.failure, reason: error.message }, 'ingest.fetch_failed');
  }
}

/**
 * Keeps what the hub itself fetched, to be ingested like anything else that is heard. `read`: just this was kept before,
 * and read.
 */
export async function keepCase(hub: Hub, name: string, payload: unknown, traceId: string): Promise<'kept' | 'read'> {
  const body = Buffer.from(JSON.stringify(payload));
  const bodyHash = hub.sealer.hash(body);
  const deliveryId = `case:${bodyHash.toString('hex')}`;
  const message = { instance: name, kind: 'case' as const, deliveryId, headers: {}, bodyHash, traceId };
  return transaction(hub.pool, async (tx) => {
    const [kept] = await keep(tx, [{ ...message, body: hub.sealer.seal(body) }]);
    return kept === 'duplicate' && (await isRead(tx, name, deliveryId)) ? 'read' : 'kept';
  });
}
