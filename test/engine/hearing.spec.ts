import { describe, expect, test } from '@jest/globals';
import { HOME, PROVINCE, type Story, WORKS } from '../faults/kit/diary.ts';
import { fromHome, fromProvince } from '../faults/kit/sender.ts';
import { town, turns, wib } from './town.ts';

const effects = async (story: Story, instance: string, type: string): Promise<string[]> => {
  const rows = await town.sql<{ effect: string }>(
    `select event.effect from event join link using (complaint_id)
     where link.instance = $1 and external_id = $2 and event.instance = $3 and type = $4 order by event.id`,
    [story.origin, story.caseId, instance, type],
  );
  return rows.map(({ effect }) => effect);
};
const messages = (story: Story) =>
  town.sql<{ state: string; code: string | null }>(
    `select state, code from inbox where case_key = $1 and state <> 'done' order by id`,
    [story.caseId],
  );
const lines = (platform: typeof HOME | typeof PROVINCE | typeof WORKS, caseId: string, text: string): number =>
  town.simulators[platform]
    .cases()
    .find(({ id }) => id === caseId)
    ?.lines.filter((line) => line.includes(text)).length ?? 0;

async function provincial(): Promise<{ story: Story; tiket: string }> {
  const story = await town.diary.report('provinsi');
  await turns(2);
  return { story, tiket: (await town.caseOn(story, PROVINCE)) ?? '' };
}
const status = (tiket: string, label: string, ms = Date.now()) =>
  fromProvince({ event: 'aduan.status', tiket, waktu: wib(ms), status: label, alasan: null } as { event: string });
const reply = (nomor: string, id: string, isi: string, peran = 'admin_opd') =>
  fromHome({
    type: 'aduan.tanggapan',
    timestamp: wib(),
    data: {
      nomor,
      tanggapan: { id, isi, penulis: { nama: 'Dinas', peran }, publik: true, lampiran: [], waktu: wib() },
    },
  });

describe('what is told twice', () => {
  test('under two delivery ids is one event, mirrored once', async () => {
    const { story, tiket } = await provincial();
    town.send(reply(story.caseId, 'T-1', 'Disampaikan dua kali'));
    town.send(reply(story.caseId, 'T-1', 'Disampaikan dua kali'));
    await turns(2);
    expect(await effects(story, HOME, 'replied')).toEqual(['kept']);
    expect(lines(PROVINCE, tiket, 'Disampaikan dua kali')).toBe(1);
  });

  test('a status under its old label is kept, an older one is stale, and neither moves anything', async () => {
    const { story, tiket } = await provincial();
    await town.diary.move(story, PROVINCE, tiket, 'Progress');
    await turns(2);
    const before = town.simulators[HOME].writes.length;
    town.send(status(tiket, '  progress ', Date.now() + 2_000));
    town.send(status(tiket, 'Selesai', Date.now() - 3_600_000));
    await turns(2);
    expect((await effects(story, PROVINCE, 'status_changed')).slice(-2)).toEqual(['kept', 'stale']);
    expect(town.simulators[HOME].writes.length).toBe(before);
  });

  test('a step that the end of the same second has overtaken opens nothing again', async () => {
    const { story, tiket } = await provincial();
    const moment = Date.now() + 2_000;
    town.send(status(tiket, 'Selesai', moment));
    town.send(status(tiket, 'Progress', moment));
    await turns(2);
    expect((await effects(story, PROVINCE, 'status_changed')).slice(-2)).toEqual(['applied', 'stale']);
  });
});

describe('our own write that comes back', () => {
  test('is known by its mark or by the id in the receipt, and is mirrored to nobody', async () => {
    const { story, tiket } = await provincial();
    await town.diary.say(story, HOME, story.caseId, 'follow_up');
    await turns(3);
    expect(await effects(story, PROVINCE, 'followed_up')).toEqual(['echo']);
    await town.diary.say(story, PROVINCE, tiket);
    await turns(3);
    expect(await effects(story, HOME, 'replied')).toEqual(['echo']);
    const told = town.simulators[PROVINCE].writes.length;
    await turns(2);
    expect(town.simulators[PROVINCE].writes.length).toBe(told);
  });

  test('is not taken for an earlier one in the same words: what did not arrive is written once more', async () => {
    const story = await town.diary.report('kabupaten');
    await turns(2);
    const report = (await town.caseOn(story, WORKS)) ?? '';
    town.send(reply(story.caseId, 'T-sama-1', 'Sedang kami cek'));
    await turns(3);
    expect(lines(WORKS, report, 'Sedang kami cek')).toBe(1);
    const { faults } = town.simulators[WORKS];
    faults.reset = 1;
    faults.on = ({ method }) => method === 'POST';
    town.send(reply(story.caseId, 'T-sama-2', 'Sedang kami cek'));
    await turns(1);
    faults.clear();
    await turns(4);
    expect(lines(WORKS, report, 'Sedang kami cek')).toBe(2);
  });

  test('waits while it may or may not have arrived, and is an echo once that is known', async () => {
    const { story, tiket } = await provincial();
    const { faults } = town.simulators[HOME];
    let asked = 0;
    faults.commitThenReset = 1;
    faults.on = ({ path }) => {
      if (!path.endsWith('/tanggapan')) return false;
      asked += 1;
      if (asked > 1) faults.error500 = { rate: 1 };
      return true;
    };
    await town.diary.say(story, PROVINCE, tiket);
    await turns(2);
    // Told by a webhook and shown by the list.
    const waiting = await messages(story);
    expect(new Set(waiting.map(({ code }) => code))).toEqual(new Set(['in_flight']));
    faults.clear();
    await turns(3);
    expect(await messages(story)).toEqual([]);
    expect(await effects(story, HOME, 'replied')).toEqual(['echo']);
  });

  test('is known by its text where a person has still to decide about it', async () => {
    const { story, tiket } = await provincial();
    await town.simulators[PROVINCE].play('tanggapan', tiket, { isi: 'Menunggu keputusan orang' });
    const { faults } = town.simulators[HOME];
    faults.on = ({ path }) => path.endsWith('/tanggapan');
    faults.error500 = { rate: 1 };
    await turns(1);
    await town.sql(`update outbox set state = 'uncertain', unsettled = true where body ->> 'text' like $1`, [
      '%keputusan orang%',
    ]);
    town.send(reply(story.caseId, 'T-teks', '  MENUNGGU   keputusan  orang '));
    town.send(reply(story.caseId, 'T-lain', 'Kata yang lain'));
    faults.clear();
    await turns(2);
    expect(await effects(story, HOME, 'replied')).toEqual(['echo', 'kept']);
    await town.sql(`update outbox set state = 'skipped' where state = 'uncertain'`);
  });

  test('a case that was made from ours is no new complaint', async () => {
    const { story } = await provincial();
    const [{ n: before } = { n: 0 }] = await town.sql<{ n: number }>('select count(*)::int as n from complaint');
    await turns(3);
    const [{ n: after } = { n: 1 }] = await town.sql<{ n: number }>('select count(*)::int as n from complaint');
    expect(after).toBe(before);
    expect(story.lives).toEqual([HOME, PROVINCE]);
  });
});

describe('what comes before its time', () => {
  test('a reply before its case waits, what follows waits behind it, and both are taken in their order', async () => {
    const { faults } = town.simulators[PROVINCE];
    faults.webhook.drop = { rate: 1 };
    const story = await town.diary.handDown();
    faults.clear();
    faults.on = ({ path }) => path.includes('/aduan');
    faults.error500 = { rate: 1 };
    const first = await town.diary.say(story, PROVINCE, story.caseId, 'follow_up');
    const second = await town.diary.say(story, PROVINCE, story.caseId);
    await turns(1);
    expect(await messages(story)).toEqual([
      { state: 'waiting', code: 'unknown_case' },
      { state: 'waiting', code: 'behind' },
    ]);
    faults.clear();
    await turns(4);
    expect(await messages(story)).toEqual([]);
    const nomor = (await town.caseOn(story, HOME)) ?? '';
    const heard =
      town.simulators[HOME]
        .cases()
        .find(({ id }) => id === nomor)
        ?.lines.join('\n') ?? '';
    expect(heard.indexOf(first)).toBeGreaterThan(0);
    expect(heard.indexOf(second)).toBeGreaterThan(heard.indexOf(first));
  });

  describe('a case that only the platform itself can tell of', () => {
    /** Neither the webhook of the beginning nor the list tells of it. */
    const begunUnheard = async (): Promise<Story> => {
      const { faults } = town.simulators[PROVINCE];
      faults.webhook.drop = { rate: 1 };
      const story = await town.diary.handDown();
      faults.clear();
      faults.error500 = { rate: 1 };
      return story;
    };
    const away = (is: (path: string) => boolean): void => {
      town.simulators[PROVINCE].faults.on = ({ path }) => is(path);
    };
    const isListOrCreate = (path: string): boolean => path.endsWith('/aduan');

    test('is asked for even while it is open what became of one of ours', async () => {
      const story = await begunUnheard();
      away(isListOrCreate);
      await town.diary.report('provinsi');
      await town.diary.say(story, PROVINCE, story.caseId, 'follow_up');
      await turns(2);
      expect(await messages(story)).toEqual([{ state: 'waiting', code: 'in_flight' }]);
      await turns(4);
      expect(await messages(story)).toEqual([]);
      expect(await town.caseOn(story, HOME)).not.toBeNull();
      town.simulators[PROVINCE].faults.clear();
      await town.sql(`update outbox set state = 'waiting', attempts = 0 where state = 'parked'`);
      await turns(2);
    });

    test('and that could not be asked for in an outage is taken once the platform is back, and bothers nobody', async () => {
      const story = await begunUnheard();
      away((path) => path.includes('/aduan'));
      await town.diary.say(story, PROVINCE, story.caseId, 'follow_up');
      await turns(30);
      expect(await messages(story)).toEqual([{ state: 'waiting', code: 'unknown_case' }]);
      away(isListOrCreate);
      await turns(3);
      expect(await messages(story)).toEqual([]);
      expect(await town.caseOn(story, HOME)).not.toBeNull();
    });
  });

  test('somebody else’s case at a platform that opens none here is no matter of ours', async () => {
    town.send(status('LGWA00000001', 'Progress'));
    await turns(6);
    const rows = await town.sql<{ state: string }>(`select state from inbox where case_key = 'LGWA00000001'`);
    expect(rows).toEqual([{ state: 'waiting' }]);
    await town.sql(`update inbox set state = 'skipped' where case_key = 'LGWA00000001'`);
  });

  test('a case that the platform tells of and does not have is a person’s matter in the end', async () => {
    town.send(status('LGWA00000002', 'Progress'));
    await turns(1);
    await town.sql(`update inbox set attempts = 25 where case_key = 'LGWA00000002'`);
    await turns(2);
    const rows = await town.sql<object>(`select state, code from inbox where case_key = 'LGWA00000002'`);
    expect(rows).toEqual([{ state: 'parked', code: 'unknown_case' }]);
    await town.sql(`update inbox set state = 'skipped' where case_key = 'LGWA00000002'`);
  });
});

describe('who hears what', () => {
  test('an office’s reply is heard by all but its origin, a note by nobody, a status by home', async () => {
    const { story, tiket } = await provincial();
    const said = await town.diary.say(story, PROVINCE, tiket);
    const note = await town.diary.say(story, PROVINCE, tiket, 'note');
    await town.diary.move(story, PROVINCE, tiket, 'Progress');
    await turns(3);
    expect([lines(HOME, story.caseId, said), lines(PROVINCE, tiket, said)]).toEqual([1, 1]);
    expect(lines(HOME, story.caseId, note)).toBe(0);
    expect(town.simulators[HOME].cases().find(({ id }) => id === story.caseId)?.status).toBe('diproses');
  });

  test('a case that is given back opens the decision at home again, and is not sent there a second time', async () => {
    const { story, tiket } = await provincial();
    await town.simulators[PROVINCE].play('kembalikan', tiket, { alasan: 'Bukan jalan provinsi' });
    await turns(3);
    const [link] = await town.sql<{ state: string }>('select state from link where external_id = $1', [tiket]);
    expect(link?.state).toBe('returned');
    expect(lines(HOME, story.caseId, 'Bukan jalan provinsi')).toBe(1);
    const [complaint] = await town.sql<{ handler: string; status: string }>(
      'select handler, status from complaint join link on complaint_id = complaint.id where external_id = $1',
      [tiket],
    );
    expect(complaint).toEqual({ handler: HOME, status: 'verifying' });
  });

  test('what the audit says of a step: where it went, by which rule', async () => {
    const { story } = await provincial();
    const [row] = await town.sql<{ detail: string; rule: string | null }>(
      `select detail, audit.rule from audit join link using (complaint_id)
       where external_id = $1 and hop = 'ingest' and event_type = 'opened' order by audit.id limit 1`,
      [story.caseId],
    );
    expect(row?.detail).toMatch(/^Diterima; tujuan: laporgub; /);
    expect(row?.rule).not.toBeNull();
  });
});

test('after all that the three sides are equal', async () => {
  expect(await town.judge()).toBe('');
});
