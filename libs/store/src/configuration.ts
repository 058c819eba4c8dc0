import type { Db } from './db.ts';
import type { VersionSource } from './entities/index.ts';

export interface ConfigurationVersion {
  version: number;
  text: string;
  source: VersionSource;
  savedBy: string;
  why: string;
  savedAt: Date;
}

export const ROUTING = 'routing';
const PROFILE = 'profile/';
export const profileOf = (instance: string): string => `${PROFILE}${instance}`;
/** The instance whose profile a subject is. */
export const instanceIn = (subject: string): string | null =>
  subject.startsWith(PROFILE) ? subject.slice(PROFILE.length) : null;

/** Tells all processes that something of a subject is not what it was. */
export const CONFIGURATION_CHANNEL = 'simpul_configuration';

const COLUMNS = `version, text, source, saved_by as "savedBy", why, saved_at as "savedAt"`;

/**
 * A mark for each subject, another one whenever something live of it changed.
 *
 * That a replaced secret counts no longer is a change too, which nobody announces: it is told by the clock.
 */
export async function configurationMarks(db: Db): Promise<Map<string, string>> {
  const { rows } = await db.query<{ subject: string; mark: string }>({
    name: 'configuration-marks',
    text: `select subject, revision || coalesce((
             select string_agg(':' || name, '' order by name) from secret
             where subject = '${PROFILE}' || instance and previous_until > now()), '') as mark
           from configuration_subject`,
  });
  return new Map(rows.map(({ subject, mark }) => [subject, mark]));
}

/** Takes the subject for this transaction and marks it as changed. */
export async function touchConfiguration(tx: Db, subject: string): Promise<void> {
  await tx.query(
    `insert into configuration_subject (subject, revision) values ($1, 1)
     on conflict (subject) do update set revision = configuration_subject.revision + 1`,
    [subject],
  );
  await tx.query('select pg_notify($1, $2)', [CONFIGURATION_CHANNEL, subject]);
}

/** The caller has touched the subject, so that nobody else numbers a version meanwhile. */
export async function addVersion(
  tx: Db,
  subject: string,
  { text, source, savedBy, why }: Omit<ConfigurationVersion, 'version' | 'savedAt'>,
): Promise<ConfigurationVersion> {
  const { rows } = await tx.query<ConfigurationVersion>(
    `insert into configuration_version (subject, version, text, source, saved_by, why)
     select $1, coalesce(max(version), 0) + 1, $2, $3, $4, $5 from configuration_version where subject = $1
     returning ${COLUMNS}`,
    [subject, text, source, savedBy, why],
  );
  return rows[0] as ConfigurationVersion;
}

export async function latestVersion(
  db: Db,
  subject: string,
  source?: VersionSource,
): Promise<ConfigurationVersion | undefined> {
  const { rows } = await db.query<ConfigurationVersion>(
    `select ${COLUMNS} from configuration_version where subject = $1 and coalesce(source = $2, true)
     order by version desc limit 1`,
    [subject, source ?? null],
  );
  return rows[0];
}

export async function versionOf(db: Db, subject: string, version: number): Promise<ConfigurationVersion | undefined> {
  const { rows } = await db.query<ConfigurationVersion>(
    `select ${COLUMNS} from configuration_version where subject = $1 and version = $2`,
    [subject, version],
  );
  return rows[0];
}

/** Newest first. */
export async function versionsOf(db: Db, subject: string): Promise<ConfigurationVersion[]> {
  const { rows } = await db.query<ConfigurationVersion>(
    `select ${COLUMNS} from configuration_version where subject = $1 order by version desc`,
    [subject],
  );
  return rows;
}
