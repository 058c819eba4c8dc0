import type { Category, ComplaintEvent, DeadlineKind, Link, Location, Outcome, Rejection, Status } from '#complaint';
import type { Db } from '#store';
import { TOKEN } from '../lampiran/lampiran.queries.ts';

/** What may be seen of a complaint: by everybody, or by its reporter. */
export interface PublicComplaint {
  id: string;
  number: string;
  title: string | null;
  text: string;
  status: Status;
  outcome: Outcome | null;
  rejection: Rejection | null;
  reason: string | null;
  category: Category | null;
  opd: string | null;
  handler: string;
  rahasia: boolean;
  place: Pick<Location, 'kecamatan' | 'desa'>;
  openedAt: Date;
  updatedAt: Date;
  events: PublicEvent[];
  cases: PublicCase[];
  deadlines: PublicDeadline[];
}

export interface PublicDeadline {
  kind: DeadlineKind;
  warnAt: string;
  dueAt: string;
  metAt: string | null;
  isPaused: boolean;
  verified: boolean;
}

export interface PublicFile {
  token: string;
  mime: string;
  size: number;
}

interface PublicEvent {
  at: Date;
  instance: string;
  body: ComplaintEvent;
  files: PublicFile[];
}

export interface PublicCase {
  instance: string;
  externalId: string;
  url: string | null;
  role: Link['role'];
  forwardedAt: Date | null;
}

/**
 * Nothing for a token that is unknown, and for everybody but its reporter nothing for a rahasia complaint: the two
 * can't be told apart. What offices attach is public; what the reporter attached may show who that is, so it is not.
 */
export async function publicComplaint(
  db: Db,
  token: string,
  isReporter: boolean,
): Promise<PublicComplaint | undefined> {
  if (!TOKEN.test(token)) return undefined;
  const { rows } = await db.query<Omit<PublicComplaint, 'events' | 'cases'>>({
    name: 'lacak-complaint',
    text: `select id, number, title, text, status, outcome, rejection, reason, category, opd, handler, rahasia,
                  json_build_object('kecamatan', location ->> 'kecamatan', 'desa', location ->> 'desa') as place,
                  opened_at as "openedAt", updated_at as "updatedAt", coalesce((
                    select json_agg(json_build_object('kind', kind, 'warnAt', warn_at, 'dueAt', due_at, 'metAt', met_at,
                      'isPaused', is_paused, 'verified', verified) order by due_at, kind)
                    from deadline where complaint_id = complaint.id), '[]') as deadlines
           from complaint where token = $1 and (not rahasia or $2)`,
    values: [token, isReporter],
  });
  const row = rows[0];
  if (!row) return undefined;
  const events = await db.query<PublicEvent>({ name: 'lacak-events', text: EVENTS, values: [row.id, isReporter] });
  const cases = await db.query<PublicCase>({ name: 'lacak-cases', text: CASES, values: [row.id] });
  return { ...row, events: events.rows, cases: cases.rows };
}

/** What began below a post is linked there for all to read: what was added in a private chat is shown without its words. */
const SHOWN = `case when not $2 and e.body ->> 'private' = 'true' and exists (
      select from link l join conversation c on c.id = l.conversation_id
      where l.complaint_id = e.complaint_id and c.kind = 'comment')
    then e.body || '{"text": ""}' else e.body end`;

/** Echoes, claims that do not count and internal notes stay inside. */
const EVENTS = `select e.at, e.instance, ${SHOWN} as body, coalesce((
      select json_agg(json_build_object('token', a.token, 'mime', a.mime, 'size', a.size) order by a.id)
      from attachment a where a.event_id = e.id and a.state = 'stored' and ($2 or e.type in ('replied', 'status_changed'))
    ), '[]') as files
  from event e
  where e.complaint_id = $1 and e.body is not null
    and (e.effect = 'applied' or e.effect = 'accepted' and e.type = 'accepted'
         or e.effect = 'kept' and e.type in ('replied', 'followed_up', 'confirmed', 'reopened'))
    and (e.type <> 'replied' or e.body ->> 'public' = 'true')
  order by e.at, e.id`;

const CASES = `select l.instance, l.external_id as "externalId", l.url, l.role,
    (select max(o.done_at) from outbox o where o.complaint_id = l.complaint_id and o.instance = l.instance
       and o.kind = 'opened' and o.state = 'done') as "forwardedAt"
  from link l
  where l.complaint_id = $1 and l.role <> 'reporter' and l.external_id is not null and l.conversation_id is null
    and l.state in ('open', 'returned')
  order by l.id`;

/** Which complaint a link is of, without anything of it. */
export async function idByToken(db: Db, token: string): Promise<string | undefined> {
  if (!TOKEN.test(token)) return undefined;
  const { rows } = await db.query<{ id: string }>({
    name: 'lacak-id',
    text: 'select id from complaint where token = $1',
    values: [token],
  });
  return rows[0]?.id;
}

export async function tokenByNumber(db: Db, number: string): Promise<{ id: string; token: string } | undefined> {
  const { rows } = await db.query<{ id: string; token: string }>({
    name: 'lacak-number',
    text: 'select id, token from complaint where number = $1',
    values: [number],
  });
  return rows[0];
}
