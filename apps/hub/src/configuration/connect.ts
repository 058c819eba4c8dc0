import type { HttpService } from '@nestjs/axios';
import type { Adapter, ExchangeProfile } from '#connector';
import type { Sealer } from '#store';
import { budget, type Instance, noteExchange, type Tokens } from '#sync';
import type { Pool } from 'pg';
import type { Env } from '#config/env';
import { dryConnection } from '../dry-connection.ts';

export interface Network {
  pool: Pool;
  http: HttpService;
  tokens: Tokens;
  sealer: Sealer;
  env: Env;
  now: () => Date;
}

/** One platform by its settings, ready to speak. */
export function connect(
  name: string,
  adapter: Adapter<ExchangeProfile>,
  settings: ExchangeProfile,
  { pool, http, tokens, sealer, env, now }: Network,
): Instance {
  const { title, rate_per_minute: ratePerMinute, poll } = settings;
  const mark = sealer.hash(JSON.stringify(settings.auth)).toString('hex');
  const admit = budget(pool, name, title, ratePerMinute);
  const connection = adapter.connect(settings, {
    http,
    now,
    token: (stale, issue) => tokens.get({ instance: name, mark }, stale, issue),
    admit,
    onExchange: noteExchange,
  });
  return {
    name,
    connector: adapter.name,
    title,
    connection,
    dryConnection: (told) => dryConnection(adapter, settings, told),
    pollEveryMs: env.POLL_EVERY ?? poll.everyMs,
    admit,
    ratePerMinute,
  };
}
