import { hold, laneStates, type LinkedCase, linkedCases, saveRun, seenReplies } from '#store';
import { type Finding, GRACE_MS, repliesThere } from './compare.ts';
import { compareFetched, noteFindings } from './reading.ts';
import type { Turn } from './turn.ts';

const BATCH = 200;

/**
 * Looks at some of our links that the platform's list did not hold. False once all were looked at.
 *
 * A list may leave out what still exists, so each such case is asked for by itself; only what the platform says it no
 * longer has is missing.
 */
export async function compareLinks(turn: Turn): Promise<boolean> {
  const { hub, run, instance } = turn;
  await turn.mayGoOn();
  const links = await linkedCases(hub.pool, run, BATCH);
  const unseen = links.filter(({ isSeen, createdAt }) => !isSeen && isOld(createdAt));
  const lanes = await lanesOf(turn, run.tellsChanges ? links : unseen);
  for (const link of unseen) {
    const lane = lanes.get(link.complaintId);
    if (lane?.isOpen || (lane?.lastDoneAt && !isOld(lane.lastDoneAt))) continue;
    if (instance.connection.fetch && (await compareFetched(turn, link.externalId))) continue;
    await noteFindings(turn, [{ ...link, findings: [MISSING] }]);
  }
  if (run.tellsChanges) await compareReplies(turn, links, lanes);
  const after = links.at(-1)?.externalId ?? run.after;
  await saveRun(hub.pool, { ...run, after });
  run.after = after;
  return links.length === BATCH;
}

const MISSING: Finding = { kind: 'missing_there', what: 'case', subject: '', remedy: 'person' };
const isOld = (at: Date): boolean => Date.now() - at.getTime() >= GRACE_MS;

async function lanesOf({ hub, instance }: Turn, links: LinkedCase[]) {
  const lanes = await laneStates(
    hub.pool,
    instance.name,
    links.map(({ complaintId }) => complaintId),
  );
  return new Map(lanes.map((lane) => [lane.complaintId, lane]));
}

/** Where the list told single changes, the replies of ours that were met among them. */
async function compareReplies(
  turn: Turn,
  links: LinkedCase[],
  lanes: Awaited<ReturnType<typeof lanesOf>>,
): Promise<void> {
  const { hub, run, instance } = turn;
  const said = links.filter(({ complaintId, isSeen }) => isSeen && (lanes.get(complaintId)?.replies.length ?? 0) > 0);
  if (said.length === 0) return;
  const externalIds = said.map(({ externalId }) => externalId);
  const shown = Map.groupBy(await seenReplies(hub.pool, run.id, externalIds), ({ externalId }) => externalId);
  const held = await hold(
    hub.pool,
    said.map(({ complaintId }) => complaintId),
  );
  const found = said.flatMap(({ externalId, complaintId }) => {
    const link = held.get(complaintId)?.links.find((each) => each.instance === instance.name && each.state === 'open');
    if (!link) return [];
    const theirs = (shown.get(externalId) ?? []).map(({ replyId, digest }) => ({ id: replyId, own: null, digest }));
    const { missing, present } = repliesThere({ lane: lanes.get(complaintId), link }, theirs, new Date());
    return [{ externalId, complaintId, findings: missing, present }];
  });
  await noteFindings(turn, found);
}
