import { setTimeout as sleep } from 'node:timers/promises';
import { audit } from '#store';
import { type Api, signed, startApi } from './api.ts';
import { eventually } from '../setup/world.ts';
import { seedComplaint, seedDelivery } from './seed.ts';

let api: Api;
beforeAll(async () => {
  api = await startApi();
});
afterEach(() => api.wire.mend());
afterAll(() => api.stop());

test('a hub whose database answers is alive and ready', async () => {
  expect((await api.get('/livez')).body).toEqual({ status: 'ok' });
  expect((await api.get('/readyz')).body).toEqual({ status: 'ready' });
});

test.each(['cut', 'freeze'] as const)('(%s) without its database a hub is alive and not ready', async (how) => {
  api.wire[how]();
  const since = Date.now();
  const ready = await api.get<{ reasons: string[] }>('/readyz');
  expect(Date.now() - since).toBeLessThan(2_000);
  expect([ready.status, ready.body.reasons.length]).toEqual([503, 1]);
  expect((await api.get('/livez')).status).toBe(200);
});

test('a database that can only be read is not ready', async () => {
  const { rows } = await api.pool.query<{ name: string }>('select current_database() as name');
  await api.pool.query(`alter database ${rows[0]?.name} set default_transaction_read_only = on`);
  api.wire.cut();
  api.wire.mend();
  try {
    await sleep(50);
    expect((await api.get<{ reasons: string[] }>('/readyz')).body.reasons).toEqual(['Basis data hanya dapat dibaca']);
    expect(
      (await fetch(`${api.url}/webhooks/kota`, { method: 'POST', body: '{}', headers: signed('{}', 'ro') })).status,
    ).toBe(503);
  } finally {
    await api.pool.query(`begin read write; alter database ${rows[0]?.name} reset all; commit`);
    api.wire.cut();
    api.wire.mend();
    await sleep(50);
  }
});

test('a schema that lacks a migration is not ready', async () => {
  // A message that could not be kept is remembered for a while.
  await eventually(async () => expect((await api.get('/readyz')).status).toBe(200));
  const last = api.runtime.source.migrations.at(-1)?.name;
  await api.pool.query(`update migrations set name = 'Elsewhere' where name = $1`, [last]);
  const { body } = await api.get<{ reasons: string[] }>('/readyz');
  await api.pool.query(`update migrations set name = $1 where name = 'Elsewhere'`, [last]);
  expect(body.reasons).toEqual(['1 perubahan skema belum dijalankan']);
});

describe('the figures', () => {
  test('tell what was received, what was delivered, and what waits', async () => {
    const complaint = await seedComplaint(api);
    await seedDelivery(api, complaint, { state: 'parked' });
    await seedDelivery(api, complaint, { state: 'waiting' });
    await fetch(`${api.url}/webhooks/kota`, { method: 'POST', body: '{}', headers: signed('{}', 'm1') });
    await fetch(`${api.url}/webhooks/kota`, { method: 'POST', body: '{}', headers: signed('x', 'm2') });
    await audit(api.pool, [{ hop: 'deliver', instance: 'desa', outcome: 'ok', traceId: '-' }]);

    const { text, headers } = await api.get('/metrics');
    expect(headers.get('content-type')).toMatch('text/plain');
    expect(text).toContain('simpul_messages_received_total{instance="kota",outcome="ok"} 1');
    expect(text).toContain('simpul_deliveries_total{instance="desa",outcome="ok"} 1');
    expect(text).toContain('simpul_deliveries_parked{instance="desa"} 1');
    expect(text).toContain('simpul_deliveries_waiting{instance="desa"} 1');
    expect(text).toMatch(/simpul_delivery_oldest_waiting_seconds\{instance="desa"\} \d/);
    expect(text).toContain('simpul_instance_paused{instance="kota"} 0');
    expect(text).toMatch(/simpul_instance_heard_seconds\{instance="kota"\} \d/);
    expect(text).toContain('simpul_webhook_ack_seconds_count{instance="kota",status="401"} 1');
    expect(text).toContain('process_resident_memory_bytes');
    expect(text).toContain('simpul_database_up 1');
  });

  test('say that the database is away rather than show old values', async () => {
    await sleep(5_100);
    api.wire.cut();
    const { text } = await api.get('/metrics');
    expect(text).toContain('simpul_database_up 0');
    expect(text).not.toContain('simpul_deliveries_parked{');
  }, 15_000);
});
