import type { Db } from '#store';
import { BIGINT, pageOf, readCursor } from '../paging/cursor.ts';
import type { MessagePage, MessagesQuery, ReceivedMessage } from './message.dto.ts';

/** What an instance told, newest first: something real to try a profile on. */
export async function messagePage(db: Db, instance: string, { cursor, limit }: MessagesQuery): Promise<MessagePage> {
  const [before] = readCursor(cursor, BIGINT) ?? [];
  const { rows } = await db.query<ReceivedMessage>(
    `select m.id, m.kind, m.state, m.case_key as external_id, c.number as complaint, m.code, m.reason, m.received_at
     from inbox m
     left join link l on l.instance = m.instance and l.external_id = m.case_key
     left join complaint c on c.id = l.complaint_id
     where m.instance = $1 and m.id < coalesce($2::bigint, 9223372036854775807)
     order by m.id desc limit $3`,
    [instance, before ?? null, limit + 1],
  );
  return pageOf(
    rows,
    limit,
    ({ id }) => [id],
    (row) => row,
  );
}
