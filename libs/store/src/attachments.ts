import { json } from './audit.ts';
import { newToken } from './complaints.ts';
import type { Db } from './db.ts';

export interface Attachment {
  id: string;
  eventId: string;
  instance: string;
  externalId: string;
  url: string;
  state: 'pending' | 'stored' | 'refused';
  reason: string | null;
  mime: string | null;
  size: number | null;
  sha256: Buffer | null;
  token: string;
  /** What a reporter sent who wants to be unknown. */
  isAnonymous: boolean;
}

const COLUMNS = `id, event_id as "eventId", instance, external_id as "externalId", url, state, reason, mime, size,
  sha256, token, exists (
    select from event e join complaint c on c.id = e.complaint_id
    where e.id = attachment.event_id and c.anonim and e.type in ('opened', 'followed_up', 'confirmed', 'reopened')
  ) as "isAnonymous"`;

export interface NewAttachment {
  id: string;
  complaintId: string;
  eventId: string;
  instance: string;
  externalId: string;
  url: string;
}

export async function insertAttachments(tx: Db, rows: NewAttachment[]): Promise<void> {
  if (rows.length === 0) return;
  await tx.query({
    name: 'insert-attachments',
    text: `insert into attachment (id, complaint_id, event_id, instance, external_id, url, token)
           select id, "complaintId", "eventId", instance, "externalId", url, token
           from jsonb_to_recordset($1) as a(id uuid, "complaintId" uuid, "eventId" uuid, instance text,
             "externalId" text, url text, token text)`,
    values: [json(rows.map((row) => ({ ...row, token: newToken() })))],
  });
}

export async function attachmentsOfEvent(db: Db, eventId: string): Promise<Attachment[]> {
  const { rows } = await db.query<Attachment>({
    name: 'attachments-of-event',
    text: `select ${COLUMNS} from attachment where event_id = $1 order by id`,
    values: [eventId],
  });
  return rows;
}

export async function attachmentById(db: Db, id: string): Promise<Attachment | undefined> {
  const { rows } = await db.query<Attachment>(`select ${COLUMNS} from attachment where id = $1`, [id]);
  return rows[0];
}

export async function keepBlob(tx: Db, { bytes, sha256 }: { bytes: Buffer; sha256: Buffer }): Promise<void> {
  await tx.query('insert into attachment_blob (sha256, bytes) values ($1, $2) on conflict do nothing', [sha256, bytes]);
}

export async function storeAttachment(
  tx: Db,
  id: string,
  file: { bytes: Buffer; mime: string; sha256: Buffer },
): Promise<void> {
  await keepBlob(tx, file);
  await tx.query(`update attachment set state = 'stored', mime = $2, size = $3, sha256 = $4 where id = $1`, [
    id,
    file.mime,
    file.bytes.length,
    file.sha256,
  ]);
}

export async function refuseAttachment(tx: Db, id: string, reason: string): Promise<void> {
  await tx.query(`update attachment set state = 'refused', reason = $2 where id = $1`, [id, reason]);
}

export async function blob(db: Db, sha256: Buffer): Promise<Buffer> {
  const { rows } = await db.query<{ bytes: Buffer }>('select bytes from attachment_blob where sha256 = $1', [sha256]);
  if (!rows[0]) throw new Error('The file of an attachment is missing');
  return rows[0].bytes;
}
