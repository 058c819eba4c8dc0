import type { IncomingMessage } from 'node:http';

/** A request as a simulated platform sees it. The readers throw where the body is not what they read. */
export interface SimulatedRequest {
  method: string;
  path: string;
  query: URLSearchParams;
  /** Lower-case names. */
  headers: Record<string, string | undefined>;
  body: Buffer;
  json(): unknown;
  form(): URLSearchParams;
  multipart(): Promise<FormData>;
}

const MOST_BYTES = 32 * 1024 * 1024;

export async function requestOf(incoming: IncomingMessage): Promise<SimulatedRequest> {
  const { pathname, searchParams } = new URL(incoming.url ?? '/', 'http://platform.invalid');
  const headers = Object.fromEntries(
    Object.entries(incoming.headers).map(([name, value]) => [name, Array.isArray(value) ? value.join(', ') : value]),
  );
  const body = await bytesOf(incoming);
  return {
    method: incoming.method ?? 'GET',
    path: pathname,
    query: searchParams,
    headers,
    body,
    json: () => JSON.parse(body.toString('utf8')),
    form: () => new URLSearchParams(body.toString('utf8')),
    multipart: () =>
      new Response(new Uint8Array(body), { headers: { 'content-type': headers['content-type'] ?? '' } }).formData(),
  };
}

async function bytesOf(incoming: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of incoming as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > MOST_BYTES) throw new Error('request body too large');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
