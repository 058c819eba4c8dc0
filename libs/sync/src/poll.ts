import { setTimeout as sleep } from 'node:timers/promises';
import { ConnectorError, FAILURES } from '#connector';
import {
  audit,
  countFailure,
  countSuccess,
  endPollTurn,
  hasNew,
  keep,
  keepUnits,
  moveCursor,
  type NewMessage,
  pauseInstance,
  renewPollTurn,
  takePollTurn,
  throttleInstance,
  touchHeard,
  transaction,
} from '#store';
import { type Hub, instanceOf } from './hub.ts';
import { receivedRow } from './receive.ts';
import { lookAgain, watch } from './watch.ts';
import { exchangeColumns, newTraceId, recording } from './trace.ts';
import { unitId } from './unit-id.ts';

/** Pages of one turn at the most; what is left comes with the next turn. */
const MAX_PAGES = 200;
const RENEW_EVERY_MS = 2_000;

/**
 * Hop 1, fetched by us: a page and the cursor behind it are kept together or not at all.
 *
 * One process at a time polls an instance. After an outage the same path reads what was missed, page by page, and no
 * faster than it is ingested: a webhook of today waits behind a page, not behind a hundred thousand messages. `onKept`
 * is called after each page that brought something new.
 */
export async function poll(hub: Hub, name: string, everyMs: number, onKept: () => void): Promise<void> {
  const instance = instanceOf(hub, name);
  const { connection } = instance;
  if (!connection.poll && !connection.watch) return;
  const turn = await takePollTurn(hub.pool, name, everyMs);
  if (!turn) return;

  const traceId = newTraceId();
  // A turn that can't be renewed runs out and is taken by another process: nothing else to do here.
  const renewal = setInterval(() => void renewPollTurn(hub.pool, name, turn.fence).catch(() => {}), RENEW_EVERY_MS);
  await recording(async (said) => {
    let { cursor } = turn;
    try {
      for (let page = 0; connection.poll && page < MAX_PAGES; page += 1) {
        const { payloads, keys, cursor: next, more } = await connection.poll(cursor);
        const news = await keepPage(hub, name, { fence: turn.fence, traceId, payloads, keys, cursor: next });
        if (news === null) return;
        if (news > 0) onKept();
        cursor = next;
        if (!more || !(await isIngested(hub, name))) break;
      }
      const silent = await watch(hub, instance);
      // Where nothing was asked, nobody answered.
      if (connection.poll || silent !== undefined) await countSuccess(hub.pool, name);
      await endPollTurn(hub.pool, name, turn.fence, silent);
    } catch (error) {
      lookAgain(instance);
      if (!(error instanceof ConnectorError)) {
        await endPollTurn(hub.pool, name, turn.fence, 'Galat dalam simpul').catch(() => {});
        throw error;
      }
      await failed(hub, name, turn.fence, error, { ...exchangeColumns(said), traceId });
    }
  }).finally(() => clearInterval(renewal));
}

const LOOK_AGAIN_MS = 50;
const STUCK_AFTER_MS = 20_000;

/** Waits until what was kept is ingested. False where that takes too long: the next turn goes on. */
async function isIngested({ pool }: Hub, name: string): Promise<boolean> {
  for (const end = Date.now() + STUCK_AFTER_MS; Date.now() < end; ) {
    if (!(await hasNew(pool, name))) return true;
    await sleep(LOOK_AGAIN_MS);
  }
  return false;
}

interface KeptPage {
  fence: string;
  traceId: string;
  payloads: unknown[];
  keys: string[] | undefined;
  cursor: string;
}

/** How many payloads were new, or `null` where another process has the turn now. */
function keepPage(hub: Hub, instance: string, page: KeptPage): Promise<number | null> {
  const messages = page.payloads.map((payload, index): NewMessage => {
    const body = Buffer.from(JSON.stringify(payload));
    const bodyHash = hub.sealer.hash(body);
    const { traceId, keys } = page;
    const key = keys?.[index];
    const deliveryId = key === undefined ? `poll:${bodyHash.toString('hex')}` : unitId(hub.sealer, instance, key);
    const kind = keys ? 'unit' : 'poll';
    return { instance, kind, deliveryId, headers: {}, body: hub.sealer.seal(body), bodyHash, traceId };
  });
  return transaction(hub.pool, async (tx) => {
    if (!(await moveCursor(tx, instance, page.fence, page.cursor))) return null;
    if (messages.length === 0) return 0;
    // What is also told by webhook: no row for each that was heard already, every few minutes.
    if (page.keys) return keepUnits(tx, messages);
    const kept = await keep(tx, messages);
    const fresh = messages.filter((_message, index) => kept[index] === 'new');
    await audit(
      tx,
      fresh.map((message) => receivedRow({ ...message, traceId: page.traceId }, 'new')),
    );
    if (fresh.length > 0) await touchHeard(tx, instance);
    return fresh.length;
  });
}

async function failed(hub: Hub, name: string, fence: string, error: ConnectorError, said: { traceId: string }) {
  hub.log.warn({ instance: name, failure: error.failure, reason: error.message }, 'poll.failed');
  await transaction(hub.pool, async (tx) => {
    await endPollTurn(tx, name, fence, error.message);
    if (error.failure === 'unavailable') await countFailure(tx, name);
    if (error.retryAt) await throttleInstance(tx, name, error.retryAt);
    if (FAILURES[error.failure].pause) await pauseInstance(tx, name, error.message, 'hub');
    if (error.failure === 'throttled') return;
    const row = { hop: 'receive', direction: 'in', instance: name, eventType: 'poll' } as const;
    await audit(tx, [{ ...row, outcome: error.failure, detail: error.message, ...said }]);
  });
}
