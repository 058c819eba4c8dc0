import type { Db } from '#store';
import { UUID } from '../paging/cursor.ts';
import { notFound } from '../problems/problem.ts';
import type { UserView } from './user.dto.ts';

const SELECT = `select a.id, a.email, a.name, a.role, a.opd, a.kecamatan, a.disabled_at is not null as disabled,
    a.password is not null as has_password, a.totp_confirmed_at is not null as totp, a.created_at,
    (select max(s.seen_at) from session s where s.account_id = a.id) as seen_at
  from account a`;

export async function users(db: Db): Promise<UserView[]> {
  return (await db.query<UserView>(`${SELECT} order by a.disabled_at is not null, lower(a.name), a.id`)).rows;
}

export async function userById(db: Db, id: string): Promise<UserView> {
  const { rows } = await db.query<UserView>(`${SELECT} where a.id = $1`, [checkedUser(id)]);
  if (!rows[0]) throw noUser();
  return rows[0];
}

export const noUser = () => notFound('Pengguna itu');

/** The id, where it can be one at all. */
export function checkedUser(id: string): string {
  if (!UUID.test(id)) throw noUser();
  return id;
}
