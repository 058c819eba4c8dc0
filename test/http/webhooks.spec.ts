import { once } from 'node:events';
import { type IncomingMessage, request } from 'node:http';
import { connect } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';
import { type Api, signed, startApi } from './api.ts';

const MIB = 1024 * 1024;
let api: Api;
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.stop());

const send = (body: string | Buffer, headers: Record<string, string>, path = '/webhooks/kota') =>
  fetch(api.url + path, { method: 'POST', body: new Uint8Array(Buffer.from(body)), headers });

const problem = async (answer: Response) => (await answer.json()) as { status: number; title: string };

const kept = async (deliveryId: string) => {
  const { rows } = await api.pool.query<{ body: Buffer; trace_id: string }>(
    'select body, trace_id from inbox where delivery_id = $1',
    [deliveryId],
  );
  return rows.map((row) => ({ ...row, body: api.runtime.hub.sealer.open(row.body) }));
};

test('a signed message is answered 202 once its very bytes are kept', async () => {
  const body = Buffer.from([0x7b, 0x00, 0xff, 0x22, 0x7d]);
  const answer = await send(body, signed(body, 'a1'));
  expect([answer.status, await answer.json()]).toEqual([202, { status: 'accepted' }]);
  expect((await kept('a1')).map((row) => row.body)).toEqual([body]);
});

test("the caller's trace id is taken over, and kept with the message", async () => {
  const id = '4bf92f3577b34da6a3ce929d0e0e4736';
  const traceparent = `00-${id}-00f067aa0ba902b7-01`;
  const answer = await send('{}', { ...signed('{}', 'trace'), traceparent });
  expect(answer.headers.get('x-trace-id')).toBe(id);
  expect((await kept('trace'))[0]?.trace_id).toBe(id);
});

test('a trace id that is none is replaced by one of our own', async () => {
  const answer = await send('{}', {
    ...signed('{}', 'trace2'),
    traceparent: `00-${'0'.repeat(32)}-00f067aa0ba902b7-01`,
  });
  expect(answer.headers.get('x-trace-id')).toMatch(/^[0-9a-f]{16}$/);
});

test('the same delivery twice at once is kept once and accepted twice', async () => {
  const body = '{"twice":true}';
  const answers = await Promise.all([send(body, signed(body, 'b1')), send(body, signed(body, 'b1'))]);
  expect(answers.map(({ status }) => status)).toEqual([202, 202]);
  expect(await kept('b1')).toHaveLength(1);
});

test('a wrong signature is a 401 problem and keeps nothing', async () => {
  const answer = await send('{"changed":1}', signed('{}', 'c1'));
  expect(answer.status).toBe(401);
  expect(answer.headers.get('content-type')).toMatch('application/problem+json');
  expect(answer.headers.get('www-authenticate')).toBeNull();
  expect(await answer.json()).toMatchObject({ status: 401, instance: '/webhooks/kota' });
  expect(await kept('c1')).toEqual([]);
});

test.each(['tidak-ada', 'desa', '__proto__'])('%s takes no webhooks: 404', async (name) => {
  const answer = await send('{}', signed('{}', 'd1'), `/webhooks/${name}`);
  expect([answer.status, answer.headers.get('content-type')]).toEqual([404, 'application/problem+json; charset=utf-8']);
});

test('exactly 1 MiB is taken, one byte more is 413', async () => {
  const body = Buffer.alloc(MIB, 'a');
  expect((await send(body, signed(body, 'e1'))).status).toBe(202);
  const larger = Buffer.alloc(MIB + 1, 'a');
  const answer = await send(larger, signed(larger, 'e2'));
  expect([answer.status, (await problem(answer)).status]).toEqual([413, 413]);
  expect(await kept('e2')).toEqual([]);
});

test('a body that names no length is cut off with 413, however long it goes on', async () => {
  const outgoing = request(`${api.url}/webhooks/kota`, { method: 'POST', headers: signed('', 'f1') });
  outgoing.on('error', () => {});
  const gone = new Promise((resolve) => outgoing.once('close', resolve));
  const answered = new Promise<IncomingMessage>((resolve) => outgoing.once('response', resolve));
  const chunk = Buffer.alloc(128 * 1024, 'a');
  const writing = setInterval(() => outgoing.write(chunk), 5);
  const response = await answered;
  expect(response.statusCode).toBe(413);
  response.on('error', () => {}).resume();
  await gone;
  clearInterval(writing);
}, 15_000);

test('the connection of a sender of too much serves the next request', async () => {
  const socket = connect(Number(new URL(api.url).port), '127.0.0.1');
  let said = '';
  socket.setEncoding('utf8').on('data', (text) => (said += text));
  const larger = 'a'.repeat(MIB + 10);
  socket.write(`POST /webhooks/kota HTTP/1.1\r\nhost: x\r\ncontent-length: ${larger.length}\r\n\r\n${larger}`);
  socket.write('GET /livez HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n');
  await once(socket, 'close');
  expect(said.match(/HTTP\/1\.1 \d+/g)).toEqual(['HTTP/1.1 413', 'HTTP/1.1 200']);
});

test('a length that lies shorter than the body keeps nothing of it', async () => {
  const socket = connect(Number(new URL(api.url).port), '127.0.0.1');
  let said = '';
  socket.setEncoding('utf8').on('data', (text) => (said += text));
  const headers = Object.entries(signed('{"whole":1}', 'g1')).map(([name, value]) => `${name}: ${value}\r\n`);
  socket.write(`POST /webhooks/kota HTTP/1.1\r\nhost: x\r\n${headers.join('')}content-length: 3\r\n\r\n{"whole":1}`);
  await once(socket, 'close');
  expect(said).toMatch(/^HTTP\/1\.1 4\d\d/);
  expect(await kept('g1')).toEqual([]);
});

test('a compressed body is refused unread: 415', async () => {
  const body = gzipSync(Buffer.alloc(50 * MIB));
  const answer = await send(body, { ...signed(body, 'h1'), 'content-encoding': 'gzip' });
  expect([answer.status, (await problem(answer)).status]).toEqual([415, 415]);
});

test('a sender that leaves halfway leaves nothing behind, and the hub goes on', async () => {
  const outgoing = request(`${api.url}/webhooks/kota`, {
    method: 'POST',
    headers: { ...signed('{}', 'i1'), 'content-length': 100 },
  });
  outgoing.on('error', () => {});
  outgoing.write('{}');
  await sleep(50);
  outgoing.destroy();
  expect((await send('{}', signed('{}', 'i2'))).status).toBe(202);
  expect(await kept('i1')).toEqual([]);
});

describe('while the database is away', () => {
  afterEach(() => api.wire.mend());

  test.each(['cut', 'freeze'] as const)(
    '(%s) a message is answered 503 within five seconds, and taken later',
    async (how) => {
      api.wire[how]();
      const since = Date.now();
      const answer = await send('{}', signed('{}', how));
      expect(Date.now() - since).toBeLessThan(5_000);
      expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '5']);
      expect((await problem(answer)).title).toBe('Belum dapat dilayani');

      api.wire.mend();
      expect((await send('{}', signed('{}', how))).status).toBe(202);
      expect(await kept(how)).toHaveLength(1);
    },
  );
});
