import type { Db } from '#store';

/** 128 random bits, base64url. */
export const TOKEN = /^[\w-]{22}$/;

export interface StoredFile {
  mime: string;
  name: string;
  size: number;
  sha256: Buffer;
}

/**
 * What is known of a file that was stored: whoever asks decides first whether to read it. Its type is what its bytes were
 * found to be, not what somebody called them.
 */
export async function storedFile(db: Db, token: string): Promise<StoredFile | undefined> {
  if (!TOKEN.test(token)) return undefined;
  const { rows } = await db.query<{ id: string } & Omit<StoredFile, 'name'>>({
    name: 'lampiran',
    text: `select id, mime, size, sha256 from attachment
           where token = $1 and state = 'stored' and mime is not null`,
    values: [token],
  });
  const row = rows[0];
  if (!row) return undefined;
  const { id, ...file } = row;
  const extension = file.mime.split('/')[1]?.replace('jpeg', 'jpg') ?? 'bin';
  return { ...file, name: `lampiran-${id.slice(-8)}.${extension}` };
}
