import type { ComplaintEvent } from '#complaint';
import { type Held, type InFlight, isCreating, listensSince, type Message, type Verdict } from '#store';
import type { Batch } from './batch.ts';
import type { Instance } from './hub.ts';

/**
 * Why events can't be taken yet.
 *
 * `in_flight`: something of ours may or may not have arrived there, and this may be its echo. `unknown_case`: nothing
 * is known of the case; `creating`: nor can be, before it is known what became of a case that we were making there.
 * `behind`: an earlier message of the case waits. `foreign`: it is none of ours, and there is nothing to wait for.
 */
type Obstacle = 'in_flight' | 'unknown_case' | 'creating' | 'behind' | 'foreign';

export async function obstacleTo(
  batch: Batch,
  instance: Instance,
  events: ComplaintEvent[],
  { kind }: Pick<Message, 'kind'>,
): Promise<Obstacle | null> {
  for (const event of events) {
    const held = batch.byExternalId(event.externalId);
    if (held) {
      if (batch.flightsOf(held).some((flight) => couldBeEcho(event, flight))) return 'in_flight';
    } else if (event.type === 'opened') {
      const ours = event.reference === undefined ? undefined : batch.byReference(event.reference);
      if (ours && isPending(ours, instance.name)) return 'in_flight';
    } else if (!events.some(({ type, externalId }) => type === 'opened' && externalId === event.externalId)) {
      if (kind === 'poll' && (await isFromBefore(batch, instance, event))) return 'foreign';
      return (await isCreating(batch.tx, instance.name)) ? 'creating' : 'unknown_case';
    }
  }
  return null;
}

/** What a first poll brings along of the time before the hub listened. */
export const RECENT_PAST_MS = 86_400_000;

/**
 * Whether it happened before the hub listened. A feed that is read from its beginning tells years of other people's cases:
 * to ask for each of them would take the requests that ours need.
 */
const isFromBefore = async ({ tx }: Batch, { name }: Instance, { at }: ComplaintEvent): Promise<boolean> =>
  Date.parse(at) < (await listensSince(tx, name)).getTime() - RECENT_PAST_MS;

/** What the audit says of it. */
export const foreign = (title: string): string => `Kasus ${title} yang bukan berasal dari simpul`;

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
/** Looks before the platform is asked for the case itself, and before a person is: about 1.5 s and two minutes. */
const ASK_AFTER = 3;
const PARK_AFTER = 25;
/** What a platform answers where it has no such case. */
export const ABSENT = 'absent';
/** What it answers is no case that the hub takes, and asking again would bring the same. */
export const UNTAKEN = 'untaken';
const NO_USE_ASKING: ReadonlySet<string | null> = new Set([ABSENT, UNTAKEN]);

/** `asks`: the platform is to be asked for the case. */
export type Placed = Verdict & { asks?: boolean | undefined };

/**
 * What becomes of a message that has an obstacle; `null` where it has none.
 *
 * An unknown case is asked for more and more seldom, and becomes a person's matter only where the platform itself says
 * that it has none, or one that the hub does not take: what can't be asked while the platform is away is asked once it
 * is back.
 */
export function judge(obstacle: Obstacle | null, { id, attempts, code }: Message, instance: Instance): Placed | null {
  if (obstacle === null) return null;
  if (obstacle === 'foreign') return { id, state: 'done', code: obstacle };
  const delayMs = Math.min(FIRST_WAIT_MS * 2 ** Math.min(attempts, 10), LONGEST_WAIT_MS);
  const canAsk = instance.connection.fetch !== undefined;
  const isLate = obstacle === 'unknown_case' && attempts >= PARK_AFTER;
  if (isLate && (!canAsk || NO_USE_ASKING.has(code))) {
    const reason = `${instance.title} memberi kabar tentang kasus yang tidak dikenal di sini`;
    return { id, state: 'parked', code: obstacle, reason };
  }
  const isUnknown = obstacle === 'unknown_case' || obstacle === 'creating';
  const asks = canAsk && isUnknown && attempts >= ASK_AFTER && (isLate || isPowerOfTwo(attempts + 1));
  return { id, state: 'waiting', code: obstacle === 'creating' ? 'in_flight' : obstacle, delayMs, asks };
}

const isPowerOfTwo = (n: number): boolean => Number.isInteger(Math.log2(n));
