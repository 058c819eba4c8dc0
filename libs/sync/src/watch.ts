import { audit } from '#store';
import type { Hub, Instance } from './hub.ts';
import { newTraceId } from './trace.ts';

/** Often enough that a lost subscription costs little, seldom enough to be no burden. */
const WATCH_EVERY_MS = 15 * 60_000;

const seen = new WeakMap<Instance, { at: number; faults: string[] }>();

/**
 * What makes a channel fall silent without any error, or `null` where nothing does. Looked at now and then by whoever
 * has the turn to poll; what was mended by itself is audited.
 */
export async function watch({ pool, log }: Hub, instance: Instance): Promise<string | null> {
  const { name, connection } = instance;
  if (!connection.watch) return null;
  const last = seen.get(instance);
  if (last && Date.now() - last.at < WATCH_EVERY_MS) return last.faults.join('; ') || null;

  const { faults, mended } = await connection.watch();
  seen.set(instance, { at: Date.now(), faults });
  const row = { hop: 'system', instance: name, traceId: newTraceId() } as const;
  await audit(pool, [
    ...mended.map((detail) => ({ ...row, outcome: 'mended', detail })),
    ...faults.map((detail) => ({ ...row, outcome: 'silent', detail })),
  ]);
  if (faults.length > 0) log.error({ instance: name, faults }, 'channel.silent');
  if (mended.length > 0) log.warn({ instance: name, mended }, 'channel.mended');
  return faults.join('; ') || null;
}
