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
    const confirmed = await browser.ask('POST', '/api/v1/me/totp/confirm', { totp: code(-1) });
    expect(confirmed.body).toMatchObject({ recovery_codes: { length: 10 } });
    expect(confirmed.headers.get('cache-control')).toBe('no-store');
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
    expect((await browser.ask('DELETE', '/api/v1/me/totp')).body).toEqual({ totp: false, recovery_left: 0 });
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

describe('recovery codes', () => {
  let email: string;
  let id: string;
  let browser: Browser;
  let codes: string[];
  const refused = 'urn:simpul-aduan:problem:totp-required';
  const codeAt = (n: number) => codes[n] ?? '';
  const left = async () => (await browser.ask<{ recovery_left: number }>('GET', '/api/v1/me/totp')).body.recovery_left;
  beforeAll(async () => {
    ({ email, id } = await seedPerson(api));
    browser = await loggedIn(api, id);
    const proposed = await browser.ask<{ secret: string }>('POST', '/api/v1/me/totp');
    const totp = new TOTP({ secret: Secret.fromBase32(proposed.body.secret) }).generate();
    const confirmed = await browser.ask<{ recovery_codes: string[] }>('POST', '/api/v1/me/totp/confirm', { totp });
    codes = confirmed.body.recovery_codes;
  });

  test('are ten, all different, and lie in the database as hashes alone', async () => {
    expect(new Set(codes).size).toBe(10);
    expect(codes.every((code) => /^[2-9A-Z]{5}-[2-9A-Z]{5}$/.test(code))).toBe(true);
    const { rows } = await api.pool.query<{ row: string }>('select recovery_code::text as row from recovery_code');
    const kept = rows.map(({ row }) => row).join(' ');
    expect(codes.filter((code) => kept.includes(code) || kept.includes(Buffer.from(code).toString('hex')))).toEqual([]);
  });

  test('let in once each, written as they are or as they are typed, which is audited', async () => {
    expect((await logIn(email, PASSWORD, codeAt(0))).status).toBe(200);
    const { rows } = await api.pool.query(
      `select detail from audit where actor = $1 and outcome = 'recovery_code_used'`,
      [email],
    );
    expect(rows).toEqual([{ detail: expect.stringContaining('tersisa 9') }]);
    expect((await logIn(email, PASSWORD, codeAt(0))).body.type).toBe(refused);
    expect((await logIn(email, PASSWORD, codeAt(1).toLowerCase().replace('-', ' '))).status).toBe(200);
    expect(await left()).toBe(8);
  });

  test('open nothing without the password, nor anybody else’s account', async () => {
    expect((await logIn(email, 'salah sama sekali', codeAt(2))).status).toBe(401);
    const other = await seedPerson(api);
    const theirs = await loggedIn(api, other.id);
    const proposed = await theirs.ask<{ secret: string }>('POST', '/api/v1/me/totp');
    const totp = new TOTP({ secret: Secret.fromBase32(proposed.body.secret) }).generate();
    await theirs.ask('POST', '/api/v1/me/totp/confirm', { totp });
    expect((await logIn(other.email, PASSWORD, codeAt(2))).body.type).toBe(refused);
    expect(await left()).toBe(8);
  });

  test('are taken by one alone where two come at once', async () => {
    const tries = await Promise.all([logIn(email, PASSWORD, codeAt(3)), logIn(email, PASSWORD, codeAt(3))]);
    expect(tries.map(({ status }) => status).toSorted((one, other) => one - other)).toEqual([200, 401]);
  });

  test('are made anew, which ends the old ones, and go with the second factor', async () => {
    const old = codeAt(4);
    const renewed = await browser.ask<{ recovery_codes: string[] }>('POST', '/api/v1/me/totp/recovery-codes');
    expect(await lastAct(api)).toMatchObject({ actor: email, outcome: 'recovery_codes_made' });
    expect((await logIn(email, PASSWORD, old)).body.type).toBe(refused);
    expect((await logIn(email, PASSWORD, renewed.body.recovery_codes[0])).status).toBe(200);
    await browser.ask('DELETE', '/api/v1/me/totp');
    expect(await left()).toBe(0);
    expect((await browser.ask('POST', '/api/v1/me/totp/recovery-codes')).status).toBe(409);
    expect((await logIn(email, PASSWORD, renewed.body.recovery_codes[1])).status).toBe(200);
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
