import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { Person } from '#complaint';
import { ConnectorError, type OutgoingSaid } from '#connector';
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

const answer = (text: string) =>
  fromHome(rig, number, { type: 'replied', author: { role: 'office' }, text, public: true, attachments: [] });
const lastState = async () => {
  const { rows } = await rig.pool.query<{ state: string }>('select state from outbox where id = $1', [
    rig.channel.last.deliveryId,
  ]);
  return rows[0]?.state;
};
const lost = new ConnectorError('unavailable', 'Tidak menjawab', { uncertain: true });

describe('an answer that is slow', () => {
  afterEach(() => {
    rig.channel.settle = 'hear';
  });
  /** What the offices are told to have been said on the channel itself. */
  const byHand = async () => {
    const { rows } = await rig.pool.query<{ text: string }>(
      `select body ->> 'text' as text from event join complaint on complaint.id = complaint_id
       where number = $1 and type = 'replied' and instance = 'kanal'`,
      [number],
    );
    return rows.map(({ text }) => text);
  };
  /** Each receipt wakes whatever waits, so that a minute's worth of looks may take a moment. */
  const lookOften = async () => {
    for (let times = 0; times < 12; times += 1) {
      await rig.pool.query(`update inbox set run_at = now() where state = 'waiting'`);
      await rig.settle();
    }
  };
  const meanwhile = async (
    text: (said: OutgoingSaid) => string,
    id = (said: OutgoingSaid) => `kata-${said.deliveryId}`,
  ) => {
    rig.channel.during = async (said) => {
      await rig.tell(says(rig, warga, text(said), { byUs: 'unclear', id: id(said) }));
      await lookOften();
    };
    await answer('Sedang disurvei');
    await lookOften();
  };

  test('is known by its words where its echo comes first', async () => {
    const said = rig.channel.said.length;
    let known = '';
    rig.channel.during = async ({ deliveryId, text }) => {
      await rig.tell(says(rig, warga, text, { byUs: 'unclear', id: `kata-${deliveryId}` }));
      known = await rig.stateOf(deliveryId);
    };
    await answer('Sedang disurvei');
    expect(known).toBe('sent');
    expect(await lastState()).toBe('done');
    expect(await byHand()).toEqual([]);
    expect(rig.channel.said.length).toBe(said + 1);
  });

  test('and lost in the end was said all the same, as its echo told', async () => {
    rig.channel.fault = { error: lost, lost: true };
    await meanwhile(({ text }) => text);
    const said = rig.channel.said.length;
    await rig.pool.query(`update outbox set run_at = now() where state = 'waiting'`);
    await rig.settle();
    expect(await lastState()).toBe('done');
    expect(rig.channel.said.length).toBe(said);
    expect(await byHand()).toEqual([]);
  });

  test('is waited for by an echo without words, however often that is looked at', async () => {
    await meanwhile(() => '');
    expect(await byHand()).toEqual([]);
  });

  test('holds back what an officer writes meanwhile, and loses nothing of it', async () => {
    await meanwhile(
      () => 'Sudah kami tambal',
      () => `tangan-${number}`,
    );
    expect(await byHand()).toEqual(['Sudah kami tambal']);
  });

  test('is not said again where it was held to be an officer’s after all', async () => {
    rig.channel.settle = async (_said, to) =>
      to.isKnown(`balasan-${number}`) ? null : { externalId: '-', eventIds: [`balasan-${number}`] };
    rig.channel.fault = { error: lost, lost: true };
    await answer('Sedang disurvei');
    const said = rig.channel.said.length;
    await rig.tell(says(rig, warga, '', { byUs: 'unclear', id: `balasan-${number}` }));
    await rig.pool.query(
      `update inbox set received_at = now() - interval '1 minute', attempts = 12, run_at = now() where state = 'waiting'`,
    );
    await rig.settle();
    expect(await byHand()).toHaveLength(1);
    await rig.pool.query(
      `update outbox set tried_at = now() - interval '1 minute', run_at = now() where state = 'waiting'`,
    );
    await rig.settle();
    expect(await lastState()).toBe('done');
    expect(rig.channel.said.length).toBe(said);
  });
});
