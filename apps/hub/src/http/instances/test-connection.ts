import { ConnectorError } from '#connector';
import { audit } from '#store';
import { type Actor, type Hub, type Instance, newTraceId } from '#sync';
import type { ConnectionTest } from './instance.dto.ts';

/** Reads something harmless with the instance's credentials. A platform's refusal is a result, not an error of ours. */
export async function testConnection(hub: Hub, { name, connection }: Instance, actor: Actor): Promise<ConnectionTest> {
  const since = performance.now();
  const ms = () => Math.round(performance.now() - since);
  const result = await connection.ping().then(
    (message): ConnectionTest => ({ ok: true, message, ms: ms() }),
    (error: unknown): ConnectionTest => {
      if (!(error instanceof ConnectorError)) throw error;
      return { ok: false, failure: error.failure, message: error.message, ms: ms() };
    },
  );
  const { ok, message, ms: durationMs } = result;
  const row = { hop: 'person', actor, instance: name, detail: message, durationMs, traceId: newTraceId() } as const;
  await audit(hub.pool, [{ ...row, outcome: ok ? 'test_ok' : 'test_failed' }]);
  return result;
}
