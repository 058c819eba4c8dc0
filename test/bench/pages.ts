import http from 'node:http';
import net from 'node:net';
import { text } from 'node:stream/consumers';
import { endWithParent } from './children.ts';
import { now } from './figures.ts';
import { MARK } from './messages.ts';

/**
 * Open Lacak pages, as a process of its own: one connection each, as a browser holds it. It opens as many as it is told
 * to, and notes when each of them first showed each marked reply.
 */
const [port, hubPort] = process.argv.slice(2);
endWithParent();

/** As many are on their way to being opened at once: a crowd, and no attack. */
const OPENING_AT_ONCE = 32;
const MARKS = new RegExp(MARK, 'g');

let shown: [mark: number, at: number][] = [];
const open = new Set<net.Socket>();

function openPage(token: string): Promise<void> {
  const told = new Set<number>();
  let pending = '';
  const socket = net.connect({ port: Number(hubPort), host: '127.0.0.1', noDelay: true });
  socket.write(`GET /lacak/${token}/events HTTP/1.1\r\nHost: 127.0.0.1\r\nAccept: text/event-stream\r\n\r\n`);
  return new Promise((resolve, reject) => {
    socket.on('error', reject);
    socket.on('close', () => {
      open.delete(socket);
      reject(new Error('The page was closed'));
    });
    socket.on('data', (bytes) => {
      pending += bytes.toString('utf8');
      const end = pending.lastIndexOf('\n\n');
      if (end < 0) return;
      const events = pending.slice(0, end);
      pending = pending.slice(end);
      const at = now();
      if (events.includes('event: news') && !open.has(socket)) {
        open.add(socket);
        resolve();
      }
      for (const [, mark] of events.matchAll(MARKS)) {
        if (told.has(Number(mark))) continue;
        told.add(Number(mark));
        shown.push([Number(mark), at]);
      }
    });
  });
}

async function openAll(tokens: string[]): Promise<void> {
  const waiting = tokens.values();
  const opener = async () => {
    for (const token of waiting) await openPage(token);
  };
  await Promise.all(Array.from({ length: OPENING_AT_ONCE }, opener));
}

async function answer(request: http.IncomingMessage): Promise<object> {
  if (request.method === 'POST') await openAll(JSON.parse(await text(request)) as string[]);
  const json = { open: open.size, shown };
  shown = [];
  return json;
}

http
  .createServer((request, response) => {
    answer(request).then(
      (json) => response.end(JSON.stringify(json)),
      (error: unknown) => response.writeHead(500).end(String(error)),
    );
  })
  .listen(Number(port), '127.0.0.1');
