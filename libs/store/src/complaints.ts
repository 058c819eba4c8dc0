import { randomBytes } from 'node:crypto';
import type { Complaint, ComplaintEvent, Effect, Facts, Link, Marks } from '#complaint';
import { v7 as uuidv7 } from 'uuid';
import { json } from './audit.ts';
import type { Db } from './db.ts';

/** A complaint with its links, its row locked for the transaction. */
export interface Held {
  complaint: Complaint;
  links: HeldLink[];
}

export interface HeldLink extends Link {
  id: string;
  /** The platform's time of the facts we took from it last: older snapshots are no news. */
  factsAt: string | null;
  /** What the platform stated last of the complaint, whatever became of it here; `null` before it stated any. */
  stated: Stated | null;
  /** Where it was raised on a channel: what becomes of it is said there. */
  conversationId: string | null;
}

export interface Stated {
  marks: Marks;
  facts: Facts | null;
}

const COLUMNS = `id, number, title, text, channel, origin, handler, status, outcome, rejection, reason, category,
  kewenangan, opd, location, json_build_object('anonim', anonim, 'rahasia', rahasia) as marks,
  returned_by as "returnedBy", opened_at as "openedAt"`;

const LINK_COLUMNS = `id, complaint_id as "complaintId", instance, external_id as "externalId", reference, role, state,
  url, label, label_at as "labelAt", facts_at as "factsAt", stated, conversation_id as "conversationId"`;

type ComplaintRow = Complaint & { openedAt: Date };

/** Locks the complaints in the order of their ids, so that two transactions never wait for each other in a circle. */
export async function hold(tx: Db, ids: string[]): Promise<Map<string, Held>> {
  if (ids.length === 0) return new Map();
  const { rows } = await tx.query<ComplaintRow>({
    name: 'hold-complaint',
    text: `select ${COLUMNS} from complaint where id = any($1::uuid[]) order by id for no key update`,
    values: [ids],
  });
  return withLinks(tx, rows);
}

/** Complaints as they stand that came since, oldest first, page by page; nothing is locked. */
export async function complaintsSince(db: Db, since: Date, after: string | null, limit: number): Promise<Complaint[]> {
  const { rows } = await db.query<ComplaintRow>(
    `select ${COLUMNS} from complaint where created_at >= $1 and coalesce(id > $2::uuid, true) order by id limit $3`,
    [since, after, limit],
  );
  return rows.map((row) => ({ ...row, openedAt: row.openedAt.toISOString() }));
}

/** What one delivery needs to know of its complaint. */
export interface Looked {
  held: Held;
  /** Sealed. */
  reporter: Buffer | null;
  token: string;
  told: ReadonlySet<string>;
  hasFiles: boolean;
}

/** The complaint as it stands, in one look: what was true together. */
export async function look(
  db: Db,
  { complaintId, instance, eventId }: { complaintId: string; instance: string; eventId: string | null },
): Promise<Looked> {
  const { rows } = await db.query<
    ComplaintRow & {
      reporter: Buffer | null;
      token: string;
      links: HeldLink[];
      told: string[];
      hasFiles: boolean;
    }
  >({
    name: 'look-complaint',
    // Its events by the complaint alone (offset 0 keeps it so): beside it a plan may read all that the instance ever told.
    text: `select ${COLUMNS}, reporter, token,
             array(select event_id from (
                select event_id, instance, effect, inbox_id from event where complaint_id = $1 offset 0
              ) as e where e.instance = $2 and (effect <> 'echo' or inbox_id is null)) as told,
             exists (select from attachment where event_id = $3) as "hasFiles",
             (select coalesce(json_agg(l order by l.id), '[]') from (
                select ${LINK_COLUMNS} from link where complaint_id = $1
              ) as l) as links
           from complaint where id = $1`,
    values: [complaintId, instance, eventId],
  });
  const [row] = rows;
  if (!row) throw new Error(`No complaint ${complaintId}`);
  const { reporter, token, told, hasFiles, links, ...complaint } = row;
  const held: Held = {
    complaint: { ...complaint, openedAt: complaint.openedAt.toISOString() },
    links: links.map((link) => ({
      ...link,
      labelAt: isoOf(link.labelAt),
      factsAt: isoOf(link.factsAt),
    })),
  };
  return { held, reporter, token, told: new Set(told), hasFiles };
}

const isoOf = (time: string | null): string | null => (time === null ? null : new Date(time).toISOString());

async function withLinks(db: Db, complaints: ComplaintRow[]): Promise<Map<string, Held>> {
  const held = new Map(
    complaints.map((row): [string, Held] => [
      row.id,
      { complaint: { ...row, openedAt: row.openedAt.toISOString() }, links: [] },
    ]),
  );
  const links = await db.query<
    Omit<HeldLink, 'labelAt' | 'factsAt'> & { complaintId: string; labelAt: Date | null; factsAt: Date | null }
  >({
    name: 'links-of',
    text: `select ${LINK_COLUMNS} from link where complaint_id = any($1::uuid[]) order by id`,
    values: [[...held.keys()]],
  });
  for (const { complaintId, labelAt, factsAt, ...link } of links.rows) {
    const times = { labelAt: labelAt?.toISOString() ?? null, factsAt: factsAt?.toISOString() ?? null };
    held.get(complaintId)?.links.push({ ...link, ...times });
  }
  return held;
}

/** Holds the complaints that cases of an instance belong to, by the platform's id or by the reference that we gave. */
export async function holdCases(
  tx: Db,
  instance: string,
  externalIds: string[],
  references: string[],
): Promise<Map<string, Held>> {
  const { rows } = await tx.query<ComplaintRow>({
    name: 'hold-cases',
    text: `select ${COLUMNS} from complaint where id in (
             select complaint_id from link where instance = $1 and external_id = any($2::text[])
             union all
             select complaint_id from link where instance = $1 and reference = any($3::text[])
           ) order by id for no key update`,
    values: [instance, externalIds, references],
  });
  return rows.length === 0 ? new Map() : withLinks(tx, rows);
}

/** Which complaints the cases of an instance belong to, by the platform's id or by the reference that we gave. */
export async function complaintsOf(
  tx: Db,
  instance: string,
  externalIds: string[],
  references: string[],
): Promise<Map<string, string>> {
  const { rows } = await tx.query<{ key: string; id: string }>({
    name: 'complaints-of',
    text: `select 'id:' || external_id as key, complaint_id as id from link
           where instance = $1 and external_id = any($2::text[])
           union all
           select 'ref:' || reference, complaint_id from link where instance = $1 and reference = any($3::text[])`,
    values: [instance, externalIds, references],
  });
  return new Map(rows.map(({ key, id }) => [key, id]));
}

/** So many numbers of new complaints, in their order. */
export async function nextNumbers(tx: Db, count: number): Promise<string[]> {
  if (count === 0) return [];
  const { rows } = await tx.query<{ n: string }>({
    name: 'next-numbers',
    text: `select nextval('complaint_number') as n from generate_series(1, $1::int)`,
    values: [count],
  });
  return rows.map(({ n }) => n.padStart(6, '0'));
}

const TOKEN_BYTES = 16;
/** 128 random bits, for addresses that nobody may guess. */
export const newToken = (): string => randomBytes(TOKEN_BYTES).toString('base64url');

export interface NewComplaint {
  complaint: Complaint;
  /** Sealed. */
  reporter: Buffer | null;
  /** Keyed hash of the reporter's number. */
  phoneHash?: Buffer | null;
}

export async function insertComplaints(tx: Db, rows: NewComplaint[]): Promise<void> {
  if (rows.length === 0) return;
  await tx.query({
    name: 'insert-complaints',
    text: `insert into complaint (id, number, token, title, text, channel, origin, handler, status, category, kewenangan,
             opd, location, anonim, rahasia, reporter, phone_hash, opened_at)
           select id, number, token, title, text, channel, origin, handler, status, category, kewenangan, opd,
             nullif(location, 'null'), (marks ->> 'anonim')::boolean, (marks ->> 'rahasia')::boolean,
             decode(reporter, 'base64'), decode("phoneHash", 'base64'), "openedAt"
           from jsonb_to_recordset($1) as c(id uuid, number text, token text, title text, text text, channel text,
             origin text, handler text, status text, category text, kewenangan text, opd text, location jsonb,
             marks jsonb, reporter text, "phoneHash" text, "openedAt" timestamptz)`,
    values: [
      json(
        rows.map(({ complaint, reporter, phoneHash }) => ({
          ...complaint,
          token: newToken(),
          reporter: reporter?.toString('base64') ?? null,
          phoneHash: phoneHash?.toString('base64') ?? null,
        })),
      ),
    ],
  });
}

export async function saveComplaints(tx: Db, complaints: Complaint[]): Promise<void> {
  if (complaints.length === 0) return;
  await tx.query({
    name: 'save-complaints',
    text: `update complaint set handler = c.handler, status = c.status, outcome = c.outcome, rejection = c.rejection,
             reason = c.reason, category = c.category, kewenangan = c.kewenangan, opd = c.opd,
             location = nullif(c.location, 'null'), anonim = (c.marks ->> 'anonim')::boolean,
             rahasia = (c.marks ->> 'rahasia')::boolean,
             returned_by = array(select jsonb_array_elements_text(c."returnedBy")), updated_at = clock_timestamp()
           from jsonb_to_recordset($1) as c(id uuid, handler text, status text, outcome text, rejection text,
             reason text, category text, kewenangan text, opd text, location jsonb, marks jsonb, "returnedBy" jsonb)
           where complaint.id = c.id`,
    values: [json(complaints)],
  });
}

export interface NewLink {
  complaintId: string;
  link: HeldLink;
}

export async function insertLinks(tx: Db, rows: NewLink[]): Promise<void> {
  if (rows.length === 0) return;
  await tx.query({
    name: 'insert-links',
    text: `insert into link (id, complaint_id, instance, external_id, reference, role, state, url, label, label_at,
             stated, conversation_id)
           select id, "complaintId", instance, "externalId", reference, role, state, url, label, "labelAt",
             nullif(stated, 'null'), "conversationId"
           from jsonb_to_recordset($1) as l(id uuid, "complaintId" uuid, instance text, "externalId" text,
             reference text, role text, state text, url text, label text, "labelAt" timestamptz,
             stated jsonb, "conversationId" uuid)`,
    values: [json(rows.map(({ complaintId, link }) => ({ ...link, complaintId })))],
  });
}

/** The hub's own page speaks for the reporter from now on, where it did not before. */
export async function linkReporter(tx: Db, complaintId: string, instance: string, externalId: string): Promise<void> {
  await tx.query({
    name: 'link-reporter',
    text: `insert into link (id, complaint_id, instance, external_id, role, state)
           values ($1, $2, $3, $4, 'reporter', 'open') on conflict do nothing`,
    values: [uuidv7(), complaintId, instance, externalId],
  });
}

export async function saveLinks(tx: Db, links: HeldLink[]): Promise<void> {
  if (links.length === 0) return;
  await tx.query({
    name: 'save-links',
    text: `update link set external_id = l."externalId", state = l.state, url = l.url, label = l.label,
             label_at = l."labelAt", facts_at = l."factsAt", stated = nullif(l.stated, 'null')
           from jsonb_to_recordset($1) as l(id uuid, "externalId" text, state text, url text, label text,
             "labelAt" timestamptz, "factsAt" timestamptz, stated jsonb)
           where link.id = l.id`,
    values: [json(links)],
  });
}

export interface NewEvent {
  id: string;
  complaintId: string;
  instance: string;
  event: Pick<ComplaintEvent, 'id' | 'type' | 'at'>;
  /** Without the reporter; `null` for the echo of our own write. */
  body: object | null;
  effect: Effect | 'echo' | 'stale';
  inboxId: string | null;
}

/** The ids of those that the instance had not told before. */
export async function insertEvents(tx: Db, rows: NewEvent[]): Promise<Set<string>> {
  if (rows.length === 0) return new Set();
  const inserted = await tx.query<{ id: string }>({
    name: 'insert-events',
    text: `insert into event (id, complaint_id, instance, event_id, type, at, body, effect, inbox_id)
           select id, "complaintId", instance, event ->> 'id', event ->> 'type', (event ->> 'at')::timestamptz,
             nullif(body, 'null'), effect, "inboxId"
           from jsonb_to_recordset($1) as e(id uuid, "complaintId" uuid, instance text, event jsonb, body jsonb,
             effect text, "inboxId" bigint)
           on conflict (instance, event_id) do nothing returning id`,
    values: [
      json(
        rows.map(({ event: { id, type, at }, ...row }) => ({
          ...row,
          event: { id, type, at },
        })),
      ),
    ],
  });
  return new Set(inserted.rows.map(({ id }) => id));
}

/** Those of `eventIds` that the instance told before or that are echoes of our own writes. */
export async function knownEvents(tx: Db, instance: string, eventIds: string[]): Promise<Set<string>> {
  const { rows } = await tx.query<{ event_id: string }>({
    name: 'known-events',
    text: 'select event_id from event where instance = $1 and event_id = any($2::text[])',
    values: [instance, eventIds],
  });
  return new Set(rows.map(({ event_id }) => event_id));
}

/** What was heard of our own writes before we knew which of them it was: now it is known, and stands for no other. */
export async function claimEchoes(tx: Db, instance: string, echoes: readonly { id: string }[]): Promise<void> {
  await tx.query(
    `update event set inbox_id = null where instance = $1 and event_id = any($2::text[]) and effect = 'echo'`,
    [instance, echoes.map(({ id }) => id)],
  );
}
