import { expect, jest, test } from '@jest/globals';
import fc from 'fast-check';
import { HOME, type PlatformName, PROVINCE, type Said, WITH_PHOTO, WORKS } from '../faults/kit/diary.ts';
import { propertyRuns, propertySeed } from './seed.ts';
import { Town, type Weather } from './town.ts';

jest.setTimeout(600_000);

const seed = propertySeed('convergence');
const PLATFORMS = [HOME, PROVINCE, WORKS] as const;
const STEPS: Record<PlatformName, string[]> = {
  [HOME]: ['diproses', 'selesai'],
  [PROVINCE]: ['Progress', 'Selesai'],
  [WORKS]: ['Survei', 'Terjadwal', 'Dikerjakan', 'Selesai'],
};

type Act =
  | { act: 'opens'; whose: 'provinsi' | 'kabupaten' | 'rumah' | 'turunkan'; photo: boolean }
  | { act: 'says'; story: number; on: PlatformName; kind: Said }
  | { act: 'moves'; story: number }
  | {
      act: 'fault';
      on: PlatformName;
      what: 'commitThenReset' | 'error500' | 'reset' | 'html' | 'conflict';
      times: number;
    }
  | { act: 'turn'; weather: Weather; killAfter: number | null };

const platform = fc.constantFrom<PlatformName>(...PLATFORMS);
const story = fc.nat({ max: 3 });
const opens: fc.Arbitrary<Act> = fc.record({
  act: fc.constant('opens'),
  whose: fc.constantFrom('provinsi', 'kabupaten', 'rumah', 'turunkan'),
  photo: fc.oneof({ weight: 3, arbitrary: fc.constant(false) }, { weight: 1, arbitrary: fc.constant(true) }),
});
const says: fc.Arbitrary<Act> = fc.record({
  act: fc.constant('says'),
  story,
  on: platform,
  kind: fc.constantFrom<Said>('reply', 'follow_up', 'reply', 'note'),
});
const moves: fc.Arbitrary<Act> = fc.record({ act: fc.constant('moves'), story });
const fault: fc.Arbitrary<Act> = fc.record({
  act: fc.constant('fault'),
  on: platform,
  what: fc.constantFrom('commitThenReset', 'error500', 'reset', 'html', 'conflict'),
  times: fc.integer({ min: 1, max: 2 }),
});
const turn: fc.Arbitrary<Act> = fc.record({
  act: fc.constant('turn'),
  weather: fc.record({
    rotate: fc.nat({ max: 3 }),
    twice: fc.boolean(),
    drops: fc.oneof({ weight: 4, arbitrary: fc.constant(false) }, { weight: 1, arbitrary: fc.constant(true) }),
  }),
  killAfter: fc.option(fc.integer({ min: 1, max: 160 }), { freq: 3, nil: null }),
});
const history = fc.tuple(
  opens,
  fc.array(
    fc.oneof(
      { weight: 2, arbitrary: opens },
      { weight: 5, arbitrary: says },
      { weight: 3, arbitrary: moves },
      { weight: 2, arbitrary: fault },
      { weight: 7, arbitrary: turn },
    ),
    { minLength: 6, maxLength: 24 },
  ),
);

/** What people did, in the order of the acts; a case that is not there yet can't be spoken of. */
async function play(town: Town, acts: readonly Act[]): Promise<void> {
  const shown = new Map<string, number>();
  for (const each of acts) {
    const found = 'story' in each ? town.stories[each.story % Math.max(1, town.stories.length)] : undefined;
    if (each.act === 'turn') await town.turn(each.weather, each.killAfter);
    else if (each.act === 'fault') {
      const { faults } = town.simulators[each.on];
      faults[each.what] = each.times;
      // Not where files lie: what is wrong with a file is said in its complaint, and told by `journeys/attachments`.
      faults.on = ({ path }) => !path.startsWith('/berkas/');
    } else if (each.act === 'opens') {
      const { diary } = town;
      const input: Record<string, string> = each.photo ? WITH_PHOTO : {};
      town.stories.push(
        each.whose === 'turunkan' ? await diary.handDown(input) : await diary.report(each.whose, input),
      );
    } else if (found && each.act === 'says' && found.lives.includes(each.on)) {
      const caseId = await town.caseOn(found, each.on);
      // SMARTDPU has comments only: what is written there is no note.
      const kind = each.on === WORKS ? 'reply' : each.kind;
      if (caseId !== null) await town.diary.say(found, each.on, caseId, kind);
    } else if (found && each.act === 'moves') {
      const caseId = await town.caseOn(found, found.handler);
      const step = shown.get(found.mark) ?? 0;
      const status = STEPS[found.handler][step];
      if (caseId === null || status === undefined) continue;
      shown.set(found.mark, step + 1);
      await town.diary.move(found, found.handler, caseId, status);
    }
  }
}

test('whatever happens on three platforms, and wherever the hub dies meanwhile, all sides are equal in the end and nothing is written twice', async () => {
  await fc.assert(
    fc.asyncProperty(history, async ([first, acts]) => {
      const town = await Town.build();
      try {
        await play(town, [first, ...acts]);
        expect(await town.judge()).toBe('');
      } finally {
        await town.demolish();
      }
    }),
    { seed, numRuns: propertyRuns(25), endOnFailure: process.env['PROPERTY_SHRINK'] === undefined },
  );
});
