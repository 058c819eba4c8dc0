import type { Conversation, Person, Reporter } from '#complaint';
import {
  type ConversationRow,
  conversationOf,
  type Db,
  insertPerson,
  mergePersons,
  nameAlso,
  personsBy,
  type Sealer,
  savePerson,
} from '#store';

/*
 * Who speaks. A person is known by what one instance calls them and by nothing else: the same name, or the same number,
 * elsewhere is somebody else until that person says so.
 */

const aliasesOf = (sealer: Sealer, instance: string, ids: readonly string[]): Buffer[] =>
  ids.map((id) => sealer.hash(`person:${instance}:${id}`));
export const messageHash = (sealer: Sealer, instance: string, id: string): Buffer =>
  sealer.hash(`message:${instance}:${id}`);
export const conversationHash = (sealer: Sealer, instance: string, { kind, id }: Conversation): Buffer =>
  sealer.hash(`conversation:${instance}:${kind}:${id}`);

/** The person's row, made or brought up to date. `before` names the same person until now. */
export async function identify(
  tx: Db,
  sealer: Sealer,
  instance: string,
  person: Person,
  before: readonly string[] = [],
): Promise<string> {
  const aliases = aliasesOf(sealer, instance, person.ids);
  const known = await personsBy(tx, instance, [...aliases, ...aliasesOf(sealer, instance, before)]);
  const phoneHash = person.phone === undefined ? null : sealer.hash(`phone:${person.phone}`);
  const [first, ...others] = known;
  if (!first) return insertPerson(tx, { instance, aliases, identity: sealer.sealJson(person), phoneHash });

  for (const other of others) await mergePersons(tx, first.id, other.id);
  const was = sealer.openJson(first.identity) as Person;
  const is: Person = { ...was, ...withoutBlanks(person), ids: [...new Set([...person.ids, ...was.ids])] };
  if (JSON.stringify(is) !== JSON.stringify(was)) {
    await nameAlso(tx, first.id, instance, aliases);
    await savePerson(tx, first.id, sealer.sealJson(is), phoneHash);
  }
  return first.id;
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
