import type { Chatter, Missing, Understanding } from '#text';

/** What one person said until they fell silent. */
export interface Burst {
  kind: 'direct' | 'comment';
  text: string;
  hasFiles: boolean;
  hasPosition: boolean;
  mentionsUs: boolean;
  /** We asked for what was missing, and whether anything was said since. */
  asked: 'no' | 'unanswered' | 'answered';
}

export type DropReason = Chatter | 'no_complaint' | 'unanswered';

export type Outcome =
  | { to: 'open' }
  | { to: 'ask'; missing: Missing[] }
  | { to: 'drop'; reason: DropReason; greet: boolean };

/**
 * What becomes of it. Asked is once, and never for what was said. What nobody can tell is opened for a person to look at
 * where it was said to us alone; below a post that is most of what people say, and only who names us speaks to us.
 *
 * Who sends a photo, a voice or a position shows something, however little the words beside it say: they are asked what,
 * and what they sent is kept with their answer, for a person to look at.
 */
export function outcomeOf(burst: Burst, understood: Understanding): Outcome {
  const { kind, text, hasPosition, mentionsUs, asked } = burst;
  const { isComplaint, chatter } = understood;
  const hasText = text.trim() !== '';
  const shows = (burst.hasFiles || hasPosition) && (kind === 'direct' || mentionsUs);
  const isChatter = !isComplaint && chatter !== null;
  const missing = (hasText ? understood.missing : (['what', 'where'] as const)).filter(
    (each) => each !== 'where' || !hasPosition,
  );

  if (isChatter && (!shows || NEVER_ASKED.includes(chatter))) {
    return { to: 'drop', reason: chatter, greet: kind === 'direct' && GREETED.includes(chatter) };
  }
  if (!isComplaint && kind === 'comment' && !mentionsUs) return { to: 'drop', reason: 'no_complaint', greet: false };
  if (asked === 'no' && (isChatter || missing.length > 0)) {
    return { to: 'ask', missing: missing.length > 0 ? missing : ['what'] };
  }
  const saysNothing = (!hasText && !shows) || (!isComplaint && asked === 'unanswered');
  return saysNothing ? { to: 'drop', reason: 'unanswered', greet: false } : { to: 'open' };
}

const GREETED: Chatter[] = ['greeting', 'small_talk'];
/** What is sold comes with a picture, too. */
const NEVER_ASKED: Chatter[] = ['spam'];
