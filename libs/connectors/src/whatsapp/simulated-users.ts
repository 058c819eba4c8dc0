/** A person as the platform knows them; who has a username may hide the number. */
export interface User {
  id: string;
  name: string;
  phone: string | null;
  bsuid: string;
  username: string | null;
  /** By the platform's clock, in milliseconds. */
  lastInbound: number | null;
  sentTo: number[];
  /** As they stand now: what became of a message of ours changes. */
  lines: (() => string)[];
  /** The id of the last thing that they said. */
  said: string | null;
  /** The last thing that we said to them, with its buttons. */
  last: { id: string; buttons: { id: string; title: string }[] } | null;
}

export interface SentMessage {
  id: string;
  user: User;
  text: string;
  kind: string;
  opaque: string | undefined;
  states: string[];
}

const PAIR_BURST = 45;
const PAIR_EVERY_MS = 6_000;

/** A burst is lent by the minutes that follow; true where one more may go. */
export function mayPair(user: User, now: number): boolean {
  const earliest = now - PAIR_BURST * PAIR_EVERY_MS;
  user.sentTo = user.sentTo.filter((at) => at > earliest);
  if (user.sentTo.length >= PAIR_BURST) return false;
  user.sentTo.push(now);
  return true;
}

/** How a person is named in what the platform tells. */
export const fromOf = ({ phone, bsuid }: User): object => ({
  ...(phone !== null && { from: phone }),
  from_user_id: bsuid,
});

export const contactOf = ({ name, username, phone, bsuid }: User): object => ({
  profile: { name, ...(username !== null && { username }) },
  ...(phone !== null && { wa_id: phone }),
  user_id: bsuid,
});
