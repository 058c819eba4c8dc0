import { Secret, TOTP } from 'otpauth';
import { type Api, startApi } from './api.ts';
import { type Browser, lastAct, loggedIn, PASSWORD, seedPerson } from './person.ts';

let api: Api;
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.stop());

const logIn = (email: string, password: string, totp?: string) =>
  api.get<{ type: string }>('/api/v1/session', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email, password, totp }),
  });

describe('the second factor', () => {
  let email: string;
  let id: string;
  let browser: Browser;
  let totp: TOTP;
  const code = (steps = 0) => totp.generate({ timestamp: Date.now() + steps * 30_000 });
  beforeAll(async () => {
    ({ email, id } = await seedPerson(api));
    browser = await loggedIn(api, id);
    const { body } = await browser.ask<{ secret: string; uri: string }>('POST', '/api/v1/me/totp');
    expect(body.uri).toMatch(`otpauth://totp/Simpul%20Aduan:${encodeURIComponent(email)}?`);
    totp = new TOTP({ secret: Secret.fromBase32(body.secret) });
  });

  test('counts once it is confirmed, and lies sealed in the database', async () => {
    expect((await logIn(email, PASSWORD)).status).toBe(200);
    expect((await browser.ask('POST', '/api/v1/me/totp/confirm', { totp: '000000' })).status).toBe(400);
    expect((await browser.ask('POST', '/api/v1/me/totp/confirm', { totp: code(-1) })).body).toEqual({ totp: true });
    expect((await browser.ask('POST', '/api/v1/me/totp')).status).toBe(409);
    const { rows } = await api.pool.query<{ totp: Buffer }>('select totp from account where id = $1', [id]);
    expect(rows[0]?.totp.toString('latin1')).not.toMatch(totp.secret.base32);
  });

  test('is asked for after a right password alone', async () => {
    expect((await logIn(email, 'salah sama sekali')).body.type).toBe('urn:simpul-aduan:problem:unauthorized');
    const { status, body } = await logIn(email, PASSWORD);
    expect([status, body.type]).toEqual([401, 'urn:simpul-aduan:problem:totp-required']);
    expect((await logIn(email, 'salah sama sekali', code())).body.type).toBe('urn:simpul-aduan:problem:unauthorized');
  });

  test('takes each code once', async () => {
    expect((await logIn(email, PASSWORD, code())).status).toBe(200);
    expect((await logIn(email, PASSWORD, code())).body.type).toBe('urn:simpul-aduan:problem:totp-required');
    expect(await lastAct(api)).toMatchObject({ actor: email, outcome: 'login_failed' });
    expect((await logIn(email, PASSWORD, code(1))).status).toBe(200);
    expect((await logIn(email, PASSWORD, code(4))).status).toBe(401);
  });

  test('is taken off by the person, or by an admin where it is lost', async () => {
    expect((await browser.ask('DELETE', '/api/v1/me/totp')).body).toEqual({ totp: false });
    expect((await browser.ask('DELETE', '/api/v1/me/totp')).status).toBe(409);
    expect((await logIn(email, PASSWORD)).status).toBe(200);
    const { body } = await browser.ask<{ secret: string }>('POST', '/api/v1/me/totp');
    totp = new TOTP({ secret: Secret.fromBase32(body.secret) });
    await browser.ask('POST', '/api/v1/me/totp/confirm', { totp: code() });
    expect((await logIn(email, PASSWORD)).status).toBe(401);
    const admin = await loggedIn(api, (await seedPerson(api)).id);
    expect((await admin.ask('PATCH', `/api/v1/users/${id}`, { totp: false })).body).toMatchObject({ totp: false });
    expect((await logIn(email, PASSWORD)).status).toBe(200);
  });
});

test('a new password ends the other sessions and needs the present one', async () => {
  const { email, id } = await seedPerson(api);
  const [here, elsewhere] = [await loggedIn(api, id), await loggedIn(api, id)];
  const password = 'domba putih delapan ekor';
  const change = (current: string, to: string) => here.ask('POST', '/api/v1/me/password', { current, password: to });
  expect((await change('bukan itu', password)).status).toBe(400);
  expect((await change(PASSWORD, 'pendek')).status).toBe(400);
  expect((await change(PASSWORD, password)).body).toEqual({ ended: 1 });
  expect((await elsewhere.ask('GET', '/api/v1/session')).status).toBe(401);
  expect((await here.ask('GET', '/api/v1/session')).status).toBe(200);
  expect((await logIn(email, PASSWORD)).status).toBe(401);
  expect((await logIn(email, password)).status).toBe(200);
});

describe('sessions', () => {
  interface Listed {
    data: { id: string; current: boolean }[];
  }
  test('are listed and ended by the person', async () => {
    const { id } = await seedPerson(api, { role: 'auditor' });
    const [here, elsewhere] = [await loggedIn(api, id), await loggedIn(api, id)];
    const { body } = await here.ask<Listed>('GET', '/api/v1/sessions');
    expect(body.data.filter(({ current }) => current)).toHaveLength(1);
    expect(body.data).toHaveLength(2);
    const other = body.data.find(({ current }) => !current)?.id;
    expect((await here.ask('DELETE', `/api/v1/sessions/${other}`)).body).toEqual({ ended: 1 });
    expect((await elsewhere.ask('GET', '/api/v1/session')).status).toBe(401);
    await loggedIn(api, id);
    expect((await here.ask('DELETE', '/api/v1/sessions')).body).toEqual({ ended: 1 });
  });

  test('of somebody else exist for admins alone', async () => {
    const victim = await seedPerson(api);
    const theirs = await loggedIn(api, victim.id);
    const { body } = await theirs.ask<Listed>('GET', '/api/v1/sessions');
    const auditor = await loggedIn(api, (await seedPerson(api, { role: 'auditor' })).id);
    expect((await auditor.ask('GET', `/api/v1/sessions?user=${victim.id}`)).status).toBe(404);
    expect((await auditor.ask('DELETE', `/api/v1/sessions/${body.data[0]?.id}`)).status).toBe(404);
    const admin = await loggedIn(api, (await seedPerson(api)).id);
    expect((await admin.ask<Listed>('GET', `/api/v1/sessions?user=${victim.id}`)).body.data).toHaveLength(1);
    expect((await admin.ask('DELETE', `/api/v1/sessions/${body.data[0]?.id}`)).body).toEqual({ ended: 1 });
    expect((await theirs.ask('GET', '/api/v1/session')).status).toBe(401);
  });
});
