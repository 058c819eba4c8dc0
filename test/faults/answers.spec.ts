import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { createDatabase, type TestDatabase } from '../setup/database.ts';
import { migrated } from '../setup/migrated.ts';
import { RETRY_AFTERS } from './kit/bad-answers.ts';
import { HOME, PROVINCE, WORKS } from './kit/diary.ts';
import { json } from './kit/impostor.ts';
import { Stage } from './kit/stage.ts';
import { StandIn } from './kit/stand-in.ts';
import { eventually } from './kit/wait.ts';

/** Longer than the checker waits for everything to converge. */
jest.setTimeout(120_000);

let database: TestDatabase;
let stage: Stage;
const standIn = new StandIn(() => stage);
const { replaceBy, restore, auditOf, failedOnce } = standIn;
beforeAll(async () => {
  database = await createDatabase(migrated);
  stage = await Stage.open({ databaseUrl: database.url, timeout: '1500ms' });
});
afterAll(async () => {
  await stage?.close();
  await database?.drop();
});
afterEach(standIn.leave, 30_000);

describe('F19 credentials that are refused', () => {
  test('a revoked token is renewed once', async () => {
    await stage.settled();
    const before = stage.province.tokensIssued;
    stage.province.revokeTokens();
    const stories = await Promise.all(Array.from({ length: 5 }, () => stage.diary.report('provinsi')));
    for (const story of stories) await stage.caseOn(story, PROVINCE);
    expect(stage.province.tokensIssued).toBe(before + 1);
    expect(await stage.judge()).toBe('');
  });

  test('a lost scope stops the platform and asks for attention; its work is held, and leaves after the resume', async () => {
    await replaceBy(WORKS, (response) => json(response, 403, { status: 'error' }));
    const story = await stage.diary.report('kabupaten');
    await eventually(async () => {
      const rows = await stage.sql(`select from instance where name = '${WORKS}' and state = 'paused'`);
      expect(rows).toHaveLength(1);
    });
    const made = standIn.impostor?.asked.length ?? 0;
    await sleep(1_000);
    expect((standIn.impostor?.asked.length ?? 0) - made).toBeLessThan(3);
    await restore(WORKS);
    expect((await stage.api(`/instances/${WORKS}/resume`, 'POST')).status).toBeLessThan(300);
    await stage.caseOn(story, WORKS);
    expect(await stage.judge()).toBe('');
  });
});

test.each([404, 410])(
  'F20 a case that was deleted there (%d): said so, and nothing more is sent to it',
  async (status) => {
    const story = await stage.diary.report('provinsi');
    const tiket = await stage.caseOn(story, PROVINCE);
    await stage.settled();
    const aduan = stage.province.aduan.get(tiket);
    stage.province.aduan.delete(tiket);
    if (status === 410) {
      await replaceBy(PROVINCE, (response, asked) => {
        if (asked.includes('/oauth/')) return json(response, 200, { access_token: 'x', expires_in: 3600 });
        if (asked.includes(tiket)) return json(response, 410, { success: false, message: 'Aduan sudah dihapus' });
        json(response, 200, { data: [], meta: { last_page: 1 } });
      });
      stage.province.revokeTokens();
    }
    const isi = 'Adakah perkembangan dari aduan yang hilang';
    await stage.home.play('susulan', story.caseId, { isi });
    await stage.home.play('susulan', story.caseId, { isi: `${isi} itu` });
    await eventually(async () => {
      const rows = await stage.sql(`select from link where external_id = $1 and state = 'gone'`, [tiket]);
      expect(rows).toHaveLength(1);
    }, 30_000);
    await stage.settled();
    expect(
      await stage.sql(`select from outbox where state in ('waiting', 'sending') and instance = '${PROVINCE}'`),
    ).toEqual([]);
    expect((await auditOf(story, PROVINCE)).some(({ detail }) => detail?.includes('tidak ada di LaporGub'))).toBe(true);
    await restore(PROVINCE);
    stage.province.revokeTokens();
    if (aduan) stage.province.aduan.set(tiket, aduan);
    await stage.sql(`update outbox set state = 'skipped' where state in ('parked', 'uncertain')`);
    expect(await stage.judge()).toBe('');
  },
);

describe('F21 the case changed there meanwhile', () => {
  test('412: it is read again, what it shows is taken in, and the write follows once', async () => {
    const story = await stage.diary.report('provinsi');
    const tiket = await stage.caseOn(story, PROVINCE);
    await stage.settled();
    // Nobody tells the hub of the change: neither a webhook nor a poll.
    await stage.holdPolls(HOME);
    stage.home.faults.webhook.drop = { rate: 1 };
    const unheard = await stage.diary.say(story, HOME, story.caseId, 'follow_up');
    stage.home.faults.on = ({ method, path }) => method === 'POST' && path.includes(story.caseId);
    stage.home.faults.conflict = 1;
    const mark = await stage.diary.say(story, PROVINCE, tiket);
    await eventually(() => expect(stage.says(PROVINCE, tiket, unheard)).toBe(1));
    await eventually(() => expect(stage.says(HOME, story.caseId, mark)).toBe(1));
    const outcomes = (await auditOf(story, HOME)).map(({ outcome }) => outcome);
    expect(outcomes.slice(-2)).toEqual(['conflict', 'ok']);
    await stage.resumePolls(HOME);
    stage.home.faults.clear();
    expect(await stage.judge()).toBe('');
  });

  test('409 where both sides hold on to theirs: tried once more, then a person is asked, both words in the audit', async () => {
    const story = await stage.diary.report('provinsi');
    const tiket = await stage.caseOn(story, PROVINCE);
    await stage.settled();
    await stage.home.play('status', story.caseId, { status: 'ditolak' });
    await stage.settled();
    await stage.province.play('status', tiket, { status: 'Progress' });
    await eventually(async () => {
      const rows = await stage.sql<{ reason: string }>(`select reason from outbox where state = 'parked'`);
      expect(rows).toEqual([{ reason: expect.stringContaining('Aduan sudah ditutup') }]);
    });
    const outcomes = (await auditOf(story, HOME)).map(({ outcome }) => outcome);
    expect(outcomes.slice(-2)).toEqual(['conflict', 'parked']);
    const heard = await stage.sql<{ effect: string }>(
      `select effect from event where instance = '${HOME}' and body ->> 'label' = 'ditolak'`,
    );
    expect(heard.map(({ effect }) => effect)).toContain('conflict');
    await stage.sql(`update outbox set state = 'skipped' where state = 'parked'`);
    expect(await stage.judge()).toBe('');
  });
});

test('F22 a refused field goes to a person at once, with the platform’s own words about it', async () => {
  await replaceBy(PROVINCE, (response, asked) => {
    if (asked.includes('/oauth/'))
      return json(response, 200, { access_token: 'x', token_type: 'Bearer', expires_in: 3600 });
    if (asked.startsWith('GET')) return json(response, 200, { data: [], meta: { last_page: 1 } });
    json(response, 422, {
      success: false,
      code: 'VALIDASI',
      message: 'Isian tidak sah',
      errors: { kategori: ['tidak dikenal'] },
    });
  });
  stage.province.revokeTokens();
  const story = await stage.diary.report('provinsi');
  const row = await failedOnce(story, PROVINCE, ['parked']);
  expect(row.detail).toContain('kategori: tidak dikenal');
  expect((await auditOf(story, PROVINCE)).length).toBe(1);
  await restore(PROVINCE);
  stage.province.revokeTokens();
  const [parked] = await stage.sql<{ id: string }>(`select id from outbox where state = 'parked'`);
  await stage.api(`/parked/d_${parked?.id}/retry`, 'POST');
  await stage.caseOn(story, PROVINCE);
  expect(await stage.judge()).toBe('');
});

test.each(RETRY_AFTERS)(
  'F23 429 with Retry-After as %s: parsed, and capped',
  async (_name, retryAfter, [low, high]) => {
    stage.province.faults.retryAfter = retryAfter();
    stage.province.faults.on = ({ method, path }) => method === 'POST' && !path.includes('token');
    stage.province.faults.throttle = 1;
    const since = Date.now();
    const story = await stage.diary.report('provinsi');
    const until = await eventually(async () => {
      const [row] = await stage.sql<{ until: Date | null }>(
        `select throttled_until as until from instance where name = '${PROVINCE}' and throttled_until > to_timestamp($1)`,
        [since / 1000],
      );
      if (!row?.until) throw new Error('not throttled yet');
      return (row.until.getTime() - since) / 1000;
    });
    expect(until).toBeGreaterThanOrEqual(low);
    expect(until).toBeLessThanOrEqual(high + 1);
    await stage.forgive();
    await stage.caseOn(story, PROVINCE);
    expect(await stage.judge()).toBe('');
  },
);
