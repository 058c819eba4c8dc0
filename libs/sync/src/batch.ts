import type { Complaint, ComplaintEvent, Link } from '#complaint';
import {
  audit,
  type AuditRow,
  type Db,
  type Held,
  type HeldLink,
  hold,
  holdCases,
  type InFlight,
  insertAttachments,
  insertComplaints,
  insertEvents,
  insertLinks,
  insertProposals,
  type Known,
  knownOf,
  laneOf,
  type NewAttachment,
  type NewComplaint,
  type NewDelivery,
  type NewEvent,
  type NewLink,
  type NewProposal,
  nextNumbers,
  type Proposal,
  putDeliveries,
  saveComplaints,
  saveLinks,
  supersedeProposals,
  touch,
} from '#store';
import { v7 as uuidv7 } from 'uuid';
import type { Rung } from './bell.ts';
import type { Hub, Instance } from './hub.ts';
import { putSayings, type ToSay } from './intake/saying.ts';

/** What is told so long after it happened is not waited for by anybody. */
export const OLD_NEWS_MS = 3_600_000;

/**
 * What one transaction reads at its start and writes at its end: complaints with their rows locked, and the deliveries
 * and audit rows that come of the work in between.
 */
export class Batch {
  readonly audits: AuditRow[] = [];
  private readonly deliveries: NewDelivery[] = [];
  private readonly sayings: ToSay[] = [];
  private readonly complaints: NewComplaint[] = [];
  private readonly links: NewLink[] = [];
  private readonly events: NewEvent[] = [];
  private readonly attachments: NewAttachment[] = [];
  private readonly proposals: NewProposal[] = [];
  /** Complaints that somebody decided about, and who. */
  private readonly decided = new Map<string, string>();
  private readonly changed = new Set<string>();
  /** Complaints that have something new to show. */
  private readonly news = new Set<string>();
  private readonly changedLinks = new Map<string, HeldLink>();

  private constructor(
    readonly tx: Db,
    readonly hub: Hub,
    private readonly held: Map<string, Held>,
    private readonly keys: Map<string, string>,
    private readonly known: Known,
    private readonly flights: Map<string, InFlight[]>,
    private readonly numbers: string[],
  ) {}

  /** Locks every complaint that the instance's events are about. */
  static async forEvents(tx: Db, hub: Hub, { name }: Instance, events: ComplaintEvent[]): Promise<Batch> {
    const externalIds = [...new Set(events.map(({ externalId }) => externalId))];
    const references = events.flatMap((event) => (event.type === 'opened' && event.reference ? [event.reference] : []));
    const held = await holdCases(tx, name, externalIds, references);
    const keys = new Map<string, string>();
    // By the links as they are under the lock: who held it meanwhile may have written the very id that is asked for.
    for (const { complaint, links } of held.values()) {
      for (const { externalId, reference } of links.filter(({ instance }) => instance === name)) {
        if (externalId !== null) keys.set(`id:${externalId}`, complaint.id);
        if (reference !== null) keys.set(`ref:${reference}`, complaint.id);
      }
    }
    const known = await knownOf(tx, name, [...new Set(events.map(({ id }) => id))], [...held.keys()]);
    const fresh = events.flatMap(({ type, externalId, own }) =>
      type === 'opened' && own === undefined && !keys.has(`id:${externalId}`) ? [externalId] : [],
    );
    const numbers = await nextNumbers(tx, new Set(fresh).size);
    const flights = Map.groupBy(known.flights, ({ complaintId }) => complaintId);
    return new Batch(tx, hub, held, keys, known, flights, numbers);
  }

  static async forComplaint(tx: Db, hub: Hub, complaintId: string): Promise<Batch> {
    const known = { events: new Set<string>(), flights: [], waiting: new Map<string, Set<string>>() };
    return new Batch(tx, hub, await hold(tx, [complaintId]), new Map(), known, new Map(), []);
  }

  byExternalId(externalId: string): Held | undefined {
    return this.held.get(this.keys.get(`id:${externalId}`) ?? '');
  }

  byReference(reference: string): Held | undefined {
    return this.held.get(this.keys.get(`ref:${reference}`) ?? '');
  }

  byId(complaintId: string): Held {
    const held = this.held.get(complaintId);
    if (!held) throw new Error(`The complaint ${complaintId} is not held`);
    return held;
  }

  /** Messages that wait, by case. */
  get waiting(): Map<string, Set<string>> {
    return this.known.waiting;
  }

  isKnown = (eventId: string): boolean => this.known.events.has(eventId);
  flightsOf = ({ complaint }: Held): InFlight[] => this.flights.get(complaint.id) ?? [];

  private adopt(held: Held, externalId: string): void {
    this.held.set(held.complaint.id, held);
    this.keys.set(`id:${externalId}`, held.complaint.id);
  }

  change(held: Held, complaint: Complaint): void {
    held.complaint = complaint;
    this.changed.add(complaint.id);
    this.news.add(complaint.id);
  }

  changeLink(link: HeldLink, changes: Partial<HeldLink>): void {
    this.changedLinks.set(link.id, Object.assign(link, changes));
  }

  /** The number of the next complaint that is opened here. */
  nextNumber(year: number): string {
    const number = this.numbers.shift();
    if (number === undefined) throw new TypeError('More complaints are opened than were told of');
    return `SA-${year}-${number}`;
  }

  open(held: Held, externalId: string, reporter: Buffer | null, phoneHash: Buffer | null): void {
    this.adopt(held, externalId);
    this.complaints.push({ complaint: held.complaint, reporter, phoneHash });
  }

  /** `conversationId`: what becomes of it is said there. */
  link(held: Held, link: Link, known: Partial<Pick<HeldLink, 'stated' | 'conversationId'>> = {}): void {
    const row = { id: uuidv7(), ...link, factsAt: null, stated: null, conversationId: null, ...known };
    held.links.push(row);
    this.links.push({ complaintId: held.complaint.id, link: row });
  }

  /** The row's id. Nobody else can tell the same event meanwhile: the inbox and the complaint are locked. */
  record(event: Omit<NewEvent, 'id'>): string {
    const id = uuidv7();
    this.known.events.add(event.event.id);
    this.events.push({ id, ...event });
    this.news.add(event.complaintId);
    return id;
  }

  attach(attachment: Omit<NewAttachment, 'id'>): string {
    const id = uuidv7();
    this.attachments.push({ id, ...attachment });
    return id;
  }

  /** Asks admin utama what the complaint is about; it goes nowhere but home until then. */
  propose({ complaint }: Held, proposal: Proposal): void {
    this.proposals.push({ complaintId: complaint.id, proposal });
  }

  /** Somebody else than the asked decided what it is about. */
  supersede({ complaint }: Held, by: string): void {
    this.decided.set(complaint.id, by);
  }

  deliver(delivery: NewDelivery): void {
    this.deliveries.push(delivery);
  }

  /** Puts something for a platform behind everything else that waits for it about this complaint. */
  deliverTo(
    { complaint }: Held,
    instance: string,
    delivery: Omit<NewDelivery, 'lane' | 'complaintId' | 'instance'>,
  ): void {
    this.deliver({ ...delivery, lane: laneOf(complaint.id, instance), complaintId: complaint.id, instance });
  }

  /** Says something in a conversation, behind everything else that waits to be said there. */
  say(saying: ToSay): void {
    this.sayings.push(saying);
  }

  /** What is to be delivered, by whether it is news of today or of a backfill. */
  private rung(): Rung[] {
    const before = Date.now() - OLD_NEWS_MS;
    const old = new Set(this.events.filter(({ event }) => Date.parse(event.at) < before).map(({ id }) => id));
    return this.deliveries.map(({ lane, instance, eventId }) => ({ lane, instance, isOld: old.has(eventId ?? '') }));
  }

  /**
   * Writes what changed, and rings for what is to be delivered; `alongside` writes too.
   *
   * The statements leave in this order, the next without waiting for the answer to the one before.
   */
  async flush(alongside: (tx: Db) => Promise<void> = async () => {}): Promise<void> {
    const { tx } = this;
    const changed = [...this.changed].map((id) => this.byId(id).complaint);
    const written = [insertComplaints(tx, this.complaints), insertLinks(tx, this.links)];
    const inserting = insertEvents(tx, this.events);
    written.push(
      insertAttachments(tx, this.attachments),
      insertProposals(tx, this.proposals),
      supersedeProposals(tx, this.decided),
      saveComplaints(tx, changed),
      saveLinks(tx, [...this.changedLinks.values()]),
    );
    if (this.deliveries.length > 0) {
      written.push(putDeliveries(tx, this.deliveries), this.hub.bell.ring(tx, this.rung()));
    }
    written.push(audit(tx, this.audits), touch(tx, this.news), alongside(tx));
    const [inserted] = await Promise.all([inserting, ...written]);
    if (inserted.size !== this.events.length) throw new TypeError('An event was told twice at once');
    await putSayings(tx, this.hub, this.sayings);
  }
}
