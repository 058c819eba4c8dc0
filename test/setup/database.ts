import { randomBytes } from 'node:crypto';
import pg from 'pg';

export interface TestDatabase {
  url: string;
  /** Disconnects whoever is left and removes the database. */
  drop(): Promise<void>;
}

const TEMPLATE = 'template';
const DRAFT = 'template_draft';
const TEMPLATE_LOCK = 11_235_813;

/**
 * A database of a test file's own on the PostgreSQL of this run.
 *
 * With `prepare` (usually the migrations) it is a copy of a template that the first caller of the run prepares; so every
 * caller must pass the same one. Without, it is empty.
 */
export async function createDatabase(prepare?: (url: string) => Promise<void>): Promise<TestDatabase> {
  const name = `t_${process.pid}_${randomBytes(4).toString('hex')}`;
  await withAdmin(async (admin) => {
    if (prepare) await ensureTemplate(admin, prepare);
    await admin.query(`create database ${name} template ${prepare ? TEMPLATE : 'template0'}`);
  });
  return {
    url: urlOf(name),
    drop: () => withAdmin(async (admin) => void (await admin.query(`drop database if exists ${name} with (force)`))),
  };
}

/** Takes its name only when it is whole: a test run that breaks off while preparing leaves no half template. */
async function ensureTemplate(admin: pg.Client, prepare: (url: string) => Promise<void>): Promise<void> {
  // Copying needs a template that nobody is connected to, so the lock also spans the copies' wait for each other.
  await admin.query('select pg_advisory_lock($1)', [TEMPLATE_LOCK]);
  const { rowCount } = await admin.query('select 1 from pg_database where datname = $1', [TEMPLATE]);
  if (rowCount) return;
  await admin.query(`drop database if exists ${DRAFT} with (force)`);
  await admin.query(`create database ${DRAFT} template template0`);
  await prepare(urlOf(DRAFT));
  await admin.query('select pg_terminate_backend(pid) from pg_stat_activity where datname = $1', [DRAFT]);
  await admin.query(`alter database ${DRAFT} rename to ${TEMPLATE}`);
}

const urlOf = (name: string): string => {
  const base = process.env.TEST_PG_BASE;
  if (!base) throw new Error('TEST_PG_BASE is not set: run the tests with jest, whose global setup starts PostgreSQL');
  return `${base}/${name}`;
};

async function withAdmin<T>(work: (admin: pg.Client) => Promise<T>): Promise<T> {
  const admin = new pg.Client({ connectionString: urlOf('base') });
  await admin.connect();
  try {
    return await work(admin);
  } finally {
    await admin.end();
  }
}

/** The rows of one statement on a connection of its own. */
export async function query(url: string, text: string): Promise<unknown[]> {
  const client = new pg.Client(url);
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(text)).rows;
  } finally {
    await client.end();
  }
}
