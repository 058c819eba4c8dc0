import * as say from './answers.ts';
import type { Chance } from './chance.ts';
import type { Step } from './story.ts';
import type { Said } from './texts.ts';

type Input = Record<string, string>;
const home = (after: number, play: string, input: Input = {}): Step => ({ after, at: 'lapor-masbup', play, input });
const laporgub = (after: number, play: string, input: Input): Step => ({ after, at: 'laporgub', play, input });
const smartdpu = (after: number, play: string, input: Input): Step => ({ after, at: 'smartdpu', play, input });

export const verified = (chance: Chance): Step => home(chance.between(8, 40), 'verifikasi');

/** The home admin says whose duty it is. */
export const disposed = (chance: Chance, kewenangan: string, { kategori, opd }: Said): Step =>
  home(chance.between(6, 40), 'disposisi', { kewenangan, kategori, ...(opd === undefined ? {} : { opd }) });

const citizenAdds = (chance: Chance): Step[] =>
  chance.next() < 0.25 ? [home(chance.between(20, 60), 'susulan', { isi: chance.pick(say.CITIZEN_ADDS) })] : [];

/** The province takes it up and answers. The first one of a day is answered soon. */
export function provinceHandles(chance: Chance, { soon = false, asks = false } = {}): Step[] {
  const wait = (low: number, high: number) => (soon ? chance.between(8, 16) : chance.between(low, high));
  const oleh = 'Dinas Provinsi (contoh)';
  const question: Step[] = [
    laporgub(wait(10, 30), 'tanggapan', { isi: say.PROVINCE_ASKS, jenis: 'pertanyaan_pelapor', oleh }),
    home(wait(20, 50), 'susulan', { isi: say.CITIZEN_ANSWERS }),
  ];
  return [
    laporgub(wait(20, 60), 'status', { status: 'Verifikasi' }),
    ...(asks ? question : []),
    laporgub(wait(30, 120), 'status', { status: 'Progress', isi: chance.pick(say.PROVINCE_STARTS), oleh }),
    ...(soon ? [] : citizenAdds(chance)),
    laporgub(wait(60, 180), 'status', { status: 'Selesai', isi: chance.pick(say.PROVINCE_ENDS), oleh }),
  ];
}

/** The public-works office surveys, works and is done; some of it with a photo. */
export function worksHandle(chance: Chance): Step[] {
  const photo = (): Input => (chance.next() < 0.4 ? { foto: 'dengan foto' } : {});
  const comment = smartdpu(chance.between(10, 40), 'komentar', { isi: chance.pick(say.FIELD_COMMENT) });
  return [
    smartdpu(chance.between(30, 100), 'status', { status: 'Survei', isi: chance.pick(say.FIELD_SURVEY) }),
    ...(chance.next() < 0.4 ? [smartdpu(chance.between(20, 60), 'status', { status: 'Terjadwal' })] : []),
    ...citizenAdds(chance),
    smartdpu(chance.between(40, 120), 'status', { status: 'Dikerjakan', isi: chance.pick(say.FIELD_WORK), ...photo() }),
    ...(chance.next() < 0.4 ? [comment] : []),
    smartdpu(chance.between(40, 140), 'status', { status: 'Selesai', isi: chance.pick(say.FIELD_DONE), ...photo() }),
  ];
}

/** An office of the regency answers at home. */
export function officeHandles(chance: Chance, { opd }: Said): Step[] {
  const nama = opd ?? 'Admin OPD (contoh)';
  return [
    home(chance.between(15, 80), 'status', { status: 'diproses' }),
    home(chance.between(5, 40), 'tanggapan', { isi: chance.pick(say.OFFICE_STARTS), nama, peran: 'admin_opd' }),
    home(chance.between(40, 160), 'tanggapan', { isi: chance.pick(say.OFFICE_ENDS), nama, peran: 'admin_opd' }),
    home(chance.between(1, 10), 'status', { status: 'selesai' }),
  ];
}

/** "Not ours": the decision is open again at home, and goes elsewhere. */
export const givenBack = (chance: Chance, said: Said): Step[] => [
  laporgub(chance.between(30, 70), 'kembalikan', { alasan: say.NOT_OURS }),
  disposed(chance, 'kabupaten', said),
];

export const secretAnswer = (chance: Chance): Step =>
  home(chance.between(20, 60), 'tanggapan', { isi: say.SECRET_ANSWER, nama: 'Admin utama', peran: 'admin_utama' });
