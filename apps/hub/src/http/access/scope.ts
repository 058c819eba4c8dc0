import type { Account } from '#store';
import type { Where } from '../paging/where.ts';

/** Whose complaints a caller may see: all, or those of one office alone. */
export interface Scope {
  opd?: string;
  /** Code of a kecamatan. */
  kecamatan?: string;
}

export const EVERYTHING: Scope = {};

export const scopeOf = ({ opd, kecamatan }: Account): Scope => ({
  ...(opd !== null && { opd }),
  ...(kecamatan !== null && { kecamatan }),
});

/** Keeps a query of complaints (`c`) to what the caller may see. */
export const within = (where: Where, { opd, kecamatan }: Scope): Where =>
  where.and('c.opd = ?', opd).and(`left(c.location ->> 'areaCode', 8) = ?`, kecamatan);
