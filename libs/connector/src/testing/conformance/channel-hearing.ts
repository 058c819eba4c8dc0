import { ConnectorError } from '../../errors.ts';
import type { ChannelSimulator } from '../channel.ts';
import { arrivals, type ChannelSuite, heard, readUnits, spoken, takeApart } from './channel-stage.ts';
import { need, poll, type Stage, verify } from './stage.ts';

export function channelHearing<T extends ChannelSimulator>(suite: ChannelSuite<T>): void {
  const { options, can, stage, check } = suite;
  const kinds = [
    ['direct', options.direct],
    ['comment', options.comment],
  ] as const;

  describe('hears the platform', () => {
    for (const [kind, played] of kinds) {
      check(played, `${kind}: what a person says arrives once, with who, where, when and what`, async () => {
        const staged = await stage();
        const { message } = await spoken(staged, need(played));
        expect(message.conversation.kind).toBe(kind);
        expect(message.person?.ids.length).toBeGreaterThan(0);
        expect(message.text).toContain(need(played).input['isi']);
        expect(Math.abs(Date.parse(message.at) - Date.now())).toBeLessThan(60_000);
        const told = (await heard(staged)).filter((event) => event.type === 'message');
        expect(new Set(told.map(({ id }) => id)).size).toBe(told.length);
      });
    }

    const some = options.direct ?? options.comment;
    check(some, 'the same told again, and in another order, has the same keys', async () => {
      const staged = await stage();
      staged.simulator.faults.webhook.duplicate = 1;
      await spoken(staged, need(some));
      await arrivals(staged, 2);
      const keys = (requests: Stage['webhooks']) =>
        takeApart(staged.connection, requests).then((units) => [...units.keys()]);
      expect(staged.webhooks.length).toBeGreaterThan(1);
      expect((await keys(staged.webhooks)).toSorted()).toEqual((await keys(staged.webhooks.toReversed())).toSorted());
      expect((await keys(staged.webhooks)).length).toBeLessThan(staged.webhooks.length);
    });

    check(
      'poll' in can && options.comment,
      'a poll and a webhook give one comment one key, and say the same',
      async () => {
        const staged = await stage();
        const { message } = await spoken(staged, need(options.comment));
        const pushed = [...(await takeApart(staged.connection, staged.webhooks)).values()];
        const page = await poll(staged.connection, null);
        const units = (page.keys ?? []).map((key, at) => ({ key, payload: page.payloads[at] }));
        const same = units.filter(({ key }) => pushed.some((unit) => unit.key === key));
        expect(same).not.toEqual([]);
        const told = (await readUnits(staged.connection, same)).find(({ id }) => id === message.id);
        expect(told).toMatchObject({ id: message.id, text: message.text, person: { ids: message.person?.ids } });
      },
    );

    check('poll' in can && options.comment, 'a comment that no webhook told of is found by polling', async () => {
      const staged = await stage();
      staged.simulator.faults.webhook.drop = 1;
      await staged.simulator.play(need(options.comment).play, null, need(options.comment).input);
      const { texts } = await polled(staged, null);
      expect(texts).toContainEqual(expect.stringContaining(need(options.comment).input['isi'] ?? ''));
    });

    check(
      'poll' in can && options.comment,
      'what was said long before the first poll is left to who answered it then; nothing later is missed',
      async () => {
        const staged = await stage();
        const { play, input } = need(options.comment);
        staged.simulator.faults.webhook.drop = { rate: 1 };
        const comment = async (isi: string, ago: number) => {
          staged.simulator.advance(-ago);
          await staged.simulator.play(play, null, { ...input, isi });
          staged.simulator.advance(ago);
        };
        await comment('sudah lama dijawab petugas', 2 * DAY_MS);
        await comment('baru kemarin', DAY_MS / 2);
        const first = await polled(staged, null);
        expect(first.texts.join()).toContain('baru kemarin');
        await comment('baru saja', 0);
        const next = await polled(staged, first.cursor);
        expect(next.texts.join()).toContain('baru saja');
        expect([...first.texts, ...next.texts].join()).not.toContain('sudah lama');
      },
    );
  });

  describe('takes webhooks', () => {
    const some = options.direct ?? options.comment;
    check(some, 'what the platform signed is taken, with the same number on a retry', async () => {
      const staged = await stage();
      staged.simulator.faults.webhook.duplicate = 1;
      await spoken(staged, need(some));
      await arrivals(staged, 2);
      const numbers = staged.webhooks.map((request) => verify(staged.connection, request).deliveryId);
      expect(numbers.length).toBeGreaterThan(new Set(numbers).size);
    });

    check(some, 'a changed body, a lost signature and a wrong one are refused', async () => {
      const staged = await stage();
      await spoken(staged, need(some));
      const { headers, body } = need(staged.webhooks[0]);
      const without = Object.fromEntries(Object.entries(headers).filter(([name]) => !/sign/i.test(name)));
      const wrong = Object.fromEntries(
        Object.entries(headers).map(([name, value]) => [name, /sign/i.test(name) ? flipped(value ?? '') : value]),
      );
      const again = Buffer.from(JSON.stringify(JSON.parse(body.toString('utf8')), null, 1));
      for (const request of [
        { headers, body: again },
        { headers: without, body },
        { headers: wrong, body },
        { headers: {}, body },
      ]) {
        expect(() => verify(staged.connection, request)).toThrow(ConnectorError);
        expect(() => verify(staged.connection, request)).toThrow(expect.objectContaining({ failure: 'unauthorized' }));
      }
    });
  });
}

const DAY_MS = 86_400_000;

/** Where the next poll goes on, and the words that this one brought. */
async function polled({ connection }: Stage, since: string | null): Promise<{ cursor: string; texts: string[] }> {
  const { payloads, keys, cursor } = await poll(connection, since);
  const units = payloads.map((payload, at) => ({ key: keys?.[at] ?? '', payload }));
  const events = await readUnits(connection, units);
  return { cursor, texts: events.flatMap((event) => ('text' in event ? event.text : [])) };
}

/** The same length and alphabet, another value. */
const flipped = (signature: string) => signature.replace(/[0-9a-f]$/, (last) => (last === 'a' ? 'b' : 'a'));
