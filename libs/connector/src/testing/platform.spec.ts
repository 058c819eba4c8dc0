import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import type { SimulatedRequest } from './request.ts';
import { type Play, PlatformSimulator, type ShownCase, type SimulatedAnswer } from './platform.ts';
import { RateLimit } from './rate-limit.ts';

/** The smallest platform: whatever is posted is kept, and told to the webhook. */
class Guestbook extends PlatformSimulator {
  readonly name = 'guestbook';
  readonly plays: Play[] = [];
  readonly kept: string[] = [];

  protected override async answer(request: SimulatedRequest): Promise<SimulatedAnswer> {
    if (request.method === 'GET') return { status: 200, body: this.kept };
    const form = await request.multipart();
    const text = form.get('text');
    await this.play('write', null, { text: typeof text === 'string' ? text : '' });
    this.committed('note', String(this.kept.length), null);
    return { status: 201, body: { id: this.kept.length } };
  }

  cases(): ShownCase[] {
    return [];
  }

  async play(_name: string, _caseId: string | null, input: Record<string, string>): Promise<string> {
    this.kept.push(input['text'] ?? '');
    const [caseId] = input['text'] ?? '';
    this.notify({ text: input['text'] }, (raw, id) => ({ 'x-id': id, 'x-length': String(raw.length) }), caseId);
    return String(this.kept.length);
  }
}

const post = (url: string, text: string): Promise<Response> => {
  const body = new FormData();
  body.set('text', text);
  return fetch(url, { method: 'POST', body });
};

describe('a simulated platform', () => {
  let platform: Guestbook;
  let url: string;

  beforeEach(async () => {
    platform = new Guestbook({ seed: 7 });
    url = await platform.listen();
  });
  afterEach(() => platform.close());

  test('answers as its contract says while no fault is on', async () => {
    expect((await post(url, 'jalan rusak')).status).toBe(201);
    expect(await (await fetch(url)).json()).toEqual(['jalan rusak']);
    expect(platform.writes).toMatchObject([{ kind: 'note', caseId: '1', key: null }]);
  });

  test.each([
    ['error500', 500],
    ['throttle', 429],
    ['html', 200],
  ] as const)('%s strikes as often as it was told, and nothing is done meanwhile', async (fault, status) => {
    platform.faults[fault] = 2;
    expect((await post(url, 'satu')).status).toBe(status);
    expect((await post(url, 'dua')).status).toBe(status);
    expect(platform.kept).toEqual([]);
    expect((await post(url, 'tiga')).status).toBe(201);
  });

  test('a reset comes before anything is done, a commit-then-reset after it and on writes alone', async () => {
    platform.faults.reset = 1;
    await expect(post(url, 'hilang')).rejects.toThrow();
    platform.faults.commitThenReset = 1;
    expect((await fetch(url)).status).toBe(200);
    await expect(post(url, 'tersimpan')).rejects.toThrow();
    expect(platform.kept).toEqual(['tersimpan']);
  });

  test('chance is the same for the same seed', async () => {
    const draw = (seed: number): boolean[] => {
      const { faults } = new Guestbook({ seed });
      faults.error500 = { rate: 0.5 };
      return Array.from({ length: 20 }, () => faults.strikes('error500'));
    };
    expect(draw(3)).toEqual(draw(3));
    expect(draw(3)).not.toEqual(draw(4));
    expect(new Set(draw(3)).size).toBe(2);
  });

  test('it keeps its cases while it is away', async () => {
    await post(url, 'sebelum padam');
    await platform.close();
    await expect(fetch(url)).rejects.toThrow();
    await platform.listen(Number(new URL(url).port));
    expect(await (await fetch(url)).json()).toEqual(['sebelum padam']);
  });

  describe('and its webhooks', () => {
    let hub: Server;
    let refusals = 0;
    let slowMs = 0;
    const heard: { id: string; text: string }[] = [];

    beforeEach(async () => {
      heard.length = 0;
      refusals = 0;
      slowMs = 0;
      hub = createServer((request, response) => {
        let raw = '';
        request.on('data', (chunk) => (raw += chunk));
        request.on('end', () => {
          heard.push({ id: String(request.headers['x-id']), text: JSON.parse(raw).text });
          setTimeout(() => response.writeHead(refusals-- > 0 ? 503 : 204).end(), slowMs);
        });
      });
      await new Promise<void>((resolve) => hub.listen(0, '127.0.0.1', resolve));
      platform.setWebhookUrl(`http://127.0.0.1:${(hub.address() as AddressInfo).port}`);
    });
    afterEach(() => hub.close());

    const say = (...texts: string[]): Promise<unknown> =>
      Promise.all(texts.map((text) => platform.play('write', null, { text })));
    const hears = async (count: number): Promise<string[]> => {
      while (heard.length < count) await wait(10);
      await wait(50);
      return heard.map(({ text }) => text);
    };

    test('arrive in order', async () => {
      await say('a', 'b', 'c');
      expect(await hears(3)).toEqual(['a', 'b', 'c']);
    });

    test('of several cases leave at once where the platform does so, those of one case in their order', async () => {
      await platform.close();
      platform = new Guestbook({ webhooksAtOnce: 2 });
      await platform.listen();
      platform.setWebhookUrl(`http://127.0.0.1:${(hub.address() as AddressInfo).port}`);
      slowMs = 100;
      await say('a1', 'a2', 'b1', 'c1');
      expect((await hears(2)).toSorted()).toEqual(['a1', 'b1']);
      expect((await hears(4)).slice(2).toSorted()).toEqual(['a2', 'c1']);
      while (platform.webhooksPending() > 0) await wait(10);
      const [one, other] = platform.webhooksSent;
      expect(new Set([one?.began, other?.began])).toEqual(new Set([1, 2]));
      expect([one?.ended, other?.ended]).not.toContain(2);
    });

    test('are retried under the same delivery id until they are taken', async () => {
      refusals = 2;
      await say('a');
      expect(await hears(3)).toEqual(['a', 'a', 'a']);
      expect(new Set(heard.map(({ id }) => id)).size).toBe(1);
      expect(platform.webhooksSent.map(({ status }) => status)).toEqual([503, 503, 204]);
    });

    test('come twice, out of order or not at all where a switch says so', async () => {
      platform.faults.webhook.duplicate = 1;
      await say('a');
      expect(await hears(2)).toEqual(['a', 'a']);
      platform.faults.webhook.reorder = 1;
      await say('b', 'c');
      expect((await hears(4)).slice(2)).toEqual(['c', 'b']);
      platform.faults.webhook.drop = 1;
      await say('d', 'e');
      expect((await hears(5)).slice(4)).toEqual(['e']);
    });
  });
});

test('a rate limit names the seconds until there is a place again', () => {
  let at = Date.parse('2026-01-05T01:00:00Z');
  const limit = new RateLimit(2, () => new Date(at));
  expect([limit.take(), limit.take(), limit.take()]).toEqual([0, 0, 60]);
  at += 59_500;
  expect(limit.take()).toBe(1);
  at += 500;
  expect(limit.take()).toBe(0);
});
