import http, { type ClientRequest, type IncomingMessage } from 'node:http';
import https from 'node:https';
import type { HttpService } from '@nestjs/axios';
import { firstValueFrom } from 'rxjs';
import { ConnectorError } from '../errors.ts';

const MAX_ANSWER_BYTES = 5 * 1024 * 1024;

export interface HttpRequest {
  method: string;
  url: URL;
  headers: Record<string, string>;
  body?: Buffer | undefined;
  timeoutMs: number;
  maxBytes?: number;
}

export interface HttpAnswer {
  status: number;
  headers: Readonly<Record<string, string | undefined>>;
  body: Buffer;
}

/**
 * One exchange, whatever its status. Redirects are not followed, no proxy is used, time and size are bounded.
 *
 * Throws `unavailable` where no whole answer came; `uncertain` where a write may have reached the platform, which is
 * from the moment the connection stood.
 */
export async function exchange(io: HttpService, title: string, request: HttpRequest): Promise<HttpAnswer> {
  const { method, url, headers, body, timeoutMs, maxBytes = MAX_ANSWER_BYTES } = request;
  const signal = AbortSignal.timeout(timeoutMs);
  const wire = watched(url.protocol);
  try {
    const {
      status,
      headers: answered,
      data,
    } = await firstValueFrom(
      io.request<ArrayBuffer | Buffer>({
        method,
        url: url.href,
        headers: { 'user-agent': 'simpul-aduan', ...headers },
        data: body,
        signal,
        maxContentLength: maxBytes,
        maxBodyLength: Number.POSITIVE_INFINITY,
        maxRedirects: 0,
        proxy: false,
        responseType: 'arraybuffer',
        transport: wire.transport,
        transformRequest: [(raw: unknown) => raw],
        transformResponse: [(raw: unknown) => raw],
        validateStatus: () => true,
      }),
    );
    return { status, headers: answered as HttpAnswer['headers'], body: Buffer.from(data as Buffer) };
  } catch (error) {
    const isWrite = method !== 'GET' && method !== 'HEAD';
    throw noAnswer(title, url.host, error, signal.aborted, isWrite && wire.connected());
  }
}

/** Notes when the connection stands: nothing was sent before. */
function watched(protocol: string) {
  const isTls = protocol === 'https:';
  let connected = false;
  const request = (options: https.RequestOptions, callback: (message: IncomingMessage) => void): ClientRequest => {
    const outgoing = isTls ? https.request(options, callback) : http.request(options, callback);
    outgoing.once('socket', (socket) => {
      if (outgoing.reusedSocket || (!isTls && !socket.connecting)) connected = true;
      else socket.once(isTls ? 'secureConnect' : 'connect', () => (connected = true));
    });
    outgoing.once('response', () => (connected = true));
    return outgoing;
  };
  return { transport: { request }, connected: () => connected };
}

const UNREACHED = /^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH)$/;
const UNTRUSTED = /^(CERT_|ERR_TLS_CERT|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO_)/;
const TLS = /^(ERR_TLS_|ERR_SSL_|EPROTO)/;

function noAnswer(title: string, host: string, error: unknown, timedOut: boolean, sent: boolean): ConnectorError {
  const { code = '', message = '' } = error as { code?: string; message?: string };
  // An axios error carries the whole request, credentials included: only its words go on.
  const details = {
    cause: `${code} ${message}`.trim(),
    uncertain: sent && !UNREACHED.test(code) && !UNTRUSTED.test(code),
  };
  if (timedOut) return new ConnectorError('unavailable', `${title} tidak menjawab pada waktunya`, details);
  if (code === 'ENOTFOUND') {
    return new ConnectorError('unavailable', `Nama ${host} tidak ditemukan (DNS): periksa base_url ${title}`, details);
  }
  if (UNTRUSTED.test(code) || TLS.test(code)) {
    return new ConnectorError(
      'unavailable',
      `Sertifikat atau TLS ${host} tidak sah: periksa base_url ${title}`,
      details,
    );
  }
  if (message.includes('maxContentLength')) {
    return new ConnectorError('unavailable', `Jawaban ${title} terlalu besar`, details);
  }
  return new ConnectorError('unavailable', `Tidak dapat menghubungi ${title} (${code || 'koneksi putus'})`, details);
}
