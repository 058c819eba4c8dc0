import { ConnectorError } from '#connector';
import { noteReconciled, saveRun, transaction } from '#store';
import { act, type Result } from './act.ts';
import { compareKnown, compareUnknown, type Finding, GRACE_MS, type Known } from './compare.ts';
import { Facts, type Item } from './facts.ts';
import { shownIn } from './replies.ts';
import type { Turn } from './turn.ts';

/** A payload in our words; nothing where it can't be read, which the poll has shown to a person before. */
export async function read(turn: Turn, payload: unknown, kind: 'poll' | 'case'): Promise<Item[]> {
  try {
    const body = Buffer.from(JSON.stringify(payload));
    const { events } = await turn.instance.connection.parse({ kind, headers: {}, body });
    const [first] = events;
    return first ? [{ payload, events, externalId: first.externalId }] : [];
  } catch (error) {
    if (!(error instanceof ConnectorError)) throw error;
    turn.hub.log.warn({ instance: turn.instance.name, reason: error.message }, 'reconcile.unreadable');
    return [];
  }
}

/** What one payload is evidence of. `isWhole`: it holds every reply of its case. */
export function resultOf(
  facts: Facts,
  { payload, events, externalId }: Item,
  { kind, isWhole, since }: { kind: 'poll' | 'case'; isWhole: boolean; since: Date },
): Result {
  const known = facts.known(externalId);
  if (!known) {
    const findings = compareUnknown(events, facts.isOurs(events), since);
    const news = findings.length > 0 ? payload : null;
    return { externalId, complaintId: null, findings, payload: news, kind, present: [] };
  }
  const compared = compareKnown(events, known, { now: new Date(), whole: isWhole ? shownIn(events) : null });
  const { findings, isNews, present } = compared;
  const complaintId = known.held.complaint.id;
  return { externalId, complaintId, findings, payload: isNews ? payload : null, kind, present };
}

/** When the case changed last, by the platform's clock, as far as the payload says; a wrong date in the future is none. */
export const changedAt = ({ events }: Item): Date =>
  new Date(Math.min(Date.now(), Math.max(...events.map(({ at }) => Date.parse(at)))));

/** A change younger than this may be followed by another one in the same second. */
const SETTLED_AFTER_MS = 60_000;

/**
 * Reads one case whole and compares it. False where the platform no longer has it.
 *
 * Where both sides are found equal, that is noted with the change that `outline`, the list's own word of the case, shows:
 * the case is not read again before the list shows another one. A difference is met each time until it is none.
 */
export async function compareFetched(turn: Turn, externalId: string, outline?: Item): Promise<boolean> {
  const { hub, instance, run } = turn;
  const { connection, name } = instance;
  const payload = await turn.ask(async () => (await connection.fetch?.(externalId)) ?? null);
  if (payload === null) return false;
  const items = await read(turn, payload, 'case');
  const facts = await Facts.of(hub.pool, name, items);
  const since = await turn.since();
  const results = items.map((item) => resultOf(facts, item, { kind: 'case', isWhole: !run.tellsChanges, since }));
  const next = { ...run, fetched: run.fetched + 1 };
  await transaction(hub.pool, async (tx) => {
    await act(tx, turn, results);
    for (const [index, item] of items.entries()) {
      const isEqual = results[index]?.findings.length === 0;
      if (isEqual && isSettled(item, facts.known(item.externalId))) {
        await noteReconciled(tx, name, item.externalId, changedAt(outline ?? item));
      }
    }
    await saveRun(tx, next);
  });
  run.fetched = next.fetched;
  if (results.some((result) => result.payload !== null)) turn.wake(name);
  return true;
}

/** Whether nothing that happened so far can still change what the case shows at this moment of its clock. */
function isSettled(item: Item, known: Known | undefined): boolean {
  if (!known || known.lane?.isOpen) return false;
  const lastDoneMs = known.lane?.lastDoneAt?.getTime() ?? 0;
  return Date.now() - changedAt(item).getTime() > SETTLED_AFTER_MS && Date.now() - lastDoneMs > GRACE_MS;
}

/** Keeps findings that no payload tells of. */
export async function noteFindings(
  turn: Turn,
  found: { externalId: string; complaintId: string; findings: Finding[]; present?: string[] }[],
): Promise<void> {
  const results = found.map((each) => ({ present: [], ...each, payload: null, kind: 'case' as const }));
  if (results.some(({ findings, present }) => findings.length + present.length > 0)) {
    await transaction(turn.hub.pool, (tx) => act(tx, turn, results));
  }
}
