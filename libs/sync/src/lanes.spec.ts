import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { setTimeout as sleep } from 'node:timers/promises';
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

/** Runs that end when they are told to. */
const staged = (limit: number, oldEveryMs?: number) => {
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

test('who enters where all places are taken is told when the lane starts, however often they ask', async () => {
  const { lanes, begun, end } = staged(1);
  await lanes.enter('a');
  const told: string[] = [];
  for (const name of ['once', 'twice']) void lanes.enter('b').then(() => told.push(name));
  await sleep(1);
  expect(told).toEqual([]);
  await end('a');
  expect([begun, told]).toEqual([
    ['a', 'b'],
    ['once', 'twice'],
  ]);
  await end('b');
  await lanes.idle();
});

test('what is offered takes a free place, rings again where it runs, and else waits for one', async () => {
  const { lanes, begun, end } = staged(1);
  lanes.offer('a');
  lanes.offer('b');
  lanes.offer('a');
  expect(begun).toEqual(['a']);
  await end('a');
  expect(begun).toEqual(['a', 'a']);
  await end('a');
  expect(begun).toEqual(['a', 'a', 'b']);
  await end('b');
  await lanes.idle();
});

test('where all places are taken, what was rung and what the sweep found get one in turns', async () => {
  const { lanes, begun, end } = staged(1);
  await lanes.enter('now-0');
  for (const lane of ['now-1', 'now-2', 'now-3']) void lanes.enter(lane);
  for (const lane of ['found-1', 'now-3', 'found-2']) lanes.offer(lane);
  for (const lane of ['now-0', 'found-1', 'now-1', 'found-2', 'now-2', 'now-3']) {
    expect(begun.at(-1)).toBe(lane);
    await end(lane);
  }
  expect(begun).toHaveLength(6);
  await lanes.idle();
});

test('what the sweep found goes before old news, and is no longer offered once it was rung', async () => {
  const { lanes, begun, end } = staged(1);
  await lanes.enter('now');
  lanes.offer('found-1');
  lanes.offer('found-2');
  lanes.enterBehind('lama');
  void lanes.enter('found-1');
  for (const lane of ['now', 'found-2', 'found-1', 'lama']) {
    expect(begun.at(-1)).toBe(lane);
    await end(lane);
  }
  expect(begun).toHaveLength(4);
  await lanes.idle();
});

/** What is begun, in order, of so many lanes that come while the only place is taken. */
async function begunOf(count: number, come: (lanes: Lanes, lane: string) => void): Promise<string[]> {
  const begun: string[] = [];
  const gate = Promise.withResolvers<void>();
  const lanes = new Lanes(1, async (lane) => {
    begun.push(lane);
    await gate.promise;
  });
  await lanes.enter('now');
  for (let n = 1; n <= count; n += 1) come(lanes, `lane-${n}`);
  gate.resolve();
  for (let before = 0; before < begun.length; await sleep(20)) before = begun.length;
  await lanes.idle();
  return begun;
}

test('fifty of what the sweep found are remembered; the others it finds again', async () => {
  const begun = await begunOf(52, (lanes, lane) => lanes.offer(lane));
  expect([begun.length, begun.at(-1)]).toEqual([51, 'lane-50']);
});

test('a process that stops starts nothing more, lets go who waits for a place, and ends with the last run', async () => {
  const { lanes, begun, end } = staged(2);
  await lanes.enter('a');
  await lanes.enter('b');
  let isLetGo = false;
  let isIdle = false;
  void lanes.enter('c').then(() => (isLetGo = true));
  lanes.offer('d');
  void lanes.idle().then(() => (isIdle = true));
  await end('a');
  expect([isLetGo, isIdle]).toEqual([true, false]);
  await end('b');
  expect([isIdle, begun]).toEqual([true, ['a', 'b']]);
});

test('lanes of a platform that takes nothing wait no longer for a place, and none starts until the hold is over', async () => {
  const { lanes, begun, end } = staged(1, 10);
  await lanes.enter('a');
  let isLetGo = false;
  void lanes.enter('b').then(() => (isLetGo = true));
  lanes.enterBehind('lama');
  lanes.offer('found');
  lanes.hold(60);
  await end('a');
  for (const again of ['c', 'd']) {
    lanes.offer(again);
    lanes.enterBehind(again);
    await lanes.enter(again);
  }
  expect([isLetGo, begun]).toEqual([true, ['a']]);
  await sleep(70);
  expect(begun).toEqual(['a']);
  lanes.offer('b');
  expect(begun).toEqual(['a', 'b']);
  await end('b');
  await lanes.idle();
});

describe('old news', () => {
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

  test('has one place even where there is but one, and none while all are taken', async () => {
    const { lanes, begun, end } = staged(1);
    lanes.enterBehind('lama-1');
    lanes.enterBehind('lama-2');
    expect(begun).toEqual(['lama-1']);
    await end('lama-1');
    expect(begun).toEqual(['lama-1', 'lama-2']);
    await end('lama-2');
    await lanes.enter('kini-1');
    lanes.enterBehind('lama-3');
    expect(begun).not.toContain('lama-3');
    await end('kini-1');
    expect(begun.at(-1)).toBe('lama-3');
    await end('lama-3');
    await lanes.idle();
  });

  test('counts nothing else as old, neither what has ended nor what runs', async () => {
    const { lanes, begun, end } = staged(6);
    await lanes.enter('kini');
    await end('kini');
    lanes.offer('found-1');
    lanes.offer('found-2');
    for (let n = 1; n <= 4; n += 1) lanes.enterBehind(`lama-${n}`);
    expect(begun).toEqual(['kini', 'found-1', 'found-2', 'lama-1', 'lama-2', 'lama-3']);
    for (const lane of [...begun, 'lama-4']) await end(lane);
    await lanes.idle();
  });

  test('has its half beside what had to wait for a place, too', async () => {
    const { lanes, begun, end } = staged(4);
    const now = ['kini-1', 'kini-2', 'kini-3', 'kini-4'];
    for (const lane of now) await lanes.enter(lane);
    void lanes.enter('kini-5');
    lanes.offer('found');
    for (const lane of ['lama-1', 'lama-2']) lanes.enterBehind(lane);
    for (const lane of now) await end(lane);
    expect(begun.slice(4)).toEqual(['found', 'kini-5', 'lama-1', 'lama-2']);
    for (const lane of begun.slice(4)) await end(lane);
    await lanes.idle();
  });

  test('gives its half back place by place', async () => {
    const { lanes, begun, end } = staged(6);
    for (let n = 1; n <= 8; n += 1) lanes.enterBehind(`lama-${n}`);
    expect(begun).toHaveLength(3);
    await end('lama-1');
    await end('lama-2');
    expect(begun).toEqual(['lama-1', 'lama-2', 'lama-3', 'lama-4', 'lama-5']);
    for (let n = 3; n <= 8; n += 1) await end(`lama-${n}`);
    expect(begun).toHaveLength(8);
    await lanes.idle();
  });

  test('that is told again while it runs runs again, and is not kept beside what waits already', async () => {
    const { lanes, begun, end } = staged(1);
    lanes.enterBehind('lama-1');
    lanes.enterBehind('lama-1');
    void lanes.enter('kini-1');
    lanes.enterBehind('kini-1');
    await end('lama-1');
    await end('lama-1');
    expect(begun).toEqual(['lama-1', 'lama-1', 'kini-1']);
    await end('kini-1');
    await lanes.idle();
    expect(begun).toHaveLength(3);
  });

  test('is kept for a thousand lanes; the sweep finds the others', async () => {
    const begun = await begunOf(1_002, (lanes, lane) => lanes.enterBehind(lane));
    expect([begun.length, begun.at(-1)]).toEqual([1_001, 'lane-1000']);
  });
});

describe('by the clock', () => {
  beforeEach(() => void jest.useFakeTimers());
  afterEach(() => void jest.useRealTimers());

  test('a hold is over once its time is', () => {
    const { lanes, begun } = staged(1);
    lanes.hold(60);
    jest.advanceTimersByTime(59);
    lanes.offer('a');
    expect(begun).toEqual([]);
    jest.advanceTimersByTime(1);
    lanes.offer('a');
    expect(begun).toEqual(['a']);
  });

  test('old news begins at its time, and not a millisecond before', () => {
    const { lanes, begun } = staged(8, 40);
    lanes.enterBehind('lama-1');
    lanes.enterBehind('lama-2');
    jest.advanceTimersByTime(39);
    lanes.enterBehind('lama-3');
    expect(begun).toEqual(['lama-1']);
    jest.advanceTimersByTime(1);
    expect(begun).toEqual(['lama-1', 'lama-2']);
  });

  test('old news that is forgotten keeps no process awake, and what comes after it has its own time', () => {
    const { lanes, begun } = staged(8, 40);
    lanes.enterBehind('lama-1');
    lanes.enterBehind('lama-2');
    lanes.hold(10);
    expect(jest.getTimerCount()).toBe(0);
    jest.advanceTimersByTime(10);
    lanes.enterBehind('lama-3');
    jest.advanceTimersByTime(30);
    expect(begun).toEqual(['lama-1', 'lama-3']);
  });
});
