import { type Adapter, loadProfile, variablesIn, type ExchangeProfile } from '#connector';
import {
  addVersion,
  latestVersion,
  profileOf,
  putSecret,
  registerInstances,
  touchConfiguration,
  transaction,
} from '#store';
import type { Actor, Hub } from '#sync';
import { changed } from './acts.ts';
import type { LiveConfiguration } from './live.ts';

interface NewInstance {
  name: string;
  adapter: Adapter<ExchangeProfile>;
  text: string;
  secrets: Readonly<Record<string, string>>;
  why: string;
}

/** A profile to begin with: that of an instance of the same connector, its variables named after the new one. */
export async function templateFor(live: LiveConfiguration, connector: string, name: string): Promise<string | null> {
  const like = likenessOf(live, connector);
  const text = like && (await live.profileVersion(like))?.text;
  if (!text) return null;
  const ours = prefixOf(name);
  const theirs = prefixOf(like);
  return variablesIn(text).reduce((renamed, variable) => {
    const place = new RegExp(String.raw`\$\{${variable}(?=[}:])`, 'g');
    return renamed.replace(place, () => `\${${ours}_${variable.replace(new RegExp(`^${theirs}_`), '')}`);
  }, text);
}

/** An instance of the connector; where none is live, the file of one that still lacks its variables. */
function likenessOf({ instances, means }: LiveConfiguration, connector: string): string | undefined {
  const live = [...instances.values()].find((each) => each.connector === connector);
  return (live ?? means.files.profiles.find(({ adapter }) => adapter.name === connector))?.name;
}

const prefixOf = (name: string): string => name.toUpperCase().replaceAll('-', '_');

/** Somebody made one of this name, or a file tells of one that still lacks its variables. */
export class NameTakenError extends Error {
  override readonly name = 'NameTakenError';
}

/**
 * Makes an instance live in all processes.
 *
 * Throws {@link ProfileError} where its profile could not be, {@link NameTakenError} where there is one of this name.
 */
export async function createInstance(
  hub: Hub,
  live: LiveConfiguration,
  { name, adapter, text, secrets, why }: NewInstance,
  actor: Actor,
): Promise<void> {
  // Whoever chose a name that is taken needs no list of faults.
  if (live.instances.has(name) || live.fileOf(name)) throw new NameTakenError();
  loadProfile(adapter.settings, text, `${name}.yaml`, secrets);
  const { pool, sealer } = live.means;
  // Deliveries may be rung for from the moment it is live.
  await hub.bell.install([name]);
  await transaction(pool, async (tx) => {
    // Whoever makes another of this name waits here.
    await touchConfiguration(tx, profileOf(name));
    if (await latestVersion(tx, profileOf(name))) throw new NameTakenError();
    await registerInstances(tx, [{ name, connector: adapter.name }]);
    for (const [variable, value] of Object.entries(secrets)) {
      await putSecret(tx, name, variable, { value: sealer.seal(Buffer.from(value)) }, actor);
    }
    await addVersion(tx, profileOf(name), { text, source: 'saved', savedBy: actor, why });
    await changed(tx, profileOf(name), actor, 'create', why);
  });
  await live.refresh();
}
