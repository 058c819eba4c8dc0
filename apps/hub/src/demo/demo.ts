import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { recapOf } from '#store';
import type { Pool } from 'pg';
import { pino } from 'pino';
import { startSimulators } from '../../../simulator/src/simulators.ts';
import { startHub } from '../start.ts';
import { DemoClock, dayOf, timeOf } from './clock.ts';
import { freshDatabase } from './database.ts';
import { caseAt, caseOf, type Figures, readFigures, trackingToken } from './figures.ts';
import { Happenings } from './happenings.ts';
import { type Place, readPlaces } from './places.ts';
import { planDay } from './plan.ts';
import { playStory, type Stage } from './player.ts';
import { checkPorts } from './ports.ts';
import { hubEnv, type Settings } from './settings.ts';
import type { Addresses, View } from './view.ts';
import { PERIOD } from './year/article.ts';
import { planYear } from './year/plan-year.ts';
import { playYear, type Progress, taken } from './year/play-year.ts';

const SEED = 3303;
const REDRAW_MS = 300;
const KEPT_LINES = 60;

export interface Running {
  pool: Pool;
  addresses: Addresses;
  stage: Omit<Stage, 'signal'>;
  places: Place[];
}

/** What was started, ended last first: also by a start that fails half-way. */
export interface Undo {
  stop(): Promise<unknown>;
  /** For who can't wait: what lives outside this process ends at once. */
  kill?(): void;
}

/** Database, simulators and hub in one process. `told` hears of each step; nothing more is started once aborted. */
export async function start(
  settings: Settings,
  undo: Undo[],
  told: (step: string) => void,
  signal: AbortSignal,
  webhooksAtOnce = 1,
): Promise<Running> {
  await checkPorts(settings.wanted);
  const { folder, hubUrl, apiKey } = settings;
  const postgres = await freshDatabase(folder);
  undo.push({ stop: () => postgres.stop(), kill: () => process.kill(postgres.pid, 'SIGQUIT') });
  told(`PostgreSQL siap, basis data baru di ${folder}`);
  signal.throwIfAborted();

  const simulated = await startSimulators({ hubUrl, ports: settings.ports, seed: SEED, webhooksAtOnce });
  undo.push({ stop: () => simulated.close() });
  told('Simulator Lapor MasBuP, LaporGub, SMARTDPU dan kanal warga siap');
  signal.throwIfAborted();

  const env = hubEnv(settings, postgres.url, simulated.urls);
  const log = join(folder, 'hub.log');
  mkdirSync(folder, { recursive: true });
  rmSync(log, { force: true });
  const logger = pino({ level: env.LOG_LEVEL }, pino.destination({ dest: log, sync: false }));
  const hub = await startHub(env, logger);
  undo.push({ stop: () => hub.stop() });
  told('Hub siap');
  const { pool } = hub.runtime.hub;
  const stage = {
    simulators: simulated.simulators,
    clock: new DemoClock(),
    caseAt: (at: string, from: string, externalId: string) => caseAt(pool, at, from, externalId),
    caseOf: (at: string, number: string) => caseOf(pool, at, number),
    onFault: (error: unknown) => logger.warn({ 'error.message': String(error) }, 'demo.step_failed'),
  };
  const addresses = { hub: hub.url, simulator: simulated.pageUrl, apiKey, log };
  return { pool, addresses, stage, places: readPlaces(env.HUB_CONFIG_DIR) };
}

/** Plays one day after the other until aborted; resolves once nobody plays any more. */
export async function play({ stage, places }: Running, signal: AbortSignal): Promise<void> {
  const under = new Set<Promise<void>>();
  for (let day = 0; !signal.aborted; day += 1) {
    for (const story of planDay(SEED, places, day, (channel) => Object.hasOwn(stage.simulators, channel))) {
      const told = playStory(story, { ...stage, signal }).finally(() => under.delete(told));
      under.add(told);
    }
    await stage.clock.until((day + 1) * 1440, signal).catch(() => {});
  }
  await Promise.all(under);
}

/** Plays January to October 2025; what the recap says of it, in a sentence. */
export async function showYear(
  { pool, stage, places }: Running,
  signal: AbortSignal,
  told: (progress: Progress) => void,
): Promise<string> {
  const home = stage.simulators['lapor-masbup'];
  if (!home) throw new Error('simulator lapor-masbup tidak berjalan');
  await playYear(planYear(SEED, places), home, signal, told);
  await taken(pool, signal);
  const { totals } = await recapOf(pool, PERIOD, PERIOD);
  return `${totals.received} aduan Januari-Oktober 2025 tercatat, ${totals.done} selesai`;
}

/** Shows what the hub's tables say until aborted; resolves with the last figures. */
export async function watch(
  running: Running,
  view: View,
  publicUrl: string,
  signal: AbortSignal,
): Promise<Figures | null> {
  const { pool, stage, places } = running;
  const news = new Happenings(pool, places);
  const lines: string[] = [];
  let figures: Figures | null = null;
  while (!signal.aborted) {
    try {
      const sentences = await news.next();
      figures = await readFigures(pool);
      const token = await trackingToken(pool);
      const minute = stage.clock.now();
      const time = timeOf(minute);
      const fresh = sentences.map((sentence) => `${time} ${sentence}`);
      lines.push(...fresh);
      lines.splice(0, lines.length - KEPT_LINES);
      const trackingUrl = token && `${publicUrl}/lacak/${token}`;
      view.show({ time, day: dayOf(minute), figures, happenings: lines, trackingUrl }, fresh);
    } catch (error) {
      // A database that is away for a moment: what it says next is shown next.
      if (!signal.aborted) stage.onFault(error);
    }
    await sleep(REDRAW_MS, undefined, { signal }).catch(() => {});
  }
  return figures;
}
