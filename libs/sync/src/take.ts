import { v7 as uuidv7 } from 'uuid';
import {
  apply,
  type Complaint,
  type ComplaintEvent,
  type Decision,
  type Effect,
  type EventOf,
  hearStatus,
  isOpen,
  type Marks,
  mirror,
  type Opened,
  open,
  STATUS,
  same,
  tightened,
} from '#complaint';
import type { PushKind } from '#connector';
import type { Held, HeldLink, Message, Proposal } from '#store';
import type { Batch } from './batch.ts';
import { decide } from './decide.ts';
import type { Instance } from './hub.ts';
import { isReporters, marksAskedFor, spoken as wordsOf } from './reporter-words.ts';
import { anew, statedAnew, statedIn } from './stated.ts';
import { reachableOf, tell } from './tell.ts';
import { withoutPerson } from './without-person.ts';

/** The message that told of an event. */
type Told = Pick<Message, 'id' | 'traceId'>;

/** A complaint that was opened in a conversation: it is answered there, and what its words say is another's guess. */
interface Spoken {
  conversationId: string;
  /** A person has to say first what it is about. */
  proposal: Proposal | null;
}

/** Takes one event into the complaint it is about. False where it is no news. */
export function take(
  batch: Batch,
  instance: Instance,
  event: ComplaintEvent,
  message: Told,
  spoken: Spoken | null = null,
): boolean {
  const held = batch.byExternalId(event.externalId);
  if (!held) {
    if (event.type !== 'opened' || event.own !== undefined) return false;
    // Made from one of ours a second time: it is no new complaint.
    if (event.reference !== undefined && batch.byReference(event.reference)) return false;
    return takeOpened(batch, instance, event, message, spoken);
  }
  const link = held.links.find((each) => each.instance === instance.name && each.externalId === event.externalId);
  if (!link) throw new TypeError(`${instance.name} has no link to the case`);

  const isTightened = event.type === 'opened' && takeMarks(batch, held, link, event, message);
  const known = batch.isKnown(event.id);
  if (isSnapshot(event) ? isNoNews(held.complaint, link, event) : known) {
    if (event.type === 'disposed') noteStated(batch, link, event);
    return isTightened;
  }
  const id = known ? `${event.id}#${message.id}` : event.id;
  const standing = isSnapshot(event) && !isSucceeded(held, link) ? 'news' : standingOf(batch, held, link, event);
  const before = held.complaint;
  const { home } = batch.hub.routing;
  const { complaint, effect } =
    standing === 'news'
      ? apply(before, anew(event, link, before), instance.name, home)
      : { complaint: before, effect: standing };

  const rowId = record(batch, held.complaint.id, instance, { ...event, id }, effect, message);
  noteOnLink(batch, link, event, standing);
  if (standing !== 'news') {
    audited(batch, held, instance, event, message, effect, []);
    return true;
  }

  if (effect === 'applied') batch.change(held, complaint);
  if (isReporters(event)) tighten(batch, held, marksAskedFor(event), event, message, instance.name);
  takeAttachments(batch, held, instance, event, rowId, message.traceId);
  if (event.type === 'returned' && instance.name !== home) batch.changeLink(link, { state: 'returned' });
  if (event.type === 'reopened' && effect === 'applied') reopen(batch, held, event.at);
  const targets = send(batch, held, instance, event, { before, rowId, traceId: message.traceId });
  const isDecided = event.type === 'disposed' && effect === 'applied';
  if (isDecided && settles(before, held.complaint)) batch.supersede(held, instance.name);
  const decision = isDecided ? decide(batch, held, rowId, message.traceId) : undefined;
  audited(batch, held, instance, event, message, effect, targets, decision);
  return true;
}

/** A mark or a better place leaves open what it is about and whose duty it is. */
const settles = (before: Complaint, after: Complaint): boolean =>
  (['category', 'kewenangan', 'opd'] as const).some((fact) => before[fact] !== after[fact]);

function takeOpened(batch: Batch, instance: Instance, event: Opened, message: Told, spoken: Spoken | null): boolean {
  const { home } = batch.hub.routing;
  const year = Number(new Date(Date.parse(event.at) + WIB_MS).toISOString().slice(0, 4));
  const number = batch.nextNumber(year);
  const complaint = open(event, { id: uuidv7(), number, origin: instance.name, home });
  const hasReporter = Object.values(event.reporter).some((value) => value !== undefined && value !== null);
  const held: Held = { complaint, links: [] };
  const { sealer } = batch.hub;
  const { phone } = event.reporter;
  const reporter = hasReporter ? sealer.sealJson(event.reporter) : null;
  batch.open(held, event.externalId, reporter, phone ? sealer.hash(phone) : null);
  const origin = { instance: instance.name, externalId: event.externalId, reference: null, url: event.url ?? null };
  batch.link(
    held,
    { ...origin, role: 'origin', state: 'open', label: null, labelAt: null },
    {
      stated: { ...statedIn(event, { stated: null }), facts: event.facts },
      conversationId: spoken?.conversationId ?? null,
    },
  );
  const rowId = record(batch, complaint.id, instance, event, 'applied', message);
  takeAttachments(batch, held, instance, event, rowId, message.traceId);

  const targets: string[] = [];
  if (instance.name !== home) {
    // A conversation has no number of its own that anybody could look up.
    const reference = spoken ? number : event.externalId;
    const pending = { externalId: null, state: 'pending', url: null, label: null, labelAt: null } as const;
    batch.link(held, { instance: home, reference, role: 'home', ...pending });
    batch.deliverTo(held, home, {
      kind: 'opened',
      eventId: rowId,
      body: { reference },
      traceId: message.traceId,
      rule: 'rumah',
    });
    targets.push(home);
  }
  if (spoken?.proposal) batch.propose(held, spoken.proposal);
  const decision = spoken?.proposal ? UNDECIDED : decide(batch, held, rowId, message.traceId);
  audited(batch, held, instance, event, message, 'applied', targets, decision);
  return true;
}

/** Never guessed: it stays home until a person has said what it is about. */
const UNDECIDED: Decision = { to: null, rule: 'triase', why: 'menunggu admin utama memastikan pokok aduan' };

const WIB_MS = 7 * 3_600_000;

type Snapshot = Extract<ComplaintEvent, { snapshot?: boolean | undefined }>;
export const isSnapshot = (event: ComplaintEvent): event is Snapshot => 'snapshot' in event && event.snapshot === true;

/** A snapshot states where things are; it is news only where that differs from what is known, and is not older. */
export function isNoNews(complaint: Complaint, link: HeldLink, event: Snapshot): boolean {
  if (event.type === 'disposed') {
    if (isBefore(event.at, link.factsAt)) return true;
    return apply(complaint, statedAnew(event, link, complaint), link.instance, link.instance).effect !== 'applied';
  }
  return sameLabel(link.label, event.label) || isBefore(event.at, link.labelAt);
}

/**
 * Takes the marks of a complaint that a platform tells once more: who complained may have asked for secrecy since.
 * False where none of them is new.
 */
function takeMarks(batch: Batch, held: Held, link: HeldLink, event: Opened, message: Told): boolean {
  const { marks } = statedAnew(event, link, held.complaint);
  noteStated(batch, link, event);
  return tighten(batch, held, marks, event, message, link.instance);
}

/** What is older than what was stated already states nothing. */
function noteStated(batch: Batch, link: HeldLink, event: EventOf<'opened' | 'disposed'>): void {
  const stated = statedIn(event, link);
  const isOld = event.type === 'disposed' && isBefore(event.at, link.factsAt);
  if (!isOld && !same(stated, link.stated)) batch.changeLink(link, { stated });
}

/** Sets the marks that are asked for, before anything else about the complaint is sent. False where they are set. */
function tighten(
  batch: Batch,
  held: Held,
  marks: Marks,
  event: ComplaintEvent,
  message: Told,
  instance: string,
): boolean {
  const { complaint, effect } = tightened(held.complaint, marks);
  if (effect !== 'applied') return false;
  const set = (['anonim', 'rahasia'] as const).filter((mark) => complaint.marks[mark] && !held.complaint.marks[mark]);
  batch.change(held, complaint);
  batch.audits.push({
    hop: 'ingest',
    direction: 'in',
    instance,
    complaintId: complaint.id,
    eventId: event.id,
    eventType: event.type,
    inboxId: message.id,
    outcome: effect,
    detail: `Tanda ${set.join(' dan ')} dipasang`,
    traceId: message.traceId,
  });
  return true;
}

/** Whether the platform tells of marks that it had not told before and that are not set. */
export const tellsNewMarks = (complaint: Complaint, link: HeldLink, event: Opened): boolean =>
  tightened(complaint, statedAnew(event, link, complaint).marks).effect === 'applied';

/** From here on the handler's same word means another answer; what it said before is old. */
export function reopen(batch: Batch, { complaint, links }: Held, at: string): void {
  const link = links.findLast(({ instance, state }) => instance === complaint.handler && state === 'open');
  if (link && !isBefore(at, link.labelAt)) batch.changeLink(link, { labelAt: at });
}

/**
 * The events of a case as a platform shows it. An end in the word that is known, of a complaint that was opened again
 * since, counts as told anew where an office's public answer to that comes with it and nobody heard of it before. That
 * the case changed since says nothing: what we write there changes it too.
 */
export function asTold(
  events: ComplaintEvent[],
  { complaint, link, isKnown }: { complaint: Complaint; link: HeldLink; isKnown: (eventId: string) => boolean },
): ComplaintEvent[] {
  const isAnswered = events.some(
    (event) =>
      event.type === 'replied' &&
      event.public &&
      !event.question &&
      event.own === undefined &&
      !isKnown(event.id) &&
      link.labelAt !== null &&
      isBefore(link.labelAt, event.at),
  );
  const isEnd = (event: ComplaintEvent): boolean =>
    'label' in event && sameLabel(link.label, event.label) && isSaidAgain(complaint, link, event);
  return isAnswered ? events.map((event) => (isEnd(event) ? { ...event, snapshot: undefined } : event)) : events;
}

type Standing = 'news' | 'echo' | 'stale' | 'kept';

/** Whether a told event says something new: our own write coming back and yesterday's status do not. */
function standingOf(batch: Batch, held: Held, link: HeldLink, event: ComplaintEvent): Standing {
  if (event.own !== undefined) return 'echo';
  if (event.type === 'replied' || event.type === 'followed_up') {
    const isOurs = batch.flightsOf(held).some(({ text }) => text !== null && sameText(text, event.text));
    return isOurs ? 'echo' : 'news';
  }
  if (event.type === 'status_changed' || event.type === 'returned') {
    if (isSucceeded(held, link)) return 'stale';
  }
  if (!('label' in event)) return 'news';
  if (isBefore(event.at, link.labelAt) || isOvertaken(held.complaint, link, event)) {
    return sameLabel(link.label, event.label) ? 'kept' : 'stale';
  }
  return sameLabel(link.label, event.label) && !isSaidAgain(held.complaint, link, event) ? 'kept' : 'news';
}

/** The platform gave the case back and got the complaint again: that one counts there now. */
const isSucceeded = ({ links }: Held, { id, instance, state }: HeldLink): boolean =>
  state !== 'open' &&
  links.some(
    (each) => each.instance === instance && each.id > id && (each.state === 'open' || each.state === 'pending'),
  );

/**
 * An open step of the same instant as the end that is known already: the end overtook it. Platforms tell the time in
 * seconds and webhooks unordered; nobody opens a case again within the second that ended it.
 */
const isOvertaken = ({ status, handler }: Complaint, { instance, labelAt }: HeldLink, event: ComplaintEvent): boolean =>
  instance === handler &&
  !isOpen(status) &&
  event.type === 'status_changed' &&
  isOpen(event.status) &&
  labelAt !== null &&
  Date.parse(event.at) === Date.parse(labelAt);

/** The handler answers once more what had been opened again. */
export const isSaidAgain = ({ status, handler }: Complaint, { instance }: HeldLink, event: ComplaintEvent): boolean =>
  instance === handler && isOpen(status) && event.type === 'status_changed' && !isOpen(event.status);

export const isBefore = (at: string, other: string | null): boolean =>
  other !== null && Date.parse(at) < Date.parse(other);
const plain = (text: string): string => text.replace(/\s+/g, ' ').trim().toLowerCase();
export const sameLabel = (one: string | null, other: string): boolean => one !== null && plain(one) === plain(other);
const sameText = (one: string, other: string): boolean => plain(one) === plain(other);

function noteOnLink(batch: Batch, link: HeldLink, event: ComplaintEvent, standing: Standing): void {
  if (event.type === 'disposed') {
    noteStated(batch, link, event);
    batch.changeLink(link, { factsAt: event.at });
  }
  // Where a case stands that was given back moves nothing, and is known all the same.
  const isTold = standing === 'news' || link.state === 'returned';
  if ('label' in event && isTold && !isBefore(event.at, link.labelAt)) {
    batch.changeLink(link, { label: event.label, labelAt: event.at });
  }
}

function record(
  batch: Batch,
  complaintId: string,
  { name }: Instance,
  event: ComplaintEvent,
  effect: Effect | 'echo' | 'stale',
  { id: inboxId }: Told,
): string {
  const { event: body } = withoutPerson(event);
  return batch.record({
    complaintId,
    instance: name,
    event,
    body: effect === 'echo' ? null : body,
    effect,
    inboxId,
  });
}

/** Each file is fetched by a delivery of its own, so that one that can't be had holds up nothing. */
function takeAttachments(
  batch: Batch,
  { complaint }: Held,
  { name }: Instance,
  event: ComplaintEvent,
  eventId: string,
  traceId: string,
): void {
  const attachments = 'attachments' in event ? (event.attachments ?? []) : [];
  for (const { id, url } of attachments) {
    const file = { complaintId: complaint.id, eventId, instance: name, externalId: id, url };
    const attachmentId = batch.attach(file);
    const lane = `file:${attachmentId}`;
    const body = { attachmentId };
    batch.deliver({ lane, complaintId: complaint.id, instance: name, kind: 'fetch', eventId, body, traceId });
  }
}

/** Puts what other platforms are to hear of the event in the outbox; the names of those platforms. */
function send(
  batch: Batch,
  held: Held,
  { name }: Instance,
  event: ComplaintEvent,
  { before, rowId, traceId }: { before: Complaint; rowId: string; traceId: string },
): string[] {
  const { complaint } = held;
  const { home } = batch.hub.routing;
  const reachable = reachableOf(held);
  const targets = mirror(event, before, name, reachable, home);
  const sent: string[] = [];
  const put = (to: string[], kind: PushKind, body: object) =>
    void sent.push(...tell(batch, held, to, { kind, body, eventId: rowId, traceId }));

  const statusMoved = complaint.status !== before.status || complaint.outcome !== before.outcome;
  const { status, outcome, rejection } = complaint;
  if (event.type === 'replied') put(targets, 'replied', { author: event.author, text: event.text, source: name });
  if (isReporters(event)) put(targets, 'followed_up', { text: wordsOf(event) });
  if (event.type === 'returned') put(targets, 'returned', { reason: event.reason ?? null, source: name });
  if (event.type === 'status_changed' && (statusMoved || event.note)) {
    put(targets, 'status_changed', { status, outcome, rejection, note: event.note ?? null, source: name });
  } else if (statusMoved && (event.type === 'replied' || event.type === 'followed_up')) {
    const others = hearStatus(reachable)
      .map(({ instance }) => instance)
      .filter((each) => each !== name);
    put(others, 'status_changed', { status, outcome, rejection, note: null, source: name });
  }
  return [...new Set(sent)];
}

function audited(
  batch: Batch,
  { complaint }: Held,
  { name }: Instance,
  event: ComplaintEvent,
  message: Told,
  outcome: string,
  targets: string[],
  decision?: Decision,
): void {
  const all = decision?.to ? [...targets, decision.to] : targets;
  const parts = [
    STATUS[complaint.status].label,
    all.length > 0 ? `tujuan: ${all.join(', ')}` : '',
    decision ? decision.why : '',
  ];
  batch.audits.push({
    hop: 'ingest',
    direction: 'in',
    instance: name,
    complaintId: complaint.id,
    eventId: event.id,
    eventType: event.type,
    inboxId: message.id,
    outcome,
    rule: decision?.rule,
    detail: parts.filter(Boolean).join('; '),
    traceId: message.traceId,
  });
}
