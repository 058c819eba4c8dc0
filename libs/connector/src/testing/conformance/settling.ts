import { setTimeout as wait } from 'node:timers/promises';
import type { Outgoing, Push, Target } from '../../contract.ts';
import type { Suite } from './index.ts';
import { followedUp, opened, replied } from './samples.ts';
import { aCase, failureOf, hear, need, settled, type Stage, target } from './stage.ts';

const SAMPLES: [string, 'opened' | 'replied' | 'followed_up', () => Outgoing][] = [
  ['a complaint', 'opened', opened],
  ['a reply', 'replied', () => replied('Tim rekaan sudah menjadwalkan perbaikan pekan depan.')],
  ['a follow-up', 'followed_up', () => followedUp('Sampai hari ini belum ada petugas yang datang.')],
];

/** A send whose end nobody heard has one effect, whatever really happened. */
export function settling({ options, can, stage, check }: Suite): void {
  describe('sends once', () => {
    for (const [what, kind, make] of SAMPLES) {
      const settle = can.push[kind]?.settle;

      check(settle === 'repeat', `${what} sent twice has one effect and one receipt`, async () => {
        const { staged, push, to, writes } = await ready(kind);
        const outgoing = make();
        const first = await push.send(outgoing, to);
        expect(await push.send(outgoing, to)).toMatchObject({ externalId: first.externalId });
        expect(writes(staged)).toBe(1);
      });

      check(settle && settle !== 'ask', `${what} whose answer was lost is settled without a second one`, async () => {
        const { staged, push, to, writes } = await ready(kind);
        const outgoing = make();
        staged.simulator.faults.commitThenReset = 1;
        expect(await failureOf(push.send(outgoing, to))).toMatchObject({ failure: 'unavailable', uncertain: true });
        expect(writes(staged)).toBe(1);
        const receipt = await settled(push, outgoing, to);
        expect(receipt.externalId).toBe(kind === 'opened' ? staged.simulator.cases()[0]?.id : to.externalId);
        expect(writes(staged)).toBe(1);
      });

      check(settle && settle !== 'ask', `${what} that did not arrive is settled by one`, async () => {
        const { staged, push, to, writes } = await ready(kind);
        const outgoing = make();
        staged.simulator.faults.reset = 1;
        expect(await failureOf(push.send(outgoing, to))).toMatchObject({ failure: 'unavailable', uncertain: true });
        expect(writes(staged)).toBe(0);
        await settled(push, outgoing, to);
        expect(writes(staged)).toBe(1);
      });

      check(typeof settle === 'function', `${what} like another one is not taken for it`, async () => {
        const { staged, push, to, writes } = await ready(kind);
        await push.send(make(), to);
        const known = (await hear(staged, to.since)).events.map(({ id }) => id);
        const second = make();
        staged.simulator.faults.reset = 1;
        await failureOf(push.send(second, to));
        await settled(push, second, target(to.externalId, to.since, known));
        expect(writes(staged)).toBe(2);
      });
    }
  });

  async function ready(kind: 'opened' | 'replied' | 'followed_up') {
    const staged = await stage();
    const externalId = kind === 'opened' ? '' : await aCase(staged, options, opened, true);
    // So that a token is at hand, and the faults meet the write alone.
    await staged.connection.ping();
    const { events, cursor } = await hear(staged);
    await wait(5);
    const before = staged.simulator.writes.length;
    const to: Target = target(
      externalId,
      cursor,
      events.map(({ id }) => id),
    );
    const push = need(staged.connection.push[kind]) as Push<Outgoing>;
    return { staged, push, to, writes: ({ simulator }: Stage) => simulator.writes.length - before };
  }
}
