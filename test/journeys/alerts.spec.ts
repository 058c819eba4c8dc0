import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { verifierOf, type WebhookProfile } from '#connector';
import { eventually, startWorld, type World } from '../setup/world.ts';

const SECRET = `whsec_${Buffer.from('rahasia-peringatan-simpul-32-bita').toString('base64')}`;
const SIGNATURE = {
  scheme: 'standard_webhooks',
  secret: SECRET,
  id_header: 'webhook-id',
  timestamp_header: 'webhook-timestamp',
  signature_header: 'webhook-signature',
  toleranceMs: 60_000,
} as WebhookProfile['signature'];

interface Told {
  type: string;
  timestamp: string;
  data: Shown & { title: string };
}
interface Shown {
  id: string;
  kind: string;
  instance: string;
  message: string;
  count: number;
  opened_at: string;
  closed_at: string | null;
}

/** Somebody's duty desk: keeps what it was told, and answers as it is told to. */
class Desk {
  readonly heard: { headers: IncomingHttpHeaders; body: Buffer; path: string }[] = [];
  /** Answers to give first; then 204. */
  answers: number[] = [];

  private constructor(private readonly server: Server) {}

  static async open(): Promise<Desk> {
    const server = createServer();
    const desk = new Desk(server);
    server.on('request', (request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        desk.heard.push({ headers: request.headers, body: Buffer.concat(chunks), path: request.url ?? '' });
        response.writeHead(desk.answers.shift() ?? 204, { location: '/elsewhere' }).end();
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return desk;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}/simpul`;
  }

  /** What it was told of the alert, in the order it came, each proven to be the hub's. */
  told(alertId: string): Told[] {
    const verify = verifierOf({ signature: SIGNATURE }, () => new Date());
    return this.heard.flatMap(({ headers, body }) => {
      verify({ headers: headers as Record<string, string>, body });
      const told = JSON.parse(body.toString('utf8')) as Told;
      return told.data.id === alertId ? [told] : [];
    });
  }

  idsOf(alertId: string): (string | undefined)[] {
    return this.heard
      .filter(({ body }) => body.includes(alertId))
      .map(({ headers }) => headers['webhook-id']?.toString());
  }

  close(): void {
    this.server.closeAllConnections();
    this.server.close();
  }
}

describe('alerts of a running hub', () => {
  let world: World;
  let desk: Desk;
  beforeAll(async () => {
    desk = await Desk.open();
    world = await startWorld({
      HUB_ALERT_URL: desk.url,
      HUB_ALERT_SECRET: SECRET,
      HUB_ALERT_EVERY: '200ms',
      HUB_ALERT_WAITING_AFTER: '2s',
    });
  });
  afterAll(async () => {
    await world.stop();
    desk.close();
  });
  afterEach(() => {
    desk.answers = [];
    world.province.faults.clear();
  });

  const alerts = async (query = '') => (await world.api<{ data: Shown[] }>(`/alerts?limit=200${query}`)).body.data;
  const open = (kind: string, instance: string) =>
    eventually(async () => {
      const [found] = await alerts(`&open=true&kind=${kind}&instance=${instance}`);
      return found ?? Promise.reject(new Error(`no open alert ${kind} of ${instance}`));
    });
  const closed = (id: string) =>
    eventually(async () => {
      const found = (await alerts('&open=false')).find((each) => each.id === id);
      return found ?? Promise.reject(new Error(`${id} is still open`));
    });
  const pause = () =>
    world.api('/instances/laporgub/pause', { method: 'POST', body: { reason: 'kata sandi diganti' } });
  const resume = () => world.api('/instances/laporgub/resume', { method: 'POST' });

  let count = 0;
  const lapor = (more: Record<string, string> = {}) =>
    world.home.play('lapor', null, {
      isi: `Jembatan provinsi nomor ${(count += 1)} retak dan bergetar bila dilewati kendaraan besar setiap hari`,
      kategori: 'perbaikan-jalan',
      kecamatan: 'Bobotsari',
      kewenangan: 'provinsi',
      ...more,
    });

  test('a pause is told at once, in words that say what to do, and its end is told too', async () => {
    await pause();
    const alert = await open('instance_paused', 'laporgub');
    expect(alert.message).toMatch(/LaporGub.* dijeda: kata sandi diganti\. .*lanjutkan koneksi/);
    expect(alert.closed_at).toBeNull();
    expect(await (await fetch(`${world.url}/metrics`)).text()).toContain(
      'simpul_alerts_open{kind="instance_paused",instance="laporgub"} 1',
    );
    await resume();
    expect((await closed(alert.id)).closed_at).not.toBeNull();
    await eventually(() =>
      expect(desk.told(alert.id).map(({ type }) => type)).toEqual(['alert.opened', 'alert.closed']),
    );
    const [opening, closing] = desk.told(alert.id);
    // Who has seen it is a matter of the console.
    const {
      acknowledged_at: _at,
      acknowledged_by: _by,
      ...told
    } = alert as Shown & Record<`acknowledged_${string}`, unknown>;
    expect(opening?.data).toEqual({ ...told, title: expect.stringContaining('LaporGub') });
    expect(closing?.data.closed_at).not.toBeNull();
    const { rows } = await world.pool.query(
      `select outcome from audit where hop = 'system' and event_type = 'instance_paused' order by id`,
    );
    expect(rows).toEqual([{ outcome: 'alert_opened' }, { outcome: 'alert_closed' }]);
  });

  test('a receiver that redirects or fails is told again, under the same id, and its closing never first', async () => {
    desk.answers = [302, 503];
    await pause();
    const alert = await open('instance_paused', 'laporgub');
    await resume();
    await closed(alert.id);
    await eventually(() => expect(desk.told(alert.id).at(-1)?.type).toBe('alert.closed'), 40_000);
    const ids = desk.idsOf(alert.id);
    expect(ids).toEqual([...Array<string>(3).fill(`${alert.id}.opened`), `${alert.id}.closed`]);
    expect(desk.heard.filter(({ path }) => path === '/elsewhere')).toEqual([]);
  }, 60_000);

  test('an alert that grows is told under an id of its own', async () => {
    const park = () =>
      world.pool.query(
        `insert into inbox (instance, kind, delivery_id, body, body_hash, state, code, reason, trace_id)
         values ('laporgub', 'webhook', gen_random_uuid()::text, '', '', 'parked', 'malformed', 'uji tumbuh', '-')`,
      );
    await park();
    const alert = await open('message_parked', 'laporgub');
    await world.pool.query(`update alert set told_at = now() - interval '5 hours' where id = $1`, [alert.id]);
    await park();
    await eventually(() =>
      expect(desk.told(alert.id).map(({ type, data }) => [type, data.count])).toEqual([
        ['alert.opened', 1],
        ['alert.grown', 2],
      ]),
    );
    const [, growth] = desk.told(alert.id);
    expect(Date.parse(growth?.timestamp ?? '')).toBeGreaterThan(Date.now() - 60_000);
    expect(growth?.data.message).toMatch(/^2 kabar dari LaporGub/);
    expect(desk.idsOf(alert.id)[1]).toMatch(new RegExp(`^${alert.id}\\.grown\\.\\d{13}$`));
    await world.pool.query(`delete from inbox where reason = 'uji tumbuh'`);
    await closed(alert.id);
  });

  test('work that waits too long is told, and no more once it has left', async () => {
    await world.api('/instances/laporgub/pause', { method: 'POST', body: { reason: 'uji antrean' } });
    await lapor();
    const alert = await open('deliveries_waiting', 'laporgub');
    expect(alert).toMatchObject({ count: 1, message: expect.stringMatching(/^1 kiriman ke LaporGub.*menunggu/) });
    await resume();
    await closed(alert.id);
    await world.settled();
  });

  test('an open breaker is told until the platform answers again', async () => {
    world.province.faults.error500 = { rate: 1 };
    const alert = await open('breaker_open', 'laporgub');
    expect(alert.message).toContain('kali berturut-turut');
    world.province.faults.clear();
    await world.pool.query('update instance set breaker_failures = 0, breaker_until = null');
    await closed(alert.id);
  });

  test('a label that nobody mapped is told once, however many cases bear it, until nothing waits for it', async () => {
    const tickets: string[] = [];
    for (let n = 0; n < 2; n += 1) {
      const number = await world.numberOf(world.home, await lapor());
      tickets.push(
        await eventually(async () => {
          const { rows } = await world.pool.query<{ external_id: string }>(
            `select external_id from link join complaint c on c.id = complaint_id
             where c.number = $1 and instance = 'laporgub' and external_id is not null`,
            [number],
          );
          return rows[0]?.external_id ?? Promise.reject(new Error('no ticket yet'));
        }),
      );
    }
    for (const tiket of tickets) await world.province.play('status', tiket, { label: 'Menunggu Anggaran' });
    await world.province.play('status', tickets[0] ?? '', { label: 'Menunggu Hujan' });
    const mine = () => alerts('&kind=label_unmapped&instance=laporgub');
    await eventually(async () => {
      const shown = (await mine()).map(({ message, count: n }) => `${/Menunggu (\w+)/.exec(message)?.[1]} ${n}`);
      expect(new Set(shown)).toEqual(new Set(['Anggaran 2', 'Hujan 1']));
      expect(shown).toHaveLength(2);
    });
    for (const { message } of await mine()) expect(message).toContain('Petakan label');

    // A poll reads the same label once more; skipped before that, it would wait for a person again.
    await world.settled();
    const { body } = await world.api<{ data: { id: string; reason: string }[] }>('/parked?kind=message');
    for (const { id } of body.data.filter(({ reason }) => reason.includes('Anggaran'))) {
      await world.api(`/parked/${id}/skip`, { method: 'POST', body: { reason: 'uji selesai' } });
    }
    await eventually(async () =>
      expect((await mine()).map(({ closed_at, message }) => [closed_at === null, message.includes('Hujan')])).toEqual([
        [true, true],
        [false, false],
      ]),
    );
  });

  test('parked deliveries are told by their reason, and uncertain ones apart', async () => {
    for (let n = 0; n < 2; n += 1)
      await world.home.play('lapor', null, { isi: `SMA rusak ${n}`, kewenangan: 'provinsi' });
    const parked = await eventually(async () => {
      const found = await open('delivery_parked', 'laporgub');
      expect(found.count).toBe(2);
      return found;
    });
    expect(parked.message).toMatch(/^2 kiriman ke LaporGub.* menunggu keputusan: .+\. Perbaiki datanya/);
    await world.pool.query(
      `update outbox set state = 'uncertain' where id = (select id from outbox where state = 'parked' limit 1)`,
    );
    const uncertain = await open('delivery_uncertain', 'laporgub');
    expect(uncertain.message).toContain('mungkin sudah sampai');
    // What waits behind something parked is not late: a person is asked already.
    await world.pool.query(`update outbox set state = 'skipped' where state in ('parked', 'uncertain')`);
    await closed(parked.id);
    await closed(uncertain.id);
  });

  test('open alerts come first, and pages join without a gap', async () => {
    const all = await alerts();
    const flags = all.map(({ closed_at }) => closed_at === null);
    expect(flags).toEqual(flags.toSorted((one, other) => Number(other) - Number(one)));
    const paged: string[] = [];
    for (let cursor: string | null = ''; cursor !== null; ) {
      const { body }: { body: { data: Shown[]; next_cursor: string | null } } = await world.api(
        `/alerts?limit=2${cursor ? `&cursor=${cursor}` : ''}`,
      );
      paged.push(...body.data.map(({ id }) => id));
      cursor = body.next_cursor;
    }
    expect(paged).toEqual(all.map(({ id }) => id));
  });
});
