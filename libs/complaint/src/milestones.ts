import type { Act } from './act.ts';
import type { Effect } from './apply.ts';
import type { ComplaintEvent } from './event.ts';
import { STATUS, type Status } from './status.ts';

/** What deadlines begin and end with. */
export const MILESTONES = ['opened', 'responded', 'assigned', 'resolved', 'closed'] as const;
export type Milestone = (typeof MILESTONES)[number];

/** While the reporter is asked for something; `to` is null where it goes on. */
export interface Pause {
  from: string;
  to: string | null;
}

export type Moments = Record<Milestone, string | null> & { pauses: Pause[] };

export interface Happened {
  /** `by` which act, where a person did it at the hub. */
  event: ComplaintEvent & { by?: Act['kind'] };
  effect: Effect;
}

/**
 * When a complaint reached each milestone, read from what happened, in the order of time.
 *
 * What an office says to the citizen or does to the complaint is a response; what changed nothing here is none, such as
 * the steps that a province took before it handed the case down, nor is what the office notes for itself. `resolved` and
 * `closed` are forgotten when the complaint is open again. A forward is no event but a delivery, so its moment is given.
 */
export function momentsOf(openedAt: string, happened: readonly Happened[], forwardedAt: string | null): Moments {
  const moments: Moments = {
    opened: openedAt,
    responded: null,
    assigned: forwardedAt,
    resolved: null,
    closed: null,
    pauses: [],
  };
  for (const { event, effect } of happened) {
    if (effect === 'conflict') continue;
    if (isResponse(event, effect)) moments.responded ??= event.at;
    const status = effect === 'applied' ? statusAfter(event) : null;
    if (event.type === 'disposed' && event.facts.opd && !isEarlier(moments.assigned, event.at))
      moments.assigned = event.at;
    if (status) reach(moments, status, event.at);
  }
  return moments;
}

function reach(moments: Moments, status: Status, at: string): void {
  const { rank } = STATUS[status];
  const pause = moments.pauses.at(-1);
  if (status === 'needs_info' && pause?.to !== null) moments.pauses.push({ from: at, to: null });
  if (status !== 'needs_info' && pause?.to === null) pause.to = at;
  if (rank >= STATUS.assigned.rank && status !== 'needs_info' && !isEarlier(moments.assigned, at))
    moments.assigned = at;
  if (rank < STATUS.resolved.rank) Object.assign(moments, { resolved: null, closed: null });
  else moments.resolved ??= at;
  if (rank > STATUS.resolved.rank) moments.closed ??= at;
}

const isEarlier = (one: string | null, other: string): boolean => one !== null && Date.parse(one) <= Date.parse(other);

/** Whose duty it is, what it is about and the marks are the office's own notes; to whom it is given, the citizen reads. */
function isResponse(event: Happened['event'], effect: Effect): boolean {
  switch (event.type) {
    case 'replied':
      return event.public;
    case 'status_changed':
      return effect === 'applied' && event.status !== 'received';
    case 'disposed':
      return effect === 'applied' && (Boolean(event.facts.opd) || event.by === 'forward');
    default:
      return event.type === 'accepted' || event.type === 'returned';
  }
}

/** The status that an event which changed the complaint left it in, where it says so. */
function statusAfter(event: ComplaintEvent): Status | null {
  switch (event.type) {
    case 'status_changed':
      return event.status;
    case 'replied':
      return event.question ? 'needs_info' : null;
    case 'followed_up':
    case 'reopened':
      return 'in_progress';
    case 'confirmed':
      return 'closed';
    case 'returned':
      return 'verifying';
    default:
      return null;
  }
}
