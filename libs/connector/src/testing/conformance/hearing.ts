import type { ComplaintEvent } from '#complaint';
import type { Outgoing } from '../../contract.ts';
import { ConnectorError } from '../../errors.ts';
import type { Suite } from './index.ts';
import { followedUp, opened, replied } from './samples.ts';
import { send } from './saying.ts';
import { aCase, fetchCase, hear, need, type Stage, verify } from './stage.ts';

const REPLY = 'Balasan rekaan nomor satu untuk aduan ini.';
const FOLLOW_UP = 'Susulan rekaan dari warga untuk aduan ini.';
type Speech = [
  kind: 'opened' | 'replied' | 'followed_up',
  make: () => Outgoing,
  isEcho: (event: ComplaintEvent) => boolean,
];

const SPEECH: Speech[] = [
  ['opened', opened, ({ type }) => type === 'opened'],
  ['replied', () => replied(REPLY), (event) => 'text' in event && event.text.includes(REPLY)],
  ['followed_up', () => followedUp(FOLLOW_UP), (event) => 'text' in event && event.text.includes(FOLLOW_UP)],
];

export function hearing({ options, can, stage, check }: Suite): void {
  describe('hears the platform', () => {
    for (const [kind, make, isEcho] of SPEECH) {
      check(can.push[kind], `${kind}: our own write is known again when the platform tells of it`, async () => {
        const staged = await stage();
        const id = kind === 'opened' ? '' : await aCase(staged, options, opened, true);
        const outgoing = make();
        const { externalId, eventIds = [] } = await send(staged, outgoing, id);
        const { events } = await hear(staged);
        expect(events.map((event) => event.id)).toEqual(expect.arrayContaining(eventIds));
        // A list of changes need not tell of the beginning; the case does.
        const told = [...events, ...(await wholeCase(staged, externalId))];
        const echoes = told.filter((event) => event.externalId === externalId && isEcho(event));
        expect(echoes).not.toEqual([]);
        for (const { id: eventId, own } of echoes) {
          expect(eventIds.includes(eventId) || own === true || own === outgoing.deliveryId).toBe(true);
        }
      });
    }

    check(can.push.replied, 'replies are told in the order in which they were given', async () => {
      const staged = await stage();
      const id = await aCase(staged, options, opened, true);
      const texts = ['Balasan pertama dari tiga.', 'Balasan kedua dari tiga.', 'Balasan ketiga dari tiga.'];
      for (const text of texts) await send(staged, replied(text), id);
      // Webhooks have no order; the list does.
      staged.webhooks.length = 0;
      const { events } = await hear({ ...staged, webhooks: [] });
      const told = events.flatMap((event) =>
        event.type === 'replied' ? texts.filter((text) => event.text.includes(text)) : [],
      );
      expect([...new Set(told)]).toEqual(texts);
    });

    check('poll' in can, 'asked again from its own cursor it brings nothing new', async () => {
      const staged = await stage();
      await aCase(staged, options, opened);
      const first = await hear({ ...staged, webhooks: [] });
      const again = await hear({ ...staged, webhooks: [] }, first.cursor);
      expect(first.events).not.toEqual([]);
      expect(ids(first.events)).toEqual(expect.arrayContaining(ids(again.events)));
    });

    check('poll' in can, 'a change after the cursor is brought', async () => {
      const staged = await stage();
      const id = await aCase(staged, options, opened);
      const before = await hear({ ...staged, webhooks: [] });
      await staged.simulator.play(options.change.play, id, options.change.input);
      const after = await hear({ ...staged, webhooks: [] }, before.cursor);
      const news = after.events.filter((event) => !ids(before.events).includes(event.id));
      expect(news.map(({ externalId }) => externalId)).toContain(id);
    });

    check('poll' in can, 'no case is missed where there are more than one', async () => {
      const staged = await stage();
      const made: string[] = [];
      for (let count = 0; count < 4; count++) {
        made.push(await aCase(staged, options, opened));
        await staged.simulator.play(options.change.play, made[count] ?? '', options.change.input);
      }
      const { events } = await hear({ ...staged, webhooks: [] });
      expect(events.map(({ externalId }) => externalId)).toEqual(expect.arrayContaining(made));
    });

    check('fetch' in can, 'a case read whole tells how it began, and the same whenever it is read', async () => {
      const staged = await stage();
      const id = await aCase(staged, options, opened);
      await staged.simulator.play(options.change.play, id, options.change.input);
      const events = await wholeCase(staged, id);
      expect(events.find(({ type }) => type === 'opened')?.externalId).toBe(id);
      expect(new Set(ids(events)).size).toBe(events.length);
      expect(ids(await wholeCase(staged, id))).toEqual(ids(events));
    });

    check('fetch' in can, 'a case that is not there is null', async () => {
      const staged = await stage();
      const like = await aCase(staged, options, opened);
      expect(await fetchCase(staged.connection, like.replace(/\d/g, '9'))).toBeNull();
    });
  });

  describe('takes webhooks', () => {
    check('verify' in can, 'what the platform signed is taken, with the same number on a retry', async () => {
      const { requests, connection } = await withWebhooks(stage, options, true);
      const numbers = requests.map((request) => verify(connection, request).deliveryId);
      expect(numbers.length).toBeGreaterThan(new Set(numbers).size);
    });

    check('verify' in can, 'what it sends can be read', async () => {
      const { requests, connection } = await withWebhooks(stage, options);
      for (const { headers, body } of requests) {
        const { events, problems } = await connection.parse({ kind: 'webhook', headers, body });
        expect(events).not.toEqual([]);
        expect(problems).toEqual([]);
      }
    });

    check('verify' in can, 'a changed body, a lost signature and a wrong secret are refused', async () => {
      const { requests, connection } = await withWebhooks(stage, options);
      const { headers, body } = need(requests[0]);
      const bare = Object.fromEntries(Object.entries(headers).filter(([name]) => !/sign/i.test(name)));
      const wrong = Object.fromEntries(
        Object.entries(headers).map(([name, value]) => [name, /sign/i.test(name) ? flipped(value ?? '') : value]),
      );
      const changed = Buffer.concat([body, Buffer.from(' ')]);
      for (const request of [
        { headers, body: changed },
        { headers: bare, body },
        { headers: wrong, body },
        { headers: {}, body },
      ]) {
        expect(() => verify(connection, request)).toThrow(ConnectorError);
        expect(() => verify(connection, request)).toThrow(expect.objectContaining({ failure: 'unauthorized' }));
      }
    });

    check('verify' in can, 'the list and the webhook give one fact one number', async () => {
      const { requests, connection, staged, changed } = await withWebhooks(stage, options);
      const told: ComplaintEvent[] = [];
      for (const { headers, body } of requests)
        told.push(...(await connection.parse({ kind: 'webhook', headers, body })).events);
      const listed = await hear({ ...staged, webhooks: [] });
      const facts = told.filter(
        ({ type, externalId }) => externalId === changed && (type === 'opened' || type === 'replied'),
      );
      expect(facts).not.toEqual([]);
      expect(ids(listed.events)).toEqual(expect.arrayContaining(ids(facts)));
    });
  });
}

async function wholeCase({ connection }: Stage, externalId: string): Promise<ComplaintEvent[]> {
  if (!('fetch' in connection)) return [];
  const body = Buffer.from(JSON.stringify(await fetchCase(connection, externalId)));
  return (await connection.parse({ kind: 'case', headers: {}, body })).events;
}

const ids = (events: readonly ComplaintEvent[]) => events.map(({ id }) => id);

/** The same length and alphabet, another value. */
const flipped = (signature: string) =>
  signature.replace(/[0-9A-Za-z](?==*$)/, (last) => (last === 'a' ? 'b' : 'a')).replace(/([=,])./, '$1A');

async function withWebhooks(stage: () => Promise<Stage>, options: Parameters<typeof aCase>[1], twice = false) {
  const staged = await stage();
  if (twice) staged.simulator.faults.webhook.duplicate = 1;
  const changed = await aCase(staged, options, opened);
  await staged.simulator.play(options.change.play, changed, options.change.input);
  await hear({ ...staged, webhooks: [] });
  return { staged, changed, connection: staged.connection, requests: staged.webhooks };
}
