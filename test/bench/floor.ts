import { createHmac, createSecretKey, timingSafeEqual } from 'node:crypto';
import http from 'node:http';
import pg from 'pg';
import { endWithParent } from './children.ts';

/**
 * The least that a durable receiver can do, as a process of its own: read, check the signature, commit one row, answer;
 * then, where a sink is given, pass the bytes on.
 */
const [port, databaseUrl, secret = '', sinkUrl] = process.argv.slice(2);
/** As many connections as the hub has. */
const POOL_SIZE = 20;

endWithParent();

const key = createSecretKey(Buffer.from(secret.replace(/^whsec_/, ''), 'base64'));
const pool = new pg.Pool({ connectionString: databaseUrl, max: POOL_SIZE });
await pool.query(`create table if not exists floor_inbox (
  id bigint generated always as identity primary key,
  instance text not null, delivery_id text not null, headers jsonb not null, body bytea not null,
  received_at timestamptz not null default now(), unique (instance, delivery_id))`);
await Promise.all(Array.from({ length: POOL_SIZE }, () => pool.query('select pg_sleep(0.05)')));

const agent = new http.Agent({ keepAlive: true, maxSockets: 64 });

http
  .createServer((request, response) => {
    if (request.method === 'GET') {
      response.writeHead(200).end();
      return;
    }
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => void keep(request.headers, Buffer.concat(chunks), response));
  })
  .listen(Number(port), '127.0.0.1');

async function keep(headers: http.IncomingHttpHeaders, body: Buffer, response: http.ServerResponse): Promise<void> {
  const id = String(headers['webhook-id']);
  if (!isSigned(id, headers, body)) {
    response.writeHead(401, { 'content-length': 0 }).end();
    return;
  }
  try {
    await pool.query({
      name: 'keep',
      text: 'insert into floor_inbox (instance, delivery_id, headers, body) values ($1, $2, $3, $4)',
      values: ['lapor-masbup', id, { 'webhook-id': id }, body],
    });
    response.writeHead(202, { 'content-length': 0 }).end();
    if (sinkUrl) pass(body);
  } catch {
    response.writeHead(503, { 'content-length': 0 }).end();
  }
}

function isSigned(id: string, headers: http.IncomingHttpHeaders, body: Buffer): boolean {
  const timestamp = String(headers['webhook-timestamp']);
  const expected = createHmac('sha256', key).update(`${id}.${timestamp}.`).update(body).digest();
  const sent = Buffer.from(String(headers['webhook-signature']).slice(3), 'base64');
  return sent.length === expected.length && timingSafeEqual(sent, expected);
}

function pass(body: Buffer): void {
  const request = http.request(`${sinkUrl}/floor`, {
    method: 'POST',
    agent,
    headers: { 'content-length': body.length },
  });
  request.on('response', (response) => response.resume());
  request.on('error', () => {});
  request.end(body);
}
