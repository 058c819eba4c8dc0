import { expect, test } from '@jest/globals';
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
