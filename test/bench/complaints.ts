import 'reflect-metadata';
import { parseArgs } from 'node:util';
import type { DataSource } from 'typeorm';
import { type Ask, onLargeHub, timeSearches } from './large.ts';
import { fillComplaints } from './large-seed.ts';

/** How fast complaints are listed, filtered and searched when they are many: npm run bench:complaints -- --rows 1000000. */
const { values } = parseArgs({
  options: { rows: { type: 'string', default: '1000000' }, database: { type: 'string' } },
});
const ROWS = Number(values.rows);
const AIM_MS = 300;
const PATH = '/api/v1/complaints';

await onLargeHub(
  (source) => fillComplaints(source, ROWS),
  async (ask, source) => {
    await timeSearches(ask, PATH, [...searches(), ...(await deepPages(ask, source))], AIM_MS);
  },
  values.database,
);
// Not left to the end of the loop: Node's own clean-up of handles may spin for ever after connections were cut.
process.exit();

function searches() {
  const day = (ago: number) => new Date(Date.now() - ago * 86_400_000).toISOString().slice(0, 10);
  const digits = (time: number) => String(Math.ceil(((time + 1) * ROWS) / 50)).padStart(7, '0');
  const numberOf = (time: number) => `SA-2026-${digits(time)}`;
  return [
    '',
    'status=verifying',
    'status=assigned,in_progress',
    'status=rejected',
    'channel=whatsapp',
    'channel=instagram',
    'channel=tidak-ada',
    'instance=laporgub',
    'instance=jarang',
    'instance=tidak-ada',
    'handler=smartdpu',
    'handler=jarang',
    'opd=DPUPR',
    'opd=DLH',
    'opd=tidak-ada',
    (time: number) => `kecamatan=33.03.${String(1 + (time % 18)).padStart(2, '0')}`,
    'kecamatan=33.03.09.2003',
    'kecamatan=33.03.99',
    'category=road',
    'category=village',
    'kewenangan=provinsi',
    'kewenangan=bumn',
    'kewenangan=unknown',
    'rahasia=true',
    'due=overdue',
    'due=soon',
    (time: number) => `opened_from=${day(time)}`,
    (time: number) => `opened_from=${day(900 - time)}&opened_to=${day(900 - time)}`,
    `opened_to=${day(900)}`,
    (time: number) => `q=${numberOf(time)}`,
    (time: number) => `q=LGWP${digits(time)}`,
    'q=SA-1999-0000001',
    'q=jalan',
    'q=berlubang%20di%20depan',
    'q=jembatan%20gantung',
    (time: number) => `q=kwitansi%20${time * 997}`,
    'q=tidak%20pernah%20ditulis',
    'q=zq',
    'q=je',
    'phone=081234567890',
    'status=rejected&q=jalan',
    'status=verifying&q=jembatan%20gantung',
    'channel=instagram&q=jalan',
    'opd=DLH&status=resolved&kecamatan=33.03.05',
    `status=in_progress&opd=DPUPR&opened_from=${day(40)}`,
    'handler=laporgub&category=road&due=overdue',
  ];
}

/** Pages far below the first: their cursor is the key of a row that lies there. */
async function deepPages(ask: Ask, source: DataSource): Promise<string[]> {
  const { next_cursor: first } = (await (await ask(`${PATH}?limit=1`)).json()) as { next_cursor: string };
  const [newest] = JSON.parse(Buffer.from(first, 'base64url').toString()) as [string];
  const cursors = [];
  for (const below of [0.5, 0.99]) {
    const [row] = await source.query<[{ id: string }]>(
      'select id from complaint where id < $1 order by id desc offset $2 limit 1',
      [newest, Math.floor(ROWS * below)],
    );
    cursors.push(`cursor=${Buffer.from(JSON.stringify([row.id])).toString('base64url')}`);
  }
  return cursors.flatMap((cursor) =>
    ['', '&status=verifying', '&channel=whatsapp', '&instance=laporgub', '&opd=DPUPR', '&q=jalan', '&due=overdue'].map(
      (filter) => `${filter.slice(1)}${filter && '&'}${cursor}`,
    ),
  );
}
