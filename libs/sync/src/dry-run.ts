import {
  apply,
  type Complaint,
  type ComplaintEvent,
  type Decision,
  type Effect,
  type Link,
  mirror,
  open,
  route,
} from '#complaint';
import { ConnectorError, type Failure, type Parsed, type Problem, type Received } from '#connector';
import { complaintsOf, look, type Stated } from '#store';
import type { Hub, Instance } from './hub.ts';
import { anew } from './stated.ts';
import { withoutPerson } from './without-person.ts';

/** What a message would become, without becoming it. */
export interface DryRun {
  events: DryEvent[];
  problems: Problem[];
  /** Set where nothing could be read at all. */
  failure: { failure: Failure; message: string } | null;
  cases: DryCase[];
}

export interface DryEvent {
  /** Without who complains. */
  event: Omit<ComplaintEvent, 'reporter'>;
  /** Which of the reporter's fields the profile found: their names alone. */
  reporter: string[];
  /** `heard`: told before. `echo`: our own write coming back. `unknown_case`: nothing is known of the case. */
  effect: Effect | 'heard' | 'echo' | 'unknown_case';
  /** The platforms that would be told. */
  targets: string[];
}

export interface DryCase {
  externalId: string;
  isNew: boolean;
  complaint: Complaint;
  /** Where the rules send it as it stands then. */
  decision: Decision;
}

interface Standing {
  isNew: boolean;
  complaint: Complaint;
  links: Pick<Link, 'instance' | 'role'>[];
  stated: Stated | null;
  told: ReadonlySet<string>;
}

/** Reads a message as the instance would, applies it to what is known, and writes nothing. */
export async function dryRun(hub: Hub, instance: Instance, received: Received): Promise<DryRun> {
  let parsed: Parsed;
  try {
    parsed = await instance.connection.parse(received);
  } catch (error) {
    if (!(error instanceof ConnectorError)) throw error;
    return { events: [], problems: [], failure: { failure: error.failure, message: error.message }, cases: [] };
  }
  const standings = new Map<string, Standing>();
  const events: DryEvent[] = [];
  for (const event of parsed.events) {
    const before = standings.get(event.externalId) ?? (await standingOf(hub, instance.name, event));
    const { standing, ...result } = before
      ? heard(hub, instance.name, event, before)
      : begun(hub, instance.name, event);
    if (standing) standings.set(event.externalId, standing);
    const { event: shown, known: reporter } = withoutPerson(event);
    events.push({ event: shown, reporter, ...result });
  }
  const cases = [...standings].map(([externalId, { isNew, complaint }]): DryCase => {
    return { externalId, isNew, complaint, decision: route(complaint, hub.routing) };
  });
  return { events, problems: parsed.problems, failure: null, cases };
}

type Result = Pick<DryEvent, 'effect' | 'targets'> & { standing: Standing | undefined };

function heard({ routing }: Hub, name: string, event: ComplaintEvent, standing: Standing): Result {
  if (event.own !== undefined) return { effect: 'echo', targets: [], standing };
  const { complaint, effect } = apply(
    standing.complaint,
    anew(event, standing, standing.complaint),
    name,
    routing.home,
  );
  // What is told once more may still bring a mark that was set since.
  const isTold = standing.told.has(event.id) && !(event.type === 'opened' && effect === 'applied');
  if (isTold) return { effect: 'heard', targets: [], standing };
  const targets = mirror(event, standing.complaint, name, standing.links, routing.home);
  return { effect, targets, standing: { ...standing, complaint } };
}

function begun({ routing: { home } }: Hub, name: string, event: ComplaintEvent): Result {
  if (event.type !== 'opened') return { effect: 'unknown_case', targets: [], standing: undefined };
  if (event.own !== undefined) return { effect: 'echo', targets: [], standing: undefined };
  const complaint = open(event, { id: NOBODY, number: 'SA-0000-000000', origin: name, home });
  const links = [{ instance: name, role: 'origin' as const }];
  const targets = name === home ? [] : [home];
  return {
    effect: 'applied',
    targets,
    standing: { isNew: true, complaint, links, stated: null, told: new Set([event.id]) },
  };
}

const NOBODY = '00000000-0000-0000-0000-000000000000';

async function standingOf({ pool }: Hub, name: string, event: ComplaintEvent): Promise<Standing | undefined> {
  const references = event.type === 'opened' && event.reference ? [event.reference] : [];
  const [complaintId] = (await complaintsOf(pool, name, [event.externalId], references)).values();
  if (complaintId === undefined) return undefined;
  const { held, told } = await look(pool, { complaintId, instance: name, eventId: null });
  const links = held.links.filter(({ state }) => state === 'open' || state === 'pending');
  const stated =
    held.links.find((link) => link.instance === name && link.externalId === event.externalId)?.stated ?? null;
  return { isNew: false, complaint: held.complaint, links, stated, told };
}
