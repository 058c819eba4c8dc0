import { chmodSync, existsSync, lstatSync, mkdirSync } from 'node:fs';
import path from 'node:path';

const FOLDER = '/var/tmp/simpul-aduan';

/**
 * Where root keeps what PostgreSQL's own account must reach although the checkout is closed to it.
 *
 * Anyone may write to /var/tmp, so a folder that somebody else put there first is refused.
 */
export function elsewhere(name: string): string {
  if (!existsSync(FOLDER)) mkdirSync(FOLDER, { recursive: true });
  const found = lstatSync(FOLDER);
  if (!found.isDirectory() || found.uid !== process.getuid?.()) {
    throw new Error(`${FOLDER} milik pengguna lain. Hapus folder itu, atau isi DATABASE_URL.`);
  }
  chmodSync(FOLDER, 0o755);
  return path.join(FOLDER, name);
}
