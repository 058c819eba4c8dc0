import { Inject, Injectable } from '@nestjs/common';
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';
import { RUNTIME, type Runtime } from '../../runtime.ts';
import { ProblemError } from '../problems/problem.ts';

const WINDOW_S = 900;
/** Whoever mistypes a password gets this many tries in a quarter of an hour; an office behind one address gets more. */
const TRIES_PER_ACCOUNT = 10;
const TRIES_PER_ADDRESS = 100;

/** Counts tries to log in, shared by all processes. A try is counted before it is looked at, so a volley gets no more. */
@Injectable()
export class Throttle {
  private readonly accounts: RateLimiterPostgres;
  private readonly addresses: RateLimiterPostgres;

  constructor(@Inject(RUNTIME) { hub: { pool } }: Runtime) {
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

  /** `onFirst` hears of the first try over a limit; the rest of a volley is not worth a line each. */
  async count(account: string, address: string, onFirst: () => Promise<void>): Promise<void> {
    await take(this.addresses, address, onFirst);
    await take(this.accounts, account, onFirst);
  }

  /** After a right log-in the account's count starts anew; the address's goes on, less this one. */
  async forgive(account: string, address: string): Promise<void> {
    await this.accounts.delete(account);
    await this.addresses.reward(address);
  }
}

async function take(limiter: RateLimiterPostgres, key: string, onFirst: () => Promise<void>): Promise<void> {
  try {
    await limiter.consume(key);
  } catch (error) {
    if (!(error instanceof RateLimiterRes)) throw error;
    if (error.consumedPoints === limiter.points + 1) await onFirst();
    throw new ProblemError(429, {
      detail: 'Terlalu banyak percobaan masuk.',
      hint: 'Kirim lagi setelah waktu pada Retry-After.',
      retryAfterS: Math.max(1, Math.ceil(error.msBeforeNext / 1000)),
    });
  }
}
