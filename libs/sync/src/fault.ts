import { isAway } from '#store';

/** Away, read-only, or two transactions in each other's way: none of it says anything about the data. */
const DATABASE_IS_AWAY = /^(08|53|57|58|25|40|55P03)/;

/** True where the code or the data is to blame, rather than a database that is away for now. */
export function isOurFault(error: unknown): boolean {
  // First: EPIPE has the five letters of an SQLSTATE.
  if (isAway(error)) return false;
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const isDatabase = /^[0-9A-Z]{5}$/.test(code);
  if (isDatabase) return !DATABASE_IS_AWAY.test(code);
  return error instanceof TypeError || error instanceof RangeError || error instanceof SyntaxError;
}
