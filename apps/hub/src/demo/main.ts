import 'reflect-metadata';
import { once } from 'node:events';
import { parseArgs } from 'node:util';
import { play, type Running, showYear, start, type Undo, watch } from './demo.ts';
import { type Figures, readFigures } from './figures.ts';
import { ScreenView } from './screen.ts';
import { readSettings } from './settings.ts';
import { LineView, type View } from './view.ts';
import { progressOn } from './year/bar.ts';

/** npm hands a Ctrl-C on that the terminal has sent already: only a later one is a second one. */
const SAME_CTRL_C_MS = 700;
/** As a platform sends that has much to tell. */
const WEBHOOKS_OF_A_YEAR = 32;
const PLAIN = /^(EnvError|ProfileError|KeyError|StartError|PortError)$/;

const began = performance.now();
const seconds = (): string => ((performance.now() - began) / 1000).toFixed(1).replace('.', ',').padStart(5);
const told = (step: string): void => console.log(`${seconds()} dtk  ${step}`);

const stopping = new AbortController();
const { signal } = stopping;
const undo: Undo[] = [];
const screen: { view?: View } = {};
let stoppedAt = 0;

function stop(): void {
  if (!signal.aborted) {
    stoppedAt = performance.now();
    stopping.abort();
  } else if (performance.now() - stoppedAt > SAME_CTRL_C_MS) {
    for (const each of undo) each.kill?.();
    process.exit(130);
  }
}
for (const name of ['SIGINT', 'SIGTERM'] as const) process.on(name, stop);
// Whoever reads our lines is gone.
process.stdout.on('error', stop);
process.on('exit', () => screen.view?.close());

const { values } = parseArgs({ options: { year: { type: 'boolean', default: false } } });

async function run(): Promise<Figures | null> {
  console.log('Simpul Aduan, peragaan. Semua aduan dan platform di sini rekaan.');
  const settings = readSettings();
  if (settings.given.DATABASE_URL) console.log('DATABASE_URL tidak dipakai: peragaan memakai basis data sendiri.');
  const running = await start(settings, undo, told, signal, values.year ? WEBHOOKS_OF_A_YEAR : 1);
  const { addresses } = running;
  const { variables } = settings.given;
  const isTerminal = process.stdout.isTTY && variables['TERM'] !== 'dumb';
  const rows = {
    Konsol: addresses.hub,
    'API hub': `${addresses.hub}/api/docs`,
    'Kunci API': `${addresses.apiKey}  (Authorization: Bearer <kunci>)`,
    Simulator: addresses.simulator,
    Log: addresses.log,
  };
  for (const [name, text] of Object.entries(rows)) console.log(`  ${name.padEnd(11)}${text}`);
  console.log('Ctrl-C menghentikan semua.');
  if (values.year) return runYear(running);
  const view = isTerminal
    ? new ScreenView(process.stdout, addresses)
    : new LineView((text) => process.stdout.write(text));
  screen.view = view;
  const publicUrl = settings.given.HUB_PUBLIC_URL ?? addresses.hub;
  const [figures] = await Promise.all([watch(running, view, publicUrl, signal), play(running, signal)]);
  return figures;
}

/** Plays the year whose figures were published; then the hub stays, with its recap. */
async function runYear(running: Running): Promise<Figures> {
  const { pool, addresses } = running;
  const recap = await showYear(running, signal, progressOn(process.stdout));
  console.log(`${seconds()} dtk  ${recap}`);
  console.log(`  Rekap      ${addresses.hub}/rekap`);
  if (!signal.aborted) await once(signal, 'abort');
  return readFigures(pool);
}

async function undoAll(): Promise<void> {
  for (const each of undo.toReversed()) await each.stop().catch((error: unknown) => console.error(error));
}

try {
  const figures = await run();
  screen.view?.close();
  await undoAll();
  console.log(`Semua berhenti setelah ${seconds().trim()} detik; ${figures?.complaints ?? 0} aduan diperagakan.`);
  process.exit(0);
} catch (error) {
  screen.view?.close();
  await undoAll();
  if (signal.aborted) {
    console.log('Dihentikan sebelum siap.');
    process.exit(0);
  }
  // A fault that a person can mend is shown as plain text; anything else keeps its stack.
  const isPlain = error instanceof Error && PLAIN.test(error.name);
  console.error(isPlain ? `Peragaan tidak dapat dimulai.\n${error.message}` : error);
  process.exit(1);
}
