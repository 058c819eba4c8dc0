import { type Decision, route } from '#complaint';
import type { Held } from '#store';
import type { Batch } from './batch.ts';

/** Forwards the complaint where the rules say it belongs, unless that platform has it already. */
export function decide(batch: Batch, held: Held, eventId: string, traceId: string): Decision {
  const decision = route(held.complaint, batch.hub.routing);
  const { to, rule, why } = decision;
  if (to === null) return decision;
  if (!batch.hub.instances.get(to)?.connection.push.opened) {
    return { to: null, rule, why: `${why}; ${to} tidak menerima aduan baru` };
  }
  if (isLinked(held, to)) return { to: null, rule, why: `${why}; sudah diteruskan` };
  forward(batch, held, to, { eventId, traceId, rule });
  return decision;
}

export const isLinked = ({ links }: Held, to: string): boolean =>
  links.some(({ instance, state }) => instance === to && (state === 'open' || state === 'pending'));

/** Has the complaint created there; its status counts once the platform has taken it. */
export function forward(
  batch: Batch,
  held: Held,
  to: string,
  { eventId, traceId, rule }: { eventId: string; traceId: string; rule: string },
): void {
  const earlier = held.links.filter(({ instance }) => instance === to).length;
  const reference = `${held.complaint.number}${earlier > 0 ? `-${earlier + 1}` : ''}`;
  batch.link(held, {
    instance: to,
    externalId: null,
    reference,
    role: 'handler',
    state: 'pending',
    url: null,
    label: null,
    labelAt: null,
  });
  batch.deliverTo(held, to, { kind: 'opened', eventId, body: { reference }, traceId, rule });
}
