import type { ComplaintEvent, Page } from '#connector';
import { HANDED_DOWN, type Staged, staged } from './staged.ts';

/** Pages of two, and a clock that the test moves. */
let platform: Staged;
let clock: number;
const later = (seconds: number): number => (clock += seconds * 1000);

beforeEach(async () => {
  clock = Date.parse('2025-11-07T01:00:00Z');
  platform = await staged({ now: () => new Date(clock) });
  platform.settings.requests['list']!.query['per_page'] = 2;
});
afterEach(() => platform.simulator.close());

const file = (isi = HANDED_DOWN.isi): Promise<string> => platform.simulator.play('turunkan', null, { isi });
const answer = (tiket: string, isi: string): Promise<string> => platform.simulator.play('jawaban', tiket, { isi });
const poll = (cursor: string | null): Promise<Page> => platform.connection.poll!(cursor);
const tickets = ({ payloads }: Page): string[] => payloads.map((each) => (each as { tiket: string }).tiket);
const detailsAsked = (): number => platform.sent.filter(({ url }) => /aduan\/LG/.test(url)).length;

async function round(cursor: string | null): Promise<{ events: ComplaintEvent[]; tickets: string[]; cursor: string }> {
  const heard = { events: [] as ComplaintEvent[], tickets: [] as string[], cursor: cursor ?? '' };
  for (let page: Page | null = null; !page || page.more; heard.cursor = page.cursor) {
    page = await poll(page?.cursor ?? cursor);
    heard.tickets.push(...tickets(page));
    for (const payload of page.payloads) {
      const body = Buffer.from(JSON.stringify(payload));
      heard.events.push(...(await platform.connection.parse({ kind: 'poll', headers: {}, body })).events);
    }
  }
  return heard;
}

test('a case that changes while the pages are read is found in the next round, and none is missed in this one', async () => {
  const made: string[] = [];
  for (let count = 0; count < 5; count++, later(10)) made.push(await file());
  const first = await poll(null);
  expect(first.more).toBe(true);
  await answer(made[0]!, 'Masih padam.');
  later(10);
  const rest = await round(first.cursor);
  expect(new Set([...tickets(first), ...rest.tickets])).toEqual(new Set(made.slice(1)));

  const next = await round(rest.cursor);
  // The newest of the first round might have changed once more in its second.
  expect(next.tickets).toEqual([made[0], made[4]]);
  expect(next.events.map((event) => ('text' in event ? event.text : ''))).toContain('Masih padam.');
});

test('follow-ups that the list leaves out are read with the case, twice at the most for each change', async () => {
  const tiket = await file();
  await answer(tiket, 'Satu.');
  later(10);
  const first = await round(null);
  expect(first.events.map(({ type }) => type)).toEqual(['opened', 'followed_up', 'status_changed']);
  later(10);
  const second = await round(first.cursor);
  expect(second.tickets).toEqual([tiket]);
  const asked = detailsAsked();
  expect((await round(second.cursor)).tickets).toEqual([]);
  expect(detailsAsked()).toBe(asked);
});

test('a change of this very second is read again: another one in it would look the same', async () => {
  const tiket = await file();
  const first = await round(null);
  await answer(tiket, 'Dalam detik yang sama.');
  later(10);
  const second = await round(first.cursor);
  expect(second.events.map(({ type }) => type)).toContain('followed_up');
  expect((await round(second.cursor)).tickets).toEqual([]);
});

test('a budget that ends in the middle of a page loses nothing and does not begin the page again', async () => {
  const made = [await file(), (later(10), await file())];
  later(10);
  await platform.connection.ping();
  platform.simulator.faults.on = ({ path }) => path.endsWith(made[0]!);
  platform.simulator.faults.throttle = 1;
  const partial = await poll(null);
  expect({ tickets: tickets(partial), more: partial.more }).toEqual({ tickets: [made[1]], more: true });
  expect((await round(partial.cursor)).tickets).toEqual([made[0]]);
});

test('days of outage are caught up from the old cursor', async () => {
  const { cursor } = await round(null);
  const made: string[] = [];
  for (let count = 0; count < 7; count++, later(9 * 3600)) made.push(await file());
  expect(new Set((await round(cursor)).tickets)).toEqual(new Set(made));
});

test('one wrong date in the future hides nothing that comes until then', async () => {
  const tiket = await file();
  platform.simulator.aduan.get(tiket)!.updated_at = '2099-01-01T00:00:00+07:00';
  later(10);
  const { cursor } = await round(null);
  later(300);
  const second = await file();
  expect((await round(cursor)).tickets).toContain(second);
});

test('a cursor that is none of ours reads the recent past again', async () => {
  const tiket = await file();
  later(10);
  for (const cursor of ['', '42', '{"page":3}', '{"since":"kemarin","page":1}', '[']) {
    expect((await round(cursor)).tickets).toEqual([tiket]);
  }
});

test('what can not be read in a list goes on to where a person sees it, once', async () => {
  const tiket = await file();
  Object.assign(platform.simulator.aduan.get(tiket)!, { tiket: null });
  later(10);
  const first = await round(null).catch((error: unknown) => error);
  expect(first).toMatchObject({ failure: 'malformed' });
  const page = await poll(null);
  expect(page.payloads).toHaveLength(1);
  expect((await poll(page.cursor)).payloads).toEqual([]);
});
