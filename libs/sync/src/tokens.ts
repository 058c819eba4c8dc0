import type { IssuedToken } from '#connector';
import { holdToken, saveToken, type Sealer, transaction } from '#store';
import type { Pool } from 'pg';

/** A token is renewed this long before it ends, so that none runs out on its way. */
const MARGIN_MS = 30_000;
const CACHE_MS = 2_000;

interface Whose {
  instance: string;
  /** Tells credentials apart: a token that was issued for others is as good as none. */
  mark: string;
}

/**
 * Access tokens shared by all processes: kept sealed in the instance's row, issued by one caller at a time.
 *
 * A caller whose token was refused names it; whoever comes second finds that another token stands there already. The
 * new token is committed by the transaction that held the lock, so a crash before that costs one more request, no more.
 */
export class Tokens {
  private readonly cache = new Map<string, { token: string; readAt: number; expiresAt: number }>();
  private readonly asking = new Map<string, Promise<string>>();

  constructor(
    private readonly pool: Pool,
    private readonly sealer: Sealer,
  ) {}

  async get(
    { instance, mark }: Whose,
    stale: string | null,
    issue: (previous: string | null) => Promise<IssuedToken>,
  ): Promise<string> {
    const key = `${instance} ${mark}`;
    const cached = this.cache.get(key);
    const now = Date.now();
    if (cached && cached.token !== stale && now - cached.readAt < CACHE_MS && now < cached.expiresAt)
      return cached.token;

    // Each caller that waited for the lock by itself would hold a connection for it, and fifty would hold them all.
    const question = `${key} ${stale}`;
    const running = this.asking.get(question);
    if (running) return running;
    const asked = this.ask({ instance, mark }, stale, issue).finally(() => this.asking.delete(question));
    this.asking.set(question, asked);
    return asked;
  }

  private async ask(
    { instance, mark }: Whose,
    stale: string | null,
    issue: (previous: string | null) => Promise<IssuedToken>,
  ): Promise<string> {
    const now = Date.now();
    const { token, expiresAt } = await transaction(this.pool, async (tx) => {
      // The platform may be slow to answer; this transaction waits for it.
      await tx.query(`set local idle_in_transaction_session_timeout = '30s'`);
      const stored = await holdToken(tx, instance);
      const [markOf, kept] = stored ? this.sealer.open(stored.token).toString('utf8').split('\n') : [];
      const current =
        stored && kept !== undefined && markOf === mark ? { token: kept, expiresAt: stored.expiresAt } : undefined;
      if (current && current.token !== stale && current.expiresAt.getTime() - MARGIN_MS > Date.now()) return current;
      const issued = await issue(current?.token ?? null);
      await saveToken(tx, instance, {
        token: this.sealer.seal(Buffer.from(`${mark}\n${issued.token}`)),
        expiresAt: issued.expiresAt,
      });
      return issued;
    });
    this.cache.set(`${instance} ${mark}`, { token, readAt: now, expiresAt: expiresAt.getTime() - MARGIN_MS });
    return token;
  }
}
