import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { createDatabase, type TestDatabase } from '../setup/database.ts';
import { migrated } from '../setup/migrated.ts';
import { HOME, PROVINCE, WORKS } from './kit/diary.ts';
import { fromHome, fromProvince, post } from './kit/sender.ts';
import { edit } from './kit/settings.ts';
import { Stage } from './kit/stage.ts';
import { eventually } from './kit/wait.ts';

/** Longer than the checker waits for everything to converge. */
jest.setTimeout(120_000);

let database: TestDatabase;
let stage: Stage;
beforeAll(async () => {
  database = await createDatabase(migrated);
  stage = await Stage.open({ databaseUrl: database.url });
});
afterAll(async () => {
  await stage?.close();
  await database?.drop();
});

const wib = (ms = Date.now()) => `${new Date(ms + 7 * 3_600_000).toISOString().slice(0, 19)}+07:00`;
const statusOf = async (nomor: string): Promise<string> => {
  const [row] = await stage.sql<{ status: string }>(
    'select status from complaint join link on complaint_id = complaint.id where external_id = $1',
    [nomor],
  );
  return row?.status ?? '';
};

describe('F29 the same event', () => {
  const reply = (nomor: string, isi: string) => ({
    type: 'aduan.tanggapan',
    timestamp: wib(),
    data: {
      nomor,
      tanggapan: {
        id: 'T-29',
        isi,
        penulis: { nama: 'Dinas', peran: 'admin_opd' },
        publik: true,
        lampiran: [],
        waktu: wib(),
      },
    },
  });

  test('50 times in parallel has one effect; with another body the conflict is recorded', async () => {
    const story = await stage.diary.report('provinsi');
    const tiket = await stage.caseOn(story, PROVINCE);
    const webhook = fromHome(reply(story.caseId, 'Lima puluh kali'), 'kiriman-29');
    const answers = await Promise.all(Array.from({ length: 50 }, () => post(stage.hub.url, webhook)));
    expect(answers.map(({ status }) => status)).toEqual(Array.from({ length: 50 }, () => 202));
    const other = await post(stage.hub.url, fromHome(reply(story.caseId, 'Isi lain'), 'kiriman-29'));
    expect(other.status).toBe(202);
    await eventually(() => expect(stage.says(PROVINCE, tiket, 'Lima puluh kali')).toBe(1));
    expect(await stage.judge({ parked: true })).toBe('');
    expect(stage.says(PROVINCE, tiket, 'Lima puluh kali')).toBe(1);
    expect(stage.says(PROVINCE, tiket, 'Isi lain')).toBe(0);
    const kept = await stage.sql(`select state, code from inbox where delivery_id like 'kiriman-29%' order by id`);
    expect(kept).toEqual([
      { state: 'done', code: null },
      { state: 'parked', code: 'conflict' },
    ]);
    expect(await stage.sql(`select from audit where event_id = 'kiriman-29' and outcome = 'conflict'`)).toHaveLength(1);
    await stage.sql(`update inbox set state = 'skipped' where state = 'parked'`);
  });
});

describe('F30 events that come in the wrong order', () => {
  test('an update before its create waits, and is applied after it', async () => {
    // No poll tells of the case either, before the update came.
    await stage.holdPolls(PROVINCE);
    stage.province.faults.webhook.drop = { rate: 1 };
    const story = await stage.diary.handDown();
    stage.province.faults.clear();
    const jawaban = await stage.diary.say(story, PROVINCE, story.caseId, 'follow_up');
    const nomor = await stage.caseOn(story, HOME);
    await eventually(() => expect(stage.says(HOME, nomor, jawaban)).toBe(1));
    const waited = `select from inbox where case_key = $1 and kind = 'webhook' and attempts > 0`;
    expect(await stage.sql(waited, [story.caseId])).not.toEqual([]);
    await stage.resumePolls(PROVINCE);
    expect(await stage.judge()).toBe('');
  });

  test('a status that comes three days late is kept and moves nothing', async () => {
    const story = await stage.diary.report('provinsi');
    const tiket = await stage.caseOn(story, PROVINCE);
    await stage.diary.move(story, PROVINCE, tiket, 'Progress');
    await stage.diary.move(story, PROVINCE, tiket, 'Selesai');
    await eventually(async () => expect(await statusOf(story.caseId)).toBe('resolved'));
    const late = {
      event: 'aduan.status',
      tiket,
      waktu: wib(Date.now() - 3 * 86_400_000),
      status: 'Disposisi',
      alasan: null,
    };
    expect((await post(stage.hub.url, fromProvince(late))).status).toBe(202);
    await eventually(async () => {
      expect(
        await stage.sql(`select from event where effect = 'stale' and body ->> 'label' = 'Disposisi'`),
      ).toHaveLength(1);
    });
    expect(await stage.judge()).toBe('');
    expect(await statusOf(story.caseId)).toBe('resolved');
    expect(stage.shown(HOME, story.caseId).status).toBe('selesai');
  });
});

describe('F31 replies that change', () => {
  test('the same text posted twice on purpose stands there twice', async () => {
    const story = await stage.diary.report('provinsi');
    const tiket = await stage.caseOn(story, PROVINCE);
    for (const _time of [1, 2]) await stage.province.play('tanggapan', tiket, { isi: 'Mohon bersabar sebentar' });
    await eventually(() => expect(stage.says(HOME, story.caseId, 'Mohon bersabar sebentar')).toBe(2));
    expect(await stage.judge()).toBe('');
    expect(stage.says(HOME, story.caseId, 'Mohon bersabar sebentar')).toBe(2);
  });

  test('a reply that its platform deletes after mirroring stays where it was mirrored', async () => {
    const story = await stage.diary.report('provinsi');
    const tiket = await stage.caseOn(story, PROVINCE);
    await stage.province.play('tanggapan', tiket, { isi: 'Jawaban yang nanti dihapus' });
    await eventually(() => expect(stage.says(HOME, story.caseId, 'Jawaban yang nanti dihapus')).toBe(1));
    const aduan = stage.province.aduan.get(tiket);
    aduan?.tindak_lanjut.pop();
    await stage.diary.say(story, PROVINCE, tiket);
    expect(await stage.judge()).toBe('');
    expect(stage.says(HOME, story.caseId, 'Jawaban yang nanti dihapus')).toBe(1);
  });

  test('a reply that its platform edits after mirroring stays as it was mirrored, and stands there once', async () => {
    const story = await stage.diary.report('provinsi');
    const tiket = await stage.caseOn(story, PROVINCE);
    await stage.province.play('tanggapan', tiket, { isi: 'Jawaban yang nanti diubah' });
    await eventually(() => expect(stage.says(HOME, story.caseId, 'Jawaban yang nanti diubah')).toBe(1));
    await stage.settled();
    Object.assign(stage.province.aduan.get(tiket)?.tindak_lanjut.at(-1) ?? {}, { isi: 'Jawaban yang sudah diubah' });
    const [edited] = await stage.sql<{ at: string }>('select now()::text as at');
    // The list shows the case anew, and with it the reply.
    await stage.diary.say(story, PROVINCE, tiket);
    const read = `select from inbox where case_key = $1 and kind = 'poll' and state = 'done' and received_at > $2`;
    await eventually(async () => expect(await stage.sql(read, [tiket, edited?.at])).not.toEqual([]));
    expect(await stage.judge()).toBe('');
    expect(stage.says(HOME, story.caseId, 'Jawaban yang nanti diubah')).toBe(1);
    expect(stage.says(HOME, story.caseId, 'Jawaban yang sudah diubah')).toBe(0);
  });
});

describe('F32 our own write comes back', () => {
  test.each<[string, (text: string) => string]>([
    ['with a new delivery id', (text) => text],
    ['with CRLF', (text) => text.replaceAll('\n', '\r\n')],
    ['trimmed and cut', (text) => text.trim().slice(0, 20)],
    ['HTML-escaped', (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')],
  ])('%s: suppressed', async (_name, spoil) => {
    const story = await stage.diary.report('provinsi');
    const tiket = await stage.caseOn(story, PROVINCE);
    const mark = await stage.diary.say(story, PROVINCE, tiket, 'reply', 'Baris satu MARK\nbaris dua <b> & seterusnya ');
    await eventually(() => expect(stage.says(HOME, story.caseId, mark)).toBe(1));
    const written = stage.home.aduan.get(story.caseId)?.aduan.tanggapan.at(-1);
    const tanggapan = { ...written, isi: spoil(written?.isi ?? '') };
    const payload = { type: 'aduan.tanggapan', timestamp: wib(), data: { nomor: story.caseId, tanggapan } };
    expect((await post(stage.hub.url, fromHome(payload, randomUUID()))).status).toBe(202);
    expect(await stage.judge()).toBe('');
    expect(stage.says(PROVINCE, tiket, mark)).toBe(1);
  });

  test('escaped and with other line ends, where its answer was lost and nothing but sender and text tell it: not written again', async () => {
    const story = await stage.diary.report('kabupaten');
    const id = await stage.caseOn(story, WORKS);
    await stage.settled();
    const { feed, faults } = stage.works;
    const spoilt = (isi: string): string =>
      isi.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('\n', '\r\n');
    // As it is written, and before anybody reads it.
    jest.spyOn(feed, 'push').mockImplementation((...changes) => {
      for (const change of changes) feed[feed.length] = { ...change, isi: change.isi && spoilt(change.isi) };
      return feed.length;
    });
    try {
      faults.on = ({ method, path: where }) => method === 'POST' && where.endsWith('/komentar');
      faults.commitThenReset = 1;
      const text = 'Baris satu MARK\nbaris dua <b> & seterusnya';
      const mark = await stage.diary.say(story, HOME, story.caseId, 'follow_up', text);
      await eventually(() => expect(stage.says(WORKS, id, mark)).toBe(1));
      await eventually(() => expect(faults.commitThenReset).toBe(0));
      expect(await stage.judge()).toBe('');
      expect(stage.says(WORKS, id, mark)).toBe(1);
      expect(stage.says(WORKS, id, '&lt;b> &amp; seterusnya')).toBe(1);
    } finally {
      jest.restoreAllMocks();
      faults.clear();
    }
  });
});

test('F33 a loop over three platforms stops, and a status that has no inverse does not flap', async () => {
  const story = await stage.diary.handDown();
  story.lives.push(WORKS);
  story.handler = WORKS;
  const nomor = await stage.caseOn(story, HOME);
  await stage.home.play('disposisi', nomor, { kewenangan: 'kabupaten', kategori: 'perbaikan-jalan' });
  const id = await stage.caseOn(story, WORKS);
  for (const status of ['Survei', 'Terjadwal', 'Dikerjakan']) await stage.diary.move(story, WORKS, id, status);
  await stage.diary.say(story, WORKS, id);
  await stage.diary.say(story, HOME, nomor);
  await stage.diary.say(story, PROVINCE, story.caseId);
  expect(await stage.judge()).toBe('');
  const writes = () => Object.values(stage.simulators).reduce((sum, each) => sum + each.writes.length, 0);
  const before = writes();
  await sleep(1_200);
  expect(writes()).toBe(before);
  expect(stage.shown(PROVINCE, story.caseId).status).toBe('Progress');
});

test('F34 both sides change at once: the handler’s word counts, the other stands in the audit', async () => {
  const story = await stage.diary.report('provinsi');
  const tiket = await stage.caseOn(story, PROVINCE);
  await stage.settled();
  await Promise.all([
    stage.home.play('status', story.caseId, { status: 'diproses' }),
    stage.diary.move(story, PROVINCE, tiket, 'Selesai'),
  ]);
  // A conflict, or stale where the handler's word had reached home before home's own was told.
  await eventually(async () => {
    const rows = await stage.sql(
      `select from audit join link using (complaint_id) where external_id = $1 and audit.instance = $2 and outcome in ('conflict', 'stale')`,
      [story.caseId, HOME],
    );
    expect(rows.length).toBeGreaterThan(0);
  });
  expect(await stage.judge()).toBe('');
  expect(await statusOf(story.caseId)).toBe('resolved');
});

describe('F39 what the mapping does not know', () => {
  test('an unknown status quarantines that message alone, and is replayed once it is mapped', async () => {
    const [story, other] = [await stage.diary.report('provinsi'), await stage.diary.report('provinsi')];
    const [tiket, elsewhere] = [await stage.caseOn(story, PROVINCE), await stage.caseOn(other, PROVINCE)];
    await stage.province.play('status', tiket, { label: 'Dikaji Ulang' });
    const parked = await eventually(async () => {
      const [row] = await stage.sql<{ id: string; reason: string }>(
        `select id, reason from inbox where state = 'parked' and code = 'unknown_label' and kind = 'webhook'`,
      );
      if (!row) throw new Error('not parked yet');
      return row;
    });
    expect(parked.reason).toContain('Dikaji Ulang');
    await stage.diary.move(other, PROVINCE, elsewhere, 'Progress');
    await eventually(() => expect(stage.shown(HOME, other.caseId).status).toBe('diproses'));
    expect(await statusOf(story.caseId)).toBe('assigned');

    edit(path.join(stage.folder, 'config/connectors/laporgub.yaml'), (text) =>
      text.replace('    Progress: {', '    Dikaji Ulang: { status: in_progress }\n    Progress: {'),
    );
    await stage.hub.terminate();
    await stage.start();
    for (const { id } of await stage.sql<{ id: string }>(`select id from inbox where state = 'parked'`)) {
      expect((await stage.api(`/parked/m_${id}/retry`, 'POST')).status).toBeLessThan(300);
    }
    await eventually(() => expect(stage.shown(HOME, story.caseId).status).toBe('diproses'));
    expect(await stage.judge()).toBe('');
  });

  test('a second version of a message waits whole, beside the first one, until the mapping reads both', async () => {
    const [story, other] = [await stage.diary.report('provinsi'), await stage.diary.report('provinsi')];
    const [tiket, elsewhere] = [await stage.caseOn(story, PROVINCE), await stage.caseOn(other, PROVINCE)];
    await stage.settled();
    // Only the webhook tells of it: neither the old version nor a poll does.
    await stage.holdPolls(PROVINCE);
    stage.province.faults.webhook.drop = { rate: 1 };
    await stage.diary.move(story, PROVINCE, tiket, 'Progress');
    stage.province.faults.clear();
    const second = { event: 'aduan.status', versi: 2, tiket, dicatat: wib(), keadaan: { nama: 'Progress' } };
    expect((await post(stage.hub.url, fromProvince(second))).status).toBe(202);
    const parked = await eventually(async () => {
      const [row] = await stage.sql<{ id: string; reason: string }>(
        `select id, reason from inbox where state = 'parked' and kind = 'webhook'`,
      );
      if (!row) throw new Error('not parked yet');
      return row;
    });
    expect(parked.reason).toContain('tidak ada atau tidak terbaca');
    await stage.diary.move(other, PROVINCE, elsewhere, 'Progress');
    await eventually(() => expect(stage.shown(HOME, other.caseId).status).toBe('diproses'));
    expect(await statusOf(story.caseId)).toBe('assigned');

    edit(path.join(stage.folder, 'config/connectors/laporgub.yaml'), (text) =>
      text.replace(
        'at: waktu, case: aduan, label: status,',
        "at: 'versi = 2 ? dicatat : waktu', case: aduan, label: 'versi = 2 ? keadaan.nama : status',",
      ),
    );
    await stage.hub.terminate();
    await stage.start();
    expect((await stage.api(`/parked/m_${parked.id}/retry`, 'POST')).status).toBeLessThan(300);
    await eventually(() => expect(stage.shown(HOME, story.caseId).status).toBe('diproses'));
    await stage.resumePolls(PROVINCE);
    expect(await stage.judge()).toBe('');
  });
});

test('F35 polling alone, with equal times at the cursor, seconds only and pages that shift: nothing is missed', async () => {
  for (const simulator of Object.values(stage.simulators)) simulator.faults.webhook.drop = { rate: 1 };
  const stories = [];
  for (let n = 0; n < 130; n += 1) {
    stories.push(await stage.diary.handDown());
    if (n % 10 === 0) await sleep(20);
  }
  for (const story of stories.slice(0, 60)) await stage.diary.say(story, PROVINCE, story.caseId, 'follow_up');
  expect(await stage.judge()).toBe('');
  for (const simulator of Object.values(stage.simulators)) simulator.faults.clear();
  expect(await stage.sql(`select from link where instance = '${PROVINCE}' and role = 'origin'`)).not.toHaveLength(0);
});
