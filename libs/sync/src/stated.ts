import { type Complaint, type ComplaintEvent, type EventOf, type Facts, type Marks, same } from '#complaint';
import type { HeldLink, Stated } from '#store';

type Stating = EventOf<'opened' | 'disposed'>;
type Heard = Pick<HeldLink, 'stated'>;

/** What the platform has stated of the complaint once it told `event`; a mark that it left out stands as it was. */
export function statedIn(event: Stating, { stated: before }: Heard): Stated {
  const unread = event.type === 'opened' ? (event.unread ?? []) : [];
  const mark = (name: keyof Marks): boolean =>
    (unread.includes(name) ? undefined : event.marks?.[name]) ?? before?.marks[name] ?? false;
  const facts = event.type === 'disposed' ? { ...before?.facts, ...known(event.facts) } : (before?.facts ?? null);
  return { marks: { anonim: mark('anonim'), rahasia: mark('rahasia') }, facts };
}

/**
 * The event with that alone which the platform had not stated before.
 *
 * Somebody may have decided otherwise here since: a platform that goes on stating what it always did undoes none of it.
 * What home tells as a decision of its own, rather than as its present state, counts whole.
 */
export function statedAnew<E extends Stating>(event: E, link: Heard, complaint: Complaint): E {
  const before = link.stated;
  const { anonim, rahasia } = statedIn(event, link).marks;
  const marks = { anonim: anonim && !before?.marks.anonim, rahasia: rahasia && !before?.marks.rahasia };
  if (event.type === 'opened' || event.snapshot !== true) return { ...event, marks };
  return { ...event, marks, facts: factsAnew(event.facts, before?.facts ?? null, complaint) };
}

function factsAnew(facts: Facts, before: Facts | null, { location }: Complaint): Facts {
  const news = Object.entries(facts).filter(
    ([name, value]) => before === null || !same(value ?? null, before[name as keyof Facts] ?? null),
  );
  const { location: place, ...rest } = Object.fromEntries(news) as Facts;
  // A platform that was told less of the place than we know states no other place.
  const isVaguer = before === null && place?.areaCode && location?.areaCode?.startsWith(`${place.areaCode}.`);
  return { ...rest, ...(place && !isVaguer ? { location: place } : {}) };
}

const known = (facts: Facts): Facts =>
  Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined && value !== null));

/** Any event, as {@link statedAnew} leaves it. */
export const anew = (event: ComplaintEvent, link: Heard, complaint: Complaint): ComplaintEvent =>
  event.type === 'opened' || event.type === 'disposed' ? statedAnew(event, link, complaint) : event;
