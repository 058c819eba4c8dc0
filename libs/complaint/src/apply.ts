import type { Complaint } from './complaint.ts';
import type { ComplaintEvent, EventOf, Facts, Marks, Opened } from './event.ts';
import { STATUS, type Status } from './status.ts';

/**
 * What became of an event.
 *
 * `applied`: the complaint changed. `kept`: nothing to change. `accepted`: the receiver took note; a step that would
 * move an open complaint back counts as that. `conflict`: another side than the handler claims something else.
 */
export type Effect = 'applied' | 'kept' | 'accepted' | 'conflict';

export interface Applied {
  complaint: Complaint;
  effect: Effect;
}

/** A complaint as it begins: received, and home's to decide. */
export function open(
  event: Opened,
  { id, number, origin, home }: { id: string; number: string; origin: string; home: string },
): Complaint {
  return {
    id,
    number,
    title: event.title ?? null,
    text: event.text,
    channel: event.channel,
    origin,
    handler: home,
    status: 'received',
    outcome: null,
    rejection: null,
    reason: null,
    category: event.facts.category ?? null,
    kewenangan: event.facts.kewenangan ?? null,
    opd: event.facts.opd ?? null,
    location: event.facts.location ?? null,
    marks: event.marks,
    returnedBy: [],
    openedAt: event.at,
  };
}

/** The complaint after `event`, which the instance `from` told. Pure; facts only ever replace facts. */
export function apply(complaint: Complaint, event: ComplaintEvent, from: string, home: string): Applied {
  switch (event.type) {
    case 'opened':
      return tightened(complaint, event.marks);
    case 'replied':
      return replied(complaint, event, from);
    case 'followed_up':
      return complaint.status === 'needs_info' ? applied(complaint, { status: 'in_progress' }) : kept(complaint);
    case 'confirmed':
      return complaint.status === 'resolved' ? applied(complaint, { status: 'closed' }) : kept(complaint);
    case 'reopened':
      return complaint.status === 'resolved'
        ? applied(complaint, { status: 'in_progress', outcome: null })
        : kept(complaint);
    case 'accepted':
      return { complaint, effect: 'accepted' };
    case 'status_changed':
      return statusChanged(complaint, event, from);
    case 'returned':
      return returned(complaint, event, from, home);
    case 'disposed':
      return from === home ? disposed(complaint, event) : kept(complaint);
  }
}

/** The complaint once a platform took it: that platform's status counts from now on. */
export function forwarded(complaint: Complaint, to: string): Complaint {
  const status = STATUS[complaint.status].rank < STATUS.assigned.rank ? 'assigned' : complaint.status;
  return { ...complaint, handler: to, status, reason: null };
}

function replied(complaint: Complaint, event: EventOf<'replied'>, from: string): Applied {
  const asks = event.question === true && event.public && from === complaint.handler;
  return asks && isOpen(complaint.status) ? applied(complaint, { status: 'needs_info' }) : kept(complaint);
}

function statusChanged(complaint: Complaint, event: EventOf<'status_changed'>, from: string): Applied {
  const { status, outcome, rejection, note } = event;
  if (from !== complaint.handler) return { complaint, effect: contradicts(complaint, status) ? 'conflict' : 'kept' };
  if (complaint.status === 'closed' && status !== 'closed') return { complaint, effect: 'conflict' };

  const current = STATUS[complaint.status].rank;
  const isStepBack = isOpen(complaint.status) && isOpen(status) && STATUS[status].rank < current;
  if (isStepBack) return { complaint, effect: 'accepted' };

  return applied(complaint, {
    status,
    outcome: outcome ?? (isOpen(status) ? null : complaint.outcome),
    rejection: rejection ?? null,
    reason: status === 'rejected' ? (note ?? null) : null,
  });
}

/** "Not ours" re-opens the decision at home; it never closes a complaint. */
function returned(complaint: Complaint, event: EventOf<'returned'>, from: string, home: string): Applied {
  if (from !== complaint.handler && from !== home) return { complaint, effect: 'conflict' };
  if (from !== complaint.handler) return { complaint, effect: 'kept' };
  const returnedBy = from === home ? complaint.returnedBy : [...new Set([...complaint.returnedBy, from])];
  return applied(complaint, {
    status: 'verifying',
    handler: home,
    outcome: null,
    rejection: null,
    reason: event.reason ?? null,
    returnedBy,
  });
}

/** A new decision of home about duty or subject lifts "not ours": a person decided again. */
function disposed(complaint: Complaint, { facts, marks }: EventOf<'disposed'>): Applied {
  const next = { ...complaint, ...known(facts) };
  const decidedAgain = next.kewenangan !== complaint.kewenangan || next.category !== complaint.category;
  const changed = applied(complaint, { ...known(facts), returnedBy: decidedAgain ? [] : complaint.returnedBy });
  const strict = tightened(changed.complaint, { ...complaint.marks, ...marks });
  return { complaint: strict.complaint, effect: changed.effect === 'applied' ? 'applied' : strict.effect };
}

/** Anyone may tighten a mark; no platform's message loosens one. */
export function tightened(complaint: Complaint, marks: Marks): Applied {
  const strict = {
    anonim: complaint.marks.anonim || marks.anonim,
    rahasia: complaint.marks.rahasia || marks.rahasia,
  };
  return applied(complaint, { marks: strict });
}

function applied(complaint: Complaint, changes: Partial<Complaint>): Applied {
  const isSame = (Object.keys(changes) as (keyof Complaint)[]).every((key) => same(changes[key], complaint[key]));
  return isSame ? kept(complaint) : { complaint: { ...complaint, ...changes }, effect: 'applied' };
}

/** Equal in what is said, whatever the order of keys: a database hands them back in another one. */
export const same = (one: unknown, other: unknown): boolean => canonical(one) === canonical(other);
const canonical = (value: unknown): string =>
  JSON.stringify(value, (_key, each: unknown) =>
    each !== null && typeof each === 'object' && !Array.isArray(each)
      ? Object.fromEntries(Object.entries(each).toSorted(([one], [other]) => (one < other ? -1 : 1)))
      : each,
  ) ?? 'undefined';

const kept = (complaint: Complaint): Applied => ({ complaint, effect: 'kept' });

/** What is not said changes nothing. */
const known = (facts: Facts): Partial<Complaint> =>
  Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined && value !== null));

export const isOpen = (status: Status): boolean => STATUS[status].rank < STATUS.resolved.rank;

/** Early steps differ between platforms by nature; taking up and ending a case do not. */
const contradicts = (complaint: Complaint, status: Status): boolean =>
  status !== complaint.status && STATUS[status].rank >= STATUS.in_progress.rank;
