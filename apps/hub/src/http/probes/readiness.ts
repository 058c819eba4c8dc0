import type { DataSource } from 'typeorm';
import { poolOf } from '#store';
import type { Receiver } from '#sync';

const WITHIN_MS = 1_000;

/** Why the hub can't do its work now; nothing where it can. */
export async function unreadyReasons(source: DataSource, receiver: Receiver): Promise<string[]> {
  if (!receiver.canKeep) return ['Kabar terakhir tidak dapat disimpan'];
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<string[]>((resolve) => {
    timer = setTimeout(() => resolve(['Basis data tidak menjawab dalam 1 detik']), WITHIN_MS);
  });
  try {
    return await Promise.race([look(source), late]);
  } catch {
    return ['Basis data tidak dapat dihubungi'];
  } finally {
    clearTimeout(timer);
  }
}

async function look(source: DataSource): Promise<string[]> {
  const { rows } = await poolOf(source).query<{ readOnly: boolean; migrated: boolean }>(
    `select pg_is_in_recovery() or current_setting('transaction_read_only')::boolean as "readOnly",
            to_regclass('migrations') is not null as migrated`,
  );
  const reasons = rows[0]?.readOnly ? ['Basis data hanya dapat dibaca'] : [];
  const missing = await missingMigrations(source, rows[0]?.migrated ?? false);
  return missing > 0 ? [...reasons, `${missing} perubahan skema belum dijalankan`] : reasons;
}

async function missingMigrations(source: DataSource, migrated: boolean): Promise<number> {
  if (!migrated) return source.migrations.length;
  const { rows } = await poolOf(source).query<{ name: string }>('select name from migrations');
  const done = new Set(rows.map(({ name }) => name));
  return source.migrations.filter((migration) => !done.has(migration.name ?? migration.constructor.name)).length;
}
