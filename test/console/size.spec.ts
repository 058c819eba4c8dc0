import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { ensureBuilt } from '../faults/kit/build.ts';

const BUILT = 'dist/apps/console';
const MOST_BYTES = 250_000;
const HEAVY = /codemirror|recharts/i;

interface Chunk {
  file: string;
  imports?: string[];
  dynamicImports?: string[];
}

let manifest: Record<string, Chunk>;
beforeAll(async () => {
  await ensureBuilt();
  manifest = JSON.parse(readFileSync(`${BUILT}/manifest.json`, 'utf8')) as Record<string, Chunk>;
}, 120_000);

/** A page's own file and all that it can't begin without. */
function loadedBy(...entries: string[]): string[] {
  const files = new Set<string>();
  const follow = (name: string): void => {
    const chunk = manifest[name];
    if (!chunk || files.has(chunk.file)) return;
    files.add(chunk.file);
    chunk.imports?.forEach(follow);
  };
  entries.forEach(follow);
  return [...files];
}

const zipped = (files: string[]): number =>
  files.reduce((sum, file) => sum + gzipSync(readFileSync(`${BUILT}/${file}`)).length, 0);

/** What the first script may bring next: the pages, each a file of its own. */
const pages = (): string[] => (manifest['index.html']?.dynamicImports ?? []).filter((name) => name.endsWith('.tsx'));

test('every page loads at most 250 kB of zipped script the first time', () => {
  const sizes = pages().map((page) => [page, zipped(loadedBy('index.html', page))] as const);
  expect(sizes.length).toBeGreaterThan(5);
  expect(sizes.filter(([, bytes]) => bytes > MOST_BYTES)).toEqual([]);
});

test('editor and charts come only when they are shown', () => {
  const early = pages().flatMap((page) => loadedBy('index.html', page).filter((file) => HEAVY.test(file)));
  expect(early).toEqual([]);
});
