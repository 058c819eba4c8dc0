import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { PlatformSimulator } from '#connector/testing';
import { LaporgubSimulator, LaporMasbupSimulator, SmartdpuSimulator } from '#connectors/simulators';
import pg from 'pg';
import { ensureBuilt } from './build.ts';
import { check, type Expected } from './checker/check.ts';
import { type Finding, inWords, withTrails } from './checker/findings.ts';
import { collect } from './checker/history.ts';
import { Diary, HOME, type PlatformName, PROVINCE, type Story, WORKS } from './diary.ts';
import { guard } from './guard.ts';
import { HubProcess } from './process.ts';
import { FaultProxy } from './proxy.ts';
import { API_KEY, copyConfig, hubEnv, takeFilesFrom } from './settings.ts';
import { eventually } from './wait.ts';

export interface StageOptions {
  databaseUrl: string;
  processes?: number | undefined;
  variables?: Record<string, string> | undefined;
  /** How long the hub waits for a platform. */
  timeout?: string | undefined;
  /** The platforms' clock. */
  now?: (() => Date) | undefined;
  /** Set where the hub reaches its database by another way than the test. */
  hubDatabaseUrl?: string | undefined;
  /** Webhooks of one platform that may be under way at once. */
  webhooksAtOnce?: number | undefined;
}

export interface Simulators extends Record<PlatformName, PlatformSimulator> {
  'lapor-masbup': LaporMasbupSimulator;
  laporgub: LaporgubSimulator;
  smartdpu: SmartdpuSimulator;
}

const UNLIMITED = 1_000_000_000;
const QUIET_MS = 900;
const MOST_ERRORS = 12;

/** The built hub in processes of its own between the three platforms, with a line that can break on every way. */
export class Stage {
  readonly hubs: HubProcess[] = [];
  /** Those that a balancer in front would send requests to. */
  readonly inService = new Set<HubProcess>();
  /** What must stop before the next test. */
  readonly atEnd: (() => Promise<void>)[] = [];
  /** What a test was told already: it is not the next one's fault. */
  private readonly judged = new Set<string>();
  private dismiss: () => void = () => {};
  private turn = 0;
  private started = 0;

  private constructor(
    readonly folder: string,
    readonly simulators: Simulators,
    readonly diary: Diary,
    readonly front: FaultProxy,
    readonly lines: Record<PlatformName, FaultProxy>,
    readonly pool: pg.Pool,
    readonly env: Record<string, string>,
  ) {
    front.target = () => this.next()?.port ?? null;
  }

  static async open(options: StageOptions): Promise<Stage> {
    const { databaseUrl, processes = 1, variables = {}, timeout = '2s', now, webhooksAtOnce } = options;
    await ensureBuilt();
    const folder = mkdtempSync(path.join(tmpdir(), 'simpul-aduan-fault-'));
    const config = copyConfig(folder, timeout);
    const watch = guard('rm -rf "$0"', folder);
    const front = await new FaultProxy(() => null).listen();
    const of = (name: string) => ({
      webhookUrl: `${front.url}/webhooks/${name}`,
      ratePerMinute: UNLIMITED,
      now,
      webhooksAtOnce,
    });
    const simulators: Simulators = {
      'lapor-masbup': new LaporMasbupSimulator(of(HOME)),
      laporgub: new LaporgubSimulator(of(PROVINCE)),
      smartdpu: new SmartdpuSimulator(of(WORKS)),
    };
    const line = async (name: PlatformName) => {
      const port = Number(new URL(await simulators[name].listen()).port);
      return new FaultProxy(() => port).listen();
    };
    const lines = { [HOME]: await line(HOME), [PROVINCE]: await line(PROVINCE), [WORKS]: await line(WORKS) };
    const hostOf = (name: PlatformName): string => new URL(simulators[name].url).host;
    takeFilesFrom(config, [hostOf(HOME), hostOf(PROVINCE)]);
    const urls = { [HOME]: lines[HOME].url, [PROVINCE]: lines[PROVINCE].url, [WORKS]: lines[WORKS].url };
    const pool = new pg.Pool({ connectionString: databaseUrl, max: 3 });
    pool.on('error', () => {});
    const env = { ...hubEnv(options.hubDatabaseUrl ?? databaseUrl, front.url, urls, folder), ...variables };
    const stage = new Stage(folder, simulators, new Diary(simulators), front, lines, pool, env);
    stage.dismiss = watch.dismiss;
    for (let n = 0; n < processes; n += 1) await stage.start();
    return stage;
  }

  /** One more process of the hub. */
  async start(
    more: { env?: Record<string, string>; waitReady?: boolean; inService?: boolean } = {},
  ): Promise<HubProcess> {
    this.started += 1;
    const logFile = path.join(this.folder, `hub-${this.started}.log`);
    const hub = await HubProcess.start({ logFile, env: { ...this.env, ...more.env }, waitReady: more.waitReady });
    this.hubs.push(hub);
    if (more.inService !== false) this.inService.add(hub);
    return hub;
  }

  get hub(): HubProcess {
    const hub = this.hubs.findLast(({ alive }) => alive);
    if (!hub) throw new Error(`No process of the hub is alive:\n${this.hubs.at(-1)?.log().slice(-2_000)}`);
    return hub;
  }

  get home(): LaporMasbupSimulator {
    return this.simulators[HOME];
  }

  get province(): LaporgubSimulator {
    return this.simulators[PROVINCE];
  }

  get works(): SmartdpuSimulator {
    return this.simulators[WORKS];
  }

  async sql<T extends object>(text: string, values: unknown[] = []): Promise<T[]> {
    return (await this.pool.query<T>(text, values)).rows;
  }

  async api(path_: string, method = 'GET'): Promise<{ status: number; retryAfter: string | null; body: unknown }> {
    const answer = await fetch(`${this.hub.url}/api/v1${path_}`, {
      method,
      headers: { authorization: `Bearer ${API_KEY}`, 'content-type': 'application/json' },
      ...(method === 'POST' ? { body: '{}' } : {}),
    });
    const text = await answer.text();
    return {
      status: answer.status,
      retryAfter: answer.headers.get('retry-after'),
      body: text ? JSON.parse(text) : null,
    };
  }

  /** The hub does not poll the platform until `resumePolls`. A poll that is under way would note its own end over it. */
  async holdPolls(platform: PlatformName): Promise<void> {
    await eventually(async () => {
      const held = await this.sql(
        `update instance set polled_at = now() + interval '1 hour'
         where name = $1 and coalesce(poll_lease_until <= now(), true) returning name`,
        [platform],
      );
      if (held.length === 0) throw new Error(`${platform} is being polled`);
    });
  }

  async resumePolls(platform: PlatformName): Promise<void> {
    await this.sql('update instance set polled_at = null where name = $1', [platform]);
  }

  /** The story's case on a platform, once the hub knows it. */
  caseOn(story: Story, platform: PlatformName, patienceMs?: number): Promise<string> {
    if (story.origin === platform) return Promise.resolve(story.caseId);
    return eventually(async () => {
      const [row] = await this.sql<{ id: string }>(
        `select there.external_id as id from link here join link there using (complaint_id)
         where here.instance = $1 and here.external_id = $2 and there.instance = $3 and there.external_id is not null`,
        [story.origin, story.caseId, platform],
      );
      if (!row) throw new Error(`${story.mark} has no case on ${platform} yet`);
      return row.id;
    }, patienceMs);
  }

  shown(platform: PlatformName, caseId: string) {
    const found = this.simulators[platform].cases().find(({ id }) => id === caseId);
    if (!found) throw new Error(`${platform} has no case ${caseId}`);
    return found;
  }

  /** How often the case's history speaks of `text`. */
  says = (platform: PlatformName, caseId: string, text: string): number =>
    this.shown(platform, caseId).lines.filter((line) => line.includes(text)).length;

  /** How much is on its way: at the hub, and from the platforms to it. What waits behind parked work does not count. */
  async onTheirWay(): Promise<number> {
    const [row] = await this.sql<{ n: number }>(
      `select (select count(*) from inbox where state in ('new', 'waiting'))::int
         + (select count(*) from outbox o where state = 'sending' or state = 'waiting' and not exists (
              select from outbox e where e.lane = o.lane and e.seq < o.seq and e.state in ('parked', 'uncertain')))::int
         as n`,
    );
    return Object.values(this.simulators).reduce((sum, each) => sum + each.webhooksPending(), row?.n ?? 0);
  }

  /** Waits until nothing is on its way any more. */
  async settled(patienceMs = 40_000): Promise<void> {
    let quietSince = Date.now();
    await eventually(async () => {
      const left = await this.onTheirWay();
      if (left > 0) quietSince = Date.now();
      if (Date.now() - quietSince < QUIET_MS) throw new Error(`${left} things are still on their way`);
    }, patienceMs);
  }

  /** What the history checker still finds after a while, in words: empty where all is well. */
  async judge({ patienceMs = 60_000, ...expected }: Expected & { patienceMs?: number } = {}): Promise<string> {
    const end = Date.now() + patienceMs;
    let late = '';
    await this.settled(patienceMs).catch((error: Error) => (late = `${error.message}\n`));
    for (;;) {
      const findings = (await this.findings(expected)).filter(({ what }) => !this.judged.has(what));
      if (findings.length === 0) return late;
      if (Date.now() > end) {
        for (const { what } of findings) this.judged.add(what);
        return `${late}${inWords(await withTrails(this.pool, findings))}\n${await this.standing()}\n${this.errors()}`;
      }
      await sleep(500);
    }
  }

  /** Where everything stands that is not done. */
  async standing(): Promise<string> {
    const rows = await this.sql<{ line: string }>(
      `select concat_ws(' ', 'instance', name, state, paused_reason, 'breaker', breaker_failures, breaker_until,
                        'throttled', throttled_until, 'polled', polled_at, poll_error) as line from instance
       union all select concat_ws(' ', 'inbox', instance, state, code, count(*)) from inbox where state <> 'done'
         group by instance, state, code
       union all select concat_ws(' ', 'outbox', instance, kind, state, reason, count(*)) from outbox where state <> 'done'
         group by instance, kind, state, reason`,
    );
    return rows.map(({ line }) => line).join('\n');
  }

  /** What the hub's processes themselves logged as errors lately. */
  errors(): string {
    const lines = this.hubs.flatMap((hub) => hub.log().split('\n'));
    return lines
      .filter((line) => line.includes('"level":50'))
      .slice(-MOST_ERRORS)
      .join('\n');
  }

  async findings(expected: Expected = {}): Promise<Finding[]> {
    return check(await collect(this.diary.told, this.simulators, this.pool), expected);
  }

  /** The hub's patience with a platform is the platform's own matter: a test need not wait for it. */
  async forgive(): Promise<void> {
    await this.sql(`update instance set breaker_failures = 0, breaker_until = null, throttled_until = null`);
    await this.sql(`update outbox set run_at = now() where state = 'waiting'`);
  }

  /** Nobody does anything any more, and every fault ends. */
  async calm(): Promise<void> {
    for (const stop of this.atEnd.splice(0)) await stop();
    for (const simulator of Object.values(this.simulators)) simulator.faults.clear();
    for (const line of [this.front, ...Object.values(this.lines)]) line.clear();
  }

  async close(): Promise<void> {
    await this.calm();
    await Promise.all(this.hubs.map((hub) => hub.stop()));
    await Promise.all(Object.values(this.simulators).map((simulator) => simulator.close()));
    await Promise.all([this.front, ...Object.values(this.lines)].map((line) => line.close()));
    await this.pool.end();
    await sleep(0);
    rmSync(this.folder, { recursive: true, force: true });
    this.dismiss();
  }

  private next(): HubProcess | undefined {
    const able = [...this.inService].filter(({ alive }) => alive);
    this.turn += 1;
    return able[this.turn % Math.max(1, able.length)];
  }
}
