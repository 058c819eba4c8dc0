import { type ConfigurationVersion, latestVersion, versionOf, versionsOf } from '#store';
import type { Actor } from '#sync';
import { saveVersion } from '../../configuration/acts.ts';
import type { LiveConfiguration } from '../../configuration/live.ts';
import { notFound } from '../problems/problem.ts';
import { differenceOf, shownVersion } from './difference.ts';
import { refusing } from './faults.ts';
import type {
  Difference,
  DifferenceQuery,
  FileState,
  RollbackRequest,
  SaveRequest,
  VersionList,
} from './profile.dto.ts';

/** A text of the configuration with its versions, whatever it is about. */
export class Versions {
  constructor(
    private readonly live: LiveConfiguration,
    private readonly subject: string,
    /** Throws where a text can't be live. */
    private readonly check: (text: string) => Promise<void>,
  ) {}

  async list(): Promise<VersionList> {
    return { data: (await versionsOf(this.live.means.pool, this.subject)).map(shownVersion) };
  }

  async one(version: number): Promise<ConfigurationVersion> {
    const found = await versionOf(this.live.means.pool, this.subject, version);
    if (!found) throw notFound('Versi itu');
    return found;
  }

  async difference({ from, to }: DifferenceQuery): Promise<Difference> {
    return differenceOf(await this.one(from), await this.one(to));
  }

  save({ text, why, based_on: basedOn }: SaveRequest, actor: Actor): Promise<ConfigurationVersion> {
    return refusing(async () => {
      await this.check(text);
      return saveVersion(this.live, this.subject, { text, why, source: 'saved', basedOn }, actor);
    });
  }

  async rollBack({ version, why, based_on: basedOn }: RollbackRequest, actor: Actor): Promise<ConfigurationVersion> {
    const { text } = await this.one(version);
    return refusing(async () => {
      await this.check(text);
      return saveVersion(this.live, this.subject, { text, why, source: 'rollback', basedOn }, actor);
    });
  }

  /** How the file stands to what is live. */
  async fileState(live: ConfigurationVersion, { path, text }: { path: string; text: string }): Promise<FileState> {
    const known = await latestVersion(this.live.means.pool, this.subject, 'file');
    const isSuperseded = live.source !== 'file';
    return {
      path,
      same: text === live.text,
      changed: isSuperseded && known !== undefined && known.text !== text,
      difference: differenceOf({ version: null, text }, live),
    };
  }
}
