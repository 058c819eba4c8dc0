import { setTimeout as sleep } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { ConnectorError, type Connection, type Listing } from '#connector';
import { dataSource, poolOf, putDeliveries, registerInstances, Sealer } from '#store';
import { beginReconciliation, Bell, type Hub, type Instance, Reconciler } from '#sync';
import { PgBoss } from 'pg-boss';
import { createDatabase, type TestDatabase } from '../setup/database.ts';
import { nobodySpeaks } from '../setup/intake.ts';
import { migrated } from '../setup/migrated.ts';

const LINKS = 20_000;
const FEW = 1_000;
const PAGE = 100;
const TITLE = 'Jalan berlubang di depan pasar, sudah dua pengendara terjatuh. '.repeat(80);
setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;
const quiet = { info: () => {}, warn: () => {}, error: () => {} };

let database: TestDatabase;
let source: ReturnType<typeof dataSource>;
let hub: Hub;
let platform: StubPlatform;

/** A platform with so many cases that nobody would play them: each page is made when it is asked for. */
class StubPlatform {
  cases = LINKS;
  /** The page that is asked for when the process dies. */
  diesAt: number | null = null;
  /** Cases whose status nobody told us. */
  moved = new Set<number>();
  asked: number[] = [];
  /** Cases that were read whole. */
  fetched: string[] = [];
  tells: Listing['tells'] = 'case';
  /** The page whose cursor the platform no longer knows when it is asked for. */
  forgets: number | null = null;
  forgetsAlways = false;
  onAsked: (page: number) => void = () => {};

  list = async (cursor: string | null): Promise<Listing> => {
    const page = Number(cursor ?? 0);
    this.asked.push(page);
    this.onAsked(page);
    if (this.diesAt === page) throw new Error('killed');
    if (this.forgets === page) {
      if (!this.forgetsAlways) this.forgets = null;
      throw new ConnectorError('rejected', 'Penanda halaman tidak dikenal');
    }
    const first = page * PAGE;
    const size = Math.max(0, Math.min(PAGE, this.cases - first));
    const payloads = Array.from({ length: size }, (_none, index) => ({
      id: idOf(first + index),
      text: `${TITLE}${first + index}`,
      label: this.moved.has(first + index) ? 'diproses' : 'baru',
    }));
    return { payloads, cursor: String(page + 1), more: first + PAGE < this.cases, tells: this.tells };
  };

  get connection(): Connection {
    return {
      expresses: [],
      list: this.list,
      fetch: async (id) => {
        this.fetched.push(id);
        return { id, text: TITLE, label: this.moved.has(Number(id.slice(5))) ? 'diproses' : 'baru' };
      },
      parse: async ({ body }) => {
        const { id, text, label } = JSON.parse(body.toString()) as { id: string; text: string; label: string };
        const at = label === 'baru' ? '2026-01-01T00:00:00Z' : '2026-01-02T00:00:00Z';
        const base = { externalId: id, at: '2026-01-01T00:00:00Z' };
        const status = label === 'baru' ? ('received' as const) : ('in_progress' as const);
        return {
          problems: [],
          events: [
            {
              ...base,
              type: 'opened',
              id,
              text,
              channel: 'web',
              facts: {},
              reporter: {},
              marks: { anonim: false, rahasia: false },
              attachments: [],
            },
            { ...base, type: 'status_changed', id: `${id}/${label}`, at, label, status, snapshot: true },
          ],
        };
      },
      push: {},
      ping: async () => 'ada',
    };
  }
}

async function seed(pool: Hub['pool'], name: string, links: number): Promise<void> {
  await pool.query(`with seeded as (
      select n, md5('${name}' || n)::uuid as id, 'UJI-A' || lpad(n::text, 6, '0') as external
      from generate_series(0, ${links - 1}) as n
    ), opened as (
      insert into complaint (id, number, token, text, channel, origin, handler, status, anonim, rahasia, opened_at)
      select id, 'SA-${name}-' || n, '${name}' || n, 'uji', 'web', '${name}', '${name}', 'received', false, false,
        '2026-01-01' from seeded
    ), heard as (
      insert into event (id, complaint_id, instance, event_id, type, at, body, effect)
      select md5('buka${name}' || n)::uuid, id, '${name}', external, 'opened', '2026-01-01', '{}', 'applied' from seeded
    )
    insert into link (id, complaint_id, instance, external_id, role, state, label, label_at, created_at)
    select md5('tautan${name}' || n)::uuid, id, '${name}', external, 'origin', 'open', 'baru', '2026-01-01', '2026-01-01'
    from seeded`);
}

const idOf = (n: number): string => `UJI-A${String(n).padStart(6, '0')}`;

beforeAll(async () => {
  database = await createDatabase(migrated);
  source = await dataSource(database.url, 6).initialize();
  const pool = poolOf(source);
  await registerInstances(
    pool,
    ['uji', 'kecil'].map((name) => ({ name, connector: 'uji' })),
  );
  await seed(pool, 'uji', LINKS);
  await seed(pool, 'kecil', FEW);
  await pool.query('analyze');
  platform = new StubPlatform();
  const instanceOf = (name: string): [string, Instance] => [
    name,
    {
      name,
      connector: 'uji',
      title: 'Platform Uji',
      connection: platform.connection,
      dryConnection: () => platform.connection,
      pollEveryMs: 1_000,
      ratePerMinute: 10_000_000,
    },
  ];
  hub = {
    pool,
    bell: new Bell(new PgBoss(database.url)),
    sealer: new Sealer('kunci-rahasia-uji-coba'),
    instances: new Map(['uji', 'kecil'].map(instanceOf)),
    routing: { home: 'uji', rules: [], roads: [] },
    retry: [],
    publicUrl: 'http://127.0.0.1',
    intake: nobodySpeaks,
    log: quiet,
  };
}, 60_000);
afterAll(async () => {
  await source.destroy();
  await database.drop();
});
beforeEach(async () => {
  platform.asked = [];
  platform.fetched = [];
  platform.moved.clear();
  Object.assign(platform, {
    cases: FEW,
    tells: 'case',
    diesAt: null,
    forgets: null,
    forgetsAlways: false,
    onAsked: () => {},
  });
  await hub.pool.query('delete from drift');
  await hub.pool.query('delete from reconciliation');
  await hub.pool.query('delete from inbox');
});

/** Stands in for the ingest: what waits to be read is read at once. */
const wake = () => {
  void hub.pool.query(`update inbox set state = 'done' where state = 'new'`);
};
const reconciler = () => new Reconciler(hub, wake);
const run = async () =>
  (
    await hub.pool.query<{ state: string; listed: number; reason: string | null; phase: string }>(
      'select state, listed, reason, phase from reconciliation order by started_at desc limit 1',
    )
  ).rows[0];
const drifts = async () =>
  (await hub.pool.query<{ external_id: string }>('select external_id from drift order by external_id')).rows.map(
    ({ external_id }) => external_id,
  );
const count = async (table: string) =>
  (await hub.pool.query<{ n: number }>(`select count(*)::int as n from ${table}`)).rows[0]?.n;
const leaseRunsOut = () =>
  hub.pool.query(`update reconciliation set lease_until = now() - interval '1 second' where state = 'running'`);

test('20,000 linked complaints are compared in bounded memory and half a minute', async () => {
  const memory: { rss: number; live: number }[] = [];
  platform.onAsked = (page) => {
    if (page % 20 !== 10) return;
    collectGarbage();
    const { rss, heapUsed, arrayBuffers } = process.memoryUsage();
    memory.push({ rss, live: heapUsed + arrayBuffers });
  };
  platform.cases = LINKS;
  platform.moved = new Set([7, 12_345]);
  const started = performance.now();
  await beginReconciliation(hub, 'uji');
  await reconciler().work('uji');
  const ms = performance.now() - started;
  expect(await run()).toMatchObject({ state: 'done', listed: LINKS });
  expect(await drifts()).toEqual([idOf(7), idOf(12_345)]);
  expect(platform.asked).toHaveLength(LINKS / PAGE);
  expect(ms).toBeLessThan(30_000);
  // All payloads together are 100 MB, and more once they are parsed.
  const grown = (what: 'rss' | 'live') => (memory.at(-1)?.[what] ?? Infinity) - (memory[0]?.[what] ?? 0);
  expect(grown('live')).toBeLessThan(15e6);
  expect(grown('rss')).toBeLessThan(80e6);
  expect(await count('reconciliation_seen')).toBe(0);
}, 60_000);

describe('a process that is killed in the middle', () => {
  test('leaves a run that goes on behind its last page, and nothing is found or kept twice', async () => {
    platform.moved = new Set([5, 555]);
    await beginReconciliation(hub, 'kecil');
    platform.diesAt = 6;
    await expect(reconciler().work('kecil')).rejects.toThrow('killed');
    expect(await run()).toMatchObject({ state: 'running', listed: 600 });

    await reconciler().work('kecil');
    expect(platform.asked).toEqual([0, 1, 2, 3, 4, 5, 6]);
    await leaseRunsOut();
    platform.diesAt = null;
    await reconciler().work('kecil');
    expect(platform.asked).toEqual([0, 1, 2, 3, 4, 5, 6, 6, 7, 8, 9]);
    expect(await run()).toMatchObject({ state: 'done', listed: FEW });
    expect(await drifts()).toEqual([idOf(5), idOf(555)]);
    expect(await count('inbox')).toBe(2);
  });

  test('writes nothing more once another one has the run', async () => {
    await beginReconciliation(hub, 'kecil');
    let taken = false;
    platform.onAsked = (page) => {
      if (page !== 3 || taken) return;
      taken = true;
      void leaseRunsOut().then(() => hub.pool.query('update reconciliation set fence = fence + 1'));
    };
    const { list } = platform;
    const slow: Listing[] = [];
    const instance = hub.instances.get('kecil') as Instance;
    Object.assign(instance.connection, {
      list: async (cursor: string | null) => {
        const page = await list(cursor);
        if (taken) await sleep(300);
        slow.push(page);
        return page;
      },
    });
    await reconciler().work('kecil');
    Object.assign(instance.connection, { list });
    expect(slow).toHaveLength(4);
    expect(await run()).toMatchObject({ state: 'running', listed: 300 });
  });
});

test('a place in the list that the platform forgot costs a reading from the start', async () => {
  platform.moved = new Set([5, 555]);
  platform.forgets = 6;
  await beginReconciliation(hub, 'kecil');
  await reconciler().work('kecil');
  expect(platform.asked).toEqual([0, 1, 2, 3, 4, 5, 6, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
  expect(await run()).toMatchObject({ state: 'done', listed: FEW });
  expect(await drifts()).toEqual([idOf(5), idOf(555)]);
});

test('a list that can never be read to its end fails, and says so', async () => {
  platform.forgets = 6;
  platform.forgetsAlways = true;
  await beginReconciliation(hub, 'kecil');
  await reconciler().work('kecil');
  expect(await run()).toMatchObject({ state: 'failed', reason: 'Penanda halaman tidak dikenal' });
});

describe('F36: the list breaks', () => {
  test.each([
    ['nothing', 0, 'halted'],
    ['90 % less', FEW / 10, 'halted'],
    ['a bit more than that', FEW / 10 + 1, 'done'],
  ])('a list that holds %s: %d cases, %s', async (_name, cases, state) => {
    platform.cases = cases;
    await hub.pool.query(
      `insert into reconciliation (id, instance, state, asked_by, listed, trace_id, started_at)
       values (gen_random_uuid(), 'kecil', 'done', 'hub', $1, 't', now() - interval '1 day')`,
      [FEW],
    );
    await beginReconciliation(hub, 'kecil');
    await reconciler().work('kecil');
    expect(await run()).toMatchObject({ state, listed: cases });
    expect(await drifts()).toEqual([]);
  });
});

test('F38: live traffic goes first: while something waits to leave, the platform is not asked', async () => {
  const { rows } = await hub.pool.query<{ id: string }>(`select id from complaint where origin = 'kecil' limit 1`);
  const complaintId = rows[0]?.id ?? '';
  const base = { complaintId, instance: 'kecil', kind: 'replied', eventId: null, traceId: 't' };
  await putDeliveries(hub.pool, [{ ...base, lane: 'hidup', body: { text: 'segera' } }]);
  await beginReconciliation(hub, 'kecil');
  const working = reconciler().work('kecil');
  await sleep(800);
  expect(platform.asked).toEqual([]);
  await hub.pool.query(`update outbox set state = 'parked'`);
  await working;
  expect(await run()).toMatchObject({ state: 'done', listed: FEW });
  await hub.pool.query('delete from outbox');
});

test('a paused instance is not asked, and stopping the process frees the run at once', async () => {
  await hub.pool.query(`update instance set state = 'paused'`);
  await beginReconciliation(hub, 'kecil');
  const one = reconciler();
  one.takeUp();
  await sleep(600);
  await one.stop();
  expect(platform.asked).toEqual([]);
  await hub.pool.query(`update instance set state = 'active'`);
  await reconciler().work('kecil');
  expect(await run()).toMatchObject({ state: 'done', listed: FEW });
}, 60_000);

test('a list in outline costs a reading of each case once, then only of those that changed', async () => {
  platform.tells = 'outline';
  await hub.pool.query(`update link set reconciled_to = null where instance = 'kecil'`);
  const again = async () => {
    platform.fetched = [];
    await beginReconciliation(hub, 'kecil');
    await reconciler().work('kecil');
    expect(await run()).toMatchObject({ state: 'done', listed: FEW });
  };
  await again();
  expect(platform.fetched).toHaveLength(FEW);
  await again();
  expect(platform.fetched).toEqual([]);
  platform.moved = new Set([77]);
  await again();
  expect(platform.fetched).toEqual([idOf(77)]);
  expect(await drifts()).toEqual([idOf(77)]);
}, 60_000);

describe('a case of a list in outline', () => {
  const compared = async (): Promise<string[]> => {
    platform.fetched = [];
    await beginReconciliation(hub, 'kecil');
    await reconciler().work('kecil');
    expect(await run()).toMatchObject({ state: 'done', listed: FEW });
    return platform.fetched;
  };
  const asIf = (n: number, set: string) =>
    hub.pool.query(`update link set ${set} where instance = 'kecil' and external_id = $1`, [idOf(n)]);
  const states = async () =>
    (await hub.pool.query<{ state: string }>('select state from drift')).rows.map(({ state }) => state);
  beforeEach(async () => {
    platform.tells = 'outline';
    await hub.pool.query(
      `update link set label = 'baru', label_at = '2026-01-01', reconciled_to = '2026-01-01' where instance = 'kecil'`,
    );
  });

  test('that shows an earlier change than before, as after a backup was put back, is read once more', async () => {
    await asIf(5, `reconciled_to = '2026-03-01'`);
    expect(await compared()).toEqual([idOf(5)]);
    expect(await compared()).toEqual([]);
  });

  test('that shows another status is read although it says nothing of a change', async () => {
    await asIf(6, `label = 'diproses', label_at = '2026-02-01'`);
    expect(await compared()).toEqual([idOf(6)]);
    expect(await states()).toEqual(['open']);
  });

  test('that differs is read each time until it is equal, and the person’s matter stays one', async () => {
    await asIf(6, `label = 'diproses', label_at = '2026-02-01', reconciled_to = null`);
    expect([await compared(), await compared()]).toEqual([[idOf(6)], [idOf(6)]]);
    expect(await states()).toEqual(['open']);
    await asIf(6, `label = 'baru', label_at = '2026-01-01'`);
    await compared();
    expect(await states()).toEqual(['settled']);
  });

  test('that lacks what we wrote is not held to be equal', async () => {
    await asIf(4, 'reconciled_to = null');
    await hub.pool.query(
      `insert into outbox (id, lane, complaint_id, instance, kind, body, state, done_at, trace_id)
       select id, 'lalu', complaint_id, instance, 'replied', '{"text": "Sudah diperiksa"}', 'done', now() - interval '1 hour', 't'
       from link where instance = 'kecil' and external_id = $1`,
      [idOf(4)],
    );
    expect([await compared(), await compared()]).toEqual([[idOf(4)], [idOf(4)]]);
    await hub.pool.query('delete from outbox');
  });
});
