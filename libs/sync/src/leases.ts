import { type Delivery, renewLeases } from '#store';
import type { Pool } from 'pg';

const RENEW_EVERY_MS = 2_000;

/** The deliveries that this process works on; their leases are renewed together while it lives and its loop turns. */
export class Leases {
  private readonly held = new Map<string, Delivery>();
  private readonly timer: NodeJS.Timeout;

  constructor(private readonly pool: Pool) {
    this.timer = setInterval(() => void this.renew(), RENEW_EVERY_MS);
  }

  async during(delivery: Delivery, work: () => Promise<void>): Promise<void> {
    this.held.set(delivery.id, delivery);
    try {
      await work();
    } finally {
      this.held.delete(delivery.id);
    }
  }

  get size(): number {
    return this.held.size;
  }

  stop(): void {
    clearInterval(this.timer);
  }

  private async renew(): Promise<void> {
    if (this.held.size === 0) return;
    // A lease that can't be renewed runs out, and its work is taken over and fenced: nothing else to do here.
    await renewLeases(this.pool, [...this.held.values()]).catch(() => {});
  }
}
