import type { Routing } from '#complaint';
import {
  type Adapter,
  ChannelProfile,
  type ExchangeProfile,
  type Fault,
  loadProfile,
  ProfileError,
  WireProfile,
} from '#connector';
import { configurationMarks, type ConfigurationVersion, instanceIn, latestVersion, profileOf, ROUTING } from '#store';
import type { Instance, Log } from '#sync';
import { adapterOf, type ConfigurationFiles, type ProfileFile } from '#config/profiles';
import { readRouting } from '#config/routing';
import { connect, type Network } from './connect.ts';
import { recordFile } from './files.ts';
import { acceptPrevious, type Variables, valuesOf, variablesOf, veiled } from './variables.ts';

interface Means extends Network {
  adapters: readonly Adapter[];
  files: ConfigurationFiles;
  log: Log;
}

/** A profile that could be live: read, with its variables put in. */
export interface Draft {
  adapter: Adapter<ExchangeProfile>;
  settings: ExchangeProfile;
  variables: Variables;
}

interface Reading extends Draft {
  version: ConfigurationVersion;
}

/**
 * The profiles and the routing as they are live in this process.
 *
 * A version saved in any process becomes live in all of them without a restart: the entry of an instance is replaced,
 * and whoever works with the old connection finishes with it.
 */
export class LiveConfiguration {
  readonly instances = new Map<string, Instance>();
  routing: Routing = { home: '', rules: [], roads: [] };
  /** Told the name of each instance that was replaced or added. */
  onChange: (name: string) => void = () => {};
  private marks = new Map<string, string>();
  private turn: Promise<void> = Promise.resolve();

  constructor(readonly means: Means) {}

  /** Makes everything live at the start; throws {@link ProfileError} with the faults of all texts at once. */
  async open(): Promise<void> {
    const { pool, files, log } = this.means;
    this.marks = await configurationMarks(pool);
    const faults: Fault[] = [];
    const collect = async (read: () => Promise<void>): Promise<void> => {
      try {
        await read();
      } catch (error) {
        if (!(error instanceof ProfileError)) throw error;
        faults.push(...error.faults);
      }
    };
    const saved = [...this.marks.keys()].flatMap((subject) => instanceIn(subject) ?? []);
    for (const name of new Set([...files.profiles.map((file) => file.name), ...saved])) {
      await collect(async () => {
        await this.readOrLeaveOut(name).then((draft) => draft && this.put(name, draft));
      });
    }
    await collect(async () => void (this.routing = this.readRouting(await this.routingVersion())));
    if (faults.length > 0) throw new ProfileError(faults);
    for (const { name, text } of files.profiles) await recordFile(pool, log, profileOf(name), text);
    await recordFile(pool, log, ROUTING, files.routing.text);
    this.marks = await configurationMarks(pool);
  }

  /** Makes live what changed since the last look. One look at a time; a text that can't be read leaves what was. */
  refresh(): Promise<void> {
    this.turn = this.turn.catch(() => {}).then(() => this.look());
    return this.turn;
  }

  /** What the instance would be with `text`, or is with the text that is live. Throws {@link ProfileError}. */
  async draft(name: string, text?: string): Promise<Draft> {
    return text === undefined ? this.read(name) : this.understand(name, text, `${name}.yaml`);
  }

  /** The same for looking only: whatever the text makes of its variables, none of the secrets is among them. */
  async trial(name: string, text?: string): Promise<Draft> {
    const { settings, variables, version } = await this.read(name);
    return this.understand(name, text ?? version.text, `${name}.yaml`, veiled(variables, settings));
  }

  connect(name: string, { adapter, settings }: Draft): Instance {
    return connect(name, adapter, settings, this.means);
  }

  /** The version that rules: the newest saved one, else what the file says now. */
  async profileVersion(name: string): Promise<ConfigurationVersion | undefined> {
    return ruling(await latestVersion(this.means.pool, profileOf(name)), this.fileOf(name)?.text);
  }

  async routingVersion(): Promise<ConfigurationVersion> {
    const { pool, files } = this.means;
    return ruling(await latestVersion(pool, ROUTING), files.routing.text) as ConfigurationVersion;
  }

  readRouting({ text, source, version }: Pick<ConfigurationVersion, 'text' | 'source' | 'version'>): Routing {
    const file = source === 'file' ? this.means.files.routing.path : `routing.yaml versi ${version}`;
    const names = this.means.files.profiles.map(({ name }) => name);
    return readRouting(text, file, [...new Set([...names, ...this.instances.keys()])]);
  }

  fileOf(name: string): ProfileFile | null {
    return this.means.files.profiles.find((file) => file.name === name) ?? null;
  }

  private async look(): Promise<void> {
    const { pool, log } = this.means;
    const marks = await configurationMarks(pool);
    const changed = [...marks].filter(([subject, mark]) => this.marks.get(subject) !== mark);
    for (const [subject, mark] of changed) {
      try {
        const name = instanceIn(subject);
        if (name === null) this.routing = this.readRouting(await this.routingVersion());
        else this.put(name, await this.read(name));
        log.info({ subject }, 'configuration.live');
      } catch (error) {
        if (!(error instanceof ProfileError)) throw error;
        log.error({ subject, 'error.message': error.message }, 'configuration.refused');
      }
      this.marks.set(subject, mark);
    }
  }

  /** A channel whose variables have no value yet is left out: the hub works without it. */
  private async readOrLeaveOut(name: string): Promise<Reading | null> {
    try {
      return await this.read(name);
    } catch (error) {
      const missing = error instanceof ProfileError ? error.faults.flatMap(({ variable }) => variable ?? []) : [];
      if (missing.length === 0 || !isChannel(this.fileOf(name)?.adapter)) throw error;
      this.means.log.warn({ instance: name, missing }, `channel.left_out: ${name} needs ${missing.join(', ')}`);
      return null;
    }
  }

  private put(name: string, draft: Reading): void {
    this.instances.set(name, this.connect(name, draft));
    this.onChange(name);
  }

  private async read(name: string): Promise<Reading> {
    const version = await this.profileVersion(name);
    if (!version) throw new ProfileError([unknown(name, 'profilnya tidak ada')]);
    const label = version.source === 'file' ? this.fileOf(name)?.path : `${name}.yaml versi ${version.version}`;
    return { ...(await this.understand(name, version.text, label ?? name)), version };
  }

  private async understand(name: string, text: string, label: string, given?: Variables): Promise<Draft> {
    const { adapters, pool, sealer, env } = this.means;
    const adapter = adapterOf(text, adapters);
    if (!adapter) throw new ProfileError([unknown(label, 'konektor tidak dikenal')]);
    const variables =
      given ?? (await variablesOf(name, this.fileOf(name), { pool, sealer, environment: env.variables }));
    const settings = loadProfile(adapter.settings, text, label, valuesOf(variables));
    if (settings instanceof WireProfile) acceptPrevious(settings, text, variables);
    return { adapter, settings, variables };
  }
}

const isChannel = (adapter: Adapter<ExchangeProfile> | undefined): boolean =>
  adapter?.settings.prototype instanceof ChannelProfile;

const unknown = (file: string, message: string): Fault => ({ file, line: 1, column: 1, path: 'connector', message });

/** A text that was saved stays until another one is; the file counts as long as nothing was. */
function ruling(latest: ConfigurationVersion | undefined, file: string | undefined): ConfigurationVersion | undefined {
  if (file === undefined || (latest && latest.source !== 'file')) return latest;
  if (latest?.text === file) return latest;
  const version = (latest?.version ?? 0) + 1;
  return { version, text: file, source: 'file', savedBy: 'hub', why: FROM_FILE, savedAt: new Date() };
}

const FROM_FILE = 'dibaca dari berkas';
