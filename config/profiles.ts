import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { DeadlineRule } from '#complaint';
import { type Adapter, type ExchangeProfile, type Fault, ProfileError } from '#connector';
import { type Knowledge, learn } from '#text';
import { readAreas } from './areas.ts';
import { readClassification } from './classification.ts';
import { readDeadlines } from './deadlines.ts';
import { readRouting } from './routing.ts';

/** One configured platform as its file says it. */
export interface ProfileFile {
  name: string;
  path: string;
  text: string;
  adapter: Adapter<ExchangeProfile>;
}

export interface ConfigurationFiles {
  profiles: ProfileFile[];
  routing: { path: string; text: string };
}

/** The texts below the configuration folder; what they mean is read later, with the secrets that the database keeps. */
export function readFiles(folder: string, adapters: readonly Adapter[]): ConfigurationFiles {
  const faults: Fault[] = [];
  const profiles = profilesIn(folder).flatMap((file): ProfileFile[] => {
    const path = join(folder, 'connectors', file);
    const text = readFileSync(path, 'utf8');
    const adapter = adapterOf(text, adapters);
    if (adapter) return [{ name: basename(file, '.yaml'), path, text, adapter }];
    const message = `konektor tidak dikenal; yang ada: ${adapters.map(({ name }) => name).join(', ')}`;
    faults.push({ file: path, line: 1, column: 1, path: 'connector', message });
    return [];
  });
  if (faults.length > 0) throw new ProfileError(faults);
  return { profiles, routing: routingIn(folder) };
}

/** The connector that a profile's text names. */
export function adapterOf(text: string, adapters: readonly Adapter[]): Adapter<ExchangeProfile> | undefined {
  const wanted = /^connector:\s*(\S+)/m.exec(text)?.[1];
  return adapters.find(({ name }) => name === wanted) as Adapter<ExchangeProfile> | undefined;
}

/** What a free text is understood by. Throws {@link ProfileError}. */
export function readKnowledge(folder: string): Knowledge {
  const { path, text } = routingIn(folder);
  const instances = profilesIn(folder).map((each) => basename(each, '.yaml'));
  const { roads } = readRouting(text, path, instances);
  const file = join(folder, 'classification.yaml');
  const areas = readAreas(folder);
  return learn({ areas, roads, rules: readClassification(readFileSync(file, 'utf8'), file, areas) });
}

/** When what has to be done. Throws {@link ProfileError}. */
export function deadlinesIn(folder: string): DeadlineRule[] {
  const fileOf = (name: string) => ({ path: join(folder, name), text: readFileSync(join(folder, name), 'utf8') });
  return readDeadlines(fileOf('deadlines.yaml'), fileOf('holidays.yaml'));
}

const profilesIn = (folder: string): string[] =>
  readdirSync(join(folder, 'connectors')).filter((file) => file.endsWith('.yaml'));

function routingIn(folder: string): { path: string; text: string } {
  const path = join(folder, 'routing.yaml');
  return { path, text: readFileSync(path, 'utf8') };
}
