import type { Child } from './children.ts';
import type { Figure } from './figures.ts';
import type { Ground } from './ground.ts';
import { type BenchedHub, startHub } from './hub.ts';
import type { Load } from './load.ts';
import { ACK_RATES, acknowledgement, acknowledgementFigures } from './measures/ack.ts';
import { bulkheadFigures } from './measures/bulkhead.ts';
import { type Accepted, acceptance, acceptanceFigures, drained } from './measures/ingest.ts';
import { demandFiles, lacakFigures } from './measures/lacak.ts';
import { memoryFigures } from './measures/memory.ts';
import { type Passed, passing, passingFigures, SPREAD_OVER } from './measures/outbound.ts';
import { pollCycles, pollFigures } from './measures/poll.ts';
import { recapFigures } from './measures/recap.ts';
import type { Options } from './options.ts';
import { seedLinked } from './seed.ts';

const say = (text: string): void => console.log(`${new Date().toTimeString().slice(0, 8)}  ${text}`);
/** Each part counts its messages from a place of its own: no id comes twice in one database. */
const IDS = { ingest: 0, ack: 1_000_000, workers: 3_000_000 };

/** Polls that only look, as often as in production. */
const SELDOM = '30s';
const OFTEN = '500ms';

/** Measured on a hub of their own, beside no floor. */
const APART: ReadonlySet<string> = new Set(['poll', 'recap', 'lacak', 'bulkhead']);

interface Floor {
  child: Child;
  ingest: Accepted | null;
  acks: Map<number, Load>;
  outbound: Passed | null;
}

export async function runMeasures(ground: Ground, options: Options): Promise<Figure[]> {
  const { only, times } = options;
  // Said at once, and not after the other measures.
  if (only.has('lacak')) demandFiles(times.openPages);
  const figures: Figure[] = [];
  if ([...only].some((measure) => !APART.has(measure))) {
    const floor = await measureFloor(ground, options);
    if (floor.ingest) figures.push(...(await measureWebAlone(ground, options, floor.ingest)));
    figures.push(...(await measureWhole(ground, options, floor)));
    await floor.child.stop();
  }
  if (only.has('poll')) figures.push(...(await measurePoll(ground, options)));
  if (only.has('recap')) figures.push(...(await measureRecap(ground, options)));
  if (only.has('lacak')) figures.push(...(await measureLacak(ground, options)));
  if (only.has('bulkhead')) figures.push(...(await measureBulkhead(ground, options)));
  return figures;
}

async function measureFloor(ground: Ground, { only, times }: Options): Promise<Floor> {
  const child = await ground.startFloor();
  const floor: Floor = { child, ingest: null, acks: new Map(), outbound: null };
  if (only.has('ingest') || only.has('memory')) {
    say('floor: durable ingest');
    floor.ingest = await acceptance(child.port, times, IDS.ingest);
  }
  for (const [at, rate] of ACK_RATES.entries()) {
    if (!only.has('ack')) continue;
    say(`floor: acknowledgement at ${rate}/s`);
    floor.acks.set(rate, await acknowledgement(child.port, rate, times, IDS.ack * (at + 1)));
  }
  if (only.has('outbound')) {
    say('floor: webhook to outbound call');
    floor.outbound = await passing(child.port, ground.sink, times);
  }
  return floor;
}

/** Acceptance as such: a process of the hub that has nothing else to do. */
async function measureWebAlone(ground: Ground, { only, times, profile }: Options, floor: Accepted): Promise<Figure[]> {
  if (!only.has('ingest')) return [];
  say('hub, web alone: durable ingest');
  const hub = await startHub(ground, { name: 'hub_web', roles: 'web', pollEvery: SELDOM, profile });
  const accepted = await acceptance(hub.port, times, IDS.ingest);
  await hub.stop();
  return acceptanceFigures('durable ingest, web alone', accepted, floor, true);
}

/** The hub as one process that does everything, which is how it starts where nothing else is said. */
async function measureWhole(ground: Ground, { only, times, profile }: Options, floor: Floor): Promise<Figure[]> {
  const hub = await startHub(ground, { name: 'hub_whole', roles: 'web,worker', pollEvery: SELDOM, profile });
  await seedLinked(hub.pool, 1, SPREAD_OVER);
  const figures: Figure[] = [];
  for (const [at, rate] of ACK_RATES.entries()) {
    const bare = floor.acks.get(rate);
    if (!bare) continue;
    say(`hub, web and worker: acknowledgement at ${rate}/s`);
    const load = await acknowledgement(hub.port, rate, times, IDS.ack * (at + 1));
    figures.push(...acknowledgementFigures(rate, load, bare), await backlog(hub, rate));
    await hub.settle(times.drainMs);
  }
  if (floor.outbound) {
    say('hub, web and worker: webhook to outbound call');
    figures.push(...passingFigures(await passing(hub.port, ground.sink, times), floor.outbound));
    await hub.settle(times.drainMs);
  }
  if (floor.ingest) {
    say('hub, web and worker: durable ingest');
    const accepted = await acceptance(hub.port, times, IDS.workers);
    figures.push(...acceptanceFigures('durable ingest, web and worker', accepted, floor.ingest, false));
    const perSecond = await drained(hub, times);
    figures.push({ name: 'accepted messages become complaints', unit: '/s', hub: perSecond });
  }
  if (only.has('memory')) figures.push(...memoryFigures(hub.pid, floor.child.pid));
  await hub.stop();
  return figures;
}

async function backlog(hub: BenchedHub, rate: number): Promise<Figure> {
  return { name: `acknowledgement at ${rate}/s: on their way at the end`, unit: '', hub: await hub.settle(0) };
}

async function measurePoll(ground: Ground, { times, profile }: Options): Promise<Figure[]> {
  const hub = await startHub(ground, { name: 'hub_poll', roles: 'web,worker', pollEvery: OFTEN, profile });
  say(`hub: poll cycles among ${times.fewLinked} linked complaints`);
  await seedLinked(hub.pool, 1, times.fewLinked);
  const few = await pollCycles(hub, ground.sink, times.fewLinked, times);
  say(`hub: poll cycles among ${times.manyLinked} linked complaints`);
  await seedLinked(hub.pool, times.fewLinked + 1, times.manyLinked);
  const many = await pollCycles(hub, ground.sink, times.manyLinked, times);
  await hub.stop();
  return pollFigures(few, many, times);
}

async function measureRecap(ground: Ground, { times, profile }: Options): Promise<Figure[]> {
  const hub = await startHub(ground, { name: 'hub_recap', roles: 'web', pollEvery: SELDOM, profile });
  say(`hub: recap of a year of ${times.recapped} complaints`);
  const figures = await recapFigures(hub, times);
  await hub.stop();
  return figures;
}

async function measureLacak(ground: Ground, { times, profile }: Options): Promise<Figure[]> {
  const hub = await startHub(ground, { name: 'hub_lacak', roles: 'web,worker', pollEvery: SELDOM, profile });
  say(`hub, web and worker: ${times.openPages} open pages`);
  const figures = await lacakFigures(ground, hub, times);
  await hub.stop();
  return figures;
}

async function measureBulkhead(ground: Ground, { times, profile }: Options): Promise<Figure[]> {
  const like = { roles: 'web,worker', pollEvery: SELDOM, profile };
  const sound = await startHub(ground, { ...like, name: 'hub_sound' });
  const hampered = await startHub(ground, { ...like, name: 'hub_hampered', isHampered: true });
  say('two hubs, web and worker: beside a platform 30 s slow, and without one');
  const figures = await bulkheadFigures(ground.sink, { sound, hampered }, times);
  await Promise.all([sound.stop(), hampered.stop()]);
  return figures;
}
