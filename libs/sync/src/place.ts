import type { ComplaintEvent } from '#complaint';
import { type Held, type InFlight, isCreating, type Message, type Verdict } from '#store';
import type { Batch } from './batch.ts';
import type { Instance } from './hub.ts';

/**
 * Why events can't be taken yet.
 *
 * `in_flight`: something of ours may or may not have arrived there, and this may be its echo. `unknown_case`: nothing
 * is known of the case. `behind`: an earlier message of the case waits.
 */
type Obstacle = 'in_flight' | 'unknown_case' | 'behind';

export async function obstacleTo(batch: Batch, instance: Instance, events: ComplaintEvent[]): Promise<Obstacle | null> {
  for (const event of events) {
    const held = batch.byExternalId(event.externalId);
    if (held) {
      if (batch.flightsOf(held).some((flight) => couldBeEcho(event, flight))) return 'in_flight';
    } else if (event.type === 'opened') {
      const ours = event.reference === undefined ? undefined : batch.byReference(event.reference);
      if (ours && isPending(ours, instance.name)) return 'in_flight';
    } else if (!events.some(({ type, externalId }) => type === 'opened' && externalId === event.externalId)) {
      return (await isCreating(batch.tx, instance.name)) ? 'in_flight' : 'unknown_case';
    }
  }
  return null;
}

const isPending = ({ links }: Held, name: string): boolean =>
  links.some(({ instance, state }) => instance === name && state === 'pending');

/** What a person has to decide on does not hold up what the platform says; its echo is known by its text. */
function couldBeEcho({ type, own }: ComplaintEvent, flight: InFlight): boolean {
  if (type === 'opened' || type === 'disposed' || typeof own === 'string') return false;
  if (flight.state === 'parked' || flight.state === 'uncertain') return false;
  const isText = type === 'replied' || type === 'followed_up';
  const writesText = flight.kind === 'replied' || flight.kind === 'followed_up';
  return isText ? writesText || own === true : !writesText;
}

const FIRST_WAIT_MS = 200;
const LONGEST_WAIT_MS = 5_000;
/** Tries before the case itself is fetched, and before a person is asked: about 1.5 s and two minutes. */
const FETCH_AFTER = 3;
const PARK_AFTER = 25;

/** What becomes of a message that has an obstacle; `null` where it has none. */
export function judge(obstacle: Obstacle | null, { id, attempts }: Message, instance: Instance): Verdict | null {
  if (obstacle === null) return null;
  const delayMs = Math.min(FIRST_WAIT_MS * 2 ** Math.min(attempts, 10), LONGEST_WAIT_MS);
  if (obstacle !== 'unknown_case') return { id, state: 'waiting', code: obstacle, delayMs };
  if (attempts >= PARK_AFTER) {
    const reason = `${instance.title} memberi kabar tentang kasus yang tidak dikenal di sini`;
    return { id, state: 'parked', code: obstacle, reason };
  }
  const code = attempts === FETCH_AFTER && instance.connection.fetch ? 'fetch' : obstacle;
  return { id, state: 'waiting', code, delayMs };
}
