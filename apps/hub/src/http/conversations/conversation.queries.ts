import type { Person } from '#complaint';
import type { Hub } from '#sync';
import { pageOf, readCursor, UUID } from '../paging/cursor.ts';
import { Where } from '../paging/where.ts';
import type {
  ConversationPage,
  ConversationQuery,
  ConversationView,
  DropPage,
  DropQuery,
  DropView,
} from './conversation.dto.ts';
import { masked } from './masked.ts';

type Row = Omit<ConversationView, 'person'> & { identity: Buffer | null };

/** Newest first: the ids are UUIDv7. */
export async function conversationPage({ pool, sealer }: Hub, query: ConversationQuery): Promise<ConversationPage> {
  const [before] = readCursor(query.cursor, UUID) ?? [];
  const where = new Where()
    .and('c.instance = ?', query.instance)
    .and('c.kind = ?', query.kind)
    .and(
      'exists (select from link l join complaint k on k.id = l.complaint_id where l.conversation_id = c.id and k.number = ?)',
      query.complaint,
    )
    .and('c.id < ?::uuid', before);
  const limit = where.place(query.limit + 1);
  const { rows } = await pool.query<Row>(
    `select c.id, c.instance, c.kind, p.identity, k.number as complaint, c.last_inbound_at as last_heard_at, c.due_at,
            (select count(*)::int from message where conversation_id = c.id) as messages,
            s.state as last_said, s.reason as last_said_reason
     from conversation c left join person p on p.id = c.person_id left join complaint k on k.id = c.complaint_id
     left join lateral (
       select state, reason from message where conversation_id = c.id and delivery_id is not null
       order by created_at desc limit 1
     ) s on true
     ${where.sql} order by c.id desc limit ${limit}`,
    where.values,
  );
  return pageOf(
    rows,
    query.limit,
    ({ id }) => [id],
    ({ identity, ...row }) => ({ ...row, person: identity && masked(sealer.openJson(identity) as Person) }),
  );
}

/** As people say it. */
const REASON: Record<string, string> = {
  greeting: 'Sapaan',
  thanks: 'Ucapan terima kasih',
  praise: 'Pujian',
  spam: 'Iklan atau spam',
  small_talk: 'Obrolan',
  no_complaint: 'Komentar biasa',
  unanswered: 'Pertanyaan kami tidak dijawab',
  empty: 'Tanpa isi',
  unreadable: 'Tidak dapat dibaca',
  flood: 'Terlalu banyak pesan dalam satu jam',
  too_many: 'Terlalu banyak aduan dalam satu hari',
};

type DropRow = Omit<DropView, 'person' | 'text' | 'attachments' | 'reason_label'> & {
  identity: Buffer | null;
  body: Buffer;
};

/** What was dropped in the last thirty days, newest first, each with its reason and its words. */
export async function dropPage({ pool, sealer }: Hub, query: DropQuery): Promise<DropPage> {
  const [before] = readCursor(query.cursor, UUID) ?? [];
  const where = new Where()
    .and(`m.state = 'dropped' and m.body is not null`)
    .and('m.instance = ?', query.instance)
    .and('m.reason = ?', query.reason)
    .and('m.id < ?::uuid', before);
  const limit = where.place(query.limit + 1);
  const { rows } = await pool.query<DropRow>(
    `select m.id, m.instance, m.conversation_id as conversation, p.identity, m.reason, m.body, m.at,
            m.state_at as dropped_at
     from message m join conversation c on c.id = m.conversation_id left join person p on p.id = c.person_id
     ${where.sql} order by m.id desc limit ${limit}`,
    where.values,
  );
  return pageOf(
    rows,
    query.limit,
    ({ id }) => [id],
    ({ identity, body, ...row }) => {
      const { text, attachments } = sealer.openJson(body) as { text: string; attachments: unknown[] };
      const person = identity && masked(sealer.openJson(identity) as Person);
      return { ...row, person, reason_label: REASON[row.reason] ?? row.reason, text, attachments: attachments.length };
    },
  );
}
