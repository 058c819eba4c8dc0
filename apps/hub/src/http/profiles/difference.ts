import type { ConfigurationVersion } from '#store';
import { createTwoFilesPatch, diffLines } from 'diff';
import type { Difference, Version, VersionText } from './profile.dto.ts';

interface Side {
  version: number | null;
  text: string;
}

const nameOf = ({ version }: Side): string => (version === null ? 'berkas' : `versi ${version}`);

/** From one text to another, as people know it from their tools. */
export function differenceOf(from: Side, to: Side & { version: number }): Difference {
  const changes = diffLines(from.text, to.text);
  const count = (which: 'added' | 'removed') =>
    changes.filter((change) => change[which]).reduce((sum, change) => sum + change.count, 0);
  const isSame = from.text === to.text;
  const patch = isSame ? '' : createTwoFilesPatch(nameOf(from), nameOf(to), from.text, to.text, '', '', { context: 3 });
  return { from: from.version, to: to.version, diff: patch, added: count('added'), removed: count('removed') };
}

export const shownVersion = ({ version, source, savedBy, why, savedAt }: ConfigurationVersion): Version => ({
  version,
  source,
  saved_by: savedBy,
  why,
  saved_at: savedAt,
});

export const shownText = (version: ConfigurationVersion): VersionText =>
  Object.assign(shownVersion(version), { text: version.text });
