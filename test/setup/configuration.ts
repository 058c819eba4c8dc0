import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Routing } from '#complaint';
import { type Adapter, loadProfile, type WireProfile } from '#connector';
import { readRouting } from '../../config/routing.ts';

export interface Configuration {
  profiles: { name: string; adapter: Adapter<WireProfile>; settings: WireProfile }[];
  routing: Routing;
}

/** A configuration folder's profiles of the platforms that these adapters speak to, and its routing. */
export function readConfiguration(
  folder: string,
  adapters: readonly Adapter<WireProfile>[],
  variables: Record<string, string>,
): Configuration {
  const profiles = adapters.map((adapter) => {
    const file = path.join(folder, 'connectors', `${adapter.name}.yaml`);
    const settings = loadProfile(adapter.settings, readFileSync(file, 'utf8'), file, variables);
    return { name: adapter.name, adapter, settings };
  });
  const file = path.join(folder, 'routing.yaml');
  const names = profiles.map(({ name }) => name);
  return { profiles, routing: readRouting(readFileSync(file, 'utf8'), file, names) };
}
