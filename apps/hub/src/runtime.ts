import type { DeadlineRule } from '#complaint';
import type { Hub, Receiver, Worker } from '#sync';
import type { Knowledge } from '#text';
import type { PgBoss } from 'pg-boss';
import type { DataSource } from 'typeorm';
import type { Env } from '#config/env';
import type { LiveConfiguration } from './configuration/live.ts';

/** Everything of one process, composed once at start; controllers and services take what they need from it. */
export interface Runtime {
  readonly env: Env;
  readonly hub: Hub;
  readonly live: LiveConfiguration;
  readonly boss: PgBoss;
  readonly source: DataSource;
  readonly receiver: Receiver;
  /** What free texts are understood by. */
  readonly knowledge: Knowledge;
  readonly deadlines: readonly DeadlineRule[];
  /** `null` in a process that only serves HTTP. */
  readonly worker: Worker | null;
  /** The keyed hash that a caller's key must have. */
  readonly apiKeyHash: Buffer;
  close(): Promise<void>;
}

export const RUNTIME = Symbol('Runtime');
