import { setImmediate } from 'node:timers/promises';
import { type ChannelEvent, ConnectorError, type ComplaintEvent, type Problem, type Unit } from '#connector';
import {
  type Db,
  isParkedAlready,
  type Message,
  settleMessages,
  takeMessages,
  transaction,
  type Verdict,
} from '#store';
import { Batch } from './batch.ts';
import { isOurFault } from './fault.ts';
import { fetchCase } from './fetch-case.ts';
import { type Hub, type Instance, instanceOf } from './hub.ts';
import { hear } from './intake/hear.ts';
import { foreign, judge, obstacleTo, type Placed } from './place.ts';
import { split } from './split.ts';
import { asTold, isSnapshot, take } from './take.ts';

/** Messages that one transaction takes at the most. */
export const BATCH = 50;

/** A message as its connector reads it. */
interface Reading {
  message: Message;
  events: ComplaintEvent[];
  said: ChannelEvent[];
  problems: Problem[];
  /** What a channel's webhook tells, taken apart and not yet read. */
  units: Unit[] | null;
  error: ConnectorError | null;
}

/**
 * Hop 2: messages become facts and deliveries, in the order they came. Resolves with how many were looked at.
 *
 * One process at a time ingests an instance, so what one platform told is taken in its order however many workers
 * there are. A message that breaks the transaction is tried alone, and parked where it alone is the reason.
 */
export async function ingest(hub: Hub, name: string): Promise<number> {
  try {
    return await ingestBatch(hub, name, BATCH);
  } catch (error) {
    if (!isOurFault(error)) throw error;
    hub.log.error({ instance: name, 'error.message': String(error) }, 'ingest.batch_failed');
    await ingestAlone(hub, name);
    return BATCH;
  }
}

async function ingestAlone(hub: Hub, name: string): Promise<number> {
  try {
    return await ingestBatch(hub, name, 1);
  } catch (error) {
    if (!isOurFault(error)) throw error;
    return transaction(hub.pool, async (tx) => {
      await lock(tx, name);
      const messages = await takeMessages(tx, name, 1);
      const reason = `Galat dalam simpul: ${error instanceof Error ? error.name : 'tak dikenal'}`;
      await settleMessages(
        tx,
        messages.map(({ id }): Verdict => ({ id, state: 'parked', code: 'internal', reason })),
      );
      return messages.length;
    });
  }
}

const lock = (tx: { query: (text: string, values: unknown[]) => Promise<unknown> }, name: string) =>
  tx.query('select pg_advisory_xact_lock(hashtext($1), 1)', [name]);

async function ingestBatch(hub: Hub, name: string, limit: number): Promise<number> {
  const instance = instanceOf(hub, name);
  // A message stays in the inbox until its facts are written: a crash that takes both back loses nothing.
  const redone = { isRedone: true };
  const work = async (tx: Db) => {
    const [, messages] = await Promise.all([lock(tx, name), takeMessages(tx, name, limit)]);
    if (messages.length === 0) return { count: 0, wanted: [] };
    const readings: Reading[] = [];
    for (const message of messages) {
      readings.push(await read(hub, instance, message));
      // Reading is work of the processor alone: who knocks meanwhile has to be answered.
      await setImmediate();
    }

    const events = readings.flatMap((reading) => reading.events);
    const batch = await Batch.forEvents(tx, hub, instance, events);
    const { waiting } = batch;
    const unknown = new Set<string>();
    const verdicts: Placed[] = [];
    for (const reading of readings) {
      const { units } = reading;
      const verdict: Placed = units
        ? await split(batch, instance, reading.message, units)
        : await ingestOne(batch, instance, reading, waiting);
      if (verdict.asks && verdict.caseKey) unknown.add(verdict.caseKey);
      verdicts.push(verdict);
    }
    await batch.flush(() => settleMessages(tx, verdicts));
    const units = readings.reduce((sum, reading) => sum + (reading.units?.length ?? 0), 0);
    return { count: messages.length + units, wanted: [...unknown] };
  };
  const { count, wanted } = await transaction(hub.pool, work, redone);
  await Promise.all(wanted.map((externalId) => fetchCase(hub, instance, externalId)));
  return count;
}

async function ingestOne(
  batch: Batch,
  instance: Instance,
  reading: Reading,
  waiting: Map<string, Set<string>>,
): Promise<Placed> {
  const { message, events, said, problems, error } = reading;
  const [problem] = problems;
  const caseKey = events[0]?.externalId ?? problem?.externalId;
  const behind = caseKey === undefined ? undefined : waiting.get(caseKey);
  const row = { hop: 'ingest', direction: 'in', instance: instance.name, inboxId: message.id } as const;
  const park = (code: string, reason: string, label?: string): Verdict => {
    batch.audits.push({ ...row, outcome: 'parked', detail: reason, traceId: message.traceId });
    batch.hub.log.warn({ instance: instance.name, code, label, 'inbox.id': message.id }, 'ingest.parked');
    return { id: message.id, state: 'parked', caseKey, code, reason };
  };
  if (error) return park(error.failure, error.message);

  // What opens the case is just what the others wait for.
  const opens = events.some(({ type }) => type === 'opened');
  const isBehind = !opens && [...(behind ?? [])].some((id) => BigInt(id) < BigInt(message.id));
  const obstacle = await obstacleTo(batch, instance, events, message);
  const verdict = isBehind ? judge('behind', message, instance) : judge(obstacle, message, instance);
  if (verdict?.state === 'parked') return park(verdict.code ?? '', verdict.reason ?? '');
  if (verdict?.state === 'done') {
    batch.audits.push({ ...row, outcome: 'foreign', detail: foreign(instance.title), traceId: message.traceId });
    return { ...verdict, caseKey };
  }
  if (verdict) {
    if (caseKey !== undefined) waiting.set(caseKey, (behind ?? new Set()).add(message.id));
    return { ...verdict, caseKey };
  }

  behind?.delete(message.id);
  let news = 0;
  const held = caseKey === undefined ? undefined : batch.byExternalId(caseKey);
  const link = held?.links.find((each) => each.instance === instance.name && each.externalId === caseKey);
  const told = held && link ? asTold(events, { complaint: held.complaint, link, isKnown: batch.isKnown }) : events;
  for (const event of told) news += take(batch, instance, event, message) ? 1 : 0;
  const where = { instance: instance.name, inboxId: message.id, traceId: message.traceId };
  let waits = false;
  for (const event of said) {
    const outcome = await hear(batch.tx, batch.hub, where, event, message);
    if (outcome === 'wait') waits = true;
    else batch.audits.push({ ...row, eventType: event.type, outcome, traceId: message.traceId });
  }
  const later = waits ? judge('in_flight', message, instance) : null;
  if (later) return later;
  if (news === 0 && said.length === 0 && problems.length === 0) {
    batch.audits.push({ ...row, outcome: 'duplicate', traceId: message.traceId });
  }
  // A case as it stands says nothing more than what waits of it already; what was told of a change is kept each time.
  const isWhole = message.kind !== 'webhook' && events.some((event) => event.type === 'opened' || isSnapshot(event));
  const isRepeated = isWhole && caseKey !== undefined;
  if (problem && !(isRepeated && (await isParkedAlready(batch.tx, instance.name, caseKey, problem.message)))) {
    return park(problem.code, problem.message, problem.label);
  }
  return { id: message.id, state: 'done', caseKey };
}

const NOTHING = { events: [], said: [], problems: [], units: null, error: null };

async function read(hub: Hub, { connection }: Instance, message: Message): Promise<Reading> {
  try {
    const received = { kind: message.kind, headers: message.headers, body: hub.sealer.open(message.body) };
    if (received.kind === 'webhook' && connection.split) {
      return { ...NOTHING, message, units: await connection.split(received) };
    }
    const { events, said = [], problems } = await connection.parse(received);
    return { ...NOTHING, message, events, said, problems };
  } catch (error) {
    if (!(error instanceof ConnectorError)) throw error;
    return { ...NOTHING, message, error };
  }
}
