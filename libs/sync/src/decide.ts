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
  const links = held.links.filter(({ instance }) => instance === to);
  if (links.some(({ state }) => state === 'open' || state === 'pending')) {
    return { to: null, rule, why: `${why}; sudah diteruskan` };
  }
  const again = links.length > 0 ? `-${links.length + 1}` : '';
  const reference = `${held.complaint.number}${again}`;
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
  return decision;
}
