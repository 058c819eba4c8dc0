import { afterAll, afterEach, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { createDatabase, type TestDatabase } from '../setup/database.ts';
import { migrated } from '../setup/migrated.ts';
import { HOME, type PlatformName, PROVINCE, WORKS } from './kit/diary.ts';
import { json } from './kit/impostor.ts';
import { Stage } from './kit/stage.ts';
import { StandIn } from './kit/stand-in.ts';
import { eventually } from './kit/wait.ts';

/** Longer than the checker waits for everything to converge. */
jest.setTimeout(180_000);

let database: TestDatabase;
let stage: Stage;
const standIn = new StandIn(() => stage);
beforeAll(async () => {
  database = await createDatabase(migrated);
  stage = await Stage.open({ databaseUrl: database.url, variables: { HUB_ALERT_EVERY: '1s' } });
});
afterAll(async () => {
  await stage?.close();
  await database?.drop();
});
afterEach(standIn.leave, 30_000);

interface Run {
  state: string;
  listed: number;
  reason: string | null;
  open: number;
}

async function reconcile(name: PlatformName): Promise<Run> {
  const { body } = await stage.api(`/instances/${name}/reconcile`, 'POST');
  return eventually(async () => {
    const run = (await stage.api(`/reconciliations/${(body as { id: string }).id}`)).body as Run;
    if (run.state === 'running') throw new Error('still running');
    return run;
  }, 60_000);
}

/** Nothing listed, in the words of all three platforms at once, and a token for whoever asks. */
const NOTHING = {
  status: 'success',
  success: true,
  data: [],
  meta: { last_page: 1 },
  cursor_berikutnya: null,
  access_token: 'x',
  token_type: 'Bearer',
  expires_in: 3600,
};
const standing = async (): Promise<object[]> => [
  ...(await stage.sql('select instance, external_id, state, label from link order by id')),
  ...(await stage.sql('select number, status, handler from complaint order by number')),
];

describe('F36 the source suddenly lists nothing', () => {
  test.each<PlatformName>([HOME, PROVINCE, WORKS])(
    '%s: the comparison halts, polling deletes nothing, and all goes on when the list is whole again',
    async (name) => {
      for (const whose of ['provinsi', 'kabupaten'] as const) await stage.diary.report(whose);
      await stage.diary.handDown();
      expect(await stage.judge()).toBe('');
      const before = await standing();
      const turns = async () =>
        (await stage.sql<{ n: number }>('select poll_fence::int as n from instance where name = $1', [name]))[0]?.n ??
        0;
      const polled = await turns();
      await standIn.replaceBy(name, (response) => json(response, 200, NOTHING));
      const run = await reconcile(name);
      expect(run).toMatchObject({ state: 'halted', listed: 0, open: 0, reason: expect.stringContaining('0 aduan') });
      await eventually(async () => expect(await turns()).toBeGreaterThan(polled + 2));
      expect(await standing()).toEqual(before);
      await standIn.restore(name);
      stage.province.revokeTokens();
      expect((await reconcile(name)).state).toBe('done');
      expect(await stage.judge()).toBe('');
    },
  );

  test('90 % less: halted as well', async () => {
    const missing = Math.max(0, 11 - stage.works.reports.length);
    const stories = [];
    for (let n = 0; n < missing; n += 1) stories.push(await stage.diary.report('kabupaten'));
    for (const story of stories) await stage.caseOn(story, WORKS);
    await stage.settled();
    expect((await reconcile(WORKS)).listed).toBeGreaterThan(10);
    const [kept] = stage.works.reports;
    const taken = stage.works.feed.filter(({ laporan_id }) => laporan_id !== kept?.id);
    const whole = stage.works.feed.splice(0);
    stage.works.feed.push(...whole.filter((change) => !taken.includes(change)));
    expect(await reconcile(WORKS)).toMatchObject({ state: 'halted', listed: 1, open: 0 });
    stage.works.feed.splice(0, Infinity, ...whole);
    expect((await reconcile(WORKS)).state).toBe('done');
    expect(await stage.judge()).toBe('');
  });
});

describe('F37 the webhook subscription is silently gone', () => {
  const alerts = async (): Promise<string[]> => {
    const { body } = await stage.api('/alerts');
    return (body as { data: { kind: string; instance: string; closed_at: string | null }[] }).data
      .filter(({ closed_at }) => closed_at === null)
      .map(({ kind, instance }) => `${kind} ${instance}`);
  };

  test('polling makes up for it, and an alert says that the webhooks stay away until one comes again', async () => {
    const story = await stage.diary.report('provinsi');
    const tiket = await stage.caseOn(story, PROVINCE);
    await stage.settled();
    stage.province.faults.webhook.drop = { rate: 1 };
    for (let n = 0; n < 3; n += 1) {
      const mark = await stage.diary.say(story, PROVINCE, tiket);
      await eventually(() => expect(stage.says(HOME, story.caseId, mark)).toBe(1));
    }
    expect(await alerts()).not.toContain(`webhook_lost ${PROVINCE}`);
    await stage.sql(`update inbox set received_at = received_at - interval '11 minutes'`);
    await eventually(async () => expect(await alerts()).toContain(`webhook_lost ${PROVINCE}`), 40_000);
    stage.province.faults.clear();
    await stage.diary.say(story, PROVINCE, tiket);
    await eventually(async () => expect(await alerts()).not.toContain(`webhook_lost ${PROVINCE}`), 40_000);
    expect(await stage.judge()).toBe('');
  });

  test('where polling finds nothing either, reconciliation makes all sides equal', async () => {
    const [provincial, regional] = [await stage.diary.report('provinsi'), await stage.diary.report('kabupaten')];
    const tiket = await stage.caseOn(provincial, PROVINCE);
    const id = await stage.caseOn(regional, WORKS);
    await stage.settled();
    for (const name of [HOME, PROVINCE, WORKS] as const) await stage.holdPolls(name);
    for (const simulator of Object.values(stage.simulators)) simulator.faults.webhook.drop = { rate: 1 };
    const said = [
      await stage.diary.say(provincial, PROVINCE, tiket),
      await stage.diary.say(regional, WORKS, id),
      await stage.diary.say(regional, HOME, regional.caseId, 'follow_up'),
    ];
    await stage.diary.move(provincial, PROVINCE, tiket, 'Progress');
    const unheard = await stage.diary.handDown();
    await stage.settled();
    expect(stage.says(HOME, provincial.caseId, said[0] ?? '')).toBe(0);
    for (const name of [HOME, PROVINCE, WORKS] as const) expect((await reconcile(name)).state).toBe('done');
    expect(await stage.judge()).toBe('');
    expect(stage.shown(HOME, provincial.caseId).status).toBe('diproses');
    await stage.caseOn(unheard, HOME);
    await stage.sql('update instance set polled_at = null');
  });
});
