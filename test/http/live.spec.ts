import { setTimeout as sleep } from 'node:timers/promises';
import { eventually } from '../setup/world.ts';
import { type Api, startApi } from './api.ts';
import { loggedIn, seedPerson, tokenOf } from './person.ts';
import { seedAudit, seedComplaint } from './seed.ts';

let api: Api;
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.stop());

/** A stream that somebody reads, and whether the hub has ended it. */
async function watch(headers: Record<string, string>) {
  const leaving = new AbortController();
  const response = await fetch(`${api.url}/api/v1/stream`, { headers, signal: leaving.signal });
  expect(response.status).toBe(200);
  let heard = '';
  const ended = (async () => {
    for await (const chunk of response.body as unknown as AsyncIterable<Uint8Array>) heard += Buffer.from(chunk);
    return true;
  })().catch(() => true);
  /** Whether it ends within so long. */
  const isOverWithin = (ms: number) => Promise.race([ended, sleep(ms, false)]);
  return { text: () => heard, isOverWithin, leave: () => leaving.abort() };
}

const cookieOf = async (accountId: string) => ({ cookie: `sesi=${await tokenOf(api, accountId)}` });

test('the stream of a person who logs out ends, and tells nothing that happens afterwards', async () => {
  const { id } = await seedPerson(api);
  const cookie = await cookieOf(id);
  const stream = await watch(cookie);
  const { body } = await api.get<{ csrf: string }>('/api/v1/session', { headers: cookie });
  await api.get('/api/v1/session', { method: 'DELETE', headers: { ...cookie, 'x-csrf-token': body.csrf } });
  expect(await stream.isOverWithin(6_000)).toBe(true);
  const complaint = await seedComplaint(api);
  await seedAudit(api, 1, { complaintId: complaint.id });
  await sleep(1_500);
  expect(stream.text()).not.toContain(complaint.number);
});

test.each([
  ['whose role is another now', `update account set role = 'auditor', opd = null where id = $1`],
  ['whose office is another now', `update account set role = 'admin_opd', opd = 'DINKES' where id = $1`],
  ['who was disabled', 'update account set disabled_at = now() where id = $1'],
  ['whose session was ended elsewhere', 'update session set ended_at = now() where account_id = $1'],
])('the stream of a person %s ends', async (_who, change) => {
  const { id } = await seedPerson(api, { role: 'admin_opd', opd: 'DPUPR' });
  const stream = await watch(await cookieOf(id));
  await api.pool.query(change, [id]);
  expect(await stream.isOverWithin(6_000)).toBe(true);
});

test('the stream of a machine ends with its key', async () => {
  const admin = await loggedIn(api, (await seedPerson(api)).id);
  const made = await admin.ask<{ id: string; key: string }>('POST', '/api/v1/keys', {
    name: 'papan',
    scopes: ['complaints.read'],
  });
  const stream = await watch({ authorization: `Bearer ${made.body.key}` });
  expect(await stream.isOverWithin(1_500)).toBe(false);
  await admin.ask('DELETE', `/api/v1/keys/${made.body.id}`);
  expect(await stream.isOverWithin(6_000)).toBe(true);
});

test('a stream that is left open keeps no session alive, and its end is no misuse', async () => {
  const { id, email } = await seedPerson(api);
  const stream = await watch(await cookieOf(id));
  await api.pool.query(`update session set seen_at = now() - interval '7 hours' where account_id = $1`, [id]);
  expect(await stream.isOverWithin(1_500)).toBe(false);
  const { rows } = await api.pool.query<{ old: boolean }>(
    `select seen_at < now() - interval '6 hours' as old from session where account_id = $1`,
    [id],
  );
  expect(rows).toEqual([{ old: true }]);
  await api.pool.query(`update session set seen_at = now() - interval '9 hours' where account_id = $1`, [id]);
  expect(await stream.isOverWithin(6_000)).toBe(true);
  const denied = await api.pool.query(`select from audit where actor = $1 and outcome = 'denied'`, [email]);
  expect(denied.rowCount).toBe(0);
});

test('who comes back while the only other one leaves is told, and so is who comes later', async () => {
  const first = await watch(api.headers);
  const held = await api.pool.connect();
  await held.query('begin');
  await held.query('lock table audit in access exclusive mode');
  const second = watch({ ...api.headers, 'last-event-id': '0' });
  await eventually(async () => {
    const { rowCount } = await api.pool.query(
      `select from pg_stat_activity where wait_event_type = 'Lock' and query like 'select coalesce(max(id), 0)%'`,
    );
    expect(rowCount).toBe(1);
  });
  first.leave();
  await first.isOverWithin(1_000);
  await sleep(300);
  await held.query('rollback');
  held.release();
  const streams = [await second, await watch(api.headers)];
  const complaint = await seedComplaint(api);
  await seedAudit(api, 1, { complaintId: complaint.id });
  await eventually(async () => {
    for (const stream of streams) expect(stream.text()).toContain(complaint.number);
  });
  for (const stream of streams) stream.leave();
});
