import { setTimeout as sleep } from 'node:timers/promises';
import { DataSource, MigrationExecutor } from 'typeorm';
import type { PostgresDriver } from 'typeorm/driver/postgres/PostgresDriver.js';
import type { Pool, PoolClient } from 'pg';
import * as entities from './entities/index.ts';
import { CreateHub1764000000000 } from './migrations/0001-create-hub.ts';
import { CreateReconciliation1764100000000 } from './migrations/0002-create-reconciliation.ts';
import { CreateAlert1766000000000 } from './migrations/0003-create-alert.ts';
import { TakeWebhooksApart1766001000000 } from './migrations/0010-take-webhooks-apart.ts';
import { CreateConversation1768000000012 } from './migrations/0012-create-conversation.ts';
import { AnswerConversations1768000000013 } from './migrations/0013-answer-conversations.ts';
import { CreateAccount1767000000000 } from './migrations/0020-create-account.ts';
import { AddSecondFactor1767100000000 } from './migrations/0021-add-second-factor.ts';
import { CreateApiKey1767200000000 } from './migrations/0022-create-api-key.ts';
import { CreateConfiguration1780000025000 } from './migrations/0025-create-configuration.ts';
import { SearchComplaints1780000026000 } from './migrations/0026-search-complaints.ts';
import { IndexDeliveriesByTime1780000027000 } from './migrations/0027-index-deliveries-by-time.ts';
import { PartitionAudit1780000028000 } from './migrations/0028-partition-audit.ts';
import { LetReporterSpeak1770000000000 } from './migrations/0030-let-reporter-speak.ts';
import { CreateDeadline1770100000000 } from './migrations/0031-create-deadline.ts';
import { CreateRecapReport1790000035000 } from './migrations/0035-create-recap-report.ts';
import { CreateComplaintFact1790000040000 } from './migrations/0040-create-complaint-fact.ts';
import { CreateProposal1790000045000 } from './migrations/0045-create-proposal.ts';
import { IndexByTime1790000055000 } from './migrations/0055-index-by-time.ts';
import { KeepViews1790000056000 } from './migrations/0056-keep-views.ts';
import { CreateAlertChannel1790000057000 } from './migrations/0057-create-alert-channel.ts';
import { CreateRecoveryCode1790000060000 } from './migrations/0060-create-recovery-code.ts';
import { ListComplaints1790000061000 } from './migrations/0061-list-complaints.ts';
import { SearchRareAudit1790000062000 } from './migrations/0062-search-rare-audit.ts';
import { FindWhatWaits1790000063000 } from './migrations/0063-find-what-waits.ts';
import { KeepWhatIsStated1790000064000 } from './migrations/0064-keep-what-is-stated.ts';
import { ForgetSearchedNumbers1790000065000 } from './migrations/0065-forget-searched-numbers.ts';
import { TakeInOrder1790000066000 } from './migrations/0066-take-in-order.ts';
import { FindTalks1790000067000 } from './migrations/0067-find-talks.ts';
import { FindUnsaid1790000068000 } from './migrations/0068-find-unsaid.ts';
import { MarkWhatWasPrivate1790000069000 } from './migrations/0069-mark-what-was-private.ts';
import { CountAnswersOfOurs1790000071000 } from './migrations/0071-count-answers-of-ours.ts';
import { TellGrowth1790000072000 } from './migrations/0072-tell-growth.ts';
import { KeepEchoes1790000074000 } from './migrations/0074-keep-echoes.ts';

/** A pool, or a transaction on it: every query takes one and does not care which. */
export type Db = Pick<PoolClient, 'query'>;

const CONNECT_TIMEOUT_MS = 3_000;
/** A stopped process must not hold locks for longer than its work may be taken over. */
const IDLE_IN_TRANSACTION_MS = 5_000;
const STATEMENT_TIMEOUT_MS = 30_000;
const COLLISION_MS = 100;

export function dataSource(url: string, poolSize: number): DataSource {
  return new DataSource({
    type: 'postgres',
    url,
    entities: Object.values(entities),
    migrations: [
      CreateHub1764000000000,
      CreateReconciliation1764100000000,
      CreateAlert1766000000000,
      TakeWebhooksApart1766001000000,
      CreateAccount1767000000000,
      AddSecondFactor1767100000000,
      CreateApiKey1767200000000,
      CreateConversation1768000000012,
      AnswerConversations1768000000013,
      LetReporterSpeak1770000000000,
      CreateDeadline1770100000000,
      CreateConfiguration1780000025000,
      SearchComplaints1780000026000,
      IndexDeliveriesByTime1780000027000,
      PartitionAudit1780000028000,
      CreateRecapReport1790000035000,
      CreateComplaintFact1790000040000,
      CreateProposal1790000045000,
      IndexByTime1790000055000,
      KeepViews1790000056000,
      CreateAlertChannel1790000057000,
      CreateRecoveryCode1790000060000,
      ListComplaints1790000061000,
      SearchRareAudit1790000062000,
      FindWhatWaits1790000063000,
      KeepWhatIsStated1790000064000,
      ForgetSearchedNumbers1790000065000,
      TakeInOrder1790000066000,
      FindTalks1790000067000,
      FindUnsaid1790000068000,
      MarkWhatWasPrivate1790000069000,
      CountAnswersOfOurs1790000071000,
      TellGrowth1790000072000,
      KeepEchoes1790000074000,
    ],
    poolSize,
    extra: {
      connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
      idle_in_transaction_session_timeout: IDLE_IN_TRANSACTION_MS,
      statement_timeout: STATEMENT_TIMEOUT_MS,
      application_name: 'simpul-aduan',
      // Statements of one transaction that don't wait for each other's answers leave together.
      pipeline: true,
    },
  });
}

/** A connected source whose connections may die at any time of their life without ending the process. */
export async function openStore(url: string, poolSize: number): Promise<DataSource> {
  const source = await dataSource(url, poolSize).initialize();
  const pool = poolOf(source);
  surviveLosses(pool);
  const first = await pool.connect();
  first.on('error', ignore);
  first.release();
  return source;
}

/** A lost connection rejects what it was asked; that it also says so by an event is nothing to die of. */
export function surviveLosses(pool: Pool): void {
  pool.on('error', ignore);
  pool.on('connect', (client) => client.on('error', ignore));
}

const ignore = (): void => {};

/** TypeORM's own pool: the hot paths speak SQL through it. */
export const poolOf = (source: DataSource): Pool => (source.driver as PostgresDriver).master as Pool;

/** Any number that the hub's processes agree on and nobody else uses. */
export const MIGRATION_LOCK = 7_301_964;

/**
 * Brings the schema up to date, however long that takes with much data; processes that start together wait for each other.
 * Where it throws, close the source.
 */
export async function migrate(source: DataSource): Promise<void> {
  const runner = source.createQueryRunner();
  try {
    await runner.query('set statement_timeout = 0');
    await runner.query('select pg_advisory_lock($1)', [MIGRATION_LOCK]);
    // On this connection, which alone has no time limit: `source.runMigrations` takes another.
    const executor = new MigrationExecutor(source, runner);
    executor.transaction = 'each';
    await executor.executePendingMigrations();
    await runner.query('select pg_advisory_unlock($1)', [MIGRATION_LOCK]);
    await runner.query(`set statement_timeout = ${STATEMENT_TIMEOUT_MS}`);
  } finally {
    await runner.release();
  }
}

const afterwards = new WeakMap<Db, (() => void)[]>();

/** Runs `act` once the transaction is committed; never if it is not. */
export function afterCommit(tx: Db, act: () => void): void {
  const known = afterwards.get(tx);
  if (known) known.push(act);
  else afterwards.set(tx, [act]);
}

/** Runs a single statement, which is its own transaction; a deadlock or a serialization failure runs it again. */
export async function persistently<T>(statement: () => Promise<T>, attempts = 5): Promise<T> {
  try {
    return await statement();
  } catch (error) {
    if (attempts <= 1 || !isTransient(error)) throw error;
  }
  await sleep(Math.random() * COLLISION_MS);
  return persistently(statement, attempts - 1);
}

const BEGIN = 'begin';
const BEGIN_REDONE = 'begin; set local synchronous_commit = off';

interface How {
  attempts?: number;
  /**
   * Set where the work comes of what is durable already and is done again should the database crash: its commit does
   * not wait for the disk. Whatever is committed durably later takes it along, for the log is one.
   */
  isRedone?: boolean;
}

/** Runs `work` in one transaction; a deadlock or a serialization failure runs it again from the start. */
export async function transaction<T>(pool: Pool, work: (tx: Db) => Promise<T>, how: How = {}): Promise<T> {
  const { attempts = 5, isRedone = false } = how;
  const client = await pool.connect();
  let broken: Error | undefined;
  // A connection that dies between two queries says so by an event, which must not end the process.
  const lost = (error: Error): void => {
    broken = error;
  };
  client.on('error', lost);
  try {
    await client.query(isRedone ? BEGIN_REDONE : BEGIN);
    const result = await work(client);
    await client.query('commit');
    for (const act of afterwards.get(client) ?? []) act();
    return result;
  } catch (error) {
    await client.query('rollback').catch((failed: Error) => {
      broken = failed;
    });
    if (attempts <= 1 || !isTransient(error)) throw error;
  } finally {
    client.off('error', lost);
    afterwards.delete(client);
    client.release(broken);
  }
  // Not at once: whoever was in the way still is.
  await sleep(Math.random() * COLLISION_MS);
  return transaction(pool, work, { isRedone, attempts: attempts - 1 });
}

const DEADLOCK = '40P01';
const SERIALIZATION_FAILURE = '40001';

const isTransient = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && (error.code === DEADLOCK || error.code === SERIALIZATION_FAILURE);

export const isUniqueViolation = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === '23505';

const AWAY = /^(08...|53...|57P0.|58...|ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH)$/;
/** What the driver says without a code; TypeORM's runner counts as released once its connection is lost. */
const AWAY_SAID =
  /^(Query runner already released|Connection terminated|Client has encountered a connection error|timeout exceeded when trying)/;

/** True where the database went away or takes nobody in, whatever was asked of it. */
export const isAway = (error: unknown): boolean =>
  error instanceof Error && (('code' in error && AWAY.test(String(error.code))) || AWAY_SAID.test(error.message));
