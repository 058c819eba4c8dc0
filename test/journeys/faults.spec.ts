import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import type { LaporgubSimulator } from '#connectors/simulators';
import { eventually, type Platform, startWorld, type World } from '../setup/world.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.stop());

let count = 0;
const provincial = () => ({
  isi: `Jembatan provinsi nomor uji ${(count += 1)} retak dan bergetar bila dilewati kendaraan besar setiap hari`,
  kategori: 'perbaikan-jalan',
  kecamatan: 'Bobotsari',
  kewenangan: 'provinsi',
});
const linkOf = (number: string, instance: string) =>
  eventually(async () => {
    const { rows } = await world.pool.query<{ external_id: string }>(
      `select external_id from link join complaint on complaint.id = complaint_id
       where number = $1 and instance = $2 and external_id is not null`,
      [number, instance],
    );
    return rows[0]?.external_id ?? Promise.reject(new Error('no link yet'));
  }, 40_000);

const isClaimAt = (asked: unknown, instance: string): boolean => {
  const { name, values } = asked as { name?: string; values?: unknown[] };
  return name === 'claim-outbox' && String(values?.[0]).endsWith(`:${instance}`);
};

async function forwarded(): Promise<{ nomor: string; tiket: string; number: string }> {
  const nomor = await world.home.play('lapor', null, provincial());
  const number = await world.numberOf(world.home, nomor);
  return { nomor, number, tiket: await linkOf(number, 'laporgub') };
}

describe('commit-then-reset: the platform did it and its answer was lost', () => {
  test('a create at LaporGub leads to exactly one ticket', async () => {
    const before = world.province.cases.length;
    world.province.faults.commitThenReset = 1;
    const { tiket } = await forwarded();
    await world.settled();
    expect(world.province.cases.length).toBe(before + 1);
    expect(tiket).toMatch(/^LG[A-Z]{2}\d{8}$/);
  });

  test('a create at SMARTDPU, which knows no idempotency, leads to exactly one report', async () => {
    const before = world.works.cases.length;
    world.works.faults.commitThenReset = 1;
    const nomor = await world.home.play('lapor', null, {
      isi: 'Drainase tersumbat di depan balai desa',
      kategori: 'perbaikan-jalan',
      kewenangan: 'kabupaten',
    });
    await linkOf(await world.numberOf(world.home, nomor), 'smartdpu');
    await world.settled();
    expect(world.works.cases.length).toBe(before + 1);
  });

  test('a create at home leads to exactly one complaint', async () => {
    const before = world.home.cases.length;
    world.home.faults.commitThenReset = 1;
    const tiket = await world.province.play('turunkan', null, {
      isi: 'Sampah menumpuk di pinggir jalan desa selama berminggu-minggu dan berbau',
      kategori: 'Sosial',
    });
    await linkOf(await world.numberOf(world.province, tiket), 'lapor-masbup');
    await world.settled();
    expect(world.home.cases.length).toBe(before + 1);
  });

  test('a comment at SMARTDPU stands there once', async () => {
    const nomor = await world.home.play('lapor', null, {
      isi: 'Trotoar pecah di depan sekolah',
      kategori: 'perbaikan-jalan',
      kewenangan: 'kabupaten',
    });
    const id = await linkOf(await world.numberOf(world.home, nomor), 'smartdpu');
    world.works.faults.commitThenReset = 1;
    await world.home.play('susulan', nomor, { isi: 'Sudah ada anak yang tersandung' });
    await eventually(() => expect(world.works.says(id, 'Sudah ada anak yang tersandung')).toBe(1), 40_000);
    await world.settled();
    expect(world.works.says(id, 'Sudah ada anak yang tersandung')).toBe(1);
    expect(world.home.says(nomor, 'Sudah ada anak yang tersandung')).toBe(1);
  });
});

test('F20 a case that was deleted there is left alone, and home decides again', async () => {
  const { nomor, number, tiket } = await forwarded();
  await world.settled();
  (world.province.simulator as LaporgubSimulator).aduan.delete(tiket);
  await world.home.play('susulan', nomor, { isi: 'Apakah sudah ditindaklanjuti?' });
  await eventually(async () => {
    const { rows } = await world.pool.query(
      `select link.state, handler from link join complaint on complaint.id = complaint_id
       where number = $1 and instance = 'laporgub'`,
      [number],
    );
    expect(rows).toEqual([{ state: 'gone', handler: 'lapor-masbup' }]);
  });
  const { rows } = await world.pool.query(
    `select audit.outcome from audit join complaint on complaint.id = complaint_id where number = $1 and audit.outcome = 'gone'`,
    [number],
  );
  expect(rows).toHaveLength(1);
});

describe('bad days', () => {
  test('a webhook that comes twice and out of order leaves one story in the platform’s order', async () => {
    const { nomor, tiket } = await forwarded();
    world.province.faults.webhook.duplicate = { rate: 0.5 };
    world.province.faults.webhook.reorder = { rate: 0.5 };
    for (let n = 1; n <= 6; n += 1) await world.province.play('tanggapan', tiket, { isi: `Tanggapan urut ${n}.` });
    await world.province.play('status', tiket, { status: 'Progress' });
    await world.province.play('status', tiket, { status: 'Selesai' });
    await eventually(() => expect(world.home.shown(nomor).status).toBe('selesai'));
    world.province.faults.clear();
    await world.settled();
    for (let n = 1; n <= 6; n += 1) expect(world.home.says(nomor, `Tanggapan urut ${n}.`)).toBe(1);
    expect(world.home.shown(nomor).status).toBe('selesai');
  });

  test('webhooks that never come are made up for by polling', async () => {
    world.home.faults.webhook.drop = { rate: 1 };
    world.province.faults.webhook.drop = { rate: 1 };
    const { nomor, tiket } = await forwarded();
    await world.province.play('tanggapan', tiket, { isi: 'Jawaban tanpa webhook' });
    await world.province.play('status', tiket, { status: 'Progress' });
    await eventually(() => expect(world.home.says(nomor, 'Jawaban tanpa webhook')).toBe(1));
    await eventually(() => expect(world.home.shown(nomor).status).toBe('diproses'));
    world.home.faults.clear();
    world.province.faults.clear();
  });

  test.each([
    ['500 with an HTML page', { error500: 3 }],
    ['200 with an HTML page', { html: 2 }],
    ['429', { throttle: 3 }],
    ['a torn connection', { reset: 3 }],
  ])('%s: the complaint arrives later, once', async (_name, faults) => {
    const before = world.province.cases.length;
    Object.assign(world.province.faults, faults, { on: ({ method }: { method: string }) => method === 'POST' });
    await forwarded();
    world.province.faults.clear();
    await world.settled();
    expect(world.province.cases.length).toBe(before + 1);
  });

  test('an outage is caught up by the same path, in order', async () => {
    const { nomor, tiket } = await forwarded();
    const away = async (platform: Platform) => {
      platform.faults.error500 = { rate: 1 };
    };
    await away(world.home);
    world.province.faults.webhook.drop = { rate: 1 };
    for (let n = 1; n <= 5; n += 1) await world.province.play('tanggapan', tiket, { isi: `Selama gangguan ${n}.` });
    await new Promise((resolve) => setTimeout(resolve, 3_000));
    world.home.faults.clear();
    world.province.faults.clear();
    // The breaker lets a probe through after its own time; a person need not wait for it.
    await world.pool.query(`update instance set breaker_failures = 0, breaker_until = null`);
    await eventually(() => expect(world.home.says(nomor, 'Selama gangguan 5.')).toBe(1), 40_000);
    const lines = world.home.shown(nomor).lines.filter((line) => line.includes('Selama gangguan'));
    expect(lines.map((line) => /gangguan (\d)/.exec(line)?.[1])).toEqual(['1', '2', '3', '4', '5']);
  });

  test('a refused credential pauses the instance, holds its work, and resuming lets it go on', async () => {
    const { nomor, tiket } = await forwarded();
    await world.api('/instances/lapor-masbup/pause', { method: 'POST', body: { reason: 'uji jeda' } });
    await world.province.play('tanggapan', tiket, { isi: 'Saat dijeda' });
    await new Promise((resolve) => setTimeout(resolve, 1_500));
    expect(world.home.says(nomor, 'Saat dijeda')).toBe(0);
    await world.api('/instances/lapor-masbup/resume', { method: 'POST' });
    await eventually(() => expect(world.home.says(nomor, 'Saat dijeda')).toBe(1));
  });

  test('a platform that takes nothing is not asked for once per complaint, and gets all of them once it is resumed', async () => {
    const complaints = 40;
    const before = world.province.cases.length;
    await world.api('/instances/laporgub/pause', { method: 'POST', body: { reason: 'uji jeda' } });
    const query = jest.spyOn(world.pool, 'query');
    for (let n = 0; n < complaints; n += 1) await world.home.play('lapor', null, provincial());
    await eventually(async () => {
      const { rows } = await world.pool.query(`select from outbox where instance = 'laporgub' and state = 'waiting'`);
      expect(rows).toHaveLength(complaints);
    });
    const claims = query.mock.calls.filter(([asked]) => isClaimAt(asked, 'laporgub')).length;
    query.mockRestore();
    expect(claims).toBeLessThan(complaints / 2);
    await world.api('/instances/laporgub/resume', { method: 'POST' });
    await eventually(() => expect(world.province.cases).toHaveLength(before + complaints));
  });
});
