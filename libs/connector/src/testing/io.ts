import { HttpService } from '@nestjs/axios';
import axios from 'axios';
import type { Exchange, Io, IssuedToken } from '../contract.ts';

export interface TestIo {
  io: Io;
  /** What the audit would get. */
  exchanges: Exchange[];
  /** What went over the wire, word for word. */
  sent: { method: string; url: string; body: string }[];
}

/** The network as it is, and what the engine gives besides, in memory. */
export function testIo(now: () => Date = () => new Date()): TestIo {
  const client = axios.create();
  const exchanges: Exchange[] = [];
  const sent: TestIo['sent'] = [];
  client.interceptors.request.use((config) => {
    const body = Buffer.isBuffer(config.data) ? config.data.toString('utf8') : '';
    sent.push({ method: (config.method ?? 'get').toUpperCase(), url: config.url ?? '', body });
    return config;
  });
  const io = {
    http: new HttpService(client),
    now,
    token: tokenStore(now),
    onExchange: (each: Exchange) => void exchanges.push(each),
  };
  return { io, exchanges, sent };
}

function tokenStore(now: () => Date): Io['token'] {
  let kept: IssuedToken | null = null;
  let issuing: Promise<IssuedToken> | null = null;
  return async (stale, issue) => {
    if (kept && kept.token !== stale && kept.expiresAt > now()) return kept.token;
    issuing ??= issue(kept?.token ?? null).finally(() => (issuing = null));
    kept = await issuing;
    return kept.token;
  };
}
