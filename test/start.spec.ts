import { chmodSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { freePort } from '#store/embedded';
import { pino } from 'pino';
import { secretKey } from '../apps/hub/src/keys.ts';
import { addressOf, type RunningHub, startHub } from '../apps/hub/src/start.ts';
import { readEnv } from '../config/env.ts';
import { hubEnv } from './faults/kit/settings.ts';
import { createDatabase, query, type TestDatabase } from './setup/database.ts';
import { migrated } from './setup/migrated.ts';

const NOWHERE = 'http://127.0.0.1:9';
const log = pino({ level: 'silent' });

let database: TestDatabase;
let folder: string;
let port: number;
let running: RunningHub | null;
beforeAll(async () => {
  database = await createDatabase(migrated);
});
afterAll(() => database.drop());
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'simpul-start-'));
  // PostgreSQL runs under another account where this is root.
  chmodSync(folder, 0o755);
  port = await freePort();
  running = null;
});
afterEach(async () => {
  await running?.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** Everything that a hub needs, on platforms that are not there. */
const whole = (): Record<string, string> => ({
  ...hubEnv(database.url, NOWHERE, { 'lapor-masbup': NOWHERE, laporgub: NOWHERE, smartdpu: NOWHERE }, folder),
  HUB_CONFIG_DIR: 'config',
  PORT: String(port),
  HOST: '127.0.0.1',
});

const start = async (variables: Record<string, string>, signal?: AbortSignal): Promise<RunningHub> => {
  running = await startHub(readEnv(variables), log, undefined, signal);
  return running;
};

describe('a database that no waiting makes fit ends the start with a sentence', () => {
  test.each([
    ['a password that it refuses', (url: string) => url.replace(/:[^:@/]+@/, ':keliru@'), /kata sandinya ditolak/],
    ['a database that is not there', (url: string) => url.replace(/[^/]+$/, 'tidak_ada'), /tidak ada, buat dahulu/],
  ])('%s', async (_name, wrong, said) => {
    const refused = start({ ...whole(), DATABASE_URL: wrong(database.url) });
    await expect(refused).rejects.toMatchObject({ name: 'StartError', message: expect.stringMatching(said) });
  });

  test('one that can not hold every letter', async () => {
    const name = `latin_${process.pid}`;
    const url = database.url.replace(/[^/]+$/, name);
    const made = `create database ${name} encoding LATIN1 template template0 locale_provider libc locale 'C'`;
    await query(database.url, made);
    try {
      await expect(start({ ...whole(), DATABASE_URL: url })).rejects.toThrow(/bersandi LATIN1/);
    } finally {
      await query(database.url, `drop database ${name}`);
    }
  });
});

test('a start that is broken off while it waits for its database leaves its port', async () => {
  const stopping = new AbortController();
  const waiting = start({ ...whole(), DATABASE_URL: 'postgres://hub@127.0.0.1:9/hub' }, stopping.signal);
  setTimeout(() => stopping.abort(), 300);
  await expect(waiting).rejects.toMatchObject({ name: 'AbortError' });
  await (await listening(port)).close();
});

test('a port that is taken is said in a sentence with the variable that changes it', async () => {
  const other = await listening(port);
  try {
    const refused = start({ ...whole(), HUB_ROLES: 'web' });
    await expect(refused).rejects.toMatchObject({
      name: 'StartError',
      message: expect.stringMatching(`Port ${port} sudah dipakai .*PORT`),
    });
  } finally {
    await other.close();
  }
});

test('a start that fails leaves no PostgreSQL running, and has shown nothing that is shown once', async () => {
  const said = jest.spyOn(console, 'log').mockImplementation(() => {});
  const variables = { ...whole(), DATABASE_URL: '', HUB_DATA_DIR: folder, HUB_API_KEY: '', LAPORGUB_BASE_URL: '' };
  try {
    await expect(start(variables)).rejects.toThrow(/LAPORGUB_BASE_URL/);
    expect(said.mock.calls).toEqual([]);
  } finally {
    said.mockRestore();
  }
  expect(existsSync(join(folder, 'postgres', 'PG_VERSION'))).toBe(true);
  expect(existsSync(join(folder, 'postgres', 'postmaster.pid'))).toBe(false);
});

test('a process that only works says whether it does', async () => {
  const { url } = await start({ ...whole(), HUB_ROLES: 'worker' });
  const asked = ['livez', 'readyz', 'metrics', 'api/v1/complaints'].map((path) => fetch(`${url}/${path}`));
  expect((await Promise.all(asked)).map(({ status }) => status)).toEqual([200, 200, 200, 404]);
});

test.each(['', '0123'])('a key that was not written to its end ("%s") seals nothing', (written) => {
  writeFileSync(join(folder, 'secret.key'), written);
  expect(() => secretKey(readEnv({ HUB_DATA_DIR: folder }))).toThrow(/tidak memuat kunci yang utuh/);
});

test.each([
  ['0.0.0.0', 'http://127.0.0.1:3000'],
  ['192.0.2.7', 'http://192.0.2.7:3000'],
  ['::', 'http://[::1]:3000'],
  ['2001:db8::7', 'http://[2001:db8::7]:3000'],
])('what listens on %s is reached at %s', (host, address) => expect(addressOf(host, 3000)).toBe(address));

async function listening(at: number): Promise<{ close: () => Promise<unknown> }> {
  const server: Server = createServer();
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(at, '127.0.0.1', resolve));
  return { close: () => new Promise((resolve) => server.close(resolve)) };
}
