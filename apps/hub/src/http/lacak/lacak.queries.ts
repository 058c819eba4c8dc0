import type { Category, ComplaintEvent, Location, Outcome, Rejection, Status } from '#complaint';
import type { Db } from '#store';
import { TOKEN } from '../lampiran/lampiran.queries.ts';

/** What everybody may see of a complaint. */
export interface PublicComplaint {
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
  place: Pick<Location, 'kecamatan' | 'desa'>;
  openedAt: Date;
  updatedAt: Date;
  events: PublicEvent[];
  cases: PublicCase[];
}

interface PublicEvent {
  at: Date;
  instance: string;
  body: ComplaintEvent;
}

export interface PublicCase {
  instance: string;
  externalId: string;
  url: string | null;
  role: 'origin' | 'home' | 'handler';
  forwardedAt: Date | null;
}

/** Nothing for a token that is unknown, and nothing for a rahasia complaint: the two can't be told apart. */
export async function publicComplaint(db: Db, token: string): Promise<PublicComplaint | undefined> {
  if (!TOKEN.test(token)) return undefined;
  const { rows } = await db.query<Omit<PublicComplaint, 'events' | 'cases'> & { id: string }>({
    name: 'lacak-complaint',
    text: `select id, number, title, text, status, outcome, rejection, reason, category, opd, handler,
                  json_build_object('kecamatan', location ->> 'kecamatan', 'desa', location ->> 'desa') as place,
                  opened_at as "openedAt", updated_at as "updatedAt"
           from complaint where token = $1 and not rahasia`,
    values: [token],
  });
  const row = rows[0];
  if (!row) return undefined;
  const { id, ...complaint } = row;
  const events = await db.query<PublicEvent>({ name: 'lacak-events', text: EVENTS, values: [id] });
  const cases = await db.query<PublicCase>({ name: 'lacak-cases', text: CASES, values: [id] });
  return { ...complaint, events: events.rows, cases: cases.rows };
}

/** Echoes, claims that do not count and internal notes stay inside. */
const EVENTS = `select at, instance, body from event
  where complaint_id = $1 and body is not null
    and (effect = 'applied' or effect = 'accepted' and type = 'accepted' or effect = 'kept' and type in ('replied', 'followed_up'))
    and (type <> 'replied' or body ->> 'public' = 'true')
  order by at, id`;

const CASES = `select l.instance, l.external_id as "externalId", l.url, l.role,
    (select max(o.done_at) from outbox o where o.complaint_id = l.complaint_id and o.instance = l.instance
       and o.kind = 'opened' and o.state = 'done') as "forwardedAt"
  from link l
  where l.complaint_id = $1 and l.external_id is not null and l.conversation_id is null and l.state in ('open', 'returned')
  order by l.id`;
