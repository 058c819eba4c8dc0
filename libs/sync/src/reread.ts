import { ConnectorError, type Exchange } from '#connector';
import type { CaseDelivery } from '#store';
import { buried, conflicted, failed } from './end.ts';
import { keepCase } from './fetch-case.ts';
import { type Hub, instanceOf } from './hub.ts';

/**
 * The case stands otherwise there than our write took it to.
 *
 * What it shows now is taken in like anything else that is heard, so the usual policy decides between the two. Then the
 * delivery is tried once more, with what is known by then; what is refused again is a person's matter.
 */
export async function reread(
  hub: Hub,
  delivery: CaseDelivery,
  externalId: string,
  error: ConnectorError,
  said: readonly Exchange[],
): Promise<void> {
  const { connection } = instanceOf(hub, delivery.instance);
  const refused = [...said];
  if (!connection.fetch || delivery.failure === 'conflict') return failed(hub, delivery, error, refused);
  try {
    const payload = await connection.fetch(externalId);
    if (payload === null) return await buried(hub, delivery, externalId);
    await keepCase(hub, delivery.instance, payload, delivery.traceId);
  } catch (other) {
    if (!(other instanceof ConnectorError)) throw other;
    return failed(hub, delivery, other, [...said]);
  }
  await conflicted(hub, delivery, error.message, refused);
}
