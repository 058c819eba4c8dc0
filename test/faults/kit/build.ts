import { execFileSync } from 'node:child_process';
import { existsSync, globSync, mkdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** The checkout, from the sources as from what was built of them. */
export const ROOT = rootFrom(import.meta.dirname);
export const HUB_MAIN = path.join(ROOT, 'dist/apps/hub/src/main.js');

const LOCK = path.join(tmpdir(), `simpul-aduan-build-${ROOT.replaceAll('/', '_')}.lock`);
const LOCK_DIES_AFTER_MS = 120_000;

/** Builds the product where what was built is missing or older than its sources; one process at a time. */
export async function ensureBuilt(): Promise<void> {
  for (;;) {
    if (!existsSync(LOCK) && isFresh()) return;
    if (takeLock()) break;
    await sleep(200);
  }
  try {
    if (!isFresh()) execFileSync('npm', ['run', 'build'], { cwd: ROOT, stdio: 'pipe' });
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
  if (!existsSync(HUB_MAIN)) return false;
  const built = statSync(HUB_MAIN).mtimeMs;
  const sources = globSync(['apps/hub/**/*.ts', 'libs/**/*.ts', 'config/*.ts'], { cwd: ROOT });
  return sources.every((file) => file.endsWith('.spec.ts') || statSync(path.join(ROOT, file)).mtimeMs <= built);
}

function rootFrom(folder: string): string {
  const parent = path.dirname(folder);
  return existsSync(path.join(folder, 'package.json')) || parent === folder ? folder : rootFrom(parent);
}
