import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { DeadlineRule, Routing } from '#complaint';
import { type Adapter, type Fault, loadProfile, ProfileError, type WireProfile } from '#connector';
import { readDeadlines } from './deadlines.ts';
import { readRouting } from './routing.ts';

/** One configured platform: its file's name, its code and its settings. */
interface Profile {
  name: string;
  adapter: Adapter<WireProfile>;
  settings: WireProfile;
}

export interface Configuration {
  profiles: Profile[];
  routing: Routing;
  deadlines: DeadlineRule[];
}

/** Everything below the configuration folder. Throws {@link ProfileError} with the faults of all files at once. */
export function readConfiguration(
  folder: string,
  adapters: readonly Adapter[],
  variables: Readonly<Record<string, string | undefined>>,
): Configuration {
  const faults: Fault[] = [];
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
    const adapter = adapters.find(({ name }) => name === wanted) as Adapter<WireProfile> | undefined;
    if (!adapter) {
      const message = `konektor tidak dikenal; yang ada: ${adapters.map(({ name }) => name).join(', ')}`;
      faults.push({ file: path, line: 1, path: 'connector', message });
      return [];
    }
    const settings = collect(() => loadProfile(adapter.settings, text, path, variables));
    return settings ? [{ name: basename(file, '.yaml'), adapter, settings }] : [];
  });
  const routingPath = join(folder, 'routing.yaml');
  const names = files.map((file) => basename(file, '.yaml'));
  const routing = collect(() => readRouting(readFileSync(routingPath, 'utf8'), routingPath, names));
  const fileOf = (name: string) => ({ path: join(folder, name), text: readFileSync(join(folder, name), 'utf8') });
  const deadlines = collect(() => readDeadlines(fileOf('deadlines.yaml'), fileOf('holidays.yaml')));
  if (faults.length > 0 || !routing || !deadlines) throw new ProfileError(faults);
  return { profiles, routing, deadlines };
}
