import type { Db } from './db.ts';

export interface StoredSecret {
  name: string;
  /** Sealed, as is `previous`. */
  value: Buffer;
  /** Still counts; `null` once its time is over. */
  previous: Buffer | null;
  previousUntil: Date | null;
  setBy: string;
  setAt: Date;
}

export async function secretsOfInstance(db: Db, instance: string): Promise<StoredSecret[]> {
  const { rows } = await db.query<StoredSecret>(
    `select name, value, case when previous_until > now() then previous end as previous,
            case when previous_until > now() then previous_until end as "previousUntil",
            set_by as "setBy", set_at as "setAt"
     from secret where instance = $1 order by name`,
    [instance],
  );
  return rows;
}

export interface NewSecret {
  value: Buffer;
  /** Accepted beside `value` for so long. */
  previous?: { value: Buffer; forMs: number } | undefined;
}

export async function putSecret(tx: Db, instance: string, name: string, secret: NewSecret, by: string): Promise<void> {
  const { value, previous } = secret;
  await tx.query(
    `insert into secret (instance, name, value, previous, previous_until, set_by)
     values ($1, $2, $3, $4, now() + make_interval(secs => $5 / 1000.0), $6)
     on conflict (instance, name) do update set value = excluded.value, previous = excluded.previous,
       previous_until = excluded.previous_until, set_by = excluded.set_by, set_at = now()`,
    [instance, name, value, previous?.value ?? null, previous?.forMs ?? null, by],
  );
}

export async function removeSecret(tx: Db, instance: string, name: string): Promise<void> {
  await tx.query('delete from secret where instance = $1 and name = $2', [instance, name]);
}
