import { execFileSync } from 'node:child_process';
import { existsSync, globSync, mkdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** The checkout, from the sources as from what was built of them. */
export const ROOT = rootFrom(import.meta.dirname);
export const HUB_MAIN = path.join(ROOT, 'dist/apps/hub/src/main.js');

const LOCK = path.join(tmpdir(), `simpul-aduan-build-${ROOT.replaceAll('/', '_')}.lock`);
/** As for the user: what a test run says of itself would bring a developer's React into the console. */
const BUILD = { cwd: ROOT, stdio: 'pipe', env: { ...process.env, NODE_ENV: 'production' } } as const;
const LOCK_DIES_AFTER_MS = 120_000;

/** Builds the product where what was built is missing or older than its sources; one process at a time. */
export async function ensureBuilt(): Promise<void> {
  for (;;) {
    if (!existsSync(LOCK) && isFresh()) return;
    if (takeLock()) break;
    await sleep(200);
  }
  try {
    if (!isFresh()) execFileSync('npm', ['run', 'build'], BUILD);
  } finally {
    rmSync(LOCK, { recursive: true, force: true });
  }
}

function takeLock(): boolean {
  try {
    mkdirSync(LOCK);
    return true;
  } catch {
    const since = statSync(LOCK, { throwIfNoEntry: false })?.mtimeMs ?? Date.now();
    if (Date.now() - since > LOCK_DIES_AFTER_MS) rmSync(LOCK, { recursive: true, force: true });
    return false;
  }
}

function isFresh(): boolean {
  return (
    isNewer(HUB_MAIN, ['apps/hub/**/*.ts', 'libs/**/*.ts', 'config/*.ts']) &&
    isNewer(path.join(ROOT, 'dist/apps/console/manifest.json'), ['apps/console/**/*.{ts,tsx,json,css,html}'])
  );
}

function isNewer(made: string, from: string[]): boolean {
  if (!existsSync(made)) return false;
  const since = statSync(made).mtimeMs;
  const sources = globSync(from, { cwd: ROOT });
  return sources.every((file) => file.endsWith('.spec.ts') || statSync(path.join(ROOT, file)).mtimeMs <= since);
}

function rootFrom(folder: string): string {
  const parent = path.dirname(folder);
  return existsSync(path.join(folder, 'package.json')) || parent === folder ? folder : rootFrom(parent);
}
