import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';

/** The known offices' names by their codes; the code where the name is still to be confirmed. */
export function readOffices(folder: string): Map<string, string> {
  const offices = parse(readFileSync(join(folder, 'opd.yaml'), 'utf8')) as Record<string, { name: string | null }>;
  return new Map(Object.entries(offices).map(([code, { name }]) => [code, name ?? code]));
}
