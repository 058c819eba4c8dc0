import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Road, Routing } from '#complaint';
import { type Adapter, ChannelProfile, type ExchangeProfile, type Fault, loadProfile, ProfileError } from '#connector';
import { type Knowledge, learn } from '#text';
import { readAreas } from './areas.ts';
import { readClassification } from './classification.ts';
import { readRouting } from './routing.ts';

/** One configured platform: its file's name, its code and its settings. */
interface Profile {
  name: string;
  adapter: Adapter<ExchangeProfile>;
  settings: ExchangeProfile;
}

export interface Configuration {
  profiles: Profile[];
  routing: Routing;
  /** Channels whose variables have no value, with those; the hub works without them. */
  leftOut: { name: string; missing: string[] }[];
  /** What a free text is understood by. */
  knowledge: Knowledge;
}

/** Everything below the configuration folder. Throws {@link ProfileError} with the faults of all files at once. */
export function readConfiguration(
  folder: string,
  adapters: readonly Adapter[],
  variables: Readonly<Record<string, string | undefined>>,
): Configuration {
  const faults: Fault[] = [];
  const leftOut: Configuration['leftOut'] = [];
  const collect = <T>(read: () => T): T | undefined => {
    try {
      return read();
    } catch (error) {
      if (!(error instanceof ProfileError)) throw error;
      faults.push(...error.faults);
      return undefined;
    }
  };
  const files = readdirSync(join(folder, 'connectors')).filter((file) => file.endsWith('.yaml'));
  const profiles = files.flatMap((file) => {
    const path = join(folder, 'connectors', file);
    const text = readFileSync(path, 'utf8');
    const wanted = /^connector:\s*(\S+)/m.exec(text)?.[1] ?? '';
    const adapter = adapters.find(({ name }) => name === wanted) as Adapter<ExchangeProfile> | undefined;
    if (!adapter) {
      const message = `konektor tidak dikenal; yang ada: ${adapters.map(({ name }) => name).join(', ')}`;
      faults.push({ file: path, line: 1, path: 'connector', message });
      return [];
    }
    const name = basename(file, '.yaml');
    const read = () => loadProfile(adapter.settings, text, path, variables);
    const missing = isChannel(adapter) ? missingOf(read) : [];
    if (missing.length > 0) {
      leftOut.push({ name, missing });
      return [];
    }
    const settings = collect(read);
    return settings ? [{ name, adapter, settings }] : [];
  });
  const names = files.map((file) => basename(file, '.yaml'));
  const routing = collect(() => routingOf(folder, names));
  const knowledge = collect(() => knowledgeOf(folder, routing?.roads ?? []));
  if (faults.length > 0 || !routing || !knowledge) throw new ProfileError(faults);
  return { profiles, routing, knowledge, leftOut };
}

/** What a free text is understood by, for who needs nothing else of the configuration. */
export function readKnowledge(folder: string): Knowledge {
  const names = readdirSync(join(folder, 'connectors')).map((file) => basename(file, '.yaml'));
  return knowledgeOf(folder, routingOf(folder, names).roads);
}

function routingOf(folder: string, instances: string[]): Routing {
  const file = join(folder, 'routing.yaml');
  return readRouting(readFileSync(file, 'utf8'), file, instances);
}

function knowledgeOf(folder: string, roads: readonly Road[]): Knowledge {
  const file = join(folder, 'classification.yaml');
  const areas = readAreas(folder);
  return learn({ areas, roads, rules: readClassification(readFileSync(file, 'utf8'), file, areas) });
}

const isChannel = ({ settings }: Adapter<ExchangeProfile>): boolean => settings.prototype instanceof ChannelProfile;

/** The variables that a profile asks for and that have no value. */
function missingOf(read: () => unknown): string[] {
  try {
    read();
    return [];
  } catch (error) {
    if (!(error instanceof ProfileError)) throw error;
    return [...new Set(error.faults.flatMap(({ variable }) => variable ?? []))];
  }
}
