import type { Category } from './category.ts';
import type { Location, Marks } from './event.ts';
import type { Kewenangan, Outcome, Rejection, Status } from './status.ts';

/*
 * Terms used everywhere in this repository:
 *
 * - complaint: one matter a citizen raised, whatever platform it came by (aduan)
 * - event: one thing that happened to a complaint, in our words; never edited
 * - connector: code that speaks to one kind of platform; instance: one configured connector
 * - link: a complaint is known on an instance under an external id
 * - handler: the instance whose status counts: where the complaint was forwarded to, else home
 * - opd: organisasi perangkat daerah, the office that handles the matter
 * - kewenangan: which level of government may act; it decides the route
 * - disposisi: an admin hands the complaint to an office
 */

/** What the hub knows of a complaint, without the reporter. */
export interface Complaint {
  id: string;
  /** Our own number (`SA-2026-000042`): the reference that every platform gets. */
  number: string;
  title: string | null;
  text: string;
  channel: string;
  /** The instance that told us of it first. */
  origin: string;
  /** The instance whose status counts. */
  handler: string;
  status: Status;
  outcome: Outcome | null;
  rejection: Rejection | null;
  /** Why it was returned or rejected, in the platform's words. */
  reason: string | null;
  category: Category | null;
  kewenangan: Kewenangan | null;
  opd: string | null;
  location: Location | null;
  marks: Marks;
  /** Instances that said "not ours" since the last decision; none of them gets it again by rule alone. */
  returnedBy: string[];
  /** When the citizen filed it, RFC 3339. */
  openedAt: string;
}

/**
 * A complaint as one platform knows it.
 *
 * `pending`: it is being created there. `open`: the platform has the case. `returned`: it gave it back. `gone`: it no
 * longer has it (404, 410). `refused`: a person decided that it is not created there.
 */
export interface Link {
  instance: string;
  /** The case's id there, opaque; `null` while pending. */
  externalId: string | null;
  /** What we call it towards the platform; `null` where the platform told us of it. */
  reference: string | null;
  /** `reporter`: the hub's own page for the reporter, which says what that one says and is told nothing. */
  role: 'origin' | 'home' | 'handler' | 'reporter';
  state: 'pending' | 'open' | 'returned' | 'gone' | 'refused';
  url: string | null;
  /** The platform's own word for where its case stands, and since when by its own clock. */
  label: string | null;
  labelAt: string | null;
}
