import { types } from 'node:util';

/** Connection lost, out of resources, shut down, or read-only: it passes, and the caller may come again. */
const SQLSTATE = /^(08|53|57|58)|^25006$/;
const NETWORK = /^(ECONN|EPIPE|ETIMEDOUT|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|ENOENT$)/;
const POOL = /timeout exceeded when trying to connect|Connection terminated|connection error|pool after calling end/i;

/** True where the database rather than the request or the code is the reason. */
export function isDatabaseAway(error: unknown): boolean {
  if (!types.isNativeError(error)) return false;
  if ('errors' in error && Array.isArray(error.errors) && error.errors.some(isDatabaseAway)) return true;
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  const isSqlState = /^[0-9A-Z]{5}$/.test(code) && 'severity' in error;
  return (isSqlState ? SQLSTATE.test(code) : NETWORK.test(code)) || POOL.test(error.message);
}
