import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Sending } from './sending.ts';

/** More than the sockets between take by themselves. */
const FILE = Buffer.alloc(32 * 1024 * 1024);

let withinMs = 500;
const sending = new Sending(FILE.length, () => withinMs);
const server = createServer((_request, response) => {
  try {
    sending.hold(response, FILE.length);
    response.end(FILE);
  } catch {
    response.writeHead(503).end();
  }
});
beforeAll(() => new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve)));
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

test('a reader that takes nothing is let go, and the next has its place', async () => {
  const ask = () => fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  const slow = await ask();
  expect([slow.status, (await ask()).status]).toEqual([200, 503]);
  await sleep(2 * withinMs);
  await expect(slow.arrayBuffer()).rejects.toThrow('terminated');
  withinMs = 20_000;
  const next = await ask();
  expect((await next.arrayBuffer()).byteLength).toBe(FILE.length);
});
