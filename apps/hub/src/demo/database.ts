import { join } from 'node:path';
import { type Postgres, startPostgres } from '#store/embedded';
import pg from 'pg';

/** Earlier demonstrations whose database stays, to look at. */
const KEEP = 1;
const NAME = /^demo_\d+$/;

/** PostgreSQL below `folder` with an empty database: the simulators begin empty too, so an earlier one would not fit. */
export async function freshDatabase(folder: string): Promise<Postgres> {
  const name = `demo_${new Date().toISOString().replaceAll(/\D/g, '').slice(0, 17)}`;
  const postgres = await startPostgres({ dir: join(folder, 'postgres'), database: name });
  const client = new pg.Client({ connectionString: postgres.url });
  client.on('error', () => {});
  await client.connect();
  try {
    const { rows } = await client.query<{ datname: string }>('select datname from pg_database order by datname desc');
    const earlier = rows.map(({ datname }) => datname).filter((each) => NAME.test(each) && each !== name);
    // One that is still in use belongs to a demonstration that runs beside this one.
    for (const each of earlier.slice(KEEP)) await client.query(`drop database ${each}`).catch(() => {});
  } finally {
    await client.end();
  }
  return postgres;
}
