import type { PgBoss } from 'pg-boss';
import { afterCommit, type Db } from '#store';

/** Rings are thrown away a minute after they were answered. */
const KEEP_ANSWERED_S = 60;
const BATCH = 50;

export interface Rung {
  instance: string;
  lane: string;
  /** Long past when we heard of it: what happens now goes first. */
  isOld?: boolean | undefined;
}

/** The name of an instance's queue of rings. */
const queueOf = (instance: string): string => `deliver.${instance}`;

/**
 * Tells the workers of all processes that a lane has something to deliver.
 *
 * A ring is a pg-boss job written in the transaction that wrote the delivery; it carries nothing but the lane. What is
 * to be done stands in the outbox alone, so a ring too many does no harm and a lost one is made up by the sweep.
 */
export class Bell {
  constructor(private readonly boss: PgBoss) {}

  async install(instances: Iterable<string>): Promise<void> {
    for (const instance of instances) {
      const options = { notify: true, retryLimit: 0, deleteAfterSeconds: KEEP_ANSWERED_S, expireInSeconds: 60 };
      await this.boss.createQueue(queueOf(instance), options);
      await this.boss.updateQueue(queueOf(instance), options);
    }
  }

  /** This process's own worker: what is written here starts here, with no ring. */
  answerHere: ((instance: string, lane: string, isOld: boolean) => void) | null = null;

  async ring(tx: Db, lanes: readonly Rung[]): Promise<void> {
    const { answerHere } = this;
    // The process that wrote the delivery is the first to know: it starts at the commit. Should it end before, the
    // sweep of any other finds the lane.
    if (answerHere) {
      afterCommit(tx, () => {
        for (const { instance, lane, isOld = false } of lanes) answerHere(instance, lane, isOld);
      });
      return;
    }
    const byInstance = Map.groupBy(lanes, ({ instance }) => instance);
    for (const [instance, rung] of byInstance) {
      const jobs = [...new Set(rung.map(({ lane }) => lane))].map((lane) => ({ data: { lane } }));
      await this.boss.insert(queueOf(instance), jobs, { db: executorOf(tx) });
    }
  }

  /** Calls `answer` with the lanes that were rung; it resolves once it can take more. */
  async listen(instance: string, answer: (lanes: string[]) => Promise<void>): Promise<void> {
    await this.boss.work<{ lane: string }>(
      queueOf(instance),
      { batchSize: BATCH, burstWhenBatchFull: true, pollingIntervalSeconds: 2 },
      (jobs) => answer(jobs.map(({ data }) => data.lane)),
    );
  }
}

/** pg-boss speaks through the caller's transaction. */
export const executorOf = (tx: Db) => ({
  executeSql: async (text: string, values?: unknown[]) => ({ rows: (await tx.query(text, values)).rows as unknown[] }),
});
