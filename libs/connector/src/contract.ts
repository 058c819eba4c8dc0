import type { HttpService } from '@nestjs/axios';
import type {
  Author,
  ChannelEvent,
  Complaint,
  ComplaintEvent,
  Conversation,
  Marks,
  Outcome,
  Person,
  Rejection,
  Reporter,
  Status,
} from '#complaint';

/**
 * One kind of platform.
 *
 * An adapter holds no state, reads no environment and touches no database: the engine gives it the settings of an
 * instance and a way to reach the network, and keeps everything that must survive a restart.
 */
export interface Adapter<Settings extends object = object> {
  /** The folder's name. */
  readonly name: string;
  /** A class-validator class: the settings and the wire profile of one instance, as config/connectors/<name>.yaml. */
  readonly settings: new () => Settings;
  connect(settings: Settings, io: Io): Connection;
}

/** An adapter bound to one instance. A capability that the platform lacks is a key that is not there. */
export interface Connection {
  /** The marks that this platform can carry. A complaint whose mark is missing here is held, never sent bare. */
  readonly expresses: readonly (keyof Marks)[];
  /** Throws `unauthorized` unless the platform itself signed this request. Pure but for the clock. */
  verify?(request: RawRequest): Verified;
  /** What the platform wants to read back before it sends webhooks here. Throws `unauthorized` for a wrong word. */
  handshake?(query: Readonly<Record<string, unknown>>): string;
  /**
   * Takes a webhook apart into what is told in it, one unit for each thing that happened. Pure. A unit becomes a message
   * of its own: kept once by its key, whoever tells it and however often, and parked alone where it can't be read.
   * Throws `malformed` where nothing can be read.
   */
  split?(received: Received): Promise<Unit[]>;
  /** One page of what changed since `cursor`; `null` asks for the platform's recent past. */
  poll?(cursor: string | null): Promise<Page>;
  /** Interprets what was received. Throws `malformed` where nothing can be read; never drops anything silently. */
  parse(received: Received): Promise<Parsed>;
  /** The whole case as the platform shows it now, as `parse` takes it with kind `case`; `null` where it is gone. */
  fetch?(externalId: string): Promise<unknown>;
  /** One page of every case that is linked there, however old, without a request for each; `null` asks for the first. */
  list?(cursor: string | null): Promise<Listing>;
  /** The bytes of a file of the platform, from an address that the profile allows. At most `maxBytes`. */
  download?(url: string, maxBytes: number): Promise<Buffer>;
  /** A comment can also be answered to its author alone, once: what `visibility: 'private'` below a comment needs. */
  readonly answersPrivately?: boolean;
  push: { [K in PushKind]?: Push<OutgoingOf<K>> };
  /** Reads something harmless with the credentials; resolves with a sentence for the operator. */
  ping(): Promise<string>;
  /** What makes a channel fall silent without an error: a subscription that is gone, a token near its end. */
  watch?(): Promise<Watched>;
}

export interface Push<Out extends Outgoing> {
  send(outgoing: Out, to: Target): Promise<Receipt>;
  /**
   * How an uncertain send is settled. `repeat`: the platform takes the same delivery id again as one effect. A
   * function: looks whether it arrived, `null` where it did not, a word where it can't be seen. `hear`: its receipt or echo will name our delivery
   * within a minute; where none came, a person decides. `ask`: none of these; a person decides.
   */
  settle: 'repeat' | 'hear' | 'ask' | ((outgoing: Out, to: Target) => Promise<Receipt | null | 'hear' | 'ask'>);
}

export interface Io {
  http: HttpService;
  now: () => Date;
  /**
   * An access token shared by all processes. `stale` is the token that the platform just refused, `null` for the
   * first use. Only one caller anywhere runs `issue` at a time; the others get what it made. `issue` is told the token
   * that stands there, run out or refused, `null` where there was none yet.
   */
  token(stale: string | null, issue: (previous: string | null) => Promise<IssuedToken>): Promise<string>;
  /** Asks for a place in the instance's rate budget, shared by all processes; throws `throttled` where there is none. */
  admit?: (() => Promise<void>) | undefined;
  /** Called after each exchange with the platform, already redacted: for the audit. */
  onExchange?: ((exchange: Exchange) => void) | undefined;
}

export interface IssuedToken {
  token: string;
  expiresAt: Date;
}

/** One request and its answer, without secrets and without anything a citizen said. */
export interface Exchange {
  method: string;
  /** Path and query; values of secret parameters are masked. */
  path: string;
  /** Body with every value masked that the profile does not list as `visible`. */
  request: unknown;
  /** HTTP status, or `null` where no answer came. */
  status: number | null;
  answer: unknown;
  ms: number;
}

export interface RawRequest {
  /** Lower-case names. */
  headers: Readonly<Record<string, string | undefined>>;
  body: Buffer;
}

export interface Verified {
  /** The platform's id of this delivery: the same on each of its retries. */
  deliveryId: string;
}

/** One thing that a webhook or a page tells. */
export interface Unit {
  /** The dedupe key, the same for a webhook, its repetition and a poll; unique within the instance. */
  key: string;
  /** A JSON value, as `parse` takes it with kind `unit`. */
  payload: unknown;
  /** Where one address receives for several connectors: the one that it is for, as a webhook's body of its own. */
  connector?: string | undefined;
}

export interface Watched {
  /** Each a sentence for the operator; empty where all is well. */
  faults: string[];
  /** What was mended by itself, for the audit. */
  mended: string[];
}

export interface Page {
  /** JSON values, each parsed on its own. */
  payloads: unknown[];
  /** Their dedupe keys in the same order, where the same things are also told by webhook: then they are units. */
  keys?: string[];
  /** Opaque to the engine; kept in the same transaction as the payloads. */
  cursor: string;
  /** True where the next page should be read at once. */
  more: boolean;
}

export interface Listing extends Page {
  /**
   * What a payload tells of its case: all of it (`case`), all but what was said in it (`outline`), or one change of it
   * (`change`: then the pages together tell all that ever changed, in order).
   */
  tells: 'case' | 'outline' | 'change';
}

export interface Received {
  /** `poll`: an element of a page, of `poll` or of `list`. `case`: what `fetch` gave. `unit`: what `split` gave. */
  kind: 'webhook' | 'poll' | 'case' | 'unit';
  headers: Readonly<Record<string, string | undefined>>;
  body: Buffer;
}

export interface Parsed {
  events: ComplaintEvent[];
  /** What was said on a channel; other platforms leave it out. */
  said?: ChannelEvent[];
  /** What could not be understood although the rest could: kept and shown until the mapping is mended. */
  problems: Problem[];
}

export interface Problem {
  code: 'unknown_label' | 'unknown_type' | 'invalid_field';
  /** For a person, in Indonesian; without citizens' data. */
  message: string;
  /** The label in question, word for word. */
  label?: string;
  /** The case it was said of, where nothing else of the message tells that. */
  externalId?: string;
}

/** A file of a complaint, as the hub keeps it. */
export interface OutgoingFile {
  id: string;
  name: string;
  /** What the bytes are, not what somebody called them. */
  mime: string;
  size: number;
  sha256: string;
  /** Where the hub serves it; unguessable. */
  url: string;
  bytes(): Promise<Buffer>;
}

interface OutgoingBase {
  /** Ours, the same on every try: idempotency key and mark by which our echo is known. A UUID. */
  deliveryId: string;
  /** When it happened, RFC 3339. */
  at: string;
  complaint: Complaint;
}

/** A complaint is created on the platform. */
export interface OutgoingOpened extends OutgoingBase {
  kind: 'opened';
  /** What the platform may know it by: unique for this complaint and this forward. */
  reference: string;
  /** `null` where the identity must not travel. */
  reporter: Reporter | null;
  attachments: OutgoingFile[];
  trackingUrl: string;
  /** The case's id on the platform it came from. */
  originExternalId: string | null;
}

export interface OutgoingReplied extends OutgoingBase {
  kind: 'replied';
  author: Author;
  /** The instance that the reply came from. */
  source: string;
  text: string;
  attachments: OutgoingFile[];
}

export interface OutgoingFollowedUp extends OutgoingBase {
  kind: 'followed_up';
  text: string;
  attachments: OutgoingFile[];
}

export interface OutgoingStatusChanged extends OutgoingBase {
  kind: 'status_changed';
  status: Status;
  outcome: Outcome | null;
  rejection: Rejection | null;
  note: string | null;
  source: string;
}

/** The handler gave the complaint back. */
export interface OutgoingReturned extends OutgoingBase {
  kind: 'returned';
  reason: string | null;
  source: string;
}

/** The complaint now also lives elsewhere (tautan). */
export interface OutgoingLinked extends OutgoingBase {
  kind: 'linked';
  instance: string;
  externalId: string;
  url: string | null;
}

/** A file for platforms that take files in a call of their own. */
export interface OutgoingAttached extends OutgoingBase {
  kind: 'attached';
  file: OutgoingFile;
}

/**
 * One message to one conversation of a channel.
 *
 * The adapter chooses how it may be said by `lastInboundAt` and the profile's windows: free text, the notice's template,
 * the one private reply, else `rejected` with `why`. The receipt's `eventIds` are the ids of the messages that it made:
 * `Receipted.messageIds` and the echo name them. Where `failure.why` is `window` in a later receipt, the same is sent
 * again, as a new delivery with `outsideWindow`. The target's `externalId` is the conversation's id.
 */
export interface OutgoingSaid {
  kind: 'said';
  /** As with every outgoing thing: ours, the same on every try. */
  deliveryId: string;
  at: string;
  conversation: Conversation;
  /** `null` where the platform did not tell who wrote. */
  person: Person | null;
  /** The last message of the person in `direct`, by the platform's clock; `null` where there was none. */
  lastInboundAt: string | null;
  /** The comment or message that is answered, and when it was made; `null` where we speak first. */
  answers: { id: string; at: string } | null;
  /**
   * `public`: below the comment, for all to read. `private`: to the person alone; for a comment that is the one private
   * reply within its days. In `direct` everything is private.
   */
  visibility: 'public' | 'private';
  /** In full; the adapter cuts it to the platform's limit at a word, and keeps `link`, which stands at its end. */
  text: string;
  link: string | null;
  /** At most three; a platform without buttons writes them out as words. */
  buttons: { payload: string; title: string }[];
  attachments: OutgoingFile[];
  /** Which template says it where free text may no longer be sent, with what stands in it. */
  notice: { kind: NoticeKind; number: string; status: string; detail: string };
  /** A person of the office wrote it: some platforms allow that for longer. */
  byHand: boolean;
  /** The platform said that the window is closed, whatever we reckon. */
  outsideWindow: boolean;
}

export type NoticeKind = 'registered' | 'update' | 'needs_info' | 'closed';

export type Outgoing =
  | OutgoingSaid
  | OutgoingOpened
  | OutgoingReplied
  | OutgoingFollowedUp
  | OutgoingStatusChanged
  | OutgoingReturned
  | OutgoingLinked
  | OutgoingAttached;
export type PushKind = Outgoing['kind'];
export type OutgoingOf<K extends PushKind> = Extract<Outgoing, { kind: K }>;

export interface Target {
  /** The case's id on the platform; empty for `opened`. */
  externalId: string;
  /** Where its case stands there now, in its own words, as far as we know. */
  label: string | null;
  /** The poll cursor when this delivery was first tried: a look-up in a feed starts there. */
  since: string | null;
  /** Whether an event id of this instance is already known: a look-up must not take another delivery's effect. */
  isKnown(eventId: string): boolean;
}

export interface Receipt {
  /** The case's id on the platform. */
  externalId: string;
  url?: string | undefined;
  /** The ids that our own write will have when the platform tells us of it. */
  eventIds?: string[] | undefined;
  /** The platform's label after the write, and since when by its clock. */
  label?: string | undefined;
  labelAt?: string | undefined;
  /** What the platform did not take although it took the rest, for the audit: plain Indonesian. */
  refused?: string[] | undefined;
}
