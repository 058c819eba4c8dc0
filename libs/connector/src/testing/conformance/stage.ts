import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import type { ComplaintEvent } from '#complaint';
import type {
  Adapter,
  Connection,
  Outgoing,
  Page,
  Push,
  RawRequest,
  Receipt,
  Target,
  Verified,
} from '../../contract.ts';
import { ConnectorError } from '../../errors.ts';
import { loadProfile } from '../../profile/load.ts';
import type { ExchangeProfile } from '../../profile/wire.ts';
import { type TestIo, testIo } from '../io.ts';
import type { PlatformSimulator, SimulatorOptions } from '../platform.ts';

export interface PlayedBy {
  play: string;
  input: Record<string, string>;
}

export interface ProfileOptions {
  /** The profile that ships: config/connectors/<name>.yaml. */
  profile: string | URL;
  /** The folder of `<case>.in.json` and `<case>.events.json`. */
  fixtures: string | URL;
  /** The profile's variables for a simulator at this address. */
  env(baseUrl: string): Record<string, string>;
  /** The same with credentials that the platform refuses. */
  wrongEnv: Record<string, string>;
}

export interface PlatformOptions extends ProfileOptions {
  /** How the platform comes to a case by itself, one whose status is ours to set. Without it: by our own create. */
  open?: PlayedBy;
  /** A change of a case by the platform's people. */
  change: PlayedBy;
}

export interface ConformanceOptions<T extends PlatformSimulator> extends PlatformOptions {
  simulator(options: SimulatorOptions): T;
  /** Where there are tokens: the platform forgets all that it gave. */
  revoke?(simulator: T): void;
}

/** A platform, a connection to it and all that went between them. */
export interface Stage<T extends PlatformSimulator = PlatformSimulator> extends TestIo {
  simulator: T;
  settings: ExchangeProfile;
  connection: Connection;
  webhooks: RawRequest[];
  hooks: Server;
}

export function settingsFor<S extends ExchangeProfile>(
  adapter: Adapter<S>,
  options: ProfileOptions,
  env: Record<string, string>,
  more = '',
): S {
  const text = readFileSync(options.profile, 'utf8') + more;
  return loadProfile(adapter.settings, text, String(options.profile).split('/').at(-1) ?? '', env);
}

export async function setStage<S extends ExchangeProfile, T extends PlatformSimulator>(
  adapter: Adapter<S>,
  options: ProfileOptions & { simulator(options: SimulatorOptions): T },
  { env = {}, timeout }: { env?: Record<string, string>; timeout?: string } = {},
): Promise<Stage<T>> {
  const simulator = options.simulator({ seed: 7 });
  const url = await simulator.listen();
  const webhooks: RawRequest[] = [];
  const hooks = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      webhooks.push({ headers: request.headers as RawRequest['headers'], body: Buffer.concat(chunks) });
      response.writeHead(204).end();
    });
  });
  await new Promise<void>((resolve) => hooks.listen(0, '127.0.0.1', resolve));
  simulator.setWebhookUrl(`http://127.0.0.1:${(hooks.address() as AddressInfo).port}/`);
  const settings = settingsFor(adapter, options, { ...options.env(url), ...env });
  if (timeout) settings.timeout = timeout;
  const test = testIo();
  return { ...test, simulator, settings, webhooks, hooks, connection: adapter.connect(settings, test.io) };
}

export async function strike({ simulator, hooks }: Stage): Promise<void> {
  await simulator.close();
  hooks.closeAllConnections();
  await new Promise<void>((resolve) => hooks.close(() => resolve()));
}

/** A capability that the check before has shown to be there. */
export function need<T>(capability: T | undefined): T {
  if (capability === undefined) throw new Error('This capability is not there');
  return capability;
}

export function poll(connection: Connection, cursor: string | null): Promise<Page> {
  if (!connection.poll) throw new Error('No poll');
  return connection.poll(cursor);
}

export function fetchCase(connection: Connection, externalId: string): Promise<unknown> {
  if (!connection.fetch) throw new Error('No fetch');
  return connection.fetch(externalId);
}

export function verify(connection: Connection, request: RawRequest): Verified {
  if (!connection.verify) throw new Error('No verify');
  return connection.verify(request);
}

export const target = (externalId: string, since: string | null = null, known: readonly string[] = []): Target => ({
  label: null,
  externalId,
  since,
  isKnown: (id) => known.includes(id),
});

/** A case on the platform. `ours`: one that we made there. */
export async function aCase(
  { simulator, connection }: Stage,
  options: PlatformOptions,
  create: () => Outgoing,
  ours = false,
): Promise<string> {
  if (options.open && !(ours && connection.push.opened))
    return simulator.play(options.open.play, null, options.open.input);
  const outgoing = create();
  if (outgoing.kind !== 'opened') throw new Error('A case begins with its opening');
  return (await need(connection.push.opened).send(outgoing, target(''))).externalId;
}

export interface Heard {
  events: ComplaintEvent[];
  cursor: string | null;
}

/** Everything that the platform tells, by list and by webhook. */
export async function hear({ connection, simulator, webhooks }: Stage, since: string | null = null): Promise<Heard> {
  const events: ComplaintEvent[] = [];
  let cursor = since;
  let more = 'poll' in connection;
  for (let pages = 0; more && pages < 100; pages++) {
    const page = await poll(connection, cursor);
    for (const payload of page.payloads) {
      const body = Buffer.from(JSON.stringify(payload));
      events.push(...(await connection.parse({ kind: 'poll', headers: {}, body })).events);
    }
    ({ cursor, more } = page);
  }
  for (let waited = 0; simulator.webhooksPending() > 0 && waited < 100; waited++) await wait(20);
  for (const { headers, body } of webhooks)
    events.push(...(await connection.parse({ kind: 'webhook', headers, body })).events);
  return { events, cursor };
}

export async function failureOf(work: Promise<unknown>): Promise<ConnectorError> {
  const outcome: unknown = await work.then(
    () => new Error('It did not fail'),
    (error: unknown) => error,
  );
  if (!(outcome instanceof ConnectorError)) throw outcome;
  return outcome;
}

/** What the engine does after a send whose end it did not hear. */
export async function settled<O extends Outgoing>(push: Push<O>, outgoing: O, to: Target): Promise<Receipt> {
  const found = typeof push.settle === 'function' ? await push.settle(outgoing, to) : null;
  if (found !== null && typeof found === 'object') return found;
  return push.send(outgoing, to);
}
