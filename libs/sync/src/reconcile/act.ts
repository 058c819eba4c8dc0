import type { Outgoing, Push } from '#connector';
import {
  audit,
  type Db,
  hasFiles,
  keep,
  messageState,
  type NewMessage,
  putDrift,
  sendAgain,
  settleDrift,
  wasMissedBefore,
} from '#store';
import type { Finding } from './compare.ts';
import type { Turn } from './turn.ts';
import { remedyOf, sentenceOf } from './wording.ts';

/** What was found about one case, and the payload that told it. */
export interface Result {
  externalId: string;
  complaintId: string | null;
  findings: Finding[];
  /** To be read by the ordinary ingest; `null` where it has nothing new. */
  payload: unknown;
  kind: 'poll' | 'case';
  /** Deliveries that the platform shows. */
  present: string[];
}

/** Repairs what policy allows and offers the rest to a person, in one transaction with its audit. */
export async function act(tx: Db, turn: Turn, results: Result[]): Promise<void> {
  const isRead = await keepPayloads(tx, turn, results);
  for (const [index, result] of results.entries()) {
    for (const finding of result.findings) {
      const isRepaired = finding.remedy === 'ingest' ? isRead[index] === true : await isSentAgain(tx, turn, finding);
      await note(tx, turn, result, finding, isRepaired);
    }
  }
  const present = results.flatMap((result) => result.present);
  if (present.length > 0) await settleDrift(tx, present);
}

/** Whether the ingest reads, or will read, each payload. One that it has read before without effect is not tried again. */
async function keepPayloads(tx: Db, { hub, run }: Turn, results: Result[]): Promise<boolean[]> {
  const messages = results.map(({ payload, kind }): NewMessage | null => {
    if (payload === null) return null;
    const body = Buffer.from(JSON.stringify(payload));
    const bodyHash = hub.sealer.hash(body);
    const deliveryId = `reconcile:${bodyHash.toString('hex')}`;
    const { instance, traceId } = run;
    return { instance, kind, deliveryId, headers: {}, body: hub.sealer.seal(body), bodyHash, traceId };
  });
  const unique = [...new Map(messages.flatMap((each) => (each ? [[each.deliveryId, each]] : []))).values()];
  if (unique.length === 0) return results.map(() => false);
  const kept = await keep(tx, unique);
  const readable = new Set<string>();
  for (const [index, { deliveryId }] of unique.entries()) {
    const state = kept[index] === 'new' ? 'new' : await messageState(tx, run.instance, deliveryId);
    if (state === 'new' || state === 'waiting') readable.add(deliveryId);
  }
  const { instance, traceId } = run;
  const fresh = unique.filter((_message, index) => kept[index] === 'new');
  await audit(
    tx,
    fresh.map(({ deliveryId, kind }) => ({
      hop: 'receive',
      direction: 'in',
      instance,
      eventId: deliveryId,
      eventType: kind,
      outcome: 'ok',
      detail: 'Ditemukan oleh pencocokan',
      traceId,
    })),
  );
  return messages.map((message) => message !== null && readable.has(message.deliveryId));
}

/**
 * Sends a reply again that the platform does not show, where that can't make it stand there twice.
 *
 * Once at the most: what is missed again after that, and what brought files, is a person's to decide.
 */
async function isSentAgain(tx: Db, { hub, instance, run }: Turn, finding: Finding): Promise<boolean> {
  const { remedy, deliveryId } = finding;
  if (remedy !== 'resend' || deliveryId === undefined) return false;
  const { rows } = await tx.query<{ kind: string }>('select kind from outbox where id = $1', [deliveryId]);
  const { push } = instance.connection;
  const way = push[(rows[0]?.kind ?? '') as keyof typeof push] as Push<Outgoing> | undefined;
  if (!way || way.settle === 'ask' || (await wasMissedBefore(tx, deliveryId, run.id))) return false;
  if (push.attached && (await hasFiles(tx, deliveryId))) return false;
  const lanes = await sendAgain(tx, deliveryId);
  if (lanes.length === 0) return false;
  await hub.bell.ring(tx, lanes);
  return true;
}

async function note(
  tx: Db,
  { hub, instance, run }: Turn,
  { externalId, complaintId }: Result,
  finding: Finding,
  isRepaired: boolean,
): Promise<void> {
  const { kind, what, subject, deliveryId } = finding;
  const sentence = `${sentenceOf(finding, externalId, instance.title)}; ${remedyOf(finding, isRepaired, instance.title)}`;
  const drift = { kind, what, subject, complaintId, externalId, sentence, deliveryId: deliveryId ?? null };
  const state = isRepaired ? 'repaired' : 'open';
  const { isNew } = await putDrift(tx, { ...drift, runId: run.id, instance: run.instance, state });
  if (!isNew) return;
  await audit(tx, [
    {
      hop: 'system',
      instance: run.instance,
      complaintId: complaintId ?? undefined,
      deliveryId,
      eventType: kind,
      outcome: isRepaired ? 'drift_repaired' : 'drift_open',
      detail: sentence,
      traceId: run.traceId,
    },
  ]);
  hub.log.warn({ instance: run.instance, kind, what, repaired: isRepaired, trace_id: run.traceId }, 'reconcile.drift');
}
