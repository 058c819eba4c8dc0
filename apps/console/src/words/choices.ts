import { eventsIn } from './events.ts';
import { eventNamed, type Key, named } from './words.ts';
import id from './id.json';

/** Every value of a group that the catalogue has a word for, with that word. */
export const choicesOf = (group: string): [string, string][] =>
  (Object.keys(id) as Key[])
    .filter((key) => key.startsWith(`${group}.`))
    .map((key) => key.slice(group.length + 1))
    .map((value) => [value, named(group, value)]);

/** Everything that the audit tells of, by the names that it has there. */
export const eventChoices = (): [string, string][] =>
  eventsIn(id)
    .map((type): [string, string] => [type, eventNamed(type)])
    .toSorted(([, one], [, other]) => one.localeCompare(other));
