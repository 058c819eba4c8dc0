import type { Db } from '#store';

/** 128 random bits, base64url. */
export const TOKEN = /^[\w-]{22}$/;

export interface StoredFile {
  mime: string;
  name: string;
  bytes: Buffer;
}

/** A file as it was stored; its type is what its bytes were found to be, not what somebody called them. */
export async function storedFile(db: Db, token: string): Promise<StoredFile | undefined> {
  if (!TOKEN.test(token)) return undefined;
  const { rows } = await db.query<{ id: string; mime: string; bytes: Buffer }>({
    name: 'lampiran',
    text: `select a.id, a.mime, b.bytes from attachment a join attachment_blob b on b.sha256 = a.sha256
           where a.token = $1 and a.state = 'stored' and a.mime is not null`,
    values: [token],
  });
  const row = rows[0];
  if (!row) return undefined;
  const extension = row.mime.split('/')[1]?.replace('jpeg', 'jpg') ?? 'bin';
  return { mime: row.mime, name: `lampiran-${row.id.slice(-8)}.${extension}`, bytes: row.bytes };
}
