import type { IncomingMessage } from 'node:http';
import { ProblemError } from '../problems/problem.ts';

const MIB = 1024 * 1024;
/** How long a sender of too much may go on, so that it gets to read our answer; then it is cut off. */
const LINGER_MS = 3_000;

/** The sender went away in the middle: there is nobody to answer. */
export class AbortedError extends Error {
  override readonly name = 'AbortedError';
}

/**
 * The bytes exactly as they were sent: signatures are made over them.
 *
 * The limit counts what really arrives, whatever the headers claim, and nothing is kept beyond it.
 */
export function readBody(request: IncomingMessage, mib = 1): Promise<Buffer> {
  const maxBytes = mib * MIB;
  const tooLarge = () => new ProblemError(413, { detail: `Paling besar ${mib} MiB.` });
  const { 'content-encoding': encoding = 'identity', 'content-length': length } = request.headers;
  if (encoding !== 'identity') {
    discard(request);
    return Promise.reject(new ProblemError(415, { detail: 'Content-Encoding ini tidak diterima.' }));
  }
  if (Number(length) > maxBytes) {
    discard(request);
    return Promise.reject(tooLarge());
  }
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    const onData = (chunk: Buffer) => {
      size += chunk.length;
      if (size <= maxBytes) {
        chunks.push(chunk);
        return;
      }
      request.off('data', onData);
      chunks.length = 0;
      discard(request);
      reject(tooLarge());
    };
    request.on('data', onData);
    request.once('end', () => resolve(chunks.length === 1 && chunks[0] ? chunks[0] : Buffer.concat(chunks)));
    request.once('error', () => reject(new AbortedError('The sender went away')));
    request.once('close', () => request.complete || reject(new AbortedError('The sender went away')));
  });
}

/** Reads on and throws away for a while: closing at once would take our answer along. */
function discard(request: IncomingMessage): void {
  const timer = setTimeout(() => request.socket.destroy(), LINGER_MS).unref();
  request.once('close', () => clearTimeout(timer));
  request.on('error', () => {});
  request.resume();
}
