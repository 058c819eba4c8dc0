import * as say from '../answers.ts';
import type { Chance } from '../chance.ts';
import type { Place } from '../places.ts';
import type { Happening } from './plan-year.ts';

export interface Report {
  at: number;
  subject: string;
  channel: string;
  office: string | null;
  isDone: boolean;
  place: Place | null;
  text: string;
  name: string;
  phone: string;
}

type Step = Omit<Happening, 'report'>;

const MINUTE_MS = 60_000;
const HOUR = 60;
const DAY = 24 * HOUR;
const SLOW = 0.06;
const GIVEN_BACK = 0.025;

/** Nobody's roads are given to an authority: by the rules they would be another platform's. */
const ROUTED = new Set(['perbaikan-jalan', 'jembatan', 'drainase', 'talud']);

const inWib = (at: number): string => new Date(at + 7 * HOUR * MINUTE_MS).toISOString().replace('Z', '+07:00');

/** What happened to one report at home, from its filing on. */
export function courseOf(chance: Chance, report: Report): Step[] {
  const { office, isDone, subject } = report;
  const steps: Step[] = [];
  let at = report.at;
  const then = (low: number, high: number, play: string, input: Record<string, string>) => {
    at += chance.between(low, high) * MINUTE_MS;
    steps.push({ at, play, input: { ...input, waktu: inWib(at) } });
  };
  const nama = office ?? 'Admin utama';
  const dispose = (low: number, high: number) =>
    then(low, high, 'disposisi', { opd: office ?? '', ...authorityOf(subject) });

  then(0, 0, 'lapor', filing(report));
  const [soonest, latest] = chance.next() < SLOW ? [25 * HOUR, 60 * HOUR] : [10, 20 * HOUR];
  if (office === null) then(soonest, latest, 'verifikasi', {});
  else {
    dispose(soonest, latest);
    if (chance.next() < GIVEN_BACK) {
      then(2 * HOUR, 2 * DAY, 'kembalikan', { alasan: say.NOT_OUR_OFFICE });
      dispose(30, 30 * HOUR);
    }
  }
  const ends = chance.next();
  if (!isDone && ends < 0.25) then(HOUR, 3 * DAY, 'status', { status: 'ditolak', keterangan: say.NOT_FIT });
  else if (isDone || ends < 0.7) then(HOUR, 2 * DAY, 'status', { status: 'diproses' });
  if (!isDone) return steps;
  then(2 * HOUR, 9 * DAY, 'tanggapan', { isi: chance.pick(say.OFFICE_ENDS), nama, peran: 'admin_opd' });
  then(1, 30, 'status', { status: 'selesai' });
  return steps;
}

const authorityOf = (subject: string): Record<string, string> => {
  if (ROUTED.has(subject)) return {};
  return { kewenangan: subject === 'pemerintahan-desa' ? 'desa' : 'kabupaten' };
};

const filing = ({ text, channel, subject, place, name, phone }: Report): Record<string, string> => ({
  isi: text,
  kanal: channel,
  kategori: subject,
  nama: name,
  telepon: phone,
  ...(place && { kecamatan: place.kecamatan, desa: place.desa }),
});
