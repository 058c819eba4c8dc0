import type { Category } from './category.ts';
import type { Kewenangan, Outcome, Rejection, Status } from './status.ts';

/** A place as far as it is known; nothing here is ever invented. Coordinates are WGS 84 degrees. */
export interface Location {
  address?: string | undefined;
  /** Kemendagri code of a kecamatan (`33.03.09`) or a desa/kelurahan (`33.03.09.2004`). */
  areaCode?: string | undefined;
  kecamatan?: string | undefined;
  desa?: string | undefined;
  lat?: number | undefined;
  lon?: number | undefined;
  road?: string | undefined;
}

/** Who complains. Kept encrypted, never in an event, a log or the audit. */
export interface Reporter {
  name?: string | undefined;
  /** E.164 */
  phone?: string | undefined;
  email?: string | undefined;
  /** Handle on the channel. */
  account?: string | undefined;
}

/** Two independent marks: `anonim` hides the identity, `rahasia` hides the whole complaint. */
export interface Marks {
  anonim: boolean;
  rahasia: boolean;
}

/** A file as a platform names it; the hub fetches it when the event is ingested. */
export interface AttachmentRef {
  /** The platform's own id of the file; unique within its case. */
  id: string;
  url: string;
  /** What the platform says it is; the hub trusts the bytes instead. */
  mime?: string | undefined;
}

export interface Author {
  role: 'citizen' | 'office';
  /** Office or officer as the platform shows it. Empty where the platform names nobody. */
  name?: string | undefined;
}

interface Base {
  /** Stable within the instance: the same fact read twice (webhook, poll, replay) has the same id. */
  id: string;
  /** The case's id on the platform that told us. An opaque string. */
  externalId: string;
  /** When it happened by the platform's clock, RFC 3339 with offset. */
  at: string;
  /**
   * Set where the platform hands back the mark that we gave our own write (an external id, a sender name):
   * the id of the delivery that wrote it, or `true` where only the sender is known.
   */
  own?: string | true | undefined;
}

export interface Facts {
  category?: Category | null | undefined;
  kewenangan?: Kewenangan | null | undefined;
  opd?: string | null | undefined;
  location?: Location | null | undefined;
}

/** A complaint became known on a platform. */
export interface Opened extends Base {
  type: 'opened';
  title?: string | undefined;
  text: string;
  /** Where the citizen spoke: web, whatsapp, laporgub ... */
  channel: string;
  facts: Facts;
  reporter: Reporter;
  marks: Marks;
  /** The marks that could not be read: they count as set where a complaint begins, and say nothing of one that is known. */
  unread?: (keyof Marks)[] | undefined;
  attachments: AttachmentRef[];
  /** Our own number, where the platform says this case was made from it. */
  reference?: string | undefined;
  /** The platform's public page of the case. */
  url?: string | undefined;
}

/** An office spoke. `public: false` is an internal note: kept, and mirrored nowhere. */
export interface Replied extends Base {
  type: 'replied';
  author: Author;
  text: string;
  public: boolean;
  /** The office asks the reporter for something it needs. */
  question?: boolean | undefined;
  attachments: AttachmentRef[];
}

/** The citizen spoke again. */
export interface FollowedUp extends Base {
  type: 'followed_up';
  author: Author;
  text: string;
  /** Set where it was said to us alone: not for the page of a complaint that began for all to read. */
  private?: true | undefined;
  attachments: AttachmentRef[];
}

/** The reporter judges an answer; `score` is 1 to 5. */
interface Judged extends Base {
  author: Author;
  text: string;
  score?: number | undefined;
  attachments: AttachmentRef[];
}

/** The reporter agrees that the matter is settled: the complaint may be closed. */
export interface Confirmed extends Judged {
  type: 'confirmed';
}

/** The reporter does not agree: an answered complaint is open again. */
export interface Reopened extends Judged {
  type: 'reopened';
}

/** The platform shows another status. */
export interface StatusChanged extends Base {
  type: 'status_changed';
  /** The platform's own word. */
  label: string;
  status: Status;
  outcome?: Outcome | undefined;
  rejection?: Rejection | undefined;
  note?: string | undefined;
  /** True where it was read from the case's present state rather than told as a change. */
  snapshot?: boolean | undefined;
  attachments?: AttachmentRef[] | undefined;
}

/** The receiver took note (LaporGub's Verifikasi): recorded, moves nothing. */
export interface Accepted extends Base {
  type: 'accepted';
  label: string;
  note?: string | undefined;
  snapshot?: boolean | undefined;
}

/** The platform says it is not its duty. It re-opens the decision at home and never closes a complaint. */
export interface Returned extends Base {
  type: 'returned';
  label: string;
  reason?: string | undefined;
  snapshot?: boolean | undefined;
}

/** An admin decided: whose duty it is, which office, which subject. Marks can only be tightened this way. */
export interface Disposed extends Base {
  type: 'disposed';
  facts: Facts;
  /** Without those that could not be read. */
  marks?: Partial<Marks> | undefined;
  snapshot?: boolean | undefined;
}

export type ComplaintEvent =
  | Opened
  | Replied
  | FollowedUp
  | Confirmed
  | Reopened
  | StatusChanged
  | Accepted
  | Returned
  | Disposed;
export type EventType = ComplaintEvent['type'];
export type EventOf<T extends EventType> = Extract<ComplaintEvent, { type: T }>;
