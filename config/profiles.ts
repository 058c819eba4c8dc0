import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { type Adapter, type Fault, ProfileError, type WireProfile } from '#connector';

/** One configured platform as its file says it. */
export interface ProfileFile {
  name: string;
  path: string;
  text: string;
  adapter: Adapter<WireProfile>;
}

export interface ConfigurationFiles {
  profiles: ProfileFile[];
  routing: { path: string; text: string };
}

/** The texts below the configuration folder; what they mean is read later, with the secrets that the database keeps. */
export function readFiles(folder: string, adapters: readonly Adapter[]): ConfigurationFiles {
  const faults: Fault[] = [];
  const files = readdirSync(join(folder, 'connectors')).filter((file) => file.endsWith('.yaml'));
  const profiles = files.flatMap((file): ProfileFile[] => {
    const path = join(folder, 'connectors', file);
    const text = readFileSync(path, 'utf8');
    const adapter = adapterOf(text, adapters);
    if (adapter) return [{ name: basename(file, '.yaml'), path, text, adapter }];
    const message = `konektor tidak dikenal; yang ada: ${adapters.map(({ name }) => name).join(', ')}`;
    faults.push({ file: path, line: 1, column: 1, path: 'connector', message });
    return [];
  });
  if (faults.length > 0) throw new ProfileError(faults);
  const path = join(folder, 'routing.yaml');
  return { profiles, routing: { path, text: readFileSync(path, 'utf8') } };
}

/** The connector that a profile's text names. */
export function adapterOf(text: string, adapters: readonly Adapter[]): Adapter<WireProfile> | undefined {
  const wanted = /^connector:\s*(\S+)/m.exec(text)?.[1];
  return adapters.find(({ name }) => name === wanted) as Adapter<WireProfile> | undefined;
}
