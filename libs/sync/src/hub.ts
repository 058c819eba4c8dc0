import type { Connection } from '#connector';
import type { Routing } from '#complaint';
import type { Sealer } from '#store';
import type { Rules, Understanding } from '#text';
import type { Pool } from 'pg';
import type { Bell } from './bell.ts';
import type { IntakeRules } from './intake/rules.ts';
import type { Position } from './photo.ts';
import type { RetrySchedule } from './retry.ts';

/** One configured platform, ready to speak. */
export interface Instance {
  readonly name: string;
  readonly connector: string;
  /** As people call it. */
  readonly title: string;
  readonly connection: Connection;
  /** The same platform over a network that leads nowhere: `told` hears of each request that would have left. */
  dryConnection(told: (request: DryRequest) => void): Connection;
  readonly pollEveryMs: number;
  /** Asks for a place in the rate that the platform allows, for who speaks to it past the connection. */
  readonly admit?: () => Promise<void>;
  /** The requests that the platform allows; reconciliation takes a share of them. */
  readonly ratePerMinute?: number;
}

/** A request that never left. */
export interface DryRequest {
  method: string;
  /** Path and query, values that are not visible masked. */
  path: string;
  /** These three as they would have left, credentials included: not to be shown as they are. */
  headers: Record<string, string>;
  url: string;
  bytes: Buffer | null;
  /** Masked as in the audit. */
  body: unknown;
}

/** A structured log: keys English and dotted, no secret, nothing that a citizen said. */
export interface Log {
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
}

/** How what people say on channels is understood, and when. */
export interface Intake {
  readonly rules: IntakeRules;
  /** `on` (`2026-01-31`): whose road it was on that day. */
  understand(text: string, on: string): Understanding;
  /** What of it counts without a person. */
  readonly applied: Rules['apply'];
  /** Whether a position can be that of a complaint: a picture that was passed on may be from anywhere. */
  isHere(at: Position): boolean;
  now(): Date;
}

/** What the hops share. */
export interface Hub {
  readonly pool: Pool;
  readonly bell: Bell;
  readonly sealer: Sealer;
  readonly instances: ReadonlyMap<string, Instance>;
  readonly routing: Routing;
  readonly retry: RetrySchedule;
  /** Where citizens and platforms reach the hub, without a slash at the end. */
  readonly publicUrl: string;
  readonly log: Log;
  readonly intake: Intake;
}

export function instanceOf(hub: Hub, name: string): Instance {
  const instance = hub.instances.get(name);
  if (!instance) throw new Error(`No instance ${name} is configured`);
  return instance;
}
