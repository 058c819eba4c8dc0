import * as say from '../answers.ts';
import { Chance } from '../chance.ts';
import type { Place } from '../places.ts';
import * as texts from '../texts.ts';
import { BEST, CHANNELS, DONE_ELSEWHERE, OFFICES, PERIOD, REPORTS, SUBJECTS, TAKES } from './article.ts';
import { courseOf, type Report } from './course.ts';

/** One thing that a person did at home, then. */
export interface Happening {
  /** Which report; they are counted from 0. */
  report: number;
  at: number;
  play: string;
  input: Record<string, string>;
}

/** Places of the provincial roads: a road that names two of them would be the province's. */
const ROAD_PLACES = /Purbalingga|Bobotsari|Karangreja|Belik|Bojong|Bukateja|Klampok|Kalimanah|Jompo|Sokaraja/;
const DAY_MS = 86_400_000;
const OTHER = 'lainnya';
const PLACELESS = 0.05;

/** Everything that happened at home to the reports of the period, in the order of time: the same for the same seed. */
export function planYear(seed: number, places: readonly Place[]): Happening[] {
  const chance = new Chance(seed);
  const subjects = chance.shuffled(spread(SUBJECTS));
  const channels = chance.shuffled(spread(CHANNELS));
  const offices = officesOf(chance, subjects);
  const done = doneOf(chance, offices);
  const kecamatan = kecamatanOf(chance, done, [...new Set(places.map((place) => place.kecamatan))]);
  const names = chance.deck(say.NAMES);
  const reports = subjects.map((subject, index): Report => {
    const isDone = done[index] ?? false;
    const place = placeIn(chance, places, kecamatan[index] ?? null);
    const office = offices[index] ?? null;
    const text = textOf(chance, subject)
      .replaceAll('{desa}', place?.desa ?? 'kami')
      .replaceAll('{kec}', place?.kecamatan ?? 'kami');
    const phone = `+62812${String(index).padStart(8, '0')}`;
    return {
      at: filedAt(chance),
      subject,
      channel: channels[index] ?? 'whatsapp',
      office,
      isDone,
      place,
      text,
      name: names(),
      phone,
    };
  });
  return reports
    .flatMap((report, index) => courseOf(chance, report).map((step) => ({ ...step, report: index })))
    .toSorted((a, b) => a.at - b.at || a.report - b.report);
}

const spread = (counts: Record<string, number>): string[] =>
  Object.entries(counts).flatMap(([word, count]) => Array.from({ length: count }, () => word));

/** The office of each report: its own subjects first, then what is about something else. */
function officesOf(chance: Chance, subjects: readonly string[]): (string | null)[] {
  const offices: (string | null)[] = subjects.map(() => null);
  for (const [office, { received }] of Object.entries(OFFICES)) {
    const free = chance.shuffled([...subjects.keys()].filter((index) => offices[index] === null));
    const own = free.filter((index) => TAKES[office]?.includes(subjects[index] ?? ''));
    const other = free.filter((index) => subjects[index] === OTHER);
    for (const index of [...own, ...other].slice(0, received)) offices[index] = office;
  }
  return offices;
}

function doneOf(chance: Chance, offices: readonly (string | null)[]): boolean[] {
  const done = offices.map(() => false);
  const wanted = [
    ...Object.entries(OFFICES).map(([office, share]) => [office, share.done] as const),
    [null, DONE_ELSEWHERE] as const,
  ];
  for (const [office, count] of wanted) {
    const own = chance.shuffled([...offices.keys()].filter((index) => offices[index] === office));
    for (const index of own.slice(0, count)) done[index] = true;
  }
  return done;
}

/** The best three get their numbers; of the others each has its part of what stayed open. */
function kecamatanOf(chance: Chance, done: readonly boolean[], all: readonly string[]): (string | null)[] {
  const found: (string | null)[] = done.map(() => null);
  const left = {
    done: chance.shuffled([...done.keys()].filter((index) => done[index])),
    open: chance.shuffled([...done.keys()].filter((index) => !done[index])),
  };
  for (const [name, best] of Object.entries(BEST)) {
    for (const index of left.done.splice(0, best.done)) found[index] = name;
    for (const index of left.open.splice(0, best.received - best.done)) found[index] = name;
  }
  const others = all.filter((name) => !(name in BEST));
  for (const [turn, index] of left.open.entries()) found[index] = others[turn % others.length] ?? null;
  for (const index of left.done) found[index] = chance.next() < PLACELESS ? null : chance.pick(others);
  return found;
}

function placeIn(chance: Chance, places: readonly Place[], kecamatan: string | null): Place | null {
  if (kecamatan === null) return null;
  return chance.pick(places.filter((place) => place.kecamatan === kecamatan && !ROAD_PLACES.test(place.desa)));
}

const SAID = Map.groupBy([...texts.INFRASTRUCTURE, ...texts.AT_HOME], ({ kategori }) => kategori);
const textOf = (chance: Chance, subject: string): string =>
  chance.pick(SAID.get(subject)?.map(({ text }) => text) ?? texts.ABOUT_OTHERS);

/** A day of the period, between six in the morning and ten at night in WIB. */
function filedAt(chance: Chance): number {
  const first = Date.parse(`${PERIOD.from}T00:00+07:00`);
  const days = (Date.parse(`${PERIOD.to}T00:00+07:00`) - first) / DAY_MS;
  return first + chance.between(0, days) * DAY_MS + chance.between(6 * 60, 22 * 60) * 60_000;
}

/** As many reports as were published, whatever else changes above. */
if (spread(SUBJECTS).length !== REPORTS || spread(CHANNELS).length !== REPORTS)
  throw new RangeError('Not the published number');
