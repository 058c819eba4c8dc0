import type { Pool } from 'pg';
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';
import { ProblemError } from '../problems/problem.ts';

const WINDOW_S = 900;
/** Whoever mistypes a password gets this many tries in a quarter of an hour; an office behind one address gets more. */
const TRIES_PER_ACCOUNT = 10;
const TRIES_PER_ADDRESS = 100;

/** Counts tries to log in, shared by all processes. A try is counted before it is looked at, so a volley gets no more. */
export class Throttle {
  private readonly accounts: RateLimiterPostgres;
  private readonly addresses: RateLimiterPostgres;

  constructor(pool: Pool) {
    const limiter = (keyPrefix: string, points: number) =>
      new RateLimiterPostgres({
        storeClient: pool,
        storeType: 'pool',
        tableName: 'rate_limit',
        tableCreated: true,
        keyPrefix,
        points,
        duration: WINDOW_S,
      });
    this.accounts = limiter('login-account', TRIES_PER_ACCOUNT);
    this.addresses = limiter('login-address', TRIES_PER_ADDRESS);
  }

  /** `onFirst` hears of the first try over the limit; the rest of a volley is not worth a line each. */
  async count(account: string, address: string, onFirst: () => Promise<void>): Promise<void> {
    try {
      await this.addresses.consume(address);
      await this.accounts.consume(account);
    } catch (error) {
      if (!(error instanceof RateLimiterRes)) throw error;
      const limits = [TRIES_PER_ACCOUNT, TRIES_PER_ADDRESS];
      if (limits.some((limit) => error.consumedPoints === limit + 1)) await onFirst();
      throw new ProblemError(429, {
        detail: 'Terlalu banyak percobaan masuk.',
        hint: 'Kirim lagi setelah waktu pada Retry-After.',
        retryAfterS: Math.max(1, Math.ceil(error.msBeforeNext / 1000)),
      });
    }
  }

  /** After a right log-in the account's count starts anew; the address's goes on, less this one. */
  async forgive(account: string, address: string): Promise<void> {
    await this.accounts.delete(account);
    await this.addresses.reward(address);
  }
}
