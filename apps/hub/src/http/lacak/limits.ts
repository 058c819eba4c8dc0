import type { Pool } from 'pg';
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';

const HOUR_S = 3_600;

/** How often something may be tried in an hour, counted for all processes together. */
export class HourlyLimit {
  private readonly limiter: RateLimiterPostgres;

  constructor(pool: Pool, name: string, points: number) {
    const table = { storeType: 'pool', tableName: 'rate_limit', tableCreated: true } as const;
    this.limiter = new RateLimiterPostgres({ storeClient: pool, ...table, keyPrefix: name, points, duration: HOUR_S });
  }

  /** False where the hour's tries are used up. Counted before the try, so that many at once gain nothing. */
  async admit(key: string): Promise<boolean> {
    try {
      await this.limiter.consume(key);
      return true;
    } catch (error) {
      if (error instanceof RateLimiterRes) return false;
      throw error;
    }
  }

  async forget(key: string): Promise<void> {
    await this.limiter.delete(key);
  }
}
