import { afterAll, afterEach, beforeAll, jest } from '@jest/globals';
import { FAIR, Town } from '../properties/town.ts';

const TAKES_MS = 60_000;
jest.setTimeout(TAKES_MS);

/** The town of the tests of a file; its faults are over after each. */
export let town: Town;
beforeAll(async () => {
  town = await Town.build();
}, TAKES_MS);
afterAll(() => town.demolish());
afterEach(() => {
  for (const { faults } of Object.values(town.simulators)) faults.clear();
});

export async function turns(count: number): Promise<void> {
  for (let n = 0; n < count; n += 1) await town.turn(FAIR, null);
}

export const wib = (ms = Date.now()) => `${new Date(ms + 7 * 3_600_000).toISOString().slice(0, 19)}+07:00`;
