import type { Mutant } from './mutate.ts';

/** Why no test notices, by file: the change as the list of survivors prints it, and the reason. */
const REASONS: Record<string, Record<string, string>> = {};

export const reasonOf = ({ file, from, to }: Mutant): string | undefined => REASONS[file]?.[`${from}  ->  ${to}`];
