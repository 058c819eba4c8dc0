import { describe, expect, jest, test } from '@jest/globals';
import fc from 'fast-check';
import { propertyRuns, propertySeed } from './seed.ts';
import {
  type Act,
  NumberedFeed,
  OVERLAP_MS,
  PlacesInList,
  type Setting,
  ShiftingPages,
  type Source,
} from './sources.ts';

jest.setTimeout(120_000);

const seed = propertySeed('polling');
const TEN_MINUTES_MS = 600_000;

const setting: fc.Arbitrary<Setting> = fc.record({
  skewMs: fc.oneof(fc.constant(0), fc.integer({ min: -TEN_MINUTES_MS, max: TEN_MINUTES_MS })),
  pageSize: fc.integer({ min: 1, max: 5 }),
});
const change: fc.Arbitrary<Act> = fc.record({
  act: fc.constant('change'),
  of: fc.integer({ min: 0, max: 7 }),
  lateMs: fc.oneof(
    { weight: 3, arbitrary: fc.constant(0) },
    { weight: 1, arbitrary: fc.integer({ min: 1, max: OVERLAP_MS }) },
  ),
  gap: fc.integer({ min: 1, max: 3 }),
});
const tick: fc.Arbitrary<Act> = fc.record({
  act: fc.constant('tick'),
  ms: fc.oneof(fc.constantFrom(1, 400, 1_000, 6_000), fc.integer({ min: 1, max: 2 * TEN_MINUTES_MS })),
});
const acts = fc.array(
  fc.oneof(
    { weight: 5, arbitrary: change },
    { weight: 4, arbitrary: fc.constant<Act>({ act: 'page' }) },
    { weight: 3, arbitrary: tick },
    { weight: 1, arbitrary: fc.constant<Act>({ act: 'lost page' }) },
    { weight: 1, arbitrary: fc.constant<Act>({ act: 'places forgotten' }) },
  ),
  { maxLength: 40 },
);

describe('F35 polling misses nothing: equal times, late commits, shifting pages, clocks ten minutes apart, seconds only', () => {
  test.each<[string, new (given: Setting) => Source]>([
    ['a list that is newest first and shifts while it is read', ShiftingPages],
    ['a list that is oldest first with places of its own', PlacesInList],
    ['a feed of numbers with gaps that fill late', NumberedFeed],
  ])('%s', async (_name, Kind) => {
    await fc.assert(
      fc.asyncProperty(setting, acts, async (given, done) => {
        const source = new Kind(given);
        for (const each of done) await source.act(each);
        expect(await source.missed()).toEqual([]);
      }),
      { seed, numRuns: propertyRuns(10_000) },
    );
  });
});
