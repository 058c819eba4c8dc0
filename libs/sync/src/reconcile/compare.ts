import type { ComplaintEvent, EventOf } from '#complaint';
import type { DriftEntity, DriftKind, Held, HeldLink, LaneState } from '#store';
import { asTold, isBefore, isNoNews, isSaidAgain, isSnapshot, sameLabel, tellsNewMarks } from '../take.ts';
import { match, type Shown } from './replies.ts';

/** What a push may take until the platform shows it everywhere: younger ones are no drift. */
export const GRACE_MS = 10 * 60_000;

export interface Finding {
  kind: DriftKind;
  what: DriftEntity['what'];
  /** Tells it from another finding of the same kind in the same case. */
  subject: string;
  /** The labels on both sides, for `other_status`. */
  here?: string | null;
  there?: string | null;
  /** `ingest`: what the platform tells is read again. `resend`: the delivery is settled once more. */
  remedy: 'ingest' | 'resend' | 'person';
  deliveryId?: string;
}

/** What the hub knows of one case of a platform. */
export interface Known {
  held: Held;
  link: HeldLink;
  lane: LaneState | undefined;
  isKnown(eventId: string): boolean;
}

interface Compared {
  findings: Finding[];
  /** Whether what was read has something for the inbox. */
  isNews: boolean;
  /** Deliveries that the platform shows. */
  present: string[];
}

/** What a platform tells of a case that nobody knows here. Cases from before `since` and cases of others are none. */
export function compareUnknown(events: readonly ComplaintEvent[], isOurs: boolean, since: Date): Finding[] {
  const opened = events.find((event): event is EventOf<'opened'> => event.type === 'opened');
  if (!opened || opened.own !== undefined || isOurs || Date.parse(opened.at) < since.getTime()) return [];
  return [{ kind: 'missing_here', what: 'case', subject: '', remedy: 'ingest' }];
}

/** Compares what a platform tells of a case with what is known of it. Pure but for `now`. */
export function compareKnown(
  events: readonly ComplaintEvent[],
  known: Known,
  { now, whole }: { now: Date; whole: Shown[] | null },
): Compared {
  if (known.link.state === 'gone' || known.link.state === 'refused')
    return { findings: [], isNews: false, present: [] };
  const findings: Finding[] = [];
  let isNews = false;
  for (const event of asTold([...events], { ...known, complaint: known.held.complaint })) {
    const finding = findingOf(event, known, now);
    if (finding) findings.push(finding);
    const isUnheard = event.type !== 'opened' && !isSnapshot(event) && !known.isKnown(event.id);
    isNews ||= finding?.remedy === 'ingest' || isUnheard;
  }
  if (whole === null) return { findings, isNews, present: [] };
  const { missing, present } = repliesThere(known, whole, now);
  return { findings: [...findings, ...missing], isNews, present };
}

function findingOf(event: ComplaintEvent, known: Known, now: Date): Finding | null {
  // What the reporter judges is said here, by the hub's own page: no platform tells it.
  if (event.type === 'confirmed' || event.type === 'reopened') return null;
  if (event.type === 'replied' || event.type === 'followed_up') {
    const isNew = event.own === undefined && !known.isKnown(event.id);
    return isNew ? { kind: 'missing_here', what: 'reply', subject: event.id, remedy: 'ingest' } : null;
  }
  const { held, link } = known;
  if (event.type === 'opened') {
    const isNew = tellsNewMarks(held.complaint, link, event);
    return isNew ? { kind: 'other_status', what: 'facts', subject: event.id, remedy: 'ingest' } : null;
  }
  const isHeard = known.isKnown(event.id);
  if (event.type === 'disposed') {
    if (!isSnapshot(event) || isNoNews(held.complaint, link, event)) return null;
    return { kind: 'other_status', what: 'facts', subject: event.id, remedy: 'ingest' };
  }
  const isSame = sameLabel(link.label, event.label) && (isSnapshot(event) || !isSaidAgain(held.complaint, link, event));
  if (isSame || isApplying(event.at, known, now)) return null;
  const isOld = isBefore(event.at, link.labelAt);
  // A single change that a later one has overtaken says nothing about where the case stands.
  if (!isSnapshot(event) && (isOld || isHeard)) return null;
  const labels = { here: link.label, there: event.label };
  const subject = `${link.label ?? ''} -> ${event.label}`;
  return { kind: 'other_status', what: 'status', subject, ...labels, remedy: isOld ? 'person' : 'ingest' };
}

/** Something of ours is on its way or so young that the platform may not show it yet, and it shows nothing newer. */
function isApplying(at: string, { lane }: Known, now: Date): boolean {
  if (!lane || (lane.lastDoneAt === null && !lane.isOpen)) return false;
  const lastDoneMs = lane.lastDoneAt?.getTime() ?? 0;
  const isYoung = lane.isOpen || now.getTime() - lastDoneMs < GRACE_MS;
  return isYoung && Date.parse(at) < Math.floor(lastDoneMs / 1000) * 1000;
}

/** The replies that we delivered long enough ago, held against those that the platform shows. */
export function repliesThere(
  { lane, link }: Pick<Known, 'lane' | 'link'>,
  shown: readonly Shown[],
  now: Date,
): { missing: Finding[]; present: string[] } {
  if (!lane || lane.isOpen || link.state !== 'open') return { missing: [], present: [] };
  const { present, missing } = match(lane.replies, shown);
  const old = missing.filter(({ doneAt }) => now.getTime() - doneAt.getTime() >= GRACE_MS);
  return {
    present: present.map(({ id }) => id),
    missing: old.map(({ id }) => ({
      kind: 'missing_reply',
      what: 'reply',
      subject: id,
      deliveryId: id,
      remedy: 'resend',
    })),
  };
}
