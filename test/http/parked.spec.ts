import { keep } from '#store';
import { type Api, startApi } from './api.ts';
import { seedComplaint, seedDelivery, type Seeded } from './seed.ts';

interface Item {
  id: string;
  [key: string]: unknown;
}
interface Page {
  data: Item[];
  next_cursor: string | null;
}

let api: Api;
let complaint: Seeded;
beforeAll(async () => {
  api = await startApi({ queue: true });
});
afterAll(() => api.stop());
beforeEach(async () => {
  await api.pool.query('delete from outbox; delete from inbox');
  complaint = await seedComplaint(api);
});

const list = async (query = '') => (await api.get<Page>(`/api/v1/parked${query}`)).body;

const parkMessage = async (deliveryId: string, body = '{"nama":"Siti"}') => {
  const { sealer } = api.runtime.hub;
  const bytes = Buffer.from(body);
  const message = {
    instance: 'kota',
    kind: 'webhook' as const,
    deliveryId,
    headers: { 'x-event': 'aneh' },
    traceId: 't',
  };
  await keep(api.pool, [{ ...message, body: sealer.seal(bytes), bodyHash: sealer.hash(bytes) }]);
  const { rows } = await api.pool.query<{ id: string }>(
    `update inbox set state = 'parked', code = 'unknown_type', reason = 'Jenis kabar tidak dikenal'
     where delivery_id = $1 returning id`,
    [deliveryId],
  );
  return `m_${rows[0]?.id}`;
};

const personRows = async () => {
  const { rows } = await api.pool.query<{ actor: string; outcome: string; detail: string | null }>(
    `select actor, outcome, detail from audit where hop = 'person' order by id desc limit 1`,
  );
  return rows;
};

test('the list holds deliveries and messages, newest first, with what waits behind each', async () => {
  const delivery = await seedDelivery(api, complaint, {
    state: 'parked',
    reason: 'Terlalu pendek',
    failure: 'rejected',
  });
  await seedDelivery(api, complaint, { state: 'waiting' });
  await seedDelivery(api, complaint, { state: 'waiting' });
  await seedDelivery(api, complaint, { state: 'done' });
  const message = await parkMessage('p1');
  const { data } = await list();
  expect(data).toMatchObject([
    {
      id: message,
      type: 'message',
      instance: 'kota',
      code: 'unknown_type',
      reason: 'Jenis kabar tidak dikenal',
      behind: 0,
    },
    {
      id: `d_${delivery}`,
      type: 'delivery',
      instance: 'desa',
      complaint: complaint.number,
      what: 'Tanggapan',
      code: 'rejected',
      behind: 2,
    },
  ]);
  expect((await list('?kind=message')).data.map(({ id }) => id)).toEqual([message]);
  expect((await list('?instance=desa')).data.map(({ id }) => id)).toEqual([`d_${delivery}`]);
});

test('pages neither lose nor repeat an item while others are parked', async () => {
  for (let n = 0; n < 3; n += 1) {
    await seedDelivery(api, complaint, { state: n % 2 ? 'uncertain' : 'parked' });
    await parkMessage(`page${n}`);
  }
  const before = (await list()).data.map(({ id }) => id);
  const seen: string[] = [];
  let cursor: string | null = null;
  do {
    const page: Page = await list(`?limit=2${cursor ? `&cursor=${cursor}` : ''}`);
    seen.push(...page.data.map(({ id }) => id));
    cursor = page.next_cursor;
    await parkMessage(`later${seen.length}`);
  } while (cursor);
  expect(before).toHaveLength(6);
  expect(seen).toEqual(before);
});

test('the detail of a delivery shows what will be sent', async () => {
  const id = await seedDelivery(api, complaint, { state: 'parked', body: { text: 'Sudah dicek' } });
  const { body } = await api.get(`/api/v1/parked/d_${id}`);
  expect(body).toMatchObject({ kind: 'replied', body: { text: 'Sudah dicek' }, state: 'parked' });
});

test('the detail of a message shows its headers and size, never the message', async () => {
  const { body, text } = await api.get(`/api/v1/parked/${await parkMessage('detail')}`);
  expect(body).toMatchObject({ headers: { 'x-event': 'aneh' }, size: 15, code: 'unknown_type' });
  expect(text).not.toMatch('Siti');
});

test('a retry lets a delivery leave again, and the audit knows by whose key', async () => {
  const id = await seedDelivery(api, complaint, { state: 'parked', reason: 'x' });
  expect((await api.post(`/api/v1/parked/d_${id}/retry`)).body).toEqual({ id: `d_${id}`, outcome: 'retry' });
  const { rows } = await api.pool.query('select state, reason from outbox where id = $1', [id]);
  expect(rows).toEqual([{ state: 'waiting', reason: null }]);
  const fingerprint = api.runtime.apiKeyHash.toString('hex').slice(0, 6);
  expect(await personRows()).toEqual([{ actor: `kunci-api:${fingerprint}`, outcome: 'retry', detail: null }]);
});

test('a skip needs a reason, which the audit keeps', async () => {
  const message = await parkMessage('skip');
  expect((await api.post(`/api/v1/parked/${message}/skip`)).status).toBe(400);
  expect((await api.post(`/api/v1/parked/${message}/skip`, { reason: 'Kabar uji coba' })).status).toBe(200);
  expect(await personRows()).toMatchObject([{ outcome: 'skip', detail: 'Kabar uji coba' }]);
  expect((await list()).data).toEqual([]);
});

test.each(['retry', 'skip'])('%s of what no longer waits is a conflict', async (act) => {
  const id = await seedDelivery(api, complaint, { state: 'done' });
  expect((await api.post(`/api/v1/parked/d_${id}/${act}`, { reason: 'Sudah tidak perlu' })).status).toBe(409);
  const message = await parkMessage(act);
  await api.pool.query(`update inbox set state = 'done'`);
  expect((await api.post(`/api/v1/parked/${message}/${act}`, { reason: 'Sudah tidak perlu' })).status).toBe(409);
});

test.each(['d_01900000-0000-7000-8000-000000000009', 'm_999999', 'd_1', 'm_x', 'm_99999999999999999999', 'apa'])(
  '%s is nothing that waits: 404',
  async (id) => {
    expect((await api.get(`/api/v1/parked/${id}`)).status).toBe(404);
    expect((await api.post(`/api/v1/parked/${id}/retry`)).status).toBe(404);
    expect((await api.post(`/api/v1/parked/${id}/skip`, { reason: 'Tidak perlu' })).status).toBe(404);
  },
);
