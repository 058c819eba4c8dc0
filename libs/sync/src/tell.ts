import type { PushKind } from '#connector';
import type { Held, HeldLink } from '#store';
import type { Batch } from './batch.ts';
import { tellConversation } from './intake/tell.ts';

/** Where the complaint is known, or is about to be. */
export const reachableOf = ({ links }: Held): HeldLink[] =>
  links.filter(({ state }) => state === 'open' || state === 'pending');

/** Puts something in the outbox for those platforms that take its kind, or says it in the conversation there; their names. */
export function tell(
  batch: Batch,
  held: Held,
  to: readonly string[],
  delivery: { kind: PushKind; body: object; eventId: string; traceId: string },
): string[] {
  const takes = (name: string) => Object.hasOwn(batch.hub.instances.get(name)?.connection.push ?? {}, delivery.kind);
  return [...new Set(to)].filter((name) => {
    if (!takes(name)) return tellConversation(batch, held, name, delivery);
    batch.deliverTo(held, name, delivery);
    return true;
  });
}
