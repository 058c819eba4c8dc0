import { globSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { PLAYS as AT_LAPORGUB } from '../libs/connectors/src/laporgub/simulated-plays.ts';
import { PLAYS as AT_HOME } from '../libs/connectors/src/lapor-masbup/simulated-plays.ts';
import { PLAYS as ON_WHATSAPP } from '../libs/connectors/src/whatsapp/simulated-plays.ts';
import { SIMULATORS, SmartdpuSimulator } from '#connectors/simulators';
import type { Play } from '#connector/testing';
import { realMs, timeOf } from '../apps/hub/src/demo/clock.ts';
import { readPlaces } from '../apps/hub/src/demo/places.ts';
import { planDay } from '../apps/hub/src/demo/plan.ts';
import { checkPorts } from '../apps/hub/src/demo/ports.ts';
import { ScreenView } from '../apps/hub/src/demo/screen.ts';
import { numberSaid } from '../apps/hub/src/demo/spoken.ts';
import type { Story } from '../apps/hub/src/demo/story.ts';
import {
  AT_HOME as HOME_TEXTS,
  HANDED_DOWN,
  INFRASTRUCTURE,
  MISTAKEN,
  PROVINCIAL,
} from '../apps/hub/src/demo/texts.ts';

const places = readPlaces('config');
const first = planDay(1, places);
const share = (stories: readonly Story[], is: (story: Story) => boolean): number =>
  stories.filter(is).length / stories.length;
const manyDays = Array.from({ length: 200 }, (_each, day) => planDay(7, places, day)).flat();

test('the same seed plans the same day, another seed another', () => {
  expect(planDay(1, places)).toEqual(first);
  expect(planDay(2, places)).not.toEqual(first);
});

test('a day has about fifteen complaints, and the first one is a busy day', () => {
  expect(manyDays.length / 200).toBeGreaterThan(14);
  expect(manyDays.length / 200).toBeLessThan(16);
  expect(first).toHaveLength(22);
});

test.each([
  ['WhatsApp', 'whatsapp', 0.8, 0.9],
  ['the website', 'web', 0.05, 0.12],
  ['LaporGub', 'laporgub', 0.01, 0.1],
  ['Instagram', 'instagram', 0.005, 0.06],
  ['TikTok', 'tiktok', 0.005, 0.06],
])('the share of %s is as in the figures of 2025', (_name, channel, low, high) => {
  const found = share(manyDays, (story) => story.channel === channel);
  expect(found).toBeGreaterThan(low);
  expect(found).toBeLessThan(high);
});

test('on the first day WhatsApp and the website have their shares too', () => {
  expect(share(first, ({ channel }) => channel === 'whatsapp')).toBeCloseTo(0.82, 1);
  expect(share(first, ({ channel }) => channel === 'web')).toBeCloseTo(0.09, 2);
});

test('about a fifth belongs to the province, about a quarter to the public works', () => {
  expect(share(manyDays, ({ goesTo }) => goesTo === 'laporgub')).toBeCloseTo(0.2, 1);
  expect(share(manyDays, ({ goesTo }) => goesTo === 'smartdpu')).toBeCloseTo(0.27, 1);
});

test('road repair is the most frequent subject', () => {
  const subjects = Map.groupBy(manyDays, ({ steps, filing }) => {
    const decided = steps.find(({ play }) => play === 'disposisi')?.input['kategori'];
    return decided ?? filing.input['kategori'] ?? '';
  });
  const [[most] = []] = [...subjects].toSorted(([, a], [, b]) => b.length - a.length);
  expect(most).toBe('perbaikan-jalan');
});

test('the first day has one of each thing worth seeing', () => {
  const mark = (tanda: string) => first.filter(({ filing }) => filing.input['tanda'] === tanda).length;
  const kinds = (kind: string) => first.filter((story) => story.kind === kind).length;
  expect([kinds('short'), kinds('secret'), kinds('mistaken'), kinds('handed_down')]).toEqual([1, 1, 1, 2]);
  expect(mark('anonim')).toBe(2);
  expect(mark('anonim dan rahasia')).toBe(1);
  expect(first.filter(({ filing }) => filing.input['foto'] === 'dengan foto')).toHaveLength(1);
});

test('the first complaint goes to the province by rule and is back, handled, within twenty real seconds', () => {
  const [earliest] = first;
  expect(earliest).toMatchObject({ kind: 'provincial', goesTo: 'laporgub', from: 'lapor-masbup' });
  expect(earliest?.steps.every(({ at }) => at === 'laporgub')).toBe(true);
  const minutes = (earliest?.steps ?? []).reduce((sum, { after }) => sum + after, earliest?.at ?? 0);
  expect(realMs(360, minutes)).toBeLessThan(10_000);
});

test('the first day takes between a minute and a minute and a half', () => {
  const last = Math.max(...first.map(({ at, steps }) => steps.reduce((sum, { after }) => sum + after, at)));
  expect(realMs(360, last)).toBeGreaterThan(45_000);
  expect(realMs(360, last)).toBeLessThan(90_000);
  expect(timeOf(first.at(-1)?.at ?? 0) < '20:31').toBe(true);
});

const SOCIAL = ['instagram', 'facebook', 'tiktok'];
const PLAYS: Record<string, readonly Play[]> = {
  'lapor-masbup': AT_HOME,
  laporgub: AT_LAPORGUB,
  smartdpu: new SmartdpuSimulator().plays,
  whatsapp: ON_WHATSAPP,
  ...Object.fromEntries(SOCIAL.map((name) => [name, new (SIMULATORS[name] as typeof SmartdpuSimulator)().plays])),
};

/** Why a person could not do this on the platform. */
function faultsOf(at: string, name: string, input: Record<string, string>): string[] {
  const play = PLAYS[at]?.find((each) => each.name === name);
  if (!play) return [`${at} knows no ${name}`];
  const wrong = Object.entries(input).filter(([field, value]) => {
    const known = play.fields.find((each) => each.name === field);
    return !known || (known.options && !known.options.includes(value));
  });
  const missing = play.fields.filter(({ name: field, required }) => required && !input[field]);
  return [...wrong.map(([field, value]) => `${at} ${name}: ${field}=${value}`), ...missing.map((each) => each.name)];
}

const spokenDays = Array.from({ length: 50 }, (_each, day) => planDay(7, places, day, () => true)).flat();

test('where WhatsApp is connected, citizens speak and answer there, and the shares stay as they are', () => {
  const spoken = spokenDays.filter(({ from }) => from === 'whatsapp');
  expect(spoken.length / spokenDays.length).toBeGreaterThan(0.7);
  expect(spoken.every(({ channel }) => channel === 'whatsapp')).toBe(true);
  const atHome = spoken.flatMap(({ steps }) => steps.filter(({ play }) => play === 'susulan'));
  expect(atHome).toEqual([]);
  // What is said in a chat has no subject chosen from a list: an admin says whose duty it is.
  expect(
    spoken.filter(({ goesTo, steps }) => goesTo !== 'lapor-masbup' && !steps.some(({ play }) => play === 'disposisi')),
  ).toEqual([]);
});

test('comments are written where the social channels are connected, and their citizens go on below them', () => {
  for (const channel of SOCIAL) {
    const stories = spokenDays.filter(({ from }) => from === channel);
    expect(stories.length).toBeGreaterThan(0);
    expect(stories.every(({ filing }) => filing.play === 'komentar')).toBe(true);
  }
  const day = planDay(3303, places, 0, () => true);
  expect(day.filter(({ from }) => SOCIAL.includes(from)).length).toBeGreaterThan(0);
});

test('a citizen reads the number in the chat', () => {
  expect(numberSaid(['Warga: halo', 'Kami: tercatat dengan nomor SA-2026-000042. Perkembangannya:'])).toBe(
    'SA-2026-000042',
  );
  expect(numberSaid(['Warga: halo'])).toBeNull();
});

test('whatever people do in the plan can be done on the platforms', () => {
  const faults = [...manyDays, ...spokenDays].flatMap(({ from, filing, steps }) => [
    ...faultsOf(from, filing.play, filing.input),
    ...steps.flatMap(({ at, play, input }) => faultsOf(at, play, input)),
  ]);
  expect([...new Set(faults)]).toEqual([]);
});

test('every place filled in is one of the regency', () => {
  expect(places).toHaveLength(239);
  expect(
    manyDays.flatMap(({ filing }) => Object.values(filing.input)).filter((text) => /[{}]|undefined/.test(text)),
  ).toEqual([]);
});

test('there are more than forty different texts, and those for the province are long enough for it', () => {
  const texts = [PROVINCIAL, INFRASTRUCTURE, HOME_TEXTS, MISTAKEN, HANDED_DOWN.home, HANDED_DOWN.smartdpu].flat();
  expect(new Set(texts.map(({ text }) => text)).size).toBeGreaterThan(40);
  expect([...PROVINCIAL, ...MISTAKEN].filter(({ text }) => text.length < 55)).toEqual([]);
});

test('a port in use is named together with the variable that changes it', async () => {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as { port: number };
  const wanted = { variable: 'SIMULATOR_LAPORGUB_PORT', port, host: '127.0.0.1' };
  await expect(checkPorts([wanted])).rejects.toThrow(new RegExp(`Port ${port} .*SIMULATOR_LAPORGUB_PORT=`));
  await new Promise((resolve) => server.close(resolve));
  await expect(checkPorts([wanted])).resolves.toBeUndefined();
  await expect(checkPorts([{ ...wanted, variable: 'PORT' }, wanted])).rejects.toThrow(/PORT sama-sama/);
});

test.each([
  [80, 24],
  [40, 10],
])('the live view never writes more than a terminal of %d by %d shows', (columns, rows) => {
  let written = '';
  const view = new ScreenView({ columns, rows, write: (text) => (written = text) }, ADDRESSES);
  const happenings = Array.from({ length: 30 }, (_each, index) => `09:14 ${index} ${'panjang '.repeat(20)}`);
  view.show({ time: '09:14', day: 1, figures: FIGURES, happenings, trackingUrl: null });
  // oxlint-disable-next-line no-control-regex -- such characters are what is looked for
  const lines = written.replaceAll(/\u001b\[[\d;?]*[a-zA-Z]/g, '').split('\r\n');
  expect(lines.length).toBeLessThanOrEqual(rows);
  expect(Math.max(...lines.map(({ length }) => length))).toBeLessThan(columns);
  view.close();
  expect(written).toContain('[?1049l');
});

const ADDRESSES = {
  hub: 'http://127.0.0.1:3000',
  simulator: 'http://127.0.0.1:4000',
  apiKey: 'contoh',
  log: 'hub.log',
};
const FIGURES = {
  complaints: 1,
  toLaporgub: 1,
  toSmartdpu: 0,
  fromLaporgub: 0,
  statuses: 1,
  replies: 1,
  parked: 0,
  lagP50: 12,
  lagP95: 40,
};

test('the hub of production knows nothing of the demonstration', () => {
  const files = globSync('apps/hub/src/**/*.ts').filter((file) => !file.includes('/demo/'));
  expect(files).toContain('apps/hub/src/main.ts');
  expect(files.filter((file) => /from '[^']*\/demo\//.test(readFileSync(file, 'utf8')))).toEqual([]);
});
