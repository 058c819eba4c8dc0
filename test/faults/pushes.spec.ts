import path from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, jest, test } from '@jest/globals';
import type { PushKind } from '#connector';
import { testIo } from '#connector/testing';
import { LaporMasbupAdapter } from '../../libs/connectors/src/lapor-masbup/adapter.ts';
import { LaporgubAdapter } from '../../libs/connectors/src/laporgub/adapter.ts';
import { SmartdpuAdapter } from '../../libs/connectors/src/smartdpu/adapter.ts';
import { readConfiguration } from '../setup/configuration.ts';
import { createDatabase, type TestDatabase } from '../setup/database.ts';
import { migrated } from '../setup/migrated.ts';
import { HOME, type PlatformName, PROVINCE, type Story, WORKS } from './kit/diary.ts';
import { Stage } from './kit/stage.ts';
import { eventually } from './kit/wait.ts';

/** Longer than the checker waits for everything to converge. */
jest.setTimeout(120_000);

let database: TestDatabase;
let stage: Stage;
beforeAll(async () => {
  database = await createDatabase(migrated);
  stage = await Stage.open({ databaseUrl: database.url, timeout: '1500ms' });
});
afterAll(async () => {
  await stage?.close();
  await database?.drop();
});
afterEach(async () => {
  await stage.calm();
  await stage.forgive();
});

/** Somebody does what makes the hub push, once the scene is set; `count`: how often the platform shows the effect. */
interface Scene {
  act: () => Promise<unknown>;
  count: () => number;
}

const provincial = async (): Promise<{ story: Story; tiket: string }> => {
  const story = await stage.diary.report('provinsi');
  return { story, tiket: await stage.caseOn(story, PROVINCE) };
};
const regional = async (): Promise<{ story: Story; id: string }> => {
  const story = await stage.diary.report('kabupaten');
  return { story, id: await stage.caseOn(story, WORKS) };
};
const handedDown = async (): Promise<{ story: Story; nomor: string }> => {
  const story = await stage.diary.handDown();
  return { story, nomor: await stage.caseOn(story, HOME) };
};

const opens = (platform: PlatformName, begin: () => Promise<Story>): Scene => {
  let mark: string | null = null;
  return {
    act: async () => {
      ({ mark } = await begin());
    },
    count: () =>
      stage.simulators[platform].cases().filter(({ lines }) => mark !== null && lines[0]?.includes(mark)).length,
  };
};
const says = (platform: PlatformName, caseId: string, say: () => Promise<string>): Scene => {
  let mark: string | null = null;
  return {
    act: async () => {
      mark = await say();
    },
    count: () => (mark === null ? 0 : stage.says(platform, caseId, mark)),
  };
};

const SCENES: [PlatformName, PushKind, method: string, path: RegExp, () => Promise<Scene>][] = [
  [HOME, 'opened', 'POST', /aduan$/, async () => opens(HOME, () => stage.diary.handDown())],
  [
    HOME,
    'replied',
    'POST',
    /tanggapan$/,
    async () => {
      const { story, tiket } = await provincial();
      return says(HOME, story.caseId, () => stage.diary.say(story, PROVINCE, tiket));
    },
  ],
  [
    HOME,
    'followed_up',
    'POST',
    /tanggapan$/,
    async () => {
      const { story, nomor } = await handedDown();
      return says(HOME, nomor, () => stage.diary.say(story, PROVINCE, story.caseId, 'follow_up'));
    },
  ],
  [
    HOME,
    'status_changed',
    'POST',
    /status$/,
    async () => {
      const { story, tiket } = await provincial();
      const act = () => stage.diary.move(story, PROVINCE, tiket, 'Progress');
      return { act, count: () => stage.says(HOME, story.caseId, 'Status diproses') };
    },
  ],
  [
    HOME,
    'returned',
    'POST',
    /status$/,
    async () => {
      const { story, tiket } = await provincial();
      const act = () => stage.diary.giveBack(story, PROVINCE, tiket);
      return { act, count: () => stage.says(HOME, story.caseId, 'Status dikembalikan') };
    },
  ],
  [
    HOME,
    'linked',
    'PUT',
    /tautan$/,
    async () => {
      let nomor = '';
      const act = async () => {
        nomor = (await stage.diary.report('provinsi')).caseId;
      };
      return { act, count: () => stage.home.aduan.get(nomor)?.tautan.length ?? 0 };
    },
  ],
  [PROVINCE, 'opened', 'POST', /aduan$/, async () => opens(PROVINCE, () => stage.diary.report('provinsi'))],
  [
    PROVINCE,
    'replied',
    'POST',
    /tindak-lanjut$/,
    async () => {
      const { story, nomor } = await handedDown();
      return says(PROVINCE, story.caseId, () => stage.diary.say(story, HOME, nomor));
    },
  ],
  [
    PROVINCE,
    'followed_up',
    'POST',
    /tindak-lanjut$/,
    async () => {
      const { story, tiket } = await provincial();
      return says(PROVINCE, tiket, () => stage.diary.say(story, HOME, story.caseId, 'follow_up'));
    },
  ],
  [
    PROVINCE,
    'status_changed',
    'POST',
    /tindak-lanjut$/,
    async () => {
      const { story, nomor } = await handedDown();
      const act = () => stage.diary.move(story, HOME, nomor, 'diproses');
      return { act, count: () => stage.says(PROVINCE, story.caseId, 'Status aduan: Diproses') };
    },
  ],
  [
    PROVINCE,
    'attached',
    'POST',
    /lampiran$/,
    async () => {
      let mark: string | null = null;
      const act = async () => {
        ({ mark } = await stage.diary.report('provinsi', { foto: 'dengan foto' }));
      };
      const ours = () =>
        [...stage.province.aduan.values()].find(({ isi_aduan }) => mark !== null && isi_aduan.includes(mark));
      return { act, count: () => ours()?.lampiran.length ?? 0 };
    },
  ],
  [WORKS, 'opened', 'POST', /laporan$/, async () => opens(WORKS, () => stage.diary.report('kabupaten'))],
  [
    WORKS,
    'replied',
    'POST',
    /komentar$/,
    async () => {
      const { story, id } = await regional();
      return says(WORKS, id, () => stage.diary.say(story, HOME, story.caseId));
    },
  ],
  [
    WORKS,
    'followed_up',
    'POST',
    /komentar$/,
    async () => {
      const { story, id } = await regional();
      return says(WORKS, id, () => stage.diary.say(story, HOME, story.caseId, 'follow_up'));
    },
  ],
];

/** What setting the scene brought about has all left. */
const nothingOpen = () =>
  eventually(async () => {
    const open = await stage.sql(
      `select from outbox where state in ('waiting', 'sending') union all
       select from inbox where state in ('new', 'waiting')`,
    );
    expect(open).toEqual([]);
  });

describe('F16 F03 every kind of write whose answer is lost after the platform did it', () => {
  const hows = ['reset', 'hang'] as const;
  test.each(
    SCENES.flatMap(([platform, kind, method, where, set]) =>
      hows.map((how) => ({ platform, kind, method, where, set, how })),
    ),
  )(
    '$platform $kind, then the line is $how: it stands there once',
    async ({ platform, kind, method, where, set, how }) => {
      const { act, count } = await set();
      await nothingOpen();
      const before = count();
      const { faults } = stage.simulators[platform];
      faults.on = (request) => request.method === method && where.test(request.path);
      if (how === 'reset') faults.commitThenReset = 1;
      else faults.slow = 4_000;
      const [newest] = await stage.sql<{ last: string }>('select coalesce(max(id), 0)::text as last from audit');
      await act();
      const outcomes = async () =>
        (
          await stage.sql<{ outcome: string }>(
            `select outcome from audit where hop = 'deliver' and instance = $1 and event_type = $2 and id > $3 order by id`,
            [platform, kind, newest?.last],
          )
        ).map(({ outcome }) => outcome);
      await eventually(async () => expect(await outcomes()).toContain('unavailable'), 40_000);
      faults.clear();
      await eventually(async () => expect((await outcomes()).at(-1)).toBe('ok'), 40_000);
      expect(count() - before).toBe(1);
    },
  );

  test('and every push that the connectors have was tried', async () => {
    const tried = SCENES.map(([platform, kind]) => `${platform} ${kind}`);
    expect(tried.toSorted()).toEqual(allPushes().toSorted());
    expect(await stage.judge()).toBe('');
  });
});

/** What the adapters can push, as their connections say. */
function allPushes(): string[] {
  const adapters = [new LaporMasbupAdapter(), new LaporgubAdapter(), new SmartdpuAdapter()];
  const { profiles } = readConfiguration(path.join(stage.folder, 'config'), adapters, stage.env);
  return profiles.flatMap(({ name, adapter, settings }) =>
    Object.keys(adapter.connect(settings, testIo().io).push).map((kind) => `${name} ${kind}`),
  );
}
