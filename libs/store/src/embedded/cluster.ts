import { spawnSync } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import {
  chownSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { type Account, accountFor, canEnter } from './account.ts';
import type { Binaries } from './binaries.ts';
import { dataElsewhere } from './elsewhere.ts';

export const USER = 'hub';
const PASSWORD_FILE = 'simpul-aduan.password';

export const environment = { LC_ALL: 'C' };

/** `dir` itself, or a folder named after it where the account can't get there. */
export function place(dir: string): string {
  const wanted = path.resolve(dir);
  const parent = path.dirname(wanted);
  mkdirSync(parent, { recursive: true });
  if (canEnter(parent, accountFor(wanted))) return wanted;
  const mark = createHash('sha256').update(wanted).digest('hex').slice(0, 12);
  return dataElsewhere(`data-${mark}`);
}

/** Makes the data directory where there is none. It appears complete or not at all, whatever crashes meanwhile. */
export function ensureCluster(dir: string, binaries: Binaries, account: Account, durable: boolean): void {
  if (existsSync(path.join(dir, 'PG_VERSION'))) return checkVersion(dir, binaries);
  if (existsSync(dir) && readdirSync(dir).length > 0) {
    throw new Error(`${dir} tidak kosong dan bukan direktori data PostgreSQL. Pilih folder lain dengan HUB_DATA_DIR.`);
  }
  const draft = `${dir}.${process.pid}.${randomBytes(4).toString('hex')}`;
  mkdirSync(draft, { mode: 0o700 });
  const secret = `${draft}.password`;
  writeFileSync(secret, randomBytes(24).toString('base64url'), { mode: 0o600 });
  try {
    for (const each of [draft, secret]) if (account.uid !== undefined) chownSync(each, account.uid, account.gid ?? 0);
    initdb(draft, secret, binaries, account, durable);
    renameSync(secret, path.join(draft, PASSWORD_FILE));
    renameSync(draft, dir);
  } catch (error) {
    // Another process that started with the same folder was faster: its data directory is as good as ours.
    if (!existsSync(path.join(dir, 'PG_VERSION'))) throw error;
  } finally {
    rmSync(draft, { recursive: true, force: true });
    rmSync(secret, { force: true });
  }
}

export function passwordOf(dir: string): string {
  try {
    return readFileSync(path.join(dir, PASSWORD_FILE), 'utf8');
  } catch (cause) {
    throw new Error(
      `Kata sandi basis data di ${dir} tidak terbaca. Jalankan sebagai pemilik folder itu, atau pilih folder lain dengan HUB_DATA_DIR.`,
      { cause },
    );
  }
}

function checkVersion(dir: string, { major }: Binaries): void {
  const found = readFileSync(path.join(dir, 'PG_VERSION'), 'utf8').trim();
  if (found === major) return;
  throw new Error(
    `${dir} dibuat oleh PostgreSQL ${found}, sedangkan yang terpasang PostgreSQL ${major}. ` +
      'Pindahkan datanya dengan pg_dump, atau pilih folder lain dengan HUB_DATA_DIR.',
  );
}

function initdb(dir: string, secret: string, binaries: Binaries, account: Account, durable: boolean): void {
  const options = ['-D', dir, '-U', USER, '--pwfile', secret, '-A', 'scram-sha-256', '-E', 'UTF8'];
  options.push('--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C');
  if (!durable) options.push('--no-sync');
  const answer = spawnSync(binaries.initdb, options, { ...account, env: environment, encoding: 'utf8', cwd: '/' });
  if (answer.status === 0) return;
  throw new Error(`initdb gagal untuk ${dir}: ${answer.error?.message ?? answer.stderr.trim()}`);
}
