import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { GraphSimulator } from '#connector/testing';
import { eventually, startWorld, type World } from '../setup/world.ts';

const PERSON = { nama: 'Warga Contoh', nomor: '6281200000142', isi: 'jln depan pasar bobotsari bolong' };

let world: World;
beforeAll(async () => {
  world = await startWorld({}, undefined, { channels: true });
}, 60_000);
afterAll(() => world.stop());

const countOf = async (instance: string, kind: string, state: string): Promise<number> => {
  const { rows } = await world.pool.query<{ n: number }>(
    'select count(*)::int as n from inbox where instance = $1 and kind = $2 and state = $3',
    [instance, kind, state],
  );
  return rows[0]?.n ?? 0;
};
const graph = (name: string) => world.platform(name).simulator as GraphSimulator;
const post = async (name: string, body: object) => {
  const simulator = graph(name);
  const raw = JSON.stringify(body);
  const since = performance.now();
  const response = await fetch(`${world.url}/webhooks/${name}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-hub-signature-256': `sha256=${simulator.sign(raw)}` },
    body: raw,
  });
  return { status: response.status, ms: performance.now() - since };
};

describe('WhatsApp', () => {
  test('takes the address of the hub once it reads back the word', async () => {
    expect(await graph('whatsapp').introduce()).toBe(true);
    expect(await graph('whatsapp').introduce('kata-lain')).toBe(false);
  });

  test('what a citizen says is in the inbox as a unit of its own, and told in the audit without a word of it', async () => {
    await world.platform('whatsapp').play('kirim', null, PERSON);
    await eventually(async () => expect(await countOf('whatsapp', 'unit', 'done')).toBe(1));
    const { rows } = await world.pool.query<{ text: string; type: string }>(
      `select audit::text as text, event_type as type from audit where instance = 'whatsapp' and hop = 'ingest'`,
    );
    expect(rows.map(({ type }) => type)).toContain('message');
    for (const { text } of rows) expect(text).not.toMatch(/bolong|6281200000142|Warga/);
  });

  test('a thousand updates in one POST are answered at once and become a thousand units, however often they come', async () => {
    const heard = async () => {
      const { rows } = await world.pool.query<{ n: number }>(
        `select count(*)::int as n from message where instance = 'whatsapp' and direction = 'in'`,
      );
      return rows[0]?.n ?? 0;
    };
    const before = await heard();
    const messages = Array.from({ length: 1_000 }, (_each, n) => ({
      from: `62812000${n % 7}`,
      from_user_id: `ID.${n % 7}`,
      id: `wamid.banyak-${n}`,
      timestamp: '1795162500',
      type: 'text',
      text: { body: `Pesan rekaan nomor ${n}` },
    }));
    const contacts = Array.from({ length: 7 }, (_each, n) => ({
      profile: { name: `Warga ${n}` },
      wa_id: `62812000${n}`,
    }));
    const value = {
      messaging_product: 'whatsapp',
      metadata: { phone_number_id: '105300000000022' },
      contacts,
      messages,
    };
    const body = { object: 'whatsapp_business_account', entry: [{ id: 'w', changes: [{ field: 'messages', value }] }] };
    const answers = [await post('whatsapp', body)];
    // The answer waits for none of the work.
    expect(await heard()).toBeLessThan(before + 1_000);
    answers.push(await post('whatsapp', body));
    // The same in another batch, as the platform does after a failure of its own.
    const half = { ...value, messages: messages.slice(0, 500) };
    answers.push(
      await post('whatsapp', { ...body, entry: [{ id: 'w', changes: [{ field: 'messages', value: half }] }] }),
    );
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
    // The middle one of three: a disk that other work holds up for a moment says nothing about the hub.
    const [, middle] = answers.map(({ ms }) => ms).toSorted((one, other) => one - other);
    expect(middle).toBeLessThan(500);
    await eventually(async () => expect(await heard()).toBe(before + 1_000), 60_000);
    await world.settled();
    expect(await heard()).toBe(before + 1_000);
  }, 90_000);

  test('a webhook that nobody signed is refused and leaves nothing', async () => {
    const response = await fetch(`${world.url}/webhooks/whatsapp`, { method: 'POST', body: '{"object":"x"}' });
    expect(response.status).toBe(401);
  });
});
