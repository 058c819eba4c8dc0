import { Chance } from '../../apps/hub/src/demo/chance.ts';
import { check } from '../faults/kit/checker/check.ts';
import { inWords, withTrails } from '../faults/kit/checker/findings.ts';
import { collect } from '../faults/kit/checker/history.ts';
import { Load } from '../faults/kit/load.ts';
import { DoomedPostgres } from '../faults/kit/postgres.ts';
import { Stage } from '../faults/kit/stage.ts';
import { setTimeout as sleep } from 'node:timers/promises';
import { Havoc } from './havoc.ts';
import { type Options, readOptions } from './options.ts';
import { countFindings, machineAndCommit, show } from './report.ts';

/*
 * A long bad day: load from all three platforms, faults of all kinds over each other, processes killed all the while;
 * then quiet, and the history checker. The same seed draws the same faults and the same load.
 */
const PROGRESS_MS = 5_000;
/** Patience for what a bad day held up; it begins anew as long as less and less is on its way. */
const CONVERGED_WITHIN_MS = 420_000;
/** To count often what is on its way would take the time from the work itself. */
const COUNT_EVERY_MS = 5_000;
/** From here on it may be counted as often as one likes. */
const FEW = 200;
const LOOK_AGAIN_MS = 20_000;
const SHORTEST_REST_MS = 2_000;
/** A platform that sends one after the other falls hours behind a line that is dead every few seconds. */
const WEBHOOKS_AT_ONCE = 8;
const RETRIES = '300ms,600ms,1s,2s,3s,4s,5s,5s,5s,5s,5s,5s';

let stage: Stage | null = null;
let postgres: DoomedPostgres | null = null;
const state = { stopping: false };
const close = async (): Promise<void> => {
  state.stopping = true;
  await stage?.close();
  await postgres?.stop();
};
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => void close().finally(() => process.exit(130)));
}

try {
  const options = readOptions(process.argv.slice(2));
  process.exitCode = (await run(options)) ? 0 : 1;
} catch (error) {
  if (!state.stopping) console.error(error instanceof RangeError ? error.message : error);
  process.exitCode = 1;
} finally {
  if (!state.stopping) {
    await close();
    // Not left to the end of the loop: Node's own clean-up of handles may spin for ever after so many resets.
    process.exit();
  }
}

async function run(options: Options): Promise<boolean> {
  const { minutes, seed, processes, rate } = options;
  const facts = machineAndCommit();
  console.log(
    `chaos: seed ${seed}, ${minutes} minutes, ${processes} processes\n${facts.machine}, commit ${facts.commit}`,
  );
  postgres = await DoomedPostgres.prepare();
  await postgres.start();
  stage = await Stage.open({
    databaseUrl: postgres.url,
    processes,
    variables: { RETRY_SCHEDULE: RETRIES },
    webhooksAtOnce: WEBHOOKS_AT_ONCE,
  });
  const load = new Load(stage, new Chance(seed), 1_000 / rate).start();
  const havoc = new Havoc(stage, postgres, new Chance(seed + 1), processes);
  havoc.start();

  const started = Date.now();
  for (const end = started + minutes * 60_000; Date.now() < end && !state.stopping; ) {
    await sleep(Math.min(PROGRESS_MS, Math.max(0, end - Date.now())));
    const seconds = Math.round((Date.now() - started) / 1000);
    console.log(`${String(seconds).padStart(5)} s  ${load.events} events, ${havoc.kills} kills`);
  }
  await load.stop();
  await havoc.stop();
  const quietAt = Date.now();
  const { byHand, findings, isSettled } = await converge(stage);
  const settledAfterS = Math.round((Date.now() - quietAt) / 1000);
  const [counts] = await stage.sql<{ messages: number; deliveries: number }>(
    `select (select count(*) from inbox)::int as messages, (select count(*) from outbox where state = 'done')::int as deliveries`,
  );
  const { messages = 0, deliveries = 0 } = counts ?? {};
  const { events } = load;
  const figures = { seed, minutes, ...facts, events, messages, deliveries, kills: havoc.kills, faults: havoc.struck };
  const died = stage.hubs.filter((hub) => hub.died);
  show({ ...figures, died: died.length, byHand, settledAfterS, findings: countFindings(findings) }, options);
  if (died.length > 0) console.log(`ended by itself:\n${died[0]?.log().slice(-3_000)}`);
  if (findings.length > 0) console.log(inWords(await withTrails(stage.pool, findings.slice(0, 20))));
  if (!isSettled) console.log('never settled: something was on its way to the end');
  const isWell = isSettled && findings.length === 0 && died.length === 0;
  if (options.hold && !isWell) {
    console.log(`held until Ctrl-C: ${postgres.url}, logs in ${stage.folder}`);
    while (!state.stopping) await sleep(PROGRESS_MS);
  }
  return isWell;
}

/** Waits while less and less is on its way. */
async function drained(on: Stage): Promise<void> {
  let fewest = Infinity;
  for (let end = Date.now() + CONVERGED_WITHIN_MS; fewest > FEW && Date.now() < end && !state.stopping; ) {
    const left = await on.onTheirWay();
    if (left < fewest) end = Date.now() + CONVERGED_WITHIN_MS;
    fewest = Math.min(fewest, left);
    console.log(`quiet: ${left} things on their way`);
    await sleep(COUNT_EVERY_MS);
  }
}

interface Verdict {
  byHand: number;
  findings: ReturnType<typeof check>;
  /** What is still on its way may yet be doubled, or come back as news. */
  isSettled: boolean;
}

/**
 * Until the checker finds nothing, or finds no less for as long as the patience lasts: what only the list of a platform
 * tells is on nobody's way before it was polled. What is parked is sent again, as an operator would.
 */
async function converge(on: Stage): Promise<Verdict> {
  await drained(on);
  let [byHand, fewest, end] = [0, Infinity, 0];
  for (;;) {
    const left = await on.settled(LOOK_AGAIN_MS).then(
      () => null,
      (error: Error) => error.message,
    );
    if (left !== null) console.log(left);
    const isSettled = left === null;
    const lookedAt = performance.now();
    const findings = check(await collect(on.diary.told, on.simulators, on.pool));
    const lookMs = performance.now() - lookedAt;
    if (findings.length < fewest) end = Date.now() + CONVERGED_WITHIN_MS;
    fewest = Math.min(fewest, findings.length);
    if ((findings.length === 0 && isSettled) || Date.now() > end) return { byHand, findings, isSettled };
    console.log(`quiet: ${findings.length} findings`);
    byHand += await retryParked(on);
    // A look holds up the simulators, which live in this process: what is left is told by their lists.
    await sleep(Math.max(SHORTEST_REST_MS, 3 * lookMs));
  }
}

async function retryParked(on: Stage): Promise<number> {
  const parked = await on.sql<{ id: string }>(
    `select 'd_' || id as id from outbox where state in ('parked', 'uncertain') union all
     select 'm_' || id from inbox where state = 'parked'`,
  );
  for (const { id } of parked) await on.api(`/parked/${id}/retry`, 'POST');
  for (const { name } of await on.sql<{ name: string }>(`select name from instance where state = 'paused'`)) {
    await on.api(`/instances/${name}/resume`, 'POST');
  }
  return parked.length;
}
