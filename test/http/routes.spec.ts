import { RequestMethod } from '@nestjs/common';
import { type AccountRole, ACCOUNT_ROLES } from '#store';
import { ANYONE, NEEDS } from '../../apps/hub/src/http/access/secured.ts';
import { ApiModule } from '../../apps/hub/src/http/api.module.ts';
import { type Api, startApi } from './api.ts';
import { type Browser, loggedIn, seedPerson } from './person.ts';

/** Every route that asks who is there, and who may: the roles' first letters after `admin_`, and `key` for HUB_API_KEY. */
const EVERYBODY = 'utama opd kecamatan vertikal operator auditor pimpinan';
const OFFICES = 'utama opd kecamatan vertikal operator auditor key';
const READERS = 'utama operator auditor key';
const OPERATORS = 'utama operator key';
const MANAGERS = 'utama key';
const ANSWERING = 'utama opd kecamatan vertikal key';
/** Its answer has no end: test/console tries it. */
const STREAM = 'GET /api/v1/stream';
const EXPECTED: Record<string, string> = {
  'GET /api/v1/session': EVERYBODY,
  'DELETE /api/v1/session': EVERYBODY,
  'GET /api/v1/sessions': EVERYBODY,
  'DELETE /api/v1/sessions': EVERYBODY,
  'DELETE /api/v1/sessions/:id': EVERYBODY,
  'POST /api/v1/me/password': EVERYBODY,
  'GET /api/v1/me/totp': EVERYBODY,
  'POST /api/v1/me/totp': EVERYBODY,
  'POST /api/v1/me/totp/confirm': EVERYBODY,
  'POST /api/v1/me/totp/recovery-codes': EVERYBODY,
  'DELETE /api/v1/me/totp': EVERYBODY,
  'GET /api/v1/views': EVERYBODY,
  'POST /api/v1/views': EVERYBODY,
  'DELETE /api/v1/views/:id': EVERYBODY,
  'GET /api/v1/users': MANAGERS,
  'POST /api/v1/users': MANAGERS,
  'PATCH /api/v1/users/:id': MANAGERS,
  'POST /api/v1/users/:id/invitation': MANAGERS,
  'GET /api/v1/keys': MANAGERS,
  'POST /api/v1/keys': MANAGERS,
  'DELETE /api/v1/keys/:id': MANAGERS,
  'GET /api/v1/complaints': OFFICES,
  'GET /api/v1/complaints/:number': OFFICES,
  'GET /api/v1/complaints/:number/timeline': OFFICES,
  'POST /api/v1/complaints/:number/identity': 'utama opd',
  'POST /api/v1/complaints/:number/reporter-code': MANAGERS,
  'POST /api/v1/complaints/:number/disposition': MANAGERS,
  'POST /api/v1/complaints/:number/authority': MANAGERS,
  'POST /api/v1/complaints/:number/forward': MANAGERS,
  'POST /api/v1/complaints/:number/needs-info': ANSWERING,
  'POST /api/v1/complaints/:number/reply': ANSWERING,
  'POST /api/v1/complaints/:number/status': ANSWERING,
  'POST /api/v1/complaints/:number/marks': ANSWERING,
  'GET /api/v1/conversations': MANAGERS,
  'GET /api/v1/drops': MANAGERS,
  'GET /api/v1/triage': MANAGERS,
  'GET /api/v1/triage/areas': MANAGERS,
  'GET /api/v1/triage/examples': MANAGERS,
  'POST /api/v1/triage/:id/accept': MANAGERS,
  'POST /api/v1/triage/:id/correct': MANAGERS,
  'GET /api/v1/overview': 'utama operator auditor pimpinan key',
  'GET /api/v1/recap': 'utama opd kecamatan auditor pimpinan key',
  'GET /api/v1/recap/complaints': 'utama opd kecamatan auditor pimpinan key',
  'GET /api/v1/recap.pdf': 'utama opd kecamatan auditor pimpinan key',
  'GET /api/v1/recap.xlsx': 'utama opd kecamatan auditor pimpinan key',
  'GET /api/v1/recap.csv': 'utama opd kecamatan auditor pimpinan key',
  'GET /api/v1/reports': 'utama auditor pimpinan key',
  'GET /api/v1/reports/:month/:form': 'utama auditor pimpinan key',
  'GET /api/v1/routing': READERS,
  'PUT /api/v1/routing': OPERATORS,
  'POST /api/v1/routing/check': READERS,
  'POST /api/v1/routing/simulate': OPERATORS,
  'GET /api/v1/routing/versions': READERS,
  'GET /api/v1/routing/versions/:version': READERS,
  'GET /api/v1/routing/difference': READERS,
  'POST /api/v1/routing/rollback': OPERATORS,
  'GET /api/v1/connectors': READERS,
  'GET /api/v1/connectors/:connector/template': OPERATORS,
  'POST /api/v1/instances': OPERATORS,
  'GET /api/v1/instances/:name/labels': READERS,
  'GET /api/v1/instances/:name/messages': READERS,
  'GET /api/v1/instances/:name/profile': READERS,
  'PUT /api/v1/instances/:name/profile': OPERATORS,
  'GET /api/v1/instances/:name/profile/schema': READERS,
  'POST /api/v1/instances/:name/profile/check': OPERATORS,
  'POST /api/v1/instances/:name/profile/dry-run': OPERATORS,
  'POST /api/v1/instances/:name/profile/preview': OPERATORS,
  'GET /api/v1/instances/:name/profile/versions': READERS,
  'GET /api/v1/instances/:name/profile/versions/:version': READERS,
  'GET /api/v1/instances/:name/profile/difference': READERS,
  'POST /api/v1/instances/:name/profile/rollback': OPERATORS,
  'POST /api/v1/instances/:name/profile/replay': OPERATORS,
  'POST /api/v1/instances/:name/profile/openapi': OPERATORS,
  'GET /api/v1/instances/:name/secrets': READERS,
  'PUT /api/v1/instances/:name/secrets': OPERATORS,
  'POST /api/v1/instances/:name/webhook-secret': OPERATORS,
  'GET /api/v1/instances': READERS,
  'GET /api/v1/instances/:name': READERS,
  'POST /api/v1/instances/:name/test': OPERATORS,
  'POST /api/v1/instances/:name/pause': OPERATORS,
  'POST /api/v1/instances/:name/resume': OPERATORS,
  'POST /api/v1/instances/:name/reconcile': OPERATORS,
  'GET /api/v1/reconciliations': READERS,
  'GET /api/v1/reconciliations/:id': READERS,
  'GET /api/v1/drift': READERS,
  'POST /api/v1/drift/:id/dismiss': OPERATORS,
  'GET /api/v1/parked': READERS,
  'GET /api/v1/parked/groups': READERS,
  'GET /api/v1/parked/:id': READERS,
  'GET /api/v1/parked/:id/preview': READERS,
  'POST /api/v1/parked/retry': OPERATORS,
  'POST /api/v1/parked/:id/retry': OPERATORS,
  'POST /api/v1/parked/:id/skip': OPERATORS,
  'GET /api/v1/alerts': READERS,
  'POST /api/v1/alerts/:id/acknowledge': OPERATORS,
  'GET /api/v1/alert-channels': READERS,
  'POST /api/v1/alert-channels': OPERATORS,
  'PATCH /api/v1/alert-channels/:id': OPERATORS,
  'DELETE /api/v1/alert-channels/:id': OPERATORS,
  'POST /api/v1/alert-channels/:id/test': OPERATORS,
  'GET /api/v1/audit': READERS,
  'GET /api/v1/audit/export': READERS,
  'GET /api/v1/audit/:id': READERS,
};
/** What proves itself otherwise (signature, link, password), or is for everybody. */
const OPEN = [
  'GET /data',
  'GET /data/aduan-bulanan.csv',
  'GET /data/aduan-bulanan.json',
  'GET /lacak',
  'POST /lacak',
  'GET /lacak/lacak.js',
  'GET /lacak/ikon.svg',
  'GET /lacak/:token',
  'GET /lacak/:token/events',
  'GET /lacak/:token.json',
  'GET /lacak/:token.atom',
  'GET /lacak/:token/badge.svg',
  'POST /lacak/:token/masuk',
  'POST /lacak/:token/keluar',
  'POST /lacak/:token/pelapor',
  'GET /lampiran/:token',
  'GET /lampiran/:token/kecil',
  'GET /api/v1/oidc/callback',
  'GET /api/v1/oidc/start',
  'GET /livez',
  'GET /metrics',
  'GET /readyz',
  'GET /webhooks/:instance',
  'POST /api/v1/invitations/:token',
  'POST /api/v1/session',
  'GET /api/v1/session/ways',
  'POST /webhooks/:instance',
];

const PARAMETERS: Record<string, string> = {
  ':number': 'SA-2026-999999',
  ':name': 'kota',
  ':id': '00000000-0000-7000-8000-000000000000',
};
const filled = (path: string): string => path.replaceAll(/:\w+/g, (each) => PARAMETERS[each] ?? each);
const short = (role: AccountRole): string => role.replace('admin_', '').replace('_integrasi', '');

interface Route {
  name: string;
  needs: unknown;
}

/** Every route as Nest knows it, with what its method or its controller needs. */
function walk(): Route[] {
  const controllers = Reflect.getMetadata('controllers', ApiModule) as { prototype: object }[];
  return controllers.flatMap((controller) => {
    const prefix = Reflect.getMetadata('path', controller) as string;
    return Object.getOwnPropertyNames(controller.prototype).flatMap((key) => {
      const handler: unknown = Object.getOwnPropertyDescriptor(controller.prototype, key)?.value;
      if (typeof handler !== 'function' || !Reflect.hasMetadata('method', handler)) return [];
      const method = RequestMethod[Reflect.getMetadata('method', handler) as number];
      const path = [prefix, Reflect.getMetadata('path', handler) as string].map((part) =>
        part.replaceAll('/', ' ').trim(),
      );
      const name = `${method} /${path.join(' ').trim().replaceAll(/ +/g, '/')}`;
      return {
        name,
        needs: (Reflect.getMetadata(NEEDS, handler) ?? Reflect.getMetadata(NEEDS, controller)) as unknown,
      };
    });
  });
}

const sorted = (names: string[]): string[] => names.toSorted((a, b) => a.localeCompare(b));

test('every route says which permission it needs, or that anyone may ask', () => {
  expect(
    walk()
      .filter(({ needs }) => needs === undefined)
      .map(({ name }) => name),
  ).toEqual([]);
});

test('only these are open to anyone', () => {
  const open = walk().filter(({ needs }) => needs === ANYONE);
  expect(sorted(open.map(({ name }) => name))).toEqual(sorted(OPEN));
});

test('the table below knows every other route', () => {
  const asking = walk().filter(({ needs }) => needs !== ANYONE);
  expect(sorted(asking.map(({ name }) => name))).toEqual(sorted([...Object.keys(EXPECTED), STREAM]));
});

test('what an office reaches is its own, or names a complaint as :number, by which the guard keeps it to its own', () => {
  const reached = Object.keys(EXPECTED).filter((name) => EXPECTED[name]?.includes('opd'));
  const others = reached.filter((name) => /:(?!number)/.test(name));
  expect(others).toEqual(['DELETE /api/v1/sessions/:id', 'DELETE /api/v1/views/:id']);
});

describe('over HTTP', () => {
  let api: Api;
  beforeAll(async () => {
    api = await startApi({ queue: true });
  });
  afterAll(() => api.stop());

  const OFFICE: Partial<Record<AccountRole, object>> = {
    admin_opd: { opd: 'DPUPR' },
    admin_vertikal: { opd: 'BPN' },
    admin_kecamatan: { kecamatan: '33.03.09' },
  };

  const each = async (ask: (method: string, path: string) => Promise<{ status: number; text: string }>) => {
    const answers = new Map<string, number>();
    for (const name of Object.keys(EXPECTED)) {
      const [method = '', path = ''] = name.split(' ');
      answers.set(name, (await ask(method, filled(path))).status);
    }
    return answers;
  };
  const refused = (answers: Map<string, number>) =>
    [...answers].flatMap(([name, status]) => (status === 403 ? [name] : []));
  const expectedRefusals = (who: string) =>
    Object.keys(EXPECTED).filter((name) => !EXPECTED[name]?.split(' ').includes(who));

  test.each(ACCOUNT_ROLES)('%s reaches what the table says, and each refusal is audited (F47)', async (role) => {
    const { id, email } = await seedPerson(api, { role, ...OFFICE[role] });
    const browser = await loggedIn(api, id);
    const answers = await each(async (method, path) => {
      // A log-out ends the session that asks for it.
      const asking: Browser = path === '/api/v1/session' && method === 'DELETE' ? await loggedIn(api, id) : browser;
      return asking.ask(method, path, method === 'GET' ? undefined : {});
    });
    expect(refused(answers)).toEqual(expectedRefusals(short(role)));
    expect([...answers].filter(([, status]) => status === 401 || status >= 500)).toEqual([]);
    const { rows } = await api.pool.query<{ n: number }>(
      `select count(*)::int as n from audit where actor = $1 and outcome = 'denied'`,
      [email],
    );
    expect(rows[0]?.n).toBe(expectedRefusals(short(role)).length);
  });

  test('the holder of HUB_API_KEY reaches all but what persons alone may', async () => {
    const answers = await each((method, path) =>
      method === 'POST'
        ? api.post(path, {})
        : api.get(path, { method, headers: api.headers, body: method === 'PATCH' || method === 'PUT' ? '{}' : null }),
    );
    expect(refused(answers)).toEqual(expectedRefusals('key'));
    expect([...answers].filter(([, status]) => status === 401 || status >= 500)).toEqual([]);
  });

  test.each(['%00', '9'.repeat(40)])('%s in an address is nowhere, and no fault', async (nonsense) => {
    const named = [...Object.keys(EXPECTED), ...OPEN].filter((name) => name.includes(':'));
    const faults: string[] = [];
    for (const name of named) {
      const [method = '', path = ''] = name.split(' ');
      const body = method === 'GET' ? null : '{}';
      const headers = path.startsWith('/api/') ? api.headers : {};
      const { status } = await api.get(path.replaceAll(/:\w+/g, nonsense), { method, headers, body });
      if (status >= 500) faults.push(`${name} ${status}`);
    }
    expect(faults).toEqual([]);
  });

  test('nobody reaches anything without log-in or key', async () => {
    const answers = await each((method, path) => api.get(path, { method, headers: {} }));
    expect([...answers].filter(([, status]) => status !== 401)).toEqual([]);
  });

  test('the OpenAPI document lists no route that the walk does not see', async () => {
    const { body } = await api.get<{ paths: Record<string, object> }>('/api/openapi.json');
    const known = new Set(walk().map(({ name }) => name));
    const listed = Object.entries(body.paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method.toUpperCase()} ${path.replaceAll(/\{(\w+)\}/g, ':$1')}`),
    );
    expect(listed.filter((name) => !known.has(name))).toEqual([]);
  });
});
