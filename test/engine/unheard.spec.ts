import { describe, expect, test } from '@jest/globals';
import type { LaporMasbupSimulator, SmartdpuSimulator } from '#connectors/simulators';
import { HOME, WORKS } from '../faults/kit/diary.ts';
import { arrivesUnheard, complaint, retried, type Shown, town, turns, wib } from './town.ts';

/** As SMARTDPU's clocks show it. */
const local = (ms: number): string => wib(ms).slice(0, 19).replace('T', ' ');

describe('what an office decides about a case before we know that it was made there', () => {
  const found = async (platform: typeof HOME | typeof WORKS): Promise<void> => {
    town.simulators[platform].faults.clear();
    await retried();
    await turns(3);
  };

  test.each<[string, Record<string, string>, Partial<Shown>]>([
    ['tolak', { isi: 'Jalan provinsi' }, { handler: HOME, status: 'verifying' }],
    ['status', { status: 'Survei' }, { handler: WORKS, status: 'in_progress' }],
  ])('is heard of SMARTDPU, although our own look at the case shows it first: %s', async (play, input, expected) => {
    arrivesUnheard('/api/laporan');
    const story = await town.diary.report('kabupaten');
    await turns(1);
    const { reports, feed } = town.simulators[WORKS] as SmartdpuSimulator;
    const report = reports.at(-1);
    await town.simulators[WORKS].play(play, String(report?.id), input);
    // A minute after it was made, and the report tells that time.
    const waktu = local(Date.now() + 60_000);
    for (const told of [report, feed.at(-1)]) Object.assign(told ?? {}, { waktu });
    await found(WORKS);
    expect(await complaint(story)).toMatchObject(expected);
  });

  test('is heard of home, although our repeated creation shows it first', async () => {
    arrivesUnheard('/aduan', HOME);
    const story = await town.diary.handDown();
    await turns(1);
    const nomor = [...(town.simulators[HOME] as LaporMasbupSimulator).aduan.keys()].at(-1) ?? '';
    await town.simulators[HOME].play('status', nomor, { status: 'diproses' });
    await found(HOME);
    expect(await complaint(story)).toMatchObject({ handler: HOME, status: 'in_progress' });
  });
});

test('what others’ cases went through before the hub listened is neither waited for nor asked for', async () => {
  const { reports, feed } = town.simulators[WORKS] as SmartdpuSimulator;
  const report = { kode: 'DPU-20-000001', id_pelaporan_luar: '', jenis: 'jalan_rusak', deskripsi: 'Laporan kantor' };
  const waktu = local(Date.now() - 3 * 86_400_000);
  reports.push({ id: 77, ...report, status: 'Diterima', waktu });
  await town.simulators[WORKS].play('status', '77', { status: 'Survei' });
  Object.assign(feed.at(-1) ?? {}, { waktu });
  await town.simulators[WORKS].play('status', '77', { status: 'Dikerjakan' });
  await turns(1);
  const states = () => town.sql<object>(`select state, code from inbox where case_key = '77' order by id`);
  expect(await states()).toEqual([
    { state: 'done', code: 'foreign' },
    { state: 'waiting', code: 'unknown_case' },
  ]);
  await turns(5);
  expect(await states()).toMatchObject([{ state: 'done' }, { state: 'done', code: 'foreign' }]);
});
