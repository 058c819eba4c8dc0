import { API_KEY, type Api, startApi } from './api.ts';

let api: Api;
beforeAll(async () => {
  api = await startApi();
});
afterEach(() => api.wire.mend());
afterAll(() => api.stop());

interface Problem {
  type: string;
  title: string;
  status: number;
  detail: string;
  instance: string;
  trace_id: string;
  errors?: { field: string; message: string }[];
}

const expectProblem = (answer: { status: number; headers: Headers; body: Problem }, status: number) => {
  expect([answer.status, answer.headers.get('content-type')]).toEqual([
    status,
    'application/problem+json; charset=utf-8',
  ]);
  expect(answer.body).toMatchObject({ status, trace_id: answer.headers.get('x-trace-id') });
  expect(answer.body.type).toMatch(/^urn:simpul-aduan:problem:[a-z-]+$/);
  expect(answer.body.detail).not.toBe('');
};

test.each(['/api/v1/tidak-ada', '/tidak-ada', '/webhooks', '/api'])('%s is nowhere: 404', async (path) => {
  expectProblem(await api.get<Problem>(path), 404);
});

describe('the key', () => {
  test.each([
    ['none', {}],
    ['another', { authorization: 'Bearer lain' }],
    ['as another scheme', { authorization: `Basic ${API_KEY}` }],
    ['empty', { authorization: 'Bearer ' }],
    ['with more behind it', { authorization: `Bearer ${API_KEY} x` }],
  ])('%s opens nothing', async (_name, headers: Record<string, string>) => {
    for (const path of [
      '/api/v1/complaints',
      '/api/v1/instances',
      '/api/v1/parked',
      '/api/v1/audit',
      '/api/v1/audit/export',
    ]) {
      const answer = await api.get<Problem>(path, { headers });
      expectProblem(answer, 401);
      expect(answer.headers.get('www-authenticate')).toMatch(/^Bearer/);
    }
  });

  test('is not needed to see what the API is', async () => {
    expect((await api.get('/api/openapi.json', { headers: {} })).status).toBe(200);
  });
});

describe('what a list is asked', () => {
  test.each([
    ['complaints?limit=0', 'limit'],
    ['complaints?limit=201', 'limit'],
    ['complaints?limit=banyak', 'limit'],
    ['complaints?cursor=%21%21', 'cursor'],
    ['complaints?cursor=WyJ4Il0', 'cursor'],
    ['complaints?status=selesai', 'status'],
    ['complaints?category=sulap', 'category'],
    ['complaints?rahasia=mungkin', 'rahasia'],
    ['complaints?kecamatan=Bobotsari', 'kecamatan'],
    ['complaints?opened_from=kemarin', 'opened_from'],
    ['complaints?opened_from=2026-02-31', 'opened_from'],
    ['complaints?opened_to=2026-13-01', 'opened_to'],
    ['complaints?q=', 'q'],
    ['complaints?q=a%00b', 'q'],
    ['complaints?q=a&q=b', 'q'],
    ['complaints?sort=number', 'sort'],
    ['parked?kind=apa', 'kind'],
    ['audit?delivery_id=1', 'delivery_id'],
    ['audit?hop=lompat', 'hop'],
    ['audit/export?format=xlsx', 'format'],
  ])('%s is a 400 that names %s', async (path, field) => {
    const answer = await api.get<Problem>(`/api/v1/${path}`);
    expectProblem(answer, 400);
    expect(answer.body.errors?.map((error) => error.field)).toEqual([field]);
  });

  test('every fault is named at once', async () => {
    const { body } = await api.get<Problem>('/api/v1/complaints?limit=0&status=selesai&apa=1');
    expect(body.errors?.map(({ field }) => field).toSorted((a, b) => a.localeCompare(b))).toEqual([
      'apa',
      'limit',
      'status',
    ]);
  });
});

describe('what is sent', () => {
  const post = async (body: string, headers: Record<string, string> = {}) => {
    const sent = { authorization: `Bearer ${API_KEY}`, 'content-type': 'application/json', ...headers };
    return api.get<Problem>('/api/v1/instances/kota/pause', { method: 'POST', body, headers: sent });
  };

  test.each(['{"reason":', '[1,', 'bukan json'])('%s is no JSON: 400', async (body) => {
    const answer = await post(body);
    expectProblem(answer, 400);
    expect(answer.body.detail).toMatch('JSON');
  });

  test.each([
    ['reply', 'text'],
    ['needs-info', 'question'],
    ['disposition', 'opd'],
  ])('%s with nothing but spaces is a 400 that names %s', async (act, field) => {
    const answer = await api.post<Problem>(`/api/v1/complaints/SA-2026-000001/${act}`, { [field]: ' \n' });
    expectProblem(answer, 400);
    expect(answer.body.errors).toEqual([{ field, message: 'tidak boleh kosong' }]);
  });

  test('more than 256 kB is 413', async () =>
    expectProblem(await post(JSON.stringify({ reason: 'a'.repeat(300_000) })), 413));

  test.each([
    ['nothing', '{}'],
    ['a blank', '{"reason":"   "}'],
    ['a number', '{"reason":5}'],
    ['an object', '{"reason":{"$gt":""}}'],
    ['too much', JSON.stringify({ reason: 'a'.repeat(501) })],
  ])('%s is no reason: 400', async (_name, body) => {
    const answer = await post(body);
    expectProblem(answer, 400);
    expect(new Set(answer.body.errors?.map(({ field }) => field))).toEqual(new Set(['reason']));
  });

  test.each([
    ['complaints/SA-2026-000001/marks', { anonim: null }, 'anonim'],
    ['complaints/SA-2026-000001/reply', { text: 'Sudah dicek', public: null }, 'public'],
    ['instances/kota/webhook-secret', { overlap: null }, 'overlap'],
    ['instances/kota/profile/dry-run', { payload: {}, headers: null }, 'headers'],
    ['instances/kota/profile/dry-run', { payload: {}, text: null }, 'text'],
    ['parked/retry', { kind: null }, 'kind'],
    ['session', { email: 'a@b.test', password: 'x', totp: null }, 'totp'],
  ])('%s: null leaves nothing out, in %j', async (path, body, field) => {
    const answer = await api.post<Problem>(`/api/v1/${path}`, body);
    expectProblem(answer, 400);
    expect(answer.body.errors?.map((error) => error.field)).toEqual([field]);
  });

  test.each([
    ['lists without end', '/api/v1/session', `{"email":${'['.repeat(10_000)}${']'.repeat(10_000)},"password":"x"}`],
    ['objects without end', '/api/v1/session', `{"email":${'{"a":'.repeat(10_000)}1${'}'.repeat(10_000)}}`],
    ['NUL', '/api/v1/routing/check', String.raw`{"text":"# \u0000"}`],
    ['NUL far in', '/api/v1/instances/kota/profile/dry-run', String.raw`{"payload":{"isi":["\u0000"]}}`],
  ])('%s is refused before anything reads it: 400', async (_name, path, body) => {
    const answer = await api.get<Problem>(path, { method: 'POST', headers: api.headers, body });
    expectProblem(answer, 400);
    expect(answer.body.errors).toHaveLength(1);
    expect(answer.body.errors?.[0]?.message).toMatch('tanda yang tidak sah');
  });

  test('a form is not read: 400', async () => {
    expectProblem(await post('reason=libur', { 'content-type': 'application/x-www-form-urlencoded' }), 400);
  });
});

test('an address that can not be decoded is 400', async () => {
  expectProblem(await api.get<Problem>('/api/v1/complaints/%E0%A4%A'), 400);
});

test('a database that is away is 503, with when to come again', async () => {
  api.wire.cut();
  const answer = await api.get<Problem>('/api/v1/complaints');
  expectProblem(answer, 503);
  expect(answer.headers.get('retry-after')).toBe('5');
});

test('what nobody expected is 500: the caller gets the trace id alone, the log gets the rest', async () => {
  await api.pool.query('alter table complaint rename column title to judul');
  const answer = await api.get<Problem>('/api/v1/complaints');
  await api.pool.query('alter table complaint rename column judul to title');
  expectProblem(answer, 500);
  expect(answer.text).not.toMatch(/column|judul|select/);
  const last = api.logged.at(-1);
  expect(last).toMatchObject({ message: 'http.failed', fields: { trace_id: answer.body.trace_id } });
  expect(JSON.stringify(last)).toMatch('does not exist');
});

test('answers carry the headers that keep a browser from doing more than it should', async () => {
  const { headers } = await api.get('/api/v1/instances');
  expect(headers.get('content-security-policy')).toMatch(`default-src 'none'`);
  expect(headers.get('x-content-type-options')).toBe('nosniff');
  expect(headers.get('x-powered-by')).toBeNull();
});

test.each(['/api/v1/session', '/api/v1/complaints', '/api/docs', '/lacak/tidak-ada', '/livez'])(
  "%s is shown in nobody else's frame (F47)",
  async (path) => {
    const { headers } = await api.get(path);
    expect(headers.get('content-security-policy')).toMatch(`frame-ancestors 'none'`);
    expect(headers.get('x-frame-options')).toBe('SAMEORIGIN');
  },
);

test('a form of another site can not log anybody in: the API reads JSON alone (F47)', async () => {
  const type = { 'content-type': 'text/plain' };
  const body = '{"email":"a@b.test","password":"x"}';
  expect((await api.get('/api/v1/session', { method: 'POST', headers: type, body })).status).toBe(400);
});

describe('the description of the API', () => {
  interface Operation {
    responses: Record<string, { content?: object }>;
    summary?: string;
    security?: object[];
  }
  interface Document {
    info: { title: string };
    paths: Record<string, Record<string, Operation>>;
  }

  test('names every address, with a typed answer and its problems', async () => {
    const { body } = await api.get<Document>('/api/openapi.json');
    expect(body.info.title).toBe('Simpul Aduan');
    expect(Object.keys(body.paths)).toEqual(
      expect.arrayContaining(['/webhooks/{instance}', '/api/v1/complaints/{number}/timeline', '/api/v1/audit/export']),
    );
    const operations = Object.entries(body.paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, operation]) => ({ name: `${method} ${path}`, path, ...operation })),
    );
    const succeeds = ({ responses }: Operation) => ['200', '201', '202'].some((status) => responses[status]?.content);
    expect(operations.filter((each) => !succeeds(each) || !each.summary).map(({ name }) => name)).toEqual([]);
    const open = ['get /api/v1/session/ways', 'post /api/v1/session', 'post /api/v1/invitations/{token}'];
    const secured = operations.filter(({ name, path }) => path.startsWith('/api/v1/') && !open.includes(name));
    expect(secured.length).toBeGreaterThan(12);
    expect(secured.filter(({ security, responses }) => !security || !responses['401']).map(({ name }) => name)).toEqual(
      [],
    );
  });

  test('has pages that load only from here', async () => {
    const { text, headers } = await api.get('/api/docs', { headers: {} });
    expect(text).toContain('<title>Simpul Aduan</title>');
    expect(headers.get('content-security-policy')).toMatch(`script-src 'self'`);
    for (const [, source = ''] of text.matchAll(/<(?:script|link)[^>]*(?:src|href)=["']([^"']+)/g)) {
      expect(source).toMatch(/^\.\//);
      expect((await api.get(`/api/${source}`, { headers: {} })).status).toBe(200);
    }
  });
});
