import { type Api, startApi } from './api.ts';
import { type Browser, lastAct, loggedIn, seedPerson } from './person.ts';

let api: Api;
let admin: Browser;
beforeAll(async () => {
  api = await startApi();
  admin = await loggedIn(api, (await seedPerson(api)).id);
});
afterAll(() => api.stop());

const make = (name: string, scopes: string[]) =>
  admin.ask<{ id: string; key: string }>('POST', '/api/v1/keys', { name, scopes });
const by = (key: string) => ({ headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' } });

test('a machine does with its key what its scopes say, under its name, until the key is revoked', async () => {
  const { body } = await make('dasbor', ['instances.read', 'instances.test']);
  expect(body.key).toMatch(/^simpul_[\w-]{43}$/);
  expect((await api.get('/api/v1/instances', by(body.key))).status).toBe(200);
  expect((await api.get('/api/v1/instances/kota/test', { method: 'POST', ...by(body.key) })).status).toBe(200);
  expect(await lastAct(api)).toMatchObject({ actor: 'kunci:dasbor', outcome: 'test_ok' });
  expect((await api.get('/api/v1/complaints', by(body.key))).status).toBe(403);
  expect(await lastAct(api)).toMatchObject({ actor: 'kunci:dasbor', outcome: 'denied' });

  expect((await admin.ask('DELETE', `/api/v1/keys/${body.id}`)).status).toBe(200);
  expect((await api.get('/api/v1/instances', by(body.key))).status).toBe(401);
  expect((await admin.ask('DELETE', `/api/v1/keys/${body.id}`)).status).toBe(404);
});

test('a key is shown once: neither the list nor the database has it', async () => {
  const { body } = await make('pemantau', ['alerts.read']);
  const { text } = await admin.ask('GET', '/api/v1/keys');
  expect(text).toMatch('"name":"pemantau","scopes":["alerts.read"]');
  const { rows } = await api.pool.query('select * from api_key');
  for (const seen of [text, JSON.stringify(rows)]) expect(seen).not.toMatch(body.key);
});

test.each([
  ['the making of keys', 'keys.manage'],
  ['the management of persons', 'users.manage'],
  ['who complained', 'complaints.identity'],
  ['an account of its own', 'account.own'],
  ['what nobody knows', 'semuanya'],
])('no key is given %s', async (_name, scope) => {
  expect((await make('serakah', ['alerts.read', scope])).status).toBe(400);
});

test('two valid keys never share a name, or the audit could not tell them apart', async () => {
  const { body } = await make('kembar', ['alerts.read']);
  expect((await make('Kembar', ['alerts.read'])).status).toBe(409);
  await admin.ask('DELETE', `/api/v1/keys/${body.id}`);
  expect((await make('Kembar', ['alerts.read'])).status).toBe(200);
});
