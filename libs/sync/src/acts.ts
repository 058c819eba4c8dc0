import { createHash } from 'node:crypto';
import { type Act, type Complaint, type ComplaintEvent, decided, hearStatus, isOpen, STATUS } from '#complaint';
import { type ActDone, type Db, type Held, noteActDone, takeActKey, transaction } from '#store';
import { v7 as uuidv7 } from 'uuid';
import { Batch } from './batch.ts';
import { decide, forward, isLinked } from './decide.ts';
import type { Hub } from './hub.ts';
import type { Actor } from './people.ts';
import { reopen } from './take.ts';
import { reachableOf, tell } from './tell.ts';
import { newTraceId } from './trace.ts';

export type { Act } from '#complaint';

/** The instance of what people do here: no platform told it. */
export const HERE = 'simpul';

/** May not be done, for a reason that the person can read. */
export class ActRefused extends Error {
  override readonly name = 'ActRefused';
}

interface ActOptions {
  /** A request that is sent twice, by a double click or a lost answer, bears one key and is done once. */
  onceKey?: string | null;
  /** Done in the same transaction, before. */
  alongside?: (tx: Db) => Promise<void>;
}

/**
 * Does by hand what a platform's message could have done: decides, tells the platforms, and audits who did it.
 *
 * The row is locked meanwhile, as for a message, so that what a person saw and decided on is what is changed.
 */
export function actOn(
  hub: Hub,
  complaintId: string,
  act: Act,
  actor: Actor,
  { onceKey = null, alongside }: ActOptions = {},
): Promise<ActDone> {
  return transaction(hub.pool, async (tx) => {
    const doIt = () => decideOn(tx, hub, complaintId, { act, actor, alongside });
    return onceKey === null ? doIt() : once(tx, { actor, onceKey, what: [complaintId, act] }, doIt);
  });
}

async function once(
  tx: Db,
  { actor, onceKey, what }: { actor: Actor; onceKey: string; what: unknown },
  doIt: () => Promise<ActDone>,
): Promise<ActDone> {
  const print = createHash('sha256').update(JSON.stringify(what)).digest();
  const before = await takeActKey(tx, actor, onceKey, print);
  if (before === 'other') throw new ActRefused('Kunci Idempotency-Key ini sudah dipakai untuk tindakan lain.');
  if (before !== 'mine') return before;
  const done = await doIt();
  await noteActDone(tx, actor, onceKey, done);
  return done;
}

interface Wish {
  act: Act;
  actor: Actor;
  alongside: ActOptions['alongside'] | undefined;
}

async function decideOn(tx: Db, hub: Hub, complaintId: string, { act, actor, alongside }: Wish): Promise<ActDone> {
  const batch = await Batch.forComplaint(tx, hub, complaintId);
  const held = batch.byId(complaintId);
  const before = held.complaint;
  const after = decided(before, act);
  if (typeof after === 'string') throw new ActRefused(after);
  if (act.kind === 'forward') checkForward(hub, held, act.to);
  await alongside?.(tx);
  if (DECIDES.includes(act.kind)) batch.supersede(held, actor);

  const traceId = newTraceId();
  const event = eventOf(after, act);
  const effect = act.kind === 'marks' || act.kind === 'reply' ? 'kept' : 'applied';
  const eventId = batch.record({
    complaintId,
    instance: HERE,
    event,
    body: bodyOf(event, act),
    effect,
    inboxId: null,
  });
  batch.change(held, after);
  if (!isOpen(before.status) && isOpen(after.status)) reopen(batch, held, event.at);
  const { targets, rule } = spread(batch, held, before, act, { eventId, traceId });
  batch.audits.push({
    hop: 'person',
    actor,
    complaintId,
    eventId: event.id,
    eventType: act.kind,
    outcome: 'act',
    rule,
    detail: [wordsOf(act, before, after), targets.length > 0 ? `tujuan: ${targets.join(', ')}` : '']
      .filter(Boolean)
      .join('; '),
    traceId,
  });
  await batch.flush();
  return { number: after.number, targets, traceId };
}

/** Acts that say what a complaint is about, or whose duty it is. */
const DECIDES: Act['kind'][] = ['authority', 'disposition', 'forward'];

function checkForward(hub: Hub, held: Held, to: string): void {
  const instance = hub.instances.get(to);
  if (!instance?.connection.push.opened) throw new ActRefused(`${instance?.title ?? to} tidak menerima aduan baru.`);
  if (isLinked(held, to)) throw new ActRefused(`Aduan ini sudah ada di ${instance.title}.`);
}

/** As a platform's event is kept, with who it was that decided and why. */
const bodyOf = (event: ComplaintEvent, act: Act): object => ({
  ...event,
  by: act.kind,
  ...('reason' in act && act.reason ? { reason: act.reason } : {}),
});

type Cause = { eventId: string; traceId: string };

/** What the platforms are to hear of it. */
function spread(
  batch: Batch,
  held: Held,
  before: Complaint,
  act: Act,
  cause: Cause,
): { targets: string[]; rule?: string } {
  const everywhere = reachableOf(held).map(({ instance }) => instance);
  const reply = (text: string, office: string) =>
    tell(batch, held, everywhere, {
      kind: 'replied',
      body: { author: { role: 'office', name: office }, text, source: HERE },
      ...cause,
    });
  switch (act.kind) {
    case 'reply':
      return { targets: act.public ? reply(act.text, act.office) : [] };
    case 'needs_info':
      return { targets: [...new Set([...reply(act.question, act.office), ...tellStatus(batch, held, null, cause)])] };
    case 'status':
      return { targets: tellStatus(batch, held, act.note, cause) };
    case 'disposition': {
      const hasMoved = held.complaint.status !== before.status;
      return { targets: hasMoved ? tellStatus(batch, held, act.note, cause) : [] };
    }
    case 'authority':
    case 'triage': {
      const { to, rule } = decide(batch, held, cause.eventId, cause.traceId);
      return { targets: to === null ? [] : [to], rule };
    }
    case 'forward':
      forward(batch, held, act.to, { ...cause, rule: BY_HAND });
      return { targets: [act.to], rule: BY_HAND };
    case 'marks':
      return { targets: [] };
  }
}

const BY_HAND = 'keputusan-admin';

function tellStatus(batch: Batch, held: Held, note: string | null, cause: Cause): string[] {
  const { status, outcome, rejection } = held.complaint;
  const to = hearStatus(reachableOf(held)).map(({ instance }) => instance);
  return tell(batch, held, to, {
    kind: 'status_changed',
    body: { status, outcome, rejection, note, source: HERE },
    ...cause,
  });
}

/** The act as an event of the complaint's history. */
function eventOf(complaint: Complaint, act: Act): ComplaintEvent {
  const base = { id: uuidv7(), externalId: complaint.number, at: new Date().toISOString() };
  const { category, kewenangan, opd, location, marks } = complaint;
  switch (act.kind) {
    case 'reply':
    case 'needs_info': {
      const isQuestion = act.kind === 'needs_info';
      const text = isQuestion ? act.question : act.text;
      const author = { role: 'office' as const, name: act.office };
      const isPublic = isQuestion || act.public;
      return { ...base, type: 'replied', author, text, public: isPublic, question: isQuestion, attachments: [] };
    }
    case 'status': {
      const { status, outcome, rejection, note } = act;
      const said = { outcome: outcome ?? undefined, rejection: rejection ?? undefined, note: note ?? undefined };
      return { ...base, type: 'status_changed', label: STATUS[status].label, status, ...said };
    }
    case 'disposition':
      return { ...base, type: 'disposed', facts: { opd } };
    case 'authority':
      return { ...base, type: 'disposed', facts: { kewenangan, category } };
    case 'triage':
      return { ...base, type: 'disposed', facts: { kewenangan, category, location } };
    case 'forward':
      return { ...base, type: 'disposed', facts: {} };
    case 'marks':
      return { ...base, type: 'disposed', facts: {}, marks };
  }
}

function wordsOf(act: Act, before: Complaint, after: Complaint): string {
  const moved = before.status === after.status ? '' : `${STATUS[before.status].label} → ${STATUS[after.status].label}`;
  switch (act.kind) {
    case 'disposition':
      return [`disposisi ke ${act.opd}`, moved, act.note].filter(Boolean).join('; ');
    case 'authority':
      return `kewenangan ${act.kewenangan ?? 'belum diketahui'}, pokok ${after.category ?? '-'}: ${act.reason}`;
    case 'triage': {
      const { category, kewenangan, location } = after;
      const place = [location?.desa, location?.kecamatan].filter(Boolean).join(', ');
      const decision = act.accepted ? 'usulan diterima' : 'usulan dibetulkan';
      return `${decision}: pokok ${category}, kewenangan ${kewenangan ?? 'belum diketahui'}, wilayah ${place || '-'}`;
    }
    case 'forward':
      return `diteruskan ke ${act.to}: ${act.reason}`;
    case 'needs_info':
      return ['meminta data kepada pelapor', moved].filter(Boolean).join('; ');
    case 'reply':
      return act.public ? 'tanggapan' : 'catatan internal';
    case 'status':
      return [moved || STATUS[after.status].label, act.note].filter(Boolean).join(': ');
    case 'marks':
      return `anonim ${yes(after.marks.anonim)}, rahasia ${yes(after.marks.rahasia)}${act.reason ? `: ${act.reason}` : ''}`;
  }
}

const yes = (mark: boolean): string => (mark ? 'ya' : 'tidak');
