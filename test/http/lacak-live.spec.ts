import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { announce, saveComplaints, transaction } from '#store';
import { eventually } from '../setup/world.ts';
import { type Api, startApi } from './api.ts';
import { seedAudit, seedComplaint, type Seeded } from './seed.ts';

let api: Api;
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.stop());

/** An open page: what its stream brought so far. */
async function follow({ token }: Seeded, query = '', headers: Record<string, string> = {}) {
  const abort = new AbortController();
  const response = await fetch(`${api.url}/lacak/${token}/events${query}`, { headers, signal: abort.signal });
  const page = { status: response.status, type: response.headers.get('content-type'), text: '', isOver: false };
  const decoder = new TextDecoder();
  const read = async () => {
    for await (const bytes of response.body ?? []) page.text += decoder.decode(bytes, { stream: true });
    page.isOver = true;
  };
  void read().catch(() => {});
  return Object.assign(page, { close: () => abort.abort() });
}

const versionOf = (text: string): string => /^id: (\S+)$/m.exec(text)?.[1] ?? '';
const change = (complaint: Seeded, changes: Partial<Seeded>, isAnnounced = true) =>
  transaction(api.pool, async (tx) => {
    await saveComplaints(tx, [{ ...complaint, ...changes }]);
    if (isAnnounced) await announce(tx, [complaint.id]);
  });

test('a page hears what is new at once, and only once', async () => {
  const complaint = await seedComplaint(api);
  const page = await follow(complaint);
  expect([page.status, page.type]).toEqual([200, 'text/event-stream; charset=utf-8']);
  await eventually(() => expect(page.text).toMatch(/^retry: \d{4}$/m));
  await change(complaint, { status: 'verifying' });
  await eventually(() => expect(page.text).toContain('sedang diperiksa petugas'), 2_000);
  await change(complaint, { status: 'verifying' });
  await change(complaint, { status: 'in_progress' });
  await eventually(() => expect(page.text).toContain('Aduan sedang ditangani'), 2_000);
  expect(page.text.match(/sedang diperiksa petugas/g)).toHaveLength(1);
  page.close();
});

test('a page that shows the latest already is told nothing; one that does not is told on arrival', async () => {
  const complaint = await seedComplaint(api);
  const first = await follow(complaint);
  await eventually(() => expect(versionOf(first.text)).not.toBe(''));
  const version = versionOf(first.text);
  const [same, resumed, old] = await Promise.all([
    follow(complaint, `?seen=${version}`),
    follow(complaint, '?seen=lama', { 'last-event-id': version }),
    follow(complaint, '?seen=lama'),
  ]);
  await eventually(() => expect(versionOf(old.text)).toBe(version));
  expect([versionOf(same.text), versionOf(resumed.text)]).toEqual(['', '']);
  for (const page of [first, same, resumed, old]) page.close();
});

test('what nobody announced is found by looking, within two seconds', async () => {
  const complaint = await seedComplaint(api);
  const page = await follow(complaint);
  await eventually(() => expect(versionOf(page.text)).not.toBe(''));
  await new Promise((resolve) => setTimeout(resolve, 1_200));
  await change(complaint, { status: 'verifying' }, false);
  await seedAudit(api, 1, { complaintId: complaint.id });
  await eventually(() => expect(page.text).toContain('sedang diperiksa petugas'), 2_000);
  page.close();
});

test('a complaint that becomes rahasia leaves the pages that show it', async () => {
  const complaint = await seedComplaint(api);
  const page = await follow(complaint);
  await eventually(() => expect(versionOf(page.text)).not.toBe(''));
  await change(complaint, { marks: { anonim: false, rahasia: true } });
  await eventually(() => expect(page.isOver).toBe(true), 2_000);
  expect(page.text).toContain('event: gone');
  expect((await follow(complaint)).status).toBe(404);
});

test('each page is told in its own language', async () => {
  const complaint = await seedComplaint(api);
  const [indonesian, english] = await Promise.all([follow(complaint), follow(complaint, '?lang=en')]);
  await eventually(() => expect(english.text).toContain('waits to be checked'));
  await eventually(() => expect(indonesian.text).toContain('menunggu diperiksa'));
  indonesian.close();
  english.close();
});
