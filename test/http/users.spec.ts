import { type Api, startApi } from './api.ts';
import { type Browser, lastAct, loggedIn, PASSWORD, seedPerson } from './person.ts';

let api: Api;
let admin: Browser;
let adminEmail: string;
beforeAll(async () => {
  api = await startApi();
  const { id, email } = await seedPerson(api);
  adminEmail = email;
  admin = await loggedIn(api, id);
});
afterAll(() => api.stop());

interface User {
  id: string;
  email: string;
  role: string;
  opd: string | null;
  disabled: boolean;
  has_password: boolean;
}

const accept = (url: string, body: object) =>
  api.get(`/api/v1/invitations/${new URL(url).searchParams.get('undangan')}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
const logIn = (email: string, password: string) =>
  api.get('/api/v1/session', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email, password }),
  });
const invite = async (id: string) =>
  (await admin.ask<{ url: string }>('POST', `/api/v1/users/${id}/invitation`)).body.url;

test('an admin adds a person, who sets a password by the link, once', async () => {
  const user = { email: 'Budi@Contoh.test', name: 'Budi', role: 'admin_opd', opd: 'DINKES' };
  const { status, body } = await admin.ask<User>('POST', '/api/v1/users', user);
  expect([status, body]).toMatchObject([200, { ...user, email: 'budi@contoh.test', has_password: false }]);
  expect(await lastAct(api)).toMatchObject({ actor: adminEmail, outcome: 'user_added' });
  expect((await admin.ask('POST', '/api/v1/users', user)).status).toBe(409);

  const url = await invite(body.id);
  expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/masuk\?undangan=[\w-]{43}$/);
  expect((await logIn(body.email, PASSWORD)).status).toBe(401);
  expect((await accept(url, { password: PASSWORD, name: 'Budi Santoso' })).body).toEqual({
    email: 'budi@contoh.test',
    name: 'Budi Santoso',
  });
  expect(await lastAct(api)).toMatchObject({ actor: body.email, outcome: 'invitation_accepted' });
  expect((await accept(url, { password: `${PASSWORD} lagi` })).status).toBe(404);
  expect((await logIn(body.email, PASSWORD)).status).toBe(200);
  const { text } = await admin.ask('GET', '/api/v1/users');
  expect(text).toMatch('Budi Santoso');
  expect(text).not.toMatch(/argon2|"password"/);
});

test('a link opens nothing after 72 hours, nor once there is a newer one, nor for a disabled person', async () => {
  const late = await seedPerson(api);
  const old = await invite(late.id);
  const newer = await invite(late.id);
  expect((await accept(old, { password: PASSWORD })).status).toBe(404);
  await api.pool.query(`update invitation set expires_at = expires_at - interval '72 hours' where account_id = $1`, [
    late.id,
  ]);
  expect((await accept(newer, { password: PASSWORD })).status).toBe(404);
  const disabled = await seedPerson(api);
  const url = await invite(disabled.id);
  await admin.ask('PATCH', `/api/v1/users/${disabled.id}`, { disabled: true });
  expect((await accept(url, { password: PASSWORD })).status).toBe(404);
  expect((await admin.ask('POST', `/api/v1/users/${disabled.id}/invitation`)).status).toBe(409);
});

test.each([
  ['too short', 'pendek12345'],
  ['the same letters over and over', 'aaaabbbbaaaabbbb'],
  ['a common one', 'Purbalingga2026'],
  ['a common one twice', 'rahasia-rahasia'],
  ['the own e-mail', 'wati.contoh@contoh.test'],
  ['the own name with a number', 'Wati Contoh 123'],
])('%s is no password', async (_name, password) => {
  const email = 'wati.contoh@contoh.test';
  const { rows } = await api.pool.query<{ id: string }>('select id from account where email = $1', [email]);
  const id = rows[0]?.id ?? (await seedPerson(api, { email, name: 'Wati Contoh' })).id;
  const answer = await accept(await invite(id), { password });
  expect([answer.status, answer.text]).toEqual([400, expect.stringMatching('"field":"password"')]);
});

test('a disabled person is out at once, and back in only by a new log-in (F47)', async () => {
  const { id, email } = await seedPerson(api, { role: 'auditor' });
  const browser = await loggedIn(api, id);
  expect((await browser.ask('GET', '/api/v1/audit')).status).toBe(200);
  expect((await admin.ask<User>('PATCH', `/api/v1/users/${id}`, { disabled: true })).body.disabled).toBe(true);
  expect((await browser.ask('GET', '/api/v1/audit')).status).toBe(401);
  expect(await lastAct(api)).toMatchObject({ actor: email, outcome: 'denied' });
  expect((await logIn(email, PASSWORD)).status).toBe(401);
  await admin.ask('PATCH', `/api/v1/users/${id}`, { disabled: false });
  expect((await browser.ask('GET', '/api/v1/audit')).status).toBe(401);
  expect((await logIn(email, PASSWORD)).status).toBe(200);
});

test('a changed role counts from the next request on', async () => {
  const { id, email } = await seedPerson(api, { role: 'operator_integrasi' });
  const browser = await loggedIn(api, id);
  expect((await browser.ask('GET', '/api/v1/parked')).status).toBe(200);
  const { body } = await admin.ask<User>('PATCH', `/api/v1/users/${id}`, { role: 'admin_opd', opd: 'DPUPR' });
  expect(body).toMatchObject({ role: 'admin_opd', opd: 'DPUPR' });
  expect(await lastAct(api)).toMatchObject({
    actor: adminEmail,
    outcome: 'user_changed',
    detail: `${email}: role operator_integrasi -> admin_opd, opd - -> DPUPR`,
  });
  expect((await browser.ask('GET', '/api/v1/parked')).status).toBe(403);
  expect(await lastAct(api)).toMatchObject({
    actor: email,
    outcome: 'denied',
    detail: expect.stringMatching('parked'),
  });
});

test.each([
  [{ role: 'admin_opd' }, 'opd'],
  [{ role: 'admin_kecamatan', opd: 'DPUPR' }, 'kecamatan'],
  [{ role: 'admin_kecamatan', kecamatan: '33.03' }, 'kecamatan'],
  [{ role: 'raja' }, 'role'],
  [{ password: 'langsung saja dari sini' }, 'password'],
])('a person is not changed to %j', async (changes, field) => {
  const { id } = await seedPerson(api, { role: 'auditor' });
  const answer = await admin.ask('PATCH', `/api/v1/users/${id}`, changes);
  expect([answer.status, answer.text]).toEqual([400, expect.stringMatching(`"field":"${field}"`)]);
});

test('the last admin utama stays', async () => {
  const { body } = await admin.ask<{ data: User[] }>('GET', '/api/v1/users');
  const admins = body.data.filter(
    ({ role, disabled, email }) => role === 'admin_utama' && !disabled && email !== adminEmail,
  );
  for (const { id } of admins) await admin.ask('PATCH', `/api/v1/users/${id}`, { disabled: true });
  const own = body.data.find(({ email }) => email === adminEmail)?.id;
  for (const change of [{ disabled: true }, { role: 'auditor' }]) {
    expect((await admin.ask('PATCH', `/api/v1/users/${own}`, change)).status).toBe(409);
  }
  expect((await admin.ask('GET', '/api/v1/users')).status).toBe(200);
});
