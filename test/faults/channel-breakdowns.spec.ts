import type { ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { eventually } from '../setup/world.ts';
import { BROKEN_LINES, HTML, NO_SUCCESS, RETRY_AFTERS } from './kit/bad-answers.ts';
import { json } from './kit/impostor.ts';
import { CHANNELS, type Channel, PATIENCE_MS, type Talk, Talks, WAYS, type Way } from './kit/talks.ts';

jest.setTimeout(60_000);

/** A conversation of each kind on each channel, and what the office said in it, in order. */
interface Everyone extends Talk {
  way: Way;
  office: string[];
}

let talks: Talks;
let everyone: Everyone[];
beforeAll(async () => {
  talks = await Talks.open();
  everyone = await Promise.all(
    WAYS.map(async ([channel, way]) => ({ ...(await talks.begin(channel, way)), way, office: [] })),
  );
});
afterAll(() => talks?.close());
afterEach(() => talks.calm());

const all = <T>(act: (talk: Everyone) => Promise<T>): Promise<T[]> => Promise.all(everyone.map(act));
const nameOf = ({ channel, way }: Everyone): string => `${channel} ${way}`;
/** Nobody can look whether it was said there. */
const UNSEEN = WAYS.flatMap(([channel, way]) => (way === 'direct' ? [`${channel} ${way}`] : []));
const FAILED = ['unavailable', 'malformed', 'rejected', 'parked'];

/** A silent platform is given up after a second; the rest is what a busy machine takes. */
const GIVEN_UP_MS = 4_000;

/** The office answers everybody while all channels are out of order; each try of the hub ends within its time-out. */
async function answerAll(outcomes: string[] = FAILED): Promise<void> {
  await all(async (talk) => {
    const before = (await talks.tries(talk)).length;
    talk.office.push(await talks.reply(talk));
    const tries = await eventually(async () => {
      const since = (await talks.tries(talk)).slice(before);
      expect(since.some(({ outcome }) => outcomes.includes(outcome))).toBe(true);
      return since;
    }, PATIENCE_MS);
    for (const { outcome, ms } of tries) {
      expect(outcome).not.toBe('ok');
      expect(ms).toBeLessThan(GIVEN_UP_MS);
    }
  });
}

/** All is in order again. Whoever nobody can decide for but a person is decided for; those are returned. */
async function recover(act: 'retry' | 'skip' = 'retry'): Promise<string[]> {
  talks.calm();
  await talks.forgive();
  // What an echo or a receipt settles, nobody needs to be asked about.
  await talks.heardAll();
  const asked = await all(async (talk) => {
    let isAsked = false;
    for (;;) {
      const { id, state } = await eventually(() => decided(talk), PATIENCE_MS);
      if (state === 'done') return isAsked ? [nameOf(talk)] : [];
      isAsked = true;
      await talks.isShownToAPerson(id);
      await talks.decide(id, act);
    }
  });
  return asked.flat();
}

const OPEN = ['uncertain', 'parked'];

/** The first that a person has to decide about, else the last; as if the minutes had gone by that the hub waits. */
async function decided(talk: Everyone) {
  await talks.hurry();
  const said = await talks.said(talk);
  const open = said.find(({ state }) => OPEN.includes(state)) ?? said.findLast(({ state }) => state !== 'skipped');
  if (!open || open.state === 'waiting' || open.state === 'sending') {
    throw new Error(`${nameOf(talk)} is on its way: ${JSON.stringify(said)}`);
  }
  return open;
}

/** Looks at both sides: what the office said stands there once and in its order, and came back as nobody's word. */
async function judge(): Promise<void> {
  await all(async (talk) => {
    await talks.stand(talk, talk.office.length);
    await eventually(async () => {
      await talks.hurry();
      for (const { state } of await talks.said(talk)) expect(['done', 'skipped']).toContain(state);
    }, PATIENCE_MS);
  });
  await talks.heardAll();
  await all(async (talk) => {
    expect(talks.replies(talk)).toBe(talk.office.length);
    // Below a comment, for all to read, an office's own words do not stand.
    if (talk.way === 'direct') {
      expect(
        talks
          .ours(talk)
          .join('\n')
          .match(/Tim \d+ menuju lokasi/g),
      ).toEqual(talk.office);
    }
    expect(talk.office.map((words) => talks.world.home.says(talk.nomor, words))).toEqual(talk.office.map(() => 1));
    expect(await talks.heard(talk)).toEqual([]);
  });
}

describe('F15 a line that breaks', () => {
  test.each(BROKEN_LINES)('%s: bounded by a time-out, and what was being said stands there once', async (...fault) => {
    const [, broken, lost] = fault;
    for (const channel of CHANNELS) {
      talks.lines[channel].reset();
      talks.lines[channel].set(broken);
    }
    await answerAll(['unavailable']);
    const asked = await recover();
    // A connection that is refused stands for a moment, now and then.
    if (lost === 'unsent') expect(UNSEEN).toEqual(expect.arrayContaining(asked));
    else expect(asked).toEqual(lost === 'on_the_way' ? UNSEEN : []);
    await judge();
  });
});

describe('F17 answers that are no success, whatever their status says', () => {
  const html500 = (response: ServerResponse) => void response.writeHead(500, { 'content-type': 'text/html' }).end(HTML);
  test.each([...NO_SUCCESS, ['an error page', html500] as const])(
    '%s: what was being said is said once',
    async (name, answer) => {
      for (const { channel, way } of everyone) breakDown(channel, way, answer);
      await answerAll();
      const asked = await recover();
      // What no version of the interface explains is a person's to look at, wherever it is.
      expect(asked).toEqual(name === 'an error body' ? everyone.map(nameOf) : UNSEEN);
      await judge();
    },
  );
});

/** What we say is answered so; what the hub asks is answered as ever. */
function breakDown(channel: Channel, way: Way, answer: (response: ServerResponse) => void): void {
  const { faults } = talks.world.platform(channel);
  const before = faults.instead ? faults.on : () => false;
  const { on } = talks.faultsOn(channel, way);
  faults.on = (request) => before(request) || on(request);
  faults.instead = answer;
}

/** As each platform says that it is out of order itself. */
const OUT_OF_ORDER: Record<Channel, (response: ServerResponse) => void> = {
  whatsapp: (response) => json(response, 500, { error: { code: 131016, message: '(#131016) Service unavailable' } }),
  instagram: (response) => json(response, 500, { error: { code: 2, message: '(#2) Service temporarily unavailable' } }),
  facebook: (response) => json(response, 500, { error: { code: 2, message: '(#2) Service temporarily unavailable' } }),
  tiktok: (response) => json(response, 200, { code: 50000, message: 'Service error', request_id: 'SIM5', data: {} }),
};

test('F24 the channels are away for three days: the breakers open, nobody is asked, and all is said in its order', async () => {
  for (const channel of CHANNELS) talks.world.platform(channel).faults.instead = OUT_OF_ORDER[channel];
  await answerAll(['unavailable']);
  for (let n = 0; n < 2; n += 1) await all(async (talk) => void talk.office.push(await talks.reply(talk)));
  const tryAgain = () => talks.sql(`update outbox set run_at = now() where state = 'waiting' and run_at > now()`);
  const opened = new Set<string>();
  await eventually(async () => {
    await tryAgain();
    const open = `select name from instance where breaker_until > now()`;
    for (const { name } of await talks.sql<{ name: string }>(open)) opened.add(name);
    expect([...opened].toSorted()).toEqual(CHANNELS.toSorted());
  }, PATIENCE_MS);
  // Three days in small: the shipped schedule makes about ten tries in that time.
  for (let n = 0; n < 5; n += 1) {
    await talks.sql(`update instance set breaker_until = now() where breaker_until is not null`);
    await tryAgain();
    await sleep(700);
  }
  expect(await talks.sql(`select from outbox where state in ('parked', 'uncertain')`)).toEqual([]);
  expect(await recover()).toEqual([]);
  await judge();
});

test.each(RETRY_AFTERS)(
  'F23 429 with Retry-After as %s: it waits that long and no longer than an hour, and loses nothing',
  async (_name, header, [least, most]) => {
    for (const { channel, way } of everyone) {
      talks.faultsOn(channel, way).throttle = 1;
      talks.world.platform(channel).faults.retryAfter = header();
    }
    const since = Date.now();
    await all(async (talk) => void talk.office.push(await talks.reply(talk)));
    for (const channel of CHANNELS) {
      const until = await eventually(async () => {
        const [row] = await talks.sql<{ until: Date }>(
          `select throttled_until as until from instance where name = $1 and throttled_until > to_timestamp($2)`,
          [channel, since / 1000],
        );
        return row?.until ?? Promise.reject(new Error(`${channel} is not held back yet`));
      }, PATIENCE_MS);
      const seconds = (until.getTime() - since) / 1000;
      expect(seconds).toBeGreaterThanOrEqual(least);
      // Reckoned from the answer, which comes a moment after the office spoke.
      expect(seconds).toBeLessThan(most + 8);
    }
    expect(await recover()).toEqual([]);
    await judge();
  },
);

test('F16 an answer is lost and no webhook tells of it: a public one is found below the comment, about others a person decides', async () => {
  for (const { channel, way } of everyone) {
    const { faults } = talks.world.platform(channel);
    const before = faults.webhook.drop ? faults.on : () => false;
    const { on } = talks.faultsOn(channel, way);
    faults.on = (request) => before(request) || on(request);
    faults.commitThenReset = { rate: 1 };
    faults.webhook.drop = { rate: 1 };
  }
  await answerAll(['unavailable']);
  for (const channel of CHANNELS) talks.world.platform(channel).faults.commitThenReset = 0;
  // Who is asked is told, and until then nothing follows.
  await eventually(async () => {
    await talks.hurry();
    for (const talk of everyone) {
      expect((await talks.said(talk)).at(-1)?.state).toBe(talk.way === 'direct' ? 'uncertain' : 'done');
    }
  }, PATIENCE_MS);
  await all(async (talk) => {
    if (talk.way === 'direct') await talks.reply(talk).then((words) => talk.office.push(words));
  });
  await sleep(1_000);
  await all(async (talk) => {
    if (talk.way === 'direct') expect((await talks.said(talk)).at(-1)?.state).toBe('waiting');
  });
  expect(await recover('skip')).toEqual(UNSEEN);
  await judge();
});
