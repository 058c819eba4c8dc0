import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, test } from '@jest/globals';
import { Lanes } from './lanes.ts';

test('a lane never runs beside itself, and a ring during its run makes it run again', async () => {
  let running = 0;
  let runs = 0;
  const lanes = new Lanes(4, async () => {
    running += 1;
    expect(running).toBe(1);
    runs += 1;
    await sleep(5);
    running -= 1;
  });
  await lanes.enter('a');
  await lanes.enter('a');
  await lanes.enter('a');
  await lanes.idle();
  expect(runs).toBe(2);
});

test('no more lanes run side by side than there are places', async () => {
  let running = 0;
  let most = 0;
  const lanes = new Lanes(3, async () => {
    most = Math.max(most, (running += 1));
    await sleep(2);
    running -= 1;
  });
  for (let n = 0; n < 20; n += 1) await lanes.enter(`lane-${n}`);
  lanes.offer('one too many');
  await lanes.idle();
  expect(most).toBe(3);
});

describe('old news', () => {
  /** Runs that end when they are told to. */
  const staged = (limit: number, oldEveryMs = 0) => {
    const begun: string[] = [];
    const ends = new Map<string, () => void>();
    const lanes = new Lanes(
      limit,
      (lane) => {
        begun.push(lane);
        return new Promise<void>((resolve) => ends.set(lane, resolve));
      },
      oldEveryMs,
    );
    const end = async (lane: string) => {
      ends.get(lane)?.();
      await sleep(1);
    };
    return { lanes, begun, end };
  };

  test('takes half of the places at the most, and what happens now goes first', async () => {
    const { lanes, begun, end } = staged(4);
    for (const lane of ['lama-1', 'lama-2', 'lama-3']) lanes.enterBehind(lane);
    expect(begun).toEqual(['lama-1', 'lama-2']);
    await lanes.enter('kini-1');
    await lanes.enter('kini-2');
    void lanes.enter('kini-3');
    await end('lama-1');
    expect(begun.slice(2)).toEqual(['kini-1', 'kini-2', 'kini-3']);
    await end('lama-2');
    expect(begun.at(-1)).toBe('lama-3');
    for (const lane of ['kini-1', 'kini-2', 'kini-3', 'lama-3']) await end(lane);
    await lanes.idle();
  });

  test('that becomes news of now does not wait with the old, and runs once', async () => {
    const { lanes, begun, end } = staged(2);
    for (const lane of ['lama-1', 'lama-2']) lanes.enterBehind(lane);
    lanes.offer('lama-2');
    expect(begun).toEqual(['lama-1']);
    await lanes.enter('lama-2');
    expect(begun).toEqual(['lama-1', 'lama-2']);
    await end('lama-1');
    await end('lama-2');
    await lanes.idle();
    expect(begun).toEqual(['lama-1', 'lama-2']);
  });

  test('begins no faster than its share of the rate, and is forgotten when the process stops', async () => {
    const begun: number[] = [];
    const lanes = new Lanes(8, async () => void begun.push(performance.now()), 40);
    for (const lane of ['lama-1', 'lama-2', 'lama-3']) lanes.enterBehind(lane);
    while (begun.length < 3) await sleep(5);
    expect((begun[2] ?? 0) - (begun[0] ?? 0)).toBeGreaterThan(75);
    lanes.enterBehind('lama-4');
    await lanes.idle();
    await sleep(60);
    expect(begun).toHaveLength(3);
  });
});
