import 'reflect-metadata';
import { parseArgs } from 'node:util';
import type { DataSource } from 'typeorm';
import { now } from './figures.ts';
import { type Ask, onLargeHub, timeSearches } from './large.ts';

/** How fast the audit is searched and exported when it is large: node dist/test/bench/audit.js --rows 5000000. */
const { values } = parseArgs({
  options: { rows: { type: 'string', default: '5000000' }, export: { type: 'string', default: '1000000' } },
});
const ROWS = Number(values.rows);
const EXPORTED = Math.min(Number(values.export), ROWS);
const CHUNK = 250_000;
const DAYS = 150;
const AIM_MS = 300;
const MIB = 1024 * 1024;

await onLargeHub(fill, async (ask) => {
  await timeSearches(ask, '/api/v1/audit', searches(), AIM_MS);
  for (const format of ['csv', 'jsonl', 'cloudevents']) await exportAs(ask, format);
});
// Not left to the end of the loop: Node's own clean-up of handles may spin for ever after connections were cut.
process.exit();

/** Rows as a hub of five months has them: few of people, few of rules, fewer still that failed. */
async function fill(source: DataSource): Promise<void> {
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
             'Diproses; tujuan: laporgub', '{"method": "POST", "path": "/aduan"}', '{"status": 201}', n % 400,
             to_hex(n / 3)
      from generate_series(${from + 1}, ${from + count}) as n`);
    console.log(`${from + count} of ${ROWS} rows`);
  }
  await source.query('vacuum analyze audit');
}

function searches() {
  const day = (ago: number) => new Date(Date.now() - ago * 86_400_000).toISOString().slice(0, 10);
  return [
    '',
    'outcome=parked',
    'actor=admin-3',
    'actor=siapa',
    'rule=jalan-provinsi',
    'rule=tidak-ada',
    'instance=laporgub',
    'instance=laporgub&outcome=parked',
    'hop=deliver&event_type=status_changed',
    'event_type=transferred',
    'hop=person',
    (time: number) => `trace_id=${(Math.floor(ROWS / 6) + time).toString(16)}`,
    (time: number) => `from=${day(100 + time)}&to=${day(99 + time)}`,
    `from=${day(60)}&to=${day(59)}&outcome=parked`,
    `to=${day(120)}`,
  ];
}

/** The newest rows, until so many were read; then the reader goes. */
async function exportAs(ask: Ask, format: string): Promise<void> {
  const began = now();
  const before = process.memoryUsage.rss();
  const response = await ask(`/api/v1/audit/export?format=${format}`);
  let lines = format === 'csv' ? -1 : 0;
  let most = before;
  for await (const chunk of response.body as unknown as AsyncIterable<Uint8Array>) {
    for (const byte of chunk) if (byte === 10) lines += 1;
    most = Math.max(most, process.memoryUsage.rss());
    if (lines >= EXPORTED) break;
  }
  const seconds = ((now() - began) / 1000).toFixed(1);
  const memory = `memory of hub and reader ${Math.round(before / MIB)} MiB before, ${Math.round(most / MIB)} at the most`;
  console.log(`export as ${format}: ${lines} rows in ${seconds} s (aim: 1,000,000 in 60 s); ${memory}`);
}
