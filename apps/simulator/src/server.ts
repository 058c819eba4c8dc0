import { randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { PlatformSimulator } from '#connector/testing';
import { readFaults, setFaults } from './faults.ts';
import { page } from './page.ts';

type Simulators = Readonly<Record<string, PlatformSimulator>>;

interface Asked {
  method: string;
  url: URL;
  /** Parts of the path, decoded. */
  path: string[];
  input: Record<string, unknown>;
  /** A form of the page: it is answered with a redirect back to it. */
  isForm: boolean;
}

class Refused extends Error {
  constructor(
    readonly status: number,
    message: string,
  ) {
    super(message);
  }
}

const MOST_BYTES = 256 * 1024;

/** The page to play the platforms, and the JSON beneath it. */
export function createPage(simulators: Simulators): Server {
  return createServer((request, response) => {
    handle(simulators, request, response).catch((error: unknown) => {
      const status = error instanceof Refused ? error.status : 400;
      const detail = error instanceof Error ? error.message : String(error);
      json(response, status, { status, title: 'Tidak dapat dilakukan', detail }, 'application/problem+json');
    });
  });
}

async function handle(simulators: Simulators, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const asked = await read(request);
  const { method, url, path } = asked;
  if (method === 'GET' && url.pathname === '/') return show(simulators, url, response);
  if (path[0] !== 'api' || path[1] !== 'platforms') throw new Refused(404, 'alamat tidak dikenal');
  if (method === 'GET' && path.length === 2) return json(response, 200, Object.values(simulators).map(summary));

  const simulator = simulators[path[2] ?? ''];
  if (!simulator) throw new Refused(404, 'platform tidak dikenal');
  const action = `${method} ${path[3] ?? ''}`;
  if (action === 'GET ') return json(response, 200, summary(simulator));
  if (action === 'GET cases') return json(response, 200, simulator.cases());
  if (action === 'GET writes') return json(response, 200, simulator.writes);
  if (action === 'GET faults') return json(response, 200, readFaults(simulator.faults));
  if (action === 'PUT faults' || action === 'POST faults') return flip(simulator, asked, response);
  if (action === 'POST plays') return await act(simulator, path[4] ?? '', null, asked, response);
  if (action === 'POST cases' && path[5] === 'plays') {
    return await act(simulator, path[6] ?? '', path[4] ?? '', asked, response);
  }
  throw new Refused(404, 'alamat tidak dikenal');
}

function flip(simulator: PlatformSimulator, asked: Asked, response: ServerResponse): void {
  setFaults(simulator.faults, asked.input);
  if (asked.isForm) return back(response, simulator.name, asked.url.searchParams.get('aduan'));
  json(response, 200, readFaults(simulator.faults));
}

async function act(
  simulator: PlatformSimulator,
  name: string,
  caseId: string | null,
  { input, isForm }: Asked,
  response: ServerResponse,
): Promise<void> {
  const play = simulator.plays.find((known) => known.name === name && known.onCase === (caseId !== null));
  if (!play) throw new Refused(404, 'tindakan tidak dikenal');
  const words = Object.fromEntries(play.fields.map((field) => [field.name, wordOf(input[field.name])]));
  const missing = play.fields.filter((field) => field.required && !words[field.name]?.trim());
  if (missing.length > 0) throw new Refused(400, `wajib diisi: ${missing.map(({ label }) => label).join(', ')}`);
  const id = await simulator.play(name, caseId, words);
  if (isForm) return back(response, simulator.name, id);
  json(response, 201, { caseId: id });
}

const wordOf = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? String(value) : '';

const summary = (simulator: PlatformSimulator): object => ({
  name: simulator.name,
  url: simulator.url,
  plays: simulator.plays,
  cases: simulator.cases().length,
  writes: simulator.writes.length,
  webhooksPending: simulator.webhooksPending(),
});

async function read(request: IncomingMessage): Promise<Asked> {
  const url = new URL(request.url ?? '/', 'http://simulator.invalid');
  const method = request.method ?? 'GET';
  if (method !== 'GET' && request.headers['sec-fetch-site'] === 'cross-site') throw new Refused(403, 'situs lain');
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > MOST_BYTES) throw new Refused(413, 'isi terlalu besar');
    chunks.push(chunk);
  }
  const text = Buffer.concat(chunks).toString('utf8');
  const isForm = request.headers['content-type']?.startsWith('application/x-www-form-urlencoded') ?? false;
  const input: unknown = isForm ? Object.fromEntries(new URLSearchParams(text)) : JSON.parse(text || '{}');
  if (typeof input !== 'object' || input === null) throw new Refused(400, 'isi harus objek JSON');
  const path = url.pathname.split('/').slice(1).map(decodeURIComponent);
  return { method, url, path, input: { ...input }, isForm };
}

function show(simulators: Simulators, url: URL, response: ServerResponse): void {
  const nonce = randomBytes(12).toString('base64');
  const chosen = simulators[url.searchParams.get('platform') ?? ''] ?? Object.values(simulators)[0];
  response.writeHead(200, {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': `default-src 'none'; style-src 'nonce-${nonce}'; script-src 'nonce-${nonce}'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'`,
    'cache-control': 'no-store',
  });
  response.end(
    page({ simulators: Object.values(simulators), chosen, caseId: url.searchParams.get('aduan'), nonce }).text,
  );
}

function back(response: ServerResponse, platform: string, caseId: string | null): void {
  const query = new URLSearchParams({ platform, ...(caseId ? { aduan: caseId } : {}) });
  response.writeHead(303, { location: `/?${query.toString()}` }).end();
}

function json(response: ServerResponse, status: number, body: unknown, type = 'application/json'): void {
  response.writeHead(status, { 'content-type': type, 'cache-control': 'no-store' }).end(JSON.stringify(body));
}
