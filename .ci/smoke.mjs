// Starts the product as a newcomer does, sees one complaint travel to LaporGub and back, and stops it with Ctrl-C.
import { spawn } from 'node:child_process';
import { randomBytes, randomInt } from 'node:crypto';
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer, connect } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const TRAVEL_MS = 120_000;
const STOP_MS = 30_000;
const VARIABLES = [
  'PORT',
  'SIMULATOR_PORT',
  'SIMULATOR_LAPOR_MASBUP_PORT',
  'SIMULATOR_LAPORGUB_PORT',
  'SIMULATOR_SMARTDPU_PORT',
];

// Below the ports of outgoing connections: one of those could take it before what is started here opens it.
const listen = () =>
  new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(listen()));
    server.listen(randomInt(20_000, 32_768), '127.0.0.1', () => resolve(server));
  });
// All are held open together, so that no two variables get the same one.
const servers = await Promise.all(VARIABLES.map(listen));
const ports = Object.fromEntries(VARIABLES.map((name, index) => [name, String(servers[index].address().port)]));
await Promise.all(servers.map((server) => new Promise((closed) => server.close(closed))));

const folder = mkdtempSync(path.join(tmpdir(), 'simpul-aduan-smoke-'));
// PostgreSQL runs under another account where this is root.
chmodSync(folder, 0o755);
const mark = randomBytes(16).toString('hex');
const key = randomBytes(24).toString('hex');
const url = `http://127.0.0.1:${ports.PORT}/api/v1/complaints`;

const app = spawn('npm', ['start'], {
  detached: true,
  stdio: ['ignore', 'pipe', 'pipe'],
  env: {
    ...process.env,
    ...ports,
    HUB_DATA_DIR: path.join(folder, 'data'),
    HUB_API_KEY: key,
    POLL_EVERY: '2s',
    SIMPUL_ADUAN_SMOKE: mark,
  },
});
let output = '';
for (const stream of [app.stdout, app.stderr]) stream.on('data', (chunk) => (output = (output + chunk).slice(-20_000)));
const ended = new Promise((resolve) => app.once('exit', (code, signal) => resolve({ code, signal })));

/** A complaint that LaporGub has and whose handling has come back to the hub. */
async function travelled() {
  const answer = await fetch(url, { headers: { authorization: `Bearer ${key}` }, signal: AbortSignal.timeout(5_000) });
  if (!answer.ok) throw new Error(`${url} answered ${answer.status}`);
  const { data } = await answer.json();
  return data.find(
    ({ status, links = [] }) =>
      ['in_progress', 'resolved', 'closed'].includes(status) &&
      links.some(({ instance, role, external_id }) => instance === 'laporgub' && role === 'handler' && external_id) &&
      links.some(({ instance, role }) => instance !== 'laporgub' && role === 'origin'),
  );
}

async function waitForTravel() {
  let last;
  for (const end = Date.now() + TRAVEL_MS; Date.now() < end; await sleep(500)) {
    if (app.exitCode !== null) throw new Error(`npm start ended with ${app.exitCode}`);
    try {
      const found = await travelled();
      if (found) return found;
      last = 'no complaint has come back from LaporGub yet';
    } catch (error) {
      last = error.cause?.code ?? error.message;
    }
  }
  throw new Error(`nothing seen within ${TRAVEL_MS / 1000} s: ${last}`);
}

/** Whatever this run started, also in a session of its own: it holds the mark or the folder. */
function leftovers() {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && Number(name) !== process.pid)
    .filter((pid) => {
      try {
        const told = ['environ', 'cmdline'].map((file) => readFileSync(`/proc/${pid}/${file}`, 'latin1')).join('\0');
        return (told.includes(mark) || told.includes(folder)) && !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'));
      } catch {
        return false;
      }
    })
    .map(Number);
}

const isTaken = (port) =>
  new Promise((resolve) => {
    const socket = connect({ port, host: '127.0.0.1' });
    socket.once('connect', () => resolve(true)).once('error', () => resolve(false));
    socket.once('connect', () => socket.destroy());
  });

async function stop() {
  process.kill(-app.pid, 'SIGINT');
  const result = await Promise.race([ended, sleep(STOP_MS)]);
  if (!result) throw new Error(`still running ${STOP_MS / 1000} s after Ctrl-C`);
  // npm itself ends with 130 after Ctrl-C where its script ended with 0.
  if (![0, 130].includes(result.code) && result.signal !== 'SIGINT') {
    throw new Error(`ended with ${result.code ?? result.signal} after Ctrl-C`);
  }
  await sleep(500);
  const left = leftovers();
  if (left.length > 0) throw new Error(`left running: ${left.join(', ')}`);
  for (const [name, port] of Object.entries(ports)) {
    if (await isTaken(Number(port))) throw new Error(`${name} ${port} is still taken`);
  }
}

try {
  const { number, status, links } = await waitForTravel();
  console.log(`smoke: ${number} is ${status} by ${links.map(({ instance, role }) => `${instance} (${role})`).join(', ')}`);
  await stop();
  console.log('smoke: stopped, nothing left behind');
} catch (error) {
  console.error(`smoke: ${error.message}\n${output}`);
  process.exitCode = 1;
} finally {
  for (const pid of leftovers()) process.kill(pid, 'SIGKILL');
  await Promise.race([ended, sleep(2_000)]);
  rmSync(folder, { recursive: true, force: true });
}
