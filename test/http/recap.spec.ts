import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Complaint, ComplaintEvent } from '#complaint';
import { DIMENSIONS, FIGURES, saveDeadlines, takeStale } from '#store';
import type { CountedPage, RecapDto, RecapRow } from '../../apps/hub/src/http/recap/recap.dto.ts';
import { type Api, startApi } from './api.ts';
import { type Browser, loggedIn, seedPerson } from './person.ts';
import { seedComplaint, seedEvent } from './seed.ts';

let api: Api;
const MARCH = 'from=2025-03-01&to=2025-03-31';
const HOUR_S = 3_600;

interface Course extends Partial<Complaint> {
  /** Hours after the filing. */
  repliedAfter?: number;
  doneAfter?: number;
  score?: number;
  returned?: boolean;
  dueAfter?: number;
}

async function seed({ repliedAfter, doneAfter, score, returned, dueAfter, ...changes }: Course): Promise<string> {
  const openedAt = changes.openedAt ?? '2025-03-10T02:00:00Z';
  const complaint = await seedComplaint(api, { openedAt, title: `Aduan ${changes.channel ?? ''}`, ...changes });
  const after = (hours: number) => new Date(Date.parse(openedAt) + hours * HOUR_S * 1000).toISOString();
  const say = (event: Partial<ComplaintEvent>, hours: number) => {
    const base = { id: `${complaint.id}:${event.type}:${hours}`, externalId: 'K', at: after(hours) };
    return seedEvent(api, complaint, { ...base, ...event } as ComplaintEvent);
  };
  if (returned) await say({ type: 'returned', label: 'Bukan wewenang' }, 1);
  const reply = { author: { role: 'office' as const }, text: 'Sedang dicek', public: true, attachments: [] };
  if (repliedAfter !== undefined) await say({ type: 'replied', ...reply }, repliedAfter);
  if (doneAfter !== undefined) await say({ type: 'status_changed', label: 'selesai', status: 'resolved' }, doneAfter);
  const judged = { author: { role: 'citizen' as const }, text: '', attachments: [] };
  if (score !== undefined) await say({ type: 'confirmed', ...judged, score }, (doneAfter ?? 0) + 1);
  if (dueAfter !== undefined) {
    const met = doneAfter === undefined ? null : after(doneAfter);
    const times = { startAt: openedAt, warnAt: after(0), dueAt: after(dueAfter), metAt: met };
    const rest = { kind: 'answer' as const, isPaused: false, source: 'uji', verified: true };
    await takeStale(api.pool, 1);
    await saveDeadlines(api.pool, [{ complaintId: complaint.id, deadlines: [{ ...times, ...rest }] }]);
  }
  return complaint.number;
}

const BOBOTSARI = { areaCode: '33.03.09.2004' };
const KALIMANAH = { areaCode: '33.03.06' };

beforeAll(async () => {
  api = await startApi();
  const road = { category: 'road', opd: 'DPUPR', location: BOBOTSARI, kewenangan: 'kabupaten' } as const;
  await seed({
    ...road,
    status: 'resolved',
    outcome: 'diperbaiki',
    repliedAfter: 2,
    doneAfter: 10,
    dueAfter: 24,
    score: 5,
  });
  await seed({
    ...road,
    status: 'closed',
    outcome: 'dijadwalkan',
    repliedAfter: 4,
    doneAfter: 30,
    dueAfter: 24,
    score: 2,
  });
  await seed({ ...road, status: 'in_progress', dueAfter: 24, returned: true });
  await seed({
    category: 'social_aid',
    opd: 'DINSOS',
    location: KALIMANAH,
    status: 'resolved',
    doneAfter: 20,
    channel: 'web',
  });
  await seed({ status: 'rejected', rejection: 'spam', channel: 'instagram', rahasia: true } as Course);
  // The last moment of February and the first of April, in WIB.
  await seed({ openedAt: '2025-02-28T16:59:59Z', status: 'resolved', doneAfter: 1 });
  await seed({ openedAt: '2025-03-31T17:00:00Z' });
  await seed({ openedAt: '2025-02-28T17:00:00Z', channel: 'web' });
  await seed({
    openedAt: '2025-03-31T16:59:59Z',
    marks: { anonim: false, rahasia: true },
    title: 'Rahasia',
    status: 'verifying',
  });
});
afterAll(() => api.stop());

const recap = async (range = MARCH): Promise<RecapDto> => (await api.get<RecapDto>(`/api/v1/recap?${range}`)).body;
const rowOf = (rows: RecapRow[], key: string) => rows.find((row) => row.key === key);

test('a recap counts what was filed on the days of the period, in WIB, and what became of it', async () => {
  const { totals, previous, previous_totals, trend } = await recap();
  expect(totals).toEqual({
    received: 7,
    done: 3,
    share_done: 3 / 7,
    returned: 1,
    rerouted: 1,
    on_time: 1,
    late: 2,
    ratings: 2,
    rating_mean: 3.5,
  });
  expect(previous).toEqual({ from: '2025-01-29', to: '2025-02-28' });
  expect(previous_totals).toMatchObject({ received: 1, done: 1, share_done: 1 });
  expect(trend).toEqual([{ month: '2025-03', received: 7, done: 3 }]);
});

test('each way of counting has its rows, the fullest first, and one for what is not known', async () => {
  const { by } = await recap();
  expect(by.opd.map(({ key, received, done, late }) => [key, received, done, late])).toEqual([
    ['unknown', 3, 0, 0],
    ['DPUPR', 3, 2, 2],
    ['DINSOS', 1, 1, 0],
  ]);
  expect(rowOf(by.kecamatan, '33.03.09')).toMatchObject({
    label: 'Bobotsari',
    received: 3,
    done: 2,
    median_done_s: 20 * HOUR_S,
  });
  expect(rowOf(by.subject, 'road')).toMatchObject({
    label: 'Jalan',
    received: 3,
    on_time: 1,
    late: 2,
    share_done: 2 / 3,
  });
  expect(rowOf(by.channel, 'whatsapp')).toMatchObject({ label: 'WhatsApp', received: 4 });
  expect(rowOf(by.authority, 'unknown')).toMatchObject({ label: 'Belum diketahui', received: 4 });
  expect(by.platform.map(({ key, label, received }) => [key, label, received])).toEqual([['kota', 'Aduan Kota', 7]]);
});

test('a month in which nothing came in stands between those before and after it, with none', async () => {
  await seed({ openedAt: '2024-11-30T17:00:00Z' });
  await seed({ openedAt: '2024-09-10T02:00:00Z', status: 'resolved' });
  const { trend } = await recap('from=2024-01-01&to=2024-12-31');
  expect(trend.map(({ month, received, done }) => [month, received, done])).toEqual([
    ['2024-09', 1, 1],
    ['2024-10', 0, 0],
    ['2024-11', 0, 0],
    ['2024-12', 1, 0],
  ]);
});

test('a share ranks from ten reports on; who has fewer may still have done the most', async () => {
  const openedAt = '2025-05-06T02:00:00Z';
  for (let n = 0; n < 10; n += 1) await seed({ openedAt, opd: 'DPUPR', status: n < 9 ? 'resolved' : 'in_progress' });
  await seed({ openedAt, opd: 'DINSOS', status: 'resolved' });
  const { most_done, highest_share, minimum_volume } = (await recap('from=2025-05-01&to=2025-05-31')).rankings;
  expect(minimum_volume).toBe(10);
  expect(most_done.map(({ key, done }) => [key, done])).toEqual([
    ['DPUPR', 9],
    ['DINSOS', 1],
  ]);
  expect(highest_share.map(({ key, share_done }) => [key, share_done])).toEqual([['DPUPR', 0.9]]);
});

test('it says how long things took, and how matters ended', async () => {
  const { times, outcomes } = await recap();
  expect(times.done).toEqual({ count: 3, median_s: 20 * HOUR_S, p90_s: 28 * HOUR_S });
  expect(times.answer).toEqual({ count: 2, median_s: 3 * HOUR_S, p90_s: 3.8 * HOUR_S });
  expect(times.first_response.count).toBe(4);
  expect(outcomes.map(({ key, count }) => [key, count])).toEqual(
    expect.arrayContaining([
      ['open', 3],
      ['diperbaiki', 1],
      ['dijadwalkan', 1],
      ['answered', 1],
      ['rejected', 1],
    ]),
  );
  expect(outcomes.reduce((sum, { count }) => sum + count, 0)).toBe(7);
});

test('a period without complaints has zeros and says nothing of shares', async () => {
  const { totals, by, times } = await recap('from=2020-01-01&to=2020-01-31');
  expect(totals).toMatchObject({ received: 0, done: 0, share_done: null, rating_mean: null });
  expect([by.channel, times.done]).toEqual([[], { count: 0, median_s: null, p90_s: null }]);
});

describe('behind a figure', () => {
  const pages = async (query: string): Promise<CountedPage['data']> => {
    const all: CountedPage['data'] = [];
    for (let after = ''; ; ) {
      const { status, body } = await api.get<CountedPage>(`/api/v1/recap/complaints?${MARCH}&limit=2&${query}${after}`);
      expect(status).toBe(200);
      all.push(...body.data);
      if (body.next_cursor === null) return all;
      after = `&after=${body.next_cursor}`;
    }
  };

  test.each(FIGURES)('stand exactly the complaints that it counts: %s of the whole period', async (figure) => {
    const { totals } = await recap();
    const found = await pages(`dimension=total&figure=${figure}`);
    expect(found).toHaveLength(totals[figure]);
    expect(new Set(found.map(({ number }) => number)).size).toBe(found.length);
  });

  test.each(DIMENSIONS)('stand exactly the complaints that it counts, by %s', async (dimension) => {
    const { by, outcomes } = await recap();
    const rows = dimension === 'outcome' ? outcomes.map(({ key, count }) => ({ key, received: count })) : by[dimension];
    expect(rows.length).toBeGreaterThan(0);
    for (const { key, ...counts } of rows) {
      for (const figure of ['received', 'done', 'late'] as const) {
        if (!(figure in counts)) continue;
        const found = await pages(`dimension=${dimension}&key=${encodeURIComponent(key)}&figure=${figure}`);
        expect([key, figure, found.length]).toEqual([key, figure, (counts as RecapRow)[figure]]);
      }
    }
  });
});

describe('who reads it', () => {
  const as: Record<string, Browser> = {};
  beforeAll(async () => {
    const persons = {
      pimpinan: { role: 'pimpinan' },
      dpupr: { role: 'admin_opd', opd: 'DPUPR' },
      kalimanah: { role: 'admin_kecamatan', kecamatan: '33.03.06' },
      auditor: { role: 'auditor' },
    } as const;
    for (const [name, person] of Object.entries(persons))
      as[name] = await loggedIn(api, (await seedPerson(api, person)).id);
  });
  const ask = async <T>(who: string, path: string) => (await as[who]?.ask<T>('GET', `/api/v1/recap${path}`))?.body as T;

  test.each([
    ['dpupr', 3, 3],
    ['kalimanah', 1, 1],
    ['pimpinan', 7, 7],
  ])('%s sees figures and complaints of the own office alone', async (who, received, behind) => {
    expect((await ask<RecapDto>(who, `?${MARCH}`)).totals.received).toBe(received);
    const { data } = await ask<CountedPage>(who, `/complaints?${MARCH}&dimension=total&figure=received`);
    expect(data).toHaveLength(behind);
  });

  test('who may not read complaints does not read the title of a rahasia one', async () => {
    const titles = async (who: string) =>
      (await ask<CountedPage>(who, `/complaints?${MARCH}&dimension=total&figure=received`)).data.map(
        ({ title }) => title,
      );
    expect(await titles('pimpinan')).not.toContain('Rahasia');
    expect(await titles('pimpinan')).toContain(null);
    expect(await titles('auditor')).toContain('Rahasia');
  });
});

test.each([
  ['', 'from', 'wajib berupa tanggal'],
  ['from=2025-02-30&to=2025-03-01', 'from', 'ada di kalender'],
  ['from=2025-03-02&to=2025-03-01', 'to', 'tukar kedua tanggalnya'],
  ['from=2000-01-01&to=2025-03-01', 'to', 'persempit periodenya'],
  ['from=0000-01-01&to=2025-03-01', 'from', 'sejak tahun 2000'],
  ['from=0001-01-01&to=0001-01-31', 'from', 'sejak tahun 2000'],
])('a period that is none is refused with what to do: %s', async (range, field, message) => {
  const { status, body } = await api.get<{ errors: { field: string; message: string }[] }>(`/api/v1/recap?${range}`);
  expect([status, body.errors[0]]).toEqual([400, { field, message: expect.stringContaining(message) }]);
});

test.each([
  ['dimension=total&key=x&figure=done', 'key'],
  ['dimension=opd&figure=done', 'key'],
  ['dimension=kode&key=x&figure=done', 'dimension'],
  ['dimension=opd&key=x&figure=semua', 'figure'],
  ['dimension=total&figure=done&after=x', 'after'],
])('a figure that there is none of is refused by its field: %s', async (query, field) => {
  const { status, body } = await api.get<{ errors: { field: string }[] }>(`/api/v1/recap/complaints?${MARCH}&${query}`);
  expect([status, body.errors[0]?.field]).toEqual([400, field]);
});
