import type { ComplaintEvent } from '#complaint';
import { complaintsOf, type Db, type Held, hold, knownEvents, type LaneState, laneStates, reconciledTo } from '#store';
import type { Known } from './compare.ts';

/** A payload as its connector reads it. */
export interface Item {
  payload: unknown;
  events: ComplaintEvent[];
  externalId: string;
}

/** What the hub knows of the cases of one page. */
export class Facts {
  private constructor(
    private readonly instance: string,
    private readonly keys: Map<string, string>,
    private readonly held: Map<string, Held>,
    private readonly events: Set<string>,
    private readonly lanes: Map<string, LaneState>,
    private readonly reconciled: Map<string, Date>,
  ) {}

  static async of(db: Db, instance: string, items: readonly Item[]): Promise<Facts> {
    const events = items.flatMap((item) => item.events);
    const externalIds = [...new Set(items.map(({ externalId }) => externalId))];
    const references = events.flatMap((event) => (event.type === 'opened' && event.reference ? [event.reference] : []));
    const keys = await complaintsOf(db, instance, externalIds, references);
    const ids = [...new Set(keys.values())];
    const held = await hold(db, ids);
    const known = await knownEvents(db, instance, [...new Set(events.map(({ id }) => id))]);
    const lanes = await laneStates(db, instance, ids);
    const reconciled = await reconciledTo(db, instance, externalIds);
    return new Facts(instance, keys, held, known, new Map(lanes.map((each) => [each.complaintId, each])), reconciled);
  }

  known(externalId: string): Known | undefined {
    const held = this.held.get(this.keys.get(`id:${externalId}`) ?? '');
    const link = held?.links.find((each) => each.instance === this.instance && each.externalId === externalId);
    if (!held || !link) return undefined;
    const lane = this.lanes.get(held.complaint.id);
    return { held, link, lane, isKnown: (eventId) => this.events.has(eventId) };
  }

  /** Made from one of our complaints whose creation there is not settled yet, or a second time. */
  isOurs(events: readonly ComplaintEvent[]): boolean {
    return events.some(
      (event) => event.type === 'opened' && event.reference && this.keys.has(`ref:${event.reference}`),
    );
  }

  reconciledTo(externalId: string): Date | undefined {
    return this.reconciled.get(externalId);
  }
}
