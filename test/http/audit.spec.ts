import { get } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { API_KEY, type Api, startApi } from './api.ts';
import { seedAudit, seedComplaint } from './seed.ts';

const MANY = 20_000;
/** The export reads 500 rows at a time. */
const ALL_BATCHES = MANY / 500;

interface Page {
  data: Record<string, unknown>[];
  next_cursor: string | null;
}

let api: Api;
beforeAll(async () => {
  api = await startApi();
});
afterEach(() => api.wire.mend());
afterAll(() => api.stop());

const list = async (query: string) => (await api.get<Page>(`/api/v1/audit?${query}`)).body;

test('each filter finds its rows', async () => {
  const { id, number } = await seedComplaint(api);
  const deliveryId = '01900000-0000-7000-8000-000000000001';
  const row = {
    hop: 'deliver' as const,
    actor: 'orang',
    instance: 'desa',
    direction: 'out' as const,
    complaintId: id,
    deliveryId,
    eventType: 'replied',
    outcome: 'parked',
    rule: 'jalan-provinsi',
    traceId: 'jejak-1',
    request: { method: 'POST' },
  };
  await seedAudit(api, 1, row);
  await seedAudit(api, 3);
  const filters = `hop=deliver actor=orang instance=desa direction=out complaint=${number} delivery_id=${deliveryId}
    event_type=replied outcome=parked rule=jalan-provinsi trace_id=jejak-1`.split(/\s+/);
  for (const filter of filters) {
    const { data } = await list(filter);
    expect([filter, data]).toMatchObject([filter, [{ complaint: number, request: { method: 'POST' } }]]);
  }
  expect((await list('complaint=SA-2026-999999')).data).toEqual([]);
  expect((await list('to=2020-01-01')).data).toEqual([]);
  expect((await list('from=2020-01-01')).data).toHaveLength(4);
});

test('a row says what differs from the step before it of the same delivery, and not of another', async () => {
  const deliveryId = '01900000-0000-7000-8000-00000000000a';
  const deliver = { hop: 'deliver' as const, eventType: 'replied', deliveryId };
  await seedAudit(api, 1, { ...deliver, attempt: 1, outcome: 'retry', answer: { status: 503 } });
  await seedAudit(api, 1, { ...deliver, deliveryId: '01900000-0000-7000-8000-00000000000b', outcome: 'parked' });
  await seedAudit(api, 1, { ...deliver, attempt: 2, outcome: 'ok', answer: { status: 201 } });
  const [second, first] = (await list(`delivery_id=${deliveryId}`)).data;
  const { body } = await api.get<{ previous: { id: string }; difference: string }>(
    `/api/v1/audit/${String(second?.['id'])}`,
  );
  expect(body.previous.id).toBe(first?.['id']);
  for (const line of ['-  "outcome": "retry"', '+  "outcome": "ok"', '-    "status": 503', '+    "status": 201'])
    expect(body.difference).toContain(line);
  const { body: alone } = await api.get(`/api/v1/audit/${String(first?.['id'])}`);
  expect(alone).toMatchObject({ previous: null, difference: '' });
  expect((await api.get('/api/v1/audit/999999999')).status).toBe(404);
});

test('pages are newest first and stay as they are while rows are added', async () => {
  await seedAudit(api, 7, { outcome: 'halaman' });
  const first = await list('outcome=halaman&limit=4');
  await seedAudit(api, 5, { outcome: 'halaman' });
  const second = await list(`outcome=halaman&limit=4&cursor=${first.next_cursor}`);
  expect([...first.data, ...second.data].map(({ event_id }) => event_id)).toEqual([
    'e6',
    'e5',
    'e4',
    'e3',
    'e2',
    'e1',
    'e0',
  ]);
  expect(second.next_cursor).toBeNull();
});

describe('an export', () => {
  test('as CSV has no cell that a spreadsheet would run', async () => {
    const dangerous = ['=1+1', '+62', '-2', '@SUM(A1)', '\t=1', '\r=1'];
    for (const detail of dangerous) await seedAudit(api, 1, { outcome: 'rumus', detail });
    await seedAudit(api, 1, { outcome: 'rumus', detail: 'aman, "dikutip"\nbaris kedua' });
    const { text, headers } = await api.get('/api/v1/audit/export?outcome=rumus');
    expect(headers.get('content-type')).toMatch('text/csv');
    expect(headers.get('content-disposition')).toMatch(/^attachment; filename="audit-\d{4}-\d\d-\d\d\.csv"$/);
    expect(text.split('\n')[0]).toMatch(/^id,at,hop,actor,/);
    expect(text).toContain('"aman, ""dikutip""\nbaris kedua"');
    for (const detail of dangerous) expect(text.replaceAll('"', '')).toContain(`,'${detail},`);
    expect(text.split('\n').filter((line) => /(^|,)"?[=+@\t\r]/.test(line))).toEqual([]);
  });

  test('as JSONL has every row once, newest first', async () => {
    await seedAudit(api, 1_250, { outcome: 'semua' });
    const { text, headers } = await api.get('/api/v1/audit/export?format=jsonl&outcome=semua');
    expect(headers.get('content-type')).toMatch('ndjson');
    const ids = text
      .trimEnd()
      .split('\n')
      .map((line) => BigInt((JSON.parse(line) as { id: string }).id));
    expect(ids).toHaveLength(1_250);
    expect(ids.every((id, index) => index === 0 || id < (ids[index - 1] ?? 0n))).toBe(true);
  });

  test('of nothing is a header alone', async () => {
    const { text } = await api.get('/api/v1/audit/export?outcome=tidak-ada');
    expect(text.trimEnd().split('\n')).toHaveLength(1);
  });

  test('is a proper problem where the database is away', async () => {
    api.wire.cut();
    const { status, headers } = await api.get('/api/v1/audit/export');
    expect([status, headers.get('content-type')]).toEqual([503, 'application/problem+json; charset=utf-8']);
  });

  describe('that nobody reads on', () => {
    const asked: string[] = [];
    const begin = async () => {
      await seedAudit(api, MANY, { outcome: 'banyak', detail: 'x'.repeat(900) });
      const { pool } = api;
      const query = pool.query.bind(pool);
      // Only counts: the queries themselves go their way.
      pool.query = ((...given: Parameters<typeof query>) => {
        if (given[0].includes('from audit a')) asked.push('batch');
        return query(...given);
      }) as typeof pool.query;
      const headers = { authorization: `Bearer ${API_KEY}` };
      const request = get(`${api.url}/api/v1/audit/export?format=jsonl&outcome=banyak`, { headers });
      request.on('error', () => {});
      await new Promise<void>((resolve) => request.once('response', (response) => resolve(void response.pause())));
      return request;
    };

    /** How many batches were asked for once nothing more is for a second. */
    const standstill = async (): Promise<number> => {
      for (let before = -1; asked.length !== before; ) {
        before = asked.length;
        await sleep(1_000);
      }
      return asked.length;
    };

    test('waits, holds no transaction open, and ends when the client goes', async () => {
      const request = await begin();
      try {
        expect(await standstill()).toBeLessThan(ALL_BATCHES);
        const { rows } = await api.pool.query<{ n: number }>(
          `select count(*)::int as n from pg_stat_activity where datname = current_database() and state like 'idle in%'`,
        );
        expect(rows[0]?.n).toBe(0);
      } finally {
        request.destroy();
      }
      expect(await standstill()).toBeLessThan(ALL_BATCHES);
      expect(api.logged.filter(({ message }) => message === 'http.failed')).toEqual([]);
    });
  });
});
