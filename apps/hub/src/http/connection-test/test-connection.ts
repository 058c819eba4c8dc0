import { type Connection, ConnectorError, type Failure, ProfileError } from '#connector';
import { audit } from '#store';
import { type Actor, type Instance, newTraceId } from '#sync';
import type { Runtime } from '../../runtime.ts';
import { nameStep, tlsStep } from './address.ts';
import { clockStep } from './clock.ts';
import type { ConnectionTest, TestStep } from './connection-test.dto.ts';
import { rateStep, writeStep } from './rights.ts';
import { webhookStep } from './round-trip.ts';
import { CURES, failed, ok, type Outcome, sentenceOf, skipped, type StepName, STEPS } from './step.ts';

/**
 * Tries a connection step by step, reading only. A platform's refusal is a result, not an error of ours.
 *
 * What can't be tried because an earlier step failed is skipped, so that the first failure is the one to mend.
 */
export async function testConnection(runtime: Runtime, instance: Instance, actor: Actor): Promise<ConnectionTest> {
  const { hub } = runtime;
  const { name, connection } = instance;
  const url = await addressOf(runtime, name);
  const steps: TestStep[] = [];
  let blocked: StepName | null = null;
  const take = async (step: StepName, act: () => Promise<Outcome>, needsPlatform = true): Promise<void> => {
    const since = performance.now();
    const waitsFor = needsPlatform ? blocked : null;
    const outcome = waitsFor ? skipped('waits_for', { step: STEPS[waitsFor] }) : await act();
    steps.push({ ...shown(step, outcome, Math.round(performance.now() - since)), waits_for: waitsFor });
    if (outcome.result === 'failed' && needsPlatform) blocked ??= step;
  };

  if (url) {
    await take('name', () => nameStep(url));
    await take('tls', () => tlsStep(url));
  }
  const pinged = blocked === null ? await ping(connection) : null;
  await take('authentication', async () => pinged?.authentication ?? skipped('not_known_yet'));
  await take('read', async () => pinged?.read ?? skipped('not_known_yet'));
  await take('write', () => writeStep(hub.pool, name, connection), false);
  await take('webhook', () => webhookStep(hub.pool, name, hub.publicUrl, connection), false);
  if (url) await take('clock', () => clockStep(url, instance));
  await take('rate', () => rateStep(hub.pool, name, instance.ratePerMinute ?? 1), false);

  const first = steps.find(({ result }) => result === 'failed');
  const message = first?.message ?? (pinged ? sentenceOf(pinged.read) : '');
  const ms = steps.reduce((sum, step) => sum + step.ms, 0) + (pinged?.ms ?? 0);
  const outcome = first ? 'test_failed' : 'test_ok';
  const row = { hop: 'person', actor, instance: name, detail: message, durationMs: ms, traceId: newTraceId() } as const;
  await audit(hub.pool, [{ ...row, outcome }]);
  return { ok: !first, ...(pinged?.failure && { failure: pinged.failure }), message, ms, steps };
}

const shown = (step: StepName, { result, found, values, cure }: Outcome, ms: number): Omit<TestStep, 'waits_for'> => ({
  step,
  title: STEPS[step],
  result,
  message: sentenceOf({ found, values }),
  found,
  values,
  cure: cure && CURES[cure],
  cure_code: cure,
  ms,
});

/** Where the platform is by the profile that is live; `null` where that can't be said. */
async function addressOf({ live }: Runtime, name: string): Promise<URL | null> {
  try {
    return new URL((await live.draft(name)).settings.base_url);
  } catch (error) {
    if (error instanceof ProfileError) return null;
    throw error;
  }
}

interface Pinged {
  authentication: Outcome;
  read: Outcome;
  failure: Failure | null;
  ms: number;
}

/** Reads something harmless with the credentials: one request tells of both. */
async function ping(connection: Connection): Promise<Pinged> {
  const since = performance.now();
  const ms = () => Math.round(performance.now() - since);
  try {
    const message = await connection.ping();
    return { authentication: ok('accepted'), read: ok('platform_said', { said: message }), failure: null, ms: ms() };
  } catch (error) {
    if (!(error instanceof ConnectorError)) throw error;
    const { failure, message } = error;
    const fault = failed('platform_said', failure, { said: message });
    if (failure === 'unauthorized') return { authentication: fault, read: skipped('not_known_yet'), failure, ms: ms() };
    const unknown = skipped('not_known_yet');
    return { authentication: unknown, read: fault, failure, ms: ms() };
  }
}
