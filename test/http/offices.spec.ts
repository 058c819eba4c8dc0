import { type Api, startApi } from './api.ts';
import { type Browser, lastAct, loggedIn, seedPerson } from './person.ts';
import { seedComplaint, type Seeded } from './seed.ts';

let api: Api;
let road: Seeded;
let clinic: Seeded;
let anonymous: Seeded;
const as: Record<string, Browser> = {};

beforeAll(async () => {
  api = await startApi();
  road = await seedComplaint(api, { opd: 'DPUPR', location: { areaCode: '33.03.09.2004', kecamatan: 'Bobotsari' } });
  clinic = await seedComplaint(api, { opd: 'DINKES', location: { areaCode: '33.03.10' } });
  anonymous = await seedComplaint(api, { opd: 'DPUPR', marks: { anonim: true, rahasia: false } });
  const persons = {
    utama: { role: 'admin_utama' },
    dpupr: { role: 'admin_opd', opd: 'DPUPR', email: 'dpupr@contoh.test' },
    bobotsari: { role: 'admin_kecamatan', kecamatan: '33.03.09' },
    vertikal: { role: 'admin_vertikal', opd: 'DINKES' },
    auditor: { role: 'auditor' },
  } as const;
  for (const [name, person] of Object.entries(persons))
    as[name] = await loggedIn(api, (await seedPerson(api, person)).id);
});
afterAll(() => api.stop());

const ask = (who: string, method: string, path: string, body?: object) => {
  const browser = as[who];
  if (!browser) throw new Error(`Nobody is called ${who}`);
  return browser.ask<{ data: { number: string }[]; reporter: object | null }>(
    method,
    `/api/v1/complaints${path}`,
    body,
  );
};
const unmask = (who: string, { number }: Seeded) =>
  ask(who, 'POST', `/${number}/identity`, { reason: 'Menghubungi pelapor' });

test.each([
  ['utama', () => [anonymous, clinic, road]],
  ['auditor', () => [anonymous, clinic, road]],
  ['dpupr', () => [anonymous, road]],
  ['vertikal', () => [clinic]],
  ['bobotsari', () => [road]],
])('%s lists the complaints of the own office alone', async (who, expected: () => Seeded[]) => {
  const { body } = await ask(who, 'GET', '');
  expect(body.data.map(({ number }) => number)).toEqual(expected().map(({ number }) => number));
});

test('a filter leads to no other office', async () => {
  expect((await ask('bobotsari', 'GET', '?kecamatan=33.03.10')).body.data).toEqual([]);
  expect((await ask('dpupr', 'GET', `?q=${clinic.number}`)).body.data).toEqual([]);
});

test.each([
  ['dpupr', 'DPUPR'],
  ['bobotsari', 'Kecamatan Bobotsari'],
  ['utama', 'Inspektorat'],
])('%s answers in the name of %s, whatever office the request names', async (who, office) => {
  const text = `Sudah dicek ${who}`;
  const { number, id } = road;
  expect((await ask(who, 'POST', `/${number}/reply`, { text, office: 'Inspektorat' })).status).toBe(200);
  const { rows } = await api.pool.query(
    `select body -> 'author' as author from event where complaint_id = $1 and body ->> 'text' = $2`,
    [id, text],
  );
  expect(rows).toEqual([{ author: { role: 'office', name: office } }]);
});

test("another office's complaint is not there, by none of its addresses, and that one asked is audited (F47)", async () => {
  for (const who of ['dpupr', 'bobotsari']) {
    expect((await ask(who, 'GET', `/${clinic.number}`)).status).toBe(404);
    expect((await ask(who, 'GET', `/${clinic.number}/timeline`)).status).toBe(404);
    expect((await ask(who, 'GET', `/${road.number}`)).status).toBe(200);
    expect((await ask(who, 'GET', `/${road.number}/timeline`)).status).toBe(200);
  }
  expect((await unmask('dpupr', clinic)).status).toBe(404);
  expect(await lastAct(api)).toMatchObject({
    actor: 'dpupr@contoh.test',
    outcome: 'denied',
    detail: `Aduan kantor lain: POST /api/v1/complaints/${clinic.number}/identity`,
  });
});

test.each([
  ['utama', { name: 'S*** P***', phone: '****6789', email: null, account: null }],
  ['dpupr', { name: 'S*** P***', phone: '****6789', email: null, account: null }],
  ['bobotsari', null],
  ['auditor', null],
])('%s sees of the reporter: %j', async (who, expected) => {
  const { body, text } = await ask(who, 'GET', `/${road.number}`);
  expect(body.reporter).toEqual(expected);
  expect(text).not.toMatch(/Siti|62812/);
});

test.each([
  [{ name: '081234567890' }, { name: '***' }],
  [{ name: '3303091234567890' }, { name: '***' }],
  [{ name: 'Budi 0812-3456-7890' }, { name: 'B*** ***' }],
  [{ name: "Siti Nur'aini, S.Pd." }, { name: 'S*** N*** S***' }],
  [{ name: 'Budi+628123456789 (Édo)' }, { name: 'B*** ***' }],
  [
    { name: 'x', email: 'budi@contoh.test' },
    { name: '***', email: 'b***@contoh.test' },
  ],
  [{ email: '081234567890' }, { email: '0***' }],
])('of %j an officer sees %j before there is a reason', async (reporter, expected) => {
  const { id, number } = await seedComplaint(api);
  await api.pool.query('update complaint set reporter = $1 where id = $2', [
    api.runtime.hub.sealer.sealJson(reporter),
    id,
  ]);
  expect((await ask('utama', 'GET', `/${number}`)).body.reporter).toMatchObject(expected);
});

test.each(['utama', 'dpupr'])('%s learns who complained, for a reason that stands in the audit', async (who) => {
  expect((await ask(who, 'POST', `/${road.number}/identity`, {})).status).toBe(400);
  const { status, body } = await unmask(who, road);
  expect([status, body]).toEqual([200, { name: 'Siti Pelapor', phone: '+628123456789', email: null, account: null }]);
  expect(await lastAct(api)).toMatchObject({ outcome: 'identity_shown', detail: 'Menghubungi pelapor' });
  const { rows } = await api.pool.query('select complaint_id from audit order by id desc limit 1');
  expect(rows).toEqual([{ complaint_id: road.id }]);
});

test('an office never learns who complained anonymously; that it asked is audited', async () => {
  expect((await ask('dpupr', 'GET', `/${anonymous.number}`)).body.reporter).toBeNull();
  expect((await unmask('dpupr', anonymous)).status).toBe(403);
  expect(await lastAct(api)).toMatchObject({ actor: 'dpupr@contoh.test', outcome: 'denied' });
  expect((await unmask('utama', anonymous)).status).toBe(200);
});

test.each(['bobotsari', 'vertikal', 'auditor'])('%s unmasks nobody', async (who) => {
  expect((await unmask(who, road)).status).toBe(403);
});

test('nor does a key: nobody would answer for it', async () => {
  const { number } = road;
  const answer = await api.post(`/api/v1/complaints/${number}/identity`, { reason: 'Menghubungi pelapor' });
  expect(answer.status).toBe(403);
  expect((await api.get(`/api/v1/complaints/${number}`)).body['reporter']).toBeNull();
});

describe('a search by telephone', () => {
  const found = async (who: string) => {
    const { body } = await ask(who, 'GET', '?phone=08123456789');
    return body.data.map(({ number }) => number);
  };
  beforeAll(() =>
    api.pool.query('update complaint set phone_hash = $1 where id = any($2)', [
      api.runtime.hub.sealer.hash('+628123456789'),
      [road.id, anonymous.id],
    ]),
  );

  test('tells an office nothing of who complained anonymously', async () => {
    expect(await found('dpupr')).toEqual([road.number]);
    expect(await found('utama')).toEqual([anonymous.number, road.number]);
  });

  test('nor a key, for which nobody would answer', async () => {
    const { body } = await api.get('/api/v1/complaints?phone=08123456789');
    expect((body['data'] as { number: string }[]).map(({ number }) => number)).toEqual([road.number]);
  });
});
