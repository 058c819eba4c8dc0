import { type Api, startApi } from './api.ts';
import { browserWith, lastAct, loggedIn, PASSWORD, seedPerson } from './person.ts';

let api: Api;
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.stop());

interface Session {
  user: { id: string; email: string; role: string; permissions: string[] };
  csrf: string;
}

const logIn = (body: object, headers: Record<string, string> = {}) =>
  api.get<Session & { type: string; detail: string }>('/api/v1/session', {
    method: 'POST',
    body: JSON.stringify(body),
    headers: { 'content-type': 'application/json', ...headers },
  });
const cookieOf = (headers: Headers) => headers.get('set-cookie') ?? '';
const tokenIn = (headers: Headers) => /^sesi=([\w-]{43});/.exec(cookieOf(headers))?.[1] ?? '';

describe('somebody who has an account', () => {
  test('logs in, is known, and logs out', async () => {
    const { id, email } = await seedPerson(api, { role: 'admin_opd', opd: 'DPUPR' });
    const { status, headers, body } = await logIn({ email: ` ${email.toUpperCase()}`, password: PASSWORD });
    expect([status, body]).toMatchObject([200, { user: { id, email, role: 'admin_opd', opd: 'DPUPR' } }]);
    expect(cookieOf(headers)).toMatch(/^sesi=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict$/);
    expect(await lastAct(api)).toMatchObject({ actor: email, outcome: 'login' });

    const browser = browserWith(api, tokenIn(headers), body.csrf);
    expect((await browser.ask('GET', '/api/v1/session')).body).toEqual(body);
    const out = await browser.ask('DELETE', '/api/v1/session');
    expect([out.status, cookieOf(out.headers)]).toEqual([
      200,
      expect.stringMatching(/^sesi=;.*Expires=Thu, 01 Jan 1970/),
    ]);
    expect((await browser.ask('GET', '/api/v1/session')).status).toBe(401);
  });

  test('is let in by the hub that the public reaches over https with a cookie for https alone', async () => {
    const { email } = await seedPerson(api);
    const { hub } = api.runtime;
    Object.assign(hub, { publicUrl: 'https://aduan.example.go.id' });
    const { headers } = await logIn({ email, password: PASSWORD });
    Object.assign(hub, { publicUrl: 'http://127.0.0.1' });
    expect(cookieOf(headers)).toMatch(/^__Host-sesi=[\w-]{43}; Path=\/; HttpOnly; Secure; SameSite=Strict$/);
  });

  test('gets a token of this log-in, whatever the browser brought along; what it brought is over (F47)', async () => {
    const { email } = await seedPerson(api);
    const first = tokenIn((await logIn({ email, password: PASSWORD })).headers);
    const planted = 'p'.repeat(43);
    for (const token of [first, planted]) {
      const { headers } = await logIn({ email, password: PASSWORD }, { cookie: `sesi=${token}` });
      expect([first, planted, '']).not.toContain(tokenIn(headers));
      expect((await browserWith(api, token, '').ask('GET', '/api/v1/session')).status).toBe(401);
    }
  });

  test('does nothing by a page that does not know the X-CSRF-Token, and that is audited (F47)', async () => {
    const { id, email } = await seedPerson(api);
    const browser = await loggedIn(api, id);
    for (const wrong of ['', 'x'.repeat(43)]) {
      const answer = await browser.ask('POST', '/api/v1/instances/kota/resume', {}, { 'x-csrf-token': wrong });
      expect([answer.status, answer.text]).toEqual([403, expect.stringMatching('X-CSRF-Token')]);
      // It lacks no permission: whoever signed in anew in another tab is not sent to ask for one.
      expect(answer.text).toMatch(/problem:other-session".*masuk lagi di tab lain/);
      expect(await lastAct(api)).toMatchObject({ actor: email, outcome: 'denied' });
    }
    expect((await browser.ask('POST', '/api/v1/instances/kota/resume')).status).toBe(409);
  });

  test('is told of the other session before what that one may not do', async () => {
    const { id } = await seedPerson(api, { role: 'auditor' });
    const browser = await loggedIn(api, id);
    const resume = (headers?: Record<string, string>) =>
      browser.ask<{ type: string }>('POST', '/api/v1/instances/kota/resume', {}, headers);
    const answers = [await resume({ 'x-csrf-token': 'x'.repeat(43) }), await resume()];
    expect(answers.map(({ status, body: { type } }) => [status, type])).toEqual([
      [403, 'urn:simpul-aduan:problem:other-session'],
      [403, 'urn:simpul-aduan:problem:forbidden'],
    ]);
  });

  test('acts in the audit under the e-mail', async () => {
    const { id, email } = await seedPerson(api, { role: 'operator_integrasi' });
    await (await loggedIn(api, id)).ask('POST', '/api/v1/instances/kota/test');
    expect(await lastAct(api)).toMatchObject({ actor: email, outcome: expect.stringMatching(/^test_/) });
  });

  test.each([
    ['unused for longer than eight hours', `seen_at = now() - interval '8 hours 1 second'`],
    ['older than seven days', `created_at = now() - interval '7 days 1 second'`],
  ])('is logged out once the session is %s, and the use of it is audited once', async (_name, change) => {
    const { id, email } = await seedPerson(api);
    const browser = await loggedIn(api, id);
    expect((await browser.ask('GET', '/api/v1/session')).status).toBe(200);
    await api.pool.query(`update session set ${change} where account_id = $1`, [id]);
    for (const _try of [1, 2]) expect((await browser.ask('GET', '/api/v1/session')).status).toBe(401);
    const { rows } = await api.pool.query(`select outcome from audit where actor = $1`, [email]);
    expect(rows).toEqual([{ outcome: 'denied' }]);
  });
});

describe('somebody who guesses', () => {
  test('is not told whether it was the e-mail or the password', async () => {
    const { email, id } = await seedPerson(api);
    const gone = await seedPerson(api);
    await api.pool.query('update account set disabled_at = now() where id = $1', [gone.id]);
    await api.pool.query('update account set password = null where id = $1', [(await seedPerson(api)).id]);
    const tries = [
      { email, password: 'kambing putih tujuh ekor' },
      { email: 'tidak-ada@contoh.test', password: PASSWORD },
      { email: gone.email, password: PASSWORD },
    ];
    const answers = await Promise.all(tries.map((each) => logIn(each)));
    const [one, ...others] = answers.map(({ status, body: { type, detail } }) => ({ status, type, detail }));
    expect(one).toMatchObject({ status: 401, type: 'urn:simpul-aduan:problem:unauthorized' });
    for (const other of others) expect(other).toEqual(one);
    expect(answers.map(({ headers }) => cookieOf(headers))).toEqual(['', '', '']);
    expect((await api.pool.query('select from session where account_id = $1', [id])).rowCount).toBe(0);
  });

  test('waits as long for an e-mail that is unknown as for one that is known', async () => {
    const { email } = await seedPerson(api);
    const slow = async (each: string) => {
      const since = performance.now();
      await logIn({ email: each, password: 'bukan sandi siapa pun' });
      return performance.now() - since;
    };
    const known: number[] = [];
    const unknown: number[] = [];
    for (let n = 0; n < 7; n += 1) {
      known.push(await slow(email));
      unknown.push(await slow('siapa@contoh.test'));
    }
    const median = (all: number[]) => all.toSorted((a, b) => a - b)[3] ?? 0;
    expect(median(unknown)).toBeGreaterThan(median(known) / 3);
  });

  test('gets 10 of 1,000 passwords looked at, then is told when to come again, and is audited (F47)', async () => {
    const { email, id } = await seedPerson(api);
    const tries = Array.from({ length: 999 }, (_none, n) => `tebakan nomor ${n} panjang`);
    const statuses: number[] = [];
    for (let from = 0; from < tries.length; from += 50) {
      const sent = tries.slice(from, from + 50).map((password, n) => ({
        body: { email, password },
        headers: { 'x-forwarded-for': `203.0.113.${(from + n) % 250}` },
      }));
      const answers = await Promise.all(sent.map(({ body, headers }) => logIn(body, headers)));
      statuses.push(...answers.map(({ status }) => status));
    }
    expect(statuses.filter((status) => status === 401)).toHaveLength(10);
    expect(statuses.filter((status) => status === 429)).toHaveLength(989);
    const right = await logIn({ email, password: PASSWORD }, { 'x-forwarded-for': '203.0.113.251' });
    expect([right.status, right.headers.get('retry-after')]).toEqual([429, expect.stringMatching(/^[1-9]\d{0,2}$/)]);
    const { rows } = await api.pool.query(
      'select outcome, count(*)::int as n from audit where actor = $1 group by outcome order by outcome',
      [email],
    );
    expect(rows).toEqual([
      { outcome: 'login_failed', n: 10 },
      { outcome: 'login_throttled', n: 1 },
    ]);
    expect((await api.pool.query('select from session where account_id = $1', [id])).rowCount).toBe(0);
  }, 180_000);

  test('is stopped by address, too, however many names are tried from there', async () => {
    const address = { 'x-forwarded-for': '198.51.100.7' };
    expect((await logIn({ email: 'nama-1@contoh.test', password: 'x' }, address)).status).toBe(401);
    await api.pool.query(`update rate_limit set points = 100 where key = 'login-address:198.51.100.7'`);
    expect((await logIn({ email: 'nama-2@contoh.test', password: 'x' }, address)).status).toBe(429);
    const elsewhere = { 'x-forwarded-for': '198.51.100.8' };
    expect((await logIn({ email: 'nama-2@contoh.test', password: 'x' }, elsewhere)).status).toBe(401);
  });
});

test.each([
  ['an extra field', { email: 'a@b.test', password: 'x', role: 'admin_utama' }, 'role'],
  ['no password', { email: 'a@b.test' }, 'password'],
  ['an object', { email: { $ne: '' }, password: 'x' }, 'email'],
])('a log-in with %s is 400', async (_name, body, field) => {
  const answer = await logIn(body);
  expect(answer.status).toBe(400);
  expect(answer.text).toMatch(`"field":"${field}"`);
});
