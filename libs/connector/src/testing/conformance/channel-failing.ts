import type { OutgoingSaid } from '../../contract.ts';
import type { ChannelSimulator } from '../channel.ts';
import { answerTo, type ChannelSuite, say, spoken, until } from './channel-stage.ts';
import { discreet } from './failing.ts';
import { failureOf, need, type Stage } from './stage.ts';

export function channelFailing<T extends ChannelSimulator>({ options, can, stage, check }: ChannelSuite<T>): void {
  const some = options.direct ?? options.comment;
  const ready = async (
    changed?: Parameters<typeof stage>[0],
    played = some,
  ): Promise<{ staged: Stage<T>; said: OutgoingSaid }> => {
    const staged = await stage(changed);
    await staged.connection.ping();
    const { message } = await spoken(staged, need(played));
    staged.simulator.faults.on = ({ method }) => method === 'POST';
    return { staged, said: answerTo(message) };
  };
  const table: [string, (simulator: ChannelSimulator) => void, object][] = [
    [
      '429 is throttled, with the time to come back',
      ({ faults }) => (faults.throttle = 1),
      { failure: 'throttled', uncertain: false, retryAt: expect.any(Date) },
    ],
    [
      '500 is unavailable, and what was said uncertain',
      ({ faults }) => (faults.error500 = 1),
      { failure: 'unavailable', uncertain: true },
    ],
    [
      'HTML instead of JSON is no success',
      ({ faults }) => (faults.html = 1),
      { failure: 'unavailable', uncertain: true },
    ],
    [
      'a torn connection is unavailable, and what was said uncertain',
      ({ faults }) => (faults.reset = 1),
      { failure: 'unavailable', uncertain: true },
    ],
  ];

  describe('fails in words that the engine understands', () => {
    for (const [name, fault, expected] of table) {
      check(some, name, async () => {
        const { staged, said } = await ready();
        fault(staged.simulator);
        const error = await failureOf(say(staged, said));
        expect(error).toMatchObject(expected);
        discreet(error, staged);
      });
    }

    check(some, 'a platform that does not answer is given up in time', async () => {
      const { staged, said } = await ready({ timeout: '300ms' });
      staged.simulator.faults.slow = 5000;
      expect(await failureOf(say(staged, said))).toMatchObject({ failure: 'unavailable', uncertain: true });
    });

    test('a platform that is not there is unavailable', async () => {
      const staged = await stage();
      await staged.simulator.close();
      expect(await failureOf(staged.connection.ping())).toMatchObject({ failure: 'unavailable', uncertain: false });
    });

    test('wrong credentials are unauthorized', async () => {
      const staged = await stage({ env: options.wrongEnv });
      const error = await failureOf(staged.connection.ping());
      expect(error.failure).toBe('unauthorized');
      discreet(error, staged);
    });

    const settle = can.push.said?.settle;
    check(
      some && settle === 'hear',
      'what was said and not answered is known by the mark that its receipt hands back',
      async () => {
        const { staged, said } = await ready();
        staged.simulator.faults.commitThenReset = 1;
        expect(await failureOf(say(staged, said))).toMatchObject({ uncertain: true });
        expect(staged.simulator.writes).toHaveLength(1);
        const event = await until(staged, (each) => 'own' in each && each.own === said.deliveryId);
        expect(['receipt', 'message']).toContain(event.type);
      },
    );

    check(
      options.comment && typeof settle === 'function',
      'what was said and not answered is found, and what was not is not',
      async () => {
        if (typeof settle !== 'function') return;
        const { staged, said } = await ready(undefined, options.comment);
        const to = { externalId: said.conversation.id, label: null, since: null, isKnown: () => false };
        const look = need(staged.connection.push.said).settle as typeof settle;
        expect(await look(said, to)).toBeNull();
        staged.simulator.faults.commitThenReset = 1;
        expect(await failureOf(say(staged, said))).toMatchObject({ uncertain: true });
        expect(await look(said, to)).toMatchObject({ eventIds: [expect.any(String)] });
        expect(staged.simulator.writes).toHaveLength(1);
      },
    );
  });
}
