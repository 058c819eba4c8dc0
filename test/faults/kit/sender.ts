import { createHmac, randomUUID } from 'node:crypto';
import type { Agent, IncomingHttpHeaders } from 'node:http';
import { request } from 'node:http';
import { HOME, PROVINCE } from './diary.ts';
import { HOME_SECRET, PROVINCE_SECRET } from './settings.ts';

export interface Answer {
  /** `null` where no whole answer came. */
  status: number | null;
  headers: IncomingHttpHeaders;
  error?: string | undefined;
}

export interface Webhook {
  path: string;
  headers: Record<string, string>;
  body: string;
}

/** A webhook as Lapor MasBuP signs it. */
export function fromHome(payload: object, id: string = randomUUID()): Webhook {
  const body = JSON.stringify(payload);
  const seconds = String(Math.floor(Date.now() / 1000));
  const signature = createHmac('sha256', HOME_SECRET).update(`${id}.${seconds}.${body}`).digest('base64');
  const headers = { 'webhook-id': id, 'webhook-timestamp': seconds, 'webhook-signature': `v1,${signature}` };
  return { path: `/webhooks/${HOME}`, headers, body };
}

/** A webhook as LaporGub signs it. */
export function fromProvince(payload: { event: string }, id: string = randomUUID()): Webhook {
  const body = JSON.stringify(payload);
  const headers = {
    'x-laporgub-event': payload.event,
    'x-laporgub-delivery': id,
    'x-laporgub-signature': `sha256=${createHmac('sha256', PROVINCE_SECRET).update(body).digest('hex')}`,
  };
  return { path: `/webhooks/${PROVINCE}`, headers, body };
}

/** Posts it once. Never throws: what became of it is the answer. */
export function post(url: string, webhook: Webhook, agent?: Agent, timeoutMs = 10_000): Promise<Answer> {
  const { port } = new URL(url);
  const length = String(Buffer.byteLength(webhook.body));
  const headers = { 'content-type': 'application/json', 'content-length': length, ...webhook.headers };
  return new Promise((resolve) => {
    const failed = (error: Error) => resolve({ status: null, headers: {}, error: error.message });
    const outgoing = request({ host: '127.0.0.1', port, path: webhook.path, method: 'POST', headers, agent });
    outgoing.setTimeout(timeoutMs, () => outgoing.destroy(new Error('no answer in time')));
    outgoing.on('error', failed);
    outgoing.on('response', (answer) => {
      answer.on('error', failed).resume();
      answer.on('end', () => resolve({ status: answer.statusCode ?? null, headers: answer.headers }));
    });
    outgoing.end(webhook.body);
  });
}
