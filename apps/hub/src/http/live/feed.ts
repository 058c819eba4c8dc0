import { type BeforeApplicationShutdown, Inject, Injectable } from '@nestjs/common';
import { CHANGE_CHANNEL } from '#sync';
import { Listener } from '../../listener.ts';
import { RUNTIME, type Runtime } from '../../runtime.ts';
import { auditedAfter, type Change, lastAudit } from './change.ts';
import { States } from './states.ts';

/** What nobody announced is found this soon. */
const LOOK_EVERY_MS = 1_000;
const STATES_EVERY_MS = 2_000;
/** Rows are numbered in order but commit out of order: so many are looked at again each time. */
const LOOK_BACK = 500;
/** More than this is not told one by one: whoever watches reads anew. */
const MOST_AT_ONCE = 2_000;

interface Watcher {
  take(changes: readonly Change[]): void;
  end(): void;
}

/** What happens in the hub, for all who watch in this process; while nobody does, nothing is asked of the database. */
@Injectable()
export class Feed implements BeforeApplicationShutdown {
  private readonly watchers = new Set<Watcher>();
  private listener: Listener | null = null;
  private timers: NodeJS.Timeout[] = [];
  private last = 0n;
  private seen = new Set<string>();
  private turn: Promise<void> = Promise.resolve();
  private begun: Promise<void> | null = null;

  constructor(@Inject(RUNTIME) private readonly runtime: Runtime) {}

  /** Resolves with what the watcher missed since `after`; from then on it is told. */
  async watch(watcher: Watcher, after: string | null): Promise<() => void> {
    const early: Change[] = [];
    const seat: Watcher = { take: (changes) => void early.push(...changes), end: () => watcher.end() };
    // Before anything is awaited: when the last of the others leaves meanwhile, somebody is still here to look for.
    this.watchers.add(seat);
    try {
      await (this.begun ??= this.begin());
      const missed = after === null ? [] : await this.missed(after);
      const told = new Set(missed.map(({ id }) => id));
      watcher.take([...missed, ...early.filter(({ id }) => id === null || !told.has(id))]);
      seat.take = (changes) => watcher.take(changes);
    } catch (error) {
      this.leave(seat);
      throw error;
    }
    return () => this.leave(seat);
  }

  private leave(seat: Watcher): void {
    this.watchers.delete(seat);
    if (this.watchers.size === 0) this.rest();
  }

  beforeApplicationShutdown(): void {
    for (const watcher of this.watchers) watcher.end();
    this.rest();
  }

  private async missed(after: string): Promise<Change[]> {
    const { pool } = this.runtime.hub;
    const gap = BigInt(await lastAudit(pool)) - BigInt(after);
    if (gap > BigInt(MOST_AT_ONCE)) return [{ id: null, event: 'reset', data: {}, of: null }];
    return (await auditedAfter(pool, after, MOST_AT_ONCE)).flatMap(({ change }) => change ?? []);
  }

  private async begin(): Promise<void> {
    const { hub, source } = this.runtime;
    this.last = BigInt(await lastAudit(hub.pool));
    this.seen = new Set((await auditedAfter(hub.pool, this.floor, LOOK_BACK)).map(({ id }) => id));
    const states = new States(hub);
    await states.look();
    this.listener = new Listener(source, CHANGE_CHANNEL, () => void this.look(), hub.log);
    this.timers = [
      setInterval(() => void this.look(), LOOK_EVERY_MS),
      setInterval(() => void this.tell(() => states.look()), STATES_EVERY_MS),
    ];
  }

  private rest(): void {
    for (const timer of this.timers.splice(0)) clearInterval(timer);
    this.listener?.stop();
    this.listener = null;
    this.begun = null;
  }

  private get floor(): string {
    const floor = this.last - BigInt(LOOK_BACK);
    return String(floor > 0n ? floor : 0n);
  }

  /** One look at a time: two at once would tell the same twice. */
  private look(): Promise<void> {
    this.turn = this.turn.then(() => this.tell(() => this.news()));
    return this.turn;
  }

  private async news(): Promise<Change[]> {
    const { pool } = this.runtime.hub;
    const rows = await auditedAfter(pool, this.floor, MOST_AT_ONCE + LOOK_BACK);
    const fresh = rows.filter(({ id }) => !this.seen.has(id));
    this.last = BigInt(rows.at(-1)?.id ?? this.last);
    this.seen = new Set(rows.slice(-LOOK_BACK).map(({ id }) => id));
    if (fresh.length < MOST_AT_ONCE) return fresh.flatMap(({ change }) => change ?? []);
    this.last = BigInt(await lastAudit(pool));
    return [{ id: String(this.last), event: 'reset', data: {}, of: null }];
  }

  private async tell(look: () => Promise<Change[]>): Promise<void> {
    try {
      const changes = await look();
      if (changes.length > 0) for (const watcher of this.watchers) watcher.take(changes);
    } catch (error) {
      this.runtime.hub.log.warn({ 'error.message': String(error) }, 'live.look_failed');
    }
  }
}
