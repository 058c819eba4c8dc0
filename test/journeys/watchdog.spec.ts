import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { GraphSimulator } from '#connector/testing';
import { eventually, startWorld, type World } from '../setup/world.ts';

const QUARTER_MS = 16 * 60_000;
const DAY_MS = 86_400_000;
const PATIENCE_MS = 30_000;

let world: World;
beforeAll(async () => {
  world = await startWorld({ HUB_ALERT_EVERY: '200ms' }, undefined, { channels: true });
}, 60_000);
afterAll(() => world.stop());

let passed = 0;
/** Long enough for the channels to be looked at again. */
const passAQuarter = () => {
  passed += QUARTER_MS;
  world.pass(QUARTER_MS);
};
const inDays = (days: number) => new Date(Date.now() + passed + days * DAY_MS);

const channel = (name: string) => world.platform(name).simulator as GraphSimulator;
interface Alert {
  kind: string;
  message: string;
}
const open = async (instance: string): Promise<Alert[]> => {
  const { body } = await world.api<{ data: Alert[] }>(`/alerts?open=true&instance=${instance}`);
  return body.data.map(({ kind, message }) => ({ kind, message }));
};
const told = (instance: string, message: RegExp) =>
  eventually(
    async () =>
      expect(await open(instance)).toEqual([{ kind: 'reading_hampered', message: expect.stringMatching(message) }]),
    PATIENCE_MS,
  );
const allWell = (instance: string) => eventually(async () => expect(await open(instance)).toEqual([]), PATIENCE_MS);
const mendings = async (instance: string): Promise<string[]> => {
  const { rows } = await world.pool.query<{ detail: string }>(
    `select detail from audit where instance = $1 and hop = 'system' and outcome = 'mended'`,
    [instance],
  );
  return rows.map(({ detail }) => detail);
};

/** Each channel has been looked at: what is broken from now on has to be found anew. */
const looked = (instance: string) =>
  eventually(async () => {
    const { rowCount } = await world.pool.query('select from instance where name = $1 and polled_at is not null', [
      instance,
    ]);
    expect(rowCount).toBe(1);
  }, PATIENCE_MS);

describe.each(['whatsapp', 'facebook'])('%s', (name) => {
  test('an application that is not subscribed any more is told in words that say what to do, until it is', async () => {
    await looked(name);
    const fields = channel(name).applicationFields;
    const had = fields.splice(0);
    passAQuarter();
    await told(name, /^Kabar dari .+ terhambat: .*aplikasi belum berlangganan .*messages.*pasang di dasbor aplikasi/);
    fields.push(...had);
    passAQuarter();
    await allWell(name);
  }, 90_000);

  test('a token is told of a week before its end, not earlier, and not once it was renewed', async () => {
    await looked(name);
    channel(name).tokenEnds = inDays(9);
    passAQuarter();
    await world.settled();
    expect(await open(name)).toEqual([]);
    channel(name).tokenEnds = inDays(6);
    passAQuarter();
    await told(name, /token berakhir \d+ \p{L}+ \d{4}; sambungkan akun lagi sebelum itu/u);
    channel(name).tokenEnds = null;
    passAQuarter();
    await allWell(name);
  }, 90_000);
});

test.each(['whatsapp', 'instagram', 'facebook'])(
  '%s: an account that lost its subscription is subscribed again, and what is said afterwards is heard',
  async (name) => {
    await looked(name);
    channel(name).accountFields = [];
    passAQuarter();
    await eventually(async () => expect((await mendings(name)).join()).toContain('langganan akun'), PATIENCE_MS);
    expect(await open(name)).toEqual([]);
    const person = { nama: `Warga ${name}`, nomor: '6289900055501', isi: 'jalan desa Bokol Kemangkon rusak parah' };
    const id = await world.platform(name).play('kirim', null, person);
    await eventually(() => expect(world.platform(name).shown(id).lines.join()).toMatch(/SA-\d{4}-\d{6}/), PATIENCE_MS);
  },
  90_000,
);
