import { ConnectorError } from '#connector';
import type { Pool } from 'pg';
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';

const WINDOW_S = 5;
const BLOCKS_PER_WINDOW = 50;
/** So many windows can touch one minute: with a minute's budget spread over them, no minute holds more. */
const WINDOWS_PER_MINUTE = 13;

/** The rate that a platform allows, shared by all processes; resolves where there is a place, else `throttled`. */
export function budget(pool: Pool, instance: string, title: string, perMinute: number): () => Promise<void> {
  const limiter = new RateLimiterPostgres({
    storeClient: pool,
    storeType: 'pool',
    tableName: 'rate_limit',
    tableCreated: true,
    keyPrefix: 'platform',
    points: Math.max(1, Math.floor(perMinute / WINDOWS_PER_MINUTE)),
    duration: WINDOW_S,
  });
  // A large budget is taken in blocks, so that not every request costs a commit on the one row that all share. What a
  // block leaves over when its window ends is lost: two hundredths at the most.
  const block = Math.max(1, Math.floor(limiter.points / BLOCKS_PER_WINDOW));
  const held = { left: 0, until: 0 };
  let taking: Promise<void> | null = null;
  const take = async () => {
    const { msBeforeNext } = await limiter.consume(instance, block);
    held.left = block;
    held.until = Date.now() + msBeforeNext;
  };
  return async () => {
    try {
      while (held.left <= 0 || Date.now() >= held.until) {
        taking ??= take().finally(() => {
          taking = null;
        });
        await taking;
      }
      held.left -= 1;
    } catch (error) {
      if (!(error instanceof RateLimiterRes)) throw error;
      const retryAt = new Date(Date.now() + Math.max(error.msBeforeNext, 100));
      throw new ConnectorError('throttled', `Jatah permintaan ke ${title} habis untuk saat ini`, { retryAt });
    }
  };
}
