import { dataSource, migrate } from '#store';

/** Prepares a database as the hub does at its start: for {@link createDatabase}. */
export async function migrated(url: string): Promise<void> {
  const source = await dataSource(url, 2).initialize();
  await migrate(source);
  await source.destroy();
}
