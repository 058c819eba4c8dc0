import { afterEach, describe, expect, test } from '@jest/globals';
import { ConnectorError } from '#connector';
import type { LaporMasbupSimulator } from '#connectors/simulators';
import { laneStates } from '#store';
import { HOME, PROVINCE, type Story, WORKS } from '../faults/kit/diary.ts';
import { fromProvince } from '../faults/kit/sender.ts';
import { arrivesUnheard, complaint, retried, town, turns, wib } from './town.ts';

const links = async ({ origin, caseId }: Story, instance: string) =>
  town.sql<{ state: string; external_id: string | null }>(
    `select there.state, there.external_id from link here join link there using (complaint_id)
     where here.instance = $1 and here.external_id = $2 and there.instance = $3 order by there.id`,
    [origin, caseId, instance],
  );
const casesOf = ({ mark }: Story, platform: typeof HOME | typeof PROVINCE | typeof WORKS): number =>
  town.simulators[platform].cases().filter(({ lines }) => lines.some((line) => line.includes(mark))).length;
const lines = (platform: typeof HOME | typeof WORKS, caseId: string, text: string): number =>
  town.simulators[platform]
    .cases()
    .find(({ id }) => id === caseId)
    ?.lines.filter((line) => line.includes(text)).length ?? 0;
const waiting = async (): Promise<number> => {
  const [row] = await town.sql<{ n: number }>(
    `select count(*)::int as n from outbox where state not in ('done', 'skipped')`,
  );
  return row?.n ?? -1;
};
const toWorks = async (): Promise<{ story: Story; report: string }> => {
  const story = await town.diary.report('kabupaten');
  await turns(2);
  return { story, report: (await town.caseOn(story, WORKS)) ?? '' };
};
const DUTY = { kind: 'authority', category: null, reason: 'Ruas itu bukan milik kabupaten' } as const;

describe('who is to stay unknown', () => {
  test('a mark that a platform sets after the complaint came in counts here too', async () => {
    const story = await town.diary.handDown();
    await turns(2);
    expect(await complaint(story)).toMatchObject({ anonim: false, rahasia: false });
    await town.simulators[PROVINCE].play('tandai', story.caseId, { tanda: 'anonim dan rahasia' });
    await turns(1);
    expect(await complaint(story)).toMatchObject({ anonim: true, rahasia: true });
    const [row] = await town.sql<{ detail: string }>(
      `select detail from audit join link using (complaint_id) where external_id = $1 and detail like 'Tanda %'`,
      [story.caseId],
    );
    expect(row?.detail).toBe('Tanda anonim dan rahasia dipasang');
  });

  test('so does one that home sets on a case which we made there and nobody decided about', async () => {
    const story = await town.diary.handDown({ kategori: '' });
    await turns(2);
    town.simulators[HOME].faults.webhook.drop = { rate: 1 };
    await town.simulators[HOME].play('disposisi', (await town.caseOn(story, HOME)) ?? '', { tanda: 'rahasia' });
    await turns(1);
    expect(await complaint(story)).toMatchObject({ anonim: false, rahasia: true });
  });

  test('one that an admin lifted stays lifted while the platform goes on repeating it', async () => {
    const story = await town.diary.handDown({ tanda: 'rahasia' });
    await turns(2);
    await town.decide(PROVINCE, story.caseId, { kind: 'marks', marks: { rahasia: false }, reason: 'Pelapor setuju' });
    await town.simulators[PROVINCE].play('tanggapan', story.caseId, { isi: 'Mohon ditindaklanjuti' });
    await turns(2);
    expect(await complaint(story)).toMatchObject({ rahasia: false });
    await town.simulators[PROVINCE].play('tandai', story.caseId, { tanda: 'anonim' });
    await turns(1);
    expect(await complaint(story)).toMatchObject({ anonim: true, rahasia: false });
  });

  test('who asks for it in a later message is given it, before that message goes on', async () => {
    const story = await town.diary.handDown();
    await turns(2);
    await town.simulators[PROVINCE].play('jawaban', story.caseId, { isi: 'Mohon jangan sebut nama saya' });
    await turns(1);
    expect(await complaint(story)).toMatchObject({ anonim: true, rahasia: false });
  });

  describe('where home leaves out whether somebody does', () => {
    const leaveOut = (caseId: string): void => {
      const { aduan } = (town.simulators[HOME] as LaporMasbupSimulator).aduan.get(caseId) ?? {};
      Object.assign(aduan?.pelapor ?? {}, { anonim: undefined, rahasia: undefined });
    };
    afterEach(() => town.sql(`update inbox set state = 'skipped' where state = 'parked'`));

    test('that says nothing of a complaint which is known', async () => {
      const story = await town.diary.report('kabupaten');
      await turns(2);
      leaveOut(story.caseId);
      await town.simulators[HOME].play('tanggapan', story.caseId, { isi: 'Sedang diperiksa' });
      await turns(2);
      expect(await complaint(story)).toMatchObject({ anonim: false, rahasia: false });
    });

    test('a new complaint is taken as if they did', async () => {
      town.simulators[HOME].faults.webhook.drop = { rate: 1 };
      const story = await town.diary.report('rumah');
      leaveOut(story.caseId);
      await turns(1);
      expect(await complaint(story)).toMatchObject({ anonim: true, rahasia: true });
    });
  });

  test('the name under a citizen’s words is kept nowhere in the clear', async () => {
    const story = await town.diary.handDown();
    await turns(2);
    const tindak_lanjut = {
      id: 'TL-nama',
      id_luar: null,
      isi: 'Keterangan tambahan dari warga',
      jenis: 'jawaban_pelapor',
      oleh: 'Nama Rekaan Pelapor',
      publik: true,
      waktu: wib(),
    };
    const told = { event: 'aduan.tindak_lanjut', waktu: wib(), tiket: story.caseId, tindak_lanjut };
    town.send(fromProvince(told));
    await turns(1);
    const rows = await town.sql<{ body: { text: string } }>(
      `select body from event where body ->> 'text' = 'Keterangan tambahan dari warga'`,
    );
    expect(rows).toHaveLength(1);
    expect(JSON.stringify(rows)).not.toContain('Rekaan');
  });
});

describe('a decision made here', () => {
  test('is undone by nothing that home merely goes on stating', async () => {
    const { story, report } = await toWorks();
    await town.simulators[WORKS].play('tolak', report, { isi: 'Jalan provinsi' });
    await turns(2);
    await town.decide(HOME, story.caseId, { ...DUTY, kewenangan: 'provinsi' });
    await turns(4);
    expect(await complaint(story)).toMatchObject({ kewenangan: 'provinsi', handler: PROVINCE });
    const shown = (town.simulators[HOME] as LaporMasbupSimulator).aduan.get(story.caseId)?.aduan;
    const { cases } = await town.dryRun(HOME, shown);
    expect(cases).toMatchObject([{ complaint: { kewenangan: 'provinsi' } }]);
    expect([casesOf(story, WORKS), casesOf(story, PROVINCE)]).toEqual([1, 1]);
  });

  test('stands at home too where the platform that had it before gives its case back', async () => {
    const { story, report } = await toWorks();
    await town.decide(HOME, story.caseId, { ...DUTY, kewenangan: 'provinsi' });
    await turns(3);
    expect(await complaint(story)).toMatchObject({ handler: PROVINCE });
    await town.simulators[WORKS].play('tolak', report, { isi: 'Jalan provinsi' });
    await turns(3);
    expect(await links(story, WORKS)).toMatchObject([{ state: 'returned' }]);
    expect(await complaint(story)).toMatchObject({ handler: PROVINCE, status: 'assigned' });
    expect(lines(HOME, story.caseId, 'dikembalikan')).toBe(0);
  });

  test('gives way to a newer one of home', async () => {
    const { story } = await toWorks();
    await town.decide(HOME, story.caseId, { ...DUTY, kewenangan: 'provinsi' });
    await turns(3);
    town.simulators[HOME].faults.webhook.drop = { rate: 1 };
    await town.simulators[HOME].play('disposisi', story.caseId, { kewenangan: 'desa' });
    await turns(2);
    expect(await complaint(story)).toMatchObject({ kewenangan: 'desa' });
  });

  test('calls back a case that could not be made yet: only where it belongs now is one', async () => {
    const { faults } = town.simulators[PROVINCE];
    faults.on = ({ path }) => path.endsWith('/aduan');
    faults.error500 = { rate: 1 };
    const story = await town.diary.report('provinsi');
    await turns(2);
    await town.decide(HOME, story.caseId, { ...DUTY, kewenangan: 'kabupaten' });
    await turns(2);
    faults.clear();
    await retried();
    await turns(3);
    // Nobody can tell whether the first tries made it: a person looks there, and says that they did not.
    const looked = await town.sql(
      `update outbox set state = 'waiting', unsettled = false where state = 'uncertain' and instance = $1 returning id`,
      [PROVINCE],
    );
    expect(looked).toHaveLength(1);
    await turns(2);
    expect([casesOf(story, PROVINCE), casesOf(story, WORKS)]).toEqual([0, 1]);
    expect(await complaint(story)).toMatchObject({ handler: WORKS });
    expect(await links(story, PROVINCE)).toEqual([{ state: 'refused', external_id: null }]);
    expect(await waiting()).toBe(0);
  });

  test('stands where a case turns out to have been made before it', async () => {
    arrivesUnheard('/api/laporan');
    const story = await town.diary.report('kabupaten');
    await turns(1);
    await town.decide(HOME, story.caseId, { ...DUTY, kewenangan: 'provinsi' });
    await turns(2);
    town.simulators[WORKS].faults.clear();
    await retried();
    await turns(2);
    expect(await links(story, WORKS)).toMatchObject([{ state: 'open' }]);
    expect(await complaint(story)).toMatchObject({ handler: PROVINCE });
  });

  test('that ends the complaint is not followed by a case made elsewhere', async () => {
    const { faults } = town.simulators[WORKS];
    faults.on = ({ method }) => method === 'POST';
    faults.error500 = { rate: 1 };
    const story = await town.diary.report('kabupaten');
    await turns(2);
    const act = { kind: 'status', status: 'rejected', outcome: null, rejection: 'spam', note: 'Iklan' } as const;
    await town.decide(HOME, story.caseId, act);
    faults.clear();
    await retried();
    await turns(3);
    expect(casesOf(story, WORKS)).toBe(0);
    expect(await complaint(story)).toMatchObject({ status: 'rejected', handler: HOME });
  });
});

describe('a case that is made a second time on the platform that gave it back', () => {
  /** Given back while something for it could not leave, and decided to be theirs after all. */
  const again = async (): Promise<{ story: Story; first: string; second: string }> => {
    const { story, report: first } = await toWorks();
    await town.diary.say(story, HOME, story.caseId);
    await turns(1);
    const { faults } = town.simulators[WORKS];
    faults.on = ({ path }) => path.endsWith('/komentar');
    faults.error500 = { rate: 1 };
    await town.diary.say(story, HOME, story.caseId);
    await turns(1);
    await town.sql(`update outbox set state = 'parked' where state = 'waiting' and kind = 'replied'`);
    await town.simulators[WORKS].play('tolak', first, { isi: 'Jalan provinsi' });
    await turns(2);
    await town.decide(HOME, story.caseId, { kind: 'forward', to: WORKS, reason: 'Jalan kabupaten menurut SK' });
    faults.clear();
    await retried();
    await turns(4);
    const [, link] = await links(story, WORKS);
    return { story, first, second: link?.external_id ?? '' };
  };

  test('is not held up by what still waited for the first', async () => {
    const { story, second } = await again();
    expect(second).not.toBe('');
    const [row] = await town.sql<{ id: string }>('select complaint_id as id from link where external_id = $1', [
      second,
    ]);
    const [lane] = await laneStates(town.pool, WORKS, [row?.id ?? '']);
    // What was said in the first is not missing in the second.
    expect(lane?.replies).toEqual([]);
    expect(await waiting()).toBe(0);
    expect(await complaint(story)).toMatchObject({ handler: WORKS });
  });

  test('is the one that counts, whatever becomes of the first', async () => {
    const { story, first, second } = await again();
    await town.simulators[WORKS].play('status', second, { status: 'Survei' });
    await turns(2);
    const before = await complaint(story);
    await town.simulators[WORKS].play('status', first, { status: 'Selesai' });
    await turns(2);
    expect(await complaint(story)).toEqual(before);
    // Known all the same: the reconciliation would find it anew each night.
    expect(await town.sql('select label from link where external_id = $1', [first])).toEqual([{ label: 'Selesai' }]);
  });
});

describe('a comment that had arrived before a person sends it again', () => {
  const WORDS = 'Petugas sudah menuju ke sana';
  const arrived = async (): Promise<{ report: string; say: () => Promise<unknown> }> => {
    const { story, report } = await toWorks();
    const say = () => town.simulators[HOME].play('tanggapan', story.caseId, { isi: WORDS });
    arrivesUnheard('/komentar');
    await say();
    await turns(1);
    // As after the last of its tries.
    await town.sql(`update outbox set state = 'parked' where state = 'waiting' and unsettled`);
    town.simulators[WORKS].faults.clear();
    await turns(2);
    await retried();
    await turns(2);
    return { report, say };
  };

  test('is not written twice', async () => {
    const { report } = await arrived();
    expect([await waiting(), lines(WORKS, report, WORDS)]).toEqual([0, 1]);
  });

  test('is not taken for the same words said once more', async () => {
    const { report, say } = await arrived();
    const { faults } = town.simulators[WORKS];
    faults.reset = 1;
    faults.on = ({ path }) => path.endsWith('/komentar');
    await say();
    await turns(4);
    expect([await waiting(), lines(WORKS, report, WORDS)]).toEqual([0, 2]);
  });
});

test('each change under a word that nobody has given a meaning is kept for a person', async () => {
  const { report } = await toWorks();
  for (const label of ['Menunggu alat', 'Survei', 'Menunggu alat']) {
    await town.simulators[WORKS].play('status', report, { label });
    await turns(1);
  }
  const parked = await town.sql<object>(
    `select code from inbox where instance = $1 and state = 'parked' and case_key = $2`,
    [WORKS, report],
  );
  expect(parked).toHaveLength(2);
  await town.sql(`update inbox set state = 'skipped' where state = 'parked'`);
});

test('word of a case that exists and is not taken here is a person’s matter in the end', async () => {
  const story = await town.diary.report('provinsi');
  await turns(2);
  const tiket = await town.caseOn(story, PROVINCE);
  await town.sql(`update link set state = 'refused', external_id = null where external_id = $1`, [tiket]);
  const told = { event: 'aduan.status', tiket, waktu: wib(), status: 'Progress', alasan: null };
  town.send(fromProvince(told));
  await turns(5);
  await town.sql(`update inbox set attempts = 25 where case_key = $1 and state = 'waiting'`, [tiket]);
  await turns(3);
  const rows = await town.sql<object>(
    `select state, code from inbox where case_key = $1 and kind = 'webhook' order by id desc limit 1`,
    [tiket],
  );
  expect(rows).toEqual([{ state: 'parked', code: 'unknown_case' }]);
});

test('a case that became ours while it was asked for keeps what was told of it', async () => {
  const { report } = await toWorks();
  await town.simulators[WORKS].play('status', report, { status: 'Survei' });
  const [link] = await town.sql<{ id: string }>(
    'update link set external_id = $2 where external_id = $1 returning id',
    [report, 'belum-dikenal'],
  );
  await turns(1);
  const known = () => town.sql('update link set external_id = $2 where id = $1', [link?.id, report]);
  await town.fetch(WORKS, report, known);
  const states = () =>
    town.sql<{ state: string; code: string | null }>(
      `select state, code from inbox where case_key = $1 and state <> 'done' or code = 'foreign' order by id`,
      [report],
    );
  expect(await states()).toEqual([{ state: 'waiting', code: 'unknown_case' }]);
  await turns(2);
  expect(await states()).toEqual([]);
});

test('asking again for a case that the platform refuses to show is of no use', async () => {
  const told = { event: 'aduan.status', tiket: 'LGWA00000009', waktu: wib(), status: 'Progress', alasan: null };
  town.send(fromProvince(told));
  await turns(1);
  await town.fetch(PROVINCE, 'LGWA00000009', () => Promise.reject(new ConnectorError('rejected', 'Tidak berhak')));
  const rows = await town.sql<object>(`select state, code from inbox where case_key = 'LGWA00000009'`);
  expect(rows).toEqual([{ state: 'waiting', code: 'untaken' }]);
  await town.sql(`update inbox set state = 'skipped' where case_key = 'LGWA00000009'`);
});
