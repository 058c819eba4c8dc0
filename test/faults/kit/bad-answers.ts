import type { ServerResponse } from 'node:http';
import { json } from './impostor.ts';
import type { Line } from './proxy.ts';

/** What became of a write on a broken line: it never left, it left and did not arrive, or its answer alone was lost. */
type Lost = 'unsent' | 'on_the_way' | 'answer';

export const BROKEN_LINES: [name: string, line: Partial<Line>, lost: Lost][] = [
  ['a connection refused at once', { mode: 'refuse' }, 'unsent'],
  ['an answer reset in its middle', { truncateAfter: 60 }, 'answer'],
  ['a half-open line', { mode: 'half_open' }, 'answer'],
  ['a black hole', { mode: 'blackhole' }, 'on_the_way'],
  ['one byte a second', { downBytesPerS: 1 }, 'answer'],
];

export const HTML = '<!doctype html><html><body>Situs dalam pemeliharaan</body></html>';

/** Answers that are no success, whatever their status says. */
export const NO_SUCCESS: [name: string, answer: (response: ServerResponse) => void][] = [
  ['HTML', (response) => void response.writeHead(200, { 'content-type': 'text/html' }).end(HTML)],
  ['an error body', (response) => json(response, 200, { status: 'error', kode: 'SIBUK', message: 'sibuk' })],
  ['nothing', (response) => void response.writeHead(200, { 'content-type': 'application/json' }).end()],
  ['half a body', (response) => void response.writeHead(200, { 'content-length': '500' }).write('{"status":')],
  ['an endless body', endless],
];

function endless(response: ServerResponse): void {
  response.writeHead(200, { 'content-type': 'application/json' });
  const piece = Buffer.alloc(256 * 1024, 0x20);
  const write = (): void => {
    if (!response.destroyed) response.write(piece, () => setImmediate(write));
  };
  write();
}

/** What `Retry-After` may say, and the seconds that are made of it. */
export const RETRY_AFTERS: [name: string, header: () => string, seconds: [least: number, most: number]][] = [
  ['seconds', () => '3', [2, 4]],
  ['an HTTP date', () => new Date(Date.now() + 600_000).toUTCString(), [100, 620]],
  ['zero', () => '0', [0, 2]],
  ['a negative number', () => '-5', [0, 2]],
  ['ten years', () => String(10 * 365 * 86_400), [3_500, 3_601]],
  ['garbage', () => 'besok pagi', [55, 61]],
];
