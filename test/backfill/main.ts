import { parseArgs } from 'node:util';
import { backfill, share } from '../faults/kit/backfill.ts';
import { DoomedPostgres } from '../faults/kit/postgres.ts';
import { dataSource, migrate } from '#store';

/*
 * F38 in its full size: so many old cases appear at once while people go on. Prints how fast they are heard before and
 * meanwhile, and lets the history checker look at the whole.
 */
const PATIENCE_MS = 6 * 3_600_000;

const { values } = parseArgs({
  options: { cases: { type: 'string', default: '5000' }, words: { type: 'string', default: '100' } },
});
const [cases, words] = [Number(values.cases), Number(values.words)];
if (!(cases > 0 && words > 0)) throw new RangeError('npm run backfill -- [--cases 5000] [--words 100]');

const postgres = await DoomedPostgres.prepare();
try {
  await postgres.start();
  const source = await dataSource(postgres.url, 2).initialize();
  await migrate(source);
  await source.destroy();
  const { stage, figures } = await backfill(postgres.url, cases, words, PATIENCE_MS);
  try {
    const { quietMs, duringMs, drainedS } = figures;
    const p = (times: readonly number[]) => [0.5, 0.9, 0.99].map((part) => Math.round(share(times, part))).join(' / ');
    console.log(`${cases} old cases in ${drainedS} s`);
    console.log(`${quietMs.length} live words before them: p50 / p90 / p99 ${p(quietMs)} ms`);
    console.log(`${duringMs.length} live words said while old cases were missing: ${p(duringMs)} ms`);
    const findings = await stage.judge({ patienceMs: PATIENCE_MS });
    console.log(findings || '0 lost, 0 doubled, 0 out of order, 0 echoed');
    process.exitCode = findings ? 1 : 0;
  } finally {
    await stage.close();
  }
} finally {
  await postgres.stop();
}
