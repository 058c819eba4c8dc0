import { chmodSync, existsSync, lstatSync, mkdirSync, renameSync } from 'node:fs';
import path from 'node:path';

const FOLDER = '/var/lib/simpul-aduan';
/** Where it was at first: many systems clear out of there what nobody has touched for a month, tables included. */
const FORMER = '/var/tmp/simpul-aduan';

/**
 * Where root keeps what PostgreSQL's own account must reach although the checkout is closed to it.
 *
 * A folder that somebody else put there first is refused.
 */
export function elsewhere(name: string): string {
  if (!existsSync(FOLDER)) mkdirSync(FOLDER, { recursive: true });
  checkOwn(FOLDER);
  chmodSync(FOLDER, 0o755);
  return path.join(FOLDER, name);
}

/** The same for data, which are taken along from where they were at first. */
export function dataElsewhere(name: string): string {
  const place = elsewhere(name);
  const former = path.join(FORMER, name);
  if (existsSync(place) || !existsSync(former)) return place;
  checkOwn(FORMER);
  // A server may still run on them; they move the next time.
  if (existsSync(path.join(former, 'postmaster.pid'))) return former;
  try {
    renameSync(former, place);
    return place;
  } catch {
    // Another file system: there they stay.
    return former;
  }
}

function checkOwn(folder: string): void {
  const found = lstatSync(folder);
  if (found.isDirectory() && found.uid === process.getuid?.()) return;
  throw new Error(`${folder} milik pengguna lain. Hapus folder itu, atau isi DATABASE_URL.`);
}
