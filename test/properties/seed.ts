import { randomInt } from 'node:crypto';

/** The seed of a property's run: PROPERTY_SEED, or a new one. It is printed, so that a run that failed can be had again. */
export function propertySeed(what: string): number {
  const given = Number(process.env['PROPERTY_SEED']);
  const seed = Number.isInteger(given) && given > 0 ? given : randomInt(1, 2 ** 31);
  process.stderr.write(`${what}: PROPERTY_SEED=${seed}\n`);
  return seed;
}

/** How often a property is tried: PROPERTY_RUNS, or as often as is usual for it. */
export function propertyRuns(usual: number): number {
  const given = Number(process.env['PROPERTY_RUNS']);
  return Number.isInteger(given) && given > 0 ? given : usual;
}
