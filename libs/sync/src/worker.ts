import { dueConversations, dueLanes, forgetDropped, isHeld } from '#store';
import { OLD_NEWS_MS } from './batch.ts';
import { deliverLane } from './deliver.ts';
import type { Hub } from './hub.ts';
import { BATCH, ingest } from './ingest.ts';
import { openDue } from './intake/open-due.ts';
import { DROPS_KEPT_MS } from './intake/rules.ts';
import { Leases } from './leases.ts';
import { Lanes } from './lanes.ts';
import { poll } from './poll.ts';

/** Lanes of one instance that one process works on at a time: a slow platform takes no more than its own places. */
const LANES_PER_INSTANCE = 8;
/** Of the requests that a platform allows a minute, the part that old news may take. */
const SHARE_OF_OLD = 0.5;
/** Conversations that one process decides about at a time. */
const OPENED_AT_A_TIME = 4;
const SWEEP_LIMIT = 50;
const STUCK_MS = 250;
/** An instance that takes nothing is asked again after so long, by the sweep. */
const HELD_MS = 500;
/** However much is done, others are told of it no more often than this. */
const TELL_EVERY_MS = 200;
/** Tells whoever shows the hub's work that there is something new to see. */
export const CHANGE_CHANNEL = 'simpul_change';

/**
 * Runs the second and third hop in this process.
 *
 * Work is announced (an ingest by {@link wake}, a delivery by a ring) and, should an announcement be lost, found again
 * by {@link sweep}, which the schedule calls every second.
 */
export class Worker {
  private readonly leases: Leases;
  private readonly lanes = new Map<string, Lanes>();
  private readonly ingesting = new Map<string, Promise<void>>();
  private readonly again = new Set<string>();
  private readonly opening = new Lanes(OPENED_AT_A_TIME, (id) => this.open(id));
  private stopping = false;
  private telling: NodeJS.Timeout | null = null;

  constructor(private readonly hub: Hub) {
    this.leases = new Leases(hub.pool);
  }

  async start(): Promise<void> {
    this.hub.bell.answerHere = (name, lane, isOld) => {
      if (this.stopping) return;
      if (isOld) this.lanes.get(name)?.enterBehind(lane);
      else void this.lanes.get(name)?.enter(lane);
    };
    for (const name of this.hub.instances.keys()) await this.add(name);
    await this.sweep();
  }

  /** Works for one more instance; for one that it works for already, there is nothing to do. */
  async add(name: string): Promise<void> {
    if (this.lanes.has(name)) return;
    const rate = this.hub.instances.get(name)?.ratePerMinute;
    const oldEveryMs = rate === undefined ? 0 : 60_000 / (rate * SHARE_OF_OLD);
    this.lanes.set(name, new Lanes(LANES_PER_INSTANCE, (lane) => this.deliver(name, lane), oldEveryMs));
    await this.hub.bell.listen(name, async (lanes) => {
      for (const lane of lanes) if (!this.stopping) await this.lanes.get(name)?.enter(lane);
    });
  }

  /** Something new stands in the instance's inbox. Where this process left the instance out, it is another's to read. */
  wake = (name: string): void => {
    if (this.stopping || !this.hub.instances.has(name)) return;
    if (this.ingesting.has(name)) {
      this.again.add(name);
      return;
    }
    const run = this.ingestAll(name).finally(() => {
      this.ingesting.delete(name);
      if (this.again.delete(name)) this.wake(name);
    });
    this.ingesting.set(name, run);
  };

  /** Polls the instance where it is due and nobody else does; what is new is ingested at once. */
  async poll(name: string, everyMs: number): Promise<void> {
    if (this.stopping) return;
    await poll(this.hub, name, everyMs, () => this.wake(name)).catch((error: unknown) =>
      this.report(error, 'poll.crashed'),
    );
  }

  /** Finds work that nobody announced: retries, dead workers' leases, messages whose wait is over. */
  async sweep(): Promise<void> {
    if (this.stopping) return;
    try {
      const { rows } = await this.hub.pool.query<{ instance: string }>({
        name: 'due-inbox',
        // The first of them by their own index, each second: whether there is any may be looked for among all.
        text: `select i.name as instance from instance i
               where (select true from inbox where instance = i.name and state = 'new' order by id + 0 limit 1)
                  or (select true from inbox where instance = i.name and state = 'waiting' and run_at <= now()
                      order by id + 0 limit 1)`,
      });
      for (const { instance } of rows) this.wake(instance);
      for (const { lane, instance, isOld } of await dueLanes(this.hub.pool, SWEEP_LIMIT, OLD_NEWS_MS)) {
        if (isOld) this.lanes.get(instance)?.enterBehind(lane);
        else this.lanes.get(instance)?.offer(lane);
      }
      const { pool, intake, instances } = this.hub;
      for (const { id, instance } of await dueConversations(pool, intake.now(), SWEEP_LIMIT)) {
        if (!this.stopping && instances.has(instance)) this.opening.offer(id);
      }
    } catch (error) {
      this.report(error, 'sweep.failed');
    }
  }

  /** The words of what was no complaint go after their time. */
  async forget(): Promise<void> {
    if (this.stopping) return;
    const { pool, intake } = this.hub;
    const before = new Date(intake.now().getTime() - DROPS_KEPT_MS);
    await forgetDropped(pool, before).catch((error: unknown) => this.report(error, 'intake.forget_failed'));
  }

  /** Takes nothing new and waits for what is under way. */
  async stop(): Promise<void> {
    this.stopping = true;
    const lanes = [this.opening, ...this.lanes.values()];
    await Promise.all([...this.ingesting.values(), ...lanes.map((each) => each.idle())]);
    this.leases.stop();
    if (this.telling) clearTimeout(this.telling);
  }

  private async ingestAll(name: string): Promise<void> {
    try {
      // Less than a whole batch: nothing was left. What came meanwhile has announced itself.
      let count: number;
      do {
        count = await ingest(this.hub, name);
        if (count > 0) this.tell();
      } while (!this.stopping && count >= BATCH);
    } catch (error) {
      this.report(error, 'ingest.crashed');
      await new Promise((resolve) => setTimeout(resolve, STUCK_MS));
    }
  }

  private async deliver(name: string, lane: string): Promise<void> {
    try {
      const count = await deliverLane(this.hub, this.leases, lane);
      if (count > 0) this.tell();
      else if (await isHeld(this.hub.pool, name)) this.lanes.get(name)?.hold(HELD_MS);
    } catch (error) {
      this.report(error, 'deliver.crashed');
    }
  }

  private tell(): void {
    this.telling ??= setTimeout(() => {
      this.telling = null;
      void this.hub.pool.query('select pg_notify($1, $2)', [CHANGE_CHANNEL, '-']).catch(() => {});
    }, TELL_EVERY_MS);
  }

  private async open(conversationId: string): Promise<void> {
    await openDue(this.hub, conversationId).catch((error: unknown) => this.report(error, 'intake.crashed'));
  }

  private report(error: unknown, message: string): null {
    this.hub.log.error({ 'error.message': String(error), 'error.stack': (error as Error)?.stack }, message);
    return null;
  }
}
