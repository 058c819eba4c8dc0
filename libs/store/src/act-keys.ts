import type { Db } from './db.ts';

/** What an act led to. */
export interface ActDone {
  /** The complaint's. */
  number: string;
  /** The platforms that are told. */
  targets: string[];
  traceId: string;
}

/** For so long a request that is sent again is known; a browser gives up far earlier. */
const KEPT = `interval '2 days'`;

/**
 * Takes the key for this transaction; or tells what was done under it before, after waiting for one who is about it.
 *
 * `other` where the key was used for something else.
 */
export async function takeActKey(
  tx: Db,
  actor: string,
  key: string,
  print: Buffer,
): Promise<ActDone | 'mine' | 'other'> {
  await tx.query(`delete from act_key where at < now() - ${KEPT}`);
  const mine = await tx.query('insert into act_key (actor, key, print) values ($1, $2, $3) on conflict do nothing', [
    actor,
    key,
    print,
  ]);
  if (mine.rowCount === 1) return 'mine';
  const { rows } = await tx.query<ActDone & { isSame: boolean }>(
    `select number, targets, trace_id as "traceId", print = $3 as "isSame" from act_key where actor = $1 and key = $2`,
    [actor, key, print],
  );
  const [row] = rows;
  return row?.isSame ? { number: row.number, targets: row.targets, traceId: row.traceId } : 'other';
}

export async function noteActDone(tx: Db, actor: string, key: string, done: ActDone): Promise<void> {
  const { number, targets, traceId } = done;
  await tx.query('update act_key set number = $3, targets = $4, trace_id = $5 where actor = $1 and key = $2', [
    actor,
    key,
    number,
    targets,
    traceId,
  ]);
}
