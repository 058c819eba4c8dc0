import { type Api, startApi } from './api.ts';
import { seedComplaint, seedDelivery, seedEvent, seedLink, type Seeded } from './seed.ts';

interface Page {
  data: { number: string; [key: string]: unknown }[];
  next_cursor: string | null;
}

let api: Api;
let road: Seeded;
let school: Seeded;
let secret: Seeded;

beforeAll(async () => {
  api = await startApi();
  road = await seedComplaint(api, {
    text: 'Jalan 100% rusak di Bobotsari',
    category: 'road',
    kewenangan: 'kabupaten',
    opd: 'DPUPR',
    status: 'in_progress',
    handler: 'desa',
    location: { areaCode: '33.03.09.2004', kecamatan: 'Bobotsari', desa: 'Gandasuli' },
    openedAt: '2026-01-10T16:59:00.000Z',
  });
  await seedLink(api, road, 'desa', 'handler', 'D-77', 'https://desa.example/77');
  school = await seedComplaint(api, { text: 'Atap SD bocor', channel: 'web', openedAt: '2026-01-10T17:01:00.000Z' });
  secret = await seedComplaint(api, { text: 'Pungli', marks: { anonim: true, rahasia: true } });
});
afterAll(() => api.stop());

const list = async (query = '') => (await api.get<Page>(`/api/v1/complaints${query}`)).body;
const numbers = async (query: string) => (await list(query)).data.map(({ number }) => number);

test('the list is newest first, and tells nobody who complained', async () => {
  const { data, next_cursor } = await list();
  expect(data.map(({ number }) => number)).toEqual([secret.number, school.number, road.number]);
  expect(next_cursor).toBeNull();
  expect(JSON.stringify(data)).not.toMatch(/Siti|\+62812|reporter|token/);
});

test('a complaint is shown with its labels, its place and where else it is known', async () => {
  const { body } = await api.get(`/api/v1/complaints/${road.number}`);
  expect(body).toMatchObject({
    number: road.number,
    status: 'in_progress',
    status_label: 'Diproses',
    category_label: 'Jalan',
    location: { area_code: '33.03.09.2004', kecamatan: 'Bobotsari', desa: 'Gandasuli' },
    anonim: false,
    rahasia: false,
    opened_at: '2026-01-10T16:59:00.000Z',
    links: [
      { instance: 'kota', role: 'origin' },
      { instance: 'desa', role: 'handler', external_id: 'D-77', url: 'https://desa.example/77', state: 'open' },
    ],
  });
  expect(Object.keys(body)).not.toContain('id');
});

test.each(['SA-2026-999999', 'x', "SA-2026-000001'--", '%00'])('%s is no complaint: 404', async (number) => {
  expect((await api.get(`/api/v1/complaints/${number}`)).status).toBe(404);
  expect((await api.get(`/api/v1/complaints/${number}/timeline`)).status).toBe(404);
});

describe('each filter finds what it says', () => {
  test.each([
    ['?status=in_progress', () => [road]],
    ['?status=in_progress,received', () => [secret, school, road]],
    ['?status=in_progress&status=resolved', () => [road]],
    ['?instance=desa', () => [road]],
    ['?handler=kota', () => [secret, school]],
    ['?category=road', () => [road]],
    ['?kewenangan=kabupaten', () => [road]],
    ['?kewenangan=unknown', () => [secret, school]],
    ['?kecamatan=33.03.09', () => [road]],
    ['?kecamatan=33.03.0', () => 'invalid'],
    ['?kecamatan=33.03.10', () => []],
    ['?kecamatan=33.03', () => [road]],
    ['?kecamatan=33.03.09.2004', () => [road]],
    ['?kecamatan=33.03.09.2005', () => []],
    ['?opd=DPUPR', () => [road]],
    ['?opd=DLH', () => []],
    ['?opened_to=2026-01-09', () => [secret]],
    ['?opened_to=2026-01-11', () => [secret, school, road]],
    ['?channel=web', () => [school]],
    ['?rahasia=true', () => [secret]],
    ['?rahasia=false&handler=kota', () => [school]],
    ['?q=BOCOR', () => [school]],
    ['?q=100%25', () => [road]],
    ['?q=1%250', () => []],
    ['?q=1_0', () => []],
    // Two letters stand nearly everywhere: texts are searched for three and more.
    ['?q=SD', () => []],
    ['?q=Atap%20SD&channel=web', () => [school]],
    ['?q=Atap%20SD&channel=whatsapp', () => []],
    [`?q=D-77&status=received`, () => []],
    ['?q=D-77', () => [road]],
    ['?q=D-7', () => []],
    ['?opened_to=2026-01-10&opened_from=2026-01-10', () => [road]],
    ['?opened_from=2026-01-11', () => [school]],
    ['?opened_from=2026-01-11T00:00:30%2B07:00', () => [school]],
    ['?opened_from=2026-01-11T00:01:30', () => []],
  ])('%s', async (query, expected: () => Seeded[] | string) => {
    const wanted = expected();
    if (typeof wanted === 'string') return expect((await api.get(`/api/v1/complaints${query}`)).status).toBe(400);
    expect(await numbers(query)).toEqual(wanted.map(({ number }) => number));
  });

  test('the number itself', async () => expect(await numbers(`?q=${road.number}`)).toEqual([road.number]));
});

test('the timeline tells in order what was heard and sent, and no citizen’s name', async () => {
  const base = { externalId: 'x', attachments: [] };
  const at = '2026-01-06T00:00:00.000Z';
  await seedEvent(api, road, {
    ...base,
    id: 'r1',
    at,
    type: 'replied',
    author: { role: 'office', name: 'DPUPR' },
    text: 'Kami cek',
    public: true,
  });
  const author = { role: 'citizen' as const, name: 'Siti Pelapor' };
  await seedEvent(api, road, {
    ...base,
    id: 'f1',
    at: '2026-01-07T00:00:00.000Z',
    type: 'followed_up',
    author,
    text: 'Makin dalam',
  });
  await seedDelivery(api, road, { state: 'parked', reason: 'Terlalu pendek' });

  const { body, text } = await api.get<{ data: Record<string, unknown>[] }>(
    `/api/v1/complaints/${road.number}/timeline`,
  );
  expect(body.data).toMatchObject([
    { entry: 'event', type: 'opened', effect: 'applied', instance: 'kota', text: road.text },
    { entry: 'event', type: 'replied', author: 'DPUPR', text: 'Kami cek', public: true, at },
    { entry: 'event', type: 'followed_up', author: null, text: 'Makin dalam', public: null },
    {
      entry: 'delivery',
      instance: 'desa',
      kind: 'replied',
      state: 'parked',
      attempts: 0,
      reason: 'Terlalu pendek',
      done_at: null,
    },
  ]);
  expect(text).not.toMatch('Siti');
});

test('pages neither lose nor repeat a complaint while new ones come in', async () => {
  const before = await numbers('?limit=200');
  const seen: string[] = [];
  let cursor: string | null = null;
  do {
    const page: Page = await list(`?limit=2${cursor ? `&cursor=${cursor}` : ''}`);
    expect(page.data.length).toBeLessThanOrEqual(2);
    seen.push(...page.data.map(({ number }) => number));
    cursor = page.next_cursor;
    await seedComplaint(api);
  } while (cursor);
  expect(seen).toEqual(before);
});

test('the reporter’s code is told to whoever passes it on, and the audit knows that it was', async () => {
  const { status, body, headers } = await api.post<{ code: string; tracking_url: string }>(
    `/api/v1/complaints/${road.number}/reporter-code`,
  );
  expect([status, headers.get('cache-control')]).toEqual([200, 'no-store']);
  expect(body.tracking_url).toBe(`${api.url}/lacak/${road.token}`);
  const form = new URLSearchParams({ nomor: road.number, kode: body.code });
  const found = await api.get('/lacak', { method: 'POST', body: form, headers: {}, redirect: 'manual' });
  expect(found.headers.get('location')).toBe(`/lacak/${road.token}`);
  const { rows } = await api.pool.query('select hop, actor, outcome from audit where complaint_id = $1', [road.id]);
  expect(rows).toEqual([{ hop: 'person', actor: expect.any(String), outcome: 'reporter_code_shown' }]);
  expect(
    (await api.get(`/api/v1/complaints/${road.number}/reporter-code`, { method: 'POST', headers: {} })).status,
  ).toBe(401);
});
