import { Readable } from 'node:stream';
import { types } from 'node:util';
import { pipeline } from 'node:stream/promises';
import { stringify } from 'csv-stringify';
import type { Hub } from '#sync';
import type { Response } from 'express';
import type { AuditEntry, AuditExportQuery } from './audit.dto.ts';
import { auditBatches, COLUMNS } from './audit.queries.ts';
import { cloudEventOf } from './cloud-event.ts';

const LINES = 'application/x-ndjson; charset=utf-8';
const TYPES = { csv: 'text/csv; charset=utf-8; header=present', jsonl: LINES, cloudevents: LINES };
const ENDINGS = { csv: 'csv', jsonl: 'jsonl', cloudevents: 'cloudevents.jsonl' };

/**
 * Streams the rows as fast as the client takes them and stops when it goes.
 *
 * The first batch is read before the answer begins, so a database that is away is a proper problem; one that goes away
 * later ends the connection, so that half a file never looks whole.
 */
export async function exportAudit(hub: Hub, query: AuditExportQuery, response: Response): Promise<void> {
  const batches = auditBatches(hub.pool, query);
  const first = await batches.next();
  const rows = Readable.from(eachOf(first.done ? [] : first.value, batches), { highWaterMark: 100 });
  const name = `audit-${new Date().toISOString().slice(0, 10)}.${ENDINGS[query.format]}`;
  response.set({
    'content-type': TYPES[query.format],
    'content-disposition': `attachment; filename="${name}"`,
    'cache-control': 'no-store',
  });
  try {
    if (query.format === 'csv') await pipeline(rows, csv(), response);
    else await pipeline(rows, query.format === 'jsonl' ? lines() : lines(cloudEvents(hub)), response);
  } catch (error) {
    if (!isClientGone(error)) throw error;
  }
}

async function* eachOf(first: AuditEntry[], rest: AsyncGenerator<AuditEntry[]>): AsyncGenerator<AuditEntry> {
  yield* first;
  for await (const batch of rest) yield* batch;
}

/** A cell that a spreadsheet would run as a formula starts with an apostrophe instead. */
const csv = () =>
  stringify({
    header: true,
    columns: COLUMNS,
    escape_formulas: true,
    cast: { date: (date) => date.toISOString(), object: (value) => JSON.stringify(value) },
  });

/** One line for each row, joined by the hundred: a write for each would cost more than the rows. */
const lines = (shown: (row: AuditEntry) => object = (row) => row) =>
  async function* (rows: AsyncIterable<AuditEntry>): AsyncGenerator<string> {
    let waiting: string[] = [];
    for await (const row of rows) {
      waiting.push(`${JSON.stringify(shown(row))}\n`);
      if (waiting.length < LINES_AT_ONCE) continue;
      yield waiting.join('');
      waiting = [];
    }
    yield waiting.join('');
  };
const LINES_AT_ONCE = 100;

const cloudEvents =
  ({ publicUrl }: Hub) =>
  (row: AuditEntry): object =>
    cloudEventOf(row, publicUrl);

const isClientGone = (error: unknown): boolean =>
  types.isNativeError(error) && 'code' in error && error.code === 'ERR_STREAM_PREMATURE_CLOSE';
