import type { Conversation, Person, PersonChanged, Reporter } from '#complaint';
import {
  type ConversationRow,
  conversationOf,
  type Db,
  forgetAliases,
  insertPerson,
  mergePersons,
  nameAlso,
  personsBy,
  type Sealer,
  savePerson,
} from '#store';

/*
 * Who speaks. A person is known by what one instance calls them and by nothing else: the same name, or the same number,
 * elsewhere is somebody else until that person says so. Of these a number is the least: it is given up, and a year later
 * it is another's.
 */

const aliasesOf = (sealer: Sealer, instance: string, ids: readonly string[]): Buffer[] =>
  ids.map((id) => sealer.hash(`person:${instance}:${id}`));
export const messageHash = (sealer: Sealer, instance: string, id: string): Buffer =>
  sealer.hash(`message:${instance}:${id}`);
export const conversationHash = (sealer: Sealer, instance: string, { kind, id }: Conversation): Buffer =>
  sealer.hash(`conversation:${instance}:${kind}:${id}`);

/** Somebody who is known, and under which of the ids that were asked for. */
interface Known {
  id: string;
  was: Person;
  by: string[];
}

/** Those whom the ids name, and strangers to them: who had the same number, and has ids of their own. */
async function namedBy(
  tx: Db,
  sealer: Sealer,
  instance: string,
  { ids, phone }: Pick<Person, 'ids' | 'phone'>,
): Promise<{ same: Known[]; strangers: Known[] }> {
  const found = await personsBy(tx, instance, aliasesOf(sealer, instance, ids));
  const known = found.map(({ id, identity, by }) => {
    return { id, was: sealer.openJson(identity) as Person, by: by.map((n) => ids[n] ?? '') };
  });
  const isStranger = ({ was, by }: Known): boolean => {
    const isLasting = (id: string): boolean => !isNumber(id, phone) && !isNumber(id, was.phone);
    return !by.some(isLasting) && ids.some(isLasting) && was.ids.some(isLasting);
  };
  return { same: known.filter((each) => !isStranger(each)), strangers: known.filter(isStranger) };
}

const isNumber = (id: string, phone: string | undefined): boolean => `+${id}` === phone;

/** The person's row, made or brought up to date. */
export async function identify(tx: Db, sealer: Sealer, instance: string, person: Person): Promise<string> {
  const { same, strangers } = await namedBy(tx, sealer, instance, person);
  const [first] = same;
  // Said under ids that they have left since: it tells nothing of where they are now.
  if (first && isLate(first, person)) return first.id;
  await leaveNumber(tx, sealer, strangers);
  if (!first) return insertNew(tx, sealer, instance, person);
  await become(tx, sealer, instance, same, { person, is: joined(same, person) });
  return first.id;
}

/**
 * Somebody is under other ids from now on. A number that they left names nobody any more, and is answered no more: its
 * next owner is somebody else. Other ids are never given again, and what was still said under them is theirs.
 */
export async function rename(
  tx: Db,
  sealer: Sealer,
  instance: string,
  { person, before }: Pick<PersonChanged, 'person' | 'before'>,
): Promise<void> {
  const now = await namedBy(tx, sealer, instance, person);
  const then = await namedBy(tx, sealer, instance, { ids: before });
  const former = then.same.filter(({ id }) => !now.same.some((each) => each.id === id));
  const [first] = now.same;
  if (first && isLate(first, person)) return;
  await leaveNumber(tx, sealer, now.strangers);
  const [left] = former;
  if (!first && !left) return void (await insertNew(tx, sealer, instance, person));
  const nowhere = former.slice(0, 1).map((each) => ({ ...each, was: { ...each.was, ids: [], phone: undefined } }));
  const is = joined(first ? now.same : nowhere, person);
  await become(tx, sealer, instance, [...now.same, ...former], { person, is });
}

const isLate = ({ was }: Known, { ids }: Person): boolean => !ids.some((id) => was.ids.includes(id));

function insertNew(tx: Db, sealer: Sealer, instance: string, person: Person): Promise<string> {
  const aliases = aliasesOf(sealer, instance, person.ids);
  return insertPerson(tx, { instance, aliases, ...sealed(sealer, person) });
}

const sealed = (sealer: Sealer, person: Person) => ({
  identity: sealer.sealJson(person),
  phoneHash: person.phone === undefined ? null : sealer.hash(`phone:${person.phone}`),
});

/** Everything that is known of one person. A number that another took the place of is theirs no more. */
function joined(known: Known[], person: Person): Person {
  const was = known.map((each) => each.was);
  const is: Person = Object.assign({}, ...was.toReversed(), withoutBlanks(person));
  const ids = [...new Set([person, ...was].flatMap((each) => each.ids))];
  return { ...is, ids: ids.filter((id) => isNumber(id, is.phone) || !was.some(({ phone }) => isNumber(id, phone))) };
}

async function become(
  tx: Db,
  sealer: Sealer,
  instance: string,
  known: Known[],
  { person, is }: { person: Person; is: Person },
): Promise<void> {
  const [first, ...others] = known as [Known, ...Known[]];
  if (others.length === 0 && JSON.stringify(is) === JSON.stringify(first.was)) return;
  for (const other of others) await mergePersons(tx, first.id, other.id);
  await nameAlso(tx, first.id, instance, aliasesOf(sealer, instance, person.ids));
  const left = known.flatMap(({ was }) => was.ids.filter((id) => isNumber(id, was.phone) && !is.ids.includes(id)));
  await forgetAliases(tx, first.id, instance, aliasesOf(sealer, instance, left));
  // Where both spoke to us alone, either's conversation is answered.
  for (const { id } of known) await savePerson(tx, id, sealed(sealer, is));
}

/** Somebody else has the number now: what is said to the one before goes by their other ids. */
async function leaveNumber(tx: Db, sealer: Sealer, strangers: Known[]): Promise<void> {
  for (const { id, was, by } of strangers) {
    const phone = by.some((each) => isNumber(each, was.phone)) ? undefined : was.phone;
    await savePerson(tx, id, sealed(sealer, { ...was, phone, ids: was.ids.filter((each) => !by.includes(each)) }));
  }
}

const withoutBlanks = (person: Person): Partial<Person> =>
  Object.fromEntries(Object.entries(person).filter(([, value]) => value !== undefined && value !== ''));

/** Where it was said; between a person and us that is one conversation, whatever the platform calls it today. */
export function locate(
  tx: Db,
  sealer: Sealer,
  instance: string,
  conversation: Conversation,
  personId: string | null,
): Promise<ConversationRow> {
  const hash = conversationHash(sealer, instance, conversation);
  const address = sealer.sealJson(conversation);
  return conversationOf(tx, { instance, kind: conversation.kind, hash, address, personId });
}

export const reporterOf = ({ name, phone, username }: Person): Reporter => ({ name, phone, account: username });
