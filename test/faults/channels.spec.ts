import { afterAll, afterEach, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { Talks, WAYS } from './kit/talks.ts';

jest.setTimeout(40_000);

let talks: Talks;
beforeAll(async () => {
  talks = await Talks.open();
});
afterAll(() => talks?.close());
afterEach(() => talks.calm());

describe('F16 an answer is lost after the platform took what we said: it stands there once', () => {
  test.each(WAYS)('%s %s, the line is cut', async (channel, way) => {
    const talk = await talks.begin(channel, way);
    const faults = talks.faultsOn(channel, way);
    faults.commitThenReset = 1;
    await talks.reply(talk);
    await talks.meets(talk, 'unavailable');
    faults.clear();
    // Its receipt, its echo or the look-up says so; nobody has to be asked.
    await talks.becomes(talk, 'done', { hurried: false });
    expect(talks.replies(talk)).toBe(1);
    await talks.reply(talk);
    await talks.stand(talk, 2);
    await talks.heardAll();
    expect(talks.replies(talk)).toBe(2);
    // F32: what came back was nobody's word.
    expect(await talks.heard(talk)).toEqual([]);
  });

  test.each(['instagram', 'facebook'] as const)('%s, the private answer to a comment', async (channel) => {
    talks.faultsOn(channel, 'direct').commitThenReset = 1;
    const place = await talks.speak(channel, 'comment');
    const talk = { channel, number: await talks.numberIn(place) };
    await talks.meets(talk, 'unavailable');
    await talks.becomes(talk, 'done', { hurried: false });
    const { id } = talks.posts(channel).person(talks.person(channel));
    expect(talks.ours({ channel, caseId: `d:${id}` })).toHaveLength(1);
    await talks.heardAll();
    expect(await talks.heard(talk)).toEqual([]);
  });
});
