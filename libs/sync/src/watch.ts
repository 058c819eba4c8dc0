import { audit } from '#store';
import type { Hub, Instance } from './hub.ts';
import { newTraceId } from './trace.ts';

/** Often enough that a lost subscription costs little, seldom enough to be no burden. */
const WATCH_EVERY_MS = 15 * 60_000;

const looked = new WeakMap<Instance, number>();

/**
 * What makes a channel fall silent without any error: a sentence for the operator, `null` where nothing does, nothing
 * where it is too early to look again. Looked at now and then by whoever has the turn to poll; what was mended by itself
 * is audited.
 */
export async function watch({ pool, log, intake }: Hub, instance: Instance): Promise<string | null | undefined> {
  const { name, connection } = instance;
  if (!connection.watch) return null;
  const now = intake.now().getTime();
  if (now - (looked.get(instance) ?? -Infinity) < WATCH_EVERY_MS) return undefined;

  const { faults, mended } = await connection.watch();
  looked.set(instance, now);
  const row = { hop: 'system', instance: name, traceId: newTraceId() } as const;
  await audit(pool, [
    ...mended.map((detail) => ({ ...row, outcome: 'mended', detail })),
    ...faults.map((detail) => ({ ...row, outcome: 'silent', detail })),
  ]);
  if (faults.length > 0) log.error({ instance: name, faults }, 'channel.silent');
  if (mended.length > 0) log.warn({ instance: name, mended }, 'channel.mended');
  return faults.join('; ') || null;
}

/** After a failure what was seen before is no longer known: it is looked at with the next turn. */
export const lookAgain = (instance: Instance): void => void looked.delete(instance);
