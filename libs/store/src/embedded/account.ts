import { spawnSync } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';

/** Empty where PostgreSQL runs as the caller. */
export interface Account {
  uid?: number;
  gid?: number;
}

/** PostgreSQL refuses to run as root: root hands it to whoever owns the data, else to postgres or nobody. */
export function accountFor(dir: string): Account {
  if (process.getuid?.() !== 0) return {};
  const owner = statSync(dir, { throwIfNoEntry: false });
  if (owner && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid };
  const rows = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'));
  const found = rows.find(([name]) => name === 'postgres') ?? rows.find(([name]) => name === 'nobody');
  if (!found) {
    throw new Error(
      'PostgreSQL tidak boleh berjalan sebagai root, dan /etc/passwd tidak memuat pengguna postgres atau nobody. ' +
        'Jalankan sebagai pengguna biasa, atau isi DATABASE_URL.',
    );
  }
  return { uid: Number(found[2]), gid: Number(found[3]) };
}

/** A checkout below /root (0700) is out of reach for whoever root hands PostgreSQL to. */
export const canEnter = (dir: string, account: Account): boolean =>
  account.uid === undefined ||
  spawnSync('/bin/sh', ['-c', 'cd "$1"', 'sh', dir], { ...account, cwd: '/', stdio: 'ignore' }).status === 0;
