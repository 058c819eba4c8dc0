import { v7 as uuidv7 } from 'uuid';
import type { Db } from './db.ts';

export interface SavedView {
  id: string;
  page: string;
  name: string;
  query: string;
}

/** An account that keeps more has lost sight of them. */
const MOST_VIEWS = 50;

export async function viewsOf(db: Db, accountId: string): Promise<SavedView[]> {
  const { rows } = await db.query<SavedView>(
    'select id, page, name, query from saved_view where account_id = $1 order by lower(name)',
    [accountId],
  );
  return rows;
}

/** A name that is taken gets the new filters. `undefined` where the account keeps as many as it may. */
export async function saveView(tx: Db, accountId: string, view: Omit<SavedView, 'id'>): Promise<SavedView | undefined> {
  const { rows } = await tx.query<SavedView>(
    `insert into saved_view (id, account_id, page, name, query)
     select $1, $2, $3, $4, $5 where (select count(*) from saved_view where account_id = $2) < ${MOST_VIEWS}
     on conflict (account_id, page, lower(name)) do update set name = excluded.name, query = excluded.query
     returning id, page, name, query`,
    [uuidv7(), accountId, view.page, view.name, view.query],
  );
  return rows[0];
}

export async function removeView(db: Db, accountId: string, id: string): Promise<boolean> {
  const { rowCount } = await db.query('delete from saved_view where account_id = $1 and id = $2', [accountId, id]);
  return rowCount === 1;
}
