import { randomInt } from 'node:crypto';

/** The run's seed: FAULT_SEED, or a new one. It is printed, so that a run that failed can be had again. */
export function runSeed(what: string): number {
  const given = Number(process.env.FAULT_SEED);
  const seed = Number.isInteger(given) && given > 0 ? given : randomInt(1, 1_000_000);
  process.stderr.write(`${what}: FAULT_SEED=${seed}\n`);
  return seed;
}
