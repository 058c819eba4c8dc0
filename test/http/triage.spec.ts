import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { insertProposals, type Proposal } from '#store';
import { type Api, startApi } from './api.ts';
import { loggedIn, seedPerson } from './person.ts';
import { seedComplaint, type Seeded } from './seed.ts';

let api: Api;
beforeAll(async () => {
  api = await startApi({ queue: true });
});
afterAll(() => api.stop());

const PROPOSAL: Proposal = {
  why: 'unsure',
  category: 'road',
  kewenangan: 'kabupaten',
  area: '33.03.09',
  confidence: 0.4,
  matched: ['jalan .. rusak'],
  reasons: ['Jalan: jalan .. rusak'],
};

async function waits(text: string, changes: object = {}, proposal: Partial<Proposal> = {}): Promise<Seeded> {
  const complaint = await seedComplaint(api, { text, ...changes });
  await insertProposals(api.pool, [{ complaintId: complaint.id, proposal: { ...PROPOSAL, ...proposal } }]);
  return complaint;
}
interface Waiting {
  id: string;
  complaint: string;
  text: string;
  highlights: [number, number][];
  position: { lat: number; lon: number } | null;
}
const list = async (query = '') =>
  (await api.get<{ data: Waiting[]; next_cursor: string; waiting: number }>(`/api/v1/triage${query}`)).body;
const idOf = async ({ number }: Seeded) => (await list()).data.find(({ complaint }) => complaint === number)?.id ?? '';
const examples = async () => {
  const { text } = await api.get('/api/v1/triage/examples');
  return text
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Record<string, unknown>);
};

test('what waits is shown oldest first, with the words that decided where they stand in the text as it was written', async () => {
  const one = await waits('mhn dalane nang bobotsari ajur pak');
  const two = await waits('jalan rusak');
  const { data, waiting } = await list();
  expect(data.map(({ complaint }) => complaint)).toEqual([one.number, two.number]);
  expect(waiting).toBe(2);
  const [first] = data;
  expect(first).toMatchObject({
    text: one.text,
    category: 'road',
    area: { code: '33.03.09', kecamatan: 'Bobotsari', desa: null },
  });
  expect(first?.highlights.map(([from, to]) => one.text.slice(from, to))).toEqual(['dalane', 'bobotsari', 'ajur']);
  const page = await list('?limit=1');
  expect(page.data).toHaveLength(1);
  expect((await list(`?limit=1&cursor=${page.next_cursor}`)).data[0]?.complaint).toBe(two.number);
  expect(JSON.stringify(data)).not.toMatch(/Siti|628123456789/);
});

test('a position that was sent stands beside the proposed place', async () => {
  await waits('jalan rusak', { location: { areaCode: '33.03.09', lat: -7.3021, lon: 109.3644 } });
  expect((await list()).data.at(-1)?.position).toEqual({ lat: -7.3021, lon: 109.3644 });
  expect((await list()).data[0]?.position).toBeNull();
});

test('the place that is known by now stands where another was read from the text', async () => {
  await waits('jalan rusak', { location: { areaCode: '33.03.06', kecamatan: 'Kalimanah' } });
  expect((await list()).data.at(-1)).toMatchObject({ area: { code: '33.03.06', kecamatan: 'Kalimanah' } });
});

test('a person accepts under their own name; the same again is told that it is decided', async () => {
  const complaint = await waits('jalan rusak di bobotsari');
  const id = await idOf(complaint);
  const { id: person, email } = await seedPerson(api, { role: 'admin_utama' });
  const browser = await loggedIn(api, person);
  expect((await browser.ask('POST', `/api/v1/triage/${id}/accept`, {})).status).toBe(200);
  expect((await api.post(`/api/v1/triage/${id}/accept`)).status).toBe(409);
  const { body } = await api.get(`/api/v1/complaints/${complaint.number}`);
  expect(body).toMatchObject({ category: 'road', kewenangan: 'kabupaten' });
  const { rows } = await api.pool.query('select event_type, detail from audit where actor = $1', [email]);
  expect(rows).toMatchObject([{ event_type: 'triage', detail: expect.stringContaining('wilayah Bobotsari') }]);
});

test('a correction is kept as an example without a telephone number, and is what the complaint says from then on', async () => {
  const complaint = await waits(
    'bantuan mbah belum cair, hubungi 0812 3456 7890 atau +62812-3456-7891, kantor (0281) 891234',
  );
  const correct = `/api/v1/triage/${await idOf(complaint)}/correct`;
  const wanted = { category: 'social_aid', kewenangan: 'unknown', area: '33.03.04.2014' };
  expect((await api.post(correct, { ...wanted, area: '33.03.99' })).body).toMatchObject({
    errors: [{ field: 'area' }],
  });
  expect((await api.post(correct, { ...wanted, category: 'cuaca' })).status).toBe(400);
  expect((await api.post(correct, wanted)).status).toBe(200);
  const { body } = await api.get(`/api/v1/complaints/${complaint.number}`);
  expect(body).toMatchObject({ category: 'social_aid', kewenangan: null, location: { area_code: '33.03.04.2014' } });
  expect((await examples()).at(-1)).toMatchObject({
    text: 'bantuan mbah belum cair, hubungi ••• atau •••, kantor (•••',
    category: 'social_aid',
    area: '33.03.04.2014',
    proposed: { category: 'road', area: '33.03.09' },
    verdict: 'corrected',
  });
});

test.each([
  ['anonim', { anonim: true, rahasia: false }],
  ['rahasia', { anonim: false, rahasia: true }],
])('a complaint marked %s is decided like any other and never becomes an example', async (_name, marks) => {
  const complaint = await waits('jalan rusak, jangan sebut nama saya', { marks }, { why: 'marked' });
  const before = (await examples()).length;
  expect((await api.post(`/api/v1/triage/${await idOf(complaint)}/accept`)).status).toBe(200);
  expect(await examples()).toHaveLength(before);
});

test('what has ended waits no longer, and what there is not is not found', async () => {
  const complaint = await waits('jalan rusak', { status: 'rejected' });
  expect(await idOf(complaint)).toBe('');
  expect((await api.post('/api/v1/triage/00000000-0000-7000-8000-000000000000/accept')).status).toBe(404);
  expect((await api.post('/api/v1/triage/bukan-nomor/accept')).status).toBe(404);
});

test('every place can be chosen', async () => {
  const { body } = await api.get<{ data: object[] }>('/api/v1/triage/areas');
  expect(body.data).toHaveLength(18 + 239);
  expect(body.data[0]).toEqual({ code: '33.03.01', kecamatan: 'Kemangkon', desa: null });
});
