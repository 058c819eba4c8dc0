import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, test } from '@jest/globals';
import type { LaporgubSimulator, LaporMasbupSimulator, SmartdpuSimulator } from '#connectors/simulators';
import { HOME, PROVINCE, type Story, WORKS } from '../faults/kit/diary.ts';
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

describe('the same end of a case that was opened again', () => {
  const again = async (before = (_tiket: string): unknown => null): Promise<{ story: Story; tiket: string }> => {
    const story = await town.diary.report('provinsi');
    await turns(2);
    const tiket = (await town.caseOn(story, PROVINCE)) ?? '';
    await town.simulators[PROVINCE].play('status', tiket, { status: 'Selesai', isi: 'Sudah ditambal' });
    await turns(2);
    expect(await complaint(story)).toMatchObject({ status: 'resolved' });
    await before(tiket);
    const note = 'Pelapor: masih bolong';
    const act = { kind: 'status', status: 'in_progress', outcome: null, rejection: null, note } as const;
    await town.decide(HOME, story.caseId, act);
    await turns(1);
    // Platforms tell the time in seconds.
    await sleep(1_100);
    return { story, tiket };
  };

  test('is heard although the list alone tells it, by the answer that stands there now', async () => {
    const { story, tiket } = await again();
    town.simulators[PROVINCE].faults.webhook.drop = { rate: 1 };
    await town.simulators[PROVINCE].play('status', tiket, { status: 'Selesai', isi: 'Sudah diaspal ulang' });
    await turns(2);
    expect(await complaint(story)).toMatchObject({ status: 'resolved', handler: PROVINCE });
  });

  test('is not heard where what we wrote has changed the case', async () => {
    const { story, tiket } = await again();
    await town.diary.say(story, HOME, story.caseId, 'follow_up');
    await turns(3);
    const shown = (town.simulators[PROVINCE] as LaporgubSimulator).aduan.get(tiket);
    expect(shown).toMatchObject({ status: 'Selesai', tindak_lanjut: [{}, { jenis: 'pertanyaan_pelapor' }] });
    expect(await complaint(story)).toMatchObject({ status: 'in_progress' });
  });

  test('is not heard where the answer was given before that', async () => {
    const { story } = await again(async (tiket) => {
      await sleep(1_100);
      town.simulators[PROVINCE].faults.webhook.drop = { rate: 1 };
      await town.simulators[PROVINCE].play('tanggapan', tiket, { isi: 'Terima kasih atas laporannya' });
    });
    await turns(1);
    expect(await complaint(story)).toMatchObject({ status: 'in_progress' });
  });

  test('is not heard where an answer came by itself', async () => {
    const { story, tiket } = await again();
    await town.simulators[PROVINCE].play('tanggapan', tiket, { isi: 'Akan kami periksa lagi' });
    await turns(2);
    expect(await complaint(story)).toMatchObject({ status: 'in_progress' });
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
