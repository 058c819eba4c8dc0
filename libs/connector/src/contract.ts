import type { HttpService } from '@nestjs/axios';
import type { Author, Complaint, ComplaintEvent, Marks, Outcome, Rejection, Reporter, Status } from '#complaint';

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
  push: { [K in PushKind]?: Push<OutgoingOf<K>> };
  /** Reads something harmless with the credentials; resolves with a sentence for the operator. */
  ping(): Promise<string>;
}

export interface Push<Out extends Outgoing> {
  send(outgoing: Out, to: Target): Promise<Receipt>;
  /**
   * How an uncertain send is settled. `repeat`: the platform takes the same delivery id again as one effect. A
   * function: looks whether it arrived, `null` where it did not. `ask`: neither; a person decides.
   */
  settle: 'repeat' | 'ask' | ((outgoing: Out, to: Target) => Promise<Receipt | null>);
}

export interface Io {
  http: HttpService;
  now: () => Date;
  /**
   * An access token shared by all processes. `stale` is the token that the platform just refused, `null` for the
   * first use. Only one caller anywhere runs `issue` at a time; the others get what it made.
   */
  token(stale: string | null, issue: () => Promise<IssuedToken>): Promise<string>;
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

export interface Page {
  /** JSON values, each parsed on its own. */
  payloads: unknown[];
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
  /** `poll`: an element of a page, of `poll` or of `list`. `case`: what `fetch` gave. */
  kind: 'webhook' | 'poll' | 'case';
  headers: Readonly<Record<string, string | undefined>>;
  body: Buffer;
}

export interface Parsed {
  events: ComplaintEvent[];
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

export type Outgoing =
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
