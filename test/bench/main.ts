import { mkdirSync } from 'node:fs';
import { stopChildren } from './children.ts';
import { machineFacts } from './facts.ts';
import { type Ground, prepareGround } from './ground.ts';
import { readOptions } from './options.ts';
import { table, writeJson } from './report.ts';
import { runMeasures } from './run.ts';

/*
 * What the hub can do on this machine, next to what a bare receiver can do on the same PostgreSQL in the same run.
 * Hub, floor, platforms and the load's generator are processes of their own and share the machine, over loopback.
 */
let ground: Ground | null = null;
let closing: Promise<void> | null = null;
const close = (): Promise<void> =>
  (closing ??= (async () => {
    await stopChildren();
    await ground?.close();
  })());

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    console.log('\nstopping ...');
    void close().finally(() => process.exit(130));
  });
}

try {
  const options = readOptions(process.argv.slice(2));
  if (options.profile) mkdirSync(options.profile, { recursive: true });
  ground = await prepareGround();
  const facts = await machineFacts(ground.postgresUrl);
  for (const [name, value] of Object.entries(facts)) console.log(`${name.padEnd(12)}${value}`);
  const figures = await runMeasures(ground, options);
  console.log(`\n${table(figures)}\n`);
  if (options.profile) console.log('Measured under the profiler: the figures judge nothing.');
  if (options.json) writeJson(options.json, facts, figures);
} catch (error) {
  if (!closing) console.error(error instanceof RangeError ? error.message : error);
  process.exitCode = 1;
} finally {
  await close();
}
// Not left to the end of the loop: Node's own clean-up of handles may spin for ever after connections were cut.
process.exit();
