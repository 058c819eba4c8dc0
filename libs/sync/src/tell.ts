import type { PushKind } from '#connector';
import type { Held, HeldLink } from '#store';
import type { Batch } from './batch.ts';

/** Where the complaint is known, or is about to be. */
export const reachableOf = ({ links }: Held): HeldLink[] =>
  links.filter(({ state }) => state === 'open' || state === 'pending');

/** Puts something in the outbox for those platforms that take its kind; their names. */
export function tell(
  batch: Batch,
  held: Held,
  to: readonly string[],
  delivery: { kind: PushKind; body: object; eventId: string; traceId: string },
): string[] {
  const takes = (name: string) => Object.hasOwn(batch.hub.instances.get(name)?.connection.push ?? {}, delivery.kind);
  const told = [...new Set(to)].filter(takes);
  for (const name of told) batch.deliverTo(held, name, delivery);
  return told;
}
