import { afterAll, afterEach, beforeAll, jest } from '@jest/globals';
import { HOME, type Story, WORKS } from '../faults/kit/diary.ts';
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

export interface Shown {
  anonim: boolean;
  rahasia: boolean;
  handler: string;
  status: string;
  kewenangan: string | null;
}
/** The complaint as it stands at the hub. */
export const complaint = async ({ origin, caseId }: Story): Promise<Shown | undefined> => {
  const [row] = await town.sql<Shown>(
    `select anonim, rahasia, handler, complaint.status, kewenangan from complaint join link on complaint_id = complaint.id
     where instance = $1 and external_id = $2`,
    [origin, caseId],
  );
  return row;
};

/** The next write of this kind arrives there, and neither that nor anything else is heard of it for now. */
export function arrivesUnheard(where: string, platform: typeof HOME | typeof WORKS = WORKS): void {
  const { faults } = town.simulators[platform];
  let isSent = false;
  faults.commitThenReset = 1;
  faults.on = ({ method, path }) => {
    if (isSent) faults.error500 = { rate: 1 };
    else isSent = method === 'POST' && path.endsWith(where);
    return isSent;
  };
}
/** All tries of a delivery are used up within one turn here. */
export const retried = () => town.sql(`update outbox set state = 'waiting', attempts = 0 where state = 'parked'`);
