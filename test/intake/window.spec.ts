import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { Person } from '#complaint';
import { retryAll, retryDelivery } from '#sync';
import { complains, fromHome, Rig, says, somebody } from './rig.ts';

let rig: Rig;
let warga: Person;
let number: string;
beforeAll(async () => {
  rig = await Rig.start();
});
afterAll(() => rig.stop());
beforeEach(async () => {
  warga = somebody();
  number = await complains(rig, warga);
});

describe('a closed window that no template gets through', () => {
  const DAY_MS = 86_400_000;
  afterEach(() => {
    rig.channel.isClosed = () => false;
    rig.channel.answersPrivately = false;
  });
  const closeAfterADay = () => {
    rig.channel.isClosed = ({ lastInboundAt, outsideWindow }) =>
      outsideWindow || rig.now - Date.parse(lastInboundAt ?? '') > DAY_MS;
    rig.now += 2 * DAY_MS;
  };
  const progress = () => fromHome(rig, number, { type: 'status_changed', label: 'diproses', status: 'in_progress' });
  const lastOfLane = async () => {
    const { rows } = await rig.pool.query<{ id: string; state: string; reason: string; again: string | null }>(
      `select id, state, reason, body ->> 'again' as again from outbox
       where kind = 'said' and complaint_id = (select id from complaint where number = $1) order by seq desc limit 1`,
      [number],
    );
    return rows[0];
  };

  test('ends what was to be said with its reason, until they write: then it is said, before what answers them', async () => {
    closeAfterADay();
    const said = rig.channel.said.length;
    await progress();
    expect(await lastOfLane()).toMatchObject({ state: 'skipped', reason: expect.stringContaining('menulis lagi') });
    await rig.tell(says(rig, warga, 'STATUS'));
    expect(rig.channel.said.slice(said).map(({ text }) => text)).toEqual([
      expect.stringContaining(`Kabar aduan ${number}: Diproses`),
      expect.stringContaining(`Aduan ${number}: Diproses`),
    ]);
    expect(await lastOfLane()).toMatchObject({ state: 'done' });
  });

  test('is open again for who writes just then', async () => {
    closeAfterADay();
    rig.channel.during = () => rig.tell(says(rig, warga, 'bagaimana kabarnya'));
    await progress();
    expect(rig.channel.last.text).toContain(`Kabar aduan ${number}: Diproses`);
    expect(await lastOfLane()).toMatchObject({ state: 'done' });
  });

  test('tells news of months ago to nobody', async () => {
    closeAfterADay();
    const said = rig.channel.said.length;
    await progress();
    await rig.pool.query(`update outbox set done_at = now() - interval '31 days' where state = 'skipped'`);
    await rig.tell(says(rig, warga, 'bagaimana kabarnya'));
    expect(rig.channel.said.length).toBe(said);
  });

  test('below a comment holds up nothing that all may read, and the private word follows their next', async () => {
    rig.channel.answersPrivately = true;
    rig.channel.isClosed = ({ visibility }) => visibility === 'private';
    const conversation = { kind: 'comment', id: 'utas-tertutup' } as const;
    const rina = somebody();
    await rig.tell(says(rig, rina, 'lampu desa mati', { conversation }));
    await rig.quiet();
    number = (await rig.complaints()).at(-1)?.number ?? '';
    const said = rig.channel.said.length;
    await fromHome(rig, number, {
      type: 'replied',
      author: { role: 'office' },
      text: 'Besok diganti',
      public: true,
      attachments: [],
    });
    expect(rig.channel.last.text).toContain(`Ada tanggapan untuk aduan ${number}`);
    rig.channel.isClosed = () => false;
    await rig.tell(says(rig, rina, 'masih mati', { conversation }));
    expect(rig.channel.said.slice(said).map(({ visibility }) => visibility)).toEqual(['public', 'private']);
    expect(rig.channel.last.text).toContain(`nomor ${number}`);
  });

  test.each([
    ['one by one', () => lastOfLane().then((last) => retryDelivery(rig.hub, last?.id ?? '', 'admin'))],
    ['all together', () => retryAll(rig.hub, { kind: 'delivery', limit: 100 }, 'admin')],
  ])('is tried as if for the first time where a person tries again, %s', async (_name, retry) => {
    const failure = { code: '131047', why: 'window', message: 'Jendela 24 jam sudah tertutup' } as const;
    await progress();
    for (let times = 0; times < 2; times += 1) {
      const id = `kata-${rig.channel.last.deliveryId}`;
      await rig.tell({ type: 'receipt', id, at: rig.at(), state: 'failed', messageIds: [id], failure });
    }
    expect(await lastOfLane()).toMatchObject({ state: 'parked', again: 'window' });
    await retry();
    await rig.settle();
    expect(rig.channel.last).toMatchObject({ outsideWindow: false });
    expect(await lastOfLane()).toMatchObject({ state: 'done' });
  });
});
