import type { Connection } from '#connector';
import { type ComplaintEvent } from '#complaint';
import { blob } from '#store';
import type { Instance } from '#sync';
import type { Pool } from 'pg';

/** The citizen's page as a source of events: what a reporter says there takes the same three hops as anything else. */
export const LACAK = 'lacak';

/** Files lie in the database already when their event is ingested; this is how the event names them. */
const FILE = /^lacak:([0-9a-f]{64})$/;
export const fileUrl = (sha256: Buffer): string => `lacak:${sha256.toString('hex')}`;

/** It signs nothing, is polled by nobody and is told nothing: the page shows what the hub knows anyway. */
export function lacakInstance(pool: Pool): Instance {
  const connection: Connection = {
    expresses: ['anonim', 'rahasia'],
    parse: async ({ body }) => ({ events: [JSON.parse(body.toString('utf8')) as ComplaintEvent], problems: [] }),
    download: (url) => blob(pool, Buffer.from(FILE.exec(url)?.[1] ?? '', 'hex')),
    push: {},
    ping: async () => 'Halaman Lacak adalah bagian dari simpul ini',
  };
  const dryConnection = () => connection;
  return { name: LACAK, connector: LACAK, title: 'Halaman Lacak', connection, dryConnection, pollEveryMs: 0 };
}
