import { type Api, startApi } from './api.ts';
import { type Browser, loggedIn, seedPerson } from './person.ts';
import { seedComplaint } from './seed.ts';

let api: Api;
let siti: Browser;
beforeAll(async () => {
  api = await startApi({ queue: true });
  siti = await loggedIn(api, (await seedPerson(api)).id);
});
afterAll(() => api.stop());

const reply = (number: string, text: string, key?: string, by: Browser = siti) =>
  by.ask<{ trace_id: string; detail: string }>(
    'POST',
    `/api/v1/complaints/${number}/reply`,
    { text },
    key === undefined ? {} : { 'idempotency-key': key },
  );

async function replies(number: string): Promise<number> {
  const { rowCount } = await api.pool.query(
    `select from event e join complaint c on c.id = e.complaint_id where c.number = $1 and e.type = 'replied'`,
    [number],
  );
  return rowCount ?? 0;
}

test('a double click is one reply, and both are told what became of it', async () => {
  const { number } = await seedComplaint(api);
  const both = await Promise.all([1, 2, 3].map(() => reply(number, 'Sudah kami cek', 'klik-ganda')));
  expect(both.map(({ status }) => status)).toEqual([200, 200, 200]);
  expect(new Set(both.map(({ body }) => body.trace_id)).size).toBe(1);
  expect(await replies(number)).toBe(1);
});

test('without a key, or under the key of somebody else, the same words are another reply', async () => {
  const { number } = await seedComplaint(api);
  const budi = await loggedIn(api, (await seedPerson(api)).id);
  for (const [key, by] of [
    [undefined, siti],
    [undefined, siti],
    ['kunci-bersama', siti],
    ['kunci-bersama', budi],
  ] as const)
    expect((await reply(number, 'Sedang ditangani', key, by)).status).toBe(200);
  expect(await replies(number)).toBe(4);
});

test('a key that did one thing does no other, and says so', async () => {
  const { number } = await seedComplaint(api);
  await reply(number, 'Yang pertama', 'kunci-sekali');
  const other = await reply(number, 'Yang lain', 'kunci-sekali');
  expect([other.status, other.body.detail]).toEqual([409, expect.stringContaining('sudah dipakai')]);
  expect(await replies(number)).toBe(1);
  expect((await reply(number, 'Teks', 'x')).status).toBe(400);
});

test('an act that was refused leaves its key free for the mended one', async () => {
  const { number } = await seedComplaint(api);
  const status = (body: object) =>
    siti.ask('POST', `/api/v1/complaints/${number}/status`, body, { 'idempotency-key': 'kunci-betul' });
  expect((await status({ status: 'resolved' })).status).toBe(409);
  expect((await status({ status: 'resolved', outcome: 'dijelaskan', note: 'sudah dijelaskan' })).status).toBe(200);
});
