import { readFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from '#store/embedded';
import { type Child, startChild } from '../children.ts';
import { Connections } from '../connections.ts';
import { memoryOf } from '../facts.ts';
import { atMost, type Figure, percentile } from '../figures.ts';
import type { Ground } from '../ground.ts';
import type { BenchedHub } from '../hub.ts';
import { arrive } from '../load.ts';
import { replied } from '../messages.ts';
import type { Times } from '../options.ts';
import { numberOf, seedLinked, tokenOf } from '../seed.ts';

/** What the processes have open beside the pages. */
const OTHER_FILES = 500;
const PER_SECOND = 5;
const LATE_MS = 10_000;
const AIM_MS = 2_000;

/** Half of the pages show a complaint that nobody else looks at; a hundred each of the rest show the same. */
const CROWD = 100;
interface Crowd {
  pages: string[];
  /** How many pages show complaint `n`, counted from 0. */
  watching: (n: number) => number;
  complaints: number;
}

function crowdOf(size: number): Crowd {
  const alone = Math.floor(size / 2);
  const shared = Math.ceil((size - alone) / CROWD);
  const showing = Array.from({ length: size }, (_none, page) => (page < alone ? page : alone + (page % shared)));
  const watching = Map.groupBy(showing, (n) => n);
  return {
    pages: showing.map((n) => tokenOf(n + 1)),
    watching: (n) => watching.get(n)?.length ?? 0,
    complaints: alone + shared,
  };
}

/** Throws where this machine does not let a process have so many connections. */
export function demandFiles(pages: number): void {
  const allowed = /^Max open files\s+(\d+)/m.exec(readFileSync('/proc/self/limits', 'utf8'))?.[1];
  const needed = pages + OTHER_FILES;
  if (Number(allowed ?? Infinity) >= needed) return;
  throw new RangeError(
    `${pages} open pages take ${needed} open files of one process; here it may have ${allowed} (\`ulimit -n\`). ` +
      `Raise it with \`ulimit -n ${needed}\`, as root where the hard limit is lower.`,
  );
}

/** How long a reply takes from the platform's webhook to the open pages that show its complaint, and what they cost. */
export async function lacakFigures(ground: Ground, hub: BenchedHub, times: Times): Promise<Figure[]> {
  const crowd = crowdOf(times.openPages);
  await seedLinked(hub.pool, 1, crowd.complaints);
  const pages = await startPages(ground, hub.port);
  // What the hub keeps of work as such is no page's.
  const warm = await changes(hub, crowd, 0, times);
  const without = memoryOf(hub.pid).now;

  const { open } = await pages.ask(crowd.pages);
  if (open !== crowd.pages.length) throw new Error(`Only ${open} of ${crowd.pages.length} pages are open`);
  const opened = memoryOf(hub.pid).now;
  const told = await changes(hub, crowd, warm.length, times);
  const lags = await lagsOf(pages, told, crowd);
  const { now: after, peak } = memoryOf(hub.pid);
  const { open: left } = await pages.ask();
  await pages.stop();

  const name = `${crowd.pages.length} open pages`;
  const expected = told.reduce((sum, { n }) => sum + crowd.watching(n), 0);
  const against = 'without pages';
  const p99 = percentile(lags, 0.99);
  const lost = expected - lags.length;
  const aim = atMost(p99, AIM_MS, 'ms');
  return [
    { name: `${name}: resident memory, just opened`, unit: 'MiB', hub: opened, floor: without, against },
    { name: `${name}: resident memory, after the changes`, unit: 'MiB', hub: after, floor: without, against },
    { name: `${name}: resident memory at its peak`, unit: 'MiB', hub: peak },
    { name: `${name}: webhook to page at ${PER_SECOND} changes/s, p50`, unit: 'ms', hub: percentile(lags, 0.5) },
    {
      name: `${name}: webhook to page at ${PER_SECOND} changes/s, p99`,
      unit: 'ms',
      hub: p99,
      aim: { ...aim, met: aim.met && lost === 0 },
    },
    { name: `${name}: slowest of ${lags.length}`, unit: 'ms', hub: percentile(lags, 1) },
    { name: `${name}: not told of a change`, unit: '', hub: lost },
    { name: `${name}: closed meanwhile`, unit: '', hub: crowd.pages.length - left },
  ];
}

interface Told {
  mark: number;
  due: number;
  n: number;
}

/** Replies at a modest rate, every other one to a complaint that a hundred pages show. */
async function changes(hub: BenchedHub, crowd: Crowd, firstMark: number, times: Times): Promise<Told[]> {
  const connections = new Connections(hub.port);
  const alone = Math.floor(crowd.pages.length / 2);
  const told: Told[] = [];
  const send = async (due: number) => {
    const turn = told.length;
    const mark = firstMark + turn;
    const n = turn % 2 === 0 ? mark % alone : alone + (mark % (crowd.complaints - alone));
    told.push({ mark, due, n });
    const status = await connections.send(replied(mark, numberOf(n + 1)));
    if (status >= 300) throw new Error(`The hub answered a webhook with ${status}`);
    return true;
  };
  const { failures } = await arrive({ perSecond: PER_SECOND, warmUpMs: 0, durationMs: times.steadyMs, send });
  connections.close();
  if (failures > 0) throw new Error(`${failures} webhooks were not accepted`);
  await hub.settle(LATE_MS);
  return told;
}

async function lagsOf(pages: Pages, told: Told[], crowd: Crowd): Promise<number[]> {
  const dues = new Map(told.map(({ mark, due }) => [mark, due]));
  const expected = told.reduce((sum, { n }) => sum + crowd.watching(n), 0);
  const lags: number[] = [];
  const end = Date.now() + LATE_MS;
  do {
    await sleep(200);
    for (const [mark, at] of (await pages.ask()).shown) {
      const due = dues.get(mark);
      if (due !== undefined) lags.push(at - due);
    }
  } while (lags.length < expected && Date.now() < end);
  return lags;
}

interface Pages extends Child {
  /** Opens so many more; how many are open, and which marks they have shown since the last time. */
  ask: (open?: string[]) => Promise<{ open: number; shown: [mark: number, at: number][] }>;
}

async function startPages(ground: Ground, hubPort: number): Promise<Pages> {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const child = await startChild({
    script: path.join(import.meta.dirname, '../pages.js'),
    args: [String(port), String(hubPort)],
    logFile: path.join(ground.folder, 'pages.log'),
    isReady: async () => (await fetch(url)).ok,
  });
  const ask: Pages['ask'] = async (open) => {
    const response = await fetch(url, open ? { method: 'POST', body: JSON.stringify(open) } : {});
    if (!response.ok) throw new Error(`The pages could not be opened: ${await response.text()}`);
    return (await response.json()) as Awaited<ReturnType<Pages['ask']>>;
  };
  return { ...child, ask };
}
