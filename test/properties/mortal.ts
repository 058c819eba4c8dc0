import type { Connection } from '#connector';
import type { Pool, PoolClient } from 'pg';

/** The process is gone: whatever it was about to do, it does not do any more. */
export class KilledError extends Error {
  override readonly name = 'KilledError';
}

/**
 * A process that ends at one of its awaits: before something is asked of the database or of a platform, or after it was
 * done and before the process hears so.
 */
export class Mortal {
  private left = Number.POSITIVE_INFINITY;
  isDead = false;
  /** Awaits so far. */
  passed = 0;

  killAfter(awaits: number): void {
    this.left = awaits;
  }

  private step(): void {
    this.passed += 1;
    this.left -= 1;
    if (this.left <= 0) this.isDead = true;
    if (this.isDead) throw new KilledError('killed');
  }

  private async during<T>(work: () => Promise<T>): Promise<T> {
    this.step();
    const result = await work();
    this.step();
    return result;
  }

  /** The pool as this process has it; its connections break when it dies. */
  pool(real: Pool): Pool {
    const connect = async (): Promise<PoolClient> => {
      const client = await real.connect();
      try {
        this.step();
      } catch (error) {
        client.release(true);
        throw error;
      }
      return this.client(client);
    };
    return this.instead(real, {
      connect,
      query: (...args: unknown[]) => this.during(() => real.query(...(args as [string]))),
    });
  }

  private client(real: PoolClient): PoolClient {
    return this.instead(real, {
      query: (...args: unknown[]) => this.during(() => real.query(...(args as [string]))),
      release: (broken?: Error | boolean) => real.release(this.isDead ? true : broken),
    });
  }

  /** A platform as this process reaches it: what was asked arrives, whether or not somebody still listens. */
  connection(real: Connection): Connection {
    const push = Object.entries(real.push).map(([kind, way]) => {
      const { settle } = way as AnyPush;
      const looks = typeof settle === 'function' && ((...args: unknown[]) => this.during(() => settle(...args)));
      return [
        kind,
        { send: (...args: unknown[]) => this.during(() => (way as AnyPush).send(...args)), settle: looks || settle },
      ];
    });
    return {
      ...real,
      poll: (cursor) => this.during(() => real.poll?.(cursor) ?? Promise.reject(new Error('no poll'))),
      fetch: (externalId) => this.during(() => real.fetch?.(externalId) ?? Promise.resolve(null)),
      download: (url, maxBytes) =>
        this.during(() => real.download?.(url, maxBytes) ?? Promise.reject(new Error('no files'))),
      push: Object.fromEntries(push) as Connection['push'],
    };
  }

  private instead<T extends object>(real: T, own: Partial<Record<keyof T, unknown>>): T {
    return new Proxy(real, {
      get: (target, key) => {
        if (Object.hasOwn(own, key)) return own[key as keyof T];
        const value: unknown = Reflect.get(target, key);
        return typeof value === 'function' ? value.bind(target) : value;
      },
    });
  }
}

interface AnyPush {
  send: (...args: unknown[]) => Promise<unknown>;
  settle: string | ((...args: unknown[]) => Promise<unknown>);
}
