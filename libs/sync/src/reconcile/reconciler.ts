import { setTimeout as sleep } from 'node:timers/promises';
import { ConnectorError, FAILURES } from '#connector';
import {
  audit,
  beginRun,
  claimRun,
  countFailure,
  endRun,
  expectedCases,
  isRunDue,
  pauseInstance,
  releaseRun,
  settleUnmet,
  transaction,
} from '#store';
import { v7 as uuidv7 } from 'uuid';
import { isOurFault } from '../fault.ts';
import type { Hub } from '../hub.ts';
import { newTraceId } from '../trace.ts';
import { compareLinks } from './here.ts';
import { comparePage } from './there.ts';
import { StoppedError, Turn } from './turn.ts';
import { fewerThanExpected } from './wording.ts';

/** Of what was listed last time, so little means that the list is broken rather than the cases gone. */
const SUSPICIOUS_SHARE = 0.1;
const AGAIN_FIRST_MS = 5_000;
const AGAIN_LONGEST_MS = 300_000;
/** Some five hours of a platform that does not answer. */
const GIVE_UP_AFTER = 60;
const STOP_MS = 3_000;

/**
 * Compares what each platform lists with what the hub knows, in the background.
 *
 * A run stands in the database: any process goes on with it from its last page. One process at a time has it.
 */
export class Reconciler {
  private readonly working = new Map<string, Promise<void>>();
  private readonly stopping = new AbortController();

  /** `wake` is told the instance that has something new in its inbox. */
  constructor(
    private readonly hub: Hub,
    private readonly wake: (instance: string) => void,
  ) {}

  /** Begins a run of each instance that had none since `due`. */
  async beginDue(due: Date): Promise<void> {
    for (const { name, connection } of this.hub.instances.values()) {
      if (connection.list && (await isRunDue(this.hub.pool, name, due))) await begin(this.hub, name);
    }
  }

  /** Goes on with every run that no process is working on. */
  takeUp(): void {
    for (const [name, { connection }] of this.hub.instances) {
      if (!connection.list || this.working.has(name) || this.stopping.signal.aborted) continue;
      const work = this.work(name)
        .catch((error: unknown) => this.report(name, error))
        .finally(() => this.working.delete(name));
      this.working.set(name, work);
    }
  }

  /** Works on the instance's run, if there is one to be had, until it ends or has to wait. */
  async work(name: string): Promise<void> {
    const run = await claimRun(this.hub.pool, name);
    if (!run) return;
    const turn = new Turn(this.hub, run, this.stopping.signal, this.wake);
    try {
      while (run.phase === 'there') await comparePage(turn);
      if (run.after === '' && (await this.isHalted(turn))) return;
      while (await compareLinks(turn));
      await this.finish(turn);
    } catch (error) {
      await this.broke(turn, error);
    } finally {
      turn.end();
    }
  }

  /** Lets go of what is under way; another process goes on with it. */
  async stop(): Promise<void> {
    this.stopping.abort();
    await Promise.race([Promise.all(this.working.values()), sleep(STOP_MS, undefined, { ref: false })]);
  }

  /** Nothing is held to be missing because a list broke. */
  private async isHalted({ hub, run, instance }: Turn): Promise<boolean> {
    const expected = await expectedCases(hub.pool, run.instance);
    const isEnough = run.listed > expected * SUSPICIOUS_SHARE || expected === 0;
    if (isEnough || run.acceptsFewer) return false;
    const reason = fewerThanExpected(run.listed, expected, instance.title);
    await transaction(hub.pool, async (tx) => {
      await endRun(tx, run, 'halted', reason);
      await audit(tx, [rowOf(run, 'reconcile_halted', reason)]);
    });
    hub.log.error({ instance: run.instance, listed: run.listed, expected }, 'reconcile.halted');
    return true;
  }

  private async finish({ hub, run }: Turn): Promise<void> {
    await transaction(hub.pool, async (tx) => {
      await settleUnmet(tx, run.id, run.instance);
      await endRun(tx, run, 'done', null);
      await audit(tx, [rowOf(run, 'reconcile_done', `${run.listed} aduan dicocokkan, ${run.fetched} dibaca utuh`)]);
    });
    hub.log.info({ instance: run.instance, listed: run.listed, fetched: run.fetched }, 'reconcile.done');
  }

  private async broke({ hub, run }: Turn, error: unknown): Promise<void> {
    const fields = { instance: run.instance, 'run.id': run.id, 'error.message': String(error) };
    if (error instanceof StoppedError) return releaseRun(hub.pool, run, new Date());
    if (error instanceof Error && error.name === 'FencedError') return hub.log.warn(fields, 'reconcile.fenced');
    hub.log.warn(fields, 'reconcile.broke');
    if (!(error instanceof ConnectorError)) {
      if (!isOurFault(error)) throw error;
      return this.fail(run, 'Galat dalam simpul saat mencocokkan');
    }
    const { retry, pause } = FAILURES[error.failure];
    run.failures += 1;
    if (pause) await pauseInstance(hub.pool, run.instance, error.message, 'hub');
    if (error.failure === 'unavailable') await countFailure(hub.pool, run.instance);
    if ((!retry && !pause) || run.failures > GIVE_UP_AFTER) return this.fail(run, error.message);
    await audit(hub.pool, [rowOf(run, error.failure, error.message)]);
    const delayMs = Math.min(AGAIN_FIRST_MS * 2 ** (run.failures - 1), AGAIN_LONGEST_MS);
    await releaseRun(hub.pool, run, new Date(Math.max(Date.now() + delayMs, error.retryAt?.getTime() ?? 0)));
  }

  private fail(run: Turn['run'], reason: string): Promise<void> {
    return transaction(this.hub.pool, async (tx) => {
      await endRun(tx, run, 'failed', reason);
      await audit(tx, [rowOf(run, 'reconcile_failed', reason)]);
    });
  }

  private report(name: string, error: unknown): void {
    this.hub.log.error({ instance: name, 'error.message': String(error) }, 'reconcile.crashed');
  }
}

const rowOf = ({ instance, traceId }: Turn['run'], outcome: string, detail: string) =>
  ({ hop: 'system', instance, outcome, detail, traceId }) as const;

/** Begins a run, or finds the one under way: the schedule's, or a person's where `asker` is named. */
export function begin(
  hub: Hub,
  instance: string,
  { asker, acceptsFewer = false }: { asker?: string; acceptsFewer?: boolean } = {},
): Promise<{ id: string; isNew: boolean }> {
  const traceId = newTraceId();
  return transaction(hub.pool, async (tx) => {
    const run = { id: uuidv7(), instance, askedBy: asker ?? 'hub', acceptsFewer, traceId };
    const begun = await beginRun(tx, run);
    const detail = acceptsFewer ? 'Daftar yang lebih pendek dianggap benar' : undefined;
    const hop = asker === undefined ? ('system' as const) : ('person' as const);
    if (begun.isNew) await audit(tx, [{ hop, actor: asker, instance, outcome: 'reconcile', detail, traceId }]);
    return begun;
  });
}
