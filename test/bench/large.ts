import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pino } from 'pino';
import type { DataSource } from 'typeorm';
import { dataSource, migrate } from '#store';
import { freePort, startPostgres } from '#store/embedded';
import { startHub } from '../../apps/hub/src/start.ts';
import { readEnv } from '../../config/env.ts';
import { machineFacts } from './facts.ts';
import { median, now, percentile } from './figures.ts';

const KEY = 'kunci-ukur';
const EACH = 40;

/** Asks the hub with a key that may read everything. */
export type Ask = (address: string) => Promise<Response>;

/**
 * A hub that answers HTTP and does no work, on a database of its own that was filled before it started.
 *
 * `url` names one that was filled by an earlier run, to be measured again.
 */
export async function onLargeHub(
  fill: (source: DataSource) => Promise<void>,
  measure: (ask: Ask, source: DataSource) => Promise<void>,
  url?: string,
): Promise<void> {
  const folder = mkdtempSync(path.join(tmpdir(), 'simpul-aduan-besar-'));
  chmodSync(folder, 0o755);
  const postgres = url ? { url, stop: async () => {} } : await startPostgres({ dir: path.join(folder, 'db') });
  const source = await dataSource(postgres.url, 2).initialize();
  try {
    for (const [name, value] of Object.entries(await machineFacts(postgres.url)))
      console.log(`${name.padEnd(12)}${value}`);
    await migrate(source);
    await source.query('set statement_timeout = 0');
    const began = now();
    if (!url) await fill(source);
    console.log(`filled in ${Math.round((now() - began) / 1000)} s`);
    const hub = await startHub(readEnv(await environment(postgres.url, folder)), pino({ level: 'silent' }));
    try {
      await measure((address) => fetch(hub.url + address, { headers: { authorization: `Bearer ${KEY}` } }), source);
    } finally {
      await hub.stop();
    }
  } finally {
    await source.destroy();
    await postgres.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function environment(databaseUrl: string, folder: string): Promise<NodeJS.ProcessEnv> {
  const nowhere = `http://127.0.0.1:${await freePort()}`;
  return {
    DATABASE_URL: databaseUrl,
    HOST: '127.0.0.1',
    PORT: String(await freePort()),
    HUB_ROLES: 'web',
    HUB_API_KEY: KEY,
    HUB_SECRET_KEY: 'kunci-rahasia-ukur',
    HUB_DATA_DIR: folder,
    LAPOR_MASBUP_BASE_URL: nowhere,
    LAPOR_MASBUP_TOKEN: 'ukur',
    LAPOR_MASBUP_WEBHOOK_SECRET: `whsec_${Buffer.from('rahasia-ukur-yang-cukup-panjang').toString('base64')}`,
    LAPORGUB_BASE_URL: nowhere,
    LAPORGUB_CLIENT_ID: 'ukur',
    LAPORGUB_CLIENT_SECRET: 'ukur',
    LAPORGUB_WEBHOOK_SECRET: 'ukur',
    SMARTDPU_BASE_URL: nowhere,
    SMARTDPU_API_KEY: 'ukur',
  };
}

/** What is asked for, each time anew where the answer would else be the same one again. */
export type Search = string | ((time: number) => string);

/** Asks each of them several times; says how long it took, and how many rows came, and judges the slowest by the aim. */
export async function timeSearches(ask: Ask, route: string, searches: readonly Search[], aimMs: number): Promise<void> {
  const slowest = { p95: 0, search: '' };
  for (const search of searches) {
    const took: number[] = [];
    let rows = 0;
    let shown = '';
    for (let time = 0; time < EACH; time += 1) {
      const query = typeof search === 'string' ? search : search(time);
      shown = query.length > 70 ? `${query.slice(0, 67)}...` : query;
      const since = now();
      const response = await ask(`${route}?limit=50&${query}`);
      const { data } = (await response.json()) as { data?: unknown[] };
      took.push(now() - since);
      if (!response.ok || !data) throw new Error(`${query}: HTTP ${response.status}`);
      rows = data.length;
    }
    const p95 = percentile(took, 0.95);
    if (p95 > slowest.p95) Object.assign(slowest, { p95, search: shown });
    const figures = `median ${ms(median(took))}, p95 ${ms(p95)}, slowest ${ms(percentile(took, 1))}, ${rows} rows`;
    console.log(`${(shown || '(all)').padEnd(72)}${figures}${p95 > aimMs ? '  NOT MET' : ''}`);
  }
  const verdict = slowest.p95 <= aimMs ? 'met' : 'NOT MET';
  console.log(`slowest search: p95 ${ms(slowest.p95)} (${slowest.search}); aim <= ${aimMs} ms: ${verdict}`);
}

const ms = (value: number): string => `${value.toFixed(value < 10 ? 1 : 0)} ms`;
