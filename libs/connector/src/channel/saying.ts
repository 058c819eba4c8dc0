import type { OutgoingSaid } from '../contract.ts';
import { ConnectorError } from '../errors.ts';
import { fit } from '../reading/text.ts';
import type { ChannelProfile } from './profile.ts';

type Limit = NonNullable<ChannelProfile['limits']['comment']>;

/**
 * By which way something may be said now.
 *
 * `free`: within the window. `by_hand`: for a person of the office alone. `closed`: neither; a template may still be.
 */
export type Way = 'free' | 'by_hand' | 'closed';

export function wayOf(profile: ChannelProfile, said: OutgoingSaid, now: Date): Way {
  const { lastInboundAt, outsideWindow, byHand } = said;
  if (outsideWindow || lastInboundAt === null) return 'closed';
  const since = now.getTime() - Date.parse(lastInboundAt);
  if (since < profile.windowMs('direct')) return 'free';
  return byHand && since < profile.windowMs('by_hand') ? 'by_hand' : 'closed';
}

/** Whether a comment may still be answered in private. */
export function mayReplyPrivately(profile: ChannelProfile, { answers }: OutgoingSaid, now: Date): boolean {
  return answers !== null && now.getTime() - Date.parse(answers.at) < profile.windowMs('private_reply');
}

export function windowClosed(title: string): ConnectorError {
  return new ConnectorError('rejected', `${title}: jendela percakapan sudah tertutup`, { why: 'window' });
}

/** The text within the platform's limit, cut at a word; the link at its end stays whole. */
export function fitted({ text, link }: Pick<OutgoingSaid, 'text' | 'link'>, limit: Limit): string {
  const size = (part: string) => (limit.in === 'bytes' ? Buffer.byteLength(part) : part.length);
  if (size(text) <= limit.max) return text;
  const tail = link === null ? '' : `\n${link}`;
  const head = link === null ? text : text.replace(link, '').trimEnd();
  const room = limit.max - size(tail);
  if (room < 1) return link ?? '';
  let most = Math.min(head.length, room);
  // A character takes up to four bytes: fewer of them until it fits.
  while (size(fit(head, most)) > room) most -= Math.max(1, Math.ceil((size(fit(head, most)) - room) / 4));
  return fit(head, most) + tail;
}

/** The text with its buttons as words, for platforms that have none. */
export const withButtons = ({ text, buttons }: OutgoingSaid): string =>
  buttons.length === 0 ? text : `${text}\n${buttons.map(({ title }) => `- ${title}`).join('\n')}`;
