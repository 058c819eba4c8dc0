import { audit, dismissOpen, driftExists, transaction } from '#store';
import type { Hub } from '../hub.ts';
import type { Actor, Done } from '../people.ts';
import { newTraceId } from '../trace.ts';

/** A person has looked: the drift is no longer offered unless it comes to look different. */
export function dismissDrift(hub: Hub, id: string, reason: string, actor: Actor): Promise<Done> {
  return transaction(hub.pool, async (tx) => {
    const drift = await dismissOpen(tx, id, reason, actor);
    if (!drift) return (await driftExists(tx, id)) ? 'not_waiting' : 'not_found';
    const { instance, complaintId, sentence } = drift;
    const detail = `${sentence}; alasan: ${reason}`;
    const row = { hop: 'person', actor, instance, outcome: 'dismiss_drift', detail, traceId: newTraceId() } as const;
    await audit(tx, [{ ...row, complaintId: complaintId ?? undefined }]);
    return 'done';
  });
}
