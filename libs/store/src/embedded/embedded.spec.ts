import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { freePort, type Postgres, startPostgres } from './index.ts';

let base: string;
let started: Postgres[] = [];

const start = async (name = 'db', durable = false): Promise<Postgres> => {
  const server = await startPostgres({ dir: path.join(base, name), durable });
  started.push(server);
  return server;
};

const query = async (url: string, text: string): Promise<unknown[]> => {
  const client = new pg.Client(url);
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(text)).rows;
  } finally {
    await client.end();
  }
};

beforeEach(() => {
  base = mkdtempSync(path.join(tmpdir(), 'embedded-'));
  chmodSync(base, 0o755);
  started = [];
});

afterEach(async () => {
  for (const server of started) await server.stop();
  rmSync(base, { recursive: true, force: true });
});

test('a fresh folder becomes a database that listens on the loopback address alone and logs to a file', async () => {
  const server = await start();
  expect(server.adopted).toBe(false);
  expect(await query(server.url, 'show listen_addresses')).toEqual([{ listen_addresses: '127.0.0.1' }]);
  expect(await query(server.url, 'select current_database() as name')).toEqual([{ name: 'hub' }]);
  expect(readFileSync(path.join(server.dir, 'postgres.log'), 'utf8')).toContain('ready to accept connections');
  await server.stop();
  expect(() => process.kill(server.pid, 0)).toThrow('ESRCH');
  await server.stop();
});

test('a server that was started for a database that can not be made does not stay behind', async () => {
  const dir = path.join(base, 'db');
  await expect(startPostgres({ dir, durable: false, database: 'tidak\0sah' })).rejects.toThrow();
  expect(existsSync(path.join(dir, 'PG_VERSION'))).toBe(true);
  expect(existsSync(path.join(dir, 'postmaster.pid'))).toBe(false);
});

test('a server that already runs is adopted, its data with it', async () => {
  const first = await start();
  await query(first.url, 'create table kept (n int); insert into kept values (7)');
  const second = await start();
  expect(second).toMatchObject({ adopted: true, pid: first.pid, port: first.port, url: first.url });
  expect(await query(second.url, 'select n from kept')).toEqual([{ n: 7 }]);
});

test('who adopts a server whose starter lives leaves it running', async () => {
  const first = await start();
  // Process 1 lives as long as the machine: it stands for another hub.
  writeFileSync(path.join(first.dir, 'simpul-aduan.owner'), '1');
  await (await start()).stop();
  expect(await query(first.url, 'select 1 as n')).toEqual([{ n: 1 }]);
});

test('who adopts a server whose starter died stops it', async () => {
  const first = await start();
  writeFileSync(path.join(first.dir, 'simpul-aduan.owner'), String(2 ** 22 + 1));
  await (await start()).stop();
  await expect(query(first.url, 'select 1')).rejects.toThrow('ECONNREFUSED');
});

test('after a crash it starts again with everything that was committed', async () => {
  const first = await start('db', true);
  await query(first.url, 'create table kept (n int); insert into kept values (7)');
  process.kill(first.pid, 'SIGKILL');
  const second = await start('db', true);
  expect(second.adopted).toBe(false);
  expect(second.pid).not.toBe(first.pid);
  expect(await query(second.url, 'select n from kept')).toEqual([{ n: 7 }]);
});

test('a number in postmaster.pid that now belongs to another process does not keep it from starting', async () => {
  const first = await start();
  await first.stop();
  writeFileSync(
    path.join(first.dir, 'postmaster.pid'),
    `${process.pid}\n${first.dir}\n0\n${first.port}\n\n\n\nready\n`,
  );
  expect((await start()).adopted).toBe(false);
});

test('two processes that start on one folder share one server', async () => {
  const [one, two] = await Promise.all([start(), start()]);
  expect(two.pid).toBe(one.pid);
  expect(one.adopted).not.toBe(two.adopted);
});

test('a folder with something else in it is refused and left as it is', async () => {
  const dir = path.join(base, 'full');
  mkdirSync(dir);
  writeFileSync(path.join(dir, 'letter.txt'), 'x');
  await expect(startPostgres({ dir })).rejects.toThrow('HUB_DATA_DIR');
  expect(existsSync(path.join(dir, 'letter.txt'))).toBe(true);
});

test('a port that is taken is named, with the log to look at', async () => {
  const first = await start();
  const taken = startPostgres({ dir: path.join(base, 'other'), port: first.port, durable: false });
  await expect(taken).rejects.toThrow(new RegExp(`port ${first.port}[^]*postgres\\.log`));
});

test('a port that is to be listened on later is none that an outgoing connection could take meanwhile', async () => {
  const ports = await Promise.all(Array.from({ length: 50 }, () => freePort()));
  expect(ports.filter((port) => port >= 32_768)).toEqual([]);
});

test('data of another major version is not touched', async () => {
  const first = await start();
  await first.stop();
  writeFileSync(path.join(first.dir, 'PG_VERSION'), '12\n');
  await expect(start()).rejects.toThrow('PostgreSQL 12');
});

const asRoot = process.getuid?.() === 0 ? test : test.skip;

asRoot('root keeps the data elsewhere where the checkout is closed to others', async () => {
  chmodSync(base, 0o700);
  const name = `closed-${await freePort()}`;
  const server = await start(name);
  expect(server.dir).toMatch(/^\/var\/lib\/simpul-aduan\/data-/);
  await query(server.url, 'create table kept (n int); insert into kept values (7)');
  await server.stop();

  // There they were at first, where systems clear up.
  mkdirSync('/var/tmp/simpul-aduan', { recursive: true });
  renameSync(server.dir, server.dir.replace('/lib/', '/tmp/'));
  const again = await start(name);
  expect(again.dir).toBe(server.dir);
  expect(await query(again.url, 'select n from kept')).toEqual([{ n: 7 }]);
  await again.stop();
  rmSync(server.dir, { recursive: true, force: true });
});
