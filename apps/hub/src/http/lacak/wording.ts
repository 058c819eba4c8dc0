import { type ComplaintEvent, type EventOf, STATUS, type Status } from '#complaint';
import type { PublicComplaint } from './lacak.queries.ts';
import type { Texts } from './texts.ts';

/** Where a complaint stands, in words that need no explanation. */
export function standing({ status, outcome, rejection }: PublicComplaint, handler: string, texts: Texts): string {
  const answered = outcome ? texts.resolved[outcome] : texts.onlyAnswered;
  if (status === 'resolved') return answered;
  const said = texts.standing(handler)[status];
  if (status === 'closed') return outcome ? `${said} ${answered}` : said;
  if (status === 'rejected' && rejection) {
    return `${said.replace(/\.$/, '')}: ${texts.rejection[rejection].toLowerCase()}.`;
  }
  return said;
}

/** Who has to do something now, as the citizen should expect it. */
export function turn({ status, opd }: PublicComplaint, handler: string, { turnOf }: Texts): string {
  const turns: Record<Status, string> = {
    received: turnOf.checker(handler),
    verifying: turnOf.checker(handler),
    needs_info: turnOf.reporter,
    assigned: turnOf.handler(opd ?? handler),
    in_progress: turnOf.handler(opd ?? handler),
    resolved: turnOf.reporterJudges,
    closed: turnOf.nobody,
    rejected: turnOf.nobody,
  };
  return turns[status];
}

/** How far of the four steps that people know: received, checked, handled, answered. */
export const STEP: Record<Status, number> = {
  received: 0,
  verifying: 1,
  needs_info: 2,
  assigned: 2,
  in_progress: 2,
  resolved: 3,
  closed: 3,
  rejected: 3,
};

export interface Entry {
  at: Date;
  heading: string;
  /** The platform it came by, where the heading names an office of it. */
  via?: string | undefined;
  text: string | null;
}

/** One line of the public timeline, or nothing where there is nothing to tell. `title` is who told us. */
export function entryOf(event: ComplaintEvent, title: string, at: Date, texts: Texts): Entry | null {
  const { entry } = texts;
  switch (event.type) {
    case 'opened':
      return { at, heading: entry.opened, text: null };
    case 'replied': {
      const office = event.author.role === 'office' && event.author.name ? event.author.name : title;
      const via = office === title ? undefined : entry.via(title);
      return { at, heading: (event.question ? entry.asked : entry.replied)(office), via, text: event.text };
    }
    case 'followed_up':
      return { at, heading: entry.followedUp, text: event.text || null };
    case 'confirmed':
    case 'reopened':
      return { at, heading: judged(event, entry), text: event.text || null };
    case 'accepted':
      return { at, heading: entry.accepted(title), text: null };
    case 'status_changed': {
      const label = event.status === 'resolved' ? entry.resolved(event) : texts.status[event.status];
      return { at, heading: entry.status(label, title), text: event.note ?? null };
    }
    case 'returned':
      return { at, heading: entry.returned(title), text: event.reason ?? null };
    case 'disposed':
      return event.facts.opd ? { at, heading: entry.disposed(event.facts.opd), text: null } : null;
  }
}

const judged = (
  { type, score }: EventOf<'confirmed' | 'reopened'>,
  { confirmed, reopened, score: scored }: Texts['entry'],
) =>
  [type === 'confirmed' ? confirmed : reopened, score === undefined ? '' : scored(score)].filter(Boolean).join(' · ');

/** A complaint that has ended has no step ahead. */
export const hasEnded = (status: Status): boolean => STATUS[status].rank >= STATUS.resolved.rank;
