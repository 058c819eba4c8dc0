import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, chromium, type Page } from 'playwright-core';
import { ensureBuilt } from '../faults/kit/build.ts';
import { startWorld, type World } from '../setup/world.ts';

const CHROMIUM = '/usr/bin/chromium';
const FLAGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];
const PATIENCE_MS = 15_000;
const API_KEY = 'kunci-uji-coba';

interface Look {
  language?: 'id' | 'en';
  scheme?: 'light' | 'dark';
  width?: number;
  signedIn?: boolean;
}

/** The built console on a real hub between its platforms, in a real browser. */
export interface Console {
  world: World;
  /** What the browser complained about, on every page so far. */
  complaints: string[];
  /** Hosts other than the hub that a page asked. */
  foreign: string[];
  open(path: string, look?: Look): Promise<Page>;
  stop(): Promise<void>;
}

export async function startConsole(
  variables: Record<string, string> = {},
  options: { channels?: boolean } = {},
): Promise<Console> {
  await ensureBuilt();
  const world = await startWorld(variables, undefined, options);
  const profile = mkdtempSync(join(tmpdir(), 'simpul-browser-'));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: CHROMIUM,
    headless: true,
    args: FLAGS,
    locale: 'id-ID',
    // What fades out is still there for a moment, and looked at by axe.
    reducedMotion: 'reduce',
    bypassCSP: false,
  });
  context.setDefaultTimeout(PATIENCE_MS);
  const complaints: string[] = [];
  const foreign: string[] = [];
  context.on('request', (request) => {
    if (!request.url().startsWith(world.url) && !/^(data|blob):/.test(request.url())) foreign.push(request.url());
  });
  return {
    world,
    complaints,
    foreign,
    open: (path, look) => open(context, world.url, path, look ?? {}, complaints),
    stop: async () => {
      await context.close();
      await world.stop();
      rmSync(profile, { recursive: true, force: true });
    },
  };
}

async function open(
  context: BrowserContext,
  url: string,
  path: string,
  look: Look,
  complaints: string[],
): Promise<Page> {
  const { language = 'id', scheme = 'light', width = 1_280, signedIn = true } = look;
  const page = await context.newPage();
  page.on('pageerror', (error) => complaints.push(`${path}: ${error.message}`));
  page.on('console', (message) => {
    // The browser itself writes a line for every refused request; those are the hub's answers, shown on the page.
    if (message.type() === 'error' && !/Failed to load resource/.test(message.text()))
      complaints.push(`${path}: ${message.text()}`);
  });
  await page.setViewportSize({ width, height: 800 });
  await page.addInitScript(
    ([key, bahasa, tampilan]) => {
      if (key) sessionStorage.setItem('simpul-aduan.kunci', key);
      localStorage.setItem('simpul-aduan.bahasa', bahasa ?? 'id');
      localStorage.setItem('mantine-color-scheme-value', tampilan ?? 'light');
    },
    [signedIn ? API_KEY : '', language, scheme],
  );
  await page.goto(url + path);
  await page.getByRole('heading', { level: 1 }).waitFor();
  return page;
}

/** By how many pixels the page is wider than its window. */
export const overflow = (page: Page): Promise<number> =>
  page.evaluate<number>('document.documentElement.scrollWidth - window.innerWidth');
