import type { Account, Db } from '#store';
import { Where } from '../paging/where.ts';

/** Whose complaints a caller may see: all, or those of one office alone. */
export interface Scope {
  opd?: string;
  /** Code of a kecamatan. */
  kecamatan?: string;
}

export const EVERYTHING: Scope = {};

export const isEverything = (scope: Scope): boolean => Object.keys(scope).length === 0;

export const scopeOf = ({ opd, kecamatan }: Account): Scope => ({
  ...(opd !== null && { opd }),
  ...(kecamatan !== null && { kecamatan }),
});

/** Keeps a query of complaints (`c`) to what the caller may see. */
export const within = (where: Where, { opd, kecamatan }: Scope): Where =>
  where.and('c.opd = ?', opd).and(`left(c.location ->> 'areaCode', 8) = ?`, kecamatan);

/** True where there is a complaint of this number that another office's scope holds. */
export async function isOutside(db: Db, number: string, scope: Scope): Promise<boolean> {
  const known = await db.query('select from complaint where number = $1', [number]);
  const where = within(new Where().and('c.number = ?', number), scope);
  const seen = await db.query(`select from complaint c ${where.sql}`, where.values);
  return known.rowCount !== seen.rowCount;
}
