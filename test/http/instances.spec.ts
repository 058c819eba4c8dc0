import { type Api, startApi } from './api.ts';
import { seedComplaint, seedDelivery } from './seed.ts';

let api: Api;
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.stop());

const audited = async () => {
  const { rows } = await api.pool.query(
    `select instance, outcome, detail from audit where hop = 'person' order by id desc limit 1`,
  );
  return rows[0] as object;
};

test('each connection is shown with its state, what waits, and what it can do', async () => {
  const complaint = await seedComplaint(api);
  await seedDelivery(api, complaint, { state: 'waiting' });
  await seedDelivery(api, complaint, { state: 'uncertain' });
  await api.pool.query(
    `update instance set breaker_until = now() + interval '1 minute', breaker_failures = 6, cursor = '7' where name = 'desa'`,
  );
  const { body } = await api.get<{ data: object[] }>('/api/v1/instances');
  expect(body.data).toMatchObject([
    { name: 'kota', title: 'Aduan Kota', state: 'active', has_cursor: false, capabilities: ['poll', 'verify'] },
    {
      name: 'desa',
      has_cursor: true,
      breaker: { open: true, failures: 6 },
      counts: { waiting: 1, uncertain: 1, parked: 0, sending: 0, messages_waiting: 0, messages_parked: 0 },
    },
  ]);
  expect((await api.get('/api/v1/instances/desa')).body).toEqual(body.data[1]);
  expect(JSON.stringify(body)).not.toMatch(/"cursor"|"token"/);
});

test('a test of the connection says what the platform said', async () => {
  const { status, body } = await api.post('/api/v1/instances/kota/test');
  expect([status, body]).toMatchObject([200, { ok: true, message: 'Aduan Kota menjawab' }]);
  expect(await audited()).toEqual({ instance: 'kota', outcome: 'test_ok', detail: 'Aduan Kota menjawab' });
});

test('a platform that does not answer is a result, without what is inside', async () => {
  const { status, body, text } = await api.post('/api/v1/instances/desa/test');
  const message = 'Aduan Desa tidak menjawab';
  expect([status, body]).toMatchObject([200, { ok: false, failure: 'unavailable', message }]);
  expect(text).not.toMatch('rahasia');
  expect(await audited()).toMatchObject({ outcome: 'test_failed' });
});

test('a connection is paused with a reason and resumed; each once', async () => {
  const pause = () => api.post('/api/v1/instances/kota/pause', { reason: 'Pemeliharaan malam' });
  expect((await pause()).body).toMatchObject({ state: 'paused', paused_reason: 'Pemeliharaan malam' });
  expect((await pause()).status).toBe(409);
  expect(await audited()).toEqual({ instance: 'kota', outcome: 'pause', detail: 'Pemeliharaan malam' });
  expect((await api.post('/api/v1/instances/kota/resume')).body).toMatchObject({
    state: 'active',
    paused_reason: null,
  });
  expect((await api.post('/api/v1/instances/kota/resume')).status).toBe(409);
});

test.each(['', '/test', '/pause', '/resume'])('an unknown connection%s is 404', async (act) => {
  const path = `/api/v1/instances/tidak-ada${act}`;
  expect((act ? await api.post(path, { reason: 'Tidak ada' }) : await api.get(path)).status).toBe(404);
});
