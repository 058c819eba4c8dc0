import { v7 as uuidv7 } from 'uuid';
import type { Db } from './db.ts';

export interface ApiKey {
  id: string;
  name: string;
  scopes: string[];
}

const TOUCH_EVERY = `interval '1 minute'`;

/** Its id. A second key of one name breaks the unique rule of the table. */
export async function insertApiKey(
  tx: Db,
  { name, scopes, keyHash, by }: { name: string; scopes: string[]; keyHash: Buffer; by: string },
): Promise<string> {
  const id = uuidv7();
  await tx.query('insert into api_key (id, name, scopes, key_hash, created_by) values ($1, $2, $3, $4, $5)', [
    id,
    name,
    scopes,
    keyHash,
    by,
  ]);
  return id;
}

/** The key that has this hash, unless it was revoked. */
export async function apiKeyByHash(db: Db, keyHash: Buffer): Promise<ApiKey | undefined> {
  const { rows } = await db.query<ApiKey & { isStale: boolean }>({
    name: 'api-key-by-hash',
    text: `select id, name, scopes, coalesce(used_at < now() - ${TOUCH_EVERY}, true) as "isStale"
           from api_key where key_hash = $1 and revoked_at is null`,
    values: [keyHash],
  });
  const [row] = rows;
  if (!row) return undefined;
  const { isStale, ...key } = row;
  if (isStale) await db.query('update api_key set used_at = now() where id = $1', [key.id]);
  return key;
}

export async function isApiKeyValid(db: Db, id: string): Promise<boolean> {
  const { rowCount } = await db.query('select from api_key where id = $1 and revoked_at is null', [id]);
  return rowCount === 1;
}

/** The name of the key that was revoked. */
export async function revokeApiKey(tx: Db, id: string): Promise<string | undefined> {
  const { rows } = await tx.query<{ name: string }>(
    'update api_key set revoked_at = now() where id = $1 and revoked_at is null returning name',
    [id],
  );
  return rows[0]?.name;
}
