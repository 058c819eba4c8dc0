import 'reflect-metadata';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { pino } from 'pino';
import { dataSource, migrate } from '#store';
import { freePort, startPostgres } from '#store/embedded';
import { startHub } from '../../apps/hub/src/start.ts';
import { readEnv } from '../../config/env.ts';

/** How fast the audit is searched and exported when it is large: node dist/test/bench/audit.js --rows 5000000. */
const { values } = parseArgs({
  options: { rows: { type: 'string', default: '5000000' }, export: { type: 'string', default: '1000000' } },
});
const ROWS = Number(values.rows);
const EXPORTED = Math.min(Number(values.export), ROWS);
const KEY = 'kunci-ukur-audit';
const CHUNK = 250_000;
const EACH = 20;
const DAYS = 150;

const folder = mkdtempSync(path.join(tmpdir(), 'simpul-aduan-audit-'));
chmodSync(folder, 0o755);
const postgres = await startPostgres({ dir: path.join(folder, 'db') });
try {
  await fill(postgres.url);
  const hub = await startHub(readEnv(await environment(postgres.url)), pino({ level: 'silent' }));
  try {
    await search(hub.url);
    for (const format of ['csv', 'jsonl', 'cloudevents']) await exportAs(hub.url, format);
  } finally {
    await hub.stop();
  }
} finally {
  await postgres.stop();
  rmSync(folder, { recursive: true, force: true });
}

/** Rows as a hub of five months has them: few of people, few of rules, fewer still that failed. */
async function fill(url: string): Promise<void> {
  const source = await dataSource(url, 2).initialize();
  await migrate(source);
  await source.query('set statement_timeout = 0');
  await source.query(
    `select audit_month(month) from generate_series(now() - interval '${DAYS} days', now(), interval '28 days') as month`,
  );
  for (let from = 0; from < ROWS; from += CHUNK) {
    const count = Math.min(CHUNK, ROWS - from);
    await source.query(`
      insert into audit (at, hop, actor, instance, direction, event_type, event_id, delivery_id, outcome, rule, detail,
                         request, answer, duration_ms, trace_id)
      select now() - (${ROWS} - n) * interval '${DAYS} days' / ${ROWS},
             case n % 3 when 0 then 'receive' when 1 then 'ingest' else 'deliver' end,
             case when n % 5000 = 0 then 'admin-' || n % 7 else 'hub' end,
             (array['lapor-masbup', 'laporgub', 'smartdpu'])[1 + n % 3], case when n % 3 = 2 then 'out' else 'in' end,
             (array['opened', 'replied', 'status_changed'])[1 + n % 3], 'e' || n, gen_random_uuid(),
             case when n % 2000 = 0 then 'parked' else 'ok' end, case when n % 900 = 0 then 'jalan-provinsi' end,
             'Diproses; ke laporgub', '{"method": "POST", "path": "/aduan"}', '{"status": 201}', n % 400,
             to_hex(n / 3)
      from generate_series(${from + 1}, ${from + count}) as n`);
  }
  await source.query('vacuum analyze audit');
  await source.destroy();
  console.log(`${ROWS} baris siap`);
}

async function environment(databaseUrl: string): Promise<NodeJS.ProcessEnv> {
  const nowhere = `http://127.0.0.1:${await freePort()}`;
  return {
    DATABASE_URL: databaseUrl,
    HOST: '127.0.0.1',
    PORT: String(await freePort()),
    HUB_ROLES: 'web',
    HUB_API_KEY: KEY,
    HUB_SECRET_KEY: 'kunci-rahasia-ukur-audit',
    HUB_DATA_DIR: folder,
    LAPOR_MASBUP_BASE_URL: nowhere,
    LAPOR_MASBUP_TOKEN: 'ukur',
    LAPOR_MASBUP_WEBHOOK_SECRET: `whsec_${Buffer.from('rahasia-ukur-audit-panjang').toString('base64')}`,
    LAPORGUB_BASE_URL: nowhere,
    LAPORGUB_CLIENT_ID: 'ukur',
    LAPORGUB_CLIENT_SECRET: 'ukur',
    LAPORGUB_WEBHOOK_SECRET: 'ukur',
    SMARTDPU_BASE_URL: nowhere,
    SMARTDPU_API_KEY: 'ukur',
  };
}

const ask = (url: string, query: string) =>
  fetch(`${url}/api/v1/audit${query}`, { headers: { authorization: `Bearer ${KEY}` } });

async function search(url: string): Promise<void> {
  const day = (ago: number) => new Date(Date.now() - ago * 86_400_000).toISOString().slice(0, 10);
  const filters = [
    '',
    'outcome=parked',
    'actor=admin-3',
    'rule=jalan-provinsi',
    'instance=laporgub',
    'instance=laporgub&outcome=parked',
    'hop=deliver&event_type=status_changed',
    `trace_id=${Math.floor(ROWS / 6).toString(16)}`,
    `from=${day(100)}&to=${day(99)}`,
    `from=${day(60)}&to=${day(59)}&outcome=parked`,
  ];
  const all: number[] = [];
  for (const filter of filters) {
    const took: number[] = [];
    for (let n = 0; n < EACH; n += 1) {
      const since = performance.now();
      const response = await ask(url, `?limit=50&${filter}`);
      await response.text();
      if (!response.ok) throw new Error(`${filter}: HTTP ${response.status}`);
      took.push(performance.now() - since);
    }
    all.push(...took);
    console.log(`cari ${(filter || '(semua)').padEnd(45)} p95 ${percentile(took).toFixed(0)} ms`);
  }
  console.log(`cari, semua saringan: p95 ${percentile(all).toFixed(0)} ms (sasaran 300 ms)`);
}

const percentile = (took: number[]): number => took.toSorted((a, b) => a - b)[Math.ceil(took.length * 0.95) - 1] ?? 0;

/** The newest rows, until so many were read; then the reader goes. */
async function exportAs(url: string, format: string): Promise<void> {
  const since = performance.now();
  const response = await ask(url, `/export?format=${format}`);
  const header = format === 'csv' ? 1 : 0;
  let lines = -header;
  let most = 0;
  for await (const chunk of response.body as unknown as AsyncIterable<Uint8Array>) {
    for (const byte of chunk) if (byte === 10) lines += 1;
    most = Math.max(most, process.memoryUsage().rss);
    if (lines >= EXPORTED) break;
  }
  const seconds = (performance.now() - since) / 1000;
  const words = `${format}: ${lines} baris dalam ${seconds.toFixed(1)} s, memori paling banyak ${Math.round(most / 1024 / 1024)} MiB`;
  console.log(`ekspor ${words} (sasaran 1.000.000 baris dalam 60 s)`);
}
