import { ProfileError } from '#connector';
import {
  addVersion,
  audit,
  type ConfigurationVersion,
  type Db,
  instanceIn,
  latestVersion,
  touchConfiguration,
  transaction,
  type VersionSource,
} from '#store';
import { type Actor, newTraceId } from '#sync';
import type { LiveConfiguration } from './live.ts';

interface NewVersion {
  text: string;
  why: string;
  source: VersionSource;
  /** The version that the text was made from: refused where another one has come since. */
  basedOn?: number | undefined;
}

/** Somebody else saved meanwhile. */
export class OvertakenError extends Error {
  override readonly name = 'OvertakenError';

  constructor(readonly version: number) {
    super(`Version ${version} was saved meanwhile`);
  }
}

/** Keeps a text that the caller has found sound, and makes it live here before it resolves; elsewhere a moment later. */
export async function saveVersion(
  live: LiveConfiguration,
  subject: string,
  { text, why, source, basedOn }: NewVersion,
  actor: Actor,
): Promise<ConfigurationVersion> {
  const saved = await transaction(live.means.pool, async (tx) => {
    await touchConfiguration(tx, subject);
    const latest = await latestVersion(tx, subject);
    if (basedOn !== undefined && latest && latest.version !== basedOn) throw new OvertakenError(latest.version);
    const version = await addVersion(tx, subject, { text, why, source, savedBy: actor });
    await changed(tx, subject, actor, source === 'rollback' ? 'roll_back' : 'save', `versi ${version.version}: ${why}`);
    return version;
  });
  await live.refresh();
  return saved;
}

export async function changed(tx: Db, subject: string, actor: Actor, outcome: string, detail: string): Promise<void> {
  const instance = instanceIn(subject) ?? undefined;
  await audit(tx, [
    { hop: 'person', actor, instance, eventType: 'configuration', outcome, detail, traceId: newTraceId() },
  ]);
}

/** Throws {@link ProfileError} where the text can't be live, or would be of another connector. */
export async function checkProfile(live: LiveConfiguration, name: string, text: string): Promise<void> {
  const { adapter } = await live.draft(name, text);
  const connector = live.instances.get(name)?.connector;
  if (connector === undefined || adapter.name === connector) return;
  const message = `konektor koneksi ini ${connector} dan tidak dapat diganti: buat koneksi baru`;
  const line = 1 + text.split('\n').findIndex((each) => each.startsWith('connector:'));
  throw new ProfileError([{ file: name, line, column: 1, path: 'connector', message }]);
}
