import http from 'node:http';
import { endWithParent } from './children.ts';
import { now } from './figures.ts';
import { MARK, SLOW_PATH } from './messages.ts';
import { answerOf } from './platforms.ts';

/**
 * Every platform at once, as a process of its own: answers by the contracts, remembers nothing of it, limits nothing.
 * It notes when a marked text came, and serves the cases that the bench declares changed, once.
 */
const [port] = process.argv.slice(2);

endWithParent();

const SLOW_MS = 30_000;

let arrivals: [mark: number, at: number][] = [];
let served = 0;

http
  .createServer((request, response) => {
    // The moment at which the request's head is here: what its body takes is the platform's own time.
    const at = now();
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const body = Buffer.concat(chunks).toString('utf8');
      const mark = MARK.exec(body)?.[1];
      if (mark !== undefined) arrivals.push([Number(mark), at]);
      served += 1;
      const isSlow = request.url?.startsWith(SLOW_PATH) ?? false;
      if (isSlow) request.url = request.url?.slice(SLOW_PATH.length);
      const { status, json } = request.url === '/bench/taken' ? taken() : answerOf(request, body);
      const bytes = Buffer.from(json === undefined ? '' : JSON.stringify(json));
      const send = () =>
        response.writeHead(status, { 'content-type': 'application/json', 'content-length': bytes.length }).end(bytes);
      if (isSlow) setTimeout(send, SLOW_MS);
      else send();
    });
  })
  .listen(Number(port), '127.0.0.1');

function taken() {
  const json = { arrivals, served };
  arrivals = [];
  return { status: 200, json };
}
