import type { AttachmentRef, Location } from './event.ts';

/*
 * What is said on a channel (WhatsApp, Instagram, Facebook, TikTok). A channel knows people, conversations and
 * messages; it knows no case, no status and no category. Whether something said is a complaint is decided by the hub.
 *
 * Every `id` is the platform's own word, opaque, always a string, and stable: the same fact told by a webhook, by its
 * repetition and by a poll has the same id. Everything can arrive in any order: an edit before what it edits, `read`
 * before `sent`, the echo of our own message before the answer to the request that sent it.
 */

/** A person as one account of ours on one platform knows them; never the same as a person of another instance. */
export interface Person {
  /**
   * Every id by which the platform names this person in what it just told, the steadiest first; never empty. Where any
   * of them is known the person is known, and the others are further names of the same person; but for a number alone,
   * which may have been somebody else's before.
   */
  ids: readonly string[];
  /** As the person calls themself; changes, and proves nothing. */
  name?: string | undefined;
  /** Without @. Changes too. */
  username?: string | undefined;
  /** E.164. Missing where the person hides it. */
  phone?: string | undefined;
}

/**
 * `direct`: between one person and us. Where the person is known, so is the conversation, whatever its id: on WhatsApp
 * the id is one of the person's and changes with it. `comment`: one comment of the first level with what is said below
 * it, where other people may speak too.
 */
export interface Conversation {
  kind: 'direct' | 'comment';
  id: string;
  /** For comments: what was commented on. */
  post?: string | undefined;
}

interface Base {
  id: string;
  /** By the platform's clock, RFC 3339 with offset: what a window is reckoned from. */
  at: string;
}

/** Somebody said something. `id` is the message's or comment's own. */
export interface Message extends Base {
  type: 'message';
  conversation: Conversation;
  /** Who wrote, or, where `byUs`, whom we wrote to. `null` where the platform does not tell. */
  person: Person | null;
  text: string;
  attachments: AttachmentRef[];
  location?: Location | undefined;
  /** The id of the message or comment that this one answers. */
  quotes?: string | undefined;
  /** The payload of the button that was pressed; `text` is what stood on it. */
  button?: string | undefined;
  /** True where our account is named in it (a mention, a tag). */
  mentionsUs?: boolean | undefined;
  forwarded?: boolean | undefined;
  /** What kind of thing the platform did not hand over (an edit, a poll): the person has to say it again in words. */
  unreadable?: string | undefined;
  /**
   * Our account wrote it. `echo`: the hub did. `by_hand`: a person did, in the app. `unclear`: the platform does not
   * say; it is ours where a receipt of ours names its id (wait a moment: the echo may overtake the receipt), else by hand.
   * TikTok does not even say that our account wrote: whatever has the id of something that we sent is ours.
   */
  byUs?: 'echo' | 'by_hand' | 'unclear' | undefined;
  /** Our delivery, where the platform hands back the mark that we gave it. */
  own?: string | undefined;
}

/** The text now is another one. No news where it is what we know. */
export interface MessageEdited extends Base {
  type: 'message_edited';
  messageId: string;
  text: string;
}

/** `withdrawn`: deleted by its author or by us; its content has to go. `hidden`, `shown`: moderation, the content stays. */
export interface MessageMoved extends Base {
  type: 'message_moved';
  messageId: string;
  to: 'withdrawn' | 'hidden' | 'shown';
}

/** Ranks only rise; `failed` comes from `sent` or below alone and is final. `read` implies `delivered`. */
export const DELIVERY_RANK = { accepted: 1, sent: 2, delivered: 3, read: 4 } as const;
export type DeliveryState = keyof typeof DELIVERY_RANK | 'failed';

/** What became of what we said. */
export interface Receipted extends Base {
  type: 'receipt';
  state: DeliveryState;
  /** Ids of messages of ours. Empty where `until` says it. */
  messageIds: string[];
  /** Everything that we said in this conversation up to this time, RFC 3339. */
  until?: string | undefined;
  /** Whom it reached. */
  person?: Person | undefined;
  /** Our delivery, where the platform hands back its mark: it settles an uncertain send. */
  own?: string | undefined;
  failure?: { code: string; why: SaidFailure; message: string } | undefined;
}

/**
 * Why a message of ours did not arrive, by what can be done. `window`: send it again with `outsideWindow`. `later`: send
 * it again as it is. `unreachable`: this person can't be reached here. `refused`: a person has to look at it.
 */
export type SaidFailure = 'window' | 'later' | 'unreachable' | 'refused';

/** The same person under other ids (a new number, a new BSUID). `before` and `person` are one; a number that is left is not. */
export interface PersonChanged extends Base {
  type: 'person_changed';
  before: readonly string[];
  person: Person;
}

/** Something that needs no answer: a reaction, a post of our own. Audited, never silently dropped. */
export interface Noted extends Base {
  type: 'noted';
  /** In Indonesian, without citizens' data. */
  what: string;
  /** True where the operator of the channel has to know: a restricted account, a paused template. */
  alarming?: boolean | undefined;
}

export type ChannelEvent = Message | MessageEdited | MessageMoved | Receipted | PersonChanged | Noted;
