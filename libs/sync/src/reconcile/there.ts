import { ConnectorError, type Listing } from '#connector';
import { noteSeen, noteSeenReplies, saveRun, type SeenReply, transaction } from '#store';
import { act } from './act.ts';
import { compareKnown, compareUnknown } from './compare.ts';
import { Facts, type Item } from './facts.ts';
import { changedAt, compareFetched, read, resultOf } from './reading.ts';
import { digestOf } from './replies.ts';
import type { Turn } from './turn.ts';

/**
 * Compares one page of the platform's list with what we know.
 *
 * What was found is kept together with the place in the list, so a run that is killed goes on behind its last page. A
 * case that the list tells only in outline is read whole where it changed since it was compared last; each such reading
 * is kept by itself, so that it is not made again.
 */
export async function comparePage(turn: Turn): Promise<void> {
  const { hub, instance, run } = turn;
  const { payloads, cursor, more, tells } = await nextPage(turn);
  const items = (await Promise.all(payloads.map((payload) => read(turn, payload, 'poll')))).flat();
  const facts = await Facts.of(hub.pool, instance.name, items);
  const since = await turn.since();
  const gone = new Set<string>();
  for (const item of items) {
    if (tells !== 'outline' || !isDue(facts, item, since)) continue;
    if (!(await compareFetched(turn, item.externalId, item))) gone.add(item.externalId);
  }

  const isWhole = tells === 'case';
  const results =
    tells === 'outline' ? [] : items.map((item) => resultOf(facts, item, { kind: 'poll', isWhole, since }));
  const next = await transaction(hub.pool, async (tx) => {
    const externalIds = items.map((item) => item.externalId).filter((id) => !gone.has(id));
    const listed = run.listed + (await noteSeen(tx, run.id, externalIds));
    if (tells === 'change') await noteSeenReplies(tx, run.id, ownReplies(items));
    await act(tx, turn, results);
    const phase = more ? ('there' as const) : ('here' as const);
    const moved = { ...run, cursor, listed, phase, tellsChanges: tells === 'change', failures: 0 };
    await saveRun(tx, moved);
    return moved;
  });
  Object.assign(run, next);
  if (results.some(({ payload }) => payload !== null)) turn.wake(instance.name);
}

/** More than that is no lost place but a list that can't be read to its end. */
const MAX_RESTARTS = 2;

/** A place in the list that the platform no longer knows, as after a long pause, costs a reading from the start. */
async function nextPage(turn: Turn): Promise<Listing> {
  const { connection, title } = turn.instance;
  const list = connection.list?.bind(connection);
  if (!list) throw new ConnectorError('rejected', `${title} tidak punya daftar untuk dicocokkan`);
  const { cursor } = turn.run;
  try {
    return await turn.ask(() => list(cursor));
  } catch (error) {
    const isLost = error instanceof ConnectorError && error.failure === 'rejected' && cursor !== null;
    if (!isLost || turn.run.restarts >= MAX_RESTARTS) throw error;
    turn.run.restarts += 1;
    return turn.ask(() => list(null));
  }
}

/**
 * Whether the outline of a case calls for reading it whole: it shows another change than when both sides were equal, be
 * it an earlier one, as after a backup was put back there, or it differs as far as it goes.
 */
function isDue(facts: Facts, item: Item, since: Date): boolean {
  const known = facts.known(item.externalId);
  if (!known) return compareUnknown(item.events, facts.isOurs(item.events), since).length > 0;
  if (known.link.state === 'gone' || known.link.state === 'refused') return false;
  const compared = facts.reconciledTo(item.externalId);
  if (compared?.getTime() !== changedAt(item).getTime()) return true;
  return compareKnown(item.events, known, { now: new Date(), whole: null }).findings.length > 0;
}

/** Our own replies among single changes; they are held against what we delivered once all changes were read. */
const ownReplies = (items: Item[]): SeenReply[] =>
  items.flatMap(({ events, externalId }) =>
    events.flatMap((event) => {
      const isOwn = (event.type === 'replied' || event.type === 'followed_up') && event.own !== undefined;
      return isOwn ? [{ externalId, replyId: event.id, digest: digestOf(event.text) }] : [];
    }),
  );
