import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { eventually, startWorld, type World } from '../setup/world.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.stop());

interface Waiting {
  id: string;
  complaint: string;
  reason: string;
  state: string;
}
interface Group {
  instance: string;
  type: string;
  state: string;
  reason: string;
  advice: string;
  count: number;
  oldest: string;
}
interface Preview {
  request: { method: string; path: string; headers: Record<string, string>; body: unknown } | null;
  note: string | null;
}

let count = 0;
/** A complaint that LaporGub can't take until somebody says where it is. */
async function withoutPlace(): Promise<{ nomor: string; number: string; parked: Waiting }> {
  const isi = `SMA rusak ${(count += 1)}`;
  const nomor = await world.home.play('lapor', null, { isi, kategori: 'pendidikan', kewenangan: 'provinsi' });
  const number = await world.numberOf(world.home, nomor);
  return { nomor, number, parked: await eventually(() => parkedOf(number)) };
}

async function parkedOf(number: string): Promise<Waiting> {
  const { body } = await world.api<{ data: Waiting[] }>('/parked?limit=200');
  const found = body.data.find(({ complaint }) => complaint === number);
  if (!found) throw new Error('not parked yet');
  return found;
}

const mend = (nomor: string) =>
  world.home.play('disposisi', nomor, {
    kecamatan: 'Purbalingga',
    alamat: `Sekolah nomor ${nomor} di dekat alun-alun Purbalingga, sebelah utara kantor pos`,
  });
const groups = async () => (await world.api<{ data: Group[] }>('/parked/groups')).body.data;
const retry = (body: object) => world.api<{ count: number }>('/parked/retry', { method: 'POST', body });
const ticketOf = (number: string) =>
  eventually(async () => {
    const { rows } = await world.pool.query<{ external_id: string }>(
      `select external_id from link join complaint on complaint.id = complaint_id
       where number = $1 and instance = 'laporgub' and external_id is not null`,
      [number],
    );
    return rows[0]?.external_id ?? Promise.reject(new Error('no ticket yet'));
  });

describe('what waits for a person', () => {
  test('is grouped by the reason that a clerk reads, with what to do, and a retry by that reason sends it in order', async () => {
    const { home, province } = world;
    const waiting = [await withoutPlace(), await withoutPlace(), await withoutPlace()];
    const [first] = waiting;
    for (const { nomor } of waiting) {
      await home.play('susulan', nomor, { isi: `Tambahan pertama ${nomor}` });
      await home.play('susulan', nomor, { isi: `Tambahan kedua ${nomor}` });
    }
    await world.settled();
    const { reason = '' } = first?.parked ?? {};
    const group = (await groups()).find((each) => each.reason === reason);
    expect(group).toMatchObject({ instance: 'laporgub', type: 'delivery', state: 'parked', count: 3 });
    expect(group?.advice).toContain('coba lagi');

    for (const { nomor } of waiting) await mend(nomor);
    await world.settled();
    const before = province.cases.length;
    expect((await retry({ instance: 'smartdpu', reason })).body).toEqual({ count: 0 });
    expect((await retry({ instance: 'laporgub', reason: 'alasan lain' })).body).toEqual({ count: 0 });
    expect((await retry({ instance: 'laporgub', reason, kind: 'message' })).body).toEqual({ count: 0 });
    expect((await retry({ instance: 'laporgub', reason, limit: 2 })).body).toEqual({ count: 2 });
    await world.settled();
    expect(province.cases.length).toBe(before + 2);
    expect((await groups()).find((each) => each.reason === reason)?.count).toBe(1);
    await expect(parkedOf(waiting[2]?.number ?? '')).resolves.toBeDefined();

    expect((await retry({ instance: 'laporgub', reason })).body).toEqual({ count: 1 });
    await world.settled();
    expect(province.cases.length).toBe(before + 3);
    for (const { nomor, number, parked } of waiting) {
      const { lines } = province.shown(await ticketOf(number));
      const said = lines.flatMap((line) => /Tambahan (pertama|kedua)/.exec(line)?.[1] ?? []);
      expect([nomor, said]).toEqual([nomor, ['pertama', 'kedua']]);
      const { rows } = await world.pool.query<{ actor: string }>(
        `select actor from audit where hop = 'person' and outcome = 'retry' and delivery_id = $1`,
        [parked.id.slice(2)],
      );
      expect(rows).toEqual([{ actor: expect.stringMatching(/^kunci-api:/) }]);
    }
  });

  test('leaves in a retry by filter only where it surely never arrived', async () => {
    const { parked } = await withoutPlace();
    await world.pool.query(`update outbox set state = 'uncertain' where id = $1`, [parked.id.slice(2)]);
    expect((await retry({ reason: parked.reason })).body).toEqual({ count: 0 });
    const group = (await groups()).find(({ state }) => state === 'uncertain');
    expect(group).toMatchObject({ count: 1, advice: expect.stringContaining('Periksa di platform') });
    await world.api(`/parked/${parked.id}/skip`, { method: 'POST', body: { reason: 'uji selesai' } });
  });

  test('may be messages: after a retry by filter they are read again', async () => {
    const { nomor, number, parked } = await withoutPlace();
    await mend(nomor);
    await world.settled();
    await world.api(`/parked/${parked.id}/retry`, { method: 'POST' });
    const tiket = await ticketOf(number);
    await world.province.play('status', tiket, { label: 'Menunggu Anggaran' });
    const group = await eventually(async () => {
      const found = (await groups()).find(({ type }) => type === 'message');
      return found ?? Promise.reject(new Error('no message waits yet'));
    });
    expect(group).toMatchObject({ instance: 'laporgub', advice: expect.stringContaining('Petakan label') });
    expect(group.reason).toContain('Menunggu Anggaran');
    const asked = await retry({ kind: 'message', reason: group.reason });
    expect(asked.body.count).toBe(group.count);
    // Nothing was mapped, so it is parked again: it was read again.
    await eventually(async () => {
      const { rows } = await world.pool.query(
        `select from audit where hop = 'ingest' and outcome = 'parked' and detail = $1`,
        [group.reason],
      );
      expect(rows.length).toBeGreaterThan(group.count);
    });
  });

  test('refuses a filter that it does not know', async () => {
    expect((await retry({ instans: 'laporgub' })).status).toBe(400);
    expect((await retry({ limit: 0 })).status).toBe(400);
    expect((await retry({ limit: 5_000 })).status).toBe(400);
  });
});

describe('the preview of what will be sent', () => {
  const preview = (id: string) => world.api<Preview>(`/parked/${id}/preview`);

  test('says why nothing would leave as long as nothing would', async () => {
    const { parked } = await withoutPlace();
    const { status, body } = await preview(parked.id);
    expect(status).toBe(200);
    expect(body).toEqual({ request: null, note: parked.reason });
  });

  test('is the very request that a retry sends, and sends nothing itself', async () => {
    const { nomor, number, parked } = await withoutPlace();
    await mend(nomor);
    await world.settled();
    const before = { cases: world.province.cases.length, writes: world.province.writes.length };
    const { body } = await preview(parked.id);
    expect(body.note).toBeNull();
    expect(JSON.stringify(body)).not.toMatch(/SMA rusak|alun-alun/);
    expect(body.request?.headers).toMatchObject({ authorization: '***' });
    await world.settled();
    expect({ cases: world.province.cases.length, writes: world.province.writes.length }).toEqual(before);
    await expect(parkedOf(number)).resolves.toMatchObject({ id: parked.id, state: 'parked' });

    await world.api(`/parked/${parked.id}/retry`, { method: 'POST' });
    await ticketOf(number);
    const { rows } = await world.pool.query<{ request: object }>(
      `select request from audit where delivery_id = $1 and hop = 'deliver' and outcome = 'ok'`,
      [parked.id.slice(2)],
    );
    const { headers: _headers, ...seen } = body.request ?? { headers: {} };
    expect(rows).toEqual([{ request: seen }]);
  });

  test('shows the idempotency key, which is ours and no secret', async () => {
    const { nomor, number, parked } = await withoutPlace();
    await mend(nomor);
    await world.settled();
    await world.api(`/parked/${parked.id}/retry`, { method: 'POST' });
    await world.province.play('tanggapan', await ticketOf(number), { isi: 'Sedang kami periksa di lapangan' });
    await eventually(() => expect(world.home.says(nomor, 'Sedang kami periksa di lapangan')).toBe(1));
    await world.settled();
    const { rows } = await world.pool.query<{ id: string }>(
      `update outbox o set state = 'parked' from complaint c
       where c.id = complaint_id and number = $1 and instance = 'lapor-masbup' and kind = 'replied' returning o.id`,
      [number],
    );
    const id = rows[0]?.id;
    const { body } = await preview(`d_${id}`);
    await world.pool.query(`update outbox set state = 'done' where id = $1`, [id]);
    expect(body.request?.headers).toMatchObject({ authorization: '***', 'idempotency-key': id });
  });

  test('is there for SMARTDPU too, whose key is in a header of its own', async () => {
    const nomor = await world.home.play('lapor', null, {
      isi: 'Jalan desa ambles di tikungan',
      kategori: 'perbaikan-jalan',
      kewenangan: 'kabupaten',
      tanda: 'rahasia',
    });
    const number = await world.numberOf(world.home, nomor);
    const { id } = await eventually(() => parkedOf(number));
    expect((await preview(id)).body).toMatchObject({ request: null, note: expect.stringContaining('rahasia') });
    await world.pool.query('update complaint set rahasia = false where number = $1', [number]);
    const { body } = await preview(id);
    expect(body.request).toMatchObject({ method: 'POST' });
    expect(JSON.stringify(body)).not.toMatch(/kunci-simulator|ambles/);
  });

  test('is not there for what does not wait, nor for a message', async () => {
    const { rows } = await world.pool.query<{ id: string }>(`select id from outbox where state = 'done' limit 1`);
    expect((await preview(`d_${rows[0]?.id}`)).status).toBe(404);
    expect((await preview('m_1')).status).toBe(404);
  });
});
