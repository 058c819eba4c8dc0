import { v7 as uuidv7 } from 'uuid';
import type { Db } from '../db.ts';

/** Somebody on one instance, as that instance names them. */
export interface PersonRow {
  id: string;
  /** Sealed. */
  identity: Buffer;
}

export interface NewPerson {
  instance: string;
  /** Keyed hashes of every id by which the platform names them, the steadiest first. */
  aliases: Buffer[];
  /** Sealed. */
  identity: Buffer;
  phoneHash: Buffer | null;
}

/** Those whom the instance knows under any of the ids, the one with the steadiest id first; `by`: under which of them. */
export async function personsBy(
  tx: Db,
  instance: string,
  aliases: Buffer[],
): Promise<(PersonRow & { by: number[] })[]> {
  const { rows } = await tx.query<PersonRow & { by: number[] }>({
    name: 'persons-by',
    text: `select p.id, p.identity, array_agg((n - 1)::int order by n) as by
           from unnest($2::bytea[]) with ordinality as asked(hash, n)
           join person_alias a on a.instance = $1 and a.hash = asked.hash join person p on p.id = a.person_id
           group by p.id order by min(n)`,
    values: [instance, aliases],
  });
  return rows;
}

export async function personById(db: Db, id: string): Promise<PersonRow | undefined> {
  const { rows } = await db.query<PersonRow>('select id, identity from person where id = $1', [id]);
  return rows[0];
}

export async function insertPerson(tx: Db, { instance, aliases, identity, phoneHash }: NewPerson): Promise<string> {
  const id = uuidv7();
  await tx.query({
    name: 'insert-person',
    text: 'insert into person (id, instance, identity, phone_hash) values ($1, $2, $3, $4)',
    values: [id, instance, identity, phoneHash],
  });
  await nameAlso(tx, id, instance, aliases);
  return id;
}

export async function savePerson(
  tx: Db,
  id: string,
  { identity, phoneHash }: Pick<NewPerson, 'identity' | 'phoneHash'>,
): Promise<void> {
  await tx.query({
    name: 'save-person',
    text: 'update person set identity = $2, phone_hash = $3, updated_at = clock_timestamp() where id = $1',
    values: [id, identity, phoneHash],
  });
}

/** Further names of somebody; one that named another person names this one from now on. */
export async function nameAlso(tx: Db, personId: string, instance: string, aliases: Buffer[]): Promise<void> {
  await tx.query({
    name: 'name-also',
    text: `insert into person_alias (instance, hash, person_id) select $2, hash, $1 from unnest($3::bytea[]) as hash
           on conflict (instance, hash) do update set person_id = excluded.person_id
           where person_alias.person_id <> excluded.person_id`,
    values: [personId, instance, aliases],
  });
}

/** What named somebody names nobody any more. */
export async function forgetAliases(tx: Db, personId: string, instance: string, aliases: Buffer[]): Promise<void> {
  if (aliases.length === 0) return;
  await tx.query('delete from person_alias where instance = $2 and hash = any($3::bytea[]) and person_id = $1', [
    personId,
    instance,
    aliases,
  ]);
}

/** Two known persons turned out to be one: what `other` said alone belongs to `one` from now on. */
export async function mergePersons(tx: Db, one: string, other: string): Promise<void> {
  await tx.query('update person_alias set person_id = $1 where person_id = $2', [one, other]);
  await tx.query(
    `update conversation c set person_id = $1 where person_id = $2 and not exists (
       select from conversation mine where mine.instance = c.instance and mine.person_id = $1 and mine.kind = c.kind
         and (c.kind = 'direct' or mine.hash = c.hash))`,
    [one, other],
  );
}
