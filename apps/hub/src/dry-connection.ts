import { HttpService } from '@nestjs/axios';
import type { Adapter, Connection } from '#connector';
import type { DryRequest } from '#sync';
import axios, { AxiosHeaders, type InternalAxiosRequestConfig } from 'axios';

/** A connection whose network leads nowhere: each request ends before it leaves, and `told` hears of it. */
export function dryConnection<Settings extends object>(
  adapter: Adapter<Settings>,
  settings: Settings,
  told: (request: DryRequest) => void,
): Connection {
  let headers: Record<string, string> = {};
  let url = '';
  let bytes: Buffer | null = null;
  const nowhere = axios.create({
    adapter: (config: InternalAxiosRequestConfig) => {
      headers = textsOf(config.headers);
      url = config.url ?? '';
      bytes = Buffer.isBuffer(config.data) ? config.data : null;
      return Promise.reject(new Error('Nothing leaves'));
    },
  });
  return adapter.connect(settings, {
    http: new HttpService(nowhere),
    now: () => new Date(),
    token: () => Promise.resolve('-'),
    onExchange: ({ method, path, request }) => told({ method, path, headers, url, bytes, body: request ?? null }),
  });
}

const textsOf = (headers: AxiosHeaders): Record<string, string> =>
  Object.fromEntries(
    Object.entries(headers.toJSON(true)).flatMap(([name, value]) =>
      value === null || value === undefined ? [] : [[name, value]],
    ),
  );
