import type { IssuedToken } from '#connector';
import { holdToken, saveToken, type Sealer, transaction } from '#store';
import type { Pool } from 'pg';

/** A token is renewed this long before it ends, so that none runs out on its way. */
const MARGIN_MS = 30_000;
const CACHE_MS = 2_000;

/**
 * Access tokens shared by all processes: kept sealed in the instance's row, issued by one caller at a time.
 *
 * A caller whose token was refused names it; whoever comes second finds that another token stands there already. The
 * new token is committed by the transaction that held the lock, so a crash before that costs one more request, no more.
 */
export class Tokens {
  private readonly cache = new Map<string, { token: string; readAt: number; expiresAt: number }>();

  constructor(
    private readonly pool: Pool,
    private readonly sealer: Sealer,
  ) {}

  /** Its credentials may be others now. */
  forget(instance: string): void {
    this.cache.delete(instance);
  }

  async get(
    instance: string,
    stale: string | null,
    issue: (previous: string | null) => Promise<IssuedToken>,
  ): Promise<string> {
    const cached = this.cache.get(instance);
    const now = Date.now();
    if (cached && cached.token !== stale && now - cached.readAt < CACHE_MS && now < cached.expiresAt)
      return cached.token;

    const { token, expiresAt } = await transaction(this.pool, async (tx) => {
      // The platform may be slow to answer; this transaction waits for it.
      await tx.query(`set local idle_in_transaction_session_timeout = '30s'`);
      const stored = await holdToken(tx, instance);
      const current = stored && { token: this.sealer.open(stored.token).toString('utf8'), expiresAt: stored.expiresAt };
      if (current && current.token !== stale && current.expiresAt.getTime() - MARGIN_MS > Date.now()) return current;
      const issued = await issue(current?.token ?? null);
      await saveToken(tx, instance, {
        token: this.sealer.seal(Buffer.from(issued.token)),
        expiresAt: issued.expiresAt,
      });
      return issued;
    });
    this.cache.set(instance, { token, readAt: now, expiresAt: expiresAt.getTime() - MARGIN_MS });
    return token;
  }
}
