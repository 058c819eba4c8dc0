import { generateKeyPairSync } from 'node:crypto';
import { jest } from '@jest/globals';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Provider } from 'oidc-provider';
import { type Api, startApi } from './api.ts';
import { lastAct, seedPerson } from './person.ts';

const CLIENT = { id: 'simpul-aduan', secret: 'rahasia-penyedia-uji' };

let api: Api;
let server: Server;
/** What the provider says of whoever logs in there. */
let said: Record<string, unknown> = {};

beforeAll(async () => {
  // The provider says at length that it is one for tests.
  for (const level of ['warn', 'info'] as const) jest.spyOn(console, level).mockImplementation(() => {});
  server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const env = { HUB_OIDC_ISSUER: issuer, HUB_OIDC_CLIENT_ID: CLIENT.id, HUB_OIDC_CLIENT_SECRET: CLIENT.secret };
  api = await startApi({ env });
  Object.assign(api.runtime.hub, { publicUrl: api.url });
  server.on('request', providerOf(issuer, `${api.url}/api/v1/oidc/callback`).callback());
});
afterAll(async () => {
  await api.stop();
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

function providerOf(issuer: string, redirectUri: string): Provider {
  const key = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({ format: 'jwk' });
  return new Provider(issuer, {
    clients: [{ client_id: CLIENT.id, client_secret: CLIENT.secret, redirect_uris: [redirectUri] }],
    claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name'] },
    findAccount: (_context, sub) => ({ accountId: sub, claims: () => Promise.resolve({ sub, ...said }) }),
    pkce: { required: () => true },
    cookies: { keys: ['kunci-kuki-uji'] },
    jwks: { keys: [{ ...key, alg: 'RS256', use: 'sig' }] },
  });
}

/** A browser that follows redirects, keeps cookies and fills in the provider's forms. */
class Walker {
  private readonly cookies = new Map<string, string>();

  async visit(url: string, form?: Record<string, string>): Promise<Response> {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const body = form ? { method: 'POST', body: new URLSearchParams(form) } : {};
    const response = await fetch(url, { redirect: 'manual', headers: { cookie }, ...body });
    for (const each of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(each) ?? [];
      if (/expires=Thu, 01 Jan 1970/i.test(each)) this.cookies.delete(name);
      else this.cookies.set(name, value);
    }
    return response;
  }

  /** Of the longest cookie, with its name: browsers keep 4 kB. */
  longest(): number {
    return Math.max(...[...this.cookies].map(([name, value]) => name.length + value.length));
  }

  /** Goes on until the hub's callback is next, or the provider has answered. */
  async walk(from: string): Promise<string> {
    let url = from;
    for (let step = 0; step < 20; step += 1) {
      if (url.includes('/oidc/callback')) return url;
      let response = await this.visit(url);
      if (response.status === 200) {
        const prompt = /name="prompt" value="(\w+)"/.exec(await response.text())?.[1] ?? '';
        response = await this.visit(url, { prompt, login: 'wati', password: 'apa saja' });
      }
      url = new URL(response.headers.get('location') ?? '/', url).href;
    }
    throw new Error('The walk does not end');
  }

  async start(query = ''): Promise<string> {
    const response = await this.visit(`${api.url}/api/v1/oidc/start${query}`);
    expect(response.status).toBe(303);
    return response.headers.get('location') ?? '';
  }

  /** Where the hub sends the browser at the end. */
  async finish(callback: string): Promise<string> {
    return (await this.visit(callback)).headers.get('location')?.replace(api.url, '') ?? '';
  }

  async user(): Promise<{ status: number; email?: string }> {
    const response = await this.visit(`${api.url}/api/v1/session`);
    const body = (await response.json()) as { user?: { email: string } };
    return { status: response.status, ...(body.user && { email: body.user.email }) };
  }
}

test('the provider is asked with PKCE, state and nonce', async () => {
  const { searchParams } = new URL(await new Walker().start());
  expect(Object.fromEntries(searchParams)).toMatchObject({
    code_challenge_method: 'S256',
    code_challenge: expect.stringMatching(/^[\w-]{43}$/),
    state: expect.stringMatching(/^[\w-]{43}$/),
    nonce: expect.stringMatching(/^[\w-]{43}$/),
    response_type: 'code',
  });
});

test('somebody whose e-mail the provider has verified is let in to the account of that e-mail', async () => {
  const { email } = await seedPerson(api);
  said = { email: email.toUpperCase(), email_verified: true };
  const walker = new Walker();
  expect(await walker.finish(await walker.walk(await walker.start()))).toBe('/');
  expect(await walker.user()).toEqual({ status: 200, email });
  expect(await lastAct(api)).toMatchObject({ actor: email, outcome: 'login', detail: expect.stringMatching('OIDC') });
});

test.each([
  ['an e-mail that nobody verified', () => ({ email_verified: false }), {}],
  ['an e-mail that may be verified, in words', () => ({ email_verified: 'true' }), {}],
  ['an e-mail that has no account', () => ({ email: 'orang-lain@contoh.test' }), {}],
  ['the e-mail of a disabled account', () => ({}), { disabled: true }],
])('%s opens nothing, and that is audited', async (_name, changes, { disabled }: { disabled?: boolean }) => {
  const { email, id } = await seedPerson(api);
  if (disabled) await api.pool.query('update account set disabled_at = now() where id = $1', [id]);
  said = { email, email_verified: true, ...changes() };
  const walker = new Walker();
  expect(await walker.finish(await walker.walk(await walker.start()))).toBe('/masuk?galat=akun');
  expect(await lastAct(api)).toMatchObject({ outcome: 'login_failed', detail: expect.stringMatching('OIDC') });
  expect((await walker.user()).status).toBe(401);
});

test.each([
  ['a page of the console', '/audit?hop=person&outcome=denied', '/audit?hop=person&outcome=denied'],
  ['a page as long as fits into the cookie', `/aduan?q=${'a'.repeat(991)}`, `/aduan?q=${'a'.repeat(991)}`],
  ['another host', '//contoh.test/', '/'],
  ['another host by what browsers drop', '/\t/contoh.test/', '/'],
])('whoever wanted to open %s is led to a page of the console', async (_name, wanted, shown) => {
  said = { email: (await seedPerson(api)).email, email_verified: true };
  const walker = new Walker();
  const callback = await walker.walk(await walker.start(`?ke=${encodeURIComponent(wanted)}`));
  expect(walker.longest()).toBeLessThan(4_096);
  expect(await walker.finish(callback)).toBe(shown);
});

describe('an answer of the provider', () => {
  const asked = async () => {
    said = { email: (await seedPerson(api)).email, email_verified: true };
    const walker = new Walker();
    return { walker, callback: await walker.walk(await walker.start()) };
  };

  test('counts once', async () => {
    const { walker, callback } = await asked();
    expect(await walker.finish(callback)).toBe('/');
    expect(await walker.finish(callback)).toBe('/masuk?galat=oidc');
  });

  test('with another state opens nothing', async () => {
    const { walker, callback } = await asked();
    const url = new URL(callback);
    url.searchParams.set('state', 'lain');
    expect(await walker.finish(url.href)).toBe('/masuk?galat=oidc');
    expect((await walker.user()).status).toBe(401);
  });

  test('opens nothing in a browser that did not ask, or asked something else: no log-in is slipped in', async () => {
    const { callback } = await asked();
    const victim = new Walker();
    expect(await victim.finish(callback)).toBe('/masuk?galat=oidc');
    await victim.start();
    expect(await victim.finish(callback)).toBe('/masuk?galat=oidc');
    expect((await victim.user()).status).toBe(401);
  });
});

test('without a provider there is no such log-in', async () => {
  const without = await startApi();
  expect((await without.get('/api/v1/oidc/start', { headers: {} })).status).toBe(404);
  await without.stop();
});
