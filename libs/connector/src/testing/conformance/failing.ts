import type { ConnectorError } from '../../errors.ts';
import { secretsOf } from '../../profile/decorators.ts';
import type { Suite } from './index.ts';
import { complaint, opened, SECRET_WORDS } from './samples.ts';
import { failureOf, need, poll, type Stage, target } from './stage.ts';

export function failing({ options, can, stage, revoke, check }: Suite): void {
  const create = ({ connection }: Stage) => need(connection.push.opened).send(opened(), target(''));
  const warm = async (changed?: Parameters<typeof stage>[0]) => {
    const staged = await stage(changed);
    await staged.connection.ping();
    return staged;
  };
  const table: [string, (stage: Stage) => void, object][] = [
    [
      '429 is throttled, with the time to come back',
      ({ simulator }) => (simulator.faults.throttle = 1),
      { failure: 'throttled', uncertain: false, retryAt: expect.any(Date) },
    ],
    [
      '500 is unavailable, and the write uncertain',
      ({ simulator }) => (simulator.faults.error500 = 1),
      { failure: 'unavailable', uncertain: true },
    ],
    [
      'HTML instead of JSON is no success',
      ({ simulator }) => (simulator.faults.html = 1),
      { failure: 'unavailable', uncertain: true },
    ],
    [
      'a torn connection is unavailable, and the write uncertain',
      ({ simulator }) => (simulator.faults.reset = 1),
      { failure: 'unavailable', uncertain: true },
    ],
  ];

  describe('fails in words that the engine understands', () => {
    for (const [name, fault, expected] of table) {
      check(can.push.opened, name, async () => {
        const staged = await warm();
        fault(staged);
        const error = await failureOf(create(staged));
        expect(error).toMatchObject(expected);
        discreet(error, staged);
      });
    }

    check(can.push.opened, 'throttled: the time to come back is ahead, and not beyond an hour', async () => {
      const staged = await warm();
      Object.assign(staged.simulator.faults, { throttle: 1, retryAfter: '99999999' });
      const { retryAt } = await failureOf(create(staged));
      expect(retryAt?.getTime()).toBeGreaterThan(Date.now());
      expect(retryAt?.getTime()).toBeLessThanOrEqual(Date.now() + 3_600_000);
    });

    check(can.push.opened, 'a platform that does not answer is given up in time', async () => {
      const staged = await warm({ timeout: '300ms' });
      staged.simulator.faults.slow = 5000;
      const started = Date.now();
      const error = await failureOf(create(staged));
      expect(error).toMatchObject({ failure: 'unavailable', uncertain: true });
      expect(Date.now() - started).toBeLessThan(3000);
    });

    check('poll' in can, 'a poll that meets HTML brings no page', async () => {
      const staged = await warm();
      staged.simulator.faults.html = 1;
      expect(await failureOf(poll(staged.connection, null))).toMatchObject({
        failure: 'unavailable',
        uncertain: false,
      });
    });

    test('a platform that is not there is unavailable, and nothing was sent', async () => {
      const staged = await stage();
      await staged.simulator.close();
      const attempt = can.push.opened ? create(staged) : staged.connection.ping();
      expect(await failureOf(attempt)).toMatchObject({ failure: 'unavailable', uncertain: false });
    });

    test('wrong credentials are unauthorized', async () => {
      const staged = await stage({ env: options.wrongEnv });
      const error = await failureOf(staged.connection.ping());
      expect(error.failure).toBe('unauthorized');
      discreet(error, staged);
    });

    check(revoke && can.push.opened, 'a token that was revoked is renewed once, and the work goes on', async () => {
      const staged = await warm();
      revoke?.(staged);
      await create(staged);
      expect(staged.simulator.writes).toHaveLength(1);
    });

    check(
      can.push.opened,
      'what the platform refuses is parked with a reason, and nothing of the citizen',
      async () => {
        const staged = await warm();
        const bad = { ...complaint(), text: 'x', location: null };
        const outcome = await need(staged.connection.push.opened)
          .send(opened({ complaint: bad, reference: `SA-${'9'.repeat(300)}` }), target(''))
          .catch((error: unknown) => error as ConnectorError);
        if (!(outcome instanceof Error)) return expect(staged.simulator.writes.length).toBeGreaterThan(0);
        expect(outcome).toMatchObject({ failure: 'rejected', uncertain: false });
        discreet(outcome, staged);
      },
    );
  });
}

/** No secret and no citizen, neither where operators read nor in what is logged. */
export function discreet(error: ConnectorError, { settings, exchanges }: Stage): void {
  const told = `${error.message} ${String(error.cause)} ${JSON.stringify(error.cause ?? '')} ${JSON.stringify(exchanges)}`;
  for (const word of [...SECRET_WORDS, ...secretsOf(settings)]) expect(told).not.toContain(word);
  expect(error.message).toMatch(/^[A-Z]/);
}
